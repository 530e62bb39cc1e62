package kpi

import (
	"iter"

	"github.com/koine-go/koine/funnel"
)

// Tally is the running computation of one metric without groups: a Report with a typed result. It is for one goroutine. The zero value is not
// valid.
type Tally[T Partial[T]] struct{ report *Report }

// NewTally returns an empty tally of m under a view; the errors are those of NewReport.
func NewTally[T Partial[T]](v View, m Metric[T]) (*Tally[T], error) {
	r, err := NewReport(v, nil, m)
	if err != nil {
		return nil, err
	}
	return &Tally[T]{r}, nil
}

// Add counts d.
func (t *Tally[T]) Add(d *funnel.Deal) { t.report.Add(d) }

// Merge adds what o has counted; see Report.Merge.
func (t *Tally[T]) Merge(o *Tally[T]) error { return t.report.Merge(o.report) }

// State returns the partial result; it is a copy.
func (t *Tally[T]) State() T {
	t.report.flush()
	var zero T
	return zero.Plus(t.report.columns[0].(*parts[T]).states[0])
}

// Value returns what the metric says of the deals added.
func (t *Tally[T]) Value() Value { return t.report.Total().Values[0] }

// Of returns what m says of these deals under a view; the errors are those of NewReport.
func (m Metric[T]) Of(v View, deals iter.Seq[*funnel.Deal]) (Value, error) {
	t, err := NewTally(v, m)
	if err != nil {
		return Value{}, err
	}
	for d := range deals {
		t.Add(d)
	}
	return t.Value(), nil
}
