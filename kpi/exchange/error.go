package exchange

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// What can be wrong with a line or a query; errors.Is finds them inside an *Error.
var (
	ErrModel     = errors.New("no model of the funnel")
	ErrJSON      = errors.New("not a JSON object")
	ErrText      = errors.New("invalid UTF-8")
	ErrLong      = errors.New("line too long")
	ErrRecord    = errors.New("unknown record")
	ErrMissing   = errors.New("required and missing")
	ErrType      = errors.New("wrong type")
	ErrTwice     = errors.New("given twice")
	ErrDuplicate = errors.New("contradicts another line")
	ErrReference = errors.New("names no record")
	ErrAmbiguous = errors.New("names more than one record")
	ErrField     = errors.New("unknown field")
	ErrKPI       = errors.New("unknown KPI")
	ErrNotBuilt  = errors.New("KPI of the catalogue that is not built yet")
	ErrParameter = errors.New("unknown parameter")
	ErrDimension = errors.New("unknown dimension")
	ErrZone      = errors.New("unknown zone")
	ErrPeriod    = errors.New("period without a day")
)

// Error says which field of which line is wrong and how: Err is one of the sentinels of this package, Reason adds what is known of it. Line
// counts from 1 and is 0 in a query. Of a record that is wrong in several fields the first is named. The zero value is not an error to return: it
// names none.
type Error struct {
	Line   int
	Field  string // path inside the object, such as amount.currency; "json" where the line is none, the kind of a record that cannot be written
	Reason string
	Err    error
}

// Error returns the text `line N: field: what: reason`, and `query: field: what: reason` in a query.
func (e *Error) Error() string {
	where := "query"
	if e.Line > 0 {
		where = "line " + strconv.Itoa(e.Line)
	}
	if e.Reason == "" {
		return fmt.Sprintf("%s: %s: %v", where, printable(e.Field), e.Err)
	}
	return fmt.Sprintf("%s: %s: %v: %s", where, printable(e.Field), e.Err, e.Reason)
}

// printable returns the name of a field, which may be any text that a foreign line holds, so that a message stays one line.
func printable(field string) string {
	if strings.ContainsFunc(field, func(r rune) bool { return !strconv.IsPrint(r) }) || len(field) > most {
		return quoted([]byte(field))
	}
	return field
}

// Unwrap returns the sentinel.
func (e *Error) Unwrap() error { return e.Err }

// most is how many bytes of an input a message shows.
const most = 64

// quoted returns input as it may stand in a message: in quotes, cut to 64 bytes.
func quoted(input []byte) string {
	if len(input) > most {
		return strconv.Quote(string(input[:most])) + "..."
	}
	return strconv.Quote(string(input))
}
