package mapping

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/koine-go/koine/internal/document"
)

// What can be wrong with a profile, or with a coverage; errors.Is finds them inside an *Error.
var (
	ErrSyntax          = document.ErrSyntax
	ErrUnknownKey      = errors.New("not a key here")
	ErrType            = errors.New("of the wrong type")
	ErrValue           = errors.New("not a value for it")
	ErrMissing         = errors.New("missing")
	ErrTwice           = errors.New("given twice")
	ErrUnknownStage    = errors.New("not a stage of the model")
	ErrUnknownStatus   = errors.New("not a status")
	ErrUnknownCause    = errors.New("not a loss cause")
	ErrUnknownCategory = errors.New("not a forecast category")
	ErrConflict        = errors.New("in conflict with another rule")
	ErrOpenQuestion    = errors.New("a question that is still open")
)

// What can be wrong with the files as a whole: the import stops, or does not begin.
var (
	ErrUnknownLookup = errors.New("not a look-up that the profile reads from a file")
	ErrDelimiter     = errors.New("not the delimiter of this file")
	ErrNotSorted     = errors.New("not in order of the deal id")
	ErrTooLarge      = document.ErrTooLarge
	ErrChanged       = errors.New("not the file that was read before")
	ErrSpent         = errors.New("read already")
)

// What can be wrong with one row or one cell; it is found inside the Reason of a Finding, as are the errors of package normalize.
var (
	ErrCells       = errors.New("not as many cells as the header")
	ErrQuote       = errors.New("not a complete quoted cell")
	ErrJSON        = errors.New("not JSON")
	ErrNUL         = errors.New("not text: it holds a NUL byte")
	ErrHeader      = errors.New("the header again")
	ErrUnknownDeal = errors.New("not the id of a deal")
	ErrDuplicate   = errors.New("the same row again")
	ErrDiffers     = errors.New("one of several that differ under one key")
	ErrNotFound    = errors.New("not in the look-up")
	ErrSentinel    = errors.New("a day that stands for none")
	ErrSpelling    = errors.New("spelt otherwise than in the look-up")
	ErrHidden      = errors.New("text with characters that do not show")
	ErrFormula     = errors.New("text that a spreadsheet takes for a formula")
	ErrUnseen      = errors.New("in no record of the file")
)

// Error says which part of a profile or a file is wrong and how. Err is one of the sentinels of this package or an error of another one, or wraps it.
// Its text lists the nearest of many candidates. The zero value is no error; an Error is not changed once it is returned, so that many may read it.
type Error struct {
	File       string   // the profile's name, or "deals", "history", "rates", "coverage", "look-up NAME"
	Line       int      // from 1; 0 where the file as a whole is meant
	Other      int      // the second line of a conflict or a repetition; 0 for none
	Column     string   // the key of a profile or the column of a file; may be empty
	Value      string   // the input, cut to 64 bytes; may be empty
	Reason     string   // what is known beyond Err; may be empty
	Candidates []string // what could have been meant; may be empty
	Witness    *Record  // for ErrConflict: a record that both rules match
	Err        error
}

// Error returns the text `mapping: de.toml:12: key: "input" is what: reason`.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString("mapping: " + position(e.File, e.Line) + ": ")
	if e.Column != "" {
		b.WriteString(named(e.Column) + ": ")
	}
	if e.Value != "" {
		b.WriteString(strconv.Quote(cut(e.Value)) + " is ")
	}
	if e.Err != nil {
		b.WriteString(e.Err.Error())
	}
	if e.Reason != "" {
		b.WriteString(": " + e.Reason)
	}
	if len(e.Candidates) > 0 {
		quoted := nearest(cmp.Or(e.Value, e.Column), e.Candidates)
		for i, c := range quoted {
			quoted[i] = strconv.Quote(cut(c))
		}
		b.WriteString(" (" + few(quoted, ", ") + ")")
	}
	return b.String()
}

// few lists the first three and says how many more there are.
func few(all []string, separator string) string {
	if len(all) <= 3 {
		return strings.Join(all, separator)
	}
	return strings.Join(all[:3], separator) + ", and " + strconv.Itoa(len(all)-3) + " more"
}

// named returns the name of a column or a key for a text: in quotes if not all of it would show.
func named(column string) string {
	if column = cut(column); strings.ContainsFunc(column, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return strconv.Quote(column)
	}
	return column
}

// Unwrap returns the sentinel.
func (e *Error) Unwrap() error { return e.Err }

// joined returns the faults in the order of their lines as one error, nil for none.
func joined(faults []*Error) error {
	slices.SortStableFunc(faults, func(a, b *Error) int { return cmp.Compare(a.Line, b.Line) })
	errs := make([]error, len(faults))
	for i, f := range faults {
		errs[i] = f
	}
	return errors.Join(errs...)
}

func position(file string, line int) string {
	if line == 0 {
		return file
	}
	return file + ":" + strconv.Itoa(line)
}

// echo is how much of an input an error repeats.
const echo = 64

func cut(s string) string {
	if len(s) <= echo {
		return s
	}
	return strings.ToValidUTF8(s[:echo], "") + "..."
}
