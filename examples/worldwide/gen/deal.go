package main

import "time"

// stage is a step of the way that every region walks, under whatever name.
type stage int

const (
	prospect stage = iota
	contact
	qualified
	solution
	offer
	negotiation
	commitment
	stages
)

// outcome is how a deal stands.
type outcome int

const (
	open outcome = iota
	onHold
	won
	lost
	noDecision
	noResponse
	disqualified
	void
	outcomes
)

// cause is why a deal was lost.
type cause int

const (
	noCause cause = iota
	pricing
	competitive
	capability
	timing
	budget
	noNeed
	relationship
	ownProcess
	terms
	unknown
	causes
)

const (
	products = 5 // drives, sensors, software, service, spares
	segments = 3 // industry, infrastructure, public
)

// deal is one opportunity before a CRM has put it into words. Times are wall clocks of its own region, held as if they were UTC.
type deal struct {
	id       string
	account  account
	owner    int
	product  int
	segment  int
	amount   int64 // hundredths of the local currency
	priced   bool
	created  time.Time
	expected time.Time
	steps    []step
	merged   string
	test     bool
	touched  bool // carries a fault already: one fault a deal, so that each can be counted alone
}

// step is one row of a deal's history. A closing step keeps the stage that the deal closed from.
type step struct {
	at      time.Time
	stage   stage
	outcome outcome
	cause   cause
}

func (d *deal) last() step { return d.steps[len(d.steps)-1] }

func (d *deal) is(o outcome) bool { return d.last().outcome == o }

// then adds a step some days after the last one.
func (d *deal) then(days int, s step) {
	s.at = workday(d.last().at.AddDate(0, 0, days))
	d.steps = append(d.steps, s)
}
