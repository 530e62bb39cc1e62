package normalize

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// field is one part of a day or a time in a pattern. The letters are CLDR's (UTS #35, date field symbols).
type field byte

const (
	literal   field = 0
	year      field = 'y'
	month     field = 'M' // a number
	monthName field = 'L'
	day       field = 'd'
	weekday   field = 'E'
	era       field = 'G'
	hour      field = 'H'
	minute    field = 'm'
	second    field = 's'
	fraction  field = 'S' // of a second
	period    field = 'a' // a part of the day, such as PM
	quarter   field = 'Q' // a number
	partName  field = 'q' // a quarter or half-year by any of its names
	halfYear  field = 'x' // a number; the letters from here on are not CLDR's
	yearEnd   field = 'Y' // the second of two years
	yearMonth field = 'U' // six digits
)

// digits tells whether a field can be written with n of them.
func (f field) digits(n int) bool {
	switch f {
	case year, yearEnd:
		return n == 2 || n == 4
	case yearMonth:
		return n == 6
	case quarter, halfYear:
		return n == 1
	}
	return n == 1 || n == 2
}

// element is a field, or a literal with its text.
type element struct {
	field field
	text  string
	loose bool // the literal's spaces may be missing
	two   bool // minutes and seconds always have two digits
	firm  bool // the literal is never left out
	roman bool // the number is written I to IV
}

// pattern is the written form of a day or a time.
type pattern []element

// newPattern reads a CLDR pattern; false for one with a field that is not read, such as a zone.
func newPattern(s string) (pattern, bool) {
	var p pattern
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '\'':
			end := strings.IndexByte(s[i+1:], '\'')
			if end < 0 {
				return nil, false
			}
			p = p.literal(cmp.Or(s[i+1:i+1+end], "'"))
			i += end + 2
		case r < utf8.RuneSelf && unicode.IsLetter(r):
			n := len(s[i:]) - len(strings.TrimLeft(s[i:], string(r)))
			f, ok := fieldOf(byte(r), n)
			if !ok {
				return nil, false
			}
			p = append(p, element{field: f, two: n == 2 && (f == minute || f == second)})
			i += n
		default:
			p = p.literal(s[i : i+size])
			i += size
		}
	}
	for i := range p {
		p[i].loose = p[i].field == literal && (strings.ContainsFunc(p[i].text, unicode.IsPunct) || p.has(i-1, period) || p.has(i+1, period))
	}
	return p, true
}

func fieldOf(letter byte, n int) (field, bool) {
	switch letter {
	case 'y', 'd', 'G', 'H', 'm', 's', 'a':
		return field(letter), true
	case 'M', 'L':
		if n > 2 {
			return monthName, true
		}
		return month, true
	case 'E', 'c':
		return weekday, true
	case 'h', 'K', 'k':
		return hour, true
	case 'b', 'B':
		return period, true
	case 'Q', 'q':
		if n > 2 {
			return partName, true
		}
		return quarter, true
	}
	return 0, false
}

func (p pattern) literal(text string) pattern {
	if n := len(p); n > 0 && p[n-1].field == literal {
		p[n-1].text += text
		return p
	}
	return append(p, element{text: text})
}

func (p pattern) has(i int, f field) bool { return i >= 0 && i < len(p) && p[i].field == f }

func (p pattern) contains(f field) bool {
	return slices.ContainsFunc(p, func(e element) bool { return e.field == f })
}

// numericOrder is the order of day, month and year; none if the month is a name.
func (p pattern) numericOrder() Order {
	var s strings.Builder
	for _, e := range p {
		if e.field == day || e.field == month || e.field == year {
			s.WriteByte(byte(e.field))
		}
	}
	switch s.String() {
	case "dMy":
		return DMY
	case "Mdy":
		return MDY
	case "yMd":
		return YMD
	case "ydM":
		return ydm
	}
	return 0
}
