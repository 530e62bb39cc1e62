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
	var t local
	f := l.local(&t, b)
	if f == nil && !t.hasOffset {
		f = t.in(locationSegments(zone, t.seconds))
	}
	if f != nil {
		return Instant{}, l.refuse(b, "a point in time", l.orSerial(f, b))
	}
	return t.instant(), nil
}

// InstantIn is Instant with a zone resolved beforehand, for readers of many rows.
func (l *Locale) InstantIn(b []byte, zone *Zone) (Instant, error) {
	var t local
	f := l.local(&t, b)
	if f == nil && !t.hasOffset {
		var ok bool
		if t.offset, ok = zone.offset(t.seconds); !ok {
			f = t.in(zone.segments(t.seconds))
		}
	}
	if f != nil {
		return Instant{}, l.refuse(b, "a point in time", l.orSerial(f, b))
	}
	return t.instant(), nil
}

// local is a day and a time of day, with an offset once it is known.
type local struct {
	seconds   int64 // since 1970-01-01T00:00:00, as if in UTC
	nano      int
	offset    int // seconds east of UTC
	hasOffset bool
	zone      *Zone // that the text names; nil for none
	repairs   Repairs
}

func (t *local) set(d funnel.Date, seconds, nano int, r Repairs) {
	t.seconds, t.nano, t.repairs = int64(d.Number()-unixDay)*86400+int64(seconds), nano, r
}

// unixDay is the number of 1970-01-01.
const unixDay = 719163

func (t *local) instant() Instant { return Instant{t.at(t.offset), t.repairs} }

func (t *local) at(offset int) time.Time {
	return time.Unix(t.seconds-int64(offset), int64(t.nano)).UTC()
}

