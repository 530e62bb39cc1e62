package kpi

import "github.com/koine-go/koine/funnel"

// WinReversalRate is the share of the deals ever won whose win was taken back in the period.
//
//	deals that went from won to another status in the period / deals won at any time before the view's instant
//
// Population: all deals that were won before the view's instant; they may be anything else now.
// Clock: the view's instant; the part is by the event that took the win back.
// Unit: a share of deal count, from 0 to 1; each deal counts once.
// Unknown when: no deal was ever won.
// Left out: unmapped_status, no_history (won by its record alone), insufficient_source (a source without won).
// Source: KPI catalogue B15, ruling Q55.
func WinReversalRate() Metric[Ratio] {
	return Metric[Ratio]{ID: "win_reversal_rate", Version: "1.0.0", Unit: UnitRatio,
		Population: Population{Clock: Standing(), Needs: KnownStatus, Vocabulary: Vocabulary{All: WonDeals}},
		Fold: func(parts []Ratio, rows []Row, out *Out) {
			won := func(s funnel.Status) bool { return s == funnel.Won }
			for _, d := range rows {
				reverted(parts, d, out, won, func(s funnel.Status) bool { return s != funnel.Won })
			}
		}}
}
