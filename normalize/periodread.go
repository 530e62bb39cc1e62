package normalize

import (
	"slices"

	"github.com/koine-go/koine/funnel"
)

// extent is what a match says of a period, besides its year and its month.
type extent struct {
	unit   Unit
	part   int8 // which quarter or half-year
	end    int16
	digits int8 // of end, the second of two years; 0 for none
	kind   yearKind
	short  bool // the year of a month may have two digits
}

func (m *match) setExtent(f field, v, digits int) {
	switch f {
	case quarter:
		m.extent.unit, m.extent.part = Quarter, int8(v)
	case halfYear:
		m.extent.unit, m.extent.part = HalfYear, int8(v)
	case yearEnd:
		m.extent.end, m.extent.digits = int16(v), int8(digits)
	case yearMonth:
		m.year, m.yearDigits, m.month = int16(v/100), 4, int8(v%100)
	}
}

// The values of the names of parts: those of CLDR's quarters, 0 to 3, then what people write, by field and number.
const (
	customQuarters = 8
	customHalves   = 16
)

func customPart(f field, number int) int {
	if f == halfYear {
		return customHalves + number - 1
	}
	return customQuarters + number - 1
}

// name sets the part of the year that a name of this value is.
func (e *extent) name(value int, repairs *Repairs) {
	e.unit, e.part = Quarter, int8(value%customQuarters+1)
	if value >= customHalves {
		e.unit = HalfYear
	}
	if value >= customQuarters {
		*repairs |= OtherForm
	}
}

// part goes on with every quarter and half-year that the text has here.
func (r *reader) part(p pattern, m match, yield func(match)) {
	r.name(p, m, yield)
	r.framed(r.frames, m, func(m match) { r.match(p[1:], m, yield) })
}

func (r *reader) framed(frames []frame, m match, yield func(match)) {
	for _, f := range frames {
		r.match(f.pattern, m, func(m match) {
			m.repairs |= f.repairs
			m.extent.short = m.extent.short || f.short
			yield(m)
		})
	}
}

// ordinal reads the number of a quarter or half-year, which may be Roman. Being part of a name, it may be in another script
// than the year.
func (r *reader) ordinal(p pattern, m match, yield func(match)) {
	e, script := p[0], m.zero
	m.zero = 0
	next, ok := r.digits(e, m)
	roman := !ok
	if roman {
		next, ok = r.roman(e, m)
	}
	if roman != e.roman {
		next.repairs |= OtherForm
	}
	if next.zero = script; ok {
		r.match(p[1:], next, yield)
	}
}

// roman reads I to IV.
func (r *reader) roman(e element, m match) (match, bool) {
	m.i = skipIgnored(r.b, m.i, &m.repairs)
	n := 0
	for n < 3 && m.i+n < len(r.b) && r.b[m.i+n] == 'I' {
		n++
	}
	v := n
	if n == 1 && m.i+1 < len(r.b) && r.b[m.i+1] == 'V' {
		n, v = 2, 4
	}
	m.i += n
	m.setExtent(e.field, v, 1)
	return m, n > 0
}

// read reads a text as a period.
func (p *periods) read(b []byte, c *funnel.Calendar) (Period, *fault) {
	var s shape
	shaped := s.take(b, p.vocabulary)
	if shaped {
		if known := p.find(&s); known != nil {
			var room someMatches
			return p.settle(known.with(&s, room[:0]), c)
		}
	}
	if len(b) > maxDateText {
		return Period{}, &fault{err: ErrRange, at: maxDateText, hint: "too long for a period"}
	}
	list, none := p.matches(b)
	if shaped && len(list) > 0 {
		p.learn(&s, list)
	}
	if len(list) == 0 {
		return Period{}, &none
	}
	return p.settle(list, c)
}

// matches lists every way in which the whole text is a period, or says why there is none.
func (p *periods) matches(b []byte) (list plan, none fault) {
	var around Repairs
	none.err = ErrSyntax
	lo := skip(b, 0, &around, Padding)
	r := reader{vocabulary: p.vocabulary, b: b[:skipBack(b, lo, len(b), &around, Padding)]}
	p.each(&r, match{i: lo, repairs: around}, func(m match) {
		r.most = max(r.most, m.i)
		switch {
		case m.i < len(r.b):
		case m.wholeYear():
			list = list.add(m)
		case m.unit() == Month && m.extent.fiscal():
			none.hint = "a month is one of a civil year"
		default:
			none.hint = "a year has four digits here"
		}
	})
	none.at = r.most
	if len(list) == 0 {
		if f := p.otherCalendar(b); f != nil {
			none = *f
		}
	}
	return list, none
}

