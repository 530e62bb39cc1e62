package kpi

// HitRatePursued is the share of all closed deals that were won, those we stopped ourselves included.
//
//	won / (won + lost + no_decision + no_response + disqualified)
//
// Population: all deals closed in the period.
// Clock: the effective close.
// Unit: a share of deal count, from 0 to 1. Amounts play no part.
// Unknown when: no such deal was closed in the period.
// Left out: unmapped_status, no_close_date, both whatever the period; insufficient_source (a source without won or lost).
// A source that calls every end lost answers this rate rightly, and only this one of the three.
// Source: KPI catalogue B3, ruling Q03.
func HitRatePursued() Metric[Ratio] {
	return Metric[Ratio]{ID: "hit_rate_pursued", Version: "1.0.0", Unit: UnitRatio,
		Population: Population{Clock: Closed(), Statuses: ClosedDeals, Vocabulary: Vocabulary{All: DecidedDeals}},
		Fold:       wonOfRows}
}
