package mapping

import (
	"errors"
	"fmt"
	"testing"

	"github.com/koine-go/koine/funnel"
)

// A small world: two values for each name that the rules here use, and three stretches of time. Every pair of its rules is compiled, and the verdict
// is compared with one found by looking at every record of the world.
type world struct {
	records []Record
	rules   []Rule
}

func smallWorld() world {
	var w world
	days := []funnel.Moment{on("2025-06-01"), on("2026-01-01"), on("2026-06-01")}
	texts := []string{"", "a", "b", "c"} // c is a value that no rule names
	for _, id := range texts {
		for _, label := range texts {
			for _, status := range texts {
				for _, day := range days {
					w.records = append(w.records, Record{Local{Stage: Names{ID: id, Label: label}, Status: Names{Code: status}}, day})
				}
			}
		}
	}
	sets := [][]string{nil, {"a"}, {"b"}, {"a", "b"}, {"", "a"}}
	spans := [][2]string{{"", ""}, {"2026-01-01", ""}, {"", "2026-01-01"}, {"2026-01-01", "2026-03-01"}}
	for _, by := range []Kind{ByID, ByLabel} {
		for i, stage := range sets {
			for j, status := range sets {
				if i+j == 0 || i == 0 && by == ByLabel {
					continue
				}
				for _, span := range spans {
					w.rules = append(w.rules, smallRule(by, stage, status, span))
				}
			}
		}
	}
	return w
}

func on(day string) funnel.Moment { return funnel.On(funnel.MustDate(day)) }

func smallRule(by Kind, stage, status []string, span [2]string) Rule {
	var r Rule
	if stage != nil {
		r.When = append(r.When, Cond{Stage, by, stage})
	}
	if status != nil {
		r.When = append(r.When, Cond{Status, ByCode, status})
	}
	if span[0] != "" {
		r.From = funnel.MustDate(span[0])
	}
	if span[1] != "" {
		r.To = funnel.MustDate(span[1])
	}
	return r
}

// matches is the meaning of a rule, read off its fields.
func (r *Rule) matches(rec Record) bool {
	day, _ := rec.At.Date()
	if !r.From.IsZero() && day.Before(r.From) || !r.To.IsZero() && !day.Before(r.To) {
		return false
	}
	for _, c := range r.When {
		held := false
		for _, v := range c.Values {
			held = held || *rec.Local.at(slotOf(c.Axis, c.By)) == v
		}
		if !held {
			return false
		}
	}
	return true
}

// stageBy returns by which name r reads the stage, ByLabel+1 for none.
func (r *Rule) stageBy() Kind {
	for _, c := range r.When {
		if c.Axis == Stage {
			return c.By
		}
	}
	return ByLabel + 1
}

// without returns r without its condition on the stage and without its days.
func (r Rule) without() Rule {
	var when []Cond
	for _, c := range r.When {
		if c.Axis != Stage {
			when = append(when, c)
		}
	}
	r.When, r.From, r.To = when, funnel.Date{}, funnel.Date{}
	return r
}

// beats tells which of two rules that match decides: the profile's own before a preset's, else the narrower one.
func (w world) beats(a, b Rule) bool {
	if a.Beneath != b.Beneath {
		return b.Beneath
	}
	return w.narrower(a, b)
}

// narrower tells by brute force whether a beats b: its records are a strict subset. Where they read the stage by different names, the surer name is
// the narrower condition whenever both are in force, and the other conditions of the two are compared by records.
func (w world) narrower(a, b Rule) bool {
	if x, y := a.stageBy(), b.stageBy(); x != y && x <= ByLabel && y <= ByLabel {
		return x < y && w.within(a.without(), b.without())
	}
	return w.within(a, b) && !w.within(b, a)
}

func (w world) within(a, b Rule) bool {
	for _, rec := range w.records {
		if a.matches(rec) && !b.matches(rec) {
			return false
		}
	}
	return true
}

func (w world) meet(a, b Rule) bool {
	for _, rec := range w.records {
		if a.matches(rec) && b.matches(rec) {
			return true
		}
	}
	return false
}

func TestEveryPairOfASmallWorld(t *testing.T) {
	w := smallWorld()
	base := mustCompile(t, "")
	conflicts := 0
	for i, a := range w.rules {
		for j, b := range w.rules[i:] {
			a.Set.Stage, b.Set.Stage = "offer", "contact"
			a.Line, b.Line = 1, 2
			a.Beneath, b.Beneath = j%3 == 1, j%3 == 2 // of every third pair one is a preset's
			s, err := compilePair(base, a, b)
			want := w.meet(a, b) && !w.beats(a, b) && !w.beats(b, a)
			if got := errors.Is(err, ErrConflict); got != want || err != nil && !got {
				t.Fatalf("%s and %s: got %v, want a conflict: %v", text(a), text(b), err, want)
			}
			if want {
				conflicts++
				checkWitness(t, err, a, b)
				continue
			}
			for _, rec := range w.records {
				checkDecision(t, w, s, a, b, rec)
			}
		}
	}
	if conflicts < 1000 {
		t.Errorf("only %d conflicts: the world is too small to prove anything", conflicts)
	}
}

