package script

import (
	"errors"
	"fmt"
)

// What can be wrong with a script; errors.Is finds them inside an *Error.
var (
	ErrGrammar = errors.New("not a valid script")
	ErrNumber  = errors.New("not the number expected")
)

// Error says which line of a script is wrong and how: Err is ErrGrammar where the line cannot be read, ErrNumber where the KPI says
// something else.
type Error struct {
	File   string
	Line   int
	Reason string
	Err    error
}

// Error returns the text `file:line: reason`.
func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Reason) }

// Unwrap returns the sentinel.
func (e *Error) Unwrap() error { return e.Err }
