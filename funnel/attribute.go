package funnel

import (
	"bytes"
	"cmp"
	"strings"
)

// attributes sets the seven attributes that have a history to their values at t (ruling Q18): the new value of the last field event before t;
// if there is none, the old value of the first one later; if the field has no event at all, the record.
func (s *Snapshot) attributes() {
	d := s.Deal
	s.Amount, s.ExpectedClose, s.Category, s.Probability = d.Amount, d.ExpectedClose, d.Category, d.Probability
	s.Owner, s.Region, s.Segment = d.Owner, d.Region, d.Segment
	if len(d.FieldEvents) == 0 {
		return
	}
	var found [SegmentField + 1]neighbours
	for i := range d.FieldEvents {
		e := &d.FieldEvents[i]
		if at, _ := s.calendar.locate(e.At); at != never && e.Field <= SegmentField {
			found[e.Field].add(e, at < s.now, s.calendar)
		}
	}
	for f := AmountField; f <= SegmentField; f++ {
		if v, ok := found[f].setting(); ok {
			s.set(f, v)
		}
	}
}

func (s *Snapshot) set(f Field, v Setting) {
	switch f {
	case AmountField:
		s.Amount = v.Amount
	case ExpectedCloseField:
		s.ExpectedClose = v.Date
	case CategoryField:
		s.Category = v.Category
	case ProbabilityField:
		s.Probability = v.Share
	case OwnerField:
		s.Owner = v.Label
	case RegionField:
		s.Region = v.Label
	case SegmentField:
		s.Segment = v.Label
	}
}

// LabelAt returns the owner, region or segment at the moment of an event of the deal, a field event at that same moment included
// (ruling Q18). Where m is a day, so are all of that day.
func (s *Snapshot) LabelAt(f Field, m Moment) Label {
	at, day := s.calendar.locate(m)
	var found neighbours
	for i := range s.Deal.FieldEvents {
		e := &s.Deal.FieldEvents[i]
		us, on := s.calendar.locate(e.At)
		if e.Field != f || us == never {
			continue
		}
		known := us <= at
		if m.IsDate() {
			known = !day.Before(on)
		}
		found.add(e, known, s.calendar)
	}
	if v, ok := found.setting(); ok {
		return v.Label
	}
	return s.Deal.label(f)
}

func (d *Deal) label(f Field) Label {
	switch f {
	case OwnerField:
		return d.Owner
	case RegionField:
		return d.Region
	case SegmentField:
		return d.Segment
	}
	return Label{}
}

// neighbours are the last event of a field that is known at an instant, and the first that is not.
type neighbours struct{ last, next *FieldEvent }

func (n *neighbours) add(e *FieldEvent, known bool, c *Calendar) {
	switch {
	case known && (n.last == nil || n.last.compare(e, c) < 0):
		n.last = e
	case !known && (n.next == nil || e.compare(n.next, c) < 0):
		n.next = e
	}
}

// setting returns the value in force. ok is false if the field has no event.
func (n *neighbours) setting() (v Setting, ok bool) {
	switch {
	case n.last != nil:
		return n.last.New, true
	case n.next != nil:
		return n.next.Old, true
	}
	return Setting{}, false
}

// compare orders events of one field by time, sequence, recording time, id, and in the end by their JSON (ruling Q18a); what is not given
// comes first.
func (e *FieldEvent) compare(o *FieldEvent, c *Calendar) int {
	if n := cmp.Or(
		cmp.Compare(c.micro(e.At), c.micro(o.At)),
		e.Seq.compare(o.Seq),
		cmp.Compare(c.micro(e.RecordedAt), c.micro(o.RecordedAt)),
		strings.Compare(e.ID, o.ID),
	); n != 0 {
		return n
	}
	return cmp.Or(bytes.Compare(e.New.json(e.Field), o.New.json(o.Field)), bytes.Compare(e.Old.json(e.Field), o.Old.json(o.Field)))
}
