package normalize

import (
	"fmt"
	"strings"
)

// ColumnError says why Infer names no convention, and at which cells. Its text lists the first three readings. The zero
// value is no error.
type ColumnError struct {
	Kind    Kind
	Err     error  // ErrAmbiguous, ErrSyntax or ErrLocale
	Filled  int    // cells that are not blank
	Blank   int    // cells that were skipped
	Witness Cell   // read to different values; for ErrAmbiguous by each convention that reads every cell, else by any
	Broken  int    // for ErrSyntax: cells that the nearest convention, which fewest cells break, does not read
	Cells   []Cell // the first five of these; each by all conventions that are as near
	Hint    string // what is missing; may be empty
}

// Cell is a cell of a column by which conventions are told apart. The zero value is none: it has no Readings.
type Cell struct {
	Index    int       // from 0, blank cells counted
	Text     string    // as given, cut at 64 bytes
	Readings []Reading // in the order of the locales
}

// Reading is what a cell is to locales that read the whole column alike: a value or an error. The zero value is none.
type Reading struct {
	Locales []*Locale // at least one
	Value   string    // 1234.5, "1234.5 EUR", 2026-03-05, 14:30:00 or 2026-03-05T14:30:00Z, by the kind
	Err     error     // an *Error, of the first of Locales
}

// String returns the value or the error, and by which locale.
func (r Reading) String() string {
	switch {
	case len(r.Locales) == 0:
		return ""
	case r.Err != nil:
		return r.Err.Error()
	}
	s := r.Value + " by " + r.Locales[0].Declaration()
	if n := len(r.Locales) - 1; n > 0 {
		s += fmt.Sprintf(" and %d more", n)
	}
	return s
}

// String has the form `cell 3, "1.234": 1234 by locale = "de-DE" or 1.234 by locale = "en-US"`.
func (c Cell) String() string {
	if len(c.Readings) == 0 {
		return ""
	}
	var list []string
	for _, r := range c.Readings[:min(len(c.Readings), listed)] {
		list = append(list, r.String())
	}
	s := fmt.Sprintf("cell %d, %q: %s", c.Index, c.Text, strings.Join(list, " or "))
	if more := len(c.Readings) - listed; more > 0 {
		s += fmt.Sprintf(", and %d more", more)
	}
	return s
}

// Error has the form `normalize: column of numbers: more than one reading: cell 3, "1.234": ...`.
func (e *ColumnError) Error() string {
	s := fmt.Sprintf("normalize: column of %v: %v", e.Kind, e.Err)
	shown := e.Witness
	if e.Broken > 0 {
		s += fmt.Sprintf(": %d of %d cells", e.Broken, e.Filled)
		shown = e.Cells[0]
	}
	if len(shown.Readings) > 0 {
		s += ": " + shown.String()
	}
	if e.Hint != "" {
		s += " (" + e.Hint + ")"
	}
	return s
}

// Unwrap returns the sentinel.
func (e *ColumnError) Unwrap() error { return e.Err }