// compilePair is Compile without what does not depend on the rules.
func compilePair(base *Set, a, b Rule) (*Set, error) {
	return compileSmall(base, []days{{firstDay, lastDay}}, []Rule{a, b})
}

// compileSmall is CompileVersions likewise.
func compileSmall(base *Set, spans []days, rules ...[]Rule) (*Set, error) {
	c := &compiler{model: funnel.V1(), set: &Set{profile: base.profile, calendar: base.calendar}}
	for i, span := range spans {
		p := *base.profile
		p.Rules = rules[i]
		c.set.versions = append(c.set.versions, version{days: span, profile: &p})
	}
	c.rules()
	c.conflicts()
	c.set.index()
	return c.set, joined(c.faults)
}

func checkWitness(t *testing.T, err error, a, b Rule) {
	t.Helper()
	var e *Error
	if errors.As(err, &e); e.Witness == nil || e.Line != 2 || e.Other != 1 {
		t.Fatalf("%v has no witness or not both lines", err)
	}
	rec := *e.Witness
	if rec.At.IsZero() {
		rec.At = on("2025-06-01")
	}
	if !a.matches(rec) || !b.matches(rec) {
		t.Fatalf("%s and %s: %v is no witness", text(a), text(b), rec)
	}
}

// What is decided is what the narrower of the matching rules says.
func checkDecision(t *testing.T, w world, s *Set, a, b Rule, rec Record) {
	t.Helper()
	want := ""
	switch x, y := a.matches(rec), b.matches(rec); {
	case x && (!y || w.beats(a, b)):
		want = "offer"
	case y:
		want = "contact"
	}
	if got := s.Map(rec.Local, rec.At).Stage.String(); got != want {
		t.Fatalf("%s and %s: %v is %q, want %q", text(a), text(b), rec, got, want)
	}
}

func text(r Rule) string { return fmt.Sprintf("%v [%v, %v)", r.When, r.From, r.To) }

// A rule of one version never meets one of another: each decides on the days of its own version alone, and what two rules of one version are to each
// other does not change with that version's days, except that they do not conflict where neither day is one of its own.
func TestVersionsOfASmallWorld(t *testing.T) {
	w := smallWorld()
	base := mustCompile(t, "")
	turn := funnel.MustDate("2026-01-01")
	before := func(rec Record) bool { day, _ := rec.At.Date(); return day.Before(turn) }
	for i, a := range w.rules {
		for j := i % 7; j < len(w.rules); j += 7 { // all pairs take long
			b := w.rules[j]
			a.Set.Stage, b.Set.Stage = "offer", "contact"
			a.Line, b.Line = 1, 2
			apart, err := compileSmall(base, []days{daysOf(funnel.Date{}, turn), daysOf(turn, funnel.Date{})}, []Rule{a}, []Rule{b})
			if err != nil {
				t.Fatalf("%s and %s in two versions: %v", text(a), text(b), err)
			}
			one, err := compileSmall(base, []days{daysOf(turn, funnel.Date{})}, []Rule{a, b})
			if got, want := err != nil, w.after(turn).meet(a, b) && !w.narrower(a, b) && !w.narrower(b, a); got != want {
				t.Fatalf("%s and %s in one version: got %v, want a conflict: %v", text(a), text(b), err, want)
			}
			for _, rec := range w.records {
				want := ""
				switch {
				case before(rec) && a.matches(rec):
					want = "offer"
				case !before(rec) && b.matches(rec):
					want = "contact"
				}
				if got := apart.Map(rec.Local, rec.At).Stage.String(); got != want {
					t.Fatalf("%s and %s in two versions: %v is %q, want %q", text(a), text(b), rec, got, want)
				}
				if err == nil && !before(rec) {
					checkDecision(t, w, one, a, b, rec)
				} else if err == nil && one.Map(rec.Local, rec.At).Stage != funnel.NoStage {
					t.Fatalf("%s and %s: %v is mapped before the version", text(a), text(b), rec)
				}
			}
		}
	}
}

// after returns the world from a day on.
func (w world) after(day funnel.Date) (later world) {
	for _, rec := range w.records {
		if d, _ := rec.At.Date(); !d.Before(day) {
			later.records = append(later.records, rec)
		}
	}
	return later
}
