package normalize

import (
	"slices"
	"strings"
	"unicode"
)

// days is how a locale writes days.
type days struct {
	*vocabulary
	*plans
	*ordering
	forms []form
	pivot int
}

// form is one way to write a day.
type form struct {
	pattern
	order    Order // of the numbers; none if the month is a name
	foreign  bool  // the separator is not the locale's own and no order is declared
	fullYear bool  // the year has four digits
	repairs  Repairs
}

func newDays(row *dateRow, v *vocabulary, ordering *ordering, pivot int) days {
	d := days{vocabulary: v, plans: &plans{}, ordering: ordering, pivot: pivot}
	for _, text := range strings.Split(row.patterns, "|") {
		if p, ok := newPattern(text); ok {
			if order := p.numericOrder(); order == 0 || d.declared == 0 || order == d.declared {
				d.forms = append(d.forms, form{pattern: p, order: order})
			}
		}
	}
	for i, own := range d.orders {
		d.addNumeric(dateSeparators[i], own)
	}
	d.addNamed()
	return d
}

// addNumeric adds the forms of three numbers with the separator c: a year of four digits comes first in every locale;
// other orders are the declared one, else the locale's own for c, else all that can be, which then compete.
func (d *days) addNumeric(c byte, own orders) {
	d.forms = append(d.forms, form{pattern: numericPattern(YMD, c), order: YMD, fullYear: true})
	for o := DMY; o <= ydm; o++ {
		foreign := d.declared == 0 && !own.has(DMY) && !own.has(MDY) && (o == DMY || o == MDY || o == YMD && own == 0)
		if foreign || o == d.declared || d.declared == 0 && own.has(o) {
			f := form{pattern: numericPattern(o, c), order: o, foreign: foreign, fullYear: foreign && own != 0}
			if !foreign && !own.has(o) {
				f.repairs = OtherSeparators
			}
			d.forms = append(d.forms, f)
		}
	}
}

// addNamed adds what databases write in every language whose dates have names: day, name of the month and year with one
// separator, such as 05-Mar-2026, or year, name and day. A year of two digits is read in both places where the locale's
// numbers begin with the year, unless an order is declared; elsewhere in the last one.
func (d *days) addNamed() {
	named := func(f form) bool { return f.contains(monthName) }
	if !d.months.haveLetters() || !slices.ContainsFunc(d.forms, named) {
		return
	}
	first := d.declared == YMD || d.declared == 0 && (d.own.has(YMD) || d.own.has(ydm))
	for _, p := range namedPatterns() {
		full := !first
		if p[0].field == day {
			full = d.declared == YMD
		}
		d.forms = append(d.forms, form{pattern: p, fullYear: full, repairs: OtherSeparators})
	}
}

// namedPatterns are the same for all locales.
func namedPatterns() (list []pattern) {
	for _, c := range []byte(" " + dateSeparators) {
		list = append(list, triplePattern(c, day, monthName, year), triplePattern(c, year, monthName, day))
	}
	return list
}

// haveLetters tells whether there are names, and none of digits alone, which could be read as a number.
func (n names) haveLetters() bool {
	letters := func(m name) bool { return strings.ContainsFunc(m.text, unicode.IsLetter) }
	return len(n) > 0 && !slices.ContainsFunc(n, func(m name) bool { return !letters(m) })
}

func numericPattern(o Order, c byte) pattern {
	f := [...][3]field{DMY: {day, month, year}, MDY: {month, day, year}, YMD: {year, month, day}, ydm: {year, day, month}}[o]
	return triplePattern(c, f[0], f[1], f[2])
}

func triplePattern(c byte, first, second, third field) pattern {
	between := element{text: string(c)}
	if c == '.' {
		between = element{text: ". ", loose: true}
	}
	return pattern{{field: first}, between, {field: second}, between, {field: third}}
}