// in finds the offset that holds in a zone at the local time.
func (t *local) in(s segments) *fault {
	var found [2]int
	n := 0
	for _, g := range s.list[:s.n] {
		if utc := t.seconds - g.Offset; g.From <= utc && utc < g.To {
			found[min(n, 1)] = int(g.Offset)
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
	return &fault{err: ErrGap, candidates: t.stamps([]int{int(s.list[0].Offset), int(s.list[1].Offset)})}
}

// stamps writes the instants that the local time is with each of the offsets.
func (t *local) stamps(offsets []int) []string {
	var out []string
	for _, o := range offsets {
		out = append(out, t.at(o).Format(time.RFC3339Nano))
	}
	return sorted(out...)
}

// local reads the day and the time of a text, and its offset if it has one.
func (l *Locale) local(t *local, b []byte) *fault {
	if l.plainLocal(t, b) {
		return nil
	}
	if f, ok := l.serialLocal(t, b); ok {
		return f
	}
	var s shape
	shaped := s.take(b, l.dating().days.vocabulary)
	if shaped {
		if p := l.dating().plans.find(&s); p != nil {
			return l.recall(t, p, &s, b)
		}
	}
	list, fixed, f := l.fullLocal(t, b)
	if shaped && fixed && len(list) > 0 {
		l.dating().plans.learn(&s, list)
	}
	return f
}

// fullLocal reads a text by all forms of the locale, and returns in which ways besides, and whether they are a matter of its
// shape alone.
func (l *Locale) fullLocal(t *local, b []byte) (list plan, fixed bool, f *fault) {
	*t = local{}
	if len(b) > maxDateText {
		return nil, false, &fault{err: ErrRange, at: maxDateText, hint: "too long for a point in time"}
	}
	r := localReader{locale: l}
	if r.read(b); len(r.list) == 0 && r.unread != nil {
		return nil, false, r.unread
	}
	if f = t.settle(l, r.list, b, r.most); f != nil && f.err == ErrConflict {
		f.at = r.nameAt
	}
	return r.list, !r.valued, f
}

// plainLocal reads what nearly all exports write: a triple, one space or T, and H:mm:ss, perhaps with AM, PM, an offset or the
// name of a zone that is remembered. It only says yes.
func (l *Locale) plainLocal(t *local, b []byte) bool {
	date, repairs, at, ok := l.ordering.triple(b)
	if !ok || at+1 >= len(b) || b[at] != ' ' && b[at] != 'T' {
		return false
	}
	rest := b[at+1:]
	c, end := parseClock(rest)
	if end < 0 {
		return false
	}
	rest = rest[end:]
	if len(rest) > 1 {
		rest, ok = l.dating().clock.latinPeriod(rest, &c)
	}
	if !ok || !c.valid() {
		return false
	}
	t.set(date, c.seconds(), c.Nanosecond, repairs)
	if len(rest) == 0 {
		return true
	}
	var n int
	t.offset, n = parseOffset(rest)
	t.hasOffset = true
	return n == len(rest) || l.plainZone(t, rest, n)
}

// latinPeriod applies " AM" or "pm" to a time by the 12-hour clock, where the locale has such names.
func (k *clock) latinPeriod(b []byte, c *Clock) (rest []byte, ok bool) {
	mark := b
	if b[0] == ' ' {
		mark = b[1:]
	}
	if len(mark) != 2 || mark[1]|0x20 != 'm' {
		return b, true
	}
	known, half := k.upper, mark[0]
	if mark[1] == 'm' {
		known, half = k.lower, half-0x20
	}
	if !known || c.Hour > 12 || half != 'A' && half != 'P' {
		return b, false
	}
	if c.Hour %= 12; half == 'P' {
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

// localReader reads days and times in all forms of the locale, joined as the locale or an export joins them.
type localReader struct {
	reader
	locale *Locale
	list   plan
	valued bool   // what some reading takes for a zone is a matter of more than its shape
	unread *fault // why a zone was not read
	nameAt int    // where a zone is named besides an offset
	asked  string // the zone that was looked for last
	answer *Zone  // and what was found; nil for none
}

// read lists every way in which the whole text is a day and a time.
func (r *localReader) read(b []byte) {
	var around Repairs
	lo := skip(b, 0, &around, Padding)
	r.reader = reader{vocabulary: r.locale.dating().days.vocabulary, b: b[:skipBack(b, lo, len(b), &around, Padding)]}
	start := match{i: lo, repairs: around}
	r.days(start, func(m match) {
		for _, g := range r.locale.dating().clock.dayFirst {
			r.time(g, m)
		}
	})
	for _, g := range r.locale.dating().clock.otherGlue {
		r.match(g.before, start, func(m match) {
			if !g.timeFirst {
				r.days(m, func(m match) { r.time(g, m) })
				return
			}
			r.times(m, func(m match) {
				r.match(g.between, m, func(m match) { r.days(m, func(m match) { r.end(g, m) }) })
			})
		})
	}
}

func (r *localReader) days(m match, yield func(match)) {
	r.locale.dating().days.each(&r.reader, m, yield)
}

func (r *localReader) times(m match, yield func(match)) {
	for _, p := range r.locale.dating().clock.forms {
		r.match(p, m, yield)
	}
}

// time goes on behind the day.
func (r *localReader) time(g glue, m match) {
	r.match(g.between, m, func(m match) {
		r.times(m, func(m match) { r.end(g, m) })
	})
}

// end takes what is left of the text after the day and the time: nothing, or a zone.
func (r *localReader) end(g glue, m match) {
	r.match(g.after, m, func(m match) {
		m.i = skip(r.b, m.i, &m.repairs, 0)
		r.most = max(r.most, m.i)
		if rest := r.b[m.i:]; len(rest) == 0 || r.zone(rest, &m) {
			r.list = r.list.add(m)
		}
	})
}

// recall reads a text of a known shape.
func (l *Locale) recall(t *local, p plan, s *shape, b []byte) *fault {
	if len(p) == 1 {
		m := p[0]
		m.fill(s)
		date, ok := m.whole()
		if hours, n := m.hoursMeant(); ok && n == 1 {
			t.set(date, hours[0]*3600+int(m.minute)*60+int(m.second), int(m.nano), m.repairs)
			t.offset, t.hasOffset, t.zone = int(m.offset), m.hasOffset, m.zone
			return t.place()
		}
	}
	var room someMatches
	*t = local{}
	return t.settle(l, p.with(s, room[:0]), b, 0)
}

// settle says which local time a text is, given how it can be read.
func (t *local) settle(l *Locale, list plan, b []byte, most int) *fault {
	var days [4]dayReading
	var times [2]Clock
	dates, clocks := dayReadings{list: days[:0]}, clockReadings{list: times[:0]}
	for i := range list {
		m := &list[i]
		dates.list = dates.add(&l.dating().days, m)
		clocks.list = clocks.add(m)
		if m.hasOffset {
			t.offset, t.hasOffset = int(m.offset), true
		}
		if m.zone != nil {
			t.zone = m.zone
		}
	}
	date, f := dates.settle(&l.dating().days, b, most)
	if f != nil {
		return f
	}
	c, f := clocks.settle(most)
	if f != nil {
		return f
	}
	t.set(date.Date, c.seconds(), c.Nanosecond, date.Repairs|c.Repairs)
	return t.place()
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
