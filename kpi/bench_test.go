package kpi_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/internal/exact"
	"github.com/koine-go/koine/kpi"
)

// benchDeals returns n deals of five quarters with four events each, in the order of their creation: five regions, eight products, three currencies.
func benchDeals(n int) []*funnel.Deal {
	r := rand.New(rand.NewPCG(1, 2))
	regions, products := labels("region", 5), labels("product", 8)
	money := []string{"EUR", "USD", "CHF"}
	list := make([]*funnel.Deal, n)
	for i := range list {
		at := instant("2025-01-01T00:00:00Z").Add(time.Duration(i) * (455 * 24 * time.Hour / time.Duration(n)))
		d := &funnel.Deal{ID: fmt.Sprint(i), Region: regions[r.IntN(5)], ProductGroup: products[r.IntN(8)], Created: funnel.At(at),
			ExpectedClose: dayOf(at.AddDate(0, 2, 0)), Probability: funnel.NewShare(int64(r.IntN(101)), -2)}
		d.Amount = must(funnel.NewMoney(int64(r.IntN(1e7)), -2, funnel.MustCurrency(money[r.IntN(3)])))
		for k, stage := range []funnel.Stage{funnel.Prospect, funnel.Qualified, funnel.Offered, funnel.NoStage} {
			e := funnel.Event{ID: fmt.Sprint(k), At: funnel.At(at), Stage: stage, Status: funnel.Open}
			if stage == funnel.NoStage {
				e.Status = everyStatus[1+r.IntN(7)]
			}
			d.Events = append(d.Events, e)
			at = at.Add(time.Duration(1+r.IntN(30*24)) * time.Hour)
			d.Status = e.Status
		}
		list[i] = d
	}
	return list
}

// byRecord returns the same deals as a source without history has them.
func byRecord(list []*funnel.Deal) []*funnel.Deal {
	out := make([]*funnel.Deal, len(list))
	for i := range list {
		d := *list[i]
		if d.Status.Closed() {
			d.Closed = d.Events[len(d.Events)-1].At
		}
		d.Stage, d.Events = funnel.Offered, nil
		out[i] = &d
	}
	return out
}

func labels(name string, n int) []funnel.Label {
	list := make([]funnel.Label, n)
	for i := range list {
		list[i] = funnel.LabelOf(fmt.Sprint(name, i))
	}
	return list
}

// twelve is what the hand-written loop of BenchmarkReport computes.
func twelve() []kpi.Measure {
	return []kpi.Measure{kpi.DealsCreatedCount(), kpi.OpenPipelineCount(), kpi.OpenPipelineValue(), kpi.WonCount(), kpi.WonValue(), kpi.LostCount(),
		kpi.LostValue(), kpi.HitRateNarrow(), kpi.HitRateBroad(), kpi.HitRateValue(), kpi.AvgWonDealSize(), kpi.LeadTimeWon(kpi.CountHold)}
}

const benchSize = 20000

func benchView() kpi.View {
	v := everyView[0]
	v.Period = funnel.MustPeriod("2025-01-01..2026-04-01")
	return v
}

