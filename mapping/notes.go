package mapping

// notes gathers what is wrong with the cells of one row until it is known whether the row is kept.
type notes struct {
	sheet   *sheet
	pending []Finding
}

func (n *notes) add(c *cellReader, cell []byte, err error) {
	f := Finding{File: n.sheet.file, Line: n.sheet.row.line, Value: cut(string(cell)), Reason: err, Column: c.column.Name}
	n.pending = append(n.pending, f)
}

// deliver reports what was gathered and begins anew.
func (m *Import) deliver(pending []Finding, kept bool) []Finding {
	for _, f := range pending {
		f.Kept = kept
		m.report(f)
	}
	return pending[:0]
}
