package mapping

import "slices"

// sheetError returns why a file could not be read on, nil if it could.
func sheetError(s *sheet) error {
	if s.err != nil {
		return &Error{File: s.file, Line: s.line, Err: s.err}
	}
	return nil
}

// end returns why a file could not be read to its end. Else it reports the paths that no record had, which a CSV's header shows in the beginning: a
// misspelt one would give blanks.
func (m *Import) end(s *sheet, columns []*cellReader) error {
	if err := sheetError(s); err != nil || s.json == nil {
		return err
	}
	for _, step := range s.json.unseenSteps() {
		m.report(Finding{File: s.file, Column: step, Reason: ErrUnseen, Kept: true})
	}
	if s.json.rows == 0 {
		return nil
	}
	for _, c := range columns {
		if c.unseen(s) && !c.column.Optional {
			m.report(Finding{File: s.file, Column: c.column.Name, Reason: ErrUnseen, Kept: true})
		}
	}
	met := func(c stageColumn) bool { return s.json.leaves[c.cell].seen }
	if m.stages != nil && m.stages.sheet == s && !slices.ContainsFunc(s.stages, met) {
		m.report(Finding{File: s.file, Column: m.set.profile.History.Stages[0], Reason: ErrUnseen, Kept: true})
	}
	return nil
}
