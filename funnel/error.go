package funnel

import (
	"errors"
	"fmt"
)

// What can be wrong with a value or a record; errors.Is finds them inside an *Error.
var (
	ErrDate     = errors.New("not a day of the calendar")
	ErrMoment   = errors.New("not a day or an RFC 3339 instant")
	ErrCurrency = errors.New("not a currency code of three capital letters")
	ErrMoney    = errors.New("not an exact amount")
	ErrDecimal  = errors.New("not a plain decimal")
	ErrPeriod   = errors.New("not a period")
	ErrCalendar = errors.New("not a calendar")
	ErrRate     = errors.New("not an exchange rate")
	ErrKey      = errors.New("not a known key")
	ErrShare    = errors.New("not a share")
	ErrSequence = errors.New("not a sequence number")
	ErrRecord   = errors.New("not a record in JSON")
	ErrModel    = errors.New("not a valid model")
)

// Error says which input is wrong and how: Err is one of the sentinels of this package, Reason adds what is known of it.
// The zero value is not an error to return: it names none.
type Error struct {
	Input  string
	Reason string
	Err    error
}

// Error returns the text `funnel: "input" is what: reason`, with the input cut to 64 bytes.
func (e *Error) Error() string {
	in := e.Input
	if len(in) > 64 {
		in = in[:64] + "..."
	}
	if e.Reason == "" {
		return fmt.Sprintf("funnel: %q is %v", in, e.Err)
	}
	return fmt.Sprintf("funnel: %q is %v: %s", in, e.Err, e.Reason)
}

// Unwrap returns the sentinel.
func (e *Error) Unwrap() error { return e.Err }
