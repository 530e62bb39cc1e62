package kpi

// DealsCreatedCount is the number of deals created.
//
//	number of deals created in the period
//
// Population: all deals that exist at the view's instant.
// Clock: the creation.
// Unit: deals. Amounts play no part. It counts records, so regions that create them at different moments compare by pipeline_entered_count.
// Unknown when: never; without deals it is 0.
// Left out: no_created_at, whatever the period.
// Source: KPI catalogue A1, rulings Q05a, Q38.
func DealsCreatedCount() Metric[Count] {
	return Metric[Count]{ID: "deals_created_count", Version: "1.0.0", Unit: UnitDeals,
		Population: Population{Clock: Created()},
		Fold:       countRows}
}

// countRows counts every row: the fold of the metrics whose population says it all.
func countRows(parts []Count, rows []Row, _ *Out) {
	for _, d := range rows {
		parts[d.Group].Add()
	}
}
