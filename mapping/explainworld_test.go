package mapping

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// Over every record of the small world an explanation agrees with Map, each rule decides, is a near miss or is far, and what a near miss says is so: read
// off the rules' own fields.
func TestExplainInASmallWorld(t *testing.T) {
	w := smallWorld()
	base := mustCompile(t, "")
	rng := rand.New(rand.NewPCG(4, 4))
	near := 0
	for range 400 {
		a, b := w.rules[rng.IntN(len(w.rules))], w.rules[rng.IntN(len(w.rules))]
		a.Set.Stage, b.Set.Stage = "offer", "offer" // one meaning, so that every pair compiles
		a.Line, b.Line = 1, 2
		s, err := compilePair(base, a, b)
		if err != nil {
			t.Fatal(err)
		}
		for _, rec := range w.records {
			e := s.Explain(rec.Local, rec.At)
			if e.Outcome.String() != s.Map(rec.Local, rec.At).String() || e.Outcome.Unmapped != s.Map(rec.Local, rec.At).Unmapped {
				t.Fatalf("%v is explained as %v", rec, e)
			}
			for _, r := range [...]Rule{a, b} {
				checkFate(t, &r, rec, e)
			}
			near += len(e.Near)
		}
	}
	if near < 10_000 {
		t.Errorf("only %d near misses: the world is too small to prove anything", near)
	}
}

// checkFate compares what the explanation says of a rule with what the rule says.
func checkFate(t *testing.T, r *Rule, rec Record, e Explanation) {
	t.Helper()
	decides := slices.ContainsFunc(e.Deciding, func(d Deciding) bool { return d.Rule.Line == r.Line })
	i := slices.IndexFunc(e.Near, func(n NearMiss) bool { return n.Rule.Line == r.Line })
	day, _ := rec.At.Date()
	inForce := (r.From.IsZero() || !day.Before(r.From)) && (r.To.IsZero() || day.Before(r.To))
	why := ""
	if i >= 0 {
		why = e.Near[i].Why
	}
	var unmet []string
	held := false
	for _, c := range r.When {
		there := *rec.Local.at(slotOf(c.Axis, c.By))
		if slices.Contains(c.Values, there) {
			held = held || there != ""
		} else {
			unmet = append(unmet, slotKey(slotOf(c.Axis, c.By))+" is "+orBlank(there)+", not ")
		}
	}
	far := !held && len(unmet) > 0
	switch {
	case decides && (i >= 0 || !r.matches(rec)), far && (decides || i >= 0), !far && !decides && i < 0:
		t.Fatalf("%s, %v: decides %v, near %q", text(*r), rec, decides, why)
	case i < 0:
		return
	}
	for _, u := range unmet {
		if !strings.Contains(why, u) {
			t.Fatalf("%s, %v: %q does not say %q", text(*r), rec, why, u)
		}
	}
	if strings.Contains(why, "in force only") == inForce || r.matches(rec) != strings.HasPrefix(why, "the rule at ") || strings.Count(why, ", not ") != len(unmet) {
		t.Fatalf("%s, %v: %q", text(*r), rec, why)
	}
}
