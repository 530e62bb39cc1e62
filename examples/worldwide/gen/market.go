package main

import (
	"math/rand/v2"
	"time"
)

// market says how deals go in one region.
type market struct {
	stages []stage // that its CRM knows, in order
	pace   int     // waiting times, in percent of the common ones
	luck   int     // chances to win, in percent of the common ones
	holds  bool    // the CRM can say that a deal is on hold
	mute   bool    // the CRM cannot say that a customer fell silent: such deals stay open
	rate   int64   // local currency units for ten euros
	round  int64   // amounts are multiples of this many units
}

// waits are the common days spent in each stage.
func waits(s stage) int { return [stages]int{6, 8, 13, 18, 16, 12, 6}[s] }

// fate is what may happen at the end of a stage, each in percent; for the rest the deal goes on.
type fate struct{ won, lost, noDecision, noResponse, disqualified, quiet int }

func fateOf(s stage) fate {
	return [stages]fate{
		prospect:    {noResponse: 3, disqualified: 5},
		contact:     {noDecision: 1, noResponse: 4, disqualified: 4},
		qualified:   {lost: 3, noDecision: 5, disqualified: 3},
		solution:    {lost: 7, noDecision: 5, quiet: 4},
		offer:       {won: 8, lost: 17, noDecision: 4, noResponse: 9, quiet: 7},
		negotiation: {won: 28, lost: 22, noDecision: 4, noResponse: 3, quiet: 5},
		commitment:  {won: 80, lost: 8, noDecision: 3},
	}[s]
}

// ending draws how a stage ends: an outcome, open for a deal that goes on, quiet for one that nobody touches again.
func (m market) ending(r *rand.Rand, s stage) (o outcome, quiet bool) {
	f, x := fateOf(s), r.IntN(100)
	for _, c := range []struct {
		chance int
		o      outcome
	}{{f.won * m.luck / 100, won}, {f.lost, lost}, {f.noDecision, noDecision}, {f.noResponse, noResponse}, {f.disqualified, disqualified}} {
		if x -= c.chance; x < 0 {
			return c.o, c.o == noResponse && m.mute
		}
	}
	return open, x < f.quiet
}

// wait draws the days in a stage: mostly near the common ones, one in ten much longer.
func (m market) wait(r *rand.Rand, s stage) int {
	days := waits(s) * m.pace * (30 + r.IntN(110)) / 10000
	if r.IntN(10) == 0 {
		days = days*3 + 5
	}
	return days
}

// walk draws the way of a deal until it closes, falls silent, or the export is drawn.
func (m market) walk(r *rand.Rand, d *deal) {
	d.steps = []step{{at: d.created, stage: m.stages[0]}}
	for i := 0; ; {
		s := m.stages[i]
		at := officeHour(workday(d.last().at.AddDate(0, 0, 1+m.wait(r, s))), r.IntN(600))
		if !at.Before(exported()) {
			return
		}
		o, quiet := m.ending(r, s)
		switch {
		case quiet:
			return
		case o != open:
			d.steps = append(d.steps, step{at, s, o, causeOf(r, o)})
			return
		case m.holds && s >= solution && r.IntN(25) == 0:
			d.steps = append(d.steps, step{at, s, onHold, noCause})
		default:
			if j := m.next(r, i); j != i {
				i = j
				d.steps = append(d.steps, step{at: at, stage: m.stages[i]})
			}
		}
	}
}

// next draws the place after i: now and then a stage is skipped or gone back.
func (m market) next(r *rand.Rand, i int) int {
	x, last := r.IntN(100), len(m.stages)-1
	switch {
	case x < 4 && i > 1 && m.stages[i] > qualified:
		return i - 1
	case x < 14 && i+2 <= last && m.stages[i+1] != qualified:
		return i + 2
	}
	return min(i+1, last)
}

func causeOf(r *rand.Rand, o outcome) cause {
	if o != lost {
		return noCause
	}
	x := r.IntN(100)
	for c, chance := range [causes]int{pricing: 28, competitive: 24, capability: 13, timing: 7, budget: 8, noNeed: 3, relationship: 6, ownProcess: 5, terms: 3, unknown: 3} {
		if x -= chance; x < 0 {
			return cause(c)
		}
	}
	return unknown
}

// price draws an amount in hundredths of the local currency.
func (m market) price(r *rand.Rand, product int) int64 {
	euros := [products]int64{42000, 12500, 28000, 9500, 3800}[product]
	share := [10]int64{30, 45, 60, 80, 100, 100, 120, 150, 210, 380}[r.IntN(10)]
	units := euros * share / 100 * m.rate / 10 * int64(85+r.IntN(30)) / 100
	units = max(units/m.round, 1) * m.round
	if r.IntN(3) == 0 {
		return units*100 + 50
	}
	return units * 100
}

// expect draws the close that the owner hoped for, some of it long past.
func (m market) expect(r *rand.Rand, created time.Time) time.Time {
	return workday(created.AddDate(0, 0, 35+r.IntN(120)*m.pace/100))
}
