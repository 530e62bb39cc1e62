package kpi_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

func TestNewReportRefuses(t *testing.T) {
	view := func(change func(*kpi.View)) kpi.View { v := quarter(); change(&v); return v }
	label := func(*kpi.Fact, funnel.Moment) funnel.Label { return funnel.Label{} }
	day := func(*kpi.Fact, funnel.Moment, *funnel.Calendar) funnel.Date { return funnel.Date{} }
	metric := func(change func(*kpi.Metric[kpi.Count])) []kpi.Measure {
		m := everyDeal()
		change(&m)
		return []kpi.Measure{m}
	}
	for _, c := range []struct {
		name    string
		view    kpi.View
		by      []kpi.Dimension
		metrics []kpi.Measure
		kind    error
		subject string
	}{
		{"no view", kpi.View{}, nil, nil, kpi.ErrView, "view"},
		{"no calendar", view(func(v *kpi.View) { v.Calendar = nil }), nil, nil, kpi.ErrView, "view"},
		{"no period", view(func(v *kpi.View) { v.Period = funnel.Period{} }), nil, nil, kpi.ErrView, ""},
		{"no day in the period", view(func(v *kpi.View) { v.Period.To = v.Period.From }), nil, nil, kpi.ErrView, "2026-01-01..2026-01-01"},
		{"period upside down", view(func(v *kpi.View) { v.Period.To = funnel.MustDate("2025-01-01") }), nil, nil, kpi.ErrView, "2026-01-01..2025-01-01"},
		{"half a period", view(func(v *kpi.View) { v.Period.From = funnel.Date{} }), nil, nil, kpi.ErrView, "..2026-04-01"},
		{"no instant", view(func(v *kpi.View) { v.AsOf = time.Time{} }), nil, nil, kpi.ErrView, "view"},
		{"instant out of range", view(func(v *kpi.View) { v.AsOf = time.Date(12000, 1, 1, 0, 0, 0, 0, time.UTC) }), nil, nil, kpi.ErrView, "view"},
		{"no currency", view(func(v *kpi.View) { v.Currency = funnel.Currency{} }), nil, nil, kpi.ErrView, "view"},
		{"no such policy", view(func(v *kpi.View) { v.Policy = 2 }), nil, nil, kpi.ErrView, "view"},
		{"dimension without a name", quarter(), kpi.By(kpi.Dimension{Label: label}), nil, kpi.ErrGrouping, ""},
		{"dimension without a value", quarter(), kpi.By(kpi.Dimension{Name: "x"}), nil, kpi.ErrGrouping, "x"},
		{"dimension with two values", quarter(), kpi.By(kpi.Dimension{Name: "x", Label: label, Day: day}), nil, kpi.ErrGrouping, "x"},
		{"dimension twice", quarter(), kpi.By(kpi.Region(), kpi.Owner(), kpi.Region()), nil, kpi.ErrGrouping, "region"},
		{"metric without id", quarter(), nil, metric(func(m *kpi.Metric[kpi.Count]) { m.ID = "" }), kpi.ErrMetric, ""},
		{"metric without version", quarter(), nil, metric(func(m *kpi.Metric[kpi.Count]) { m.Version = "" }), kpi.ErrMetric, "every_deal"},
		{"metric without fold", quarter(), nil, metric(func(m *kpi.Metric[kpi.Count]) { m.Fold = nil }), kpi.ErrMetric, "every_deal"},
		{"no such unit", quarter(), nil, metric(func(m *kpi.Metric[kpi.Count]) { m.Unit = 99 }), kpi.ErrMetric, "every_deal"},
		{"too many reasons", quarter(), nil, metric(func(m *kpi.Metric[kpi.Count]) { m.OwnSkips = make([]string, 17) }), kpi.ErrMetric, "every_deal"},
		{"metric twice", quarter(), nil, []kpi.Measure{kpi.WonCount(), kpi.LostCount(), kpi.WonCount()}, kpi.ErrMetric, "won_count"},
	} {
		r, err := kpi.NewReport(c.view, c.by, c.metrics...)
		var where *kpi.Error
		if r != nil || !errors.Is(err, c.kind) || !errors.As(err, &where) || where.Subject != c.subject {
			t.Errorf("%s: got %v, want %v about %q", c.name, err, c.kind, c.subject)
		}
	}
}

// One metric may stand in a report several times if its parameters differ.
func TestNewReportTakesVariants(t *testing.T) {
	r, err := kpi.NewReport(quarter(), nil, kpi.StalledRate(nil), kpi.StalledRate(someLimits), kpi.StalledRate(kpi.Limits{}))
	if err != nil || len(r.Total().Values) != 3 {
		t.Error(err)
	}
}

