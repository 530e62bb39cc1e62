package kpi_test

import (
	"testing"

	"github.com/koine-go/koine/kpi"
)

// A report allocates for groups and distinct values, not for deals: once it has seen them all, nothing more. The median of money is the exception,
// since it keeps every amount (ruling Q41): its lists double, which must cost next to nothing for a deal.
func TestAddDoesNotAllocate(t *testing.T) {
	list := benchDeals(2048)
	for _, c := range []struct {
		name  string
		keeps bool
		most  float64 // for a pass over the list
	}{{"all but the median", false, 0}, {"all", true, 0.02 * 2048}} {
		var metrics []kpi.Measure
		for _, l := range catalogue {
			if c.keeps || l.function != "MedianWonDealSize" {
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
		if n := testing.AllocsPerRun(3, add); n > c.most {
			t.Errorf("%s: %v allocations for %d deals", c.name, n, len(list))
		}
	}
}
