package funnel_test

import (
	"testing"

	"github.com/koine-go/koine/funnel"
)

// A batch takes one snapshot per deal; one allocation each would cost more than the snapshot.
func TestAsOfAllocatesNothing(t *testing.T) {
	c := calendarOf(t, "Europe/Berlin")
	fields := []funnel.FieldEvent{amounts(t, "01-10", "1", "2"), amounts(t, "on:01-20", "2", "3")}
	for _, k := range []struct {
		why    string
		events string
	}{
		{"no events", ""},
		{"in order", "prospect 01-05, qualified 01-10, offer 01-20, → won 02-19"},
		{"days", "prospect on:01-05, qualified on:01-10, → won on:02-19"},
		{"out of order", "→ won 02-19, offer 01-20, prospect 01-05"},
		{"ties", "→ won 02-19, offer 02-19, prospect 02-19"},
		{"sequences", "→ won 02-19#3, offer 02-19#2, prospect 02-19#1"},
		{"days and instants", "→ won 02-19#3, offer on:02-19#2, prospect 02-19#1, qualified 02-18"},
		{"reopened", "offer 01-05, → lost(pricing) 01-10, offer 01-12, → won 01-20"},
	} {
		d := &funnel.Deal{Created: moment(t, "01-04"), Closed: moment(t, "02-01"), Status: funnel.Won, Events: history(t, k.events), FieldEvents: fields}
		at, region := moment(t, "03-01"), funnel.LabelOf("")
		var s funnel.Snapshot
		d.AsOf(at, c, &s)
		if n := testing.AllocsPerRun(100, func() {
			d.AsOf(at, c, &s)
			region = s.LabelAt(funnel.RegionField, s.Close)
			_ = s.HoldDays(d.Created) + s.EnteredExactly(funnel.Offered, 0)
		}); n != 0 {
			t.Errorf("%s: %v allocations, region %v", k.why, n, region)
		}
	}
}

func TestRatesAllocateNothing(t *testing.T) {
	series := table(t, "USD EUR 0.90 2025-12-31, USD EUR 0.91 2026-01-05").Series(funnel.MustCurrency("USD"), funnel.MustCurrency("EUR"), funnel.Spot)
	day := funnel.MustDate("2026-02-01")
	if n := testing.AllocsPerRun(100, func() { series.On(day) }); n != 0 {
		t.Errorf("looking up a rate allocates %v times", n)
	}
}
