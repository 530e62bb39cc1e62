package mapping

import "github.com/koine-go/koine/funnel"

// sightings counts the rows that are in one state, what they are worth, and when the first and the last was seen.
type sightings struct {
	purse
	rows        int
	first, last funnel.Moment // none if no row has a time
}

// deal counts a row of the deals file.
func (s *sightings) deal(d *funnel.Deal, c *funnel.Calendar) {
	s.rows++
	s.add(&d.Amount)
	s.at(d.Created, c)
}

// event counts a row of the history.
func (s *sightings) event(at funnel.Moment, c *funnel.Calendar) {
	s.rows++
	s.at(at, c)
}

func (s *sightings) at(m funnel.Moment, c *funnel.Calendar) {
	switch {
	case m.IsZero() || m == s.last:
	case s.last.IsZero():
		s.first, s.last = m, m
	case earlier(c, s.last, m):
		s.last = m
	case earlier(c, m, s.first):
		s.first = m
	}
}

// earlier orders moments; a day comes before the instants of its first moment. Two days compare without asking the calendar for theirs.
func earlier(c *funnel.Calendar, a, b funnel.Moment) bool {
	if !a.IsDate() {
		return c.Precedes(a, b)
	}
	x, _ := a.Date()
	if y, ok := b.Date(); ok {
		return x.Before(y)
	}
	return !c.Precedes(b, a)
}

// span widens s by the time of o.
func (s *sightings) span(o *sightings, c *funnel.Calendar) {
	s.at(o.first, c)
	s.at(o.last, c)
}