// unit is that of a match; a month of number nought is one too.
func (m *match) unit() Unit {
	numbered := func(t taken) bool { return t.field == month || t.field == yearMonth }
	switch {
	case m.extent.unit != 0:
		return m.extent.unit
	case m.month != 0 || slices.ContainsFunc(m.taken[:m.n], numbered):
		return Month
	}
	return Year
}

// wholeYear tells whether the year is one of this unit and has enough digits: four, or two where it is no day: behind the
// name of a month, with a quarter or a half-year, with a mark. Months are those of civil years.
func (m *match) wholeYear() bool {
	e := &m.extent
	if m.unit() == Month {
		return e.kind == plainYear && e.digits == 0 && (m.yearDigits == 4 || e.short)
	}
	if e.digits != 0 && (e.kind == plainYear || e.digits > m.yearDigits) {
		return m.yearDigits == 4
	}
	return m.yearDigits == 4 || e.unit != 0 || e.kind != plainYear
}

// each yields every way in which the text begins with a period: by CLDR's patterns, as a year, and as a year and a part of
// it in either order.
func (p *periods) each(r *reader, m match, yield func(match)) {
	r.framed(p.forms, m, yield)
	joined := func(m match) {
		if m.extent.kind == plainYear {
			m.repairs |= OtherForm
		}
		yield(m)
	}
	p.eachYear(r, m, func(m match) {
		yield(m)
		p.joint(r, m, func(m match) { p.eachPart(r, m, joined) })
	})
	p.eachPart(r, m, func(m match) {
		p.joint(r, m, func(m match) { p.eachYear(r, m, joined) })
	})
}

// eachPart yields months, quarters and half-years.
func (p *periods) eachPart(r *reader, m match, yield func(match)) {
	r.framed(p.months, m, yield)
	r.match(onePart, m, yield)
}

var (
	onePart    = pattern{{field: partName}}
	oneYear    = pattern{{field: year}}
	oneYearEnd = pattern{{field: yearEnd}}
)

// joint steps over what joins a year and its part: words, or nothing, or a sign, with or without spaces.
func (p *periods) joint(r *reader, m match, yield func(match)) {
	for _, words := range p.joints {
		r.match(words, m, yield)
	}
	m.i = skip(r.b, m.i, &m.repairs, 0)
	if n := joining(r.b[m.i:]); n > 0 {
		m.i = skip(r.b, m.i+n, &m.repairs, 0)
	}
	yield(m)
}

// joining is the length of the sign that b begins with, 0 for none.
func joining(b []byte) int {
	if len(b) == 0 {
		return 0
	}
	switch c, n := classOf(b); {
	case c == minus || c == dot || c == comma || b[0] == '/' || b[0] == '_':
		return n
	}
	return 0
}

// eachYear yields years with and without what is written at them, and two years with "/" or a hyphen. An apostrophe may stand
// for the century.
func (p *periods) eachYear(r *reader, m match, yield func(match)) {
	for _, form := range p.years {
		r.match(form.before, m, func(m match) {
			short := m.step(r.b, func(c class, _ byte) bool { return c == apostrophe })
			r.match(oneYear, m, func(m match) {
				if short && m.yearDigits == 4 {
					return
				}
				m.extent.kind = form.kind
				r.match(form.after, m, yield)
				if m.step(r.b, func(c class, b byte) bool { return c == minus || b == '/' }) && form.kind != civilYear {
					r.match(oneYearEnd, m, func(m match) { r.match(form.after, m, yield) })
				}
			})
		})
	}
}

// step steps over a sign if it is one that is asked for.
func (m *match) step(b []byte, is func(class, byte) bool) bool {
	if m.i == len(b) {
		return false
	}
	c, n := classOf(b[m.i:])
	if !is(c, b[m.i]) {
		return false
	}
	m.i += n
	return true
}
