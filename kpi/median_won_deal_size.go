package kpi

// MedianWonDealSize is the amount in the middle of the deals won.
//
//	median of the amounts, zero or above, of deals won; of an even number the mean of the two in the middle
//
// Population: deals won in the period that have a price of zero or above.
// Clock: the effective close.
// Unit: the view's currency, exact after conversion at the rate of the day of the close.
// Unknown when: no such deal was won in the period.
// Left out: unmapped_status, no_close_date, both whatever the period; insufficient_source (a source without won); no_amount, no_rate, negative_amount.
// Source: KPI catalogue A12 and R-PCTL, rulings Q36, Q41.
func MedianWonDealSize() Metric[Amounts] {
	return Metric[Amounts]{ID: "median_won_deal_size", Version: "1.0.0", Unit: UnitCurrency,
		Population: Population{Clock: Closed(), Statuses: WonDeals, Needs: Priced | NotNegative, Vocabulary: Vocabulary{All: WonDeals}},
		Fold: func(parts []Amounts, rows []Row, _ *Out) {
			for _, d := range rows {
				parts[d.Group].Add(d.Value)
			}
		}}
}
