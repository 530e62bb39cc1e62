package normalize

import "strings"

// days is how a locale writes days.
type days struct {
	*vocabulary
	*plans
	forms    []form
	orders   [3]orders // of "-", "." and "/": those in which the locale itself uses them
	own      orders    // of any of them
	declared Order
	pivot    int
	triples  [3]triples
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
const dateSeparators = "-./"

// separatorIndex is more than two for what is no separator.
func separatorIndex(c byte) uint8 { return c - '-' }

func newDays(row *dateRow, v *vocabulary, o options) days {
	d := days{vocabulary: v, plans: &plans{}, declared: o.order, pivot: o.pivot}
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
		d.triples[i] = d.newTriples(own)
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
