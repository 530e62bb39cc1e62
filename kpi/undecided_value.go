package kpi

// UndecidedValue is the value of the deals that ended without a decision.
//
//	sum of the amounts of deals closed as no_decision or no_response
//
// Population: deals closed as no_decision or no_response in the period that have a price.
// Clock: the effective close.
// Unit: the view's currency at the rate of the day of the close, net of negative amounts, which extra.negative_amount counts.
// Unknown when: its deals come from sources without no_decision and no_response; without deals it is 0.
// Left out: unmapped_status, no_close_date, both whatever the period; insufficient_source (a source without no_decision and no_response); no_amount, no_rate.
// Source: KPI catalogue A10, rulings Q30, Q34, Q37.
func UndecidedValue() Metric[Total] {
	return Metric[Total]{ID: "undecided_value", Version: "1.0.0", Unit: UnitCurrency,
		Population: Population{Clock: Closed(), Statuses: UndecidedDeals, Needs: Priced, Vocabulary: Vocabulary{Any: UndecidedDeals}},
		Fold:       totalValues}
}
