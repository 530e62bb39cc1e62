package kpi

import (
	"math/bits"
	"slices"
	"strconv"
)

// Skip is why a deal of the population does not count. Each deal has exactly one, the first that applies in the order of these constants
// (ruling Q22); what only one KPI asks for comes after them, in the order its comment names (ruling Q22a). The zero value is none.
type Skip uint8

// The reasons that KPIs share, in their order of precedence, then those of single KPIs.
const (
	Counted Skip = iota
	UnmappedStatus
	NoCloseDate
	NoCreatedAt
	NoHistory
	UnmappedStage
	StatusNotInSource // insufficient_source: the source cannot say a status that the metric reads; before the stage, as ruling Q20 has the statuses
	StageNotInLocalModel
	NoStage
	NoStartEvent
	NegativeDuration
	NoAmount
	NoRate
	noRateNow // no_rate at the view's instant, for what is valued then
	NegativeAmount
	NoProbability
	NoLimit
	NoExpectedClose
	// silent and derivedRate are no reasons. The first counts the deals of sources without the population's statuses that may belong to it for all anybody
	// knows, the second those priced at a derived rate, which are counted all the same.
	silent      Skip = 46
	derivedRate Skip = 47
	// OwnSkip is the first of a caller's own reasons; OwnSkip+i is called Metric.OwnSkips[i].
	OwnSkip Skip = 48
)

const skipCount = 64

var skipKeys = [OwnSkip]string{UnmappedStatus: "unmapped_status", NoCloseDate: "no_close_date", NoCreatedAt: "no_created_at",
	NoHistory: "no_history", UnmappedStage: "unmapped_stage", NoStage: "no_stage", NoStartEvent: "no_start_event",
	NegativeDuration: "negative_duration", NoAmount: "no_amount", NoRate: "no_rate", noRateNow: "no_rate", NegativeAmount: "negative_amount",
	NoProbability: "no_probability", NoLimit: "no_limit", NoExpectedClose: "no_expected_close",
	StageNotInLocalModel: "stage_not_in_local_model", StatusNotInSource: "insufficient_source"}

// String returns the key, such as no_amount; a caller's own reasons are called own_0 and so on outside their metric.
func (s Skip) String() string {
	if s >= OwnSkip {
		return "own_" + strconv.Itoa(int(s-OwnSkip))
	}
	return skipKeys[s]
}

// Needs is the set of conditions that a population asks of its deals, as the reasons for which a deal that fails one is left out. The zero
// value asks nothing.
type Needs uint64

// The conditions that populations are made of; they combine with |.
const (
	KnownStatus  Needs = 1 << UnmappedStatus
	WithClose    Needs = 1 << NoCloseDate
	WithCreated  Needs = 1 << NoCreatedAt
	WithHistory  Needs = 1 << NoHistory
	MappedStage  Needs = 1 << UnmappedStage
	WithStage    Needs = 1 << NoStage
	inVocabulary Needs = 1 << StatusNotInSource
	Priced       Needs = 1<<NoAmount | 1<<NoRate
	PricedNow    Needs = 1<<NoAmount | 1<<noRateNow // by the rate of the view's instant, whatever the status
	NotNegative  Needs = 1 << NegativeAmount
	Expected     Needs = 1 << NoExpectedClose

	// Staged is what every stage KPI asks (ruling Q10): a history, all of it mapped.
	Staged = WithHistory | MappedStage
)

// first returns the first condition, in the order of precedence, that is asked for and missing, or the one for which a clock leaves the deal.
func (n Needs) first(missing Needs, skip Skip) Skip {
	m := missing & n
	if skip != Counted {
		m |= 1 << skip
	}
	if m == 0 {
		return Counted
	}
	return Skip(bits.TrailingZeros64(uint64(m)))
}

// precedence is the place of a reason in the order of the constants; a caller's own come last.
func precedence(reason string) int {
	if i := slices.Index(skipKeys[:], reason); i >= 0 {
		return i
	}
	return int(OwnSkip)
}
