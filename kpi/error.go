package kpi

import (
	"errors"
	"fmt"
)

// What can be wrong with a report or its binary form; errors.Is finds them inside an *Error.
var (
	ErrView     = errors.New("not a valid view")
	ErrMetric   = errors.New("not a valid metric")
	ErrGrouping = errors.New("not a valid grouping")
	ErrMerge    = errors.New("not the same question")
	ErrForm     = errors.New("not the binary form of a report")
)

// Error says which part of a report is wrong and how: Err is one of the sentinels of this package. Offset is the position in a binary form, 0
// elsewhere. The zero value is not an error to return.
type Error struct {
	Subject string
	Reason  string
	Offset  int
	Err     error
}

// Error returns the text `kpi: "subject" is what: reason`.
func (e *Error) Error() string {
	at := ""
	if e.Offset > 0 {
		at = fmt.Sprintf(" at byte %d", e.Offset)
	}
	if e.Reason == "" {
		return fmt.Sprintf("kpi: %q is %v%s", e.Subject, e.Err, at)
	}
	return fmt.Sprintf("kpi: %q is %v: %s%s", e.Subject, e.Err, e.Reason, at)
}

// Unwrap returns the sentinel.
func (e *Error) Unwrap() error { return e.Err }
