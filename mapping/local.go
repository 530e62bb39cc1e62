package mapping

import (
	"slices"
	"strconv"
	"strings"

	"github.com/koine-go/koine/funnel"
)

// Axis is one of the three kinds of local value that rules read. The zero value is the stage.
type Axis uint8

// The axes of local values.
const (
	Stage Axis = iota
	Status
	Reason
	axisCount
)

var axisKeys = [...]string{"stage", "status", "reason"}

// String returns the key.
func (a Axis) String() string { return keyAt(axisKeys[:], int(a)) }

// Kind says which of a system's names for a value is meant: within one axis an id says more than a code, and a code more than a label.
// The zero value is an id.
type Kind uint8

// The kinds of name, the surest first.
const (
	ByID Kind = iota
	ByCode
	ByLabel
	kindCount
)

var kindKeys = [...]string{"id", "code", "label"}

// String returns the key.
func (k Kind) String() string { return keyAt(kindKeys[:], int(k)) }

// Names is how a source names one value, in up to three ways. The zero value is not given.
type Names struct{ ID, Code, Label string }

// Local is what a source says of a record's stage, status and reason. The zero value says nothing.
type Local struct{ Stage, Status, Reason Names }

const slots = int(axisCount) * int(kindCount)

func slotOf(a Axis, k Kind) int { return int(a)*int(kindCount) + int(k) }

func slotKey(slot int) string { return fields[int(StageID)+slot].key }

// at returns the text in one of the nine slots.
func (l *Local) at(slot int) *string {
	switch slot {
	case 0:
		return &l.Stage.ID
	case 1:
		return &l.Stage.Code
	case 2:
		return &l.Stage.Label
	case 3:
		return &l.Status.ID
	case 4:
		return &l.Status.Code
	case 5:
		return &l.Status.Label
	case 6:
		return &l.Reason.ID
	case 7:
		return &l.Reason.Code
	}
	return &l.Reason.Label
}

func (n *Names) given() bool { return len(n.ID)|len(n.Code)|len(n.Label) != 0 }

// kept returns the name that a record keeps: the code, or else the id, or else the label.
func (n Names) kept() string {
	switch {
	case n.Code != "":
		return n.Code
	case n.ID != "":
		return n.ID
	}
	return n.Label
}

// String returns the names that are given, as a condition writes them: stage_label = "Angebot", status_code = "O".
func (l Local) String() string {
	var given []string
	for slot := range slots {
		if s := *l.at(slot); s != "" {
			given = append(given, slotKey(slot)+" = "+strconv.Quote(cut(s)))
		}
	}
	return strings.Join(given, ", ")
}

// Record is a local record at a moment: the witness of a conflict, the subject of an explanation. The zero value says nothing.
type Record struct {
	Local Local
	At    funnel.Moment
}

// String returns the names and the moment.
func (r Record) String() string {
	if r.At.IsZero() {
		return r.Local.String()
	}
	return r.Local.String() + " on " + r.At.String()
}

// MarshalText writes the key.
func (a Axis) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads a key; anything else is an ErrValue.
func (a *Axis) UnmarshalText(b []byte) error {
	i, err := indexOf(axisKeys[:], b)
	*a = Axis(i)
	return err
}

// MarshalText writes the key.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads a key; anything else is an ErrValue.
func (k *Kind) UnmarshalText(b []byte) error {
	i, err := indexOf(kindKeys[:], b)
	*k = Kind(i)
	return err
}

// indexOf returns which of the keys b is, 0 with an ErrValue for none.
func indexOf(keys []string, b []byte) (int, error) {
	i := slices.Index(keys, string(b))
	if i < 0 {
		return 0, because(ErrValue, "want "+strings.Join(keys, ", "))
	}
	return i, nil
}
