package main

import (
	"errors"
	"slices"

	"github.com/koine-go/koine/normalize"
)

// outcome is what became of a row.
type outcome int

const (
	right outcome = iota
	ambiguous
	refused
	wrong
	outcomes // how many there are
)

func (o outcome) String() string {
	return [...]string{"right", "ambiguous", "refused", "silently wrong"}[o]
}

// verdict is an outcome and what normalize said.
type verdict struct {
	outcome outcome
	got     reading
	err     error
}

// judge reads the row's text and compares.
func (r *row) judge(l *normalize.Locale) verdict {
	got, err := r.kind.read(l, []byte(r.text))
	return verdict{r.compare(got, err), got, err}
}

// compare puts what was read beside what the row expects. An assumption is a value that the text alone does not have: it is not right
// even where it happens to be the expected one.
func (r *row) compare(got reading, err error) outcome {
	switch {
	case r.expected == mustRefuse && err != nil:
		return right
	case r.expected == mustRefuse:
		return wrong
	case err != nil && r.listed(err):
		return ambiguous
	case err != nil:
		return refused
	case !r.equals(got.value):
		return wrong
	case got.assumed:
		return refused
	}
	return right
}

// listed tells whether an ambiguity has the expected value among its candidates.
func (r *row) listed(err error) bool {
	var e *normalize.Error
	return errors.Is(err, normalize.ErrAmbiguous) && errors.As(err, &e) && slices.ContainsFunc(e.Candidates, r.equals)
}

func (r *row) equals(value string) bool {
	form, ok := r.kind.form(value)
	return ok && form == r.want
}

// shown is how many rows of each miss are kept to be shown.
const shown = 10

// tally counts the rows of one line of the report.
type tally struct {
	kind   *kind
	reject bool
	part   string // of the kind, if it is divided
	count  [outcomes]int
	misses [outcomes][]miss
}

// miss is a row that is not right.
type miss struct {
	*row
	verdict
}

func (t *tally) name() string {
	if t.reject {
		return "reject." + t.kind.name
	}
	return t.kind.name
}

func (t *tally) n() int {
	n := 0
	for _, count := range t.count {
		n += count
	}
	return n
}

// score has the tallies of all rows. The zero value has none.
type score struct {
	tallies []*tally // in the order in which they were met
	find    map[place]*tally
}

// place is what divides rows into tallies.
type place struct {
	kind   *kind
	reject bool
	part   string
}

func (s *score) add(r *row, part string, v verdict) {
	at := place{r.kind, r.expected == mustRefuse, part}
	t := s.find[at]
	if t == nil {
		t = &tally{kind: at.kind, reject: at.reject, part: at.part}
		if s.find == nil {
			s.find = map[place]*tally{}
		}
		s.find[at] = t
		s.tallies = append(s.tallies, t)
	}
	t.count[v.outcome]++
	if v.outcome != right && len(t.misses[v.outcome]) < shown {
		t.misses[v.outcome] = append(t.misses[v.outcome], miss{r, v})
	}
}

// sorted lists the tallies: kinds in their order, rejects after all of them, parts of a kind in the order in which they were met.
func (s *score) sorted() []*tally {
	var list []*tally
	for _, reject := range []bool{false, true} {
		for i := range kinds {
			for _, t := range s.tallies {
				if t.kind == &kinds[i] && t.reject == reject {
					list = append(list, t)
				}
			}
		}
	}
	return list
}

// wrong tells whether anything was read wrong.
func (s *score) wrong() bool {
	return slices.ContainsFunc(s.tallies, func(t *tally) bool { return t.count[wrong] > 0 })
}
