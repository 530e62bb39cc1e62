package kpi_test

import (
	"testing"

	"github.com/koine-go/koine/kpi"
)

// A report allocates for groups and distinct values, not for deals: once it has seen them all, nothing more. Medians of money are the exception,
// since they keep every amount (ruling Q41); their memory grows, so they are not in this report.
func TestAddDoesNotAllocate(t *testing.T) {
	list := benchDeals(2048)
	var metrics []kpi.Measure
	for _, l := range catalogue {
		if l.function != "MedianWonDealSize" {
			metrics = append(metrics, l.measure)
		}
	}
	r := must(kpi.NewReport(everyView[0], kpi.By(kpi.Region(), kpi.Month(), kpi.Product()), metrics...))
	add := func() {
		for _, d := range list {
			r.Add(d)
		}
	}
	add()
	if n := testing.AllocsPerRun(3, add); n > 0 {
		t.Errorf("%v allocations for %d deals", n, len(list))
	}
}
