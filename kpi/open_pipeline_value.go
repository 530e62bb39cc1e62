package kpi

// OpenPipelineValue is the value of the deals being worked or paused.
//
//	sum of the amounts of deals open or on hold at the view's instant
//
// Population: open and on_hold deals that have a price.
// Clock: the view's instant.
// Unit: the view's currency at the latest rate before the view's instant, net of negative amounts, which extra.negative_amount counts.
// Unknown when: never; without deals it is 0.
// Left out: unmapped_status, no_amount, no_rate.
// Source: KPI catalogue A5, rulings Q31, Q37.
func OpenPipelineValue() Metric[Total] {
	return Metric[Total]{ID: "open_pipeline_value", Version: "1.0.0", Unit: UnitCurrency,
		Population: Population{Clock: Standing(), Statuses: OpenDeals, Needs: KnownStatus | Priced},
		Fold:       totalValues}
}

// totalValues adds up the value of every row: the fold of the sums whose population says it all.
func totalValues(parts []Total, rows []Row, _ *Out) {
	for _, d := range rows {
		parts[d.Group].Add(d.Value)
	}
}
