package kpi

// LostValue is the value of the deals lost.
//
//	sum of the amounts of deals lost
//
// Population: deals lost in the period that have a price.
// Clock: the effective close.
// Unit: the view's currency at the rate of the day of the close, net of negative amounts, which extra.negative_amount counts.
// Unknown when: its deals come from sources without lost; without deals it is 0.
// Left out: unmapped_status, no_close_date, both whatever the period; insufficient_source (a source without lost); no_amount, no_rate.
// Source: KPI catalogue A9, rulings Q30, Q34, Q37.
func LostValue() Metric[Total] {
	return Metric[Total]{ID: "lost_value", Version: "1.0.0", Unit: UnitCurrency,
		Population: Population{Clock: Closed(), Statuses: LostDeals, Needs: Priced, Vocabulary: Vocabulary{All: LostDeals}},
		Fold:       totalValues}
}