func TestEnumsSpeak(t *testing.T) {
	for got, want := range map[string]string{
		kpi.SpotRates.String(): "spot", kpi.PlanRates.String(): "plan", kpi.Policy(9).String(): "invalid",
		kpi.UnitDeals.String(): "deals", kpi.UnitCurrency.String(): "currency", kpi.Unit(99).String(): "invalid",
		kpi.NotReached.String(): "not_reached", kpi.ValueStatus(99).String(): "invalid",
		kpi.NoRate.String(): "no_rate", (kpi.OwnSkip + 2).String(): "own_2",
	} {
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// Whatever two reports differ in but their deals, they are not merged, and nothing has happened.
func TestMergeRefuses(t *testing.T) {
	standard := func() *kpi.Report {
		return report(quarter(), kpi.By(kpi.Region()), golden(), kpi.WonValue(), kpi.HitRateNarrow())
	}
	with := func(change func(*kpi.View)) *kpi.Report {
		v := quarter()
		change(&v)
		return report(v, kpi.By(kpi.Region()), golden(), kpi.WonValue(), kpi.HitRateNarrow())
	}
	traced := standard()
	traced.KeepDeals()
	for name, other := range map[string]*kpi.Report{
		"another period":       with(func(v *kpi.View) { v.Period = funnel.MustPeriod("2026-01-01..2026-03-31") }),
		"another instant":      with(func(v *kpi.View) { v.AsOf = v.AsOf.Add(time.Hour) }),
		"another zone":         with(func(v *kpi.View) { v.Calendar = funnel.UTC() }),
		"another currency":     with(func(v *kpi.View) { v.Currency = funnel.MustCurrency("USD") }),
		"another policy":       with(func(v *kpi.View) { v.Policy = kpi.PlanRates }),
		"no rates":             with(func(v *kpi.View) { v.Rates = nil }),
		"another rate":         with(func(v *kpi.View) { v.Rates = rateTable(funnel.MustRate("USD EUR 0.91 2025-12-31")) }),
		"another day's rate":   with(func(v *kpi.View) { v.Rates = rateTable(funnel.MustRate("USD EUR 0.90 2025-12-30")) }),
		"a rate more":          with(func(v *kpi.View) { v.Rates = rateTable(v.Rates.All()[0], funnel.MustRate("JPY EUR 0.006 2026-01-01")) }),
		"no grouping":          report(quarter(), nil, golden(), kpi.WonValue(), kpi.HitRateNarrow()),
		"another dimension":    report(quarter(), kpi.By(kpi.Owner()), golden(), kpi.WonValue(), kpi.HitRateNarrow()),
		"a dimension more":     report(quarter(), kpi.By(kpi.Region(), kpi.Owner()), golden(), kpi.WonValue(), kpi.HitRateNarrow()),
		"another metric":       report(quarter(), kpi.By(kpi.Region()), golden(), kpi.WonValue(), kpi.HitRateBroad()),
		"a metric less":        report(quarter(), kpi.By(kpi.Region()), golden(), kpi.WonValue()),
		"another order":        report(quarter(), kpi.By(kpi.Region()), golden(), kpi.HitRateNarrow(), kpi.WonValue()),
		"another version":      report(quarter(), kpi.By(kpi.Region()), golden(), kpi.WonValue(), changed(func(m *kpi.Metric[kpi.Ratio]) { m.Version = "2.0.0" })),
		"another population":   report(quarter(), kpi.By(kpi.Region()), golden(), kpi.WonValue(), changed(func(m *kpi.Metric[kpi.Ratio]) { m.Population.Needs |= kpi.Priced })),
		"another min_n":        report(quarter(), kpi.By(kpi.Region()), golden(), kpi.WonValue(), changed(func(m *kpi.Metric[kpi.Ratio]) { m.MinN = 5 })),
		"a parameter":          report(quarter(), kpi.By(kpi.Region()), golden(), kpi.WonValue(), changed(func(m *kpi.Metric[kpi.Ratio]) { m.Parameters = []kpi.Parameter{{Name: "a", Value: "b"}} })),
		"reasons of its own":   report(quarter(), kpi.By(kpi.Region()), golden(), kpi.WonValue(), changed(func(m *kpi.Metric[kpi.Ratio]) { m.OwnSkips = []string{"why"} })),
		"another kind of part": report(quarter(), kpi.By(kpi.Region()), golden(), kpi.WonValue(), disguised()),
		"one that keeps deals": traced,
	} {
		r := standard()
		before := spellAll(r)
		err := r.Merge(other)
		if !errors.Is(err, kpi.ErrMerge) {
			t.Errorf("%s: got %v", name, err)
		}
		if spellAll(r) != before {
			t.Errorf("%s: refused, and changed the report all the same", name)
		}
	}
}

// changed is the narrow hit rate with one thing different.
func changed(change func(*kpi.Metric[kpi.Ratio])) kpi.Metric[kpi.Ratio] {
	m := kpi.HitRateNarrow()
	change(&m)
	return m
}

// disguised has the identity of the narrow hit rate and counts something else.
func disguised() kpi.Measure {
	m := kpi.HitRateNarrow()
	return kpi.Metric[kpi.Count]{ID: m.ID, Version: m.Version, Unit: m.Unit, Population: m.Population, Fold: everyDeal().Fold}
}

// Rates given in another order, or twice, are the same rates.
func TestMergeTakesTheSameRates(t *testing.T) {
	a, b := quarter(), quarter()
	usd, jpy := funnel.MustRate("USD EUR 0.90 2025-12-31"), funnel.MustRate("JPY EUR 0.0060 2026-01-01")
	a.Rates, b.Rates = rateTable(usd, jpy), rateTable(jpy, usd, jpy)
	if err := report(a, nil, golden(), kpi.WonValue()).Merge(report(b, nil, nil, kpi.WonValue())); err != nil {
		t.Error(err)
	}
}

func TestErrorText(t *testing.T) {
	_, err := kpi.NewReport(quarter(), kpi.By(kpi.Region(), kpi.Region()))
	if want := `kpi: "region" is not a valid grouping: named twice`; err.Error() != want {
		t.Errorf("got %s, want %s", err, want)
	}
	r := report(quarter(), nil, golden(), kpi.WonCount())
	form := []byte(binaryOf(r))
	form[len(form)-1]++
	if err := r.MergeBinary(form); !strings.HasSuffix(err.Error(), "cut short or altered at byte "+itoa(len(form)-32)) {
		t.Errorf("got %s", err)
	}
}
