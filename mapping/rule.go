package mapping

import "github.com/koine-go/koine/funnel"

// Confidence says how well a rule's outcome renders the local value. The zero value is exact.
type Confidence uint8

// The degrees, the best first.
const (
	Exact   Confidence = iota
	Assumed            // nobody in the region has confirmed it
	Lossy              // the source says more, or less, than the outcome can
)

var confidenceKeys = []string{"exact", "assumed", "lossy"}

// String returns the key.
func (c Confidence) String() string { return keyAt(confidenceKeys, int(c)) }

// MarshalText writes the key.
func (c Confidence) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads a key; anything else is an ErrValue.
func (c *Confidence) UnmarshalText(b []byte) error {
	i, err := indexOf(confidenceKeys, b)
	*c = Confidence(i)
	return err
}

// Cond holds where the named value of an axis is one of Values; an empty text among them stands for a blank.
// The zero value holds nowhere.
type Cond struct {
	Axis   Axis
	By     Kind
	Values []string
}

// Assignment is what a rule sets, each by its key; an empty key leaves the axis alone. The zero value sets nothing.
type Assignment struct {
	Stage    string   // of the model, or a sub-stage of the profile
	Enters   []string // stages entered at the same moment, before Stage
	Status   string
	Cause    string
	Category string
}

// Rule sets the outcome of every record that all its conditions hold for, from the day From up to but not on the day To, in the
// profile's zone; a day that is not given does not limit. Rules are weak on purpose: whether two overlap can be decided. The zero
// value matches nothing and does not compile.
type Rule struct {
	When       []Cond // at most one for an axis
	From, To   funnel.Date
	Set        Assignment
	Confidence Confidence
	Note       string
	Beneath    bool   // of a preset: it decides only where no rule of the profile itself does
	File       string // that it stands in; empty for a rule made in a program
	Line       int    // in the file; 0 for a rule made in a program
}

// position is where the rule stands.
func (r *Rule) position() string { return position(r.File, r.Line) }
