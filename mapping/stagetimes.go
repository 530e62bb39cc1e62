package mapping

import (
	"slices"

	"github.com/koine-go/koine/funnel"
)

// stageTimes reads the events of a deal from the columns of its row that each hold the times of one local value.
type stageTimes struct {
	*eventRows // of which the rows are those of the deals
	values     []stageValue
	known      int // of the sheet's stage columns, those in values
	slots      [slots]*cellReader
}

// stageValue is a local value and its columns, the later ones for rows in which the earlier are blank.
type stageValue struct {
	slot  int
	value []byte
	cells []int
}

// stageRun is what the columns of one row say, until it is known whether the row is kept.
type stageRun struct {
	events  []held
	refused int
}

func (m *Import) newStageTimes(d *dealRows) *stageTimes {
	at := &Column{Field: At, Format: Instant}
	t := &m.set.profile.History
	if len(t.Columns) > 0 {
		at = &t.Columns[0]
	}
	e := &eventRows{sheet: d.sheet, notes: notes{sheet: d.sheet}, deal: d.id, states: m.set.newStates(m.options.Values), actors: newDictionary[word](), slab: &m.slab}
	e.at = m.newCellReader(at, -1, d.sheet)
	e.at.count.File, e.at.count.Column = "history", t.Stages[0]
	e.columns = []*cellReader{e.at}
	e.actors.add(nil, word{})
	return &stageTimes{eventRows: e}
}

// grow takes up the columns that were found since.
func (t *stageTimes) grow(m *Import) {
	for _, c := range t.sheet.stages[t.known:] {
		if t.slots[c.slot] == nil {
			t.slots[c.slot] = m.newCellReader(&Column{Field: StageID + Field(c.slot)}, -1, t.sheet)
			t.states.add(t.slots[c.slot], c.slot)
		}
		same := func(v stageValue) bool { return v.slot == c.slot && string(v.value) == c.value }
		if i := slices.IndexFunc(t.values, same); i >= 0 {
			t.values[i].cells = append(t.values[i].cells, c.cell)
			continue
		}
		t.values = append(t.values, stageValue{c.slot, []byte(c.value), []int{c.cell}})
	}
	t.known = len(t.sheet.stages)
}

// read reads the columns of the current row. What cannot be read is noted and is no event.
func (m *Import) readStages(run *stageRun) {
	t := m.stages
	if t.known < len(t.sheet.stages) {
		t.grow(m)
	}
	run.events, run.refused = run.events[:0], 0
	for i := range t.values {
		cell, err := t.cellOf(&t.values[i])
		if err == nil && len(cell) == 0 {
			continue
		}
		if h, ok := t.event(&t.values[i], cell, err); ok {
			run.events = append(run.events, h)
			if m.trace != nil {
				m.trace.stage(m, &t.values[i], cell, h)
			}
		} else {
			run.refused++
		}
	}
}

// cellOf returns the first cell of the value that is not blank.
func (t *stageTimes) cellOf(v *stageValue) (cell []byte, err error) {
	for _, t.at.index = range v.cells {
		if cell, err = t.at.cell(&t.row); err != nil || len(cell) > 0 {
			break
		}
	}
	return cell, err
}

func (t *stageTimes) event(v *stageValue, cell []byte, err error) (h held, ok bool) {
	h.line = lineOf(&t.row)
	if err == nil {
		h.at, err = t.at.moment(cell)
	}
	if err != nil {
		t.notes.add(t.at, cell, err)
		t.pending[len(t.pending)-1].Column = t.names()[t.at.index]
		return h, false
	}
	t.took(t.at)
	for slot, reader := range t.slots {
		if reader == nil {
			continue
		}
		if reader.constant = nil; slot == v.slot {
			reader.constant = v.value
		}
	}
	var full bool
	h.state, full = t.states.of(&t.row, h.at, &t.notes)
	return h, !full
}

// countStages counts what was read of a row: nothing if the row does not count.
func (m *Import) countStages(run *stageRun, kept bool) {
	t := m.stages
	m.deliver(&t.notes, kept)
	if !kept {
		return
	}
	t.rows += len(run.events) + run.refused - 1
	m.counts.HistoryRows += len(run.events) + run.refused
	m.counts.HistoryRefused += run.refused
}

// fillStages gives d the events of its row.
func (m *Import) fillStages(d *funnel.Deal, run *stageRun) {
	m.countStages(run, true)
	run.events = m.withoutSkipped(m.settle(run.events))
	m.fill(d, run.events)
}

// withoutSkipped leaves out the stages that a deal did not pass but jumped: a CRM gives them the very instant of the one that was entered. Of the events
// of one instant only those of the highest rank stay, the end of a deal before any stage, and those without a rank. Of one day that cannot be told.
func (m *Import) withoutSkipped(events []held) []held {
	kept := events[:0]
	for from := 0; from < len(events); {
		to, highest := from, 0
		for ; to < len(events) && events[to].at == events[from].at; to++ {
			highest = max(highest, m.rankOf(events[to]))
		}
		for _, e := range events[from:to] {
			if rank := m.rankOf(e); rank == 0 || rank == highest || e.at.IsDate() {
				kept = append(kept, e)
				continue
			}
			m.counts.Skipped++
			if m.trace != nil {
				m.trace.skip(e)
			}
		}
		from = to
	}
	return kept
}

// rankOf returns the rank of what an event enters; 0 for none, and for an end of the deal more than any stage has.
func (m *Import) rankOf(h held) int {
	o := &m.rowsOfEvents.states.nodes[h.state].outcome
	if o.Status.Closed() || o.Status == funnel.Void {
		return 1 << 8
	}
	return int(o.Stage)
}
