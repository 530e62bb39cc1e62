package kpi

// LostCount is the number of deals lost: the customer decided for someone else or rejected our offer.
//
//	number of deals lost
//
// Population: deals lost in the period.
// Clock: the effective close.
// Unit: deals. Amounts play no part.
// Unknown when: its deals come from sources without lost; without deals it is 0.
// Left out: unmapped_status, no_close_date, both whatever the period; insufficient_source (a source without lost).
// Source: KPI catalogue A9, ruling Q03.
func LostCount() Metric[Count] {
	return Metric[Count]{ID: "lost_count", Version: "1.0.0", Unit: UnitDeals,
		Population: Population{Clock: Closed(), Statuses: LostDeals, Vocabulary: Vocabulary{All: LostDeals}},
		Fold:       countRows}
}
