package kpi

// WonCount is the number of deals won.
//
//	number of deals won
//
// Population: deals won in the period.
// Clock: the effective close.
// Unit: deals. Amounts play no part.
// Unknown when: its deals come from sources without won; without deals it is 0.
// Left out: unmapped_status, no_close_date, both whatever the period; insufficient_source (a source without won).
// Source: KPI catalogue A7, ruling Q03.
func WonCount() Metric[Count] {
	return Metric[Count]{ID: "won_count", Version: "1.0.0", Unit: UnitDeals,
		Population: Population{Clock: Closed(), Statuses: WonDeals, Vocabulary: Vocabulary{All: WonDeals}},
		Fold:       countRows}
}
