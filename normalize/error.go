package normalize

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// What went wrong. Every *Error wraps exactly one of these; where it is about a gap or an overlap of local time,
// errors.Is holds for ErrAmbiguous too, since both have two readings.
var (
	// ErrSyntax: the text is not written by the grammar of its kind in this locale.
	ErrSyntax = errors.New("not in the locale's grammar")
	// ErrAmbiguous: the text has several readings; the error lists them.
	ErrAmbiguous = errors.New("more than one reading")
	// ErrRange: the text is longer, or its value larger, than is ever read.
	ErrRange = errors.New("out of range")
	// ErrCalendar: the text names no day of the Gregorian calendar from 1800 to 2199, or the wrong weekday.
	ErrCalendar = errors.New("no such day")
	// ErrConflict: the text holds two marks, or a mark and a declared currency, that exclude each other.
	ErrConflict = errors.New("marks disagree")
	// ErrGap: the zone skipped this local time.
	ErrGap = errors.New("local time was skipped")
	// ErrOverlap: the zone had this local time twice.
	ErrOverlap = errors.New("local time occurred twice")
	// ErrEncoding: the bytes are not text of the declared encoding, or the encoding is not known.
	ErrEncoding = errors.New("bad encoding")
	// ErrLocale: the locale is not known.
	ErrLocale = errors.New("no such locale")
)

// maxEcho is how much of a refused input an error repeats.
const maxEcho = 64

// listed is how many candidates the text of an error has.
const listed = 3

// Error says what could not be read, where, and which readings it would have had; its text lists the first three.
// The zero value is no error.
type Error struct {
	Input      string   // the text as given, cut at 64 bytes
	Offset     int      // byte offset in the text where it stopped being readable; in Decode, in the original bytes
	Locale     string   // the locale's tag; empty for encodings
	Kind       string   // what was asked for: "a number", "a date", ...
	Err        error    // one of the Err... values
	Candidates []string // for ErrAmbiguous, ErrGap and ErrOverlap: the readings, sorted
	Hint       string   // what would settle it, or by which other convention it is a number; may be empty
}

// Error has the form `normalize: "1.2.3" is not a number in de-DE: not in the locale's grammar at byte 3`.
func (e *Error) Error() string {
	var s strings.Builder
	fmt.Fprintf(&s, "normalize: %q is not %s", e.Input, e.Kind)
	if e.Locale != "" {
		s.WriteString(" in " + e.Locale)
	}
	fmt.Fprintf(&s, ": %v at byte %d", e.Err, e.Offset)
	if len(e.Candidates) > 0 {
		s.WriteString(": " + strings.Join(e.Candidates[:min(len(e.Candidates), listed)], " or "))
	}
	if more := len(e.Candidates) - listed; more > 0 {
		fmt.Fprintf(&s, ", and %d more", more)
	}
	if e.Hint != "" {
		s.WriteString(" (" + e.Hint + ")")
	}
	return s.String()
}

// Unwrap returns the sentinel.
func (e *Error) Unwrap() error { return e.Err }

// Is makes a skipped or repeated local time an ambiguity as well: both have two readings.
func (e *Error) Is(target error) bool {
	return target == ErrAmbiguous && (e.Err == ErrGap || e.Err == ErrOverlap)
}

func echo(b []byte) string {
	if len(b) <= maxEcho {
		return string(b)
	}
	n := maxEcho
	for n > maxEcho-utf8.UTFMax && !utf8.RuneStart(b[n]) {
		n--
	}
	return string(b[:n])
}
