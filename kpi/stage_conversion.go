package kpi

import "github.com/koine-go/koine/funnel"

// StageConversion is the share of the deals entering one stage that reached a later one by the view's instant.
//
//	deals of the cohort that reached to / deals of the cohort
//
// Population: passed: deals that first entered at the rank of from or above in the period, reaching to by rank or by having been won at any time. Strict: deals
// whose first event in from itself is in the period, reaching to by a later event in to itself. Over Resolved, without those still open below to.
// Clock: the first entry.
// Unit: a share of deal count, from 0 to 1; each deal counts once, however often it came back.
// Unknown when: no deal entered in the period.
// Left out: no_created_at, no_history, unmapped_stage, insufficient_source (passed: a source without won; over Resolved: without lost, whose lost deals
// would pass for pending), stage_not_in_local_model.
// Source: KPI catalogue B7, rulings Q27, Q39, Q44, Q45, Q46, Q47a.
func StageConversion(from, to funnel.Stage, mode Mode, over Over) Metric[Conversion] {
	m := Metric[Conversion]{ID: "stage_conversion", Version: "1.0.0", Unit: UnitRatio,
		Parameters: []Parameter{{"from", from.String()}, {"to", to.String()}, {"mode", mode.String()}, {"den", over.String()}},
		Population: Population{Clock: Entered(from)},
		Fold: func(parts []Conversion, rows []Row, out *Out) {
			for _, d := range rows {
				if !d.Variant.HasStage(to) {
					out.Leave(d, StageNotInLocalModel)
					continue
				}
				reached := mode.reached(d, from, to)
				parts[d.Group].Add(reached, !reached && d.Status.IsOpen() && d.Stage < to)
			}
		},
		Finish: over.finish}
	if mode == Strict {
		m.Population.Clock = EnteredExactly(from)
	} else {
		m.Population.Vocabulary.All |= WonDeals
	}
	if over == Resolved {
		m.Population.Vocabulary.All |= LostDeals
	}
	return m
}

// Mode says what reaching a stage takes. The zero value is Passed.
type Mode uint8

// The modes: by rank, or by an event in the stage itself.
const (
	Passed Mode = iota
	Strict
)

// String returns the key.
func (m Mode) String() string {
	if m == Strict {
		return "strict"
	}
	return "passed"
}

func (m Mode) reached(d Row, from, to funnel.Stage) bool {
	if m == Strict {
		return d.EnteredExactly(to, d.EnteredExactly(from, 0)+1) >= 0
	}
	_, ok := d.Entered(to)
	return ok || d.EverWon()
}

// Over says which deals of a cohort make the denominator. The zero value is All.
type Over uint8

// The denominators: every deal of the cohort, or only those that are not still open below the stage.
const (
	All Over = iota
	Resolved
)

// String returns the key.
func (o Over) String() string {
	if o == Resolved {
		return "resolved"
	}
	return "all"
}

func (o Over) finish(v *Value) {
	if o == Resolved {
		v.N = v.Extra[1].Count // den_resolved
		v.Den = whole(v.N)
	}
}

// Conversion is a cohort by whether it reached a stage. The zero value holds no deal.
type Conversion struct{ Reached, Pending, All int64 }

// Add counts one deal.
func (c *Conversion) Add(reached, pending bool) {
	c.All++
	if reached {
		c.Reached++
	}
	if pending {
		c.Pending++
	}
}

// Plus adds.
func (c Conversion) Plus(o Conversion) Conversion {
	return Conversion{c.Reached + o.Reached, c.Pending + o.Pending, c.All + o.All}
}

// AppendBinary appends the binary form.
func (c Conversion) AppendBinary(b []byte) []byte {
	return appendCounts(b, c.Reached, c.Pending, c.All)
}

// DecodeBinary reads it back.
func (Conversion) DecodeBinary(b []byte) (c Conversion, rest []byte, err error) {
	if rest, err = decodeCounts(b, &c.Reached, &c.Pending, &c.All); err == nil && c.Reached+c.Pending > c.All {
		err = ErrForm
	}
	return c, rest, err
}

// Read sets the rate over all, and as extra both denominators and what is still pending.
func (c Conversion) Read(v *Value) {
	v.Num, v.Den, v.N = whole(c.Reached), whole(c.All), c.All
	v.count("den_all", c.All)
	v.count("den_resolved", c.All-c.Pending)
	v.count("pending", c.Pending)
}

// Trace tells where a single deal is.
func (c Conversion) Trace() (part, all bool) { return c.Reached > 0, c.All > 0 }
