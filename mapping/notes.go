package mapping

import "github.com/koine-go/koine/normalize"

// notes gathers what there is to say about the cells of one row until it is known whether the row is kept.
type notes struct {
	sheet   *sheet
	pending []note
	blank   []*cellReader
	none    []*cellReader // of blank, those whose cell stands for none
	taken   []taken
	rows    int   // kept so far
	step    *Step // that a trace has of the row; nil for none
}

// note is a Finding and whose cell it is about, nobody's if it is about the row.
type note struct {
	Finding
	about *cellReader
}

func (n *notes) add(c *cellReader, cell []byte, err error) {
	f := Finding{File: n.sheet.file, Line: n.sheet.row.line, Value: quoted(cell), Reason: inWords(err), Column: c.column.Name}
	n.pending = append(n.pending, note{f, c})
}

// addRow notes what no single cell is to blame for.
func (n *notes) addRow(err error) {
	n.pending = append(n.pending, note{Finding: Finding{File: n.sheet.file, Line: n.sheet.row.line, Reason: err}})
}

// taken is the liberties with one cell.
type taken struct {
	by   *cellReader
	what normalize.Repairs
}

// took notes the liberties with which the column's cell was read.
func (n *notes) took(c *cellReader) {
	if c.taken != 0 {
		n.taken = append(n.taken, taken{c, c.taken})
		c.taken = 0
	}
}

// quoted returns as much of a cell as a Finding repeats.
func quoted(cell []byte) string { return cut(string(cell[:min(len(cell), echo+1)])) }

// empty notes that the column gives no value.
func (n *notes) empty(c *cellReader) {
	n.blank = append(n.blank, c)
	if len(c.none) > 0 && len(c.raw(&n.sheet.row)) > 0 {
		n.none = append(n.none, c)
	}
}

// deliver reports and counts what was gathered about a row, and begins anew.
func (m *Import) deliver(n *notes, kept bool) {
	for _, p := range n.pending {
		p.Kept = kept
		m.report(p.Finding)
		n.step.add(p.Finding)
		if kept && p.about != nil {
			p.about.count.add(p.Fate())
		}
	}
	if kept {
		n.rows++
		for _, c := range n.blank {
			c.count.Blank++
		}
		for _, c := range n.none {
			c.count.None++
		}
		for _, t := range n.taken {
			t.by.liberties.add(t.what)
		}
	}
	n.pending, n.blank, n.none, n.taken = n.pending[:0], n.blank[:0], n.none[:0], n.taken[:0]
	n.step = nil
}
