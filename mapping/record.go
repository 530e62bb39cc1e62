package mapping

import (
	"hash/maphash"
	"iter"
	"strings"

	"github.com/koine-go/koine/funnel"
)

// RecordBytes bounds what Import holds for a row of a file of further records, its own texts and lists not counted.
const RecordBytes = 512

// RecordCounts is what became of the rows of one file of further records: Rows = Kept + Refused. The zero value is of no rows.
type RecordCounts struct {
	File    string // "offers", "activities", ...
	Rows    int
	Kept    int
	Refused int
	Records int // fewer than Kept where several rows make one, as the lines of an offer do
}

// recordRows reads the rows of one file of further records.
type recordRows struct {
	*sheet
	notes
	file    place
	columns []*cellReader // in the order of the profile
	cells   []*cellReader // in the order of the fields
	counts  RecordCounts
	read    bool
	slab    *slab
}

func (m *Import) newRecordRows(file place, s *sheet, t *Table) (*recordRows, []*Error) {
	r := &recordRows{sheet: s, notes: notes{sheet: s}, file: file, counts: RecordCounts{File: file.String()}, slab: &m.slab}
	var faults []*Error
	r.columns, faults = m.cellReaders(s, t.Columns)
	r.cells = inFieldOrder(r.columns)
	return r, faults
}

// scratch is what the cells of a row say that only its other cells can use.
type scratch struct {
	currency       funnel.Currency
	scope          string
	from, to, last funnel.Date
	period         funnel.Period
}

// setter puts a cell into a record, and returns what is to be said of the cell.
type setter[T any] func(r *recordRows, s *scratch, c *cellReader, cell []byte, to *T) error

// kindOf says how records of one kind are read: each cell, then the row as a whole, and what makes two of them the same one.
type kindOf[T any] struct {
	set   setter[T]
	whole func(s *scratch, to *T) error
	id    func(*T) string    // empty: rows are the same only if they are alike
	join  func(a, b *T) bool // takes b, a row of the same id, into a; nil where an id stands on one row
}

// record is a row that is held until all are read.
type record[T any] struct {
	value   T
	hash    uint64
	line    int
	refused bool
}

// readRecord reads the current row. What a record must have and its row does not say refuses the row.
func readRecord[T any](r *recordRows, k *kindOf[T], to *T) (ok bool) {
	ok = true
	var s scratch
	for _, c := range r.cells {
		cell, err := c.cell(&r.row)
		switch {
		case err != nil:
		case len(cell) > 0:
			err = k.set(r, &s, c, cell, to)
		case r.needs(c.column.Field):
			err = ErrMissing
		default:
			r.empty(c)
			continue
		}
		if err != nil {
			r.notes.add(c, cell, err)
			ok = ok && (!r.needs(c.column.Field) || Finding{Reason: err, Kept: true}.Fate() != SetAside)
			continue
		}
		r.took(c)
	}
	if err := k.whole(&s, to); ok && err != nil {
		r.addRow(err)
		ok = false
	}
	return ok
}

// needs tells whether a blank in a field of its own refuses a row.
func (r *recordRows) needs(f Field) bool {
	for _, either := range required(r.file) {
		if len(either) == 1 && either[0] == f {
			return true
		}
	}
	return false
}

// records yields what a file holds, once all of it is read, since a later row may contradict an earlier one.
func records[T any](m *Import, file place, k *kindOf[T]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		r := m.records[file]
		switch {
		case r == nil:
			yield(none, &Error{File: file.String(), Err: ErrMissing})
			return
		case r.read:
			yield(none, &Error{File: file.String(), Err: ErrSpent})
			return
		}
		r.read = true
		all, err := hold(m, r, k)
		if err != nil {
			yield(none, err)
			return
		}
		for i := range all {
			if !all[i].refused && !yield(all[i].value, nil) {
				return
			}
		}
	}
}

