package territory

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/koine-go/koine/funnel"
)

// maxExamples is how many accounts a report shows of each kind.
const maxExamples = 5

// Report counts accounts by the territory that they belong to. It does not depend on the order of the accounts. The zero value counts none.
type Report struct {
	Definition  string        `json:"definition"` // name@version
	At          funnel.Moment `json:"at"`
	Accounts    int           `json:"accounts"`
	Territories []Tally       `json:"territories"` // all of them, in the order of the definition
	Unassigned  []Gap         `json:"unassigned"`  // those that have accounts, in the order of the reasons
}

// Tally counts the accounts of one territory. The zero value counts none.
type Tally struct {
	Key      string    `json:"key"`
	Accounts int       `json:"accounts"`
	Unsure   int       `json:"unsure"`             // of these: could belong to another territory if more were known of them
	Examples []Account `json:"examples,omitempty"` // of the unsure, the least ids first
}

// Gap counts the accounts that belong to no territory for one reason. The zero value counts none.
type Gap struct {
	Reason   Reason    `json:"reason"`
	Accounts int       `json:"accounts"`
	Examples []Account `json:"examples"` // the least ids first
}

// Check counts the accounts by the territory that each belongs to at that moment. An account that comes twice is counted twice.
func (s *Set) Check(accounts iter.Seq[Account], at funnel.Moment) Report {
	r := Report{Definition: s.Definition().String(), At: at}
	if s.Definition() != nil {
		for _, t := range s.definition.Territories {
			r.Territories = append(r.Territories, Tally{Key: t.Key})
		}
	}
	var gaps [len(reasonKeys)]Gap
	for a := range accounts {
		r.Accounts++
		territory, reason, unsure := s.verdict(&a, at)
		if reason != Assigned {
			gaps[reason].count(reason, a)
			continue
		}
		t := &r.Territories[territory]
		if t.Accounts++; unsure {
			t.Unsure++
			t.Examples = least(t.Examples, a)
		}
	}
	for _, g := range gaps {
		if g.Accounts > 0 {
			r.Unassigned = append(r.Unassigned, g)
		}
	}
	return r
}

func (s *Set) verdict(a *Account, at funnel.Moment) (territory int32, reason Reason, unsure bool) {
	switch {
	case at.IsZero():
		return 0, NoMoment, false
	case s == nil || s.calendar == nil:
		return 0, Uncovered, false
	}
	j := s.judge(a, s.calendar.Date(at).Number())
	if j.claim < 0 {
		return 0, j.reason(), false
	}
	return s.claims[j.claim].territory, Assigned, j.unsure()
}

func (g *Gap) count(reason Reason, a Account) {
	g.Reason = reason
	g.Accounts++
	g.Examples = least(g.Examples, a)
}

// least puts the account among the examples if it is one of the least.
func least(examples []Account, a Account) []Account {
	i, _ := slices.BinarySearchFunc(examples, a, compare)
	if i == maxExamples {
		return examples
	}
	if examples = slices.Insert(examples, i, a); len(examples) > maxExamples {
		examples = examples[:maxExamples]
	}
	return examples
}

func compare(a, b Account) int {
	return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Country, b.Country), cmp.Compare(a.Region, b.Region), cmp.Compare(a.Postal, b.Postal),
		cmp.Compare(a.Segment, b.Segment))
}

// String returns the report in lines: the definition, each territory, each reason with its examples.
func (r Report) String() string {
	var b strings.Builder
	b.WriteString(r.Definition + " on " + r.At.String() + ": " + strconv.Itoa(r.Accounts) + " accounts\n")
	for _, t := range r.Territories {
		b.WriteString("  " + named(t.Key) + " " + strconv.Itoa(t.Accounts))
		if t.Unsure > 0 {
			b.WriteString(", of these unsure " + strconv.Itoa(t.Unsure) + " (" + listed(t.Examples, t.Unsure) + ")")
		}
		b.WriteByte('\n')
	}
	for _, g := range r.Unassigned {
		b.WriteString("  none, " + g.Reason.String() + " " + strconv.Itoa(g.Accounts) + " (" + listed(g.Examples, g.Accounts) + ")\n")
	}
	return b.String()
}

func listed(examples []Account, of int) string {
	texts := make([]string, len(examples))
	for i, a := range examples {
		texts[i] = a.String()
	}
	if of > len(examples) {
		texts = append(texts, "...")
	}
	return strings.Join(texts, "; ")
}
