package mapping

import (
	"cmp"
	"slices"

	"github.com/koine-go/koine/funnel"
)

// rule is a Rule made ready: values are numbers, days are numbers, keys are resolved.
type rule struct {
	source   *Rule
	version  int
	conds    [axisCount]cond
	from, to int32 // days in force, to exclusive: its own, within those of its version
	own      days  // its own alone: how narrow it is does not depend on its version
	sets     [outcomeCount]bool
	stage    funnel.Stage
	enters   []funnel.Stage
	status   funnel.Status
	cause    funnel.Cause
	category funnel.Category

	confidence Confidence
}

// cond is what a rule asks of one axis. The zero value asks nothing.
type cond struct {
	given  bool
	by     Kind
	values []uint32 // sorted numbers of the vocabulary
}

// What a rule can set.
const (
	setsStage = iota
	setsStatus
	setsCause
	setsCategory
	outcomeCount
)

var outcomeKeys = [...]string{"stage", "status", "cause", "category"}

// within tells whether c is at least as narrow as o: it asks more where o asks nothing, by a surer name (an id beats a code, a code a
// label), or for a subset of the values.
func (c cond) within(o cond) bool {
	switch {
	case !o.given:
		return true
	case !c.given:
		return false
	case c.by != o.by:
		return c.by < o.by
	}
	return subset(c.values, o.values)
}

func subset(a, b []uint32) bool {
	for _, v := range a {
		if _, ok := slices.BinarySearch(b, v); !ok {
			return false
		}
	}
	return true
}

// common returns a value that both conditions hold for, 0 where they read different names or one of them asks nothing; ok is false if no record
// satisfies both.
func (c cond) common(o cond) (value uint32, ok bool) {
	if !c.given || !o.given || c.by != o.by {
		return 0, true
	}
	for _, v := range c.values {
		if _, ok := slices.BinarySearch(o.values, v); ok {
			return v, true
		}
	}
	return 0, false
}

// beats tells whether r decides where o matches too: it is the profile's own and o a preset's; or its conditions are at least as narrow, and it reads
// a surer name, or is also at least as narrow in time, and narrower in one of them. No two rules beat each other, and one that beats another precedes it.
func (r *rule) beats(o *rule) bool {
	if r.source.Beneath != o.source.Beneath {
		return o.source.Beneath
	}
	if !r.asks(o) {
		return false
	}
	return r.surer(o) || r.during(o) && !(o.asks(r) && o.during(r))
}

// asks tells whether every condition of r is within that of o.
func (r *rule) asks(o *rule) bool {
	for a := range r.conds {
		if !r.conds[a].within(o.conds[a]) {
			return false
		}
	}
	return true
}

// surer tells whether r reads a surer name than o somewhere: then it decides whenever both are in force, for however long each is.
func (r *rule) surer(o *rule) bool {
	for a, c := range r.conds {
		if c.given && o.conds[a].given && c.by < o.conds[a].by {
			return true
		}
	}
	return false
}

func (r *rule) during(o *rule) bool { return r.own.from >= o.own.from && r.own.to <= o.own.to }

// overlaps tells whether some record at some time satisfies both rules.
func (r *rule) overlaps(o *rule) bool {
	if max(r.from, o.from) >= min(r.to, o.to) {
		return false
	}
	for a := range r.conds {
		if _, ok := r.conds[a].common(o.conds[a]); !ok {
			return false
		}
	}
	return true
}

// disagrees returns what both rules set, but not alike.
func (r *rule) disagrees(o *rule) (outcome int, ok bool) {
	differs := [outcomeCount]bool{
		r.stage != o.stage || r.source.Set.Stage != o.source.Set.Stage || !slices.Equal(r.enters, o.enters), r.status != o.status, r.cause != o.cause, r.category != o.category,
	}
	for i := range outcomeCount {
		if r.sets[i] && o.sets[i] && differs[i] {
			return i, true
		}
	}
	return 0, false
}

// precedence orders rules so that one that beats another comes first: those of a preset come last; then what beats has surer names or more of them;
// failing that fewer values, failing that less time. Rules equal in all keep the order of the profile.
func precedence(a, b *rule) int {
	return cmp.Or(cmp.Compare(a.layer(), b.layer()), cmp.Compare(b.sureness(), a.sureness()), cmp.Compare(a.breadth(), b.breadth()), cmp.Compare(a.own.count(), b.own.count()))
}

func (r *rule) layer() int {
	if r.source.Beneath {
		return 1
	}
	return 0
}

func (r *rule) sureness() (sum int) {
	for _, c := range r.conds {
		if c.given {
			sum += int(kindCount - c.by)
		}
	}
	return sum
}

func (r *rule) breadth() (sum int) {
	for _, c := range r.conds {
		sum += len(c.values)
	}
	return sum
}
