package kpi

import (
	"strconv"

	"github.com/koine-go/koine/funnel"
)

// CycleTimeWon is how long won deals took from their start to their end.
//
//	civil days from the first event at the rank of start or above to the effective close; mean, and in extra median, p80 and histogram
//
// Population: deals won in the period, with a history.
// Clock: the effective close, so a deal opened again is counted with all its days when it ends.
// Unit: civil days in the reporting zone, 0 for a deal that ended on the day it started. Excluding hold, days on hold are taken off.
// Unknown when: no such deal was closed in the period.
// Left out: unmapped_status, no_close_date, both whatever the period; no_history, unmapped_stage, insufficient_source (a source
// without won or, excluding hold, without on_hold), stage_not_in_local_model, no_start_event, negative_duration.
// Source: KPI catalogue C1, R-DAYS, R-PCTL, rulings Q19, Q56.
func CycleTimeWon(start funnel.Stage, hold Hold) Metric[Days] {
	return Metric[Days]{ID: "cycle_time_won", Version: "1.0.0", Unit: UnitDays,
		Parameters: []Parameter{{"start", start.String()}, {"exclude_on_hold", hold.String()}},
		Population: Population{Clock: Closed(), Statuses: WonDeals, Needs: Staged, Vocabulary: Vocabulary{All: WonDeals | hold.read()}},
		Fold:       cycleDays(start, hold)}
}

// cycleDays is the fold of the cycle times: the days from a stage to the close.
func cycleDays(start funnel.Stage, hold Hold) func([]Days, []Row, *Out) {
	return func(parts []Days, rows []Row, out *Out) {
		for _, d := range rows {
			step, ok := d.Entered(start)
			switch {
			case !d.Variant.HasStage(start): // a later stage is another start (M5)
				out.Leave(d, StageNotInLocalModel)
			case !ok:
				out.Leave(d, NoStartEvent)
			default:
				countDays(&parts[d.Group], d, out, d.CloseDay.Sub(step.Day)-hold.days(d, step.At))
			}
		}
	}
}

// countDays counts a duration, or leaves the deal if it is negative.
func countDays(counted *Days, d Row, out *Out, days int) {
	if !counted.Add(days) {
		out.Leave(d, NegativeDuration)
	}
}

// Hold says whether days on hold count. The zero value counts them.
type Hold bool

// The two ways to treat days on hold.
const (
	CountHold   Hold = false
	ExcludeHold Hold = true
)

// String returns "true" if days on hold are taken off.
func (h Hold) String() string { return strconv.FormatBool(bool(h)) }

// read is the status that a source must be able to say for days on hold to be known: they are not zero where it cannot.
func (h Hold) read() Statuses {
	if h == CountHold {
		return 0
	}
	return PausedDeals
}

func (h Hold) days(d Row, start funnel.Moment) int {
	if h == CountHold {
		return 0
	}
	return d.HoldDays(start)
}
