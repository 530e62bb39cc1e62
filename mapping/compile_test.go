package mapping

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
)

// compiled compiles least with these rules.
func compiled(t testing.TB, rules string) (*Set, error) {
	t.Helper()
	p, err := ReadProfile("a.toml", strings.NewReader(least+rules), time.LoadLocation)
	if err != nil {
		t.Fatal(err)
	}
	return Compile(p, funnel.V1())
}

// compileText reads and compiles a whole profile.
func compileText(profile string) (*Set, error) {
	p, err := ReadProfile("a.toml", strings.NewReader(profile), time.LoadLocation)
	if err != nil {
		return nil, err
	}
	return Compile(p, funnel.V1())
}

func mustCompile(t testing.TB, rules string) *Set {
	t.Helper()
	s, err := compiled(t, rules)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestCompileFaults(t *testing.T) {
	const when = "[[rules]]\nwhen = { stage_label = [\"a\"] }\n"
	for _, test := range []struct {
		name, rules string
		line        int
		column      string
		err         error
	}{
		{"a stage that is none", when + `set = { stage = "proposal" }`, 11, "rules.set.stage", ErrUnknownStage},
		{"an entered stage that is none", when + `set = { stage = "offer", enters = ["x"] }`, 11, "rules.set.enters", ErrUnknownStage},
		{"enters without a stage", when + `set = { status = "open", enters = ["offer"] }`, 11, "rules.set.enters", ErrMissing},
		{"a status that is none", when + `set = { status = "closed" }`, 11, "rules.set.status", ErrUnknownStatus},
		{"a cause that is none", when + `set = { cause = "price" }`, 11, "rules.set.cause", ErrUnknownCause},
		{"a category that is none", when + `set = { category = "upside" }`, 11, "rules.set.category", ErrUnknownCategory},
		{"a stage of a deal that has ended", when + `set = { stage = "offer", status = "lost" }`, 11, "rules.set.stage", ErrValue},
		{"an end before the beginning", when + "set = { stage = \"offer\" }\nfrom = 2026-02-01\nto = 2026-02-01", 11, "rules.to", ErrValue},
		{"a rule for everything", "[[rules]]\nwhen = {}\nset = { stage = \"offer\" }", 11, "rules.when", ErrMissing},
		{"two names for one axis", "[[rules]]\nwhen = { stage_label = [\"a\"], stage_id = [\"1\"] }\nset = { stage = \"offer\" }", 11, "rules.when.stage_id", ErrTwice},
		{"a declared stage that is none", "[variant]\nstages = [\"demo\"]", 0, "variant.stages", ErrUnknownStage},
		{"a declared status that is none", "[variant]\nstatuses = [\"dead\"]", 0, "variant.statuses", ErrUnknownStatus},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := compiled(t, test.rules)
			wantError(t, err, "a.toml", test.line, test.column, test.err)
		})
	}
}

// Rules that are data of a program get the same answers as those of a file.
func TestCompileEmptyProfile(t *testing.T) {
	_, err := Compile(&Profile{File: "a"}, nil)
	wantError(t, err, "a", 0, "zone", ErrMissing)
	wantError(t, err, "a", 0, "model", ErrMissing)
}

// A thousand rules are decided one by one; too many are refused at once.
func TestManyRules(t *testing.T) {
	p := *mustCompile(t, "").Profile()
	p.Rules = manyRules(1000)
	s, err := Compile(&p, funnel.V1())
	if err != nil {
		t.Fatal(err)
	}
	for i := range 1000 {
		l := Local{Stage: Names{Label: "stage " + strconv.Itoa(i/2)}, Status: Names{Code: strconv.Itoa(i % 2)}}
		e := s.Explain(l, funnel.Moment{})
		if len(e.Deciding) != 1 || e.Deciding[0].Rule.Line != i || s.Map(l, funnel.Moment{}).Status != e.Outcome.Status {
			t.Fatalf("rule %d: %v", i, e)
		}
	}
	p.Rules = manyRules(maxRules + 1)
	_, err = Compile(&p, funnel.V1())
	wantError(t, err, "a.toml", maxRules, "rules", ErrTooLarge)
}

// A conflict names both lines and a record that both rules match.
func TestConflict(t *testing.T) {
	_, err := compiled(t, `[[rules]]
when = { status_code = ["V"], stage_label = ["x", "y"] }
set = { status = "lost" }
from = 2025-03-01
[[rules]]
when = { reason_code = ["7"], stage_label = ["Y ", "z"] }
set = { status = "no_response" }
to = 2026-01-01
`)
	var e *Error
	if !errors.As(err, &e) || !errors.Is(e, ErrConflict) {
		t.Fatalf("got %v", err)
	}
	want := Record{Local{Stage: Names{Label: "y"}, Status: Names{Code: "V"}, Reason: Names{Code: "7"}}, funnel.On(funnel.MustDate("2025-03-01"))}
	if e.Line != 15 || e.Other != 11 || *e.Witness != want {
		t.Errorf("got lines %d and %d, witness %v", e.Line, e.Other, e.Witness)
	}
	const text = `mapping: a.toml:15: rules: in conflict with another rule: the rule at a.toml:11 sets status lost, this one no_response, ` +
		`and both match stage_label = "y", status_code = "V", reason_code = "7" on 2025-03-01`
	if e.Error() != text {
		t.Errorf("got  %s\nwant %s", e, text)
	}
}

