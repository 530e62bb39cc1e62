package kpi

import "github.com/koine-go/koine/funnel"

// TimeInStage is how long deals stayed in a stage.
//
//	civil days of ended visits to the stage: of each deal all of them together, or each visit by itself; mean, and in extra median, p80 and histogram
//
// Population: deals with a visit to the stage that ended in the period. Visits that go on are not in the mean: extra.censored counts them, and
// extra.censored_age_sum their days so far.
// Clock: the exit.
// Unit: civil days in the reporting zone, 0 for a stage passed on one day. A pause on hold does not end a visit.
// Unknown when: no visit ended in the period.
// Left out: no_created_at, no_history, unmapped_stage, stage_not_in_local_model, negative_duration.
// Source: KPI catalogue C4, R-REGRESS, rulings Q16, Q27, Q59.
func TimeInStage(stage funnel.Stage, per Per) Metric[Stay] {
	return Metric[Stay]{ID: "time_in_stage", Version: "1.0.0", Unit: UnitDays,
		Parameters: []Parameter{{"stage", stage.String()}, {"variant", per.String()}},
		Population: Population{Clock: Stayed(stage)},
		Fold: func(parts []Stay, rows []Row, out *Out) {
			for _, d := range rows {
				if v, ok := d.Current(); ok && v.Stage == stage {
					parts[d.Held].Censor(d.Snapshot.Today.Sub(v.In))
				}
				per.count(&parts[d.Group].Days, d, stage, out)
			}
		}}
}

// Per says what one observation is. The zero value is PerDeal.
type Per uint8

// The observations: a deal with all its visits, or a visit.
const (
	PerDeal Per = iota
	PerVisit
)

// String returns the key.
func (p Per) String() string {
	if p == PerVisit {
		return "visit"
	}
	return "deal"
}

func (p Per) count(days *Days, d Row, stage funnel.Stage, out *Out) {
	sum, ended := 0, false
	for _, v := range d.Visits {
		switch {
		case v.Stage != stage || v.Going() || !out.Span.Ended(v.Leave):
		case p == PerVisit && out.Span.Holds(v.Leave):
			countDays(days, d, out, v.Days())
		case p == PerDeal:
			sum += v.Days()
			ended = ended || out.Span.Holds(v.Leave)
		}
	}
	if ended {
		countDays(days, d, out, sum)
	}
}

// Stay is the days of ended visits, and the visits that go on. The zero value holds no visit.
type Stay struct {
	Days
	Censored, AgeSum int64
}

// Censor counts a visit that goes on and is this many days old; fewer than none, in a night that went back over midnight, are none.
func (s *Stay) Censor(days int) {
	s.Censored++
	s.AgeSum += int64(max(0, days))
}

// Plus adds.
func (s Stay) Plus(o Stay) Stay {
	return Stay{s.Days.Plus(o.Days), s.Censored + o.Censored, s.AgeSum + o.AgeSum}
}

// AppendBinary appends the binary form.
func (s Stay) AppendBinary(b []byte) []byte {
	return appendCounts(s.Days.AppendBinary(b), s.Censored, s.AgeSum)
}

// DecodeBinary reads it back.
func (Stay) DecodeBinary(b []byte) (s Stay, rest []byte, err error) {
	if s.Days, rest, err = (Days{}).DecodeBinary(b); err != nil {
		return Stay{}, nil, err
	}
	rest, err = decodeCounts(rest, &s.Censored, &s.AgeSum)
	return s, rest, err
}

// Read sets the mean by its parts, and as extra what the days hold and the visits that go on.
func (s Stay) Read(v *Value) {
	s.Days.Read(v)
	v.count("censored", s.Censored)
	v.count("censored_age_sum", s.AgeSum)
}
