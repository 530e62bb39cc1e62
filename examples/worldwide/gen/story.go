package main

import "time"

// What happens to real deals and breaks naive counting: none of it is an error, all of it is on the ledger.

// reopen lets n deals come back after they were closed and end the other way.
func (b *book) reopen(l *ledger, path string, n int, from, to outcome) {
	picked := b.pick(n, early(from))
	for _, d := range picked {
		s := d.last().stage
		d.then(9, step{stage: s})
		d.then(12, step{stage: s, outcome: to, cause: causeOf(b.r, to)})
	}
	l.note(path, "reopened after "+outcomeName(from)+", then "+outcomeName(to), "kept; the close is the last run's start", ids(picked)...)
}

// regress lets n open deals fall back to a stage that they had left.
func (b *book) regress(l *ledger, path string, n int) {
	picked := b.pick(n, func(d *deal) bool {
		i := len(d.steps) - 1
		return d.is(open) && i > 1 && d.steps[i-1].stage < d.steps[i].stage && d.last().at.Before(exported().AddDate(0, 0, -14))
	})
	for _, d := range picked {
		d.then(6, step{stage: d.steps[len(d.steps)-2].stage})
	}
	l.note(path, "falls back to an earlier stage", "kept; a regression", ids(picked)...)
}

// instantWin makes n deals that were typed in when the order was already there: all stages in one minute.
func (b *book) instantWin(l *ledger, path string, n int) {
	picked := b.pick(n, func(d *deal) bool { return d.is(won) && d.last().at.Year() == 2026 })
	for _, d := range picked {
		d.created = d.last().at
		for i := range d.steps {
			d.steps[i].at = d.created
		}
	}
	l.note(path, "won in the minute of its creation", "kept; a cycle of 0 days", ids(picked)...)
}

// passThrough makes n deals enter two stages in the same minute.
func (b *book) passThrough(l *ledger, path string, n int) {
	picked := b.pick(n, func(d *deal) bool {
		return len(d.steps) > 3 && d.steps[1].stage < d.steps[2].stage && d.steps[2].outcome == open
	})
	for _, d := range picked {
		d.steps[1].at = d.steps[2].at
	}
	l.note(path, "two stages entered in one minute", "kept; a visit of 0 days", ids(picked)...)
}

// credit turns n won deals into credit notes.
func (b *book) credit(l *ledger, path string, n int) {
	picked := b.pick(n, early(won))
	for _, d := range picked {
		d.amount = -d.amount / 10
	}
	l.note(path, "negative amount (a credit note)", "kept; net in sums, left out of averages", ids(picked)...)
}

// unpriced takes the amount from n deals.
func (b *book) unpriced(l *ledger, path string, n int) {
	picked := b.pick(n, anyDeal)
	for _, d := range picked {
		d.priced = false
	}
	l.note(path, "no amount", "kept; counted, not priced", ids(picked)...)
}

// voidEntries closes n open deals as entered by mistake.
func (b *book) voidEntries(l *ledger, path string, n int) {
	picked := b.pick(n, func(d *deal) bool { return d.is(open) && d.last().at.Before(exported().AddDate(0, 0, -20)) })
	for _, d := range picked {
		d.then(10, step{stage: d.last().stage, outcome: void})
	}
	l.note(path, "closed as a duplicate", "void: counted in nothing", ids(picked)...)
}

// mergeEntries says of n open deals that they were merged into another.
func (b *book) mergeEntries(l *ledger, path string, n int) {
	picked := b.pick(n, openDeal)
	for _, d := range picked {
		d.merged = b.pick(1, openDeal)[0].id
	}
	l.note(path, "merged into another deal", "counted in nothing", ids(picked)...)
}

// testEntries makes n deals that somebody typed to try the system.
func (b *book) testEntries(l *ledger, path string, n int) {
	picked := b.pick(n, anyDeal)
	for _, d := range picked {
		d.test = true
	}
	l.note(path, "test entry", "counted in nothing", ids(picked)...)
}

// orphan gives n deals to an owner whom no list of owners knows any more.
func (b *book) orphan(l *ledger, path string, n, owner int) {
	picked := b.pick(n, moved)
	for _, d := range picked {
		d.owner = owner
	}
	l.note(path, "owner who is missing in owners.csv", "cell empty: no region", ids(picked)...)
}

// share gives n open deals an end customer that another entity quotes as well.
func (b *book) share(l *ledger, path string, n int, a account) {
	picked := b.pick(n, func(d *deal) bool { return d.is(open) && moved(d) })
	for _, d := range picked {
		d.account = a
	}
	l.note(path, "end customer "+a.key+" is quoted by another entity too", "kept; a collision", ids(picked)...)
}

// rename gives one deal a customer name that readers and spreadsheets stumble over.
func (b *book) rename(l *ledger, path, what, name string) {
	picked := b.pick(1, anyDeal)
	picked[0].account.name = name
	l.note(path, what, "kept as text", ids(picked)...)
}

// closeAt moves the close of one deal to an instant at the edge of the quarter.
func (b *book) closeAt(l *ledger, path, what, reading string, at time.Time) {
	picked := b.pick(1, func(d *deal) bool {
		return d.is(won) && len(d.steps) > 2 && d.last().at.After(at.AddDate(0, 0, -60)) && d.steps[len(d.steps)-2].at.Before(at)
	})
	picked[0].steps[len(picked[0].steps)-1].at = at
	l.note(path, what, reading, ids(picked)...)
}

// silence notes the open deals that nobody has touched for more than ninety days.
func (b *book) silence(l *ledger, path string) {
	var quiet []*deal
	for _, d := range b.deals {
		if d.is(open) && d.last().at.Before(exported().AddDate(0, 0, -90)) {
			quiet = append(quiet, d)
		}
	}
	l.note(path, "open, and no event for more than 90 days", "kept; still open", ids(quiet)...)
}

func outcomeName(o outcome) string {
	return [outcomes]string{"open", "on hold", "won", "lost", "no decision", "no response", "disqualified", "void"}[o]
}
