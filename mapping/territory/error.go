package territory

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/koine-go/koine/funnel"

	"github.com/koine-go/koine/internal/document"
)

// What can be wrong with a definition; errors.Is finds them inside an *Error.
var (
	ErrSyntax     = document.ErrSyntax
	ErrUnknownKey = errors.New("not a key here")
	ErrType       = errors.New("of the wrong type")
	ErrValue      = errors.New("not a value for it")
	ErrMissing    = errors.New("missing")
	ErrTwice      = errors.New("given twice")
	ErrOverlap    = errors.New("in conflict with a claim of another territory")
	ErrGap        = errors.New("not claimed by any territory")
	ErrTooLarge   = document.ErrTooLarge
)

// Error says which part of a definition is wrong and how. Err is one of the sentinels of this package, or wraps an error of another one. The zero value
// is no error; an Error is not changed once it is returned, so that many may read it.
type Error struct {
	File       string   // the definition's name
	Line       int      // from 1; 0 where the file as a whole is meant
	Other      int      // the second line of an overlap or a repetition; 0 for none
	Key        string   // such as "territories.claims.postal"; may be empty
	Value      string   // the input, of which the text shows 64 bytes; may be empty
	Reason     string   // what is known beyond Err; may be empty
	Candidates []string // what could have been meant; may be empty
	Witness    *Witness // for ErrOverlap and ErrGap
	Err        error
}

// Witness is an account and a day that prove a fault: two territories have a claim to it that nothing settles, or none has. What it does not say of the
// account is unknown, or anything that no claim names. The zero value proves nothing.
type Witness struct {
	Account Account
	Day     funnel.Date // no date where any day proves it
}

// String returns the account and the day, such as `country DE, segment "public" on 2026-01-01`.
func (w Witness) String() string {
	if w.Day.IsZero() {
		return w.Account.String()
	}
	return w.Account.String() + " on " + w.Day.String()
}

// Error returns the text `territory: emea.toml:12: key: "input" is what: reason`.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString("territory: " + position(e.File, e.Line) + ": ")
	if e.Key != "" {
		b.WriteString(named(e.Key) + ": ")
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
		quoted := make([]string, len(e.Candidates))
		for i, c := range e.Candidates {
			quoted[i] = strconv.Quote(cut(c))
		}
		b.WriteString(" (" + strings.Join(quoted, ", ") + ")")
	}
	return b.String()
}

// Unwrap returns the sentinel.
func (e *Error) Unwrap() error { return e.Err }

// faults are gathered, so that a reader of the error can mend all of them at once.
type faults struct {
	file string
	all  []*Error
}

func (f *faults) add(e Error) {
	e.File = f.file
	f.all = append(f.all, &e)
}

// err returns the faults in the order of their lines as one error, nil for none.
func (f *faults) err() error {
	slices.SortStableFunc(f.all, func(a, b *Error) int { return cmp.Compare(a.Line, b.Line) })
	errs := make([]error, len(f.all))
	for i, e := range f.all {
		errs[i] = e
	}
	return errors.Join(errs...)
}

func position(file string, line int) string {
	if line == 0 {
		return file
	}
	return file + ":" + strconv.Itoa(line)
}

// lined says on which line something stands, if it stands on one.
func lined(what string, line int) string {
	if line == 0 {
		return what
	}
	return what + " at line " + strconv.Itoa(line)
}

// named returns a text as it is if it is short and plain, else in quotes.
func named(s string) string {
	if s = cut(s); strings.ContainsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || !unicode.IsPrint(r) }) {
		return strconv.Quote(s)
	}
	return s
}

// echo is how much of an input a text repeats.
const echo = 64

func cut(s string) string {
	if len(s) <= echo {
		return s
	}
	return strings.ToValidUTF8(s[:echo], "") + "..."
}
