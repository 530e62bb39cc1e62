package kpi

import "github.com/koine-go/koine/funnel"

// HitRateValue is the share of decided money that was won.
//
//	sum of the amounts of won deals / sum of the amounts of won and lost deals
//
// Population: deals won or lost in the period that have a price of zero or above.
// Clock: the effective close.
// Unit: a share of money, from 0 to 1, at the rate of the day of each close. One huge deal dominates it: show it beside hit_rate_narrow.
// Unknown when: no such deal was decided in the period, or their amounts are all zero.
// Left out: unmapped_status, no_close_date, both whatever the period; insufficient_source (a source without won or lost); no_amount, no_rate, negative_amount.
// Source: KPI catalogue B4, rulings Q30, Q36.
func HitRateValue() Metric[ValueRatio] {
	return Metric[ValueRatio]{ID: "hit_rate_value", Version: "1.0.0", Unit: UnitRatio,
		Population: Population{Clock: Closed(), Statuses: DecidedDeals, Needs: Priced | NotNegative, Vocabulary: Vocabulary{All: DecidedDeals}},
		Fold: func(parts []ValueRatio, rows []Row, _ *Out) {
			for _, d := range rows {
				parts[d.Group].Add(d.Value, d.Status == funnel.Won)
			}
		}}
}
