package mapping

import (
	"bytes"
	"hash/maphash"

	"github.com/koine-go/koine/funnel"
)

// join reads files in any order: the deals for their ids, then the history, which is held, then the deals again.
func (m *Import) join(yield func(*funnel.Deal) bool) error {
	known, err := m.enrol()
	if err != nil {
		return err
	}
	events, err := m.gather(known)
	if err != nil {
		return err
	}
	if faults := m.openDeals(); len(faults) > 0 {
		return joined(faults)
	}
	return m.readAgain(known, events, yield)
}

// readAgain reads the deals once their ids are known, each with its events.
func (m *Import) readAgain(known *roster, events *archive, yield func(*funnel.Deal) bool) error {
	var d *funnel.Deal
	var run stageRun
	rows, met := m.rowsOfDeals, uint32(0)
	for rows.next() {
		m.yielded = rowPlace{m.yielded.row + 1, rows.row.line}
		id, err := rows.identify()
		if err != nil {
			m.refuseDeal(identityFinding(rows.sheet, rows.id, err))
			continue
		}
		n, ok := known.find(id)
		if !ok {
			return &Error{File: "deals", Line: rows.row.line, Value: cut(string(id)), Err: ErrChanged}
		}
		first := n == met // they are numbered as they come
		if first {
			met++
		}
		if m.repeats(known, n, id, first) {
			continue
		}
		if d == nil || m.options.Keep {
			d = &funnel.Deal{}
		}
		m.readDeal(id, d)
		switch {
		case m.stages != nil:
			m.readStages(&run)
			m.fillStages(d, &run)
		case events != nil:
			run.events = m.settle(events.of(n, run.events[:0]))
			m.fill(d, run.events)
		}
		d.Variant = m.set.variantOf(d, m.version)
		if !yield(d) {
			return errStopped
		}
	}
	return m.end(rows.sheet, rows.columns)
}

// enrol reads the deals for their ids. What is wrong with a row is reported on the second reading.
func (m *Import) enrol() (*roster, error) {
	rows, known := m.rowsOfDeals, newRoster()
	for rows.next() {
		id, err := rows.identify()
		if err != nil {
			continue
		}
		known.add(id, rows.hash(known.seed), rows.row.line)
		if m.spooled+known.bytes() > m.options.MaxBytes {
			return nil, &Error{File: "deals", Line: rows.row.line, Reason: m.memoryLimit(), Err: ErrTooLarge}
		}
	}
	return known, sheetError(rows.sheet)
}

// hash returns a hash of the row's cells, whether or not they are in quotes that need not be; of JSON those that are read, whatever their order.
func (s *sheet) hash(seed maphash.Seed) uint64 {
	if s.json != nil {
		return s.row.hashCells(seed)
	}
	if s.row.plain {
		return maphash.Bytes(seed, s.row.bytes)
	}
	var b bytes.Buffer
	for i := range s.row.cells {
		if i > 0 {
			b.WriteByte(s.csv.delimiter)
		}
		writeCell(&b, s.row.cell(i), s.csv.delimiter)
	}
	return maphash.Bytes(seed, b.Bytes())
}

// writeCell writes a cell in quotes only where they are needed.
func writeCell(b *bytes.Buffer, cell []byte, delimiter byte) {
	if bytes.IndexByte(cell, delimiter) < 0 && bytes.IndexByte(cell, '"') < 0 && bytes.IndexByte(cell, '\n') < 0 {
		b.Write(cell)
		return
	}
	b.WriteByte('"')
	b.Write(bytes.ReplaceAll(cell, []byte{'"'}, []byte(`""`)))
	b.WriteByte('"')
}

// gather reads the history and groups its events by deal.
func (m *Import) gather(known *roster) (*archive, error) {
	rows := m.rowsOfEvents.eventRows
	if rows == nil || m.stages != nil {
		return nil, nil
	}
	events := newArchive(&m.set.profile.History)
	for rows.next() {
		id, err := rows.identify()
		if err != nil {
			m.refuseRow(identityFinding(rows.sheet, rows.deal, err))
			continue
		}
		n, ok := known.find(id)
		if _, differs := known.differ[n]; !ok || differs {
			m.refuseRow(m.unknownDeal(id))
			continue
		}
		if h, ok := m.readEvent(); ok {
			events.push(n, h)
		}
		if held := m.spooled + known.bytes() + events.bytes(); held > m.options.MaxBytes {
			return nil, &Error{File: "history", Line: rows.row.line, Reason: m.memoryLimit(), Err: ErrTooLarge}
		}
	}
	if err := m.end(rows.sheet, rows.columns); err != nil {
		return nil, err
	}
	events.group(known.len())
	return events, nil
}

func (m *Import) unknownDeal(id []byte) Finding {
	rows := m.rowsOfEvents
	if m.trace != nil {
		m.trace.stray(m)
	}
	return Finding{File: "history", Line: rows.row.line, Column: rows.deal.column.Name, Value: cut(string(id)), Reason: ErrUnknownDeal}
}

// readEvent reads the current row of the history and counts it. An event is counted as one when its deal comes by.
func (m *Import) readEvent() (held, bool) {
	rows := m.rowsOfEvents.eventRows
	h, ok := rows.read()
	m.counts.HistoryRows++
	if !ok {
		m.counts.HistoryRefused++
	}
	if m.trace != nil {
		m.trace.row(m, h, ok)
	}
	m.deliver(&rows.notes, ok)
	return h, ok
}

// readDeal reads the current row of the deals file and counts it.
func (m *Import) readDeal(id []byte, d *funnel.Deal) {
	rows := m.rowsOfDeals
	s := rows.read(id, d)
	s.seen.deal(d, m.set.calendar)
	if m.trace != nil {
		m.trace.deal(m, id, d, s)
	}
	m.counts.DealRows++
	m.counts.Deals++
	m.counts.FieldEvents += len(d.FieldEvents)
	m.deliver(&rows.notes, true)
}

// repeats refuses the current row, which is the first with its id or not, if it repeats another or if its id stands on rows that differ.
func (m *Import) repeats(known *roster, n uint32, id []byte, first bool) bool {
	line := int(known.lines.at(n))
	second, differs := known.differ[n]
	switch {
	case differs && first:
		m.refuseDeal(m.repetition(id, second, ErrDiffers))
	case differs:
		m.refuseDeal(m.repetition(id, line, ErrDiffers))
	case !first:
		m.refuseDeal(m.repetition(id, line, ErrDuplicate))
	default:
		return false
	}
	return true
}

// repetition returns the Finding of the current row of the deals, which is at odds with another line.
func (m *Import) repetition(id []byte, other int, why error) Finding {
	rows := m.rowsOfDeals
	if m.trace != nil {
		m.trace.deal(m, id, nil, nil)
	}
	return Finding{File: "deals", Line: rows.row.line, Other: other, Column: rows.id.column.Name, Value: cut(string(id)), Reason: why}
}
