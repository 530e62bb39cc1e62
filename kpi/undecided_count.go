package kpi

// UndecidedCount is the number of deals that ended without a decision.
//
//	number of deals closed as no_decision or no_response
//
// Population: deals closed as no_decision or no_response in the period.
// Clock: the effective close.
// Unit: deals. Amounts play no part.
// Unknown when: its deals come from sources without no_decision and no_response; without deals it is 0.
// Left out: unmapped_status, no_close_date, both whatever the period; insufficient_source (a source without no_decision and no_response).
// Source: KPI catalogue A10, ruling Q03.
func UndecidedCount() Metric[Count] {
	return Metric[Count]{ID: "undecided_count", Version: "1.0.0", Unit: UnitDeals,
		Population: Population{Clock: Closed(), Statuses: UndecidedDeals, Vocabulary: Vocabulary{Any: UndecidedDeals}},
		Fold:       countRows}
}
