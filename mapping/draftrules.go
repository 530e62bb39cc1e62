package mapping

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/koine-go/koine/funnel"
)

// rules writes what the values of an axis mean: those that mean one thing in one rule, then the questions.
func (b *draftWriter) rules(axis string) {
	var sure, open []Proposal
	for _, p := range b.d.Proposals {
		switch {
		case p.What != "value" || p.Axis != axis:
		case p.Sure:
			sure = append(sure, p)
		default:
			open = append(open, p)
		}
	}
	for len(sure) > 0 {
		alike := func(p Proposal) bool {
			return p.field == sure[0].field && p.Sets == sure[0].Sets && p.Proposed == sure[0].Proposed
		}
		var together, rest []Proposal
		for _, p := range sure {
			if alike(p) {
				together = append(together, p)
			} else {
				rest = append(rest, p)
			}
		}
		b.rule(together)
		sure = rest
	}
	slices.SortStableFunc(open, func(x, y Proposal) int { return cmp.Compare(y.Rows, x.Rows) })
	for _, p := range open {
		b.openValue(p)
	}
}

// rule writes one rule, or one beside each condition that means lost where a reason says how a deal ended.
func (b *draftWriter) rule(of []Proposal) {
	p, conditions := of[0], [][]string{nil}
	if p.Axis == "reason" && p.Sets == "status" {
		conditions = nil
		for _, h := range b.d.lost {
			conditions = append(conditions, b.lostWhen(h))
		}
	}
	for _, also := range conditions {
		b.WriteByte('\n')
		for _, p := range of {
			fmt.Fprintf(b, "# %s in %s: %s\n", comment(tomlText(p.Value)), counted(p.Rows, "row"), comment(p.why()))
		}
		fmt.Fprintf(b, "[[rules]]\nwhen = { %s }\nset = { %s = %s }\n", strings.Join(append([]string{b.when(of)}, also...), ", "), p.Sets, tomlText(p.Proposed))
		if p.Sets == "cause" && p.Proposed == "unknown" {
			b.WriteString("confidence = \"lossy\" # it may stand for a reason that was known and is not on the list\n")
		}
	}
}

// when writes the condition of values. An outcome among the stages counts only where the status says nothing, or the two could contradict each other.
func (b *draftWriter) when(of []Proposal) string {
	values := make([]string, len(of))
	for i, p := range of {
		values[i] = p.Value
	}
	when := of[0].field.String() + " = " + tomlTexts(values)
	if of[0].Axis == "stage" && of[0].Sets == "status" && b.d.status != NoField {
		when += ", " + b.d.status.String() + ` = [""]`
	}
	return when
}

func (b *draftWriter) lostWhen(h lostHolder) []string {
	when := []string{h.field.String() + " = " + tomlTexts(h.values)}
	if slot, _ := h.field.local(); Axis(slot/int(kindCount)) == Stage && b.d.status != NoField {
		when = append(when, b.d.status.String()+` = [""]`)
	}
	return when
}

var valueAsks = map[string]string{"stage": "What does it mean? Set a stage, or a status if the deal has ended with it.",
	"status": "What does it mean?", "reason": "Which cause is it? Or set the status that it says.",
	"forecast_category": "Which category is it? Add it to the look-up."}

// openValue writes the question what a value means, with a rule to be completed.
func (b *draftWriter) openValue(p Proposal) {
	p.Candidates = allKeys(p)
	b.question(fmt.Sprintf("%s %q in %s", p.Axis, cut(p.Value), counted(p.Rows, "row")), valueAsks[p.Axis], p)
	if p.Axis == "forecast_category" {
		return
	}
	b.template(p, `"?"`)
}

// allKeys are the keys that the answer may be, those that the word may mean first.
func allKeys(p Proposal) []string {
	keys := slices.Clone(p.Candidates)
	var all []string
	switch m := funnel.V1(); p.Sets {
	case "stage":
		for _, s := range m.Stages() {
			all = append(all, s.Key)
		}
	case "status":
		all = keysOf(funnel.Open, funnel.Void)
	case "cause":
		for _, c := range m.Causes() {
			all = append(all, c.Cause.String())
		}
	case "category":
		all = keysOf(funnel.Omitted, funnel.ClosedCategory)
	}
	for _, k := range all {
		if !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	return keys
}

// template writes marked rules for a person to complete. What a reason says of the outcome is narrower than what a lost deal's status says.
func (b *draftWriter) template(p Proposal, key string) {
	conditions := [][]string{nil}
	if p.Axis == "reason" && p.Sets == "status" {
		conditions = nil
		for _, h := range b.d.lost {
			conditions = append(conditions, b.lostWhen(h))
		}
		if len(conditions) == 0 {
			conditions = [][]string{{cmp.Or(b.d.status, StageLabel).String() + ` = ["?"]`}}
		}
	}
	for _, also := range conditions {
		when := strings.Join(append([]string{b.when([]Proposal{p})}, also...), ", ")
		fmt.Fprintf(b, "#? [[rules]]\n#? when = { %s }\n#? set = { %s = %s }\n", when, p.Sets, key)
	}
}

// waiting asks about reasons that surely say how a deal ended, where no value surely is the one that they refine.
func (b *draftWriter) waiting() {
	if len(b.d.lost) > 0 {
		return
	}
	for _, p := range b.d.Proposals {
		if p.What != "value" || !p.Sure || p.Axis != "reason" || p.Sets != "status" {
			continue
		}
		field := cmp.Or(b.d.status, StageLabel)
		b.question(fmt.Sprintf("reason %q in %s", cut(p.Value), counted(p.Rows, "row")),
			fmt.Sprintf("It means %s. Beside which %s does it stand? A rule without would contradict that one's.", p.Proposed, field), p)
		b.template(p, tomlText(p.Proposed))
	}
}
