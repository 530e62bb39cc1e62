package mapping

import (
	"errors"
	"strconv"

	"github.com/koine-go/koine/funnel"
)

// state is one combination of local values, within one stretch of time between the rules' bounds, and what it means: found once, then
// looked up by the numbers of its values.
type state struct {
	local                 Local
	outcome               Outcome
	stage, status, reason funnel.Label // as a record keeps them
	profile               funnel.Label // the version in force, name@version
	causes                []funnel.Cause
	given                 Axes
	readings              [axisCount]reading
	segment               int
	unread                []unreadCell
	seen                  sightings
}

// unreadCell is a cell of a local code that was set aside.
type unreadCell struct {
	slot int
	text string // empty for those of which no more than their number is kept
	err  error
}

// states numbers the states of one file. Number 0 is nothing given.
type states struct {
	set     *Set
	columns []*localColumn
	roots   []uint32          // the first node of each stretch of time, 0 for none yet
	next    map[uint64]uint32 // from a node and a value's number to the next node; the node of the last value is the state
	nodes   []*state
	at      funnel.Moment // of the row before
	segment int           // of that moment
	found   []uint32      // numbers of the row's values, by column
	limit   int
}

func (s *Set) newStates(limit int) *states {
	return &states{set: s, roots: make([]uint32, len(s.inForce)), next: map[uint64]uint32{}, nodes: []*state{{}}, limit: limit, segment: s.latest}
}

func (t *states) add(c *cellReader, slot int) {
	t.columns = append(t.columns, newLocalColumn(c, slot))
	t.found = append(t.found, 0)
}

// of returns the state of a row at a moment. What is wrong with a cell is noted, and to the rules the cell is blank; full tells that a
// limit is reached. A row over the limit of combinations has state 0.
func (t *states) of(r *row, at funnel.Moment, notes *notes) (n uint32, full bool) {
	if len(t.columns) == 0 {
		return 0, false
	}
	node := t.root(at)
	for i, c := range t.columns {
		value := uint32(0)
		cell, err := c.reader.cell(r)
		if err != nil {
			value = unheld
		} else if len(cell) == 0 {
			notes.empty(c.reader)
		} else {
			if c.dated != nil {
				c.reader.asked = t.set.dayOf(at)
			}
			value, err = c.number(cell, t.limit)
		}
		t.found[i] = value
		if err != nil {
			notes.add(c.reader, cell, err)
			full = full || errors.Is(err, ErrTooLarge)
		}
		key := uint64(node)<<32 | uint64(value)
		next, ok := t.next[key]
		if ok {
			node = next
			continue
		}
		if len(t.nodes) > 4*len(t.columns)*t.limit {
			notes.addRow(because(ErrTooLarge, "more than "+strconv.Itoa(t.limit)+" combinations of local values"))
			return 0, true
		}
		node = t.node()
		t.next[key] = node
		if i == len(t.columns)-1 {
			t.nodes[node] = t.state(t.segment)
		}
	}
	return node, full
}

// root returns the node that the rows of a moment begin at. Rows of one file often have one moment.
func (t *states) root(at funnel.Moment) uint32 {
	if at != t.at {
		t.at, t.segment = at, t.set.segment(at)
	}
	if t.roots[t.segment] == 0 {
		t.roots[t.segment] = t.node()
	}
	return t.roots[t.segment]
}

func (t *states) node() uint32 {
	t.nodes = append(t.nodes, nil)
	return uint32(len(t.nodes) - 1)
}

// state maps the values found.
func (t *states) state(segment int) *state {
	s := &state{segment: segment, profile: t.set.label(segment)}
	for i, c := range t.columns {
		switch n := t.found[i]; {
		case n == unheld:
			s.unread = append(s.unread, unreadCell{slot: c.slot, err: ErrTooLarge})
		case n >= refused:
			s.unread = append(s.unread, c.refusedCell(n))
		case n > 0:
			*s.local.at(c.slot) = c.word(n).text
		}
	}
	s.given = given(&s.local)
	s.readings = t.set.readings(&s.local, segment, &s.outcome)
	if s.outcome.Cause != funnel.NoCause {
		s.causes = []funnel.Cause{s.outcome.Cause}
	}
	s.stage, s.status, s.reason = funnel.LabelOf(s.local.Stage.kept()), funnel.LabelOf(s.local.Status.kept()), funnel.LabelOf(s.local.Reason.kept())
	if s.onlyOutcome() {
		// To an event without a stage a local stage says that it is not mapped (ruling Q08).
		s.stage, s.status = funnel.Label{}, s.stage
	}
	return s
}

// onlyOutcome tells whether the local stage is one that is mapped, but to a status of the open class alone, such as "Paused".
func (s *state) onlyOutcome() bool {
	o := &s.outcome
	return !s.stage.IsZero() && !o.Unmapped.Has(Stage) && o.Stage == funnel.NoStage && s.status.IsZero() && !o.Status.Closed() && o.Status != funnel.Void
}
