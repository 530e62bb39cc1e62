package kpi_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

// Each deal is of one kind, so that no count can stand for another.
func TestCensus(t *testing.T) {
	day := func(s string) funnel.Moment { return funnel.On(funnel.MustDate(s)) }
	open := funnel.Event{At: day("2026-01-05"), Stage: funnel.Qualified, Status: funnel.Open}
	unknown := open
	unknown.Stage, unknown.LocalStage = funnel.NoStage, funnel.LabelOf("X1")
	created := day("2026-01-01")
	deals := []*funnel.Deal{
		{ID: "clean", Created: created, Events: []funnel.Event{open}},
		{ID: "no history", Created: created, Status: funnel.Open},
		{ID: "no creation", Events: []funnel.Event{open}},
		{ID: "unmapped stage", Created: created, Events: []funnel.Event{unknown}},
		{ID: "unmapped status, and so no history", Created: created},
		{ID: "tie", Created: created, Events: []funnel.Event{open, open}},
		{ID: "void", Status: funnel.Void, Created: created},
		{ID: "later", Created: day("2026-05-01"), Status: funnel.Open},
	}
	want := kpi.Census{Deals: 8, Outside: 2, NoHistory: 2, NoCreatedAt: 1, UnmappedStage: 1, UnmappedStatus: 1, AmbiguousOrder: 1}
	v := everyView[0]
	v.AsOf = instant("2026-04-01T00:00:00Z")
	a, b := must(kpi.NewReport(v, nil, kpi.WonCount())), must(kpi.NewReport(v, nil, kpi.WonCount()))
	for i, d := range deals {
		if i < 3 {
			a.Add(d)
		} else {
			b.Add(d)
		}
	}
	form := must(b.MarshalBinary())
	if err := a.MergeBinary(form); err != nil {
		t.Fatal(err)
	}
	if got := a.Census(); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// A result that used a derived rate says so (ruling Q31a): here the table quotes against the euro, and the view wants dollars.
func TestDerivedRates(t *testing.T) {
	rates := must(must(funnel.NewRates([]funnel.Rate{funnel.MustRate("EUR USD 1.25 2026-01-01"), funnel.MustRate("EUR SEK 10 2026-01-01"),
		funnel.MustRate("CHF USD 1.1 2026-01-01")})).Into(funnel.MustCurrency("USD")))
	v := everyView[0]
	v.Period, v.AsOf, v.Currency, v.Rates = funnel.MustPeriod("2026-01-01..2026-04-01"), instant("2026-04-01T00:00:00Z"), funnel.MustCurrency("USD"), rates
	closed := funnel.On(funnel.MustDate("2026-02-01"))
	var deals []*funnel.Deal
	for _, amount := range []string{"100 EUR", "100 SEK", "100 CHF", "100 USD"} {
		deals = append(deals, &funnel.Deal{ID: amount, Status: funnel.Won, Closed: closed, Amount: funnel.MustMoney(amount)})
	}
	value := must(kpi.WonValue().Of(v, slices.Values(deals)))
	if got := value.String(); got != "347.50 USD (4 deals), 1 deal at derived rates" { // 125 + 12.5 + 110 + 100: only SEK is crossed
		t.Errorf("got %s", got)
	}
	if count := must(kpi.WonCount().Of(v, slices.Values(deals))); count.Derived != 0 {
		t.Errorf("a count used %d rates", count.Derived)
	}
}

// A form has no ids, so a report that keeps its deals would show fewer deals than it counts.
func TestFormWithoutDeals(t *testing.T) {
	r := must(kpi.NewReport(everyView[0], nil, kpi.WonCount()))
	form := must(r.MarshalBinary())
	r.KeepDeals()
	if err := r.MergeBinary(form); !errors.Is(err, kpi.ErrMerge) {
		t.Errorf("got %v", err)
	}
}
