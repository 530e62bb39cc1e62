package kpi

// StalledRateValue is the share of the money being worked on whose deals have stood in their stage for too long.
//
//	sum of the amounts of deals whose visit to their stage is older than the limit / sum of the amounts of deals being worked
//
// Population: open deals with a history, a stage and a price of zero or above; on_hold deals are not in it.
// Clock: the view's instant.
// Unit: a share of money, from 0 to 1, at the latest rate before the view's instant.
// Unknown when: no such deal is open, or their amounts are all zero.
// Left out: unmapped_status, no_history, unmapped_stage, no_stage, no_amount, no_rate, negative_amount, no_limit (the table has no entry for the stage).
// Source: KPI catalogue G1, rulings Q36, Q68.
func StalledRateValue(limits Limits) Metric[ValueRatio] {
	return Metric[ValueRatio]{ID: "stalled_rate_value", Version: "1.0.0", Unit: UnitRatio,
		Parameters: limits.parameters(),
		Population: Population{Clock: Standing(), Statuses: ActiveDeals, Needs: KnownStatus | Staged | WithStage | Priced | NotNegative},
		Fold: func(parts []ValueRatio, rows []Row, out *Out) {
			for _, d := range rows {
				if stalled, ok := limits.exceeded(d); ok {
					parts[d.Group].Add(d.Value, stalled)
				} else {
					out.Leave(d, NoLimit)
				}
			}
		}}
}
