package mapping

import (
	"cmp"
	"iter"
	"math"
	"slices"

	"github.com/koine-go/koine/funnel"
)

// Change is one row of the deals file as two imports read it. The zero value is of no row.
type Change struct {
	Line          int           // of the row
	Before, After *funnel.Deal  // nil where the row is refused
	From, To      funnel.Status // that the deal ends in, by its events or else by its record; unknown for nil
	Record        Difference    // in what the deal's own codes mean
	Events        []EventChange // the events that differ, in the order of their rows
}

// EventChange is an event that two imports map differently. The zero value is of none.
type EventChange struct {
	Line          int           // of its row
	Before, After *funnel.Event // nil where the row, or a stage entered on its way, is no event
	Difference
}

// Difference says what two imports make different of one record. The zero value is none.
type Difference struct{ Stage, Status, Cause, Category bool }

// Any tells whether anything differs.
func (d Difference) Any() bool { return d != Difference{} }

// Any tells whether the row is mapped differently in anything, its events included.
func (c *Change) Any() bool {
	return (c.Before == nil) != (c.After == nil) || c.Record.Any() || len(c.Events) > 0
}

// Differs returns what differs in the record or in any event.
func (c *Change) Differs() Difference {
	all := c.Record
	for _, e := range c.Events {
		all = Difference{all.Stage || e.Stage, all.Status || e.Status, all.Cause || e.Cause, all.Category || e.Category}
	}
	return all
}

// Unwon tells whether the deal was won before and is not after: nobody may do that by accident.
func (c *Change) Unwon() bool { return c.From == funnel.Won && c.To != funnel.Won }

// NewlyWon tells whether the deal is won after and was not before.
func (c *Change) NewlyWon() bool { return c.From != funnel.Won && c.To == funnel.Won }

// Diff reads the same files by two sets, such as those of an old and a new version of a profile, and yields every row that at least one of them
// makes a deal of, changed or not, in the order of the file. It takes an import by each, neither of which may have yielded a deal: they account for themselves
// afterwards, and hold what two imports hold. What is compared is stage, status, cause and category; an amount that is read differently shows in the
// deals only. Events are paired by the lines of their rows. An error, always an *Error, is the end: one of an import, or ErrChanged where the two do not read
// the same rows. Unless both imports have Options.Keep, a Change is valid until the next.
func Diff(before, after *Import) iter.Seq2[Change, error] {
	return func(yield func(Change, error) bool) {
		if before == nil || after == nil {
			yield(Change{}, &Error{File: "deals", Err: ErrMissing})
			return
		}
		d := diff{before: before, after: after, keep: before.options.Keep && after.options.Keep}
		before.traced, after.traced = true, true
		nextBefore, stopBefore := iter.Pull2(before.Deals())
		defer stopBefore()
		nextAfter, stopAfter := iter.Pull2(after.Deals())
		defer stopAfter()
		d.align(nextBefore, nextAfter, yield)
	}
}

// diff is the state of a Diff.
type diff struct {
	before, after *Import
	keep          bool
	a, b          []uint32 // the events of a pair of deals in the order of their rows
	events        []EventChange
}

// align pairs the deals of one row.
func (d *diff) align(nextBefore, nextAfter func() (*funnel.Deal, error, bool), yield func(Change, error) bool) {
	a, err, ok := nextBefore()
	b, err2, ok2 := nextAfter()
	for ok || ok2 {
		if err = cmp.Or(err, err2); err != nil {
			yield(Change{}, err)
			return
		}
		x, y := rowPlace{row: math.MaxInt}, rowPlace{row: math.MaxInt}
		if ok {
			x = d.before.yielded
		}
		if ok2 {
			y = d.after.yielded
		}
		if x.row == y.row && x.line != y.line {
			yield(Change{}, &Error{File: "deals", Line: x.line, Other: y.line, Reason: "the two imports do not read the same rows", Err: ErrChanged})
			return
		}
		c := Change{Line: x.line}
		if y.row < x.row {
			c.Line = y.line
		}
		if x.row <= y.row {
			c.Before = a
		}
		if y.row <= x.row {
			c.After = b
		}
		if d.compare(&c); !yield(c, nil) {
			return
		}
		if c.Before != nil {
			a, err, ok = nextBefore()
		}
		if c.After != nil {
			b, err2, ok2 = nextAfter()
		}
	}
}

// rowPlace is where a deal's row stands.
type rowPlace struct{ row, line int }

// compare finds what differs.
func (d *diff) compare(c *Change) {
	var none funnel.Deal
	x, y := cmp.Or(c.Before, &none), cmp.Or(c.After, &none)
	c.Record = Difference{x.Stage != y.Stage, x.Status != y.Status, x.Cause != y.Cause, x.Category != y.Category}
	if c.Before != nil {
		c.From = final(x)
	}
	if c.After != nil {
		c.To = final(y)
	}
	d.a, d.b = d.before.eventsByRow(x, d.a[:0]), d.after.eventsByRow(y, d.b[:0])
	d.events = d.events[:0]
	d.pair(x.Events, y.Events)
	if c.Events = d.events; d.keep {
		c.Events = slices.Clone(d.events)
	}
}

// eventsByRow appends the numbers of a deal's events in the order of their rows.
func (m *Import) eventsByRow(d *funnel.Deal, to []uint32) []uint32 {
	for i := range d.Events {
		to = append(to, uint32(i))
	}
	slices.SortStableFunc(to, func(a, b uint32) int { return cmp.Compare(m.lines[a], m.lines[b]) })
	return to
}

// pair compares the events of one row with each other, the last with the last: what is entered on the way stands before.
func (d *diff) pair(before, after []funnel.Event) {
	a, b := d.a, d.b
	for len(a)+len(b) > 0 {
		line := uint32(math.MaxUint32)
		if len(a) > 0 {
			line = d.before.lines[a[0]]
		}
		if len(b) > 0 {
			line = min(line, d.after.lines[b[0]])
		}
		n, k := d.before.ofLine(a, line), d.after.ofLine(b, line)
		for i := max(n, k); i > 0; i-- {
			e := EventChange{Line: int(line)}
			if i <= n {
				e.Before = &before[a[n-i]]
			}
			if i <= k {
				e.After = &after[b[k-i]]
			}
			if e.compare(); e.Any() || e.Before == nil || e.After == nil {
				d.events = append(d.events, e)
			}
		}
		a, b = a[n:], b[k:]
	}
}

// ofLine returns how many of the events at the head of the list stand on a line.
func (m *Import) ofLine(events []uint32, line uint32) (n int) {
	for n < len(events) && m.lines[events[n]] == line {
		n++
	}
	return n
}

func (e *EventChange) compare() {
	var none funnel.Event
	x, y := cmp.Or(e.Before, &none), cmp.Or(e.After, &none)
	e.Difference = Difference{Stage: x.Stage != y.Stage, Status: x.Status != y.Status, Cause: x.Cause != y.Cause}
}
