package mapping

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/koine-go/koine/funnel"
)

// Coverage accounts for every local value of a source: what it came to, by which rule and how surely, in how many rows, worth how much, and when.
// A row is counted once on each axis that it gives, and once in All. It is a plain value; the zero value is of nothing.
//
// Its JSON form is that of WriteJSON and is read by ReadCoverage, so that Since can compare a run with the one before.
type Coverage struct {
	Source string  `json:"source"` // name@version of the profile
	Stage  Reach   `json:"stage"`  // of rows that say something of the stage
	Status Reach   `json:"status"`
	Reason Reach   `json:"reason"`
	All    Reach   `json:"all"`    // of rows that say something on any axis: mapped if every one of them is, as surely as the weakest
	Values []Value `json:"values"` // first those not mapped, then those ambiguous, lossy, assumed, exact; within, by axis and rows, the most frequent first
}

// On returns the reach on one axis, none for what is no axis.
func (c Coverage) On(a Axis) Reach {
	if a >= axisCount {
		return Reach{}
	}
	return *c.axis(a)
}

func (c *Coverage) axis(a Axis) *Reach { return [...]*Reach{&c.Stage, &c.Status, &c.Reason}[a] }

// Coverage accounts for the rows so far: those of the deals that were yielded, and of their events.
func (m *Import) Coverage() Coverage {
	if m.rowsOfDeals == nil {
		return Coverage{}
	}
	g := &gathering{set: m.set, values: map[localValue]*valueLedger{}}
	g.file(m.rowsOfDeals.states, func(v *Value) *int { return &v.Deals })
	if m.rowsOfEvents.eventRows != nil {
		g.file(m.rowsOfEvents.states, func(v *Value) *int { return &v.Events })
	}
	c := Coverage{Source: m.set.profile.String(), All: g.all.close(), Values: []Value{}}
	for a := range axisCount {
		*c.axis(a) = g.axes[a].close()
	}
	for _, v := range g.values {
		c.Values = append(c.Values, g.close(v))
	}
	slices.SortFunc(c.Values, compareValues)
	g.hint(c.Values)
	return c
}

type localValue struct {
	axis Axis
	by   Kind
	text string
}

// gathering adds up the states of both files.
type gathering struct {
	set    *Set
	values map[localValue]*valueLedger
	axes   [axisCount]ledger
	all    ledger
}

// valueLedger adds up one Value.
type valueLedger struct {
	Value
	ledger   ledger
	time     sightings
	meanings []meaningLedger
}

// meaningLedger adds up one Meaning. It keeps the first record that came to it, whatever the order of the rows.
type meaningLedger struct {
	reading
	sightings
	example *state
}

func (g *gathering) file(t *states, file func(*Value) *int) {
	if over := t.nodes[0]; len(t.columns) > 0 && over.unread == nil {
		for _, c := range t.columns { // of rows over the limit of combinations no cell is known
			over.unread = append(over.unread, unreadCell{slot: c.slot, err: ErrTooLarge})
		}
	}
	for _, s := range t.nodes {
		if s != nil && s.seen.rows > 0 {
			g.state(s, file)
		}
	}
}

func (g *gathering) state(s *state, file func(*Value) *int) {
	var unread Axes
	for slot := range slots {
		if text := *s.local.at(slot); text != "" {
			g.value(slot, text, s, file).came(s, g.set.calendar)
		}
	}
	for _, u := range s.unread {
		unread |= 1 << axisOf(u.slot)
		g.value(u.slot, u.text, s, file).refused(s, u.err)
	}
	unread &^= s.given
	for a := range axisCount {
		switch {
		case s.given.Has(a):
			g.axes[a].add(&s.seen, s.readings[a])
		case unread.Has(a):
			g.axes[a].unread(&s.seen)
		}
	}
	if unread != 0 {
		g.all.unread(&s.seen)
	} else if s.given != 0 {
		g.all.add(&s.seen, s.weakest())
	}
}

func axisOf(slot int) Axis { return Axis(slot / int(kindCount)) }

