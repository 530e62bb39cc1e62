package mapping

import "github.com/koine-go/koine/funnel"

// archive holds the events of a history that is not sorted, by column: four always, and one for each further field that the profile names.
type archive struct {
	at       column[funnel.Moment]
	deals    column[uint32]
	states   column[uint32]
	lines    column[uint32]
	seqs     *column[funnel.Sequence]
	recorded *column[funnel.Moment]
	actors   *column[uint32]
	kinds    *column[funnel.EventKind]
	ids      *column[string]
	size     int64 // of an event
	idBytes  int64
	order    []uint32 // events by deal, once grouped
	first    []uint32 // of deal n in order; one more at the end
}

// leastEventBytes is what an event costs that has no seq, recorded_at, actor, kind and id.
const leastEventBytes = 24

func newArchive(t *Table) *archive {
	a := &archive{size: leastEventBytes}
	for _, c := range t.Columns {
		switch c.Field {
		case Sequence:
			a.seqs, a.size = &column[funnel.Sequence]{}, a.size+8
		case RecordedAt:
			a.recorded, a.size = &column[funnel.Moment]{}, a.size+8
		case Actor:
			a.actors, a.size = &column[uint32]{}, a.size+4
		case EventKind:
			a.kinds, a.size = &column[funnel.EventKind]{}, a.size+1
		case ID:
			a.ids, a.size = &column[string]{}, a.size+16
		}
	}
	return a
}

func (a *archive) len() int { return a.at.len() }

func (a *archive) bytes() int64 { return int64(a.len())*a.size + a.idBytes }

func (a *archive) push(deal uint32, h held) {
	a.at.push(h.at)
	a.deals.push(deal)
	a.states.push(h.state)
	a.lines.push(h.line)
	pushTo(a.seqs, h.seq)
	pushTo(a.recorded, h.recorded)
	pushTo(a.actors, h.actor)
	pushTo(a.kinds, h.kind)
	pushTo(a.ids, h.id)
	a.idBytes += int64(len(h.id))
}

func pushTo[T any](c *column[T], v T) {
	if c != nil {
		c.push(v)
	}
}

func from[T any](c *column[T], i uint32) (v T) {
	if c != nil {
		v = c.at(i)
	}
	return v
}

// group orders the events by deal, those of one deal as they stood in the file.
func (a *archive) group(deals int) {
	a.first = make([]uint32, deals+1)
	for i := range uint32(a.len()) {
		a.first[a.deals.at(i)+1]++
	}
	for n := range deals {
		a.first[n+1] += a.first[n]
	}
	a.order = make([]uint32, a.len())
	for i := range uint32(a.len()) {
		n := a.deals.at(i)
		a.order[a.first[n]] = i
		a.first[n]++
	}
	copy(a.first[1:], a.first[:deals])
	a.first[0] = 0
}

// of appends the events of a deal.
func (a *archive) of(deal uint32, to []held) []held {
	for _, i := range a.order[a.first[deal]:a.first[deal+1]] {
		to = append(to, held{
			at: a.at.at(i), state: a.states.at(i), line: a.lines.at(i), seq: from(a.seqs, i),
			recorded: from(a.recorded, i), actor: from(a.actors, i), kind: from(a.kinds, i), id: from(a.ids, i),
		})
	}
	return to
}
