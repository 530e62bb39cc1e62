package funnel

import (
	"cmp"
	"slices"
	"strings"
)

// place is where an event stands in time: its instant, the first of a day, and its civil day.
type place struct {
	at    int64
	day   Date
	event int32 // index in Deal.Events
}

// inOrder tells whether the events stand in the order of R-TIE as they are, which is how sources keep them: every one has a later
// moment than the one before, and all are instants or all are days.
func inOrder(events []Event) bool {
	last := Moment{}
	for i := range events {
		at := events[i].At
		if at.v <= last.v || i > 0 && at.IsDate() != last.IsDate() {
			return false
		}
		last = at
	}
	return true
}

// sorted returns the events before t in the order of R-TIE, in the memory of s. A day comes before the instants of that day, unless
// sequences say otherwise (ruling Q06a).
func (s *Snapshot) sorted() []place {
	s.places = s.places[:0]
	for i := range s.Deal.Events {
		if at, day := s.calendar.locate(s.Deal.Events[i].At); at < s.now {
			s.places = append(s.places, place{at, day, int32(i)})
		}
	}
	slices.SortStableFunc(s.places, s.byTime)
	for rest := s.places; len(rest) > 0; {
		n := runLength(rest, func(a, b place) bool { return a.day == b.day })
		if day := rest[:n]; !s.sequencedDay(day) {
			s.settleMoments(day)
		}
		rest = rest[n:]
	}
	return s.places
}

// sequencedDay puts a day that mixes days and instants in the order of its sequences. It does so only if all its events have one and none
// contradicts the time.
func (s *Snapshot) sequencedDay(day []place) bool {
	if len(day) < 2 || !s.moment(day[0]).IsDate() || s.moment(day[len(day)-1]).IsDate() || !s.allSequenced(day) {
		return false
	}
	slices.SortStableFunc(day, s.bySequence)
	last := int64(0)
	for i, p := range day {
		if s.moment(p).IsDate() {
			continue
		}
		if i > 0 && last > p.at {
			slices.SortStableFunc(day, s.byTime)
			return false
		}
		last = p.at
	}
	return true
}

// settleMoments orders the events of each moment: by sequence if all have one, else open before terminal, lower rank first, id (R-TIE,
// ruling Q12).
func (s *Snapshot) settleMoments(day []place) {
	for rest := day; len(rest) > 0; {
		n := runLength(rest, func(a, b place) bool { return s.moment(a) == s.moment(b) })
		switch same := rest[:n]; {
		case n == 1:
		case s.allSequenced(same):
			slices.SortStableFunc(same, s.bySequence)
		default:
			s.Flags |= AmbiguousOrder
			slices.SortStableFunc(same, s.byTie)
		}
		rest = rest[n:]
	}
}

// runLength returns how many places at the beginning are like the first.
func runLength(places []place, alike func(a, b place) bool) int {
	n := 1
	for n < len(places) && alike(places[0], places[n]) {
		n++
	}
	return n
}

func (s *Snapshot) moment(p place) Moment { return s.Deal.Events[p.event].At }

func (s *Snapshot) allSequenced(places []place) bool {
	return !slices.ContainsFunc(places, func(p place) bool { return !s.Deal.Events[p.event].Seq.given })
}

// byTime orders by instant; of one instant a day comes first, and where a zone skipped a whole day two days begin at once.
func (s *Snapshot) byTime(p, q place) int {
	a, b := s.moment(p), s.moment(q)
	return cmp.Or(cmp.Compare(p.at, q.at), cmp.Compare(b.v&1, a.v&1), p.day.Compare(q.day))
}

func (s *Snapshot) bySequence(p, q place) int {
	a, b := &s.Deal.Events[p.event], &s.Deal.Events[q.event]
	return cmp.Or(cmp.Compare(a.Seq.n, b.Seq.n), s.byTime(p, q), strings.Compare(a.ID, b.ID))
}

func (s *Snapshot) byTie(p, q place) int {
	a, b := &s.Deal.Events[p.event], &s.Deal.Events[q.event]
	return cmp.Or(cmp.Compare(a.tieRank(), b.tieRank()), strings.Compare(a.ID, b.ID))
}

// tieRank is the stage, 0 for none, and above every stage for a terminal event, whose own stage says nothing (rulings Q08, Q12).
func (e *Event) tieRank() int {
	if e.Status.IsOpen() || e.Status == UnknownStatus {
		return int(e.Stage)
	}
	return 256
}
