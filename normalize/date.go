package normalize

import (
	"math/bits"
	"slices"
	"time"

	"github.com/koine-go/koine/funnel"
)

// Order is the order of day, month and year in a numeric date. The zero value is none: the locale decides.
type Order uint8

// The orders in use.
const (
	DMY Order = iota + 1
	MDY
	YMD
	ydm // Uyghur and N'Ko print it; nobody declares it
)

var orderNames = [...]string{"none", "day-month-year", "month-day-year", "year-month-day", "year-day-month"}

// String names the order, such as day-month-year.
func (o Order) String() string {
	if int(o) < len(orderNames) {
		return orderNames[o]
	}
	return orderNames[0]
}

// Date is a civil day read from text. The zero value is no date.
type Date struct {
	Date    funnel.Date
	Repairs Repairs
}

// Years outside these bounds belong to another calendar, or to nobody's deals.
const (
	minYear = 1800
	maxYear = 2199
)

// maxDateText is longer than any date and time with all its names.
const maxDateText = 256

// Date reads a whole text as a day of the Gregorian calendar. A date with another separator than the locale's own is
// ErrAmbiguous when day and month could change places, unless DateOrder is declared; so is a two-digit year without Pivot.
func (l *Locale) Date(b []byte) (Date, error) {
	if date, repairs, end, ok := l.ordering.triple(b); ok && end == len(b) {
		return Date{date, repairs}, nil
	}
	found, f, ok := l.serialDate(b)
	if !ok {
		found, f = l.dating().days.read(b)
	}
	if f != nil {
		return Date{}, l.refuse(b, "a date", l.orSerial(f, b))
	}
	return found, nil
}

// read reads what is not a plain triple: names, spaces, native digits, and all that is wrong.
func (d *days) read(b []byte) (Date, *fault) {
	var s shape
	shaped := s.take(b, d.vocabulary)
	if shaped {
		if p := d.find(&s); p != nil {
			return d.recall(p, &s, b)
		}
	}
	var room someMatches
	found, list, f := d.full(b, room[:0])
	if shaped && len(list) > 0 {
		d.learn(&s, list)
	}
	return found, f
}

// full reads a text by all forms of the locale, and returns in which ways besides.
func (d *days) full(b []byte, room plan) (Date, plan, *fault) {
	if len(b) > maxDateText {
		return Date{}, nil, &fault{err: ErrRange, at: maxDateText, hint: "too long for a date"}
	}
	list, most := d.matches(b, room)
	found, f := d.settle(list, b, most)
	return found, list, f
}

// matches lists every way in which the whole text is a day, and how far any way came.
func (d *days) matches(b []byte, list plan) (_ plan, most int) {
	var around Repairs
	lo := skip(b, 0, &around, Padding)
	r := reader{vocabulary: d.vocabulary, b: b[:skipBack(b, lo, len(b), &around, Padding)]}
	d.each(&r, match{i: lo, repairs: around}, func(m match) {
		if r.most = max(r.most, m.i); m.i == len(r.b) {
			list = list.add(m)
		}
	})
	return list, r.most
}

// recall reads a text of a known shape.
func (d *days) recall(p plan, s *shape, b []byte) (Date, *fault) {
	if len(p) == 1 {
		m := p[0]
		m.fill(s)
		if date, ok := m.whole(); ok {
			return Date{date, m.repairs}, nil
		}
	}
	var room someMatches
	return d.settle(p.with(s, room[:0]), b, 0)
}

// settle says which day a text is, given how it can be read.
func (d *days) settle(list plan, b []byte, most int) (Date, *fault) {
	var room [4]dayReading
	found := dayReadings{list: room[:0]}
	for i := range list {
		found.list = found.add(d, &list[i])
	}
	return found.settle(d, b, most)
}

