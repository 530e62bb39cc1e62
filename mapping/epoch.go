package mapping

import (
	"errors"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// Epoch says what a number means as a time: how many of which unit have passed since 1970-01-01T00:00:00Z, leap seconds not counted. The zero value is
// that numbers are no times.
type Epoch uint8

// The units.
const (
	NoEpoch Epoch = iota
	Seconds
	Milliseconds
)

var epochKeys = []string{"", "s", "ms"}

// String returns the key, the empty string for none.
func (e Epoch) String() string { return keyAt(epochKeys, int(e)) }

// isEpoch tells whether the cell is a number of units.
func (c *cellReader) isEpoch(cell []byte) bool {
	return c.column.Epoch != NoEpoch && (isPlain(cell) || c.kind == literalCell && isNumber(cell))
}

// isPlain tells a number, as JSON writes it without an exponent, from the text of a time.
func isPlain(cell []byte) bool {
	if len(cell) > 0 && cell[0] == '-' {
		cell = cell[1:]
	}
	points := 0
	for _, c := range cell {
		if c == '.' {
			points++
		} else if c < '0' || c > '9' {
			return false
		}
	}
	return points <= 1 && len(cell) > points && cell[0] != '.' && cell[len(cell)-1] != '.'
}

// instant reads a number of units. What is finer than a microsecond is not a time that a record can keep.
func (e Epoch) instant(cell []byte) (funnel.Moment, error) {
	n, err := literalNumber(cell)
	if err != nil {
		return funnel.Moment{}, err
	}
	places := n.Exp + 6 // of a microsecond
	if e == Milliseconds {
		places = n.Exp + 3
	}
	micros := n.Coef
	for ; places < 0 && micros%10 == 0 && micros != 0; places++ {
		micros /= 10
	}
	switch {
	case micros == 0:
		places = 0
	case places < 0:
		return funnel.Moment{}, because(ErrValue, "finer than a microsecond")
	}
	for ; places > 0 && micros < 1e17 && micros > -1e17; places-- {
		micros *= 10
	}
	m := funnel.AtMicro(micros)
	if n.Big != nil || places > 0 || m.IsZero() {
		return funnel.Moment{}, because(ErrValue, "beyond the years 1 to 9999")
	}
	return m, nil
}

// epochDay reads the day of a number of units: in the column's zone, or in UTC, as the CRMs that keep a day so mean it.
func (c *cellReader) epochDay(cell []byte) (funnel.Date, error) {
	m, err := c.column.Epoch.instant(cell)
	if err != nil {
		return funnel.Date{}, err
	}
	at, _ := m.Time()
	if zone := c.column.Zone; zone != nil {
		at = at.In(zone)
	}
	day, err := funnel.NewDate(at.Date())
	if err == nil && c.isSentinel(day) {
		return funnel.Date{}, ErrSentinel
	}
	return day, err
}

// orEpoch returns err, or if the cell is a long number what would read it.
func (c *cellReader) orEpoch(cell []byte, err error) error {
	if c.column.Epoch == NoEpoch && c.column.Excel == 0 && isPlain(cell) && len(cell) >= len("1000000000") && !errors.Is(err, normalize.ErrCalendar) {
		return because(ErrValue, "a number; the key epoch reads it as seconds or milliseconds")
	}
	return err
}
