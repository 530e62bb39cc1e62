package funnel

import (
	"slices"
	"time"
)

// Calendar turns instants into civil days and periods for one reporting organisation: a zone, the month its fiscal year starts,
// the day its week starts, its holidays. It is immutable and safe for concurrent use. A nil Calendar and the zero value are not valid.
type Calendar struct {
	zone        *zone
	fiscalStart time.Month
	weekStart   time.Weekday
	holidays    []Date
}

// NewCalendar returns the calendar of a zone, or an ErrCalendar for a missing zone, one a day or more away from UTC, a fiscal start
// that is no month, or a week start that is no day of the week. The order of holidays does not matter.
func NewCalendar(location *time.Location, fiscalStart time.Month, weekStart time.Weekday, holidays ...Date) (*Calendar, error) {
	switch {
	case location == nil:
		return nil, &Error{Reason: "no zone", Err: ErrCalendar}
	case fiscalStart < time.January || fiscalStart > time.December:
		return nil, &Error{Input: fiscalStart.String(), Reason: "no month to start the fiscal year", Err: ErrCalendar}
	case weekStart < time.Sunday || weekStart > time.Saturday:
		return nil, &Error{Input: weekStart.String(), Reason: "no day to start the week", Err: ErrCalendar}
	}
	z := newZone(location)
	if slices.ContainsFunc(z.offsets, func(us int64) bool { return us <= -dayMicros || us >= dayMicros }) {
		return nil, &Error{Input: location.String(), Reason: "offset of a day or more", Err: ErrCalendar}
	}
	days := slices.Clone(holidays)
	slices.SortFunc(days, Date.Compare)
	return &Calendar{z, fiscalStart, weekStart, slices.Compact(days)}, nil
}

// UTC returns the calendar of Coordinated Universal Time with a fiscal year from January, weeks from Monday, and no holidays.
func UTC() *Calendar {
	c, err := NewCalendar(time.UTC, time.January, time.Monday)
	if err != nil {
		panic(err)
	}
	return c
}

// Zone returns the name of the zone, such as Europe/Berlin.
func (c *Calendar) Zone() string { return c.zone.location.String() }

// Location returns the zone.
func (c *Calendar) Location() *time.Location { return c.zone.location }

// FiscalStart returns the month in which the fiscal year starts.
func (c *Calendar) FiscalStart() time.Month { return c.fiscalStart }

// WeekStart returns the day on which the week starts.
func (c *Calendar) WeekStart() time.Weekday { return c.weekStart }

// Date returns the civil day of m in the zone; a moment that is a day stays that day. No moment has no date.
func (c *Calendar) Date(m Moment) Date {
	if d, ok := m.Date(); ok || m.IsZero() {
		return d
	}
	return c.zone.date(m.micro())
}

// Start returns the first instant whose local civil date is d or later (ruling Q17): midnight where there is one. No date has no start.
func (c *Calendar) Start(d Date) Moment {
	if d.IsZero() {
		return Moment{}
	}
	return AtMicro(c.zone.start(d))
}

// Precedes tells whether m comes before the instant t: an instant by time, a day if its first instant does (ruling Q06).
// No moment precedes nothing.
func (c *Calendar) Precedes(m, t Moment) bool {
	if (m.v|t.v)&1 == 0 {
		return !m.IsZero() && m.v < t.v // two instants, of which the calendar need not be asked
	}
	return c.begins(m, t)
}

func (c *Calendar) begins(m, t Moment) bool { return !m.IsZero() && c.micro(m) < c.micro(t) }

// LastDayBefore returns the last day whose first instant is before t, by which a dated rate counts as known at t (ruling Q31).
func (c *Calendar) LastDayBefore(t Moment) Date {
	d, us := c.Date(t), c.micro(t)
	if next := d.AddDays(1); !next.IsZero() {
		d = next // where clocks went back over midnight the next day has been seen already
	}
	for !d.IsZero() && c.zone.start(d) >= us {
		d = d.AddDays(-1)
	}
	return d
}

// micro returns the instant of m, the first instant of a day, in microseconds since 1970.
func (c *Calendar) micro(m Moment) int64 {
	if d, ok := m.Date(); ok {
		return c.zone.start(d)
	}
	return m.micro()
}

// Month returns the civil month that holds d. Like Quarter, FiscalYear and Week it returns no period where there is no date, or where
// the period would reach past the first or the last day that a Date can be.
func (c *Calendar) Month(d Date) Period { return months(d, 0, 1) }

// Quarter returns the fiscal quarter that holds d.
func (c *Calendar) Quarter(d Date) Period {
	_, m, _ := d.YMD()
	return months(d, int(m-c.fiscalStart+12)%3, 3)
}

// FiscalYear returns the fiscal year that holds d, from the first day of the month in which fiscal years start.
func (c *Calendar) FiscalYear(d Date) Period {
	_, m, _ := d.YMD()
	return months(d, int(m-c.fiscalStart+12)%12, 12)
}

// Week returns the seven days from the start of the week that holds d.
func (c *Calendar) Week(d Date) Period {
	from := d.AddDays(-(int(d.Weekday()-c.weekStart+7) % 7))
	return span(from, from.AddDays(7))
}

// Works tells whether d is a working day: Monday to Friday and no holiday.
func (c *Calendar) Works(d Date) bool {
	if w := d.Weekday(); d.IsZero() || w == time.Saturday || w == time.Sunday {
		return false
	}
	_, holiday := slices.BinarySearchFunc(c.holidays, d, Date.Compare)
	return !holiday
}

// months returns the n months that begin so many months before the month of d.
func months(d Date, before, n int) Period {
	y, m, _ := d.YMD()
	first := y*12 + int(m) - 1 - before
	return span(firstOfMonth(first), firstOfMonth(first+n))
}

// firstOfMonth returns the first day of a month counted from January of year 0, no date outside the calendar.
func firstOfMonth(n int) Date {
	if n < 12 || n >= 10000*12 {
		return Date{}
	}
	return Date{civilNumber(n/12, time.Month(n%12+1), 1)}
}

func span(from, to Date) Period {
	if from.IsZero() || to.IsZero() {
		return Period{}
	}
	return Period{from, to}
}
