package mapping

import "strings"

// reading is what a value came to on its axis, how surely, and by which rule.
type reading struct {
	meaning    string
	rule       *Rule // nil where no rule says it, as with the open status of a stage
	confidence Confidence
	unmapped   bool
}

// readings maps a record and says what the values of each axis came to.
func (s *Set) readings(l *Local, segment int, o *Outcome) (r [axisCount]reading) {
	var values [slots]uint32
	for _, slot := range s.used {
		values[slot] = s.vocabularies[slot].number(*l.at(slot))
	}
	var d decision
	s.decide(&values, segment, &d)
	s.outcome(&values, &d, given(l), o)
	for a := range axisCount {
		r[a] = s.cameTo(a, o, &d)
	}
	return r
}

// cameTo says what a given value of the axis came to. That is its own part of the outcome, or else the part set by a rule that reads it, as "Closed Won"
// sets a status. A stage that only names the end of a deal, where another column says so, came to the status.
func (s *Set) cameTo(a Axis, o *Outcome, d *decision) reading {
	if o.Unmapped.Has(a) {
		return reading{meaning: noMeaning, unmapped: true}
	}
	own, decided := int(a), -1 // parts of the outcome stand in the order of the axes
	for _, part := range [...]int{own, setsStatus, setsStage, setsCause, setsCategory} {
		if n := d.rules[part]; n >= 0 && decided < 0 && (part == own || s.rules[n].conds[a].given) {
			decided = part
		}
	}
	if decided < 0 {
		decided = setsStatus
	}
	r := reading{meaning: o.part(decided)}
	if n := d.rules[decided]; n >= 0 {
		r.rule, r.confidence = s.rules[n].source, s.rules[n].confidence
		if decided == setsStage {
			r.meaning = r.rule.Set.Stage // which may be a sub-stage
		}
	}
	return r
}

// noMeaning stands for the key of what has none.
const noMeaning = "-"

// part returns the key of a part of the outcome, a dash for none.
func (o *Outcome) part(part int) string {
	key := [...]string{o.Stage.String(), o.Status.String(), o.Cause.String(), o.Category.String()}[part]
	if key == "" {
		return noMeaning
	}
	return key
}

// String returns what is set, such as "offer, open" or "lost, pricing"; nothing at all is a dash.
func (o Outcome) String() string {
	var parts []string
	for _, s := range [...]string{o.Stage.String(), o.Status.String(), o.Cause.String(), o.Category.String()} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if len(parts) == 0 {
		return noMeaning
	}
	return strings.Join(parts, ", ")
}
