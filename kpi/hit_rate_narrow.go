package kpi

import "github.com/koine-go/koine/funnel"

// HitRateNarrow is the share of decided deals that were won.
//
//	won / (won + lost)
//
// Population: deals won or lost in the period; no-decision, no-response and disqualified deals are not in it.
// Clock: the effective close.
// Unit: a share of deal count, from 0 to 1. Amounts play no part.
// Unknown when: no such deal was closed in the period.
// Left out: unmapped_status, no_close_date, both whatever the period; insufficient_source (a source without won or lost).
// Source: KPI catalogue B1, ruling Q03.
func HitRateNarrow() Metric[Ratio] {
	return Metric[Ratio]{ID: "hit_rate_narrow", Version: "1.0.0", Unit: UnitRatio,
		Population: Population{Clock: Closed(), Statuses: DecidedDeals, Vocabulary: Vocabulary{All: DecidedDeals}},
		Fold:       wonOfRows}
}

// wonOfRows counts every row, and the won ones into the part: the fold of the three hit rates by count.
func wonOfRows(parts []Ratio, rows []Row, _ *Out) {
	for _, d := range rows {
		parts[d.Group].Add(d.Status == funnel.Won)
	}
}