// hold reads all rows and settles which of them count: rows that repeat one are refused, and so are all rows of an id that differ (ruling Q18a).
func hold[T any](m *Import, r *recordRows, k *kindOf[T]) (all []record[T], err error) {
	seed := maphash.MakeSeed()
	s := &settlement[T]{m: m, r: r, k: k, byRow: map[uint64]int{}, byID: map[string][]int{}}
	for held := int64(0); r.nextWhole(); {
		r.counts.Rows++
		if r.row.fault != nil {
			r.counts.Refused++
			m.report(r.refusal())
			continue
		}
		one := record[T]{line: r.row.line, hash: r.hash(seed)}
		ok := readRecord(r, k, &one.value)
		m.deliver(&r.notes, ok)
		if !ok {
			r.counts.Refused++
			continue
		}
		if held += int64(r.row.size) + RecordBytes; held > m.options.MaxBytes {
			return nil, &Error{File: r.sheet.file, Line: r.row.line, Reason: m.memoryLimit(), Err: ErrTooLarge}
		}
		s.add(one)
	}
	if err := m.end(r.sheet, r.columns); err != nil {
		return nil, err
	}
	return s.settled(), nil
}

// settlement decides which of the rows of a file count.
type settlement[T any] struct {
	m     *Import
	r     *recordRows
	k     *kindOf[T]
	all   []record[T]
	byRow map[uint64]int   // by the hash of its cells, the first such row
	byID  map[string][]int // rows that are not alike
	ids   []string         // in the order of the file
}

func (s *settlement[T]) add(one record[T]) {
	if first, ok := s.byRow[one.hash]; ok {
		s.refuse(&one, s.all[first].line, ErrDuplicate)
		return
	}
	s.byRow[one.hash] = len(s.all)
	s.r.counts.Kept++
	if id := s.k.id(&one.value); id != "" {
		if s.byID[id] == nil {
			s.ids = append(s.ids, id)
		}
		s.byID[id] = append(s.byID[id], len(s.all))
	}
	s.all = append(s.all, one)
}

// settled joins the rows of an id into the first of them, or refuses them all.
func (s *settlement[T]) settled() []record[T] {
	s.r.counts.Records = s.r.counts.Kept
	for _, id := range s.ids {
		rows := s.byID[id]
		if len(rows) > 1 && !s.joined(rows) {
			s.differ(rows)
		}
	}
	return s.all
}

func (s *settlement[T]) joined(rows []int) bool {
	if s.k.join == nil {
		return false
	}
	first := &s.all[rows[0]]
	for _, i := range rows[1:] {
		if !s.k.join(&first.value, &s.all[i].value) {
			return false
		}
	}
	for _, i := range rows[1:] {
		s.all[i].refused = true // as a record of its own; it is part of the first
		s.r.counts.Records--
	}
	return true
}

func (s *settlement[T]) differ(rows []int) {
	for n, i := range rows {
		other := rows[0]
		if n == 0 {
			other = rows[1]
		}
		s.r.counts.Kept--
		s.r.counts.Records--
		s.refuse(&s.all[i], s.all[other].line, ErrDiffers)
	}
}

func (s *settlement[T]) refuse(one *record[T], other int, why error) {
	one.refused = true
	s.r.counts.Refused++
	s.m.report(Finding{File: s.r.sheet.file, Line: one.line, Other: other, Value: cut(s.k.id(&one.value)), Reason: why})
}

// Records returns what became of the rows of the further files so far, in the order of the files in a profile.
func (m *Import) Records() []RecordCounts {
	var all []RecordCounts
	for i := range placeKeys {
		if r := m.records[1<<i]; r != nil {
			all = append(all, r.counts)
		}
	}
	return all
}

// text returns the cell as a text that may be kept, or what its look-up makes of it.
func (r *recordRows) text(c *cellReader, cell []byte, to *string) error {
	if c.lookup == nil {
		*to = r.slab.string(composed(cell))
		return odd(cell)
	}
	w := c.word(cell)
	*to = w.text
	return w.note()
}

func (r *recordRows) label(c *cellReader, cell []byte, to *funnel.Label) error {
	w := c.word(cell)
	*to = funnel.LabelOf(w.text)
	return w.note()
}

// oneOf is label for one of these keys.
func (r *recordRows) oneOf(c *cellReader, cell []byte, to *funnel.Label, keys ...string) error {
	w := c.word(cell)
	if w.err != nil {
		return w.err
	}
	for _, key := range keys {
		if w.text == key {
			*to = funnel.LabelOf(key)
			return w.repair
		}
	}
	return because(ErrValue, "want "+strings.Join(keys, ", "))
}

// parsed reads the cell's word by the parser of its enumeration.
func parsed[E any](c *cellReader, cell []byte, parse func(string) (E, error), to *E) error {
	w := c.word(cell)
	if w.err != nil {
		return w.err
	}
	v, err := parse(w.text)
	if err != nil {
		return because(ErrValue, "not one of its keys")
	}
	*to = v
	return w.repair
}
