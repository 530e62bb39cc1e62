package normalize

import (
	"bytes"
	"time"

	"github.com/koine-go/koine/funnel"
)

// Instant is a point in time, in UTC, read from text. The zero value is the beginning of year 1.
type Instant struct {
	Time    time.Time
	Repairs Repairs
}

// Instant reads a whole text as a day and a time of day in zone, or with the offset that the text itself states (RFC 3339).
// A time that the zone skipped is ErrGap, one that it had twice ErrOverlap; both list the two instants it can mean.
// Abbreviations such as CST, which several zones use, are ErrAmbiguous.
func (l *Locale) Instant(b []byte, zone *time.Location) (Instant, error) {
	local, f := l.local(b)
	if f == nil {
		if local.hasOffset {
			return local.at(local.offset), nil
		}
		f = local.in(locationSegments(zone, local.seconds))
	}
	return l.instant(b, &local, f)
}

// InstantIn is Instant with a zone resolved beforehand, for readers of many rows.
func (l *Locale) InstantIn(b []byte, zone *Zone) (Instant, error) {
	local, f := l.local(b)
	if f == nil {
		if local.hasOffset {
			return local.at(local.offset), nil
		}
		f = local.in(zone.segments(local.seconds))
	}
	return l.instant(b, &local, f)
}

func (l *Locale) instant(b []byte, local *local, f *fault) (Instant, error) {
	if f != nil {
		return Instant{}, l.refuse(b, "a point in time", f)
	}
	return local.at(local.offset), nil
}

// local is a day and a time of day, with an offset once it is known.
type local struct {
	seconds   int64 // since 1970-01-01T00:00:00, as if in UTC
	nano      int
	offset    int // seconds east of UTC
	hasOffset bool
	repairs   Repairs
}

func newLocal(d funnel.Date, c Clock, r Repairs) local {
	return local{seconds: int64(d.Number()-unixDay)*86400 + int64(c.seconds()), nano: c.Nanosecond, repairs: r | c.Repairs}
}

// unixDay is the number of 1970-01-01.
const unixDay = 719163

func (t *local) at(offset int) Instant {
	return Instant{time.Unix(t.seconds-int64(offset), int64(t.nano)).UTC(), t.repairs}
}

// in finds the offset that holds in a zone at the local time.
func (t *local) in(s segments) *fault {
	var found [2]int
	n := 0
	for _, g := range s.list[:s.n] {
		if utc := t.seconds - g.offset; g.from <= utc && utc < g.to {
			found[min(n, 1)] = int(g.offset)
			n++
		}
	}
	switch {
	case n == 1:
		t.offset = found[0]
		return nil
	case n > 1:
		return &fault{err: ErrOverlap, candidates: t.stamps(found[:])}
	case s.n < 2:
		return &fault{err: ErrRange}
	}
	return &fault{err: ErrGap, candidates: t.stamps([]int{int(s.list[0].offset), int(s.list[1].offset)})}
}

// stamps writes the instants that the local time is with each of the offsets.
func (t *local) stamps(offsets []int) []string {
	var out []string
	for _, o := range offsets {
		out = append(out, t.at(o).Time.Format(time.RFC3339Nano))
	}
	return sorted(out...)
}

// local reads the day and the time of a text, and its offset if it has one.
func (l *Locale) local(b []byte) (local, *fault) {
	if t, ok := l.plainLocal(b); ok {
		return t, nil
	}
	if len(b) > maxDateText {
		return local{}, &fault{err: ErrRange, at: maxDateText, hint: "too long for a point in time"}
	}
	return l.readLocal(b)
}

// plainLocal reads what nearly all exports write: a triple, one space or T, and H:mm:ss, perhaps with AM, PM or an offset.
func (l *Locale) plainLocal(b []byte) (t local, ok bool) {
	d := parseTriple(b)
	at := int(d.end)
	if at < 0 || at+1 >= len(b) || b[at] != ' ' && b[at] != 'T' {
		return t, false
	}
	date, repairs, ok := l.days.plain(d)
	if !ok {
		return t, false
	}
	rest := b[at+1:]
	c, end := parseClock(rest)
	if end < 0 {
		return t, false
	}
	rest = rest[end:]
	if l.clock.amPM {
		rest, ok = latinPeriod(rest, &c)
	}
	if !ok || !c.valid() {
		return t, false
	}
	t = newLocal(date, c, repairs)
	if len(rest) == 0 {
		return t, true
	}
	var n int
	t.offset, n = parseOffset(rest)
	t.hasOffset = true
	return t, n == len(rest) && n > 0
}

// latinPeriod applies " AM" or "PM" to a time by the 12-hour clock.
func latinPeriod(b []byte, c *Clock) (rest []byte, ok bool) {
	mark := bytes.TrimPrefix(b, []byte(" "))
	if len(mark) != 2 || mark[1] != 'M' || mark[0] != 'A' && mark[0] != 'P' {
		return b, true
	}
	if c.Hour > 12 {
		return b, false
	}
	c.Hour %= 12
	if mark[0] == 'P' {
		c.Hour += 12
	}
	return nil, true
}

