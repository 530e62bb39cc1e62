package mapping

import (
	"strconv"
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
	Unnamed  []Unnamed  // values that no rule names, on axes that are not mapped
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

// Unnamed is a local value that no rule names: "stage_label" says how it is given. The zero value is none.
type Unnamed struct {
	Field   string
	Text    string
	Near    string // a value that a rule names and that is nearly spelt so; empty for none
	NamedAs string // the field by which a rule names this very value, such as "stage_code"; empty for none
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
		if why := s.missed(i, &e.Record, &values, segment, &d); why != "" {
			e.Near = append(e.Near, NearMiss{s.rules[i].source, why})
		}
	}
	e.Unnamed = s.unnamed(&l, e.Outcome.Unmapped)
	return e
}

// unnamed returns the values on these axes that no rule names.
func (s *Set) unnamed(l *Local, unmapped Axes) (all []Unnamed) {
	for slot := range slots {
		text, axis := *l.at(slot), axisOf(slot)
		if text == "" || !unmapped.Has(axis) || s.vocabularies[slot].number(text) != 0 {
			continue
		}
		u := Unnamed{Field: slotKey(slot), Text: text, Near: s.vocabularies[slot].near(text)}
		for kind := range kindCount {
			if other := slotOf(axis, kind); s.vocabularies[other].number(text) != 0 {
				u.NamedAs = slotKey(other)
			}
		}
		all = append(all, u)
	}
	return all
}

// missed says why rule i did not decide although it is near: some of its conditions hold, and not only of a blank. Empty if it decided or is far.
func (s *Set) missed(i int, record *Record, values *[slots]uint32, segment int, d *decision) string {
	r := &s.rules[i]
	held := false
	var failed []string
	for axis, c := range r.conds {
		if !c.given {
			continue
		}
		slot := slotOf(Axis(axis), c.by)
		if s.matching[slot][int(values[slot])*s.words+i/64]&(1<<(i%64)) != 0 {
			held = held || *record.Local.at(slot) != ""
		} else {
			failed = append(failed, s.unmet(slot, c, *record.Local.at(slot)))
		}
	}
	if !held && len(failed) > 0 {
		return ""
	}
	if s.inForce[segment][i/64]&(1<<(i%64)) == 0 {
		failed = append(failed, r.outOfForce(record.At))
	}
	if len(failed) > 0 {
		return strings.Join(failed, "; ")
	}
	return s.beaten(i, d)
}

// unmet says what a condition wanted and what was there, the wanted values that resemble it first.
func (s *Set) unmet(slot int, c cond, there string) string {
	var wanted []string
	for _, v := range c.values {
		wanted = append(wanted, s.vocabularies[slot].texts[v-1])
	}
	wanted = nearest(there, wanted)
	for i, w := range wanted {
		wanted[i] = orBlank(w)
	}
	return slotKey(slot) + " is " + orBlank(there) + ", not " + few(wanted, " or ")
}

func orBlank(text string) string {
	if text == "" {
		return "blank"
	}
	return strconv.Quote(cut(text))
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

// outOfForce says when the rule is in force, and that this is not then.
func (r *rule) outOfForce(at funnel.Moment) string {
	interval := "in force only " + days{r.from, r.to}.String()
	if at.IsZero() {
		return interval + ", and the record has no time, so that the latest rules are asked"
	}
	return interval
}

// String returns the explanation in lines: the record, what each rule set and where it stands, the near misses.
func (e Explanation) String() string {
	s := e.Record.String()
	if e.Version != "" {
		s += " by " + e.Version
	}
	return s + "\n" + e.reasons()
}

func (e Explanation) reasons() string {
	var b strings.Builder
	for _, d := range e.Deciding {
		b.WriteString("  " + d.Rule.position() + ": " + d.Sets + " " + d.Rule.Set.part(d.Sets) + " (" + d.Rule.Confidence.String() + ")\n")
	}
	for a := range axisCount {
		if e.Outcome.Unmapped.Has(a) {
			b.WriteString("  " + a.String() + " is not mapped\n")
		}
	}
	for _, u := range e.Unnamed {
		b.WriteString("  no rule names " + u.String() + "\n")
	}
	for _, n := range e.Near {
		b.WriteString("  not " + n.Rule.position() + ": " + n.Why + "\n")
	}
	return b.String()
}

// String returns the value and what may have been meant.
func (u Unnamed) String() string {
	s := u.Field + " " + strconv.Quote(cut(u.Text))
	if u.NamedAs != "" {
		s += ", but one names it as " + u.NamedAs
	}
	if u.Near != "" {
		s += "; did you mean " + strconv.Quote(cut(u.Near)) + "?"
	}
	return s
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
