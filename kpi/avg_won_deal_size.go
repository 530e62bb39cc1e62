package kpi

// AvgWonDealSize is the average amount of the deals won.
//
//	sum of the amounts, zero or above, of deals won / number of those deals
//
// Population: deals won in the period that have a price of zero or above.
// Clock: the effective close.
// Unit: the view's currency a deal, at the rate of the day of the close. A few large deals move it; see median_won_deal_size.
// Unknown when: no such deal was won in the period.
// Left out: unmapped_status, no_close_date, both whatever the period; insufficient_source (a source without won); no_amount, no_rate, negative_amount.
// Source: KPI catalogue A11, rulings Q30, Q36.
func AvgWonDealSize() Metric[Mean] {
	return Metric[Mean]{ID: "avg_won_deal_size", Version: "1.0.0", Unit: UnitCurrency,
		Population: Population{Clock: Closed(), Statuses: WonDeals, Needs: Priced | NotNegative, Vocabulary: Vocabulary{All: WonDeals}},
		Fold: func(parts []Mean, rows []Row, _ *Out) {
			for _, d := range rows {
				parts[d.Group].Add(d.Value)
			}
		}}
}
