package mapping

import (
	"strings"
	"testing"

	"github.com/koine-go/koine/funnel"
)

const demo = `[variant]
stages = ["contact", "qualified", "solution"]
[[variant.substages]]
key = "demo_done"
parent = "solution"
goal = "the buyer has seen it"
entry = "a demo was held"
exit = "the buyer asks for an offer"
[[rules]]
when = { stage_label = ["Demo"] }
set = { stage = "demo_done", enters = ["qualified"] }
[[rules]]
when = { stage_label = ["Scoping"] }
set = { stage = "solution" }
`

// A sub-stage counts as its stage, and is told where a decision is explained and covered.
func TestSubStage(t *testing.T) {
	s := mustCompile(t, demo)
	l := Local{Stage: Names{Label: "Demo"}}
	if o := s.Map(l, funnel.Moment{}); o.Stage != funnel.Solution || o.Status != funnel.Open || o.Enters[0] != funnel.Qualified {
		t.Errorf("got %+v", o)
	}
	if text := s.Explain(l, funnel.Moment{}).String(); !strings.Contains(text, "stage demo_done (exact)") {
		t.Errorf("got %s", text)
	}
	r := read(s, Files{Deals: strings.NewReader("id,stage,created,amount\n1,Demo,,\n2,Scoping,,\n")}, Options{})
	if v := r.coverage.Values; len(v) != 2 || v[0].Meanings[0].Key != "demo_done" || v[1].Meanings[0].Key != "solution" || r.deals[0].Stage != funnel.Solution {
		t.Errorf("got %+v", r.coverage)
	}
	if p := s.Profile().SubStages; len(p) != 1 || p[0] != (SubStage{"demo_done", "solution", "the buyer has seen it", "a demo was held", "the buyer asks for an offer", "a.toml", 13}) {
		t.Errorf("got %+v", p)
	}
}

func TestSubStageFaults(t *testing.T) {
	sub := func(key, parent string) string {
		return "[[variant.substages]]\nkey = \"" + key + "\"\nparent = \"" + parent + "\"\ngoal = \"g\"\n"
	}
	for _, test := range []struct {
		name, text string
		line       int
		column     string
		err        error
	}{
		{"a parent that is none", sub("demo", "demonstration"), 11, "variant.substages.parent", ErrUnknownStage},
		{"a parent that is one itself", sub("demo", "solution") + sub("second_demo", "demo"), 15, "variant.substages.parent", ErrUnknownStage},
		{"a stage of the model", sub("offer", "solution"), 11, "variant.substages.key", ErrTwice},
		{"twice", sub("demo", "solution") + sub("demo", "offer"), 15, "variant.substages.key", ErrTwice},
		{"no key", sub("Demo done", "solution"), 11, "variant.substages.key", ErrValue},
		{"no goal", "[[variant.substages]]\nkey = \"demo\"\nparent = \"solution\"\n", 11, "variant.substages.goal", ErrMissing},
		{"a parent that the source does not have", "[variant]\nstages = [\"contact\"]\n" + sub("demo", "solution"), 13, "variant.substages.parent", ErrValue},
		{"a stage of the source", "[variant]\nstages = [\"contact\", \"demo\"]\n" + sub("demo", "contact"), 0, "variant.stages", ErrUnknownStage},
		{"one that is neither", demo + "[[rules]]\nwhen = { stage_label = [\"D\"] }\nset = { stage = \"demo\" }\n", 25, "rules.set.stage", ErrUnknownStage},
		{"two of one record", demo + "[[rules]]\nwhen = { stage_label = [\"demo\"] }\nset = { stage = \"solution\", enters = [\"qualified\"] }\n", 25, "rules", ErrConflict},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := compileText(least + test.text)
			wantError(t, err, "a.toml", test.line, test.column, test.err)
		})
	}
}

// A profile takes over the sub-stages of a preset, even of stages that it does not have itself, but not one under a key of its own.
func TestSubStageOfAPreset(t *testing.T) {
	preset := Profile{SubStages: []SubStage{{Key: "demo", Parent: "solution", Goal: "g", File: "preset"}, {Key: "tender", Parent: "offer", Goal: "g", File: "preset"}}}
	p := *mustCompile(t, "[variant]\nstages = [\"contact\"]\n").Profile()
	p.SubStages = []SubStage{{Key: "demo", Parent: "contact", Goal: "g", File: "a.toml"}}
	p.over(&preset)
	p.Rules = []Rule{{When: []Cond{{Stage, ByLabel, []string{"T"}}}, Set: Assignment{Stage: "tender"}}, {When: []Cond{{Stage, ByLabel, []string{"D"}}}, Set: Assignment{Stage: "demo"}}}
	s, err := Compile(&p, funnel.V1())
	if err != nil {
		t.Fatal(err)
	}
	of := func(label string) funnel.Stage {
		return s.Map(Local{Stage: Names{Label: label}}, funnel.Moment{}).Stage
	}
	if of("T") != funnel.Offered || of("D") != funnel.Contact {
		t.Errorf("got %v and %v", of("T"), of("D"))
	}
}

// A version's sub-stages are its own.
func TestSubStageOfAVersion(t *testing.T) {
	sub := "[[variant.substages]]\nkey = \"demo\"\nparent = \"solution\"\ngoal = \"g\"\n"
	s := compileVersions(t, versionOf(t, "1", "", ruleFor("Demo", "qualified")), versionOf(t, "2", "from = 2026-01-01", sub+ruleFor("Demo", "demo")))
	l := Local{Stage: Names{Label: "Demo"}}
	if a, b := s.Map(l, on("2025-12-31")).Stage, s.Map(l, on("2026-01-01")).Stage; a != funnel.Qualified || b != funnel.Solution {
		t.Errorf("got %v and %v", a, b)
	}
	_, err := CompileVersions([]*Profile{versionOf(t, "1", "", ruleFor("Demo", "demo")), versionOf(t, "2", "from = 2026-01-01", sub)}, funnel.V1())
	wantError(t, err, "1.toml", 16, "rules.set.stage", ErrUnknownStage)
}
