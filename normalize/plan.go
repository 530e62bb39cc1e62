package normalize

import (
	"maps"
	"math/bits"
	"slices"
	"sync/atomic"
)

// plan is what the full reader makes of a shape: every way in which a text of that shape is read, the values left open.
type plan []match

// add adds a way of reading a text, unless another takes the same digits for the same fields with no more liberties: patterns with
// long and with short names often read alike.
func (p plan) add(m match) plan {
	for i := range p {
		if had := &p[i]; had.sameFields(&m) {
			if bits.OnesCount32(uint32(m.repairs)) < bits.OnesCount32(uint32(had.repairs)) {
				*had = m
			}
			return p
		}
	}
	return append(p, m)
}

// sameFields tells whether two matches of one text read it alike, liberties apart.
func (m match) sameFields(o *match) bool {
	m.repairs, m.order = o.repairs, o.order
	return m == *o
}

// someMatches is room for more readings than nearly any text has.
type someMatches [6]match

// plans keeps the plans of the shapes met so far. Shapes of one column are few, so that the full reader, which tries every
// form, works once per shape and not per cell. What is kept cannot change what is read: a plan is the full reader's own
// answer, and the values are put into it and judged by the same code. It is safe for concurrent use.
type plans struct {
	known atomic.Pointer[map[string]plan] // never changed, only exchanged
}

// maxPlans bounds the memory of one locale. Shapes that come later are read by the full reader each time.
const maxPlans = 512

// find returns the plan of a shape, nil for one that is not known.
func (p *plans) find(s *shape) plan {
	if known := p.known.Load(); known != nil {
		return (*known)[string(s.key[:s.size])]
	}
	return nil
}

// learn keeps the readings of a text as the plan of its shape.
func (p *plans) learn(s *shape, list []match) {
	old := p.known.Load()
	if old != nil && len(*old) >= maxPlans {
		return
	}
	made := slices.Clone(list)
	for i := range made {
		if !made[i].locate(s) {
			return
		}
	}
	next := map[string]plan{}
	if old != nil {
		next = maps.Clone(*old)
	}
	next[string(s.key[:s.size])] = made
	p.known.CompareAndSwap(old, &next) // if another came first, the shape is learnt the next time
}

// locate turns the places that fields were read from into the numbers of their runs; false if one is only part of a run.
func (m *match) locate(s *shape) bool {
	for k := range m.taken[:m.n] {
		i := slices.IndexFunc(s.runs[:s.n], func(r run) bool { return r.at == m.taken[k].at && r.digits == m.taken[k].digits })
		if i < 0 {
			return false
		}
		m.taken[k].at = uint8(i)
	}
	return true
}

// with is a plan with the values of a text.
func (p plan) with(s *shape, room plan) plan {
	for _, m := range p {
		m.fill(s)
		room = append(room, m)
	}
	return room
}

// fill puts the values of a text into a planned match.
func (m *match) fill(s *shape) {
	for k := range m.taken[:m.n] {
		t := &m.taken[k]
		m.set(t.field, int(s.runs[t.at].value), int(t.digits))
	}
}
