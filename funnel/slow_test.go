package funnel_test

import (
	"fmt"
	"sort"
	"strings"
	"time"

	"github.com/koine-go/koine/funnel"
)

// slow answers what Deal.AsOf answers, sentence by sentence from the rules, with plain slices and package time: the reference that the
// fast code is compared with.
type slow struct {
	deal   *funnel.Deal
	now    time.Time
	zone   *time.Location
	starts map[funnel.Date]time.Time

	events []funnel.Event // those before now, in order
	status []funnel.Status
	stage  []funnel.Stage // of the last open-class event
	tied   bool
}

func slowAsOf(d *funnel.Deal, now time.Time, zone *time.Location) string {
	s := &slow{deal: d, now: now, zone: zone, starts: map[funnel.Date]time.Time{}}
	for _, e := range d.Events {
		if s.before(e.At) {
			s.events = append(s.events, e)
		}
	}
	sort.SliceStable(s.events, func(i, j int) bool { return s.less(s.events[i], s.events[j]) })
	s.replay()
	return s.String()
}

// begin is the first instant whose local date is d or later (Q17), found by looking at every minute.
func (s *slow) begin(d funnel.Date) time.Time {
	if at, ok := s.starts[d]; ok {
		return at
	}
	y, m, day := d.YMD()
	at := time.Date(y, m, day, 0, 0, 0, 0, time.UTC).Add(-16 * time.Hour)
	for s.local(at).Before(d) {
		at = at.Add(time.Minute)
	}
	s.starts[d] = at
	return at
}

func (s *slow) local(t time.Time) funnel.Date {
	y, m, d := t.In(s.zone).Date()
	date, err := funnel.NewDate(y, m, d)
	if err != nil {
		panic(err)
	}
	return date
}

func (s *slow) instant(m funnel.Moment) time.Time {
	if d, ok := m.Date(); ok {
		return s.begin(d)
	}
	t, _ := m.Time()
	return t
}

func (s *slow) day(m funnel.Moment) funnel.Date {
	if d, ok := m.Date(); ok || m.IsZero() {
		return d
	}
	return s.local(s.instant(m))
}

func (s *slow) before(m funnel.Moment) bool { return !m.IsZero() && s.instant(m).Before(s.now) }

// less is the order of R-TIE with Q06a and Q12 in one comparison.
func (s *slow) less(a, b funnel.Event) bool {
	sequence := func(e funnel.Event) int { n, _ := e.Seq.Value(); return n }
	switch {
	case a.At == b.At && s.all(func(e funnel.Event) bool { return e.At != a.At || given(e) }):
		if sequence(a) != sequence(b) {
			return sequence(a) < sequence(b)
		}
		return a.ID < b.ID
	case a.At == b.At:
		s.tied = true
		if terminal(a) != terminal(b) {
			return terminal(b)
		}
		if !terminal(a) && a.Stage != b.Stage {
			return a.Stage < b.Stage
		}
		return a.ID < b.ID
	case s.day(a.At) == s.day(b.At) && s.sequenced(s.day(a.At)) && sequence(a) != sequence(b):
		return sequence(a) < sequence(b)
	case !s.instant(a.At).Equal(s.instant(b.At)):
		return s.instant(a.At).Before(s.instant(b.At))
	case a.At.IsDate() != b.At.IsDate():
		return a.At.IsDate()
	}
	return s.day(a.At).Before(s.day(b.At))
}

// sequenced tells whether the sequences of a day that mixes dates and instants stand: all events have one, and none contradicts the clock.
func (s *slow) sequenced(day funnel.Date) bool {
	dates, instants := false, false
	return s.all(func(e funnel.Event) bool {
		if s.day(e.At) != day {
			return true
		}
		dates, instants = dates || e.At.IsDate(), instants || !e.At.IsDate()
		return given(e) && s.all(func(o funnel.Event) bool {
			if s.day(o.At) != day || o.At.IsDate() || e.At.IsDate() || !s.instant(e.At).Before(s.instant(o.At)) {
				return true
			}
			n, _ := e.Seq.Value()
			m, _ := o.Seq.Value()
			return n <= m
		})
	}) && dates && instants
}

