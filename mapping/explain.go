package mapping

import (
	"strings"

	"github.com/koine-go/koine/funnel"
)

// Explanation is the account of one decision: what decided, and why what nearly did, did not. The zero value explains nothing.
type Explanation struct {
	File     string // the profile's
	Version  string // the version in force, such as DE@2026.1; empty where none is
	Record   Record
	Outcome  Outcome
	Deciding []Deciding // at most one for each part of the outcome, in the order stage, status, cause, category
	Near     []NearMiss // in the order in which rules are asked
}

// Deciding is a rule that set a part of the outcome: "stage", "status", "cause" or "category". The zero value has no rule.
type Deciding struct {
	Sets string
	Rule *Rule
}

// NearMiss is a rule that held in part, or held but did not decide. The zero value has no rule.
type NearMiss struct {
	Rule *Rule
	Why  string
}

// Explain says which rules decide about the record and why each near miss did not. It reads the same rules in the same order, by the same
// bits, as Map.
func (s *Set) Explain(l Local, at funnel.Moment) Explanation {
	if s.isNone() {
		return Explanation{Record: Record{l, at}, Outcome: Outcome{Unmapped: given(&l)}}
	}
	var values [slots]uint32
	for _, slot := range s.used {
		values[slot] = s.vocabularies[slot].number(*l.at(slot))
	}
	segment := s.segment(at)
	var d decision
	s.decide(&values, segment, &d)
	e := Explanation{File: s.profile.File, Record: Record{l, at}}
	if v := s.inVersion[segment]; v >= 0 {
		e.File, e.Version = s.versions[v].profile.File, s.versions[v].label.String()
	}
	s.outcome(&values, &d, given(&l), &e.Outcome)
	for i, n := range d.rules {
		if n >= 0 {
			e.Deciding = append(e.Deciding, Deciding{outcomeKeys[i], s.rules[n].source})
		}
	}
	for i := range s.rules {
		if why := s.missed(i, &values, segment, &d); why != "" {
			e.Near = append(e.Near, NearMiss{s.rules[i].source, why})
		}
	}
	return e
}

// missed says why rule i did not decide although some of its conditions hold; empty if it decided, or if none holds.
func (s *Set) missed(i int, values *[slots]uint32, segment int, d *decision) string {
	r := &s.rules[i]
	held, failed := 0, ""
	for axis, c := range r.conds {
		if !c.given {
			continue
		}
		slot := slotOf(Axis(axis), c.by)
		if s.matching[slot][int(values[slot])*s.words+i/64]&(1<<(i%64)) != 0 {
			held++
		} else {
			failed = slotKey(slot) + " is not among its values"
		}
	}
	switch {
	case held == 0:
		return ""
	case failed != "":
		return failed
	case s.inForce[segment][i/64]&(1<<(i%64)) == 0:
		return "not in force then: " + (days{r.from, r.to}).String()
	}
	return s.beaten(i, d)
}

// beaten says which rule decided instead of rule i, which matches; empty if i decided something.
func (s *Set) beaten(i int, d *decision) string {
	why := ""
	for part, n := range d.rules {
		switch {
		case n == i:
			return ""
		case s.rules[i].sets[part] && why == "":
			why = "the rule at " + s.rules[n].source.position() + s.rules[n].over(&s.rules[i]) + " and sets " + outcomeKeys[part]
			if !s.rules[n].beats(&s.rules[i]) {
				why = "the rule at " + s.rules[n].source.position() + " says the same"
			}
		}
	}
	return why
}

// over says by what r beats o.
func (r *rule) over(o *rule) string {
	if o.source.Beneath && !r.source.Beneath {
		return " stands over the preset"
	}
	return " is narrower"
}

// String returns the explanation in lines: the record, what each rule set and where it stands, the near misses.
func (e Explanation) String() string {
	var b strings.Builder
	b.WriteString(e.Record.String())
	if e.Version != "" {
		b.WriteString(" by " + e.Version)
	}
	b.WriteString("\n")
	for _, d := range e.Deciding {
		b.WriteString("  " + d.Rule.position() + ": " + d.Sets + " " + d.Rule.Set.part(d.Sets) + " (" + d.Rule.Confidence.String() + ")\n")
	}
	for a := range axisCount {
		if e.Outcome.Unmapped.Has(a) {
			b.WriteString("  " + a.String() + " is not mapped\n")
		}
	}
	for _, n := range e.Near {
		b.WriteString("  not " + n.Rule.position() + ": " + n.Why + "\n")
	}
	return b.String()
}

func (a Assignment) part(key string) string {
	switch key {
	case "stage":
		return a.Stage
	case "status":
		return a.Status
	case "cause":
		return a.Cause
	}
	return a.Category
}
