package mapping

import (
	"errors"
	"fmt"
	"strconv"
)

// Finding says what was not clean in a file: in a whole row, or in one cell. It is a plain value, and the zero value is no finding.
type Finding struct {
	File   string // "deals", "history", "look-up NAME"
	Line   int    // on which the row begins, or the quote that is not closed; from 1
	Other  int    // the line of the other row, where two are at odds; 0 for none
	Column string // as in the header; empty for the whole row
	Value  string // the cell, cut to 64 bytes
	Reason error  // wraps a sentinel of this package or an error of package normalize; its text names the keys of a profile
	Kept   bool   // the row counts; otherwise it is refused
}

// Fate says what became of the row or the cell that a Finding is about. The zero value is a row that was refused.
type Fate uint8

// The fates.
const (
	Refused  Fate = iota // the row does not count
	SetAside             // the row counts, without this cell
	Repaired             // the row counts, and the cell with the value that was meant
	Noted                // the row counts, and the cell as it is
)

var fateKeys = [...]string{"row refused", "cell set aside", "cell repaired", "noted"}

// String returns the fate in words, such as "row refused".
func (f Fate) String() string { return keyAt(fateKeys[:], int(f)) }

// Fate returns what became of the row, or of the cell in it.
func (f Finding) Fate() Fate {
	switch {
	case !f.Kept:
		return Refused
	case errors.Is(f.Reason, ErrSpelling):
		return Repaired
	case errors.Is(f.Reason, ErrHidden), errors.Is(f.Reason, ErrFormula), errors.Is(f.Reason, ErrUnseen):
		return Noted
	}
	return SetAside
}

// String returns the text `deals:12: Wert: "1,2,3" is not an amount in de-DE: reason; cell set aside`.
func (f Finding) String() string {
	s := position(f.File, f.Line) + ": "
	if f.Column != "" {
		s += named(f.Column) + ": "
	}
	if f.Value != "" {
		s += strconv.Quote(f.Value) + " is "
	}
	if f.Reason != nil {
		s += f.Reason.Error()
	}
	if f.Other != 0 {
		s += " (see line " + strconv.Itoa(f.Other) + ")"
	}
	return s + "; " + f.Fate().String()
}

// because adds to a sentinel what is known beyond it.
func because(err error, reason string) error {
	if reason == "" {
		return err
	}
	return fmt.Errorf("%w: %s", err, reason)
}
