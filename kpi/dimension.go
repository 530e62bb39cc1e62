package kpi

import (
	"strconv"

	"github.com/koine-go/koine/funnel"
)

// Dimension is something to group by: its name in results, and its value for a deal. A caller's own dimension sets Label, or Day where the value is
// a day such as the first of a month. Both get the moment of the metric's clock, none meaning the view's instant, and are called
// while the deal is added, so they may look at f.Deal. The zero value is not valid.
type Dimension struct {
	Name  string
	Label func(f *Fact, at funnel.Moment) funnel.Label
	Day   func(f *Fact, at funnel.Moment, c *funnel.Calendar) funnel.Date
	// Moves says that the value may differ between two clocks of one deal, even without field events: a month does, a segment does not.
	Moves bool
}

// The dimensions of the catalogue (R-GRAIN). Region, owner and segment are taken at the moment of the metric's clock (R-OWNER, ruling Q27), the others from
// the record (ruling Q28).
func byField(name string, field funnel.Field, now func(*Fact) funnel.Label) Dimension {
	return Dimension{Name: name, Label: func(f *Fact, at funnel.Moment) funnel.Label {
		if at.IsZero() {
			return now(f)
		}
		return f.LabelAt(field, at)
	}}
}

func byRecord(name string, value func(*funnel.Deal) funnel.Label) Dimension {
	return Dimension{Name: name, Label: func(f *Fact, _ funnel.Moment) funnel.Label { return value(f.Deal) }}
}

// Region groups by the selling region.
func Region() Dimension {
	return byField("region", funnel.RegionField, func(f *Fact) funnel.Label { return f.Region })
}

// Owner groups by the owner.
func Owner() Dimension {
	return byField("owner_id", funnel.OwnerField, func(f *Fact) funnel.Label { return f.Owner })
}

// Segment groups by the customer segment.
func Segment() Dimension {
	return byField("segment", funnel.SegmentField, func(f *Fact) funnel.Label { return f.Segment })
}

// Entity groups by the selling entity.
func Entity() Dimension {
	return byRecord("selling_entity", func(d *funnel.Deal) funnel.Label { return d.SellingEntity })
}

// Product groups by the primary product group.
func Product() Dimension {
	return byRecord("product_group", func(d *funnel.Deal) funnel.Label { return d.ProductGroup })
}

// Team groups by the team.
func Team() Dimension { return byRecord("team", func(d *funnel.Deal) funnel.Label { return d.Team }) }

// Source groups by where the deal came from.
func Source() Dimension {
	return byRecord("source", func(d *funnel.Deal) funnel.Label { return d.Source })
}

// SizeBand groups by the size band.
func SizeBand() Dimension {
	return byRecord("size_band", func(d *funnel.Deal) funnel.Label { return d.SizeBand })
}

// Complexity groups by the complexity, 1 to 5.
func Complexity() Dimension {
	var names [128]funnel.Label
	for i := range names {
		if i > 0 {
			names[i] = funnel.LabelOf(strconv.Itoa(i))
		}
	}
	return byRecord("complexity", func(d *funnel.Deal) funnel.Label { return names[max(0, d.Complexity)] })
}

// Month groups by the civil month of each metric's own clock: of the close for a hit rate, of the creation for a cohort. What stands at
// the view's instant belongs to the month of the last day before it.
func Month() Dimension {
	return Dimension{Name: "month", Moves: true, Day: func(f *Fact, at funnel.Moment, c *funnel.Calendar) funnel.Date {
		if at.IsZero() {
			return f.LastDay.Month()
		}
		return c.Date(at).Month()
	}}
}

// FiscalQuarter groups by the fiscal quarter of each metric's own clock, by its first day; the view's calendar says when the fiscal year starts.
func FiscalQuarter() Dimension {
	return Dimension{Name: "fiscal_quarter", Moves: true, Day: func(f *Fact, at funnel.Moment, c *funnel.Calendar) funnel.Date {
		if at.IsZero() {
			return c.Quarter(f.LastDay).From
		}
		return c.Quarter(c.Date(at)).From
	}}
}

// MonthCreated groups by the civil month of creation, whatever the metric's clock.
func MonthCreated() Dimension {
	return Dimension{Name: "month_created", Day: func(f *Fact, _ funnel.Moment, _ *funnel.Calendar) funnel.Date {
		return f.CreatedDay.Month()
	}}
}
