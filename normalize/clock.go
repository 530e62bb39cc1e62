package normalize

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
)

// Clock is a time of day. The zero value is midnight.
type Clock struct {
	Hour, Minute, Second, Nanosecond int

	Repairs Repairs
}

// String has the form 14:30:05, with a fraction if there is one.
func (c Clock) String() string {
	s := fmt.Sprintf("%02d:%02d:%02d", c.Hour, c.Minute, c.Second)
	if c.Nanosecond != 0 {
		s += strings.TrimRight(fmt.Sprintf(".%09d", c.Nanosecond), "0")
	}
	return s
}

func (c Clock) seconds() int { return c.Hour*3600 + c.Minute*60 + c.Second }

// Time reads a whole text as a time of day, 00:00 to 23:59:59.999999999: by the 24-hour clock, or by the 12-hour clock
// with the locale's parts of the day, where 12 AM is 0 h and 13 PM is ErrRange.
func (l *Locale) Time(b []byte) (Clock, error) {
	if c, end := parseClock(b); end == len(b) && c.valid() && !l.ordering.vague {
		c.Repairs = l.ordering.latin
		return c, nil
	}
	found, f, ok := l.serialTime(b)
	if !ok {
		found, f = l.dating().clock.read(b)
	}
	if f != nil {
		return Clock{}, l.refuse(b, "a time", f)
	}
	return found, nil
}

// clock is how a locale writes times of day.
type clock struct {
	*vocabulary
	*plans
	forms []pattern
	upper bool    // AM and PM are the halves of its day
	lower bool    // am and pm are
	latin Repairs // what Latin digits are here: LatinDigits or nothing
	vague bool    // see vagueTimes
	stops bool    // hours and minutes may have a full stop or a comma between them, as a fraction has

	dayFirst, otherGlue []glue // those that begin with the day, and the others
}

// glue joins a day and a time; before is what stands before the first of them, and so on.
type glue struct {
	before, between, after pattern
	timeFirst              bool
}

func newClock(row *dateRow, v *vocabulary, vague bool) clock {
	c := clock{vocabulary: v, plans: &plans{}, latin: v.grammar.script('0'), vague: vague}
	for _, text := range append(strings.Split(row.times, "|"), "H:mm", "H:mm:ss", "h:mm a", "h:mm:ss a") {
		p, ok := newPattern(text)
		if twelve := strings.ContainsAny(unquoted(text), "hK"); ok && twelve == p.contains(period) {
			c.forms = append(c.forms, p)
			c.stops = c.stops || slices.ContainsFunc(p, func(e element) bool { return e.field == literal && (e.text == "." || e.text == ",") })
		}
	}
	c.upper = c.halves("AM", "PM")
	c.lower = c.halves("am", "pm")
	for _, text := range append([]string{"{1} {0}", "{1}, {0}", "{1}T{0}"}, strings.Split(row.glue, "|")...) {
		g, ok := newGlue(text)
		switch {
		case !ok:
		case g.before == nil && !g.timeFirst:
			c.dayFirst = append(c.dayFirst, g)
		default:
			c.otherGlue = append(c.otherGlue, g)
		}
	}
	return c
}

// halves tells whether the names are those of the two halves of the day and of nothing else.
func (c *clock) halves(first, second string) bool {
	return c.onlyHours(first, "0-11") && c.onlyHours(second, "12-23")
}

func (c *clock) onlyHours(text, hours string) bool {
	has := func(n name) bool { return strings.EqualFold(n.text, text) }
	other := func(n name) bool { return has(n) && c.hours[n.value] != hourSet([]string{hours}) }
	exact := func(n name) bool { return n.text == text }
	return slices.ContainsFunc(c.periods, exact) && !slices.ContainsFunc(c.periods, other)
}

// unquoted is a CLDR pattern without its literals.
func unquoted(s string) string {
	var b strings.Builder
	for i, part := range strings.Split(s, "'") {
		if i%2 == 0 {
			b.WriteString(part)
		}
	}
	return b.String()
}

func newGlue(text string) (glue, bool) {
	first, second := "{1}", "{0}"
	timeFirst := strings.Index(text, "{0}") < strings.Index(text, "{1}")
	if timeFirst {
		first, second = second, first
	}
	before, rest, ok1 := strings.Cut(text, first)
	between, after, ok2 := strings.Cut(rest, second)
	if !ok1 || !ok2 {
		return glue{}, false
	}
	return glue{literals(before), literals(between), literals(after), timeFirst}, true
}

// literals is a pattern of nothing but text; quotes, if any, are dropped.
func literals(text string) pattern {
	if text = strings.ReplaceAll(text, "'", ""); text == "" {
		return nil
	}
	return pattern{{text: text, loose: strings.ContainsAny(text, ".,،")}}
}

// read reads what is not plain: it asks the plans, then all forms of the locale.
func (c *clock) read(b []byte) (Clock, *fault) {
	var s shape
	shaped := s.take(b, c.vocabulary)
	if shaped {
		if p := c.find(&s); p != nil {
			return c.recall(p, &s)
		}
	}
	var room someMatches
	found, list, f := c.full(b, room[:0])
	if shaped && len(list) > 0 {
		c.learn(&s, list)
	}
	return found, f
}

// full reads a text by all forms of the locale, and returns in which ways besides.
func (c *clock) full(b []byte, room plan) (Clock, plan, *fault) {
	if len(b) > maxDateText {
		return Clock{}, nil, &fault{err: ErrRange, at: maxDateText, hint: "too long for a time"}
	}
	list, most := c.matches(b, room)
	found, f := c.settle(list, most)
	return found, list, f
}