func TestMap(t *testing.T) {
	s := mustCompile(t, `[[rules]]
when = { stage_label = ["Angebot"] }
set = { stage = "offer" }
[[rules]]
when = { stage_label = ["Entwicklung"] }
set = { stage = "solution", enters = ["qualified"] }
confidence = "lossy"
[[rules]]
when = { stage_code = ["4"] }
set = { stage = "negotiation" }
to = 2026-01-01
[[rules]]
when = { stage_id = ["s-5"] }
set = { stage = "commitment" }
[[rules]]
when = { status_code = ["V"] }
set = { status = "lost" }
[[rules]]
when = { status_code = ["V"], reason_label = ["Still", "Stumm"] }
set = { status = "no_response" }
confidence = "assumed"
[[rules]]
when = { reason_label = ["Preis", "Straße"] }
set = { cause = "pricing" }
[[rules]]
when = { stage_label = ["Pause"], status_code = [""] }
set = { status = "on_hold" }
`)
	day := funnel.On(funnel.MustDate("2025-06-01"))
	late := funnel.On(funnel.MustDate("2026-01-01"))
	label := func(s string) Local { return Local{Stage: Names{Label: s}} }
	lost := func(reason string) Local { return Local{Status: Names{Code: "V"}, Reason: Names{Label: reason}} }
	for _, test := range []struct {
		name  string
		local Local
		at    funnel.Moment
		want  string
	}{
		{"a stage is open work", label("Angebot"), day, "offer, open"},
		{"labels fold case and space", label(" ANGEBOT\u00a0"), day, "offer, open"},
		{"labels fold ß and composed letters", Local{Reason: Names{Label: "STRASSE"}}, day, "pricing"},
		{"codes do not fold", lost("").withStatus("v"), day, "-; unmapped status"},
		{"code beats label", Local{Stage: Names{Code: "4", Label: "Angebot"}}, day, "negotiation, open"},
		{"id beats code", Local{Stage: Names{ID: "s-5", Code: "4"}}, late, "commitment, open"},
		{"a rule that is no longer in force", Local{Stage: Names{Code: "4"}}, late, "-; unmapped stage"},
		{"no moment stands for the latest", Local{Stage: Names{Code: "4"}}, funnel.Moment{}, "-; unmapped stage"},
		{"unmapped, not a default", label("Anfrage"), day, "-; unmapped stage"},
		{"a given status that is not mapped is not open", label("Angebot").withStatus("Z"), day, "offer; unmapped status"},
		{"a status alone", lost(""), day, "lost"},
		{"refined by reason", lost("stumm"), day, "no_response"},
		{"several axes", lost("Preis"), day, "lost, pricing"},
		{"a reason that is not mapped", lost("Wetter"), day, "lost; unmapped reason"},
		{"a stage that means a status", label("Pause"), day, "on_hold"},
		{"nothing", Local{}, day, "-"},
	} {
		t.Run(test.name, func(t *testing.T) {
			o := s.Map(test.local, test.at)
			if got := describe(o); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
			if e := s.Explain(test.local, test.at); describe(e.Outcome) != test.want {
				t.Errorf("explained as %s", describe(e.Outcome))
			}
		})
	}
	if o := s.Map(label("Entwicklung"), day); o.Confidence != Lossy || len(o.Enters) != 1 || o.Enters[0] != funnel.Qualified {
		t.Errorf("got %+v", o)
	}
}

// A rule that asks for a blank reads nothing: what another name of the axis says is still not mapped.
func TestBlankReadsNothing(t *testing.T) {
	s := mustCompile(t, `[[rules]]
when = { status_code = ["pending"], stage_label = [""] }
set = { status = "open" }
[[rules]]
when = { stage_id = ["1"] }
set = { stage = "prospect" }
[[rules]]
when = { stage_label = ["", "none"], status_code = ["lost"] }
set = { status = "lost" }
`)
	for _, test := range []struct{ id, label, code, want string }{
		{"1", "", "pending", "prospect, open"},
		{"7", "", "pending", "open; unmapped stage"},
		{"", "", "pending", "open"},
		{"1", "archived", "pending", "prospect; unmapped status"},
		{"", "none", "lost", "lost"},
	} {
		l := Local{Stage: Names{ID: test.id, Label: test.label}}.withStatus(test.code)
		if got := describe(s.Map(l, funnel.Moment{})); got != test.want {
			t.Errorf("%v: got %s, want %s", l, got, test.want)
		}
	}
}

func (l Local) withStatus(code string) Local {
	l.Status.Code = code
	return l
}

func describe(o Outcome) string {
	s := o.String()
	for a := range axisCount {
		if o.Unmapped.Has(a) {
			s += "; unmapped " + a.String()
		}
	}
	return s
}

func TestLacks(t *testing.T) {
	stages, statuses := german(t).Lacks()
	if got := fmt.Sprint(stages, statuses); got != "[contact solution commitment] [no_decision disqualified void]" {
		t.Errorf("got %s", got)
	}
	if stages, statuses := mustCompile(t, "").Lacks(); len(stages)+len(statuses) > 0 {
		t.Errorf("a profile that declares nothing lacks %v %v", stages, statuses)
	}
}

// A label folds as its own language does: in Turkish I is the capital of ı, not of i.
func TestFold(t *testing.T) {
	for _, test := range []struct {
		locale, a, b string
		same         bool
	}{
		{"de", "Straße", "STRASSE", true},
		{"de", "I", "i", true},
		{"tr", "I", "i", false},
		{"tr", "İ", "i", true},
		{"tr", "KAPANIŞ", "kapanış", true},
		{"sv", "Fo\u0308rlorad", "FÖRLORAD", true},
		{"sv", "Offert\u00a0 skickad", "offert skickad", true},
		{"zh", "赢单", "输单", false},
	} {
		l := labels{turkic: test.locale == "tr"}
		if got := l.fold(test.a) == l.fold(test.b); got != test.same {
			t.Errorf("%s: %q and %q: same is %v", test.locale, test.a, test.b, got)
		}
	}
}
