package kpi_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

// speaking is the golden fixture as a source with this variant would have exported it: an end that it cannot say is still open.
func speaking(v *funnel.Variant) []*funnel.Deal {
	list := golden()
	for _, d := range list {
		d.Variant = v
		for i := range d.Events {
			if e := &d.Events[i]; !v.HasStatus(e.Status) {
				e.Status, e.Stage = funnel.Open, funnel.NoStage
			}
		}
	}
	return list
}

// TestVocabularies lists for every kind of source the KPIs that it cannot answer: all others count, and none of these gives a number.
func TestVocabularies(t *testing.T) {
	decided := "HitRateNarrow HitRateBroad HitRatePursued HitRateValue WinRateCohort StageDropOff"
	losses := "LostCount LostValue LossCauseShare LossCauseShareValue CycleTimeLost"
	wins := "WonCount WonValue WonValueGross AvgWonDealSize MedianWonDealSize WinReversalRate CycleTimeWon LeadTimeWon"
	undecided := "UndecidedCount UndecidedValue"
	holds := "CycleTimeWon CycleTimeLost LeadTimeWon" // those that take days on hold off
	for _, c := range []struct {
		name       string
		statuses   []funnel.Status
		unanswered string
	}{
		{"everything", nil, ""},
		{"no disqualified", []funnel.Status{funnel.Open, funnel.OnHold, funnel.Won, funnel.Lost, funnel.NoDecision, funnel.NoResponse}, ""},
		{"no no_response", []funnel.Status{funnel.Open, funnel.OnHold, funnel.Won, funnel.Lost, funnel.NoDecision}, ""},
		{"no no_decision", []funnel.Status{funnel.Open, funnel.OnHold, funnel.Won, funnel.Lost, funnel.NoResponse}, ""},
		{"neither of the two", []funnel.Status{funnel.Open, funnel.OnHold, funnel.Won, funnel.Lost}, undecided + " HitRateBroad"},
		{"no on_hold", []funnel.Status{funnel.Open, funnel.Won, funnel.Lost, funnel.NoDecision}, holds},
		{"no lost", []funnel.Status{funnel.Open, funnel.OnHold, funnel.Won, funnel.NoDecision}, decided + " " + losses + " StageConversion"},
		{"no won", []funnel.Status{funnel.Open, funnel.OnHold, funnel.Lost, funnel.NoDecision}, decided + " " + wins + " StageConversion"},
		{"no end", []funnel.Status{funnel.Open, funnel.OnHold}, decided + " " + losses + " " + wins + " " + undecided + " StageConversion ReopenRate"},
	} {
		r := report(quarter(), nil, speaking(funnel.NewVariant(nil, c.statuses)), measures()...)
		unanswered := map[string]bool{}
		for i, v := range r.Total().Values {
			if v.Status != kpi.InsufficientSource {
				continue
			}
			unanswered[catalogue[i].function] = true
			if _, known := v.Rat(); known || v.N > 0 {
				t.Errorf("%s: %s answers all the same", c.name, spell(v))
			}
		}
		for _, l := range catalogue {
			if want := slices.Contains(strings.Fields(c.unanswered), l.function); unanswered[l.function] != want {
				t.Errorf("%s: %s unanswered is %v, want %v", c.name, l.function, !want, want)
			}
		}
	}
}

// A source that cannot say that a deal was lost has not lost none, whether or not any of its deals ended; what is over before the period, or began after it,
// says nothing.
func TestSilentSource(t *testing.T) {
	silent := func(status funnel.Status, created, closed string) *funnel.Deal {
		d := &funnel.Deal{ID: "S", Region: funnel.LabelOf("S"), Status: status, Created: funnel.On(funnel.MustDate(created)), Variant: withoutLost}
		if closed != "" {
			d.Closed = funnel.On(funnel.MustDate(closed))
		}
		return d
	}
	for _, c := range []struct {
		name   string
		deals  []*funnel.Deal
		want   kpi.ValueStatus
		left   int64
		counts int64
	}{
		{"won in the period", []*funnel.Deal{silent(funnel.Won, "2026-01-05", "2026-02-01")}, kpi.InsufficientSource, 1, 0},
		{"open", []*funnel.Deal{silent(funnel.Open, "2025-01-05", "")}, kpi.InsufficientSource, 0, 0},
		{"won after the period", []*funnel.Deal{silent(funnel.Won, "2026-01-05", "2026-04-05")}, kpi.InsufficientSource, 0, 0},
		{"won nobody knows when", []*funnel.Deal{silent(funnel.Won, "2026-01-05", "")}, kpi.InsufficientSource, 0, 0},
		{"won before the period", []*funnel.Deal{silent(funnel.Won, "2025-01-05", "2025-12-31")}, kpi.OK, 0, 0},
		{"created after the period", []*funnel.Deal{silent(funnel.Open, "2026-04-01", "")}, kpi.OK, 0, 0},
		{"among others", append(golden(), silent(funnel.Won, "2026-01-05", "2026-02-01")), kpi.OK, 1, 2},
	} {
		v := quarter()
		v.AsOf = instant("2026-05-01T00:00:00Z")
		for _, by := range [][]kpi.Dimension{kpi.By(kpi.Team()), kpi.By(kpi.Region()), kpi.By(kpi.Month(), kpi.Region())} {
			r := report(v, by, c.deals, kpi.LostCount())
			got := r.Total().Values[0]
			if got.Status != c.want || got.Skipped("insufficient_source") != c.left || got.N != c.counts {
				t.Errorf("%s, by %d: %s", c.name, len(by), spell(got))
			}
			for g := range r.Rows() {
				row, want := g.Values[0], c.want
				if c.left > 0 { // whatever others count in the total, S has nobody else
					want = kpi.InsufficientSource
				}
				if g.Key[len(by)-1].Name == "S" && row.Status != want {
					t.Errorf("%s, region S, by %d: %s", c.name, len(by), spell(row))
				}
				if row.LeftOut() == 0 && c.counts == 0 && len(by) == 2 {
					t.Errorf("%s: a month without anything in it: %v", c.name, g.Key)
				}
			}
			o := report(v, by, nil, kpi.LostCount())
			if err := o.MergeBinary([]byte(binaryOf(r))); err != nil || spellAll(o) != spellAll(r) {
				t.Errorf("%s, by %d: %v, and after the binary form %s", c.name, len(by), err, spellAll(o))
			}
		}
	}
}

// What the sources must say, and what a query says that they say, is part of the question: answers to another are not added.
func TestVocabularyIsInTheQuestion(t *testing.T) {
	asking := func(v kpi.Vocabulary) *kpi.Report {
		m := kpi.LostCount()
		m.Population.Vocabulary = v
		return report(quarter(), nil, golden(), m)
	}
	all := []kpi.Vocabulary{{}, {All: kpi.LostDeals}, {Any: kpi.LostDeals}, kpi.Vocabulary{All: kpi.LostDeals}.Saying(0),
		kpi.Vocabulary{All: kpi.LostDeals}.Saying(kpi.LostDeals)}
	for i, v := range all {
		for k, o := range all {
			if err := asking(v).Merge(asking(o)); errors.Is(err, kpi.ErrMerge) != (i != k) {
				t.Errorf("%+v and %+v: %v", v, o, err)
			}
		}
	}
}
