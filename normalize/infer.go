package normalize

import (
	"iter"
	"strconv"
	"strings"

	"golang.org/x/text/language"
)

// Convention is how a column is written: by a locale, with an order of its numeric dates where the locale alone does not
// settle one. The zero value is none.
type Convention struct {
	Locale   *Locale   // reads every cell; the first given of those that do so alike
	Alike    []*Locale // the others: to each, every cell has the same value
	Strength Strength
}

// String writes the convention as a profile names it, such as `locale = "de-DE", order = "dmy"`.
func (c Convention) String() string {
	if c.Locale == nil {
		return ""
	}
	return c.Locale.Declaration()
}

// Declaration is what a profile says so that its cells are read by l: the locale and neutral_groups for all of the source;
// order, pivot and excel for the column. The home currency is not in it. The zero Locale has an empty one.
func (l *Locale) Declaration() string {
	if l.tag == "" {
		return ""
	}
	s := "locale = " + strconv.Quote(l.tag)
	if o := l.options.order; o != 0 {
		s += ", order = " + strconv.Quote(o.initials())
	}
	if first := l.options.pivot; first != 0 {
		s += ", pivot = " + strconv.Itoa(first)
	}
	if system := l.options.excel; system != 0 {
		s += ", excel = " + system.String()
	}
	if l.options.neutral {
		s += ", neutral_groups = true"
	}
	return s
}

// initials are those of the order's parts: dmy.
func (o Order) initials() string {
	var s strings.Builder
	for _, part := range strings.Split(o.String(), "-") {
		s.WriteByte(part[0])
	}
	return s.String()
}

// Infer looks at a whole column and says which of the locales reads every cell. Locales to which every cell has the same
// value are one convention; it is returned if it is the only one. Otherwise the error is a *ColumnError:
//
//   - ErrAmbiguous with a cell that two conventions read to different values, and no cell excludes either; also for a
//     column without a filled cell, which any convention reads;
//   - ErrSyntax with the cells that stand in the way, if no convention reads every cell;
//   - ErrLocale if no locale is given or one of them is none.
//
// In columns of dates and points in time, a locale that does not read every cell by itself is also tried with each order
// declared, unless it has a declared one: exports of a German system may write 25/03/2026. For the rest a locale reads as it
// was made: with its pivot, its home currency and its groups, and no more. Points in time without an offset are compared as
// local times; which zone they are of is no matter of the text.
//
// Cells of nothing but space are skipped and counted. No cell decides by itself, no convention by how often it is seen, and
// nothing is changed: whoever reads the column names the convention, in a profile for example.
//
// A cell may be overwritten once the next is asked for. Memory does not grow with the column, it is at most of the order of
// the square of the number of locales. The order of the cells changes nothing but which of them are shown.
func Infer(kind Kind, cells iter.Seq[[]byte], among ...*Locale) (Convention, error) {
	if kind.row() == nil {
		return Convention{}, &ColumnError{Kind: kind, Err: ErrSyntax, Hint: "no such kind"}
	}
	t, err := newTally(kind, among)
	if err != nil {
		return Convention{}, err
	}
	if cells != nil {
		for cell := range cells {
			t.add(cell)
		}
	}
	return t.settle()
}

// newTally lists the candidates: the locales as given, then each with the orders that might be declared.
func newTally(kind Kind, among []*Locale) (*tally, error) {
	t := &tally{kind: kind, kindRow: kind.row()}
	for i, l := range among {
		if l == nil || l.tag == "" {
			return nil, &ColumnError{Kind: kind, Err: ErrLocale, Hint: "locale " + strconv.Itoa(i) + " is none"}
		}
		t.candidates = append(t.candidates, candidate{Locale: l, plain: i, foreign: foreign{}})
	}
	if len(among) == 0 {
		return nil, &ColumnError{Kind: kind, Err: ErrLocale, Hint: "none is given"}
	}
	for i, l := range among {
		if !t.ordered || l.options.order != 0 {
			continue
		}
		for o := DMY; o <= YMD; o++ {
			with, err := l.with(o)
			if err != nil {
				return nil, err
			}
			t.candidates = append(t.candidates, candidate{Locale: with, plain: i, foreign: foreign{}})
		}
	}
	if t.ordered {
		t.shapes = shapes{make([]shape, len(among)), make([]bool, len(among))}
	}
	t.outcomes = make([]outcome, len(t.candidates))
	all := &camp{}
	for i := range t.candidates {
		all.members = append(all.members, i)
	}
	t.camps = []*camp{all}
	return t, nil
}

// with is the locale with an order declared besides.
func (l *Locale) with(o Order) (*Locale, error) {
	return For(language.Make(l.tag), func(p *options) {
		*p = l.options
		p.order = o
	})
}
