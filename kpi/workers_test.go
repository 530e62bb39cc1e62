package kpi_test

import (
	"sync"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

// Workers share the view, the metrics and the dimensions, and have a report each (the race detector watches).
func TestWorkersShareTheQuestion(t *testing.T) {
	const workers = 4
	list, metrics, by := steadyDeals(1000), measures(), kpi.By(kpi.Region(), kpi.Month(), kpi.Complexity())
	reports := make([]*kpi.Report, workers)
	var group sync.WaitGroup
	for w := range reports {
		reports[w] = must(kpi.NewReport(everyView[0], by, metrics...))
		group.Go(func() {
			for i := w; i < len(list); i += workers {
				reports[w].Add(list[i])
			}
		})
	}
	group.Wait()
	got := united(reports[0], reports[1:]...)
	if d := difference(spellAll(got), spellAll(report(everyView[0], by, list, metrics...))); d != "" {
		t.Error(d)
	}
}

// A reader may use one deal and its events again for the next: by then the report needs nothing of it.
func TestReaderMayReuseDeals(t *testing.T) {
	list, by := steadyDeals(700), kpi.By(kpi.Region(), kpi.Month())
	r := must(kpi.NewReport(everyView[0], by, measures()...))
	var d funnel.Deal
	var events []funnel.Event
	var fields []funnel.FieldEvent
	for _, next := range list {
		events, fields = append(events[:0], next.Events...), append(fields[:0], next.FieldEvents...)
		d = *next
		d.Events, d.FieldEvents = events, fields
		r.Add(&d)
		clear(events)
		clear(fields)
		d = funnel.Deal{}
	}
	if d := difference(spellAll(r), spellAll(report(everyView[0], by, list, measures()...))); d != "" {
		t.Error(d)
	}
}
