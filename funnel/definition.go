package funnel

import (
	"fmt"
	"strings"
)

// StatusDefinition says what a status means and which rates count it. The zero value defines nothing.
type StatusDefinition struct {
	Status   Status
	Meaning  string
	CountsIn string
}

// CauseDefinition says what a cause means; its group is Cause.Group. The zero value defines nothing.
type CauseDefinition struct {
	Cause   Cause
	Meaning string
}

// CategoryDefinition says what a forecast category means. The zero value defines nothing.
type CategoryDefinition struct {
	Category Category
	Meaning  string
	Optional bool // a source need not have it
}

func statusDefinitions() []StatusDefinition {
	return []StatusDefinition{
		{Open, "being worked", "pipeline"},
		{OnHold, "paused by agreement, resume date required", "pipeline; excluded from stall rules and (optionally) cycle clock"},
		{Won, "order/contract obtained", "all hit rates (num + den)"},
		{Lost, "customer decided for someone else or rejected our offer", "narrow, broad, pursued (den)"},
		{NoDecision, "customer stopped/postponed the purchase; nobody got it", "broad, pursued"},
		{NoResponse, "customer silent after the follow-up rhythm was completed (≥ N attempts, ≥ M days)", "broad, pursued"},
		{Disqualified, "we stopped: no fit, no-bid, not credit-worthy", "pursued only"},
		{Void, "duplicate, merged, test, wrong entry, superseded", "nothing (reported as count)"},
	}
}

func causeDefinitions() []CauseDefinition {
	return []CauseDefinition{
		{Competitive, "competitor named"},
		{Pricing, "price / TCO / terms level"},
		{Capability, "product, capacity, delivery, skills"},
		{Timing, "the customer's time frame moved or did not fit"},
		{Budget, "the customer had no money for it, or lost it"},
		{NoNeed, "the need did not exist or went away"},
		{Relationship, "incumbent / trust"},
		{OwnProcess, "we were late or slow"},
		{TermsCompliance, "contract terms or compliance rules that we could not accept or meet"},
		{UnknownCause, "no cause given"},
	}
}

// modelRules is what every model says of statuses and causes together (spec/funnel.md §3, §4).
func modelRules() []string {
	return []string{
		"closed = decided, undecided or not_pursued; void is outside all populations",
		"no_response may only be set when offer follow-up evidence exists; otherwise no_decision with reason silent_unverified",
		"one primary cause is required for lost; optional for no_decision and disqualified",
		"three groups are mandatory: competitive, pricing, capability; unknown is shown apart",
	}
}

func categoryDefinitions() []CategoryDefinition {
	return []CategoryDefinition{
		{Omitted, "not part of any forecast", false},
		{Pipeline, "may close in the period if much goes right", false},
		{BestCase, "closes in the period if all goes well", false},
		{MostLikely, "more likely than not to close in the period", true},
		{Commit, "the seller stands for it closing in the period", false},
		{ClosedCategory, "has closed; says nothing about the outcome", false},
	}
}

// Text returns the whole model to read, in a form that does not change while the model does not.
func (m *Model) Text() string {
	b := &strings.Builder{}
	fmt.Fprintf(b, "model %s, effective %s\n", m.version, m.effective)
	for i := range m.stages {
		m.stages[i].text(b)
	}
	for _, d := range statusDefinitions() {
		fmt.Fprintf(b, "\nstatus %s, class %s\n  meaning: %s\n  counts in: %s\n", d.Status, d.Status.Class(), d.Meaning, d.CountsIn)
	}
	for _, d := range causeDefinitions() {
		fmt.Fprintf(b, "\ncause %s, group %s\n  meaning: %s\n", d.Cause, d.Cause.Group(), d.Meaning)
	}
	for _, d := range categoryDefinitions() {
		optional := ""
		if d.Optional {
			optional = ", optional"
		}
		fmt.Fprintf(b, "\ncategory %s%s\n  meaning: %s\n", d.Category, optional, d.Meaning)
	}
	b.WriteString("\nrules\n")
	for _, r := range modelRules() {
		fmt.Fprintf(b, "  %s\n", r)
	}
	return b.String()
}

func (d *StageDefinition) text(b *strings.Builder) {
	if d.Parent == "" {
		fmt.Fprintf(b, "\nstage %s, rank %d\n", d.Key, d.Rank)
	} else {
		fmt.Fprintf(b, "\nsub-stage %s of %s\n", d.Key, d.Parent)
	}
	fmt.Fprintf(b, "  goal: %s\n  entry: %s\n  exit: %s\n", d.Goal, d.Entry, d.Exit)
	for _, list := range []struct {
		name, separator string
		entries         []string
	}{{"actions", "; ", d.Actions}, {"required", ", ", d.Required}, {"if known", ", ", d.IfKnown}} {
		if len(list.entries) > 0 {
			fmt.Fprintf(b, "  %s: %s\n", list.name, strings.Join(list.entries, list.separator))
		}
	}
}
