package kpi

// UnmappedRate is the share of events whose local code no mapping rule understands: it qualifies every other number.
//
//	events in the period with an unmapped stage or status / events in the period
//
// Population: events before the view's instant of all deals, whatever their status.
// Clock: the view's instant; the events are those of the period.
// Unit: a share of events, from 0 to 1; n counts events, not deals.
// Unknown when: no event is in the period.
// Left out: nothing; a deal without events has none to count.
// Source: KPI catalogue G7, rulings Q08, Q11, Q71.
func UnmappedRate() Metric[Ratio] {
	return Metric[Ratio]{ID: "unmapped_rate", Version: "1.0.0", Unit: UnitRatio,
		Population: Population{Clock: Standing()},
		Fold: func(parts []Ratio, rows []Row, out *Out) {
			for _, d := range rows {
				for i := range d.Path {
					if p := &d.Path[i]; out.Span.Holds(p.At) {
						parts[d.Group].Add(p.Unmapped)
					}
				}
			}
		}}
}
