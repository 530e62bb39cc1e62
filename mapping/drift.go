package mapping

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/koine-go/koine/funnel"
)

// Drift is what changed in a source between two runs: values that are new, that are gone, that came to something else, and how far the rules reach
// now and reached then. It is a plain value; the zero value has no change.
type Drift struct {
	Source  string        `json:"source"` // name@version of the profile now
	Since   string        `json:"since"`  // and then
	New     []Value       `json:"new"`    // as they are now, in the order of a Coverage
	Gone    []Value       `json:"gone"`   // as they were
	Changed []ValueChange `json:"changed"`
	Stage   Shift         `json:"stage"`
	Status  Shift         `json:"status"`
	Reason  Shift         `json:"reason"`
	All     Shift         `json:"all"`
}

// ValueChange is a value that came to other keys than before; the rules and their confidence may have changed without it. The zero value is none.
type ValueChange struct {
	Before Value `json:"before"`
	Now    Value `json:"now"`
}

// Shift is how far the rules reached before and reach now. The zero value is of no rows.
type Shift struct {
	Before Reach `json:"before"`
	Now    Reach `json:"now"`
}

// Since compares a coverage with that of the run before, of the same source: a value is the same if its axis, its kind of name and its text are.
func (c Coverage) Since(last Coverage) Drift {
	d := Drift{
		Source: c.Source, Since: last.Source, New: []Value{}, Gone: []Value{}, Changed: []ValueChange{},
		Stage: Shift{last.Stage, c.Stage}, Status: Shift{last.Status, c.Status}, Reason: Shift{last.Reason, c.Reason}, All: Shift{last.All, c.All},
	}
	before := byName(last.Values)
	for _, v := range c.Values {
		b, ok := before[v.local()]
		switch {
		case !ok:
			d.New = append(d.New, v)
		case !slices.Equal(keys(b), keys(v)):
			d.Changed = append(d.Changed, ValueChange{b, v})
		}
	}
	now := byName(c.Values)
	for _, v := range last.Values {
		if _, ok := now[v.local()]; !ok {
			d.Gone = append(d.Gone, v)
		}
	}
	return d
}

func (v Value) local() localValue { return localValue{v.Axis, v.By, v.Text} }

func byName(values []Value) map[localValue]Value {
	all := make(map[localValue]Value, len(values))
	for _, v := range values {
		all[v.local()] = v
	}
	return all
}

// keys returns what a value came to, in order, each once, and last whether it could not be read.
func keys(v Value) []string {
	var all []string
	for _, m := range v.Meanings {
		all = append(all, m.Key)
	}
	slices.Sort(all)
	if all = slices.Compact(all); v.Unread > 0 {
		all = append(all, v.Reason)
	}
	return all
}

// IsZero tells whether no value is new, gone or changed.
func (d Drift) IsZero() bool { return len(d.New)+len(d.Gone)+len(d.Changed) == 0 }

// WriteJSON writes the drift as one indented JSON object with the members of the field tags, the same bytes for the same drift. Its error is that of w.
func (d Drift) WriteJSON(w io.Writer) error { return writeJSON(w, d) }

// String returns the drift as a text: how far the rules reach now and before, then the values, what asks for work first.
func (d Drift) String() string {
	var b strings.Builder
	b.WriteString(named(d.Source) + " since " + named(d.Since) + ": " + strconv.Itoa(len(d.New)) + " new, " + strconv.Itoa(len(d.Gone)) + " gone, " +
		strconv.Itoa(len(d.Changed)) + " with another meaning\n\n")
	t := grid{right: []bool{false, true, true, false}}
	t.add("axis", "rows", "mapped", "of the amounts")
	for i, s := range [...]Shift{d.Stage, d.Status, d.Reason, d.All} {
		s.line(&t, [...]string{"stage", "status", "reason", "all"}[i])
	}
	t.write(&b)
	if d.IsZero() {
		return b.String()
	}
	b.WriteString("\n")
	for _, v := range d.New {
		b.WriteString("new      " + v.String() + "\n")
	}
	for _, c := range d.Changed {
		b.WriteString("changed  " + c.Now.String() + "; before: " + c.Before.account() + "\n")
	}
	for _, v := range d.Gone {
		b.WriteString("gone     " + v.String() + "\n")
	}
	return b.String()
}

// line adds what was and what is, if any row says something of the axis.
func (s Shift) line(t *grid, name string) {
	if s.Before.Rows()+s.Now.Rows() == 0 {
		return
	}
	rows := strconv.Itoa(s.Before.Rows()) + " → " + strconv.Itoa(s.Now.Rows())
	var amounts []string
	for _, c := range s.currencies() {
		amounts = append(amounts, c.String()+" "+s.Before.percentIn(c)+" → "+s.Now.percentIn(c))
	}
	t.add(name, rows, percent(s.Before.Share())+" → "+percent(s.Now.Share()), strings.Join(amounts, ", "))
}

// currencies returns those of both runs, by code.
func (s Shift) currencies() (all []funnel.Currency) {
	for _, sum := range slices.Concat(s.Before.Amounts, s.Now.Amounts) {
		all = append(all, sum.Currency)
	}
	slices.SortFunc(all, func(a, b funnel.Currency) int { return strings.Compare(a.String(), b.String()) })
	return slices.Compact(all)
}

// percentIn returns how much of the amounts in one currency is mapped.
func (r Reach) percentIn(c funnel.Currency) string {
	if i := slices.IndexFunc(r.Amounts, func(s Sum) bool { return s.Currency == c }); i >= 0 {
		return percent(r.Amounts[i].Share())
	}
	return noMeaning
}