// weakest returns a reading as unsure as the weakest on the axes given.
func (s *state) weakest() (r reading) {
	for a := range axisCount {
		if s.given.Has(a) {
			r.unmapped = r.unmapped || s.readings[a].unmapped
			r.confidence = max(r.confidence, s.readings[a].confidence)
		}
	}
	return r
}

// value returns the ledger of a value that the rows of s have.
func (g *gathering) value(slot int, text string, s *state, file func(*Value) *int) *valueLedger {
	key := localValue{axisOf(slot), Kind(slot % int(kindCount)), text}
	v := g.values[key]
	if v == nil {
		v = &valueLedger{Value: Value{Axis: key.axis, By: key.by, Text: text}}
		g.values[key] = v
	}
	*file(&v.Value) += s.seen.rows
	v.time.span(&s.seen, g.set.calendar)
	return v
}

// came counts the rows of a state that has the value.
func (v *valueLedger) came(s *state, c *funnel.Calendar) {
	r := s.readings[v.Axis]
	v.ledger.add(&s.seen, r)
	v.Confidence = max(v.Confidence, r.confidence)
	i := slices.IndexFunc(v.meanings, func(m meaningLedger) bool { return m.reading == r })
	if i < 0 {
		i = len(v.meanings)
		v.meanings = append(v.meanings, meaningLedger{reading: r, example: s})
	}
	m := &v.meanings[i]
	if m.example.compare(s) > 0 {
		m.example = s
	}
	m.rows += s.seen.rows
	m.span(&s.seen, c)
}

func (s *state) compare(o *state) int {
	return cmp.Or(cmp.Compare(s.segment, o.segment), compareNames(s.local.Stage, o.local.Stage), compareNames(s.local.Status, o.local.Status),
		compareNames(s.local.Reason, o.local.Reason))
}

// refused counts the rows of a state in which the cell could not be read.
func (v *valueLedger) refused(s *state, err error) {
	v.ledger.unread(&s.seen)
	if reason := err.Error(); v.Reason == "" || reason < v.Reason {
		v.Reason = reason
	}
	if errors.Is(err, ErrDiffers) {
		v.Ambiguity |= InLookup
	}
}

func (g *gathering) close(v *valueLedger) Value {
	v.Reach = v.ledger.close()
	v.First, v.Last = v.time.first, v.time.last
	v.Meanings = []Meaning{}
	slices.SortFunc(v.meanings, func(a, b meaningLedger) int { return a.example.compare(b.example) })
	for _, m := range v.meanings {
		rule := ""
		if m.rule != nil {
			rule = m.rule.position()
		}
		v.Meanings = append(v.Meanings, Meaning{m.meaning, rule, m.confidence, m.rows, m.first, m.last})
		v.Ambiguity |= g.differ(v.Axis, v.meanings[0], m)
	}
	slices.SortFunc(v.Meanings, func(a, b Meaning) int {
		return cmp.Or(cmp.Compare(b.Rows, a.Rows), strings.Compare(a.Key, b.Key), strings.Compare(a.Rule, b.Rule))
	})
	return v.Value
}

// differ says why two records with one value came to different meanings: it asks what the first would have come to at the time of the second.
func (g *gathering) differ(axis Axis, a, b meaningLedger) Ambiguity {
	if a.meaning == b.meaning {
		return 0
	}
	var o Outcome
	switch g.set.readings(&a.example.local, b.example.segment, &o)[axis].meaning {
	case a.meaning:
		return InContext
	case b.meaning:
		return OverTime
	}
	return InContext | OverTime
}

// hinted bounds how many unmapped values are compared with all that rules name.
const hinted = 64

// hint says of the first unmapped values what they are nearly spelt like.
func (g *gathering) hint(values []Value) {
	for i := range values[:min(len(values), hinted)] {
		if v := &values[i]; v.Unmapped > 0 {
			v.Near = g.set.vocabularies[slotOf(v.Axis, v.By)].near(v.Text)
		}
	}
}
