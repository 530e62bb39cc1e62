package mapping

import (
	"strconv"

	"github.com/koine-go/koine/normalize"
)

// unread is an error of package normalize in the words of a profile: the cell stands beside it already, and what would settle it is a key, not an
// option of a program.
type unread struct{ err *normalize.Error }

// inWords returns err, or if it is one of package normalize the same in the words of a profile.
func inWords(err error) error {
	if e, ok := err.(*normalize.Error); ok {
		return unread{e}
	}
	return err
}

func (u unread) Error() string {
	e := u.err
	text := "not " + e.Kind
	if e.Locale != "" {
		text += " in " + e.Locale
	} else {
		text = strconv.Quote(e.Input) + " is " + text // bytes of which no cell can be shown
	}
	text += ": " + e.Err.Error() + " at byte " + strconv.Itoa(e.Offset)
	if len(e.Candidates) > 0 {
		text += ": " + few(e.Candidates, " or ")
	}
	if hint := inKeys(e.Hint); hint != "" {
		text += " (" + hint + ")"
	}
	return text
}

func (u unread) Unwrap() error { return u.err }

// inKeys says by which key of a profile a hint of package normalize is followed.
func inKeys(hint string) string {
	switch hint {
	case "a two-digit year needs Pivot":
		return "the key pivot settles it"
	case "declare DateOrder":
		return "the key order settles it"
	case "no day in the locale's order; declare DateOrder":
		return "no day in the locale's order; the key order declares another"
	case "declare the column's or the home currency":
		return "the key currency settles it, or a column of currencies"
	case "an Excel serial needs ExcelSerial":
		return "the key excel reads numbers as days"
	case "the name of a zone needs ZoneNames":
		return "zones that cells name are not looked up"
	case "zone abbreviations have several meanings":
		return "abbreviations of zones have several meanings"
	}
	return hint
}
