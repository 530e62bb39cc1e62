package kpi

import (
	"encoding/binary"
	"slices"

	"github.com/koine-go/koine/funnel"
)

// Profiles returns the versions of the mapping profiles that made the report's numbers, in the order of their code points: of the deals in R-BASE, that of
// the deal and those of its events before the view's instant. What was not mapped by a profile has none and is not told.
func (r *Report) Profiles() []string { return r.profiles.names() }

// profiles is a set of labels that the same few are added to again and again.
type profiles struct {
	recent [4]funnel.Label
	oldest int // position in recent that the next new one takes
	seen   map[funnel.Label]struct{}
}

// take adds the versions behind a base deal that was snapped at the instant now.
func (p *profiles) take(f *Fact, now funnel.Moment, c *funnel.Calendar) {
	d := f.Deal
	p.add(d.Profile)
	known := len(f.Path) == len(d.Events)
	for i := range d.Events {
		if e := &d.Events[i]; e.Profile != p.recent[0] && !p.isRecent(e.Profile) && (known || c.Precedes(e.At, now)) {
			p.add(e.Profile)
		}
	}
}

func (p *profiles) isRecent(l funnel.Label) bool {
	return l.IsZero() || l == p.recent[0] || l == p.recent[1] || l == p.recent[2] || l == p.recent[3]
}

func (p *profiles) add(l funnel.Label) {
	if p.isRecent(l) {
		return
	}
	p.recent[p.oldest] = l
	p.oldest = (p.oldest + 1) % len(p.recent)
	if p.seen == nil {
		p.seen = map[funnel.Label]struct{}{}
	}
	p.seen[l] = struct{}{}
}

func (p *profiles) merge(o *profiles) {
	for l := range o.seen {
		p.add(l)
	}
}

func (p *profiles) names() []string {
	var names []string
	for l := range p.seen {
		names = append(names, l.String())
	}
	slices.Sort(names)
	return names
}

// appendBinary appends the names in order.
func (p *profiles) appendBinary(b []byte) []byte {
	names := p.names()
	b = binary.AppendUvarint(b, uint64(len(names)))
	for _, name := range names {
		b = appendText(b, name)
	}
	return b
}

// decodeBinary reads them back: none is empty, and each comes after the one before.
func (p *profiles) decodeBinary(b []byte) ([]byte, error) {
	n, rest, err := decodeCount(b)
	if err != nil || n > int64(len(rest)) {
		return b, ErrForm
	}
	last := ""
	for range n {
		name, after, err := decodeText(rest)
		if err != nil || name <= last {
			return rest, ErrForm
		}
		p.add(funnel.LabelOf(name))
		last, rest = name, after
	}
	return rest, nil
}
