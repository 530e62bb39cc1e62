package funnel

// Snapshot is what was known of one deal at an instant: every rule of the KPI catalogue (§1) that speaks about a single deal, applied
// once. AsOf fills it; a Snapshot that is filled again keeps its memory, so a batch allocates nothing. It is for one goroutine.
// Days are civil days in the calendar's zone. The zero value is ready to be filled, and no more.
type Snapshot struct {
	Status Status // unknown only for a deal without events whose status is not mapped
	Stage  Stage  // where an open deal stands; what a closed one was closed from
	Cause  Cause  // of the terminal run the deal is in, UnknownCause if none is given; NoCause for a deal that is open or won
	Flags  Flags

	CreatedDay Date // no date if the source gives none
	CloseDay   Date // day of Close
	Today      Date // civil day of the instant itself

	Close      Moment // start of the last uninterrupted run of the terminal status (R-CLOSE); none for an open or a void deal
	FirstClose Moment // the first time the deal was closed, whatever came later (R-REOPEN)

	Amount        Money
	Probability   Share
	ExpectedClose Date
	Category      Category
	Region        Label
	Owner         Label
	Segment       Label

	Path   []Step  // the events before the instant, in the order of R-TIE
	Visits []Visit // stays in a stage, in order; the last is open while the deal is

	Reopens     int // times a closed deal was opened again
	Regressions int // times a stage of lower rank followed (ruling Q70)

	Deal *Deal

	calendar *Calendar
	now      int64   // the instant, in microseconds since 1970
	places   []place // memory for sorting events
}

// Flags tell how a deal stands to the rules, one bit each. The zero value has none set.
type Flags uint16

// The flags of a snapshot.
const (
	Exists         Flags = 1 << iota // created or with an event before the instant (ruling Q05)
	Base                             // exists and is not void, deleted, test or merged (R-BASE)
	NoHistory                        // no event at any time: state is taken from the record (R-ASOF)
	UnmappedStage                    // an open-class event whose stage is not mapped (ruling Q09)
	UnmappedStatus                   // no events, and the status of the record is not mapped (ruling Q11)
	NoCloseDate                      // no events, closed, and the record does not say when (ruling Q03)
	AmbiguousOrder                   // events of one moment whose order only R-TIE decides
)

// Has tells whether all of these flags are set.
func (f Flags) Has(g Flags) bool { return f&g == g }

// Step is one event as the deal's way shows it: what it changed, and from what. The zero value is no step.
type Step struct {
	At       Moment
	Day      Date
	Status   Status // after the event; an unmapped status leaves the one before
	Stage    Stage  // after the event; of a terminal event, the stage it closed from
	From     Status // before the event; unknown for the first
	Before   Stage  // stage of the open-class event before it
	Cause    Cause
	Named    bool // the event itself names its stage
	Unmapped bool // a local code that no rule understands (rulings Q08, Q11)
}

// Visit is one stay in a stage: from entering it to the next stage or the close. A pause (on_hold) does not end it (ruling Q59).
// The zero value is no visit.
type Visit struct {
	Enter Moment
	Leave Moment // none while the visit goes on
	In    Date
	Out   Date // no date while the visit goes on
	Stage Stage
	Next  Stage  // the stage that followed; none if the deal closed or the visit goes on
	Ended Status // the terminal status that ended it; unknown otherwise
}

// Days returns the length of an ended visit in civil days.
func (v Visit) Days() int { return v.Out.Sub(v.In) }

// Going tells whether the visit goes on.
func (v Visit) Going() bool { return v.Leave.IsZero() }

// Entered returns the first step of the open class at rank least or above, by which a deal has entered the pipeline or a stage;
// a win alone enters nothing (ruling Q39). ok is false if there is none.
func (s *Snapshot) Entered(least Stage) (step *Step, ok bool) {
	for i := range s.Path {
		if p := &s.Path[i]; p.Status.IsOpen() && p.Stage >= least && p.Stage != NoStage {
			return p, true
		}
	}
	return nil, false
}

// EnteredExactly returns the index in Path of the first open-class event that names stage exactly, from index on; -1 if there is none.
func (s *Snapshot) EnteredExactly(stage Stage, from int) int {
	for i := from; i < len(s.Path); i++ {
		if p := &s.Path[i]; p.Named && p.Stage == stage {
			return i
		}
	}
	return -1
}

// EverWon tells whether the deal was won at any time before the instant, whatever came later.
func (s *Snapshot) EverWon() bool {
	if len(s.Path) == 0 {
		return s.Status == Won
	}
	for i := range s.Path {
		if s.Path[i].Status == Won {
			return true
		}
	}
	return false
}

// Current returns the visit that goes on. ok is false for a deal that is closed, or has no stage.
func (s *Snapshot) Current() (v Visit, ok bool) {
	if v := s.going(); v != nil {
		return *v, true
	}
	return Visit{}, false
}

// HoldDays returns the civil days from each on_hold event to the event after it, counted from the day of start on and up to the
// instant for a pause that goes on (ruling Q56).
func (s *Snapshot) HoldDays(start Moment) int {
	days := 0
	for i := range s.Path {
		if s.Path[i].Status != OnHold {
			continue
		}
		from, to := s.Path[i].Day, s.Today
		if i+1 < len(s.Path) {
			to = s.Path[i+1].Day
		}
		if first := s.calendar.Date(start); from.Before(first) {
			from = first
		}
		days += max(0, to.Sub(from))
	}
	return days
}