func (s *slow) all(is func(funnel.Event) bool) bool {
	for _, e := range s.deal.Events {
		if s.before(e.At) && !is(e) {
			return false
		}
	}
	return true
}

func given(e funnel.Event) bool { _, ok := e.Seq.Value(); return ok }

func terminal(e funnel.Event) bool {
	return e.Status != funnel.UnknownStatus && e.Status != funnel.Open && e.Status != funnel.OnHold
}

func isOpen(s funnel.Status) bool { return s == funnel.Open || s == funnel.OnHold }

// replay gives each event the status and the stage that hold after it.
func (s *slow) replay() {
	status, stage := funnel.Open, funnel.NoStage
	for _, e := range s.events {
		if e.Status != funnel.UnknownStatus {
			status = e.Status
		}
		if isOpen(status) && (e.Stage != funnel.NoStage || !e.LocalStage.IsZero()) {
			stage = e.Stage
		}
		s.status, s.stage = append(s.status, status), append(s.stage, stage)
	}
}

// state is the status at now and the place where its run begins, -1 where no event says so.
func (s *slow) state() (status funnel.Status, from int) {
	n := len(s.events)
	if n == 0 {
		return funnel.Open, -1
	}
	from = n - 1
	for from > 0 && s.status[from-1] == s.status[n-1] {
		from--
	}
	return s.status[n-1], from
}

func (s *slow) String() string {
	b := &strings.Builder{}
	d := s.deal
	status, from := s.state()
	stage, closeAt, first := funnel.NoStage, funnel.Moment{}, funnel.Moment{}
	if n := len(s.stage); n > 0 {
		stage = s.stage[n-1]
	}
	for i := range s.events {
		if s.status[i].Closed() && first.IsZero() {
			first = s.events[i].At
		}
	}
	noDate := false
	switch {
	case len(d.Events) == 0:
		status, stage = d.Status, d.Stage
		if status.Closed() && d.Closed.IsZero() {
			noDate = true
		} else if status.Closed() && !s.before(d.Closed) {
			status = funnel.Open
		} else if status.Closed() {
			closeAt, first = d.Closed, d.Closed
		}
	case d.Status == funnel.Void && !s.anyVoid():
		status = funnel.Void
	case status.Closed():
		closeAt = s.events[from].At
	}
	fmt.Fprintf(b, "%v %v created %v today %v close %v %v first %v\n", status, stage, s.day(d.Created), s.local(s.now), closeAt, s.day(closeAt), first)
	fmt.Fprintf(b, "cause %v; %s\n", s.cause(status, from), s.flags(status, noDate))
	s.steps(b)
	s.visits(b)
	fmt.Fprintf(b, "amount %v owner %v\n", s.value(funnel.AmountField).Amount, s.value(funnel.OwnerField).Label)
	return b.String()
}

func (s *slow) anyVoid() bool {
	for _, e := range s.deal.Events {
		if e.Status == funnel.Void {
			return true
		}
	}
	return false
}

func (s *slow) cause(status funnel.Status, from int) funnel.Cause {
	if !status.Closed() || status == funnel.Won {
		return funnel.NoCause
	}
	cause := funnel.NoCause
	if from >= 0 {
		for _, e := range s.events[from:] {
			if e.Cause != funnel.NoCause {
				cause = e.Cause
			}
		}
	}
	if cause == funnel.NoCause && s.deal.Status == status {
		cause = s.deal.Cause
	}
	if cause == funnel.NoCause {
		cause = funnel.UnknownCause
	}
	return cause
}

func (s *slow) flags(status funnel.Status, noDate bool) string {
	d := s.deal
	exists := s.before(d.Created) || len(s.events) > 0 || d.Created.IsZero() && len(d.Events) == 0
	base := exists && !d.Deleted && !d.Test && d.MergedInto == "" && status != funnel.Void
	unmapped := false
	for i, e := range s.events {
		unmapped = unmapped || isOpen(s.status[i]) && e.Stage == funnel.NoStage && !e.LocalStage.IsZero()
	}
	return fmt.Sprint(exists, base, len(d.Events) == 0, unmapped, len(d.Events) == 0 && d.Status == funnel.UnknownStatus, noDate, s.tied)
}

