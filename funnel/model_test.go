package funnel_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/koine-go/koine/funnel"
)

// stage is a definition that lacks nothing but what the case changes.
func stage(key string, rank funnel.Stage) funnel.StageDefinition {
	return funnel.StageDefinition{Key: key, Rank: rank, Goal: "goal of " + key, Entry: "entry", Exit: "exit"}
}

func local(stages ...funnel.StageDefinition) funnel.Definition {
	return funnel.Definition{Version: "de-1", Effective: funnel.MustDate("2026-01-01"), Stages: stages}
}

func TestNewModel(t *testing.T) {
	demo := stage("demo", 0)
	demo.Parent = "solution"
	demo.Required = []string{"room"}
	m, err := funnel.NewModel(local(demo, stage("offer", 50), stage("trial", 45), stage("solution", 40), stage("qualified", 30)))
	must(t, err)
	var keys []string
	for _, d := range m.Stages() {
		keys = append(keys, d.Key)
	}
	if got := strings.Join(keys, " "); got != "qualified solution demo trial offer" {
		t.Errorf("stages stand as %s", got)
	}
	for _, c := range []struct {
		key  string
		want funnel.Stage
	}{{"qualified", 30}, {"demo", 40}, {"trial", 45}, {"prospect", 0}, {"", 0}} {
		if s, ok := m.Stage(c.key); s != c.want || ok != (c.want != 0) {
			t.Errorf("%q is stage %d, %v", c.key, s, ok)
		}
	}
	if m.Key(40) != "solution" || m.Key(45) != "trial" || m.Key(10) != "" || m.Key(0) != "" {
		t.Error("keys do not come back")
	}
	if m.Version() != "de-1" || m.Effective() != funnel.MustDate("2026-01-01") {
		t.Errorf("%s of %v", m.Version(), m.Effective())
	}
	if !strings.Contains(m.Text(), "\nsub-stage demo of solution\n  goal: goal of demo\n  entry: entry\n  exit: exit\n  required: room\n") {
		t.Errorf("the text does not show the sub-stage:\n%s", m.Text())
	}
}

func TestModelFaults(t *testing.T) {
	q := stage("qualified", 30)
	change := func(f func(*funnel.StageDefinition)) funnel.StageDefinition {
		d := stage("trial", 45)
		f(&d)
		return d
	}
	for _, c := range []struct {
		why  string
		d    funnel.Definition
		want []string // input and reason of each fault
	}{
		{"nothing", funnel.Definition{}, []string{`"version": none given`, `"effective": no day given`, `"qualified": every model has this stage`}},
		{"no qualified", local(stage("solution", 40)), []string{`"qualified": every model has this stage`}},
		{"offers without offer", funnel.Definition{Version: "1", Effective: funnel.MustDate("2026-01-01"), Offers: true, Stages: []funnel.StageDefinition{q}},
			[]string{`"offer": deals have offers and need this stage`}},
		{"no rank", local(q, stage("trial", 0)), []string{`"trial": stage 2: no rank`}},
		{"rank taken", local(q, stage("trial", 45), stage("test", 45)), []string{`"test": stage 3: rank 45 is taken by trial`}},
		{"rank of another stage of v1", local(q, stage("angebot", 50)), []string{`"angebot": stage 2: rank 50 is offer in every model`}},
		{"key of v1 at another rank", local(q, stage("offer", 55)), []string{`"offer": stage 2: has rank 50 in every model`}},
		{"key of a rank at another", local(q, stage("rank46", 45)), []string{`"rank46": stage 2: has rank 46 in every model`}},
		{"key twice", local(q, stage("trial", 45), stage("trial", 46)), []string{`"trial": stage 3: stands twice`}},
		{"no key", local(q, stage("", 45)), []string{`"": stage 2: a key has lower-case letters, digits and underscores, a letter first`}},
		{"capital key", local(q, stage("Trial", 45)), []string{`"Trial": stage 2: a key has lower-case letters, digits and underscores, a letter first`}},
		{"key with a digit first", local(q, stage("1st", 45)), []string{`"1st": stage 2: a key has lower-case letters, digits and underscores, a letter first`}},
		{"no goal", local(q, change(func(d *funnel.StageDefinition) { d.Goal = "" })), []string{`"trial": stage 2: needs a goal, an entry and an exit criterion`}},
		{"no entry", local(q, change(func(d *funnel.StageDefinition) { d.Entry = "" })), []string{`"trial": stage 2: needs a goal, an entry and an exit criterion`}},
		{"no exit", local(q, change(func(d *funnel.StageDefinition) { d.Exit = "" })), []string{`"trial": stage 2: needs a goal, an entry and an exit criterion`}},
		{"data twice", local(q, change(func(d *funnel.StageDefinition) { d.Required, d.IfKnown = []string{"scope"}, []string{"scope"} })),
			[]string{`"trial": stage 2: data key "scope" is no key or stands twice`}},
		{"no data key", local(q, change(func(d *funnel.StageDefinition) { d.Required = []string{"Scope of work"} })),
			[]string{`"trial": stage 2: data key "Scope of work" is no key or stands twice`}},
		{"parent unknown", local(q, change(func(d *funnel.StageDefinition) { d.Rank, d.Parent = 0, "solution" })), []string{`"trial": stage 2: "solution" is no stage`}},
		{"parent a sub-stage", local(q, change(func(d *funnel.StageDefinition) { d.Key, d.Rank, d.Parent = "one", 0, "qualified" }),
			change(func(d *funnel.StageDefinition) { d.Key, d.Rank, d.Parent = "two", 0, "one" })), []string{`"two": stage 3: "one" is no stage`}},
		{"sub-stage of another rank", local(q, change(func(d *funnel.StageDefinition) { d.Parent = "qualified" })), []string{`"trial": stage 2: has rank 45, its stage 30`}},
		{"all at once", local(stage("trial", 0), stage("Offer", 50)), []string{`"trial": stage 1: no rank`, `"Offer": stage 2: rank 50 is offer in every model`,
			`"Offer": stage 2: a key has lower-case letters, digits and underscores, a letter first`, `"qualified": every model has this stage`}},
	} {
		m, err := funnel.NewModel(c.d)
		if !errors.Is(err, funnel.ErrModel) || m != nil {
			t.Errorf("%s: %v, %v", c.why, m, err)
			continue
		}
		text := strings.ReplaceAll(strings.ReplaceAll(err.Error(), " is not a valid model", ""), "funnel: ", "")
		if text != strings.Join(c.want, "\n") {
			t.Errorf("%s:\n%s\nwant\n%s", c.why, text, strings.Join(c.want, "\n"))
		}
	}
}

