package kpi

// HitRateBroad is the share of deals worked to an end that were won, those without a decision included.
//
//	won / (won + lost + no_decision + no_response)
//
// Population: deals won, lost, or closed as no_decision or no_response in the period; disqualified deals are not in it.
// Clock: the effective close.
// Unit: a share of deal count, from 0 to 1. Amounts play no part.
// Unknown when: no such deal was closed in the period.
// Left out: unmapped_status, no_close_date, both whatever the period; insufficient_source (a source without won, without lost, or with neither
// no_decision nor no_response: its rate would be another one under this name. One of the two is enough, since silence without evidence is no_decision).
// Source: KPI catalogue B2, M5, spec/funnel.md §3, ruling Q03.
func HitRateBroad() Metric[Ratio] {
	return Metric[Ratio]{ID: "hit_rate_broad", Version: "1.0.0", Unit: UnitRatio,
		Population: Population{Clock: Closed(), Statuses: BroadDeals, Vocabulary: Vocabulary{All: DecidedDeals, Any: UndecidedDeals}},
		Fold:       wonOfRows}
}
