package mapping

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/koine-go/koine/funnel"
)

// Value is one local value that was seen, and what became of it on its own axis. Rows are those of both files, or Deals + Events. The zero value stands
// for none.
type Value struct {
	Axis       Axis          `json:"axis"`
	By         Kind          `json:"by"`
	Text       string        `json:"text"`   // empty for all those over the limits, of which only their number is kept
	Deals      int           `json:"deals"`  // rows of the deals file with it
	Events     int           `json:"events"` // rows of the history with it
	Reach                    // of these rows
	Meanings   []Meaning     `json:"meanings"`             // what it came to, by key and rule
	Confidence Confidence    `json:"confidence"`           // the weakest of the rules that decided about it
	Ambiguity  Ambiguity     `json:"ambiguous,omitzero"`   // why it has more than one meaning
	First      funnel.Moment `json:"first_seen,omitzero"`  // the time of an event, the creation of a deal; none where no row has one
	Last       funnel.Moment `json:"last_seen,omitzero"`   // likewise
	Reason     string        `json:"reason,omitempty"`     // why it was not read
	Near       string        `json:"similar_to,omitempty"` // of a value that no rule names, one that a rule names and that is nearly spelt so
}

// Meaning is what a value came to in some of its rows. The zero value is none.
type Meaning struct {
	Key        string        `json:"key"`            // of a stage, a status, a cause or a category; a dash where no rule read it
	Rule       string        `json:"rule,omitempty"` // file:line of the rule that decided; empty where none did
	Confidence Confidence    `json:"confidence"`     // of the rule
	Rows       int           `json:"rows"`
	First      funnel.Moment `json:"first_seen,omitzero"`
	Last       funnel.Moment `json:"last_seen,omitzero"`
}

// Ambiguity says why a value has more than one meaning. The zero value is not ambiguous.
type Ambiguity uint8

// The reasons; there may be several.
const (
	InContext Ambiguity = 1 << iota // by the other values of the record
	OverTime                        // by the time, as rules come into force
	InLookup                        // the look-up has two values for it, and so it has none
)

var ambiguityKeys = [...]string{"in context", "over time", "in the look-up"}

// Has tells whether b is among the reasons.
func (a Ambiguity) Has(b Ambiguity) bool { return a&b == b }

// String returns the reasons, such as "in context, over time"; none is empty.
func (a Ambiguity) String() string {
	var all []string
	for i, key := range ambiguityKeys {
		if a.Has(1 << i) {
			all = append(all, key)
		}
	}
	return strings.Join(all, ", ")
}

// MarshalText writes what String returns.
func (a Ambiguity) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (a *Ambiguity) UnmarshalText(b []byte) error {
	*a = 0
	for word := range strings.SplitSeq(string(b), ", ") {
		i, err := indexOf(ambiguityKeys[:], []byte(word))
		if err != nil {
			return err
		}
		*a |= 1 << i
	}
	return nil
}

// Standings of a value, in the order in which they are listed: what asks for work first.
const (
	notMapped = iota
	ambiguous
	lossy
	assumed
	exactly
)

var standingKeys = [...]string{"not mapped", "ambiguous", "lossy", "assumed", "exact"}

func (v *Value) standing() int {
	switch {
	case v.Unmapped+v.Unread > 0:
		return notMapped
	case v.Ambiguity != 0:
		return ambiguous
	}
	return exactly - int(v.Confidence)
}

// compareValues puts first what asks for work, and of that the most rows.
func compareValues(a, b Value) int {
	return cmp.Or(cmp.Compare(a.standing(), b.standing()), cmp.Compare(a.Axis, b.Axis), cmp.Compare(b.Unmapped+b.Unread, a.Unmapped+a.Unread),
		cmp.Compare(b.Rows(), a.Rows()), cmp.Compare(a.By, b.By), strings.Compare(a.Text, b.Text))
}

// name returns the value as a condition would name it.
func (v *Value) name() string {
	if v.Text == "" {
		return slotKey(slotOf(v.Axis, v.By)) + " over the limits"
	}
	return slotKey(slotOf(v.Axis, v.By)) + " " + strconv.Quote(cut(v.Text))
}

// String returns the value as a condition would name it, what it came to by which rules, and in how many rows.
func (v Value) String() string {
	return v.name() + ": " + v.account() + ", " + counted(v.Rows(), "row")
}

// account says what became of the value.
func (v *Value) account() string {
	var parts []string
	for i, m := range v.Meanings {
		part := m.Key
		switch {
		case m.Key == noMeaning:
			part = "not mapped"
		case m.Rule != "":
			part += " by " + m.Rule
		}
		if m.Confidence != Exact {
			part += " (" + m.Confidence.String() + ")"
		}
		if len(v.Meanings) > 1 || v.Unread > 0 {
			part += " in " + counted(v.Meanings[i].Rows, "row")
		}
		parts = append(parts, part)
	}
	if v.Unread > 0 {
		parts = append(parts, "not read in "+counted(v.Unread, "row")+": "+v.Reason)
	}
	s := strings.Join(parts, "; ")
	if v.Ambiguity != 0 {
		s += "; ambiguous " + v.Ambiguity.String()
	}
	if v.Near != "" {
		s += "; did you mean " + strconv.Quote(cut(v.Near)) + "?"
	}
	return s
}
