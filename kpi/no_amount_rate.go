package kpi

// NoAmountRate is the share of the open deals that have no amount: how much of the pipeline no value KPI can see.
//
//	open deals without an amount / open deals
//
// Population: open and on_hold deals.
// Clock: the view's instant.
// Unit: a share of deal count, from 0 to 1. An amount of zero is an amount.
// Unknown when: no deal is open.
// Left out: unmapped_status.
// Source: KPI catalogue G6, ruling Q71.
func NoAmountRate() Metric[Ratio] {
	return Metric[Ratio]{ID: "no_amount_rate", Version: "1.0.0", Unit: UnitRatio,
		Population: Population{Clock: Standing(), Statuses: OpenDeals, Needs: KnownStatus},
		Fold: func(parts []Ratio, rows []Row, _ *Out) {
			for _, d := range rows {
				parts[d.Group].Add(!d.Amount.Known())
			}
		}}
}