// whole is the day of a match that leaves nothing to settle; false if there may be more to say.
func (m *match) whole() (funnel.Date, bool) {
	if m.yearDigits != 4 || m.foreign {
		return funnel.Date{}, false
	}
	date, ok := realDay(int(m.year), int(m.month), int(m.day))
	return date, ok && (m.weekday == 0 || date.Weekday() == time.Weekday(m.weekday-1))
}

// each yields every way in which the text begins with a day.
func (d *days) each(r *reader, m match, yield func(match)) {
	for _, f := range d.forms {
		r.match(f.pattern, m, func(m match) {
			if !f.fullYear || m.yearDigits == 4 {
				m.order, m.foreign = f.order, f.foreign
				m.repairs |= f.repairs
				yield(m)
			}
		})
	}
}

// dayReadings are the readings of one text.
type dayReadings struct {
	list    []dayReading
	century bool // some only by guessing the century
	seen    bool // some text was a day by its form
	year    int  // the last year that was out of bounds
}

type dayReading struct {
	date    funnel.Date
	repairs Repairs
	order   Order
	foreign bool
}

func (s *dayReadings) add(d *days, m *match) []dayReading {
	s.seen = true
	list, repairs := s.list, m.repairs
	short := int(m.year)
	years := [2]int{short, 0}
	switch {
	case m.yearDigits == 2 && d.pivot != 0:
		years[0] = d.pivot + (short-d.pivot%100+100)%100
		repairs |= Pivoted
	case m.yearDigits == 2:
		years = [2]int{1900 + short, 2000 + short}
		s.century = true
	}
	for _, year := range years {
		if year == 0 {
			continue
		}
		if year < minYear || year > maxYear {
			s.year = year
		}
		date, ok := realDay(year, int(m.month), int(m.day))
		if ok && (m.weekday == 0 || date.Weekday() == time.Weekday(m.weekday-1)) {
			list = keepDay(list, dayReading{date, repairs, m.order, m.foreign})
		}
	}
	return list
}

// keepDay holds one reading of each day, the one with the fewest liberties.
func keepDay(list []dayReading, r dayReading) []dayReading {
	for i := range list {
		if had := &list[i]; had.date == r.date {
			if had.foreign && !r.foreign || bits.OnesCount32(uint32(r.repairs)) < bits.OnesCount32(uint32(had.repairs)) {
				*had = r
			}
			return list
		}
	}
	return append(list, r)
}

// settle says which reading holds, or why none does.
func (s *dayReadings) settle(d *days, b []byte, most int) (Date, *fault) {
	switch {
	case !s.seen:
		if f := d.otherCalendar(b); f != nil {
			return Date{}, f
		}
		return Date{}, &fault{err: ErrSyntax, at: most}
	case len(s.list) == 0 && s.year != 0:
		return Date{}, &fault{err: ErrCalendar, at: 0, hint: d.outside(s.year)}
	case len(s.list) == 0:
		return Date{}, &fault{err: ErrCalendar, at: 0}
	case len(s.list) > 1 || s.century:
		hint := "declare DateOrder"
		if s.century {
			hint = "a two-digit year needs Pivot"
		}
		return Date{}, &fault{err: ErrAmbiguous, at: 0, candidates: s.candidates(), hint: hint}
	}
	r := s.list[0]
	if r.foreign {
		if !d.own.has(r.order) && r.order != YMD {
			return Date{}, &fault{err: ErrCalendar, at: 0, hint: "no day in the locale's order; declare DateOrder"}
		}
		r.repairs |= OtherSeparators
	}
	return Date{r.date, r.repairs}, nil
}

func (s *dayReadings) candidates() []string {
	var out []string
	for _, r := range s.list {
		out = append(out, r.date.String())
	}
	slices.Sort(out)
	return out
}

func realDay(year, month, day int) (funnel.Date, bool) {
	if year < minYear || year > maxYear || uint(month-1) >= 12 || uint(day-1) >= 31 { // as most wrong orders are; an error allocates
		return funnel.Date{}, false
	}
	date, err := funnel.NewDate(year, time.Month(month), day)
	return date, err == nil
}
