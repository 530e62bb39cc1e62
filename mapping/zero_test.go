package mapping

import (
	"errors"
	"testing"

	"github.com/koine-go/koine/funnel"
)

// What was not made by its constructor does not panic: it maps nothing and reads nothing.
func TestZeroValues(t *testing.T) {
	l := Local{Stage: Names{Label: "Lead"}}
	for _, s := range []*Set{nil, {}} {
		if o := s.Map(l, funnel.Moment{}); !o.Unmapped.Has(Stage) || o.String() != "-" {
			t.Errorf("mapped to %v", o)
		}
		if e := s.Explain(l, funnel.Moment{}); !e.Outcome.Unmapped.Has(Stage) || len(e.Deciding)+len(e.Near) > 0 {
			t.Errorf("explained as %v", e)
		}
		if stages, statuses := s.Lacks(); s.Profile() != nil || s.Variant() != nil || stages != nil || statuses != nil {
			t.Error("it has a profile")
		}
		if _, err := s.Import(files("", ""), Options{}); !errors.Is(err, ErrMissing) {
			t.Errorf("import: %v", err)
		}
	}
	var m Import
	for d, err := range m.Deals() {
		if d != nil || !errors.Is(err, ErrMissing) {
			t.Errorf("deals: %v, %v", d, err)
		}
	}
	if len(m.Coverage().Values) > 0 || m.Fields() != nil || m.Counts() != (Counts{}) || m.Set() != nil {
		t.Error("it has read something")
	}
	if s := (Finding{}).String() + (&Error{}).Error() + Field(200).String() + Format(200).String() + Axis(200).String() + Kind(200).String() +
		Fate(200).String() + Confidence(200).String(); s == "" {
		t.Error("no text at all")
	}
}

// A profile made in a program may lack what ReadProfile asks for; it does not compile, so that no import has to look again.
func TestProgrammedProfiles(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*Profile)
		line   int
		column string
		err    error
	}{
		{"no id", func(p *Profile) { p.Deals.Columns = nil }, 6, "deals.fields", ErrMissing},
		{"no such field", func(p *Profile) { p.Deals.Columns[1].Field = 200 }, 8, "deals.fields", ErrUnknownKey},
		{"a field of the other file", func(p *Profile) { p.Deals.Columns[1].Field = DealID }, 8, "deals.fields", ErrUnknownKey},
		{"a history without anything else", func(p *Profile) { p.History.Columns = []Column{{Field: ID, Name: "x"}} }, 0, "history.fields", ErrMissing},
		{"no such axis", func(p *Profile) { p.Rules = []Rule{{When: []Cond{{Axis: 200}}, Set: Assignment{Stage: "offer"}}} }, 0, "rules.when", ErrUnknownKey},
		{"no such kind", func(p *Profile) { p.Rules = []Rule{{When: []Cond{{By: 200}}, Set: Assignment{Stage: "offer"}}} }, 0, "rules.when", ErrUnknownKey},
	} {
		p := *mustCompile(t, "").Profile()
		test.change(&p)
		_, err := Compile(&p, funnel.V1())
		wantError(t, err, "a.toml", test.line, test.column, test.err)
	}
	if _, err := Compile(nil, nil); !errors.Is(err, ErrMissing) {
		t.Errorf("a nil profile: %v", err)
	}
}
