package mapping

import (
	"slices"

	"github.com/koine-go/koine/funnel"
)

// dealRows reads rows of the deals file into deals.
type dealRows struct {
	*sheet
	notes
	columns []*cellReader // in the order of the profile
	id      *cellReader
	cells   []*cellReader // those without an id and local codes, in the order of the fields
	states  *states
	at      funnel.Moment // when the file was written
	blank   funnel.Deal   // what every deal of the source has
	moves   moves
	slab    *slab
}

func (m *Import) newDealRows(s *sheet, st *states) (*dealRows, []*Error) {
	p := m.set.profile
	d := &dealRows{sheet: s, states: st, slab: &m.slab, at: m.options.Exported, moves: m.newMoves(), notes: notes{sheet: s}}
	d.blank = funnel.Deal{
		SourceScheme: funnel.LabelOf(p.SourceScheme), SellingEntity: funnel.LabelOf(p.SellingEntity), Region: funnel.LabelOf(p.Region),
		Variant: m.set.variants[m.version][m.version], Profile: m.set.label(m.set.segment(m.options.Exported)),
	}
	var faults []*Error
	d.columns, faults = m.cellReaders(s, p.Deals.Columns)
	for _, c := range d.columns {
		if slot, ok := c.column.Field.local(); ok {
			d.states.add(c, slot)
		} else if c.column.Field == ID {
			d.id = c
		} else {
			d.cells = append(d.cells, c)
		}
	}
	d.cells = inFieldOrder(d.cells)
	return d, faults
}

// inFieldOrder returns the columns so that one on which another depends comes before it.
func inFieldOrder(columns []*cellReader) []*cellReader {
	return slices.SortedStableFunc(slices.Values(columns), func(a, b *cellReader) int { return int(a.column.Field) - int(b.column.Field) })
}

// cellReaders binds the columns of a file to its header.
func (m *Import) cellReaders(s *sheet, columns []Column) ([]*cellReader, []*Error) {
	var names []string
	for _, c := range columns {
		if c.Name != "" && !(c.Optional && s.lacks(c.Name)) {
			names = append(names, c.Name)
		}
	}
	at, faults := s.bind(names)
	if len(faults) > 0 {
		return nil, faults
	}
	var cells []*cellReader
	for i := range columns {
		c, index := &columns[i], -1
		absent := c.Name != "" && c.Optional && s.lacks(c.Name)
		if c.Name != "" && !absent {
			index, at = at[0], at[1:]
		}
		cell := m.newCellReader(c, index, s)
		cell.count.Absent = absent
		cells = append(cells, cell)
	}
	return cells, nil
}

// maxID bounds the text of an id.
const maxID = 1 << 10

// identify returns the row's id, or why the row is refused.
func (d *dealRows) identify() ([]byte, error) {
	if d.row.fault != nil {
		return nil, d.row.fault
	}
	return identity(d.id, &d.row)
}

func identity(c *cellReader, r *row) ([]byte, error) {
	id, err := c.cell(r)
	switch {
	case err != nil:
		return nil, err
	case len(id) == 0:
		return nil, ErrMissing
	case len(id) > maxID:
		return nil, because(ErrTooLarge, "an id has at most 1024 bytes")
	}
	return composed(id), nil
}

// read fills d with the row, whose id is known, and returns its state. What cannot be read is noted and left out.
func (r *dealRows) read(id []byte, d *funnel.Deal) *state {
	*d = r.blank
	d.ID = r.slab.string(id)
	if err := odd(id); err != nil {
		r.notes.add(r.id, id, err)
	}
	var cur funnel.Currency
	for _, c := range r.cells {
		cell, err := c.cell(&r.row)
		if err == nil {
			if len(cell) == 0 {
				r.empty(c)
				continue
			}
			err = r.set(c, cell, d, &cur)
		}
		if err != nil {
			r.notes.add(c, cell, err)
		} else {
			r.took(c)
		}
	}
	r.moves.settle(d)
	return r.state(d)
}

// set sets the field of d that the column feeds, and returns what is to be said of the cell. cur is the currency that the row gives, which comes before its amount.
func (r *dealRows) set(c *cellReader, cell []byte, d *funnel.Deal, cur *funnel.Currency) (err error) {
	var n int64
	switch f := c.column.Field; f {
	case CreatedAt, CreatedOn:
		d.Created, err = c.moment(cell)
	case ClosedAt, ClosedOn:
		d.Closed, err = c.moment(cell)
	case ExpectedClose:
		d.ExpectedClose, err = c.day(cell)
	case OnHoldUntil:
		d.OnHoldUntil, err = c.day(cell)
	case CurrencyCode:
		w := c.word(cell)
		*cur, err = w.currency, w.note()
	case Amount:
		d.Amount, err = c.amount(cell, *cur)
	case Probability:
		d.Probability, err = c.share(cell)
	case CustomerConfidence:
		d.CustomerConfidence, err = c.share(cell)
	case Complexity:
		n, err = c.integer(cell, 1, 5)
		d.Complexity = int8(n)
	case TermMonths:
		n, err = c.integer(cell, 0, 12*1000)
		d.TermMonths = int(n)
	case Competitors:
		d.Competitors = c.list(cell)
	case ExternalRefs:
		d.ExternalRefs = c.list(cell)
	default:
		err = r.setText(c, cell, d)
	}
	return err
}

func (r *dealRows) setText(c *cellReader, cell []byte, d *funnel.Deal) error {
	f := c.column.Field
	if at := fields[f].text; at != nil && c.lookup == nil {
		*at(d) = r.slab.string(composed(cell)) // of many values, so not worth remembering
		return odd(cell)
	}
	w := c.word(cell)
	if len(w.times) > 1 {
		r.moves.add(d, f, w.times)
	}
	if w.err != nil {
		return w.err
	}
	switch {
	case fields[f].label != nil:
		*fields[f].label(d) = w.label
	case fields[f].text != nil:
		*fields[f].text(d) = w.text
	case f == ForecastCategory:
		d.Category = w.category
	case f == Deleted:
		d.Deleted = w.yes
	case f == Test:
		d.Test = w.yes
	}
	return w.repair
}

// state sets what the row's local values mean and returns it.
func (r *dealRows) state(d *funnel.Deal) *state {
	n, _ := r.states.of(&r.row, r.at, &r.notes)
	s := r.states.nodes[n]
	o := &s.outcome
	d.Stage, d.Status, d.Cause = o.Stage, o.Status, o.Cause
	if d.Category == funnel.NoCategory {
		d.Category = o.Category
	}
	if o.Cause != funnel.NoCause {
		d.Causes = s.causes
	}
	d.LocalStage, d.LocalStatus, d.LocalReason = s.stage, s.status, s.reason
	return s
}
