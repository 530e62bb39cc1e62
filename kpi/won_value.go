package kpi

// WonValue is the order intake.
//
//	sum of the amounts of deals won
//
// Population: deals won in the period that have a price.
// Clock: the effective close.
// Unit: the view's currency at the rate of the day of the close, net of negative amounts, which extra.negative_amount counts.
// Unknown when: its deals come from sources without won; without deals it is 0.
// Left out: unmapped_status, no_close_date, both whatever the period; insufficient_source (a source without won); no_amount, no_rate.
// Source: KPI catalogue A8, rulings Q30, Q31, Q37.
func WonValue() Metric[Total] {
	return Metric[Total]{ID: "won_value", Version: "1.0.0", Unit: UnitCurrency,
		Population: Population{Clock: Closed(), Statuses: WonDeals, Needs: Priced, Vocabulary: Vocabulary{All: WonDeals}},
		Fold:       totalValues}
}
