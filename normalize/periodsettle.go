package normalize

import (
	"math/bits"
	"time"

	"github.com/koine-go/koine/funnel"
)

// periodReadings say of the readings of one text why there are several, or why there is none.
type periodReadings struct {
	century bool // some only by guessing the century
	plain   bool // some only by guessing whether the year is civil
	named   bool // some only by guessing how fiscal years are named
	none    fault
}

// settle says which period a text is, given how it can be read.
func (p *periods) settle(ways plan, c *funnel.Calendar) (Period, *fault) {
	var room [6]Period
	var s periodReadings
	list := room[:0]
	for i := range ways {
		list = s.add(list, p, &ways[i], c)
	}
	switch {
	case len(list) == 1 && !s.century:
		return list[0], nil
	case len(list) == 0:
		return Period{}, &fault{err: s.none.err, hint: s.none.hint}
	}
	var candidates []string
	for _, r := range list {
		candidates = append(candidates, r.Period.String())
	}
	return Period{}, &fault{err: ErrAmbiguous, candidates: sorted(candidates...), hint: s.hint()}
}

// hint says what would settle it.
func (s *periodReadings) hint() string {
	switch {
	case s.century:
		return "a two-digit year needs Pivot"
	case s.plain:
		return "a fiscal year is written FY2026, a civil one CY2026"
	case s.named:
		return "declare FiscalYears"
	}
	return "a fiscal year of two years is written FY2008/09"
}

// add adds what a match is in each century that it can be of.
func (s *periodReadings) add(list []Period, p *periods, m *match, c *funnel.Calendar) []Period {
	year := int(m.year)
	switch {
	case m.yearDigits == 4:
		return s.inYear(list, p, m, c, year, 0)
	case p.pivot != 0:
		return s.inYear(list, p, m, c, p.pivot+(year-p.pivot%100+100)%100, Pivoted)
	}
	s.century = true
	return s.inYear(s.inYear(list, p, m, c, 1900+year, 0), p, m, c, 2000+year, 0)
}

// inYear adds what a match is if its year is the given one.
func (s *periodReadings) inYear(list []Period, p *periods, m *match, c *funnel.Calendar, year int, r Repairs) []Period {
	e, unit := &m.extent, m.unit()
	found := Period{Unit: unit, Repairs: m.repairs | r}
	number := 0 // of the unit in its year, from 0
	switch unit {
	case Month:
		number = int(m.month) - 1
	case Quarter, HalfYear:
		number = int(e.part) - 1
	}
	switch {
	case year < minYear || year > maxYear:
		s.refuse(fault{err: ErrCalendar, hint: p.outside(year)})
	case uint(number) >= uint(12/unit.months()):
		s.refuse(fault{err: ErrCalendar, hint: "no such " + unit.String()})
	case e.digits == 4 && int(e.end) != year+1 || e.digits == 2 && int(e.end) != (year+1)%100:
		s.refuse(fault{err: ErrCalendar, hint: "two years that do not follow each other"})
	case e.fiscal():
		return s.inFiscalYears(list, p, e, c, year, number, found)
	case e.kind == plainYear && (unit == Quarter || unit == HalfYear) && c != nil && c.FiscalStart() != time.January:
		s.plain = true
		return s.inFiscalYears(keepPeriod(list, found, year, time.January, number), p, e, c, year, number, found)
	default:
		return keepPeriod(list, found, year, time.January, number)
	}
	return list
}

// fiscal tells whether a text says that its year is a fiscal one.
func (e *extent) fiscal() bool { return e.kind == fiscalYear || e.kind == startedYear || e.digits != 0 }

// inFiscalYears adds the part of a fiscal year, or the year, for each fiscal year that can be meant.
func (s *periodReadings) inFiscalYears(list []Period, p *periods, e *extent, c *funnel.Calendar, year, number int, found Period) []Period {
	if c == nil {
		s.refuse(fault{err: ErrSyntax, hint: "a fiscal year needs a calendar"})
		return list
	}
	start := c.FiscalStart()
	switch {
	case start == time.January && e.digits != 0:
		s.refuse(fault{err: ErrConflict, hint: "two years, where the calendar's fiscal years are civil ones"})
		return list
	case start == time.January || e.digits != 0 || p.naming == ByStartYear || p.naming == 0 && e.kind == startedYear:
		return keepPeriod(list, found, year, start, number)
	case p.naming == ByEndYear:
		return keepPeriod(list, found, year-1, start, number)
	}
	s.named = true
	return keepPeriod(keepPeriod(list, found, year-1, start, number), found, year, start, number)
}

// refuse remembers the first reason, or one about two years that do follow each other.
func (s *periodReadings) refuse(f fault) {
	if s.none.err == nil || f.err != ErrCalendar {
		s.none = f
	}
}

// keepPeriod adds a part of the twelve months from a first one on; of two readings of one period, the one with fewer liberties.
func keepPeriod(list []Period, found Period, year int, first time.Month, number int) []Period {
	n := found.Unit.months()
	from := year*12 + int(first) - 1 + number*n
	found.Period = funnel.Period{From: firstOfMonth(from), To: firstOfMonth(from + n)}
	for i := range list {
		if had := &list[i]; had.Period == found.Period {
			if bits.OnesCount32(uint32(found.Repairs)) < bits.OnesCount32(uint32(had.Repairs)) {
				*had = found
			}
			return list
		}
	}
	return append(list, found)
}

// firstOfMonth is the first day of a month counted from January of year 0.
func firstOfMonth(n int) funnel.Date {
	d, _ := funnel.NewDate(n/12, time.Month(n%12+1), 1)
	return d
}
