package kpi

import "github.com/koine-go/koine/funnel"

// ReopenRate is the share of the deals ever closed that were opened again in the period.
//
//	deals opened again in the period / deals closed at any time before the view's instant
//
// Population: all deals that were closed, void not meant, before the view's instant; they may be open again.
// Clock: the view's instant; the part is by the event that opened the deal again.
// Unit: a share of deal count, from 0 to 1; each deal counts once.
// Unknown when: no deal was ever closed.
// Left out: unmapped_status, no_history (closed by its record alone), insufficient_source (a source in which no deal closes).
// Source: KPI catalogue B15, ruling Q55.
func ReopenRate() Metric[Ratio] {
	return Metric[Ratio]{ID: "reopen_rate", Version: "1.0.0", Unit: UnitRatio,
		Population: Population{Clock: Standing(), Needs: KnownStatus, Vocabulary: Vocabulary{Any: ClosedDeals}},
		Fold: func(parts []Ratio, rows []Row, out *Out) {
			for _, d := range rows {
				reverted(parts, d, out, funnel.Status.Closed, funnel.Status.IsOpen)
			}
		}}
}

// reverted counts d if it ever had a status of the first kind, into the part if it went from one to the second kind in the period.
func reverted(parts []Ratio, d Row, out *Out, had, then func(funnel.Status) bool) {
	if d.Has(funnel.NoHistory) {
		if had(d.Status) {
			out.Leave(d, NoHistory)
		}
		return
	}
	ever, back := false, false
	for i := range d.Path {
		p := &d.Path[i]
		ever = ever || had(p.Status)
		back = back || had(p.From) && then(p.Status) && out.Span.Holds(p.At)
	}
	if ever {
		parts[d.Group].Add(back)
	}
}
