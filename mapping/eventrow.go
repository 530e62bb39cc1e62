package mapping

import (
	"math"

	"github.com/koine-go/koine/funnel"
)

// held is an event as it is held until its deal comes by: what repeats is a number.
type held struct {
	at, recorded funnel.Moment
	seq          funnel.Sequence
	state        uint32
	line         uint32
	actor        uint32
	kind         funnel.EventKind
	id           string
}

// eventRows reads rows of the history file.
type eventRows struct {
	*sheet
	notes
	columns []*cellReader // in the order of the profile
	deal    *cellReader
	at      *cellReader
	others  []*cellReader
	states  *states
	actors  *dictionary[word] // number 0 is nobody
	slab    *slab
}

func (m *Import) newEventRows(s *sheet, st *states) (*eventRows, []*Error) {
	e := &eventRows{sheet: s, states: st, actors: newDictionary[word](), slab: &m.slab, notes: notes{sheet: s}}
	e.actors.add(nil, word{})
	var faults []*Error
	e.columns, faults = m.cellReaders(s, m.set.profile.History.Columns)
	for _, c := range e.columns {
		slot, isLocal := c.column.Field.local()
		switch f := c.column.Field; {
		case isLocal:
			e.states.add(c, slot)
		case f == DealID:
			e.deal = c
		case f == At || f == On:
			e.at = c
		default:
			e.others = append(e.others, c)
		}
	}
	return e, faults
}

// identify returns the id of the row's deal, or why the row is refused.
func (e *eventRows) identify() ([]byte, error) {
	if e.row.fault != nil {
		return nil, e.row.fault
	}
	return identity(e.deal, &e.row)
}

// read reads the row. Without a time that can be read, or beyond the limits of what is held, it is refused, and the cell noted.
func (e *eventRows) read() (held, bool) {
	h := held{line: lineOf(&e.row)}
	if !e.when(&h) {
		return h, false
	}
	var full bool
	if h.state, full = e.states.of(&e.row, h.at, &e.notes); full {
		return h, false
	}
	if g := e.states.nodes[h.state].given; !g.Has(Stage) && !g.Has(Status) {
		e.addRow(because(ErrMissing, "neither stage nor status"))
		return h, false
	}
	for _, c := range e.others {
		cell, err := c.cell(&e.row)
		if err == nil {
			if len(cell) == 0 {
				e.empty(c)
				continue
			}
			err = e.set(c, cell, &h)
		}
		if err != nil {
			e.notes.add(c, cell, err)
		} else {
			e.took(c)
		}
	}
	return h, true
}

// lineOf returns the row's line as it is held.
func lineOf(r *row) uint32 { return uint32(min(uint64(r.line), math.MaxUint32)) }

// when reads the time, and notes why it cannot.
func (e *eventRows) when(h *held) bool {
	cell, err := e.at.cell(&e.row)
	switch {
	case err != nil:
	case len(cell) == 0:
		err = ErrMissing
	default:
		h.at, err = e.at.moment(cell)
	}
	if err != nil {
		e.notes.add(e.at, cell, err)
		return false
	}
	e.took(e.at)
	return true
}

func (e *eventRows) set(c *cellReader, cell []byte, h *held) (err error) {
	switch c.column.Field {
	case ID:
		h.id, err = e.slab.string(composed(cell)), odd(cell)
	case RecordedAt:
		h.recorded, err = c.moment(cell)
	case Sequence:
		h.seq, err = c.sequence(cell)
	case EventKind:
		w := c.word(cell)
		h.kind, err = w.kind, w.note()
	case Actor:
		h.actor, err = e.actor(c, cell)
	}
	return err
}

func (e *eventRows) actor(c *cellReader, cell []byte) (uint32, error) {
	if n, ok := e.actors.find(cell); ok {
		return uint32(n), e.actors.values[n].repair
	}
	if len(e.actors.keys) > e.states.limit || len(cell) > maxLocal {
		return 0, because(ErrTooLarge, "too many different actors")
	}
	w := c.newWord(cell)
	if w.err != nil {
		return 0, w.err
	}
	w.label = funnel.LabelOf(w.text)
	return uint32(e.actors.add(cell, w)), w.repair
}
