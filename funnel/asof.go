package funnel

import "math"

// AsOf fills s with what was known of d at the instant t, exclusive: events at t or later do not count (R-ASOF; by the time of the event, not of its
// recording, ruling Q14). A day counts as before t if its first instant does (ruling Q06); an event without a moment never does. Events may be
// in any order. t must be an instant. It allocates nothing once s has been filled with a deal of as many events.
func (d *Deal) AsOf(t Moment, c *Calendar, s *Snapshot) {
	now := c.micro(t)
	if s.calendar != c || s.now != now {
		s.calendar, s.now, s.Today = c, now, c.zone.date(now)
	}
	created, day := c.locate(d.Created)
	s.Deal, s.CreatedDay = d, day
	s.Status, s.Stage, s.Cause, s.Flags = UnknownStatus, NoStage, NoCause, 0
	s.Close, s.CloseDay, s.FirstClose = Moment{}, Date{}, Moment{}
	s.Path, s.Visits = s.Path[:0], s.Visits[:0]
	s.Reopens, s.Regressions = 0, 0
	if len(d.Events) == 0 {
		s.fromRecord()
	} else {
		s.fromEvents()
	}
	if s.Status.Closed() && s.Status != Won {
		s.Cause = s.primaryCause()
	}
	s.attributes()
	s.base(created)
}

// fromRecord takes the state of a deal without events from the record; a close at t or later leaves it open (ruling Q04).
func (s *Snapshot) fromRecord() {
	d := s.Deal
	s.Flags |= NoHistory
	s.Status, s.Stage = d.Status, d.Stage
	if d.Status == UnknownStatus {
		s.Flags |= UnmappedStatus
	}
	if !d.Status.Closed() {
		return
	}
	at, day := s.calendar.locate(d.Closed)
	switch {
	case d.Closed.IsZero():
		s.Flags |= NoCloseDate
	case at >= s.now:
		s.Status = Open
	default:
		s.close(d.Closed, day)
	}
}

func (s *Snapshot) close(at Moment, day Date) {
	s.Close, s.CloseDay = at, day
	if s.FirstClose.IsZero() {
		s.FirstClose = at
	}
}

// fromEvents walks the events before t. Before its first event a deal is open without a stage (ruling Q05).
func (s *Snapshot) fromEvents() {
	s.Status = Open
	events := s.Deal.Events
	if !inOrder(events) {
		for _, p := range s.sorted() {
			s.step(&events[p.event], p.day)
		}
	} else {
		for i := range events {
			at, day := s.calendar.locate(events[i].At)
			if at >= s.now {
				break
			}
			s.step(&events[i], day)
		}
	}
	if s.Deal.voidThroughout() {
		s.Status, s.Close, s.CloseDay = Void, Moment{}, Date{}
	}
}

// step applies one event. It fills the step in its place: copying one that was just written field by field costs more than the rest.
func (s *Snapshot) step(e *Event, day Date) {
	s.Path = append(s.Path, Step{})
	p := &s.Path[len(s.Path)-1]
	p.At, p.Day, p.Status, p.Stage, p.Before, p.Cause = e.At, day, e.Status, s.Stage, s.Stage, e.Cause
	if len(s.Path) > 1 {
		p.From = s.Status
	}
	if e.Status == UnknownStatus {
		p.Status, p.Unmapped = s.Status, true
	}
	switch {
	case p.Status.IsOpen():
		s.opened(e, p)
	case p.Status != p.From:
		s.ended(p)
	}
	s.Status, s.Stage = p.Status, p.Stage
}

// opened applies an event of the open class. One that names no stage keeps the stage, unless it has a local code that no rule
// understands (ruling Q08).
func (s *Snapshot) opened(e *Event, p *Step) {
	switch {
	case e.Stage != NoStage:
		p.Stage, p.Named = e.Stage, true
	case !e.LocalStage.IsZero():
		p.Stage, p.Unmapped = NoStage, true
		s.Flags |= UnmappedStage
	}
	if p.From.Closed() {
		s.Reopens++
	}
	if p.Stage < p.Before && p.Stage != NoStage {
		s.Regressions++
	}
	s.Close, s.CloseDay = Moment{}, Date{}
	s.visit(p)
}

// visit ends the visit that goes on if the stage changes, and begins the next.
func (s *Snapshot) visit(p *Step) {
	if v := s.going(); v != nil {
		if v.Stage == p.Stage {
			return
		}
		v.Leave, v.Out, v.Next = p.At, p.Day, p.Stage
	}
	if p.Stage != NoStage {
		s.Visits = append(s.Visits, Visit{})
		v := &s.Visits[len(s.Visits)-1]
		v.Stage, v.Enter, v.In = p.Stage, p.At, p.Day
	}
}

// ended begins a run of a terminal status; any change of terminal status begins a new one (ruling Q15). A void deal has no close.
func (s *Snapshot) ended(p *Step) {
	if v := s.going(); v != nil {
		v.Leave, v.Out, v.Ended = p.At, p.Day, p.Status
	}
	if p.Status.Closed() {
		s.close(p.At, p.Day)
	} else {
		s.Close, s.CloseDay = Moment{}, Date{}
	}
}

func (s *Snapshot) going() *Visit {
	if n := len(s.Visits); n > 0 && s.Visits[n-1].Going() {
		return &s.Visits[n-1]
	}
	return nil
}

// primaryCause is the last cause given in the terminal run the deal is in, else the record's if its status is the one at t, else
// unknown (ruling Q49).
func (s *Snapshot) primaryCause() Cause {
	for i := len(s.Path) - 1; i >= 0 && s.Path[i].Status == s.Status; i-- {
		if c := s.Path[i].Cause; c != NoCause {
			return c
		}
	}
	if s.Deal.Status == s.Status && s.Deal.Cause != NoCause {
		return s.Deal.Cause
	}
	return UnknownCause
}

// base sets Exists (rulings Q05, Q05a) and Base. Deleted, test and merged hold at every t (ruling Q02).
func (s *Snapshot) base(created int64) {
	d := s.Deal
	if len(s.Path) == 0 && created >= s.now && !(d.Created.IsZero() && len(d.Events) == 0) {
		return
	}
	s.Flags |= Exists
	if !d.Deleted && !d.Test && d.MergedInto == "" && s.Status != Void {
		s.Flags |= Base
	}
}

// voidThroughout tells whether a deal is void at every t: its record says so and none of its events does (ruling Q02).
func (d *Deal) voidThroughout() bool {
	if d.Status != Void {
		return false
	}
	for i := range d.Events {
		if d.Events[i].Status == Void {
			return false
		}
	}
	return true
}

// never is later than every instant: a moment that is missing is before nothing.
const never = math.MaxInt64

// locate returns the instant of m, the first instant of a day, and its civil day.
func (c *Calendar) locate(m Moment) (us int64, day Date) {
	if d, ok := m.Date(); ok {
		return c.zone.start(d), d
	}
	if m.IsZero() {
		return never, Date{}
	}
	us = m.micro()
	return us, c.zone.date(us)
}