func (s *slow) steps(b *strings.Builder) {
	reopens, back := 0, 0
	from, before := funnel.UnknownStatus, funnel.NoStage
	for i, e := range s.events {
		open := isOpen(s.status[i])
		unmapped := e.Status == funnel.UnknownStatus || open && e.Stage == funnel.NoStage && !e.LocalStage.IsZero()
		fmt.Fprintf(b, "%v %v %v %v from %v %v %v %v %v\n", e.At, s.day(e.At), s.status[i], s.stage[i], from, before, e.Cause,
			open && e.Stage != funnel.NoStage, unmapped)
		if open && from.Closed() {
			reopens++
		}
		if open && s.stage[i] != funnel.NoStage && s.stage[i] < before {
			back++
		}
		from, before = s.status[i], s.stage[i]
	}
	fmt.Fprintf(b, "reopened %d, back %d\n", reopens, back)
}

// visits are the longest runs of open-class events in one stage.
func (s *slow) visits(b *strings.Builder) {
	in := func(i, j int) bool { return isOpen(s.status[j]) && s.stage[j] == s.stage[i] }
	for i := 0; i < len(s.events); {
		j := i + 1
		if isOpen(s.status[i]) && s.stage[i] != funnel.NoStage {
			for j < len(s.events) && in(i, j) {
				j++
			}
			fmt.Fprintf(b, "%v %v %v", s.stage[i], s.events[i].At, s.day(s.events[i].At))
			switch {
			case j == len(s.events):
			case isOpen(s.status[j]):
				fmt.Fprintf(b, " to %v %v %v", s.events[j].At, s.day(s.events[j].At), s.stage[j])
			default:
				fmt.Fprintf(b, " to %v %v by %v", s.events[j].At, s.day(s.events[j].At), s.status[j])
			}
			b.WriteString("\n")
		}
		i = j
	}
}

// value is the setting of a field at now: Q18.
func (s *slow) value(f funnel.Field) funnel.Setting {
	var events []funnel.FieldEvent
	for _, e := range s.deal.FieldEvents {
		if e.Field == f && !e.At.IsZero() {
			events = append(events, e)
		}
	}
	if len(events) == 0 {
		return funnel.Setting{Amount: s.deal.Amount, Label: s.deal.Owner}
	}
	sort.SliceStable(events, func(i, j int) bool {
		a, b := events[i], events[j]
		if x, y := s.instant(a.At), s.instant(b.At); !x.Equal(y) {
			return x.Before(y)
		}
		n, _ := a.Seq.Value()
		m, _ := b.Seq.Value()
		return n < m || n == m && a.ID < b.ID
	})
	v := events[0].Old
	for _, e := range events {
		if s.before(e.At) {
			v = e.New
		}
	}
	return v
}

// dump writes a snapshot as slow does.
func dump(s *funnel.Snapshot) string {
	b := &strings.Builder{}
	has := s.Flags.Has
	fmt.Fprintf(b, "%v %v created %v today %v close %v %v first %v\n", s.Status, s.Stage, s.CreatedDay, s.Today, s.Close, s.CloseDay, s.FirstClose)
	fmt.Fprintf(b, "cause %v; %s\n", s.Cause, fmt.Sprint(has(funnel.Exists), has(funnel.Base), has(funnel.NoHistory), has(funnel.UnmappedStage),
		has(funnel.UnmappedStatus), has(funnel.NoCloseDate), has(funnel.AmbiguousOrder)))
	for _, p := range s.Path {
		fmt.Fprintf(b, "%v %v %v %v from %v %v %v %v %v\n", p.At, p.Day, p.Status, p.Stage, p.From, p.Before, p.Cause, p.Named, p.Unmapped)
	}
	fmt.Fprintf(b, "reopened %d, back %d\n", s.Reopens, s.Regressions)
	for _, v := range s.Visits {
		fmt.Fprintf(b, "%v %v %v", v.Stage, v.Enter, v.In)
		switch {
		case v.Going():
		case v.Ended != funnel.UnknownStatus:
			fmt.Fprintf(b, " to %v %v by %v", v.Leave, v.Out, v.Ended)
		default:
			fmt.Fprintf(b, " to %v %v %v", v.Leave, v.Out, v.Next)
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(b, "amount %v owner %v\n", s.Amount, s.Owner)
	return b.String()
}