// A model that could be changed through what it was made of, or through what it returns, would not be a published one.
func TestModelIsImmutable(t *testing.T) {
	d := local(stage("qualified", 30))
	d.Stages[0].Actions, d.Stages[0].Required = []string{"call"}, []string{"scope"}
	m := funnel.MustModel(d)
	text := m.Text()
	d.Stages[0].Goal, d.Stages[0].Actions[0], d.Stages[0].Required[0] = "x", "x", "x"
	got := m.Stages()
	got[0].Goal, got[0].Actions[0], got[0].Required[0] = "y", "y", "y"
	m.Statuses()[0].Meaning, m.Causes()[0].Meaning, m.Categories()[0].Meaning = "z", "z", "z"
	if m.Text() != text {
		t.Errorf("the model has changed:\n%s", m.Text())
	}
}

// Ranks, keys and the three other axes of V1 are those of the constants.
func TestV1(t *testing.T) {
	m := funnel.V1()
	for _, d := range m.Stages() {
		if s, ok := m.Stage(d.Key); !ok || s != d.Rank || s.String() != d.Key || m.Key(s) != d.Key {
			t.Errorf("%s is %v, %v", d.Key, s, ok)
		}
	}
	for i, d := range m.Statuses() {
		if d.Status != funnel.Status(i+1) || d.Meaning == "" || d.CountsIn == "" {
			t.Errorf("status %d is %+v", i+1, d)
		}
	}
	for i, d := range m.Causes() {
		if d.Cause != funnel.Cause(i+1) || d.Meaning == "" {
			t.Errorf("cause %d is %+v", i+1, d)
		}
	}
	for i, d := range m.Categories() {
		if d.Category != funnel.Category(i+1) || d.Meaning == "" {
			t.Errorf("category %d is %+v", i+1, d)
		}
	}
	if a, b, c, d := len(m.Stages()), len(m.Statuses()), len(m.Causes()), len(m.Categories()); a != 7 || b != 8 || c != 10 || d != 6 {
		t.Errorf("%d stages, %d statuses, %d causes, %d categories", a, b, c, d)
	}
}
