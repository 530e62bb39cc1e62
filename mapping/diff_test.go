package mapping

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/koine-go/koine/funnel"
)

// changed returns tokyo with other rules: what was won is a deal of no response, and there is a stage that was not mapped before.
func changed(t testing.TB) (before, after *Set) {
	t.Helper()
	status := func(label, status string) string {
		return fmt.Sprintf("[[rules]]\nwhen = { stage_label = [%q] }\nset = { status = %q }\n", label, status)
	}
	before = compileVersions(t, versionOf(t, "1", "", ruleFor("Lead", "contact")+ruleFor("Develop", "solution")+status("Sold", "won")+status("Gone", "lost")))
	after = compileVersions(t, versionOf(t, "2", "", ruleFor("Lead", "contact")+ruleFor("Pilot", "solution")+
		strings.Replace(ruleFor("Develop", "solution"), `"solution"`, `"solution", enters = ["qualified"]`, 1)+status("Sold", "no_response")+status("Gone", "won")))
	return before, after
}

func importOf(t testing.TB, s *Set, f Files, o Options) *Import {
	t.Helper()
	m, err := s.Import(f, o)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// saying writes what a change says, without the deals.
func saying(c *Change) string {
	s := fmt.Sprintf("%d %s>%s", c.Line, c.From, c.To)
	if c.Before == nil {
		s += " new"
	}
	if c.After == nil {
		s += " gone"
	}
	if c.Record.Any() {
		s += fmt.Sprintf(" %+v", c.Record)
	}
	for _, e := range c.Events {
		s += fmt.Sprintf(" [%d %s>%s]", e.Line, stageOf(e.Before), stageOf(e.After))
	}
	if c.Unwon() {
		s += " UNWON"
	}
	if c.NewlyWon() {
		s += " WON"
	}
	return s
}

func stageOf(e *funnel.Event) string {
	if e == nil {
		return "nothing"
	}
	return strings.Trim(e.Stage.String()+" "+e.Status.String(), " ")
}

// Each kind of change, and a deal that does not change, in both ways of reading.
func TestDiff(t *testing.T) {
	const deals = "id,stage,created,owner\n1,Lead,,\n2,Sold,,\n3,Gone,,\n4,Pilot,,\n5,Develop,,\n5,Develop,,x\n6,Sold,,\n7,Lead,,\n"
	const history = "id,at,stage\n2,01.02.2026 10:00,Lead\n3,01.02.2026 10:00,Lead\n3,02.02.2026 10:00,Sold\n3,03.02.2026 10:00,Gone\n" +
		"4,01.02.2026 10:00,Pilot\n7,02.02.2026 10:00,Sold\n7,03.02.2026 10:00,Develop\n"
	want := []string{
		"2 open>open", // no history but others have: the record
		"3 open>open {Stage:false Status:true Cause:false Category:false}",
		"4 lost>won {Stage:false Status:true Cause:false Category:false} [4 won>no_response] [5 lost>won] WON",
		"5 open>open {Stage:true Status:true Cause:false Category:false} [6 >solution open]",
		"8 won>no_response {Stage:false Status:true Cause:false Category:false} UNWON",
		"9 open>open [7 won>no_response] [8 nothing>qualified open]",
	}
	for _, o := range []Options{{}, {Sorted: true}, {Keep: true}} {
		before, after := changed(t)
		f := func() Files { return Files{Deals: strings.NewReader(deals), History: strings.NewReader(history)} }
		x, y := importOf(t, before, f(), o), importOf(t, after, f(), o)
		var got []string
		for c, err := range Diff(x, y) {
			if err != nil {
				t.Fatal(err)
			}
			if got = append(got, saying(&c)); c.Any() != strings.ContainsAny(got[len(got)-1], "{[") || c.Differs().Any() != c.Any() || c.Before.ID != c.After.ID {
				t.Errorf("%s: any is %v, differs %+v", got[len(got)-1], c.Any(), c.Differs())
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%+v: got\n%s\nwant\n%s", o, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		if x.Counts().Deals != 6 || y.Counts().DealsRefused != 2 || y.Counts().Entered != 1 || len(y.Coverage().Values) == 0 {
			t.Errorf("%+v and %+v", x.Counts(), y.Counts())
		}
	}
}

// A row that one of the two refuses is a change of its own, and the others stay aligned.
func TestDiffOfRefusedRows(t *testing.T) {
	before, _ := changed(t)
	p := *before.Profile()
	p.Deals.Columns = slices.Clone(p.Deals.Columns)
	p.Deals.Columns[slices.IndexFunc(p.Deals.Columns, func(c Column) bool { return c.Field == ID })].None = []string{"n/a", "0"}
	after, err := Compile(&p, funnel.V1())
	if err != nil {
		t.Fatal(err)
	}
	const deals = "id,stage,created,owner\nn/a,Sold,,\n1,Lead,,\n0,Lead,,\n2,Gone,,\n"
	for _, turned := range []bool{false, true} {
		want := []string{"2 won>", "3 open>open", "4 open>", "5 lost>lost"}
		a, b := before, after
		if turned {
			a, b = after, before
			want = []string{"2 >won", "3 open>open", "4 >open", "5 lost>lost"}
		}
		var got []string
		for c, err := range Diff(importOf(t, a, Files{Deals: strings.NewReader(deals)}, Options{}), importOf(t, b, Files{Deals: strings.NewReader(deals)}, Options{})) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, fmt.Sprintf("%d %s>%s", c.Line, c.From, c.To))
			if gone := c.After == nil || c.Before == nil; gone != c.Any() || c.Unwon() != (c.Line == 2 && !turned) || c.NewlyWon() != (c.Line == 2 && turned) {
				t.Errorf("%s: any %v, unwon %v", got[len(got)-1], c.Any(), c.Unwon())
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// Rows of JSON may share a line, and so do all events of a deal that stand in its own row: they stay paired all the same.
func TestDiffOfOneLine(t *testing.T) {
	const profile = `name = "A"
version = "1"
source_scheme = "a"
locale = "en-US"
zone = "Asia/Tokyo"
[deals]
syntax = "json"
each = "results"
[deals.fields]
id = { column = "id" }
stage_label = { column = "stage" }
[history]
columns = "in_{stage_label}"
[history.fields]
at = { }
`
	const source = `{"results":[{"id":"1","stage":"y","in_x":"2026-01-01T00:00:00Z","in_y":"2026-01-02T00:00:00Z"},{"id":"2","stage":"y","in_x":null,"in_y":"2026-01-02T00:00:00Z"}]}`
	reading := func(stage string) *Import {
		return importOf(t, compile(t, profile+ruleFor("x", stage)+ruleFor("y", "offer")), Files{Deals: strings.NewReader(source)}, Options{})
	}
	var got []string
	for c, err := range Diff(reading("contact"), reading("solution")) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, c.After.ID+": "+saying(&c))
	}
	if want := []string{"1: 1 open>open [1 contact open>solution open]", "2: 1 open>open"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDiffErrors(t *testing.T) {
	before, after := changed(t)
	f := func(rows string) Files { return Files{Deals: strings.NewReader("id,stage,created,owner\n" + rows)} }
	for _, test := range []struct {
		name string
		a, b *Import
		line int
		err  error
	}{
		{"other rows", importOf(t, before, f("1,Lead,,\n2,Lead,,\n"), Options{}), importOf(t, after, f("1,Lead,,\"\n\"\n2,Lead,,\n"), Options{}), 3, ErrChanged},
		{"out of order", importOf(t, before, f("2,Lead,,\n1,Lead,,\n"), Options{Sorted: true}), importOf(t, after, f("2,Lead,,\n1,Lead,,\n"), Options{}), 3, ErrNotSorted},
		{"none", importOf(t, before, f(""), Options{}), nil, 0, ErrMissing},
	} {
		t.Run(test.name, func(t *testing.T) {
			var last error
			for _, err := range Diff(test.a, test.b) {
				if last != nil {
					t.Error("it goes on after an error")
				}
				last = err
			}
			wantErrorKind(t, last, "deals", test.line, test.err)
		})
	}
	m := importOf(t, before, f("1,Lead,,\n"), Options{})
	for range Diff(m, m) { // one import cannot be read twice at once
	}
	for _, err := range Diff(m, importOf(t, after, f("1,Lead,,\n"), Options{})) {
		if !errors.Is(err, ErrSpent) {
			t.Errorf("got %v", err)
		}
		break
	}
}

// The deals of a Diff are those of two imports, row by row; by one and the same set nothing differs.
func TestDiffLaw(t *testing.T) {
	old := german(t)
	p := *old.Profile()
	p.Rules = slices.Clone(p.Rules)
	p.Rules[5].Set.Status, p.Rules[6].Set.Status = "won", "void"
	p.Rules = append(p.Rules, Rule{When: []Cond{{Stage, ByLabel, []string{"Probe"}}}, Set: Assignment{Stage: "offer", Enters: []string{"qualified"}}})
	changed, err := Compile(&p, funnel.V1())
	if err != nil {
		t.Fatal(err)
	}
	properties := gopter.NewProperties(parameters())
	properties.Property("diff = two imports", prop.ForAll(func(seed uint64) string {
		d := dirt(seed)
		o := Options{Keep: true}
		if rand.New(rand.NewPCG(seed, 1)).IntN(2) == 0 {
			slices.SortStableFunc(d.deals, byID)
			slices.SortStableFunc(d.history, byID)
			o.Sorted = true
		}
		for _, after := range []*Set{old, changed} {
			x, y := read(old, d.files(), o), read(after, d.files(), o)
			a, b := importOf(t, old, d.files(), o), importOf(t, after, d.files(), o)
			var deals, others []*funnel.Deal
			for c, err := range Diff(a, b) {
				if err != nil {
					return err.Error()
				}
				if after == old && c.Any() {
					return saying(&c) + " by the same set"
				}
				if differs := !reflect.DeepEqual(meant(c.Before), meant(c.After)); differs != c.Any() {
					return fmt.Sprintf("%s: differs is %v", saying(&c), differs)
				}
				deals, others = append(deals, c.Before), append(others, c.After)
			}
			if !reflect.DeepEqual(deals, x.deals) || !reflect.DeepEqual(others, y.deals) || a.Counts() != x.counts || b.Counts() != y.counts {
				return fmt.Sprintf("%d and %d deals, want %d and %d", len(deals), len(others), len(x.deals), len(y.deals))
			}
		}
		return ""
	}, gen.UInt64()))
	properties.TestingRun(t)
}

// meant is what a Diff compares of a deal.
func meant(d *funnel.Deal) (all []string) {
	all = append(all, fmt.Sprint(d.Stage, d.Status, d.Cause, d.Category))
	for _, e := range d.Events {
		all = append(all, fmt.Sprint(e.Stage, e.Status, e.Cause))
	}
	return all
}

// A pair of deals costs no allocation beyond those of the two imports where neither keeps them.
func TestDiffDoesNotAllocate(t *testing.T) {
	const n = 3000
	set := regions()[0].set(t)
	deals, history := regions()[0].export(n)
	f := func() Files { return Files{Deals: bytes.NewReader(deals), History: bytes.NewReader(history)} }
	o := Options{Sorted: true}
	compared := testing.AllocsPerRun(2, func() {
		for _, err := range Diff(importOf(t, set, f(), o), importOf(t, set, f(), o)) {
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	apart := testing.AllocsPerRun(2, func() {
		drain(t, set, f(), o)
		drain(t, set, f(), o)
	})
	if perDeal := (compared - apart) / n; perDeal > 0.05 {
		t.Errorf("%.3f allocations a deal", perDeal)
	}
}
