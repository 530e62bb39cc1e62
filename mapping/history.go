package mapping

import (
	"cmp"
	"slices"
	"strings"

	"github.com/koine-go/koine/funnel"
)

// settle puts the events of one deal into an order that does not depend on the rows' order, and refuses the rows that repeat: of identical ones
// all but the first, of those that share an id but differ all (ruling Q18a).
func (m *Import) settle(events []held) []held {
	if m.rowsOfEvents.hasID {
		slices.SortFunc(events, func(a, b held) int { return cmp.Or(strings.Compare(a.id, b.id), m.inTime(a, b)) })
		events = m.withoutRepeats(events)
	}
	if !slices.IsSortedFunc(events, m.inTime) {
		slices.SortFunc(events, m.inTime)
	}
	if !m.rowsOfEvents.hasID {
		events = m.withoutRepeats(events)
	}
	return events
}

// withoutRepeats looks at runs of one identity: the id, or without one everything.
func (m *Import) withoutRepeats(events []held) []held {
	kept := events[:0]
	for from := 0; from < len(events); {
		to := from + 1
		for to < len(events) && m.oneIdentity(events[from], events[to]) {
			to++
		}
		first, differ := events[from], false
		for _, e := range events[from+1 : to] {
			differ = differ || !m.same(first, e)
		}
		for i, e := range events[from:to] {
			switch {
			case differ && i == 0:
				m.refuseEvent(e, events[from+1], ErrDiffers)
			case differ:
				m.refuseEvent(e, first, ErrDiffers)
			case i > 0:
				m.refuseEvent(e, first, ErrDuplicate)
			}
		}
		if !differ {
			kept = append(kept, first)
		}
		from = to
	}
	return kept
}

func (m *Import) oneIdentity(a, b held) bool {
	if a.id != "" || b.id != "" {
		return a.id == b.id
	}
	return m.same(a, b)
}

func (m *Import) same(a, b held) bool {
	a.line, b.line = 0, 0
	return a == b
}

func (m *Import) refuseEvent(e, other held, why error) {
	m.counts.HistoryRefused++
	if m.trace != nil {
		m.trace.drop(e)
	}
	m.report(Finding{File: "history", Line: int(e.line), Other: int(other.line), Column: m.rowsOfEvents.deal.column.Name, Value: cut(e.id), Reason: why})
}

// inTime orders events by time and then by what they say. A day comes before the instants of its first moment.
func (m *Import) inTime(a, b held) int {
	if a.at != b.at {
		switch c := m.set.calendar; {
		case c.Precedes(a.at, b.at):
			return -1
		case c.Precedes(b.at, a.at):
			return 1
		case a.at.IsDate():
			return -1
		}
		return 1
	}
	x, _ := a.seq.Value()
	y, _ := b.seq.Value()
	s, t := m.rowsOfEvents.states.nodes[a.state], m.rowsOfEvents.states.nodes[b.state]
	return cmp.Or(cmp.Compare(x, y), strings.Compare(a.id, b.id), compareNames(s.local.Stage, t.local.Stage),
		compareNames(s.local.Status, t.local.Status), compareNames(s.local.Reason, t.local.Reason), cmp.Compare(a.kind, b.kind),
		m.actor(a).Compare(m.actor(b)), cmp.Compare(a.line, b.line))
}

func compareNames(a, b Names) int {
	return cmp.Or(strings.Compare(a.ID, b.ID), strings.Compare(a.Code, b.Code), strings.Compare(a.Label, b.Label))
}

func (m *Import) actor(h held) funnel.Label { return m.rowsOfEvents.actors.values[h.actor].label }

// fill gives d its events.
func (m *Import) fill(d *funnel.Deal, events []held) {
	if m.options.Keep {
		m.events = make([]funnel.Event, 0, len(events))
	}
	to := m.events[:0]
	m.lines = m.lines[:0]
	before := funnel.NoStage
	for _, h := range events {
		s := m.rowsOfEvents.states.nodes[h.state]
		s.seen.event(h.at, m.set.calendar)
		e := funnel.Event{
			ID: h.id, DealID: d.ID, At: h.at, Seq: h.seq, RecordedAt: h.recorded, Actor: m.actor(h), Kind: h.kind, Profile: s.profile,
			LocalStage: s.stage, LocalStatus: s.status, LocalReason: s.reason,
			Stage: s.outcome.Stage, Status: s.outcome.Status, Cause: s.outcome.Cause,
		}
		from := len(to)
		if before != e.Stage {
			to = m.entered(to, e, s.outcome.Enters)
		}
		to = append(to, e)
		before = e.Stage
		for m.traced && len(m.lines) < len(to) {
			m.lines = append(m.lines, h.line)
		}
		if m.trace != nil {
			m.trace.became(h, to[from:])
		}
	}
	m.events = to
	d.Events = to
	m.counts.Events += len(events)
}

// entered appends the stages that an event enters on its way. Their ids sort before its own, as ruling Q12 wants of events of one moment.
func (m *Import) entered(to []funnel.Event, e funnel.Event, stages []funnel.Stage) []funnel.Event {
	for _, stage := range stages {
		way := e
		way.Stage = stage
		if e.ID != "" {
			way.ID = "+" + stage.String() + ":" + e.ID
		}
		to = append(to, way)
		m.counts.Entered++
	}
	return to
}
