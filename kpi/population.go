package kpi

import "github.com/koine-go/koine/funnel"

// Population says who counts, as data: by which clock a deal falls into the period, which statuses it may have, and what it needs to be
// counted rather than left out. Deals outside R-BASE are in no population. Populations compare with ==; a report evaluates each distinct one
// once. The zero value is every deal as it stands at the view's instant.
type Population struct {
	Clock      Clock
	Statuses   Statuses // at the view's instant; the zero value admits every status
	Needs      Needs
	Vocabulary Vocabulary // what a deal's source must be able to say
}

// Statuses is a set of statuses. The zero value admits all.
type Statuses uint16

// The sets of statuses that the catalogue's classes make.
const (
	OpenDeals      = Statuses(1<<funnel.Open | 1<<funnel.OnHold)
	ActiveDeals    = Statuses(1 << funnel.Open)
	PausedDeals    = Statuses(1 << funnel.OnHold)
	WonDeals       = Statuses(1 << funnel.Won)
	LostDeals      = Statuses(1 << funnel.Lost)
	UndecidedDeals = Statuses(1<<funnel.NoDecision | 1<<funnel.NoResponse)
	DecidedDeals   = WonDeals | LostDeals
	BroadDeals     = DecidedDeals | UndecidedDeals
	ClosedDeals    = BroadDeals | Statuses(1<<funnel.Disqualified)
)

func (s Statuses) admits(status funnel.Status) bool { return s == 0 || s&(1<<status) != 0 }

// Clock is the instant by which a deal falls into the period, and at which its region, owner and segment are taken (R-OWNER, ruling Q27). It
// is built by the functions below; the zero value is Standing.
type Clock struct {
	kind  clockKind
	stage funnel.Stage
}

type clockKind uint8

const (
	standing clockKind = iota
	created
	closed
	entered
	enteredExactly
	stayed
	left
	absent
)

// Standing takes every deal as it stands at the view's instant.
func Standing() Clock { return Clock{} }

// Created takes the deals created in the period. One without a creation date is left out as no_created_at, whatever the period.
func Created() Clock { return Clock{kind: created} }

// Closed takes the deals whose effective close (R-CLOSE) is in the period. One that closed nobody knows when is left out as
// no_close_date whatever the period (ruling Q03).
func Closed() Clock { return Clock{kind: closed} }

// Entered takes the deals whose first event of the open class at the rank of s or above is in the period; a win alone enters nothing
// (ruling Q39).
func Entered(s funnel.Stage) Clock { return Clock{entered, s} }

// EnteredExactly takes the deals whose first event in s itself is in the period (ruling Q44).
func EnteredExactly(s funnel.Stage) Clock { return Clock{enteredExactly, s} }

// Stayed takes the deals with a visit to s that ended in the period, and those in s at the view's instant (ruling Q59).
func Stayed(s funnel.Stage) Clock { return Clock{stayed, s} }

// Left takes the deals that left s in the period for a higher rank or a terminal status, or whose effective close from s is in it; going back alone
// is not leaving (ruling Q48).
func Left(s funnel.Stage) Clock { return Clock{left, s} }

// Absent is c where the source does not have the stage that c asks for: every deal with an event in the period is left out as
// stage_not_in_local_model, at the view's instant, as where the deal's own variant lacks the stage (rulings Q07, Q47a). A clock that asks for no
// stage stays as it is.
func (c Clock) Absent() Clock {
	if c.stage == funnel.NoStage {
		return c
	}
	return Clock{absent, c.stage}
}

var clockNames = [...]string{"the view's instant", "the creation", "the effective close", "the first entry", "the first entry",
	"the exit", "the exit", "the view's instant"}

// String names the clock as a KPI's comment does.
func (c Clock) String() string { return clockNames[c.kind] }

// awaitsEnd tells whether the clock places only deals that ended, so that it passes over those whose source cannot say so.
func (c Clock) awaitsEnd() bool { return c.kind == closed || c.kind == left }

// needs are the conditions without which the clock cannot place a deal.
func (c Clock) needs() Needs {
	switch c.kind {
	case created:
		return WithCreated
	case closed:
		return KnownStatus | WithClose
	case entered, enteredExactly, stayed, left, absent:
		return Staged
	}
	return 0
}