// matches lists every way in which the whole text is a time, and how far any way came.
func (c *clock) matches(b []byte, list plan) (_ plan, most int) {
	var around Repairs
	lo := skip(b, 0, &around, Padding)
	r := reader{vocabulary: c.vocabulary, b: b[:skipBack(b, lo, len(b), &around, Padding)]}
	for _, p := range c.forms {
		r.match(p, match{i: lo, repairs: around}, func(m match) {
			if r.most = max(r.most, m.i); m.i == len(r.b) {
				if c.vague && m.hours == 0 {
					m.hours = eitherHalf
				}
				list = list.add(m)
			}
		})
	}
	return list, r.most
}

// settle says which time a text is, given how it can be read.
func (c *clock) settle(list plan, most int) (Clock, *fault) {
	var room [2]Clock
	found := clockReadings{list: room[:0]}
	for i := range list {
		found.list = found.add(&list[i])
	}
	return found.settle(most)
}

// recall reads a text of a known shape.
func (c *clock) recall(p plan, s *shape) (Clock, *fault) {
	if len(p) == 1 {
		m := p[0]
		m.fill(s)
		if hours, n := m.hoursMeant(); n == 1 {
			return m.clock(hours[0]), nil
		}
	}
	var room someMatches
	return c.settle(p.with(s, room[:0]), 0)
}

// clockReadings are the readings of one text.
type clockReadings struct {
	list []Clock
	seen bool
}

func (s *clockReadings) add(m *match) []Clock {
	s.seen = true
	list := s.list
	hours, n := m.hoursMeant()
	for _, h := range hours[:n] {
		list = keepClock(list, m.clock(h))
	}
	return list
}

// keepClock holds one reading of each time, the one with the fewest liberties.
func keepClock(list []Clock, c Clock) []Clock {
	for i := range list {
		if had := &list[i]; had.sameTime(c) {
			if bits.OnesCount32(uint32(c.Repairs)) < bits.OnesCount32(uint32(had.Repairs)) {
				*had = c
			}
			return list
		}
	}
	return append(list, c)
}

func (s *clockReadings) settle(most int) (Clock, *fault) {
	switch {
	case !s.seen:
		return Clock{}, &fault{err: ErrSyntax, at: most}
	case len(s.list) == 0:
		return Clock{}, &fault{err: ErrRange, at: 0, hint: "no such time of day"}
	case len(s.list) > 1:
		var candidates []string
		for _, c := range s.list {
			candidates = append(candidates, c.String())
		}
		return Clock{}, &fault{err: ErrAmbiguous, at: 0, candidates: sorted(candidates...)}
	}
	return s.list[0], nil
}

// eitherHalf are the hours of a time that does not say which half of the day it is in: those from 1 to 12 are in both.
const eitherHalf = 1 << 24

// hoursMeant returns the hours that the fields can mean: none, one, or two where the hours of a part of the day hold both.
func (m *match) hoursMeant() (list [2]int, n int) {
	if m.minute >= 60 || m.second >= 60 {
		return list, 0
	}
	hours := m.hours
	if hours == eitherHalf && m.hour >= 1 && m.hour <= 12 {
		hours = 1<<24 - 1
	}
	if hours&^eitherHalf == 0 {
		if m.hour < 24 {
			list[0], n = int(m.hour), 1
		}
		return list, n
	}
	if m.hour > 12 {
		return list, 0
	}
	for h := int(m.hour) % 12; h < 24; h += 12 {
		if hours&(1<<h) != 0 {
			list[n] = h
			n++
		}
	}
	return list, n
}

func (m *match) clock(hour int) Clock {
	return Clock{hour, int(m.minute), int(m.second), int(m.nano), m.repairs}
}

func (c Clock) sameTime(o Clock) bool {
	return c.seconds() == o.seconds() && c.Nanosecond == o.Nanosecond
}

func (c Clock) valid() bool { return c.Hour < 24 && c.Minute < 60 && c.Second < 60 }

// parseClock reads H:mm or H:mm:ss with a fraction from the beginning of b; end is -1 if there is none.
func parseClock(b []byte) (c Clock, end int) {
	i := 0
	for i < len(b) && i < 2 && b[i]-'0' <= 9 {
		c.Hour = c.Hour*10 + int(b[i]-'0')
		i++
	}
	if i == 0 || !twoDigits(b, i, &c.Minute) {
		return c, -1
	}
	if i += 3; twoDigits(b, i, &c.Second) {
		i += 3
		if i+1 < len(b) && (b[i] == '.' || b[i] == ',') && b[i+1]-'0' <= 9 {
			c.Nanosecond, i = parseFraction(b, i+1)
		}
	}
	if i < len(b) && (b[i]-'0' <= 9 || b[i] == ':') {
		return c, -1
	}
	return c, i
}

// parseFraction reads up to nine digits of a second's fraction.
func parseFraction(b []byte, i int) (nano, end int) {
	for unit := 100_000_000; i < len(b) && b[i]-'0' <= 9 && unit > 0; i++ {
		nano += int(b[i]-'0') * unit
		unit /= 10
	}
	return nano, i
}

// twoDigits reads ":05".
func twoDigits(b []byte, i int, v *int) bool {
	if i+2 >= len(b) || b[i] != ':' || b[i+1]-'0' > 9 || b[i+2]-'0' > 9 {
		return false
	}
	*v = int(b[i+1]-'0')*10 + int(b[i+2]-'0')
	return true
}
