package mapping

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/koine-go/koine/funnel"
)

// trace records what an import does with the rows of one deal: the import calls it at each turn, if it has one.
type trace struct {
	id      string
	deals   []*Step
	history []*turn
	read    map[held][]*turn // by what was read of them: a line of JSON may hold several rows
	here    bool             // the deal read last is the one
	last    *Step            // of the deal read last
	open    *Step            // of the row that the next Finding refuses
	turns   int
}

// turn is a step of the history with its place among the events, 0 for none.
type turn struct {
	Step
	place int
}

// deal records the current row of the deals: read into d, or about to be refused, and then d is nil.
func (t *trace) deal(m *Import, id []byte, d *funnel.Deal, s *state) {
	here := string(id) == t.id
	if d != nil {
		t.here = here
	}
	if !here {
		return
	}
	rows := m.rowsOfDeals
	step := &Step{File: rows.file, Line: rows.row.line, Kept: d != nil, Cells: rows.cellsOf(rows.columns, valuesOf(d, s))}
	t.deals = append(t.deals, step)
	if d == nil {
		t.open = step
		return
	}
	step.Explanation = explained(m.set, s, m.options.Exported)
	t.last, rows.notes.step = step, step
	if m.stages != nil {
		m.stages.notes.step = step
	}
}

// valuesOf returns what was read for the field of a column: as the exchange format has it, or of a local code what rules read.
func valuesOf(d *funnel.Deal, s *state) func(*cellReader) string {
	if d == nil {
		return func(*cellReader) string { return "" }
	}
	var values map[string]json.RawMessage
	text, _ := d.MarshalJSON() // what cannot be written has no value to show
	_ = json.Unmarshal(text, &values)
	return func(c *cellReader) string {
		switch slot, ok := c.column.Field.local(); {
		case ok:
			return *s.local.at(slot)
		case c.column.Field == Amount:
			return d.Amount.String()
		case c.column.Field == CurrencyCode:
			return d.Amount.Currency().String()
		}
		return plainText(values[c.column.Field.String()])
	}
}

// plainText returns a JSON value as a text, nothing for null.
func plainText(value json.RawMessage) string {
	var text string
	if err := json.Unmarshal(value, &text); err == nil {
		return text
	}
	return strings.TrimSpace(string(value))
}

// row records the current row of the history, if it is of this deal; ok tells that it was read into h.
func (t *trace) row(m *Import, h held, ok bool) *Step {
	rows := m.rowsOfEvents.eventRows
	if id, err := rows.identify(); err != nil || string(id) != t.id {
		return nil
	}
	e := &turn{Step: Step{File: rows.file, Line: rows.row.line, Kept: ok}}
	value := func(*cellReader) string { return "" }
	if ok {
		s := rows.states.nodes[h.state]
		e.Explanation = explained(m.set, s, h.at)
		value = func(c *cellReader) string { return h.value(m, s, c.column.Field) }
		t.read[h] = append(t.read[h], e)
	}
	e.Cells = rows.cellsOf(rows.columns, value)
	t.history = append(t.history, e)
	rows.notes.step = &e.Step
	return &e.Step
}

// stray records the current row of the history, which is about to be refused for its deal.
func (t *trace) stray(m *Import) {
	t.open = t.row(m, held{}, false)
	m.rowsOfEvents.notes.step = nil
}

// stage records an event that stands in a column of the deals.
func (t *trace) stage(m *Import, v *stageValue, cell []byte, h held) {
	if !t.here {
		return
	}
	rows, s := m.stages, m.stages.states.nodes[h.state]
	e := &turn{Step: Step{File: rows.file, Line: rows.row.line, Kept: true, Explanation: explained(m.set, s, h.at)}}
	e.Cells = []Cell{
		{Field: rows.at.column.Field, Column: rows.names()[rows.at.index], Text: string(cell), Value: h.at.String()},
		{Field: StageID + Field(v.slot), Text: string(v.value), Value: *s.local.at(v.slot)},
	}
	t.read[h] = append(t.read[h], e)
	t.history = append(t.history, e)
}

// value returns what was read for a field.
func (h *held) value(m *Import, s *state, f Field) string {
	if slot, ok := f.local(); ok {
		return *s.local.at(slot)
	}
	switch f {
	case DealID:
		id, _ := m.rowsOfEvents.identify()
		return string(id)
	case At, On:
		return h.at.String()
	case RecordedAt:
		return h.recorded.String()
	case ID:
		return h.id
	case Actor:
		return m.actor(*h).String()
	case EventKind:
		return h.kind.String()
	case Sequence:
		text, _ := h.seq.MarshalJSON()
		return plainText(text)
	}
	return ""
}

func explained(s *Set, of *state, at funnel.Moment) *Explanation {
	e := s.Explain(of.local, at)
	return &e
}

// cellsOf returns what the columns have in the current row, the notes of which are not delivered yet.
func (n *notes) cellsOf(columns []*cellReader, value func(*cellReader) string) (all []Cell) {
	for _, c := range columns {
		if c.index < 0 && c.column.Name != "" {
			continue // the file lacks it, as the profile allows
		}
		cell := Cell{Field: c.column.Field, Column: c.column.Name, Text: string(c.raw(&n.sheet.row)), Value: value(c)}
		for _, p := range n.pending {
			if p.about == c {
				cell.Amiss = p.Reason
				if p.Kept = true; p.Fate() == SetAside {
					cell.Value = ""
				}
			}
		}
		for _, taken := range n.taken {
			if taken.by == c {
				cell.Liberties = taken.what
			}
		}
		all = append(all, cell)
	}
	return all
}

// reopen says that the deal read last is about to be refused.
func (t *trace) reopen() {
	if t.here {
		t.open = t.last
	}
}

// found adds a Finding to the step that waits for one.
func (t *trace) found(f Finding) {
	t.open.add(f)
	t.open = nil
}

func (s *Step) add(f Finding) {
	if s != nil {
		s.Kept = s.Kept && f.Kept
		s.Findings = append(s.Findings, f)
	}
}

// drop says that a row of the history is about to be refused for another one.
func (t *trace) drop(h held) {
	if e := t.take(h); e != nil {
		t.open = &e.Step
	}
}

// skip says that an event is left out: the deal jumped its stage.
func (t *trace) skip(h held) {
	if e := t.take(h); e != nil {
		e.Kept, e.Skipped = false, true
	}
}

// became records the events that a row of the history was turned into.
func (t *trace) became(h held, events []funnel.Event) {
	if e := t.take(h); e != nil {
		t.turns++
		e.Events, e.place = slices.Clone(events), t.turns
	}
}

// take returns a step that was read as h, the last of several: each is asked for once.
func (t *trace) take(h held) *turn {
	steps := t.read[h]
	if !t.here || len(steps) == 0 {
		return nil
	}
	e := steps[len(steps)-1]
	t.read[h] = steps[:len(steps)-1]
	return e
}
