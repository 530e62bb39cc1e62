package kpi

import (
	"math/big"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/internal/exact"
)

// WinRateCohort is the share of a cohort that has been won so far, the deals still open in the denominator.
//
//	won at the view's instant / deals of the cohort
//
// Population: all deals created in the period or, by stage, that entered at the rank of the stage or above in it.
// Clock: the creation, or the first entry.
// Unit: a share of deal count, from 0 to 1. Amounts play no part. It grows as the cohort matures: compare cohorts of one age.
// Unknown when: the cohort has no deal. It is immature while the closed share of the cohort is below maturity.
// Left out: unmapped_status, no_created_at, by stage no_history and unmapped_stage, insufficient_source (a source without won, or without lost, whose
// lost deals stay open or are gone), by stage stage_not_in_local_model.
// Source: KPI catalogue B5, rulings Q10, Q27, Q43.
func WinRateCohort(by Cohort, maturity funnel.Share) Metric[CohortState] {
	text, _ := maturity.MarshalText() // a share always has a text
	return Metric[CohortState]{ID: "win_rate_cohort", Version: "1.0.0", Unit: UnitRatio,
		Parameters: []Parameter{{"cohort", by.String()}, {"maturity", string(text)}},
		Population: Population{Clock: by.clock(), Needs: KnownStatus, Vocabulary: Vocabulary{All: DecidedDeals}},
		Fold: func(parts []CohortState, rows []Row, _ *Out) {
			for _, d := range rows {
				parts[d.Group].Add(d.Status)
			}
		},
		Finish: func(v *Value) {
			if closed, ok := v.Number("maturity"); ok && closed.Cmp(shareRat(maturity)) < 0 {
				v.Status = Immature
			}
		}}
}

// Cohort says what a deal does to belong to a cohort: be created (NoStage), or enter at the rank of a stage. The zero value is the cohort of
// the created.
type Cohort struct{ Stage funnel.Stage }

// String returns "created" or the key of the stage.
func (c Cohort) String() string {
	if c.Stage == funnel.NoStage {
		return "created"
	}
	return c.Stage.String()
}

func (c Cohort) clock() Clock {
	if c.Stage == funnel.NoStage {
		return Created()
	}
	return Entered(c.Stage)
}

// CohortState is a cohort by outcome so far. The zero value holds no deal.
type CohortState struct{ Won, Open, All int64 }

// Add counts one deal.
func (c *CohortState) Add(s funnel.Status) {
	c.All++
	if s == funnel.Won {
		c.Won++
	}
	if s.IsOpen() {
		c.Open++
	}
}

// Plus adds.
func (c CohortState) Plus(o CohortState) CohortState {
	return CohortState{c.Won + o.Won, c.Open + o.Open, c.All + o.All}
}

// AppendBinary appends the binary form.
func (c CohortState) AppendBinary(b []byte) []byte { return appendCounts(b, c.Won, c.Open, c.All) }

// DecodeBinary reads it back.
func (CohortState) DecodeBinary(b []byte) (c CohortState, rest []byte, err error) {
	if rest, err = decodeCounts(b, &c.Won, &c.Open, &c.All); err == nil && c.Won+c.Open > c.All {
		err = ErrForm
	}
	return c, rest, err
}

// Read sets the rate by its parts, and as extra the deals still open, their share, and the maturity.
func (c CohortState) Read(v *Value) {
	v.Num, v.Den, v.N = whole(c.Won), whole(c.All), c.All
	v.number("maturity", fraction(c.All-c.Open, c.All))
	v.count("open", c.Open)
	v.number("open_share", fraction(c.Open, c.All))
}

// Trace tells where a single deal is.
func (c CohortState) Trace() (part, all bool) { return c.Won > 0, c.All > 0 }

// fraction returns a/b, nil if b is zero.
func fraction(a, b int64) *big.Rat {
	if b == 0 {
		return nil
	}
	return big.NewRat(a, b)
}

func shareRat(s funnel.Share) *big.Rat { return exact.Decimal(s.Coefficient()).Rat() }
