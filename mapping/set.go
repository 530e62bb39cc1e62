package mapping

import (
	"math/bits"
	"slices"
	"sort"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// Set is a profile, or the versions of one, made ready: it says what a local record means. It is immutable and safe for concurrent use. The zero value
// and nil have no profile and no rules, so that nothing is mapped.
//
// Its rules stand in one slice, a rule before those that it beats, so that the first one that matches and sets an axis decides it.
// A decision intersects bit sets over that slice, one for each value of each field.
type Set struct {
	profile      *Profile // the last of the versions: the files are read by it
	model        *funnel.Model
	versions     []version
	variants     [][]*funnel.Variant // what the versions from one to another can express
	calendar     *funnel.Calendar    // of the profile's zone
	vocabularies [slots]*vocabulary
	rules        []rule
	words        int                    // of a bit set
	used         []int                  // slots that some rule reads
	matching     [slots][]uint64        // by value, then word: the rules that do not mind this value
	setting      [outcomeCount][]uint64 // the rules that set this
	reading      [axisCount][]uint64    // the rules with a condition on this axis
	bounds       []int32                // days on which some rule or version begins or ends, sorted
	inForce      [][]uint64             // between bounds
	inVersion    []int                  // between bounds: the version in force, -1 for none
	latest       int                    // the stretch between bounds that no moment stands for
	locales      map[dates]*normalize.Locale
	literals     map[dates]*normalize.Locale // of numbers of JSON that are days of a spreadsheet
	zones        map[*time.Location]*normalize.Zone
	calendars    map[*time.Location]*funnel.Calendar // of the columns' zones
}

// isNone tells the zero value and nil from a set.
func (s *Set) isNone() bool { return s == nil || s.profile == nil }

// Profile returns the profile the set was compiled from, of several versions the last; it must not be changed.
func (s *Set) Profile() *Profile {
	if s.isNone() {
		return nil
	}
	return s.profile
}

// Variant returns what the source can express, by the last version of its profile.
func (s *Set) Variant() *funnel.Variant {
	if s.isNone() {
		return nil
	}
	return s.variants[len(s.versions)-1][len(s.versions)-1]
}

// Lacks returns what of the model the source cannot express, by the last version of its profile: the stages it does not have, in order of rank, and the statuses it cannot say. Both limit
// how far it compares with others.
func (s *Set) Lacks() (stages []funnel.Stage, statuses []funnel.Status) {
	if s.isNone() {
		return nil, nil
	}
	for _, d := range s.model.Stages() {
		if stage, ok := s.model.Stage(d.Key); ok && !s.Variant().HasStage(stage) {
			stages = append(stages, stage)
		}
	}
	for status := funnel.Open; status <= funnel.Void; status++ {
		if !s.Variant().HasStatus(status) {
			statuses = append(statuses, status)
		}
	}
	return slices.Compact(stages), statuses // a sub-stage has the rank of its stage
}

// Outcome is what a local record means. The zero value means nothing: nothing was given, or nothing is mapped.
type Outcome struct {
	Stage      funnel.Stage
	Status     funnel.Status
	Cause      funnel.Cause
	Category   funnel.Category
	Confidence Confidence     // the weakest of the rules that decided
	Unmapped   Axes           // given, but no matching rule reads it
	Enters     []funnel.Stage // entered at the same moment, before Stage; not to be changed
}

// Axes is a set of axes. The zero value is empty.
type Axes uint8

// Has tells whether a is in the set.
func (x Axes) Has(a Axis) bool { return x&(1<<a) != 0 }

// Map returns what the record means by the rules in force at this moment; no moment stands for the latest: the rules without an end of
// the last version.
// It allocates nothing where every value is spelt as in the profile or blank.
func (s *Set) Map(l Local, at funnel.Moment) (o Outcome) {
	if s.isNone() {
		return Outcome{Unmapped: given(&l)}
	}
	var values [slots]uint32
	for _, slot := range s.used {
		values[slot] = s.vocabularies[slot].number(*l.at(slot))
	}
	var d decision
	s.decide(&values, s.segment(at), &d)
	s.outcome(&values, &d, given(&l), &o)
	return o
}

// given returns the axes of which l says something.
func given(l *Local) (x Axes) {
	if l.Stage.given() {
		x |= 1 << Stage
	}
	if l.Status.given() {
		x |= 1 << Status
	}
	if l.Reason.given() {
		x |= 1 << Reason
	}
	return x
}

// segment returns which of the stretches of time between the rules' bounds holds at.
func (s *Set) segment(at funnel.Moment) int {
	if len(s.bounds) == 0 || at.IsZero() {
		return s.latest
	}
	return s.segmentOn(s.calendar.Date(at).Number())
}

// dayOf returns the day of a moment in the profile's zone; none stands for the latest.
func (s *Set) dayOf(at funnel.Moment) int32 {
	if at.IsZero() {
		return latest
	}
	return s.calendar.Date(at).Number()
}

func (s *Set) segmentOn(day int32) int {
	return sort.Search(len(s.bounds), func(i int) bool { return s.bounds[i] > day })
}

// decision is the rule that sets each part of the outcome, -1 for none, and the axes that matching rules read.
type decision struct {
	rules [outcomeCount]int
	read  Axes
}

func (s *Set) decide(values *[slots]uint32, segment int, d *decision) {
	d.rules, d.read = [outcomeCount]int{-1, -1, -1, -1}, 0
	for w, m := range s.inForce[segment] {
		for _, slot := range s.used {
			m &= s.matching[slot][int(values[slot])*s.words+w]
		}
		if m != 0 {
			d.add(s, w, m)
		}
	}
}

// add takes account of the rules in word w that match.
func (d *decision) add(s *Set, w int, matching uint64) {
	for i := range d.rules {
		if hit := matching & s.setting[i][w]; hit != 0 && d.rules[i] < 0 {
			d.rules[i] = w*64 + bits.TrailingZeros64(hit)
		}
	}
	for a := range s.reading {
		if matching&s.reading[a][w] != 0 {
			d.read |= 1 << a
		}
	}
}

// outcome fills o, which is empty, with what the deciding rules set.
func (s *Set) outcome(values *[slots]uint32, d *decision, given Axes, o *Outcome) {
	o.Unmapped = given &^ d.read
	if i := d.rules[setsStage]; i >= 0 {
		r := &s.rules[i]
		o.Stage, o.Enters, o.Confidence = r.stage, r.enters, r.confidence
		if !given.Has(Status) {
			o.Status = funnel.Open // a stage is open work
		}
	}
	if i := d.rules[setsStatus]; i >= 0 {
		o.Status, o.Confidence = s.rules[i].status, max(o.Confidence, s.rules[i].confidence)
	}
	if i := d.rules[setsCause]; i >= 0 {
		o.Cause, o.Confidence = s.rules[i].cause, max(o.Confidence, s.rules[i].confidence)
	}
	if i := d.rules[setsCategory]; i >= 0 {
		o.Category, o.Confidence = s.rules[i].category, max(o.Confidence, s.rules[i].confidence)
	}
	if o.Unmapped.Has(Stage) && (o.Status.Closed() || o.Status == funnel.Void) && s.named(Stage, values) {
		o.Unmapped &^= 1 << Stage
	}
}

// named tells whether some rule names a value of the axis, even if in this record other conditions of it fail. A deal that has ended needs no
// stage, so its "Closed Won" is not amiss where a status column says the same.
func (s *Set) named(a Axis, values *[slots]uint32) bool {
	return values[slotOf(a, ByID)] != 0 || values[slotOf(a, ByCode)] != 0 || values[slotOf(a, ByLabel)] != 0
}

// index orders the rules and builds the bit sets.
func (s *Set) index() {
	slices.SortStableFunc(s.rules, func(a, b rule) int { return precedence(&a, &b) })
	s.words = (len(s.rules) + 63) / 64
	for i := range s.setting {
		s.setting[i] = s.bitset(func(r *rule) bool { return r.sets[i] })
	}
	for a := range s.reading {
		s.reading[a] = s.bitset(func(r *rule) bool { return s.reads(r, Axis(a)) })
	}
	for slot := range s.matching {
		if len(s.vocabularies[slot].texts) > 0 {
			s.used = append(s.used, slot)
			s.matching[slot] = s.matches(slot)
		}
	}
	s.intervals()
}

// reads tells whether the rule reads a value of the axis. One that asks for a blank alone reads none: another name of the axis may still be given.
func (s *Set) reads(r *rule, a Axis) bool {
	c := &r.conds[a]
	return c.given && !(len(c.values) == 1 && c.values[0] == s.vocabularies[slotOf(a, c.by)].blank)
}

func (s *Set) bitset(has func(*rule) bool) []uint64 {
	set := make([]uint64, s.words)
	for i := range s.rules {
		if has(&s.rules[i]) {
			set[i/64] |= 1 << (i % 64)
		}
	}
	return set
}

// matches returns for each value of the slot the rules that it satisfies; number 0 is a value that no rule names.
func (s *Set) matches(slot int) []uint64 {
	axis, kind := slot/int(kindCount), Kind(slot%int(kindCount))
	asks := func(r *rule) bool { return r.conds[axis].given && r.conds[axis].by == kind }
	indifferent := s.bitset(func(r *rule) bool { return !asks(r) })
	var all []uint64
	for range len(s.vocabularies[slot].texts) + 1 {
		all = append(all, indifferent...)
	}
	for i := range s.rules {
		if !asks(&s.rules[i]) {
			continue
		}
		for _, v := range s.rules[i].conds[axis].values {
			all[int(v)*s.words+i/64] |= 1 << (i % 64)
		}
	}
	return all
}

func (s *Set) intervals() {
	bound := func(day int32) {
		if day != firstDay && day != lastDay {
			s.bounds = append(s.bounds, day)
		}
	}
	for i := range s.rules {
		bound(s.rules[i].from)
		bound(s.rules[i].to)
	}
	for _, v := range s.versions {
		bound(v.from)
		bound(v.to)
	}
	slices.Sort(s.bounds)
	s.bounds = slices.Compact(s.bounds)
	for segment := range len(s.bounds) + 1 {
		day := int32(firstDay)
		if segment > 0 {
			day = s.bounds[segment-1]
		}
		s.inForce = append(s.inForce, s.bitset(func(r *rule) bool { return r.from <= day && day < r.to }))
		s.inVersion = append(s.inVersion, slices.IndexFunc(s.versions, func(v version) bool { return v.has(day) }))
	}
	s.latest = len(s.bounds)
	if end := s.versions[len(s.versions)-1].to; end != lastDay {
		s.latest = s.segmentOn(end - 1)
	}
}
