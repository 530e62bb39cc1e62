package exchange

import (
	"io"
	"slices"

	"github.com/koine-go/koine/funnel"
)

// ReadRates reads an input of which only the exchange rates are wanted; every other record is refused as ErrRecord. Limit and errors are those
// of Read.
func ReadRates(in io.Reader, limit int) (rates []funnel.Rate, faults []*Error, err error) {
	r := newReader(nil)
	r.ratesOnly = true
	if err := r.all(in, limit); err != nil {
		return nil, nil, err
	}
	records := r.settle()
	return records.Rates, records.Faults, nil
}

func (r *reader) rate(o *object) {
	o.require("from", "to", "rate", "kind")
	q := funnel.Rate{
		From:    o.currency("from"),
		To:      o.currency("to"),
		Kind:    enum(o, "kind", "spot, avg or plan", funnel.ParseRateKind),
		Source:  o.text("source"),
		Derived: o.flag("derived", false),
	}
	id := o.text("from") + o.text("to") + o.text("kind") + " "
	if q.Kind == funnel.Spot {
		o.require("date")
		q.Date = o.date("date")
		id += q.Date.String()
	} else {
		o.require("period")
		q.Period = o.period("period")
		id += q.Period.String()
	}
	if q.From == q.To {
		o.wrong("to", []byte(q.To.String()), "another currency than from")
	}
	factor := o.bytes("rate", wantDecimal)
	q, err := q.Factor(string(factor))
	if err != nil {
		o.wrong("rate", factor, "a decimal above zero in a text")
	}
	accept(r, &r.rates, o, identity{id: id}, q)
}

// oneRate returns which of two rates of one pair and time stands for both: where they say the same, the one whose source comes first. ok is false if
// they contradict each other.
func oneRate(a, b funnel.Rate) (one funnel.Rate, ok bool) {
	x, y := a, b
	x.Source, x.Derived, y.Source, y.Derived = "", false, "", false
	if b.Derived != a.Derived && a.Derived || b.Derived == a.Derived && b.Source < a.Source {
		a = b
	}
	return a, x == y
}

// overlaps refuses the average and plan rates of one pair whose periods overlap: which of them holds would be a guess.
func (r *reader) overlaps() {
	c := &r.rates
	order := make([]int, len(c.records))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return compareRates(c.records[i], c.records[j]) })
	other := map[int]int{} // line by line
	reach := 0
	for k := 1; k < len(order); k++ {
		a, b := order[reach], order[k]
		if samePair(c.records[a], c.records[b]) && c.records[b].Period.From.Before(c.records[a].Period.To) {
			other[c.lines[b]] = c.lines[a]
			if _, told := other[c.lines[a]]; !told {
				other[c.lines[a]] = c.lines[b]
			}
			if !c.records[a].Period.To.Before(c.records[b].Period.To) {
				continue
			}
		}
		reach = k
	}
	c.keep(func(_ *funnel.Rate, line int) bool {
		o, refused := other[line]
		if refused {
			r.faults = append(r.faults, contradicts("period", line, o))
		}
		return !refused
	})
}

func samePair(a, b funnel.Rate) bool { return a.From == b.From && a.To == b.To && a.Kind == b.Kind }