// parseOffset reads Z, +01:00, +0100 or +01 from the beginning of b, and returns its length, 0 if there is none.
func parseOffset(b []byte) (seconds, n int) {
	if b[0] == 'Z' {
		return 0, 1
	}
	if b[0] != '+' && b[0] != '-' || len(b) < 3 || b[1]-'0' > 9 || b[2]-'0' > 9 {
		return 0, 0
	}
	hours, minutes := int(b[1]-'0')*10+int(b[2]-'0'), 0
	n = 3
	rest := bytes.TrimPrefix(b[3:], []byte(":"))
	if len(rest) >= 2 && rest[0]-'0' <= 9 && rest[1]-'0' <= 9 {
		minutes = int(rest[0]-'0')*10 + int(rest[1]-'0')
		n = len(b) - len(rest) + 2
	}
	if hours > 14 || minutes > 59 {
		return 0, 0
	}
	if seconds = hours*3600 + minutes*60; b[0] == '-' {
		seconds = -seconds
	}
	return seconds, n
}

// readLocal reads days and times in all forms of the locale, joined as the locale or an export joins them.
func (l *Locale) readLocal(b []byte) (local, *fault) {
	var around Repairs
	lo := skip(b, 0, &around, Padding)
	r := reader{vocabulary: l.days.vocabulary, b: b[:skipBack(b, lo, len(b), &around, Padding)]}
	s := localReadings{reader: &r, locale: l}
	start := match{i: lo, repairs: around}
	l.days.each(&r, start, func(f form, m match) {
		for _, g := range l.clock.dayFirst {
			s.time(g, f, m)
		}
	})
	for _, g := range l.clock.otherGlue {
		r.match(g.before, start, func(m match) {
			if g.timeFirst {
				l.times(&r, m, func(m match) {
					r.match(g.between, m, func(m match) { l.days.each(&r, m, func(f form, m match) { s.end(g, f, m) }) })
				})
			} else {
				l.days.each(&r, m, func(f form, m match) { s.time(g, f, m) })
			}
		})
	}
	return s.settle(b)
}

func (l *Locale) times(r *reader, m match, yield func(match)) {
	for _, p := range l.clock.forms {
		r.match(p, m, yield)
	}
}

// localReadings are the readings of one text.
type localReadings struct {
	*reader
	locale       *Locale
	dates        dayReadings
	clocks       clockReadings
	offset       int
	hasOffset    bool
	abbreviation string // a zone that is not one zone
}

// time goes on behind the day.
func (s *localReadings) time(g glue, f form, m match) {
	s.match(g.between, m, func(m match) {
		s.locale.times(s.reader, m, func(m match) { s.end(g, f, m) })
	})
}

// end takes what is left of the text after the day and the time: nothing, or a zone.
func (s *localReadings) end(g glue, f form, m match) {
	s.match(g.after, m, func(m match) {
		m.i = skip(s.b, m.i, &m.repairs, 0)
		s.most = max(s.most, m.i)
		rest := s.b[m.i:]
		if len(rest) > 0 {
			offset, n := parseOffset(rest)
			switch {
			case n == len(rest):
				s.offset, s.hasOffset = offset, true
			case string(rest) == "UTC" || string(rest) == "GMT":
				s.offset, s.hasOffset = 0, true
			default:
				if isAbbreviation(rest) {
					s.abbreviation = string(rest)
				}
				return
			}
		}
		s.dates.add(&s.locale.days, f, m)
		s.clocks.add(m)
	})
}

func (s *localReadings) settle(b []byte) (local, *fault) {
	if !s.dates.seen && s.abbreviation != "" {
		return local{}, &fault{err: ErrAmbiguous, at: bytes.LastIndex(b, []byte(s.abbreviation)), candidates: abbreviations[s.abbreviation], hint: "zone abbreviations have several meanings"}
	}
	date, f := s.dates.settle(&s.locale.days, b, s.most)
	if f != nil {
		return local{}, f
	}
	c, f := s.clocks.settle(s.most)
	if f != nil {
		return local{}, f
	}
	t := newLocal(date.Date, c, date.Repairs)
	t.offset, t.hasOffset = s.offset, s.hasOffset
	return t, nil
}

// abbreviations are the offsets of those that mean several zones. Others are refused alike, without candidates.
var abbreviations = map[string][]string{
	"AST":  {"+03:00", "-04:00"},
	"BST":  {"+01:00", "+06:00", "+11:00"},
	"CST":  {"+08:00", "-05:00", "-06:00"},
	"EST":  {"+10:00", "-05:00"},
	"IST":  {"+01:00", "+02:00", "+05:30"},
	"MST":  {"+06:30", "+08:00", "-07:00"},
	"PST":  {"+08:00", "-08:00"},
	"SST":  {"+08:00", "-11:00"},
	"CEST": {"+02:00"},
	"CET":  {"+01:00"},
	"EDT":  {"-04:00"},
	"CDT":  {"-04:00", "-05:00"},
	"PDT":  {"-07:00"},
}

func isAbbreviation(b []byte) bool {
	for _, c := range b {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return len(b) >= 2 && len(b) <= 5
}
