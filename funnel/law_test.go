package funnel_test

import (
	"slices"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"
)

// law checks a sentence about scenes on generated ones, the same in every run.
func law(t *testing.T, sentence string, holds func(scene) (string, bool)) {
	t.Helper()
	p := gopter.DefaultTestParametersWithSeed(20260105)
	p.MinSuccessfulTests, p.MaxSize = 3000, 120
	laws := gopter.NewProperties(p)
	laws.Property(sentence, prop.ForAll(func(bytes []byte) string {
		fault, ok := holds(sceneOf(bytes))
		if ok {
			return ""
		}
		return fault + "!"
	}, gen.SliceOf(gen.UInt8())))
	laws.TestingRun(t)
}

// zones holds one calendar per zone: making one costs more than a snapshot.
type zones map[*time.Location]*funnel.Calendar

func (z zones) calendar(t testing.TB, l *time.Location) *funnel.Calendar {
	for known, c := range z {
		if known.String() == l.String() {
			return c
		}
	}
	z[l] = calendarOf(t, l.String())
	return z[l]
}

func TestAsOfIsWhatTheRulesSay(t *testing.T) {
	known, s := zones{}, funnel.Snapshot{}
	law(t, "the fast snapshot is the slow one", func(sc scene) (string, bool) {
		sc.deal.AsOf(funnel.At(sc.now), known.calendar(t, sc.zone), &s)
		got, want := dump(&s), slowAsOf(&sc.deal, sc.now, sc.zone)
		return "got\n" + got + "want\n" + want, got == want
	})
}

func TestEventOrderDoesNotMatter(t *testing.T) {
	known := zones{}
	law(t, "any order of events gives the same", func(sc scene) (string, bool) {
		var a, b funnel.Snapshot
		sc.deal.AsOf(funnel.At(sc.now), known.calendar(t, sc.zone), &a)
		turned := sc.deal
		turned.Events, turned.FieldEvents = slices.Clone(turned.Events), slices.Clone(turned.FieldEvents)
		slices.Reverse(turned.Events)
		slices.Reverse(turned.FieldEvents)
		if n := len(turned.Events); n > 2 {
			turned.Events[0], turned.Events[n/2] = turned.Events[n/2], turned.Events[0]
		}
		turned.AsOf(funnel.At(sc.now), known.calendar(t, sc.zone), &b)
		return "one way\n" + dump(&a) + "other way\n" + dump(&b), dump(&a) == dump(&b)
	})
}

// What happened later cannot change what was known: the deal without its later events gives the same. The exceptions are the rules' own:
// whether there is any event at any time (Q05, NoHistory), a void event at any time (Q02), the old value of a later field event (Q18).
func TestLaterEventsDoNotMatter(t *testing.T) {
	known := zones{}
	law(t, "an older T gives what a deal cut to the events before it gives", func(sc scene) (string, bool) {
		c, now := known.calendar(t, sc.zone), funnel.At(sc.now)
		later := func(m funnel.Moment) bool { return !c.Precedes(m, now) }
		cut := sc.deal
		cut.FieldEvents = nil
		sc.deal.FieldEvents = nil
		cut.Events = slices.DeleteFunc(slices.Clone(cut.Events), func(e funnel.Event) bool { return later(e.At) })
		if len(cut.Events) == 0 || sc.deal.Status == funnel.Void {
			return "", true
		}
		var a, b funnel.Snapshot
		sc.deal.AsOf(now, c, &a)
		cut.AsOf(now, c, &b)
		return "whole\n" + dump(&a) + "cut\n" + dump(&b), dump(&a) == dump(&b)
	})
}