// BenchmarkReport is the cost of a deal by region, month and product, in order of creation, which flatters the cache, and shuffled.
func BenchmarkReport(b *testing.B) {
	list := benchDeals(benchSize)
	mixed := append([]*funnel.Deal(nil), list...)
	rand.New(rand.NewPCG(3, 4)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
	by := kpi.By(kpi.Region(), kpi.Month(), kpi.Product())
	for _, c := range []struct {
		name    string
		metrics []kpi.Measure
	}{{"none", nil}, {"twelve", twelve()}, {"wave1", measures()}} {
		b.Run(c.name, func(b *testing.B) { benchReport(b, by, list, c.metrics) })
		b.Run(c.name+"/shuffled", func(b *testing.B) { benchReport(b, by, mixed, c.metrics) })
		b.Run(c.name+"/total", func(b *testing.B) { benchReport(b, nil, list, c.metrics) })
	}
	b.Run("twelve/record", func(b *testing.B) { benchReport(b, by, byRecord(list), twelve()) })
	b.Run("snapshot", func(b *testing.B) { benchSnapshot(b, list) })
	b.Run("hand", func(b *testing.B) { benchHand(b, list) })
}

func benchReport(b *testing.B, by []kpi.Dimension, list []*funnel.Deal, metrics []kpi.Measure) {
	r := must(kpi.NewReport(benchView(), by, metrics...))
	for b.Loop() {
		for _, d := range list {
			r.Add(d)
		}
	}
	perDeal(b, len(list))
}

func perDeal(b *testing.B, n int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/deal")
}

func benchSnapshot(b *testing.B, list []*funnel.Deal) {
	v := benchView()
	var s funnel.Snapshot
	for b.Loop() {
		for _, d := range list {
			d.AsOf(funnel.At(v.AsOf), v.Calendar, &s)
		}
	}
	perDeal(b, len(list))
}

// cell is the state of the hand-written loop in one group.
type cell struct {
	created, open, won, lost, undecided, unpriced int64
	openValue, wonValue, lostValue                exact.Sum
	days                                          kpi.Days
}

type cellKey struct {
	region, product funnel.Label
	month           funnel.Date
}

// benchHand is the twelve written out as one loop with shared sums: the least that has to be done.
func benchHand(b *testing.B, list []*funnel.Deal) {
	h := &hand{view: benchView(), cells: map[cellKey]*cell{}}
	for b.Loop() {
		for _, d := range list {
			h.add(d)
		}
	}
	perDeal(b, len(list))
}

type hand struct {
	view     kpi.View
	cells    map[cellKey]*cell
	snapshot funnel.Snapshot
}

func (h *hand) add(d *funnel.Deal) {
	s := &h.snapshot
	d.AsOf(funnel.At(h.view.AsOf), h.view.Calendar, s)
	if h.view.Period.Contains(s.CreatedDay) {
		h.at(d, s.CreatedDay).created++
	}
	if s.Status.IsOpen() {
		c := h.at(d, s.Today)
		c.open++
		h.price(c, &c.openValue, s.Today)
		return
	}
	if !h.view.Period.Contains(s.CloseDay) {
		return
	}
	c := h.at(d, s.CloseDay)
	switch s.Status {
	case funnel.Won:
		c.won++
		c.days.Add(s.CloseDay.Sub(s.CreatedDay))
		h.price(c, &c.wonValue, s.CloseDay)
	case funnel.Lost:
		c.lost++
		h.price(c, &c.lostValue, s.CloseDay)
	default:
		c.undecided++
	}
}

func (h *hand) at(d *funnel.Deal, day funnel.Date) *cell {
	k := cellKey{d.Region, d.ProductGroup, day.Month()}
	c := h.cells[k]
	if c == nil {
		c = &cell{}
		h.cells[k] = c
	}
	return c
}

func (h *hand) price(c *cell, sum *exact.Sum, day funnel.Date) {
	coef, exp, _ := h.snapshot.Amount.Coefficient()
	rate, rexp := int64(1), 0
	if from := h.snapshot.Amount.Currency(); from != h.view.Currency {
		r, ok := h.view.Rates.Series(from, h.view.Currency, funnel.Spot).On(day)
		if !ok {
			c.unpriced++
			return
		}
		rate, rexp = r.Coefficient()
	}
	sum.Add(exact.Product(coef, exp, rate, rexp))
}

func BenchmarkMerge(b *testing.B) {
	list := benchDeals(benchSize)
	by := kpi.By(kpi.Region(), kpi.Month(), kpi.Product())
	part := report(benchView(), by, list, measures()...)
	whole := report(benchView(), by, list[:benchSize/2], measures()...)
	groups := 0
	for range part.Rows() {
		groups++
	}
	for b.Loop() {
		if err := whole.Merge(part); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*groups), "ns/group")
}

func BenchmarkBinary(b *testing.B) {
	by := kpi.By(kpi.Region(), kpi.Month(), kpi.Product())
	r := report(benchView(), by, benchDeals(benchSize), twelve()...)
	form := []byte(binaryOf(r))
	b.Run("marshal", func(b *testing.B) {
		b.SetBytes(int64(len(form)))
		for b.Loop() {
			must(r.MarshalBinary())
		}
	})
	b.Run("unmarshal", func(b *testing.B) {
		b.SetBytes(int64(len(form)))
		for b.Loop() {
			o := report(benchView(), by, nil, twelve()...)
			if err := o.MergeBinary(form); err != nil {
				b.Fatal(err)
			}
		}
	})
}
