package mapping

import (
	"cmp"
	"slices"

	"golang.org/x/text/unicode/norm"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// Way is how one deal went from the rows of its source to canonical events. It is a plain value; the zero value is of no deal.
type Way struct {
	Source  string       // name@version of the profile
	ID      string       // the deal's
	Deal    *funnel.Deal // with its events; nil if its rows were refused
	Deals   []Step       // the rows of the deals file with this id, in their order: several only where all or all but one are refused
	History []Step       // the rows of the history: those kept in the order of the events, then those refused, in their order
}

// Step is one row of a file, or an event in a column of the deals. The zero value is none.
type Step struct {
	File        string         // "deals" or "history"
	Line        int            // on which it begins, from 1
	Kept        bool           // otherwise it was refused, and Findings say why, or it is Skipped
	Skipped     bool           // of an event in a column of the deals: the deal jumped this stage
	Cells       []Cell         // in the order of the profile; one column may feed several fields
	Findings    []Finding      // of the row and of its cells
	Explanation *Explanation   // of its local codes; nil if it was refused before they were looked at
	Events      []funnel.Event // what a row of the history became: those that a rule enters on the way come first; none if it was refused
}

// Cell is what one field got from a row. The zero value is none.
type Cell struct {
	Field     Field
	Column    string            // as in the profile; empty for a constant
	Text      string            // the cell without space around it
	Value     string            // what was read: as in the exchange format, of a local code what rules read; empty for none
	Liberties normalize.Repairs // taken to read it
	Amiss     error             // why it was set aside, or what was repaired; nil for nothing
}

// Way imports the files, all of them, and follows the deal with this id. A row that cannot be split, or whose id cannot be read, belongs to no deal and
// is in no way. An id that no row has is an ErrUnknownDeal; other errors are those of Import and of Import.Deals.
func (s *Set) Way(id string, f Files, o Options) (*Way, error) {
	o.Keep = true
	m, err := s.Import(f, o)
	if err != nil {
		return nil, err
	}
	m.trace = &trace{id: norm.NFC.String(id), read: map[held][]*turn{}}
	w := &Way{Source: s.profile.String(), ID: m.trace.id}
	for d, err := range m.Deals() {
		if err != nil {
			return nil, err
		}
		if d.ID == w.ID {
			w.Deal = d
		}
	}
	if m.trace.fill(w); len(w.Deals)+len(w.History) == 0 {
		return nil, &Error{File: "deals", Value: w.ID, Err: ErrUnknownDeal}
	}
	return w, nil
}

// Events returns the events of all rows, in canonical order.
func (w *Way) Events() (all []funnel.Event) {
	for _, s := range w.History {
		all = append(all, s.Events...)
	}
	return all
}

// fill gives the way its steps in order.
func (t *trace) fill(w *Way) {
	for _, s := range t.deals {
		w.Deals = append(w.Deals, *s)
	}
	slices.SortStableFunc(t.history, func(a, b *turn) int {
		if a.place == 0 || b.place == 0 {
			return cmp.Compare(b.place, a.place) // those without a place stay behind, in the order of their rows
		}
		return cmp.Compare(a.place, b.place)
	})
	for _, e := range t.history {
		e.Kept = e.Kept && e.place > 0 // with the row of the deals its columns are refused
		w.History = append(w.History, e.Step)
	}
}
