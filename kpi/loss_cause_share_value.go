package kpi

// LossCauseShareValue is the share of lost money whose primary cause is of a kind.
//
//	sum of the amounts of lost deals with the cause / sum of the amounts of lost deals
//
// Population: deals lost in the period that have a price of zero or above, those without a cause as unknown.
// Clock: the effective close.
// Unit: a share of money, from 0 to 1, at the rate of the day of each close. The number of deals by cause is in loss_cause_share.
// Unknown when: no such deal was lost in the period, or their amounts are all zero.
// Left out: unmapped_status, no_close_date, both whatever the period; insufficient_source (a source without lost); no_amount, no_rate, negative_amount.
// Source: KPI catalogue B14, rulings Q36, Q49, Q50.
func LossCauseShareValue(of CauseOrGroup) Metric[ValueRatio] {
	return Metric[ValueRatio]{ID: "loss_cause_share_value", Version: "1.0.0", Unit: UnitRatio,
		Parameters: []Parameter{{"cause", of.String()}},
		Population: Population{Clock: Closed(), Statuses: LostDeals, Needs: Priced | NotNegative, Vocabulary: Vocabulary{All: LostDeals}},
		Fold: func(parts []ValueRatio, rows []Row, _ *Out) {
			for _, d := range rows {
				parts[d.Group].Add(d.Value, of.has(d.Cause))
			}
		}}
}
