package mapping

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Value is one local value that was seen, and what became of it on its own axis: each of its rows is one of Exact, Assumed, Lossy and Unmapped. The
// zero value stands for none.
type Value struct {
	Axis       Axis
	By         Kind
	Text       string
	Deals      int        // rows of the deals file with it
	Events     int        // rows of the history with it
	Exact      int        // rows of both, by the confidence of the rule that decided
	Assumed    int        // likewise
	Lossy      int        // likewise
	Unmapped   int        // rows of both in which no rule read it
	Meanings   []string   // what it came to: the key of a stage, a status, a cause or a category; a dash where no rule read it
	Confidence Confidence // the weakest of the rules that decided about it
}

// Coverage lists every local value seen so far, those that are not mapped first, then by axis and rows, the most frequent first.
func (m *Import) Coverage() []Value {
	if m.rowsOfDeals == nil {
		return nil
	}
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
	r := s.readings[v.Axis]
	if !slices.Contains(v.Meanings, r.meaning) {
		v.Meanings = append(v.Meanings, r.meaning)
	}
	if r.unmapped {
		v.Unmapped += s.rows
		return
	}
	v.Confidence = max(v.Confidence, r.confidence)
	switch r.confidence {
	case Exact:
		v.Exact += s.rows
	case Assumed:
		v.Assumed += s.rows
	case Lossy:
		v.Lossy += s.rows
	}
}

// reading is what a value came to on its axis, and how surely.
type reading struct {
	meaning    string
	confidence Confidence
	unmapped   bool
}

// cameTo says what a given value of the axis came to. That is its own part of the outcome, or else the part set by a rule that reads it, as "Closed Won"
// sets a status. A stage that only names the end of a deal, where another column says so, came to the status.
func (s *Set) cameTo(a Axis, o *Outcome, d *decision) reading {
	if o.Unmapped.Has(a) {
		return reading{meaning: "-", unmapped: true}
	}
	own, decided := int(a), -1 // parts of the outcome stand in the order of the axes
	for _, part := range [...]int{own, setsStatus, setsStage, setsCause, setsCategory} {
		if n := d.rules[part]; n >= 0 && decided < 0 && (part == own || s.rules[n].conds[a].given) {
			decided = part
		}
	}
	if decided < 0 {
		decided = setsStatus
	}
	r := reading{meaning: o.part(decided)}
	if n := d.rules[decided]; n >= 0 {
		r.confidence = s.rules[n].confidence
		if decided == setsStage {
			r.meaning = s.rules[n].source.Set.Stage // which may be a sub-stage
		}
	}
	return r
}

// part returns the key of a part of the outcome, a dash for none.
func (o *Outcome) part(part int) string {
	key := [...]string{o.Stage.String(), o.Status.String(), o.Cause.String(), o.Category.String()}[part]
	if key == "" {
		return "-"
	}
	return key
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
