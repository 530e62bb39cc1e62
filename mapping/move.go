package mapping

import (
	"slices"

	"github.com/koine-go/koine/funnel"
)

// moves gives a deal the history of those of its attributes that a look-up changes in its life: the record says what holds at the export, so a deal
// that was won in the north must not be of the south because its owner has moved since (R-OWNER).
type moves struct {
	calendar *funnel.Calendar
	day      int32 // of the export
	days     bool  // the source's events are days, and so are these
	keep     bool
	events   []funnel.FieldEvent // of the current deal
}

func (m *Import) newMoves() moves {
	p := m.set.profile
	_, days := p.History.column(On)
	if len(p.History.Columns) == 0 {
		_, created := p.Deals.column(CreatedAt)
		_, closed := p.Deals.column(ClosedAt)
		days = !created && !closed
	}
	return moves{calendar: m.set.calendar, day: m.day, days: days, keep: m.options.Keep}
}

// historic returns the field of a deal's history that a column feeds.
func (f Field) historic() funnel.Field {
	switch f {
	case Owner:
		return funnel.OwnerField
	case Region:
		return funnel.RegionField
	case Segment:
		return funnel.SegmentField
	}
	return funnel.NoField
}

// add adds the changes after the day on which the deal was created, up to the export. Without a creation date all of them count.
func (c *moves) add(d *funnel.Deal, column Field, t timeline) {
	field := column.historic()
	if field == funnel.NoField {
		return
	}
	created := int32(firstDay)
	if !d.Created.IsZero() {
		created = c.calendar.Date(d.Created).Number()
	}
	for i := 0; i <= t.on(c.day); i++ {
		before := funnel.Label{}
		if i > 0 {
			before = t[i-1].label
		}
		if t[i].from > created && t[i].label != before {
			c.events = append(c.events, funnel.FieldEvent{DealID: d.ID, Field: field, At: c.moment(t[i].from),
				Old: funnel.Setting{Label: before}, New: funnel.Setting{Label: t[i].label}})
		}
	}
}

// moment returns the first of a day in the source's zone, as its events are written.
func (c *moves) moment(day int32) funnel.Moment {
	if d := funnel.DateOfNumber(day); !c.days {
		return c.calendar.Start(d)
	}
	return funnel.On(funnel.DateOfNumber(day))
}

// settle hands what was added to the deal, and begins anew.
func (c *moves) settle(d *funnel.Deal) {
	if len(c.events) == 0 {
		return
	}
	d.FieldEvents = c.events
	if c.keep {
		d.FieldEvents = slices.Clone(c.events)
	}
	c.events = c.events[:0]
}
