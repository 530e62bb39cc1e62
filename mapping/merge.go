package mapping

import (
	"bytes"
	"hash/maphash"

	"github.com/koine-go/koine/funnel"
)

// merge reads files that are both in the order of the deal ids, in constant memory: the history moves along with the deals.
func (m *Import) merge(yield func(*funnel.Deal) bool) error {
	rows := m.rowsOfDeals
	events := &eventStream{m: m, rows: m.rowsOfEvents.eventRows}
	if m.stages != nil {
		events.rows = nil
	}
	if err := events.advance(); err != nil {
		return err
	}
	p := &candidate{seed: maphash.MakeSeed()}
	for row := 1; rows.next(); row++ {
		id, err := rows.identify()
		if err != nil {
			m.refuseDeal(identityFinding(rows.sheet, rows.id, err))
			continue
		}
		order := bytes.Compare(id, p.id)
		switch {
		case p.deal != nil && order < 0:
			return &Error{File: "deals", Line: rows.row.line, Other: p.line, Value: cut(string(id)), Reason: "after " + cut(string(p.id)), Err: ErrNotSorted}
		case p.deal != nil && order == 0:
			m.repeated(p, id)
			continue
		}
		if err := m.finish(p, events, yield); err != nil {
			return err
		}
		m.begin(p, id)
		p.row = row
	}
	if err := m.end(rows.sheet, rows.columns); err != nil {
		return err
	}
	if err := m.finish(p, events, yield); err != nil {
		return err
	}
	return events.drain()
}

// candidate is a deal that counts unless one of the next rows contradicts it.
type candidate struct {
	seed   maphash.Seed
	deal   *funnel.Deal // nil before the first
	state  *state
	id     []byte
	hash   uint64
	row    int
	line   int
	differ int // the line of the first row that differs, 0 for none
	run    stageRun
}

// begin makes the current row the candidate.
func (m *Import) begin(p *candidate, id []byte) {
	rows := m.rowsOfDeals
	if p.deal == nil || m.options.Keep {
		p.deal = &funnel.Deal{}
	}
	p.id = append(p.id[:0], id...)
	p.hash, p.line, p.differ = rows.hash(p.seed), rows.row.line, 0
	p.state = rows.read(id, p.deal)
	if m.trace != nil {
		m.trace.deal(m, id, p.deal, p.state)
	}
	if m.stages != nil {
		m.readStages(&p.run)
	}
}

// repeated refuses the current row, which has the candidate's id, and with it the candidate if they differ.
func (m *Import) repeated(p *candidate, id []byte) {
	rows := m.rowsOfDeals
	if rows.hash(p.seed) == p.hash {
		m.refuseDeal(m.repetition(id, p.line, ErrDuplicate))
		return
	}
	if p.differ == 0 {
		p.differ = rows.row.line
	}
	m.refuseDeal(m.repetition(id, p.line, ErrDiffers))
}

// finish yields the candidate with its events or refuses it.
func (m *Import) finish(p *candidate, events *eventStream, yield func(*funnel.Deal) bool) error {
	if p.deal == nil {
		return nil
	}
	rows := m.rowsOfDeals
	m.deliver(&rows.notes, p.differ == 0)
	if p.differ != 0 {
		if m.stages != nil {
			m.countStages(&p.run, false)
		}
		if m.trace != nil {
			m.trace.reopen()
		}
		m.refuseDeal(Finding{File: "deals", Line: p.line, Other: p.differ, Column: rows.id.column.Name, Value: cut(string(p.id)), Reason: ErrDiffers})
		return nil
	}
	m.counts.DealRows++
	m.counts.Deals++
	m.counts.FieldEvents += len(p.deal.FieldEvents)
	p.state.seen.deal(p.deal, m.set.calendar)
	switch {
	case m.stages != nil:
		m.fillStages(p.deal, &p.run)
	case events.rows != nil:
		var err error
		if p.run.events, err = events.take(p.id, p.run.events[:0]); err != nil {
			return err
		}
		p.run.events = m.settle(p.run.events)
		m.fill(p.deal, p.run.events)
	}
	p.deal.Variant = m.set.variantOf(p.deal, m.version)
	m.yielded = rowPlace{p.row, p.line}
	if !yield(p.deal) {
		return errStopped
	}
	return nil
}

// eventStream is a history in the order of the deal ids, read as far as the deals are.
type eventStream struct {
	m    *Import
	rows *eventRows // nil without a history
	id   []byte     // of the current row's deal; nil at the end
	last []byte
	line int
}

// advance moves to the next row that has a deal id.
func (s *eventStream) advance() error {
	s.id = nil
	for s.rows != nil && s.rows.next() {
		id, err := s.rows.identify()
		if err != nil {
			s.m.refuseRow(identityFinding(s.rows.sheet, s.rows.deal, err))
			continue
		}
		if bytes.Compare(id, s.last) < 0 {
			return &Error{File: "history", Line: s.rows.row.line, Other: s.line, Value: cut(string(id)), Reason: "after " + cut(string(s.last)), Err: ErrNotSorted}
		}
		s.last = append(s.last[:0], id...)
		s.id, s.line = s.last, s.rows.row.line
		return nil
	}
	if s.rows == nil {
		return nil
	}
	return s.m.end(s.rows.sheet, s.rows.columns)
}

// take appends the events of a deal; those of deals before it, which were not yielded, are refused.
func (s *eventStream) take(id []byte, to []held) ([]held, error) {
	for s.id != nil {
		order := bytes.Compare(s.id, id)
		if order > 0 {
			return to, nil
		}
		if order < 0 {
			s.m.refuseRow(s.m.unknownDeal(s.id))
		} else if h, ok := s.m.readEvent(); ok {
			to = append(to, h)
		}
		if err := s.advance(); err != nil {
			return to, err
		}
	}
	return to, nil
}

// drain refuses what is left: events of deals that are not there.
func (s *eventStream) drain() error {
	for s.id != nil {
		s.m.refuseRow(s.m.unknownDeal(s.id))
		if err := s.advance(); err != nil {
			return err
		}
	}
	return nil
}
