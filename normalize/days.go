package normalize

import (
	"strings"

	"github.com/koine-go/koine/funnel"
)

// days is how a locale writes days.
type days struct {
	*vocabulary
	forms    []form
	orders   [3]orders // of ".", "/" and "-": those in which the locale itself uses them
	own      orders    // of any of them
	declared Order
	pivot    int
	latin    Repairs // what Latin digits are here: LatinDigits or nothing
}

// form is one way to write a day.
type form struct {
	pattern
	order    Order // of the numbers; none if the month is a name
	foreign  bool  // the separator is not the locale's own and no order is declared
	fullYear bool  // the year has four digits
}

// orders is a set of orders, bit o for Order o.
type orders uint8

func (s orders) has(o Order) bool { return s&(1<<o) != 0 }

// separators of numeric dates, in the order of days.orders.
const dateSeparators = "./-"

func separatorIndex(c byte) int {
	switch c {
	case '.':
		return 0
	case '/':
		return 1
	}
	return 2
}

func newDays(row *dateRow, v *vocabulary, o options) days {
	d := days{vocabulary: v, declared: o.order, pivot: o.pivot, latin: v.grammar.script('0')}
	for _, text := range strings.Split(row.patterns, "|") {
		p, ok := newPattern(text)
		if !ok {
			continue
		}
		order := p.numericOrder()
		if i := strings.IndexAny(text, dateSeparators); order != 0 && i >= 0 && !p.contains(weekday) {
			d.orders[separatorIndex(text[i])] |= 1 << order
			d.own |= 1 << order
		}
		if order == 0 || o.order == 0 || order == o.order {
			d.forms = append(d.forms, form{pattern: p, order: order})
		}
	}
	for i, own := range d.orders {
		d.addNumeric(dateSeparators[i], own)
	}
	return d
}

// addNumeric adds the forms of three numbers with the separator c: a year of four digits comes first in every locale;
// other orders are the declared one, else the locale's own for c, else all that can be, which then compete.
func (d *days) addNumeric(c byte, own orders) {
	d.forms = append(d.forms, form{pattern: numericPattern(YMD, c), order: YMD, fullYear: true})
	for o := DMY; o <= ydm; o++ {
		foreign := d.declared == 0 && !own.has(DMY) && !own.has(MDY) && (o == DMY || o == MDY || o == YMD && own == 0)
		if foreign || o == d.declared || d.declared == 0 && own.has(o) {
			d.forms = append(d.forms, form{pattern: numericPattern(o, c), order: o, foreign: foreign, fullYear: foreign && own != 0})
		}
	}
}

func numericPattern(o Order, c byte) pattern {
	between := element{text: string(c)}
	if c == '.' {
		between = element{text: ". ", loose: true}
	}
	f := [...][3]field{DMY: {day, month, year}, MDY: {month, day, year}, YMD: {year, month, day}, ydm: {year, day, month}}[o]
	return pattern{{field: f[0]}, between, {field: f[1]}, between, {field: f[2]}}
}

// triple is three numbers with one separator between: 05.03.2026. It is kept small, for it is made for every cell.
type triple struct {
	value  [3]int16
	digits [3]int8
	sep    byte
	end    int32
}

// parseTriple reads a triple of Latin digits without spaces from the beginning of b; end is -1 if there is none.
func parseTriple(b []byte) triple {
	if len(b) == 10 || len(b) > 10 && b[10]-'0' > 9 {
		if t, ok := fixedTriple((*[10]byte)(b)); ok {
			return t
		}
	}
	return freeTriple(b)
}

// fixedTriple reads the two shapes with all their noughts, 05.03.2026 and 2026-03-05, without counting digits.
func fixedTriple(b *[10]byte) (triple, bool) {
	switch sep := b[2]; {
	case sep == b[5] && isSeparator(sep):
		x, y, z := twoAt(b, 0), twoAt(b, 3), twoAt(b, 6)*100+twoAt(b, 8)
		return triple{[3]int16{int16(x), int16(y), int16(z)}, [3]int8{2, 2, 4}, sep, 10}, max(x, y, z/100) < 100
	case b[4] == b[7] && isSeparator(b[4]):
		x, y, z := twoAt(b, 0)*100+twoAt(b, 2), twoAt(b, 5), twoAt(b, 8)
		return triple{[3]int16{int16(x), int16(y), int16(z)}, [3]int8{4, 2, 2}, b[4], 10}, max(x/100, y, z) < 100
	}
	return triple{}, false
}

// twoAt is the number of the two digits at i; 10,000, which is more than any year, if they are not digits.
func twoAt(b *[10]byte, i int) int {
	tens, ones := b[i]-'0', b[i+1]-'0'
	if tens > 9 || ones > 9 {
		return 10000
	}
	return int(tens)*10 + int(ones)
}

func isSeparator(c byte) bool { return c == '.' || c == '/' || c == '-' }

func freeTriple(b []byte) triple {
	var t triple
	i := 0
	for k := range t.value {
		from, v := i, int16(0)
		for i < len(b) && b[i]-'0' <= 9 && i < from+4 {
			v = v*10 + int16(b[i]-'0')
			i++
		}
		t.value[k], t.digits[k] = v, int8(i-from)
		if i == from || k < 2 && i == len(b) || k == 1 && b[i] != t.sep {
			return triple{end: -1}
		}
		if k < 2 {
			t.sep = b[i]
			i++
		}
	}
	t.end = int32(i)
	if i < len(b) && b[i]-'0' <= 9 || !isSeparator(t.sep) {
		t.end = -1
	}
	return t
}

// plain is the reading of a triple that needs no thought: a four-digit year, and an order that is the only one.
func (d *days) plain(t triple) (date funnel.Date, r Repairs, ok bool) {
	if t.digits[1] > 2 {
		return date, 0, false
	}
	own := d.orders[separatorIndex(t.sep)]
	order := d.declared
	r = d.latin
	switch {
	case t.digits[0] == 4 && t.digits[2] <= 2 && !d.own.has(ydm):
		date, ok = realDay(int(t.value[0]), int(t.value[1]), int(t.value[2]))
		return date, r, ok
	case t.digits[0] > 2 || t.digits[2] != 4:
		return date, 0, false
	case order != 0:
		if !own.has(order) {
			r |= OtherSeparators
		}
	case own == 1<<DMY:
		order = DMY
	case own == 1<<MDY:
		order = MDY
	}
	switch order {
	case DMY:
		date, ok = realDay(int(t.value[2]), int(t.value[1]), int(t.value[0]))
	case MDY:
		date, ok = realDay(int(t.value[2]), int(t.value[0]), int(t.value[1]))
	}
	return date, r, ok
}
