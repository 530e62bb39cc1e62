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
	if c, end := parseClock(b); end == len(b) && c.valid() {
		c.Repairs = l.clock.latin
		return c, nil
	}
	found, f := l.clock.read(b)
	if f != nil {
		return Clock{}, l.refuse(b, "a time", f)
	}
	return found, nil
}

// clock is how a locale writes times of day.
type clock struct {
	*vocabulary
	forms []pattern
	amPM  bool    // AM and PM are names of its parts of the day
	latin Repairs // what Latin digits are here: LatinDigits or nothing

	dayFirst, otherGlue []glue // those that begin with the day, and the others
}

// glue joins a day and a time; before is what stands before the first of them, and so on.
type glue struct {
	before, between, after pattern
	timeFirst              bool
}

func newClock(row *dateRow, v *vocabulary) clock {
	c := clock{vocabulary: v, latin: v.grammar.script('0')}
	for _, text := range append(strings.Split(row.times, "|"), "H:mm", "H:mm:ss", "h:mm a", "h:mm:ss a") {
		p, ok := newPattern(text)
		if twelve := strings.ContainsAny(unquoted(text), "hK"); ok && twelve == p.contains(period) {
			c.forms = append(c.forms, p)
		}
	}
	c.amPM = slices.ContainsFunc(c.periods, func(n name) bool { return n.text == "AM" && c.hours[n.value] == hourSet([]string{"0-11"}) })
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

// read reads a whole text by all forms of the locale.
func (c *clock) read(b []byte) (Clock, *fault) {
	if len(b) > maxDateText {
		return Clock{}, &fault{err: ErrRange, at: maxDateText, hint: "too long for a time"}
	}
	var around Repairs
	lo := skip(b, 0, &around, Padding)
	r := reader{vocabulary: c.vocabulary, b: b[:skipBack(b, lo, len(b), &around, Padding)]}
	var found clockReadings
	for _, p := range c.forms {
		r.match(p, match{i: lo, repairs: around}, func(m match) {
			if r.most = max(r.most, m.i); m.i == len(r.b) {
				found.add(m)
			}
		})
	}
	return found.settle(r.most)
}

// clockReadings are the readings of one text.
type clockReadings struct {
	list []Clock
	seen bool
}

func (s *clockReadings) add(m match) {
	s.seen = true
	list, n := m.clocks()
	for _, c := range list[:n] {
		s.keep(c)
	}
}

// keep holds one reading of each time, the one with the fewest liberties.
func (s *clockReadings) keep(c Clock) {
	for i := range s.list {
		if had := &s.list[i]; had.String() == c.String() {
			if bits.OnesCount32(uint32(c.Repairs)) < bits.OnesCount32(uint32(had.Repairs)) {
				*had = c
			}
			return
		}
	}
	s.list = append(s.list, c)
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

// clocks returns the times that the fields can mean: none, one, or two where the hours of a part of the day hold both.
func (m *match) clocks() (list [2]Clock, n int) {
	hours := [2]int{m.hour, -1}
	if m.hours != 0 {
		if m.hour > 12 {
			return list, 0
		}
		hours = [2]int{m.hour % 12, m.hour%12 + 12}
	}
	for _, h := range hours {
		c := Clock{h, m.minute, m.second, m.nano, m.repairs}
		if h >= 0 && c.valid() && (m.hours == 0 || m.hours&(1<<h) != 0) {
			list[n] = c
			n++
		}
	}
	return list, n
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
		r, m := reader{b: b}, match{i: i}
		r.fraction(&m)
		c.Nanosecond, i = m.nano, m.i
	}
	if i < len(b) && (b[i]-'0' <= 9 || b[i] == ':') {
		return c, -1
	}
	return c, i
}

// twoDigits reads ":05".
func twoDigits(b []byte, i int, v *int) bool {
	if i+2 >= len(b) || b[i] != ':' || b[i+1]-'0' > 9 || b[i+2]-'0' > 9 {
		return false
	}
	*v = int(b[i+1]-'0')*10 + int(b[i+2]-'0')
	return true
}
