package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// match is what has been read of a text so far. It is kept small, for it is copied at every step.
type match struct {
	i                               int
	year                            int16
	yearDigits, month, day, weekday int8 // weekday 1 is Sunday, 0 none
	hour, minute, second            int8
	nano                            int32
	hours                           uint32 // the hours that the part of the day has, bit by bit; 0 is none named
	zero                            rune   // digit nought of the script in use
	repairs                         Repairs

	order     Order // of the numbers of the day; none if the month is a name
	foreign   bool  // see form
	hasOffset bool  // the text says what its offset from UTC is
	offset    int32
	zone      *Zone  // that the text names; nil for none
	extent    extent // in a text that is a period
	taken     [maxRuns]taken
	n         uint8 // how many of taken there are
}

// taken says where a field's digits stand.
type taken struct {
	field      field
	at, digits uint8
}

// set gives a field its value, and tells how many digits it had.
func (m *match) set(f field, v, digits int) {
	switch f {
	case year:
		m.year, m.yearDigits = int16(v), int8(digits)
	case month:
		m.month = int8(v)
	case day:
		m.day = int8(v)
	case hour:
		m.hour = int8(v)
	case minute:
		m.minute = int8(v)
	case second:
		m.second = int8(v)
	case fraction:
		for ; digits < 9; digits++ {
			v *= 10
		}
		m.nano = int32(v)
	default:
		m.setExtent(f, v, digits)
	}
}

// take is set for the digits of a text, at a place that is remembered.
func (m *match) take(f field, v, at, digits int) {
	m.set(f, v, digits)
	m.taken[m.n] = taken{f, uint8(at), uint8(digits)}
	m.n++
}

// reader walks patterns over a text and remembers how far any came.
type reader struct {
	*vocabulary
	b    []byte
	most int
}

// match yields each way in which the text from m.i on begins with the pattern.
func (r *reader) match(p pattern, m match, yield func(match)) {
	r.most = max(r.most, m.i)
	if len(p) == 0 {
		yield(m)
		return
	}
	switch e := p[0]; e.field {
	case literal:
		if len(p) == 1 && m.i == len(r.b) && !e.firm && strings.TrimSpace(e.text) != "" {
			m.repairs |= ClosingOmitted
			yield(m)
			return
		}
		if next, ok := r.literal(e, m); ok {
			r.match(p[1:], next, yield)
		}
	case monthName, weekday, era, period:
		r.name(p, m, yield)
	case partName:
		r.part(p, m, yield)
	case quarter, halfYear:
		r.ordinal(p, m, yield)
	default:
		if next, ok := r.digits(e, m); ok {
			if e.field == second {
				r.fraction(&next)
			}
			r.match(p[1:], next, yield)
		}
	}
}

// name goes on with every name that the text has here, since one may be the beginning of another.
func (r *reader) name(p pattern, m match, yield func(match)) {
	m.i = skipIgnored(r.b, m.i, &m.repairs)
	for _, n := range r.names(p[0].field) {
		size, repairs := prefix(r.b[m.i:], n.text)
		if size == 0 {
			continue
		}
		next := m
		next.i += size
		next.repairs |= repairs
		switch p[0].field {
		case monthName:
			next.month = int8(n.value + 1)
			next.extent.short = m.yearDigits == 0
		case weekday:
			next.weekday = int8(n.value + 1)
		case period:
			next.hours = r.hours[n.value]
		case partName:
			next.extent.name(n.value, &next.repairs)
		}
		r.match(p[1:], next, yield)
	}
}

// digits reads a number of as many digits as its field has.
func (r *reader) digits(e element, m match) (match, bool) {
	m.i = skipIgnored(r.b, m.i, &m.repairs)
	s := numeral{grammar: r.grammar, text: r.b, end: m.i, zero: m.zero}
	n := s.run()
	if !e.field.digits(n) || e.two && n != 2 {
		r.most = max(r.most, m.i)
		return m, false
	}
	m.take(e.field, int(s.coef), m.i, n)
	m.i, m.zero = s.end, s.zero
	m.repairs |= r.grammar.script(s.zero)
	return m, true
}

// fraction reads up to nine digits of a second's fraction, if there is one.
func (r *reader) fraction(m *match) {
	if m.i+1 >= len(r.b) || r.b[m.i] != '.' && r.b[m.i] != ',' || r.b[m.i+1]-'0' > 9 {
		return
	}
	from := m.i + 1
	var v uint64
	v, m.i, _ = latin.run(r.b[:min(len(r.b), from+9)], from, 0)
	m.take(fraction, int(v), from, m.i-from)
}

// literal steps over a literal. Spaces of every kind are alike; in a loose literal they may be missing.
func (r *reader) literal(e element, m match) (match, bool) {
	text := []byte(e.text)
	for k := 0; k < len(text); {
		c, n := classOf(text[k:])
		m.i = skipIgnored(r.b, m.i, &m.repairs)
		switch c {
		case ignored:
		case space:
			from := m.i
			m.i = skip(r.b, m.i, &m.repairs, 0)
			if m.i == from && !e.loose {
				return m, false
			}
		default:
			size, repairs := prefix(r.b[m.i:], string(text[k:k+n]))
			if size == 0 {
				r.most = max(r.most, m.i)
				return m, false
			}
			m.i += size
			m.repairs |= repairs
		}
		k += n
	}
	return m, true
}

func skipIgnored(b []byte, i int, r *Repairs) int {
	for i < len(b) && b[i] >= utf8.RuneSelf {
		c, n := classOf(b[i:])
		if c != ignored {
			break
		}
		*r |= Invisible
		i += n
	}
	return i
}

// prefix returns how many bytes of b say text, and what liberties that takes: the case of letters, the form of spaces,
// apostrophes and punctuation. It is 0 if b does not begin with text.
func prefix(b []byte, text string) (size int, repairs Repairs) {
	if len(b) >= len(text) && string(b[:len(text)]) == text {
		return len(text), 0
	}
	if len(b) == 0 || b[0] < utf8.RuneSelf && text[0] < utf8.RuneSelf && b[0]|0x20 != text[0]|0x20 && asciiClass[b[0]] == other {
		return 0, 0 // as nearly all names are refused by their first letter
	}
	for _, want := range text {
		if size == len(b) {
			return 0, 0
		}
		r, n := utf8.DecodeRune(b[size:])
		switch c := runeClass(r); {
		case r == want:
		case c == runeClass(want) && (c == space || c == apostrophe || c == dot || c == comma || c == open || c == closing):
			repairs |= variant(c)
		case foldEqual(r, want):
			repairs |= OtherCase
		case runeClass(want) == ignored: // as in Lao words, where the reader has stepped over it
			n = 0
		default:
			return 0, 0
		}
		size += n
	}
	return size, repairs
}

// foldEqual compares by Unicode simple folding, which does not know the language: it never makes I of ı.
func foldEqual(a, b rune) bool {
	for f := unicode.SimpleFold(a); f != a; f = unicode.SimpleFold(f) {
		if f == b {
			return true
		}
	}
	return false
}
