package mapping

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/koine-go/koine/funnel"
)

// Value is one local value that was seen, and what became of it. The zero value stands for none.
type Value struct {
	Axis       Axis
	By         Kind
	Text       string
	Deals      int        // rows of the deals file with it
	Events     int        // rows of the history with it
	Unmapped   int        // those of both in which no rule read it
	Meanings   []string   // what it came to in its records: the key of a stage, a status or a cause; a dash for nothing
	Confidence Confidence // the weakest of the rules that decided about them
}

// Coverage lists every local value seen so far, those that are not mapped first, then by axis and rows, the most frequent first.
func (m *Import) Coverage() []Value {
	seen := map[localValue]*Value{}
	gather(seen, m.rowsOfDeals.states, func(v *Value) *int { return &v.Deals })
	if m.rowsOfEvents.eventRows != nil {
		gather(seen, m.rowsOfEvents.states, func(v *Value) *int { return &v.Events })
	}
	var all []Value
	for _, v := range seen {
		slices.Sort(v.Meanings)
		all = append(all, *v)
	}
	slices.SortFunc(all, func(a, b Value) int {
		return cmp.Or(cmp.Compare(b.Unmapped, a.Unmapped), cmp.Compare(a.Axis, b.Axis),
			cmp.Compare(b.Deals+b.Events, a.Deals+a.Events), cmp.Compare(a.By, b.By), strings.Compare(a.Text, b.Text))
	})
	return all
}

type localValue struct {
	axis Axis
	by   Kind
	text string
}

func gather(seen map[localValue]*Value, t *states, rows func(*Value) *int) {
	for _, s := range t.nodes {
		if s == nil || s.rows == 0 {
			continue
		}
		for slot := range slots {
			text := *s.local.at(slot)
			if text == "" {
				continue
			}
			axis, kind := Axis(slot/int(kindCount)), Kind(slot%int(kindCount))
			key := localValue{axis, kind, text}
			v := seen[key]
			if v == nil {
				v = &Value{Axis: axis, By: kind, Text: text}
				seen[key] = v
			}
			v.add(s, rows(v))
		}
	}
}

func (v *Value) add(s *state, rows *int) {
	*rows += s.rows
	if s.outcome.Unmapped.Has(v.Axis) {
		v.Unmapped += s.rows
	}
	if m := s.outcome.meaning(v.Axis); !slices.Contains(v.Meanings, m) {
		v.Meanings = append(v.Meanings, m)
	}
	v.Confidence = max(v.Confidence, s.outcome.Confidence)
}

// meaning returns what a value of the axis came to: a stage or else a status, a status, a cause or else a status.
func (o Outcome) meaning(a Axis) string {
	switch {
	case a == Stage && o.Stage != funnel.NoStage:
		return o.Stage.String()
	case a == Reason && o.Cause != funnel.NoCause:
		return o.Cause.String()
	case o.Status != funnel.UnknownStatus:
		return o.Status.String()
	}
	return "-"
}

// String returns what is set, such as "offer, open" or "lost, pricing"; nothing at all is a dash.
func (o Outcome) String() string {
	var parts []string
	for _, s := range [...]string{o.Stage.String(), o.Status.String(), o.Cause.String(), o.Category.String()} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if len(parts) == 0 {
		return "-"
	}
	return strings.Join(parts, ", ")
}

// String returns the value as a condition would name it, what it came to, and in how many rows.
func (v Value) String() string {
	rows := v.Deals + v.Events
	s := slotKey(slotOf(v.Axis, v.By)) + " " + strconv.Quote(cut(v.Text)) + ": "
	if v.Unmapped == rows {
		return s + "not mapped, " + strconv.Itoa(rows) + " rows"
	}
	s += strings.Join(v.Meanings, "; ") + " (" + v.Confidence.String() + "), " + strconv.Itoa(rows) + " rows"
	if v.Unmapped > 0 {
		s += ", " + strconv.Itoa(v.Unmapped) + " of them not mapped"
	}
	return s
}
