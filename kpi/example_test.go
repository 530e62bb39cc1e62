package kpi_test

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

// The examples are about the eleven deals of the golden fixture, in its quarter.

func Example() {
	// 1. Bind the view: which period, as known when, in which calendar and currency.
	rates, err := funnel.NewRates([]funnel.Rate{funnel.MustRate("USD EUR 0.90 2025-12-31")})
	if err != nil {
		fmt.Println(err)
	}
	view := kpi.View{Period: funnel.MustPeriod("2026-01-01..2026-04-01"), AsOf: instant("2026-03-31T22:00:00Z"),
		Calendar: calendar("Europe/Berlin"), Currency: funnel.MustCurrency("EUR"), Rates: rates}

	// 2. Make a report: the dimensions to group by, and the metrics.
	r, err := kpi.NewReport(view, kpi.By(kpi.Region()), kpi.HitRateNarrow(), kpi.WonValue())
	if err != nil {
		fmt.Println(err)
	}

	// 3. Add every deal, once.
	for _, d := range golden() {
		r.Add(d)
	}

	// 4. Read the groups and the total: numbers with their parts, and what was left out.
	for g := range r.Rows() {
		fmt.Println(g.Key, g.Values)
	}
	fmt.Println(r.Total().Key, r.Total().Values)
	// Output:
	// DE [66.67% (2/3) 95000.00 EUR (2 deals)]
	// JP [100.00% (1/1) 0.00 EUR (0 deals), 1 left out: 1 no_rate]
	// US [0.00% (0/1) 0.00 EUR (0 deals)]
	// total [60.00% (3/5) 95000.00 EUR (2 deals), 1 left out: 1 no_rate]
}

func ExampleReport_Merge() {
	// Two workers count different deals and ask the same question.
	north, _ := kpi.NewReport(quarter(), nil, kpi.HitRateNarrow())
	south, _ := kpi.NewReport(quarter(), nil, kpi.HitRateNarrow())
	for i, d := range golden() {
		if i < 3 {
			north.Add(d)
		} else {
			south.Add(d)
		}
	}
	fmt.Println(north.Total().Values[0], "and", south.Total().Values[0])
	if err := north.Merge(south); err != nil {
		fmt.Println(err)
	}
	fmt.Println(north.Total().Values[0])

	other, _ := kpi.NewReport(quarter(), kpi.By(kpi.Region()), kpi.HitRateNarrow())
	fmt.Println(errors.Is(north.Merge(other), kpi.ErrMerge))
	// Output:
	// 50.00% (1/2) and 66.67% (2/3)
	// 60.00% (3/5)
	// true
}

func ExampleReport_MarshalBinary() {
	there, _ := kpi.NewReport(quarter(), nil, kpi.HitRateNarrow())
	for _, d := range golden() {
		there.Add(d)
	}
	form, _ := there.MarshalBinary()

	here, _ := kpi.NewReport(quarter(), nil, kpi.HitRateNarrow())
	fmt.Println(here.MergeBinary(form), here.Total().Values[0])
	fmt.Println(errors.Is(here.MergeBinary(form[:len(form)-1]), kpi.ErrForm))
	// Output:
	// <nil> 60.00% (3/5)
	// true
}

func ExampleReport_KeepDeals() {
	r, _ := kpi.NewReport(quarter(), nil, kpi.HitRateValue())
	r.KeepDeals()
	for _, d := range golden() {
		r.Add(d)
	}
	v := r.Total().Values[0]
	fmt.Println(v)
	fmt.Println("part", v.Deals.Part, "whole", v.Deals.Whole)
	for _, l := range v.Deals.Left {
		fmt.Println(l.Reason, l.IDs)
	}
	// Output:
	// 48.78% (100000/205000), 2 left out: 1 no_rate, 1 negative_amount
	// part [D1] whole [D1 D2 D7]
	// no_rate [D4]
	// negative_amount [D11]
}

// A metric of one's own: the share of the deals closed that were large and lost, above an amount that the company has agreed on.
func ExampleMetric() {
	const credit = kpi.OwnSkip
	limit := big.NewRat(50000, 1)
	largeLosses := kpi.Metric[kpi.Ratio]{
		ID: "large_loss_rate", Version: "1.0.0", Unit: kpi.UnitRatio,
		Parameters: []kpi.Parameter{{Name: "above", Value: limit.RatString()}},
		Population: kpi.Population{Clock: kpi.Closed(), Statuses: kpi.ClosedDeals, Needs: kpi.Priced},
		OwnSkips:   []string{"credit"},
		Fold: func(parts []kpi.Ratio, rows []kpi.Row, out *kpi.Out) {
			for _, d := range rows {
				if d.Value.Sign() < 0 {
					out.Leave(d, credit)
				} else {
					parts[d.Group].Add(d.Status == funnel.Lost && d.Value.Rat().Cmp(limit) > 0)
				}
			}
		},
	}
	fmt.Println(largeLosses.Of(quarter(), each(golden())))
	// Output:
	// 25.00% (1/4), 3 left out: 1 no_amount, 1 no_rate, 1 credit <nil>
}

// A dimension of one's own: what the deal says of itself.
func ExampleDimension() {
	priced := kpi.Dimension{Name: "priced", Label: func(f *kpi.Fact, _ funnel.Moment) funnel.Label {
		if f.Deal.Amount.Known() {
			return funnel.LabelOf("yes")
		}
		return funnel.LabelOf("no")
	}}
	r, _ := kpi.NewReport(quarter(), kpi.By(priced), kpi.OpenPipelineCount())
	for _, d := range golden() {
		r.Add(d)
	}
	for g := range r.Rows() {
		fmt.Println(g.Key, g.Values[0])
	}
	// Output:
	// no 1 deal
	// yes 2 deals
}

func ExampleTally() {
	t, err := kpi.NewTally(quarter(), kpi.CycleTimeWon(funnel.Qualified, kpi.CountHold))
	if err != nil {
		fmt.Println(err)
	}
	for _, d := range golden() {
		t.Add(d)
	}
	fmt.Println(t.State().Table())
	fmt.Println(t.Value())
	// Output:
	// [{0 1} {33 1} {40 1}]
	// 24.33 days (73/3), median 33
}

func ExampleValue_Decimal() {
	v, _ := kpi.HitRateValue().Of(quarter(), each(golden()))
	exact, _ := v.Rat()
	rounded, _ := v.Decimal(4)
	fmt.Println(exact, rounded)
	// Output:
	// 20/41 0.4878
}

func ExampleDealsCreatedCount() {
	fmt.Println(kpi.DealsCreatedCount().Of(quarter(), each(golden())))
	// Output:
	// 10 deals <nil>
}

func ExamplePipelineEnteredCount() {
	fmt.Println(kpi.PipelineEnteredCount(funnel.Qualified).Of(quarter(), each(golden())))
	// Output:
	// 9 deals <nil>
}

func ExamplePipelineEnteredValue() {
	fmt.Println(kpi.PipelineEnteredValue(funnel.Qualified).Of(quarter(), each(golden())))
	// Output:
	// 332000.00 EUR (7 deals), 2 left out: 1 no_amount, 1 no_rate <nil>
}

func ExampleOpenPipelineCount() {
	fmt.Println(kpi.OpenPipelineCount().Of(quarter(), each(golden())))
	// Output:
	// 3 deals <nil>
}

func ExampleOpenPipelineValue() {
	fmt.Println(kpi.OpenPipelineValue().Of(quarter(), each(golden())))
	// Output:
	// 92000.00 EUR (2 deals), 1 left out: 1 no_amount <nil>
}

func ExampleWeightedPipelineValue() {
	byStage := kpi.Probabilities{funnel.Qualified: funnel.NewShare(30, -2), funnel.Offered: funnel.NewShare(50, -2)}
	fmt.Println(kpi.WeightedPipelineValue(byStage).Of(quarter(), each(golden())))
	// Output:
	// 46000.00 EUR (2 deals), 1 left out: 1 no_amount <nil>
}

func ExampleWonCount() {
	fmt.Println(kpi.WonCount().Of(quarter(), each(golden())))
	// Output:
	// 3 deals <nil>
}

func ExampleWonValue() {
	fmt.Println(kpi.WonValue().Of(quarter(), each(golden())))
	// Output:
	// 95000.00 EUR (2 deals), 1 left out: 1 no_rate <nil>
}

func ExampleWonValueGross() {
	fmt.Println(kpi.WonValueGross().Of(quarter(), each(golden())))
	// Output:
	// 100000.00 EUR (1 deal), 2 left out: 1 no_rate, 1 negative_amount <nil>
}

func ExampleLostCount() {
	fmt.Println(kpi.LostCount().Of(quarter(), each(golden())))
	// Output:
	// 2 deals <nil>
}

func ExampleLostValue() {
	fmt.Println(kpi.LostValue().Of(quarter(), each(golden())))
	// Output:
	// 105000.00 EUR (2 deals) <nil>
}

func ExampleUndecidedCount() {
	fmt.Println(kpi.UndecidedCount().Of(quarter(), each(golden())))
	// Output:
	// 1 deal <nil>
}

func ExampleUndecidedValue() {
	fmt.Println(kpi.UndecidedValue().Of(quarter(), each(golden())))
	// Output:
	// 40000.00 EUR (1 deal) <nil>
}

func ExampleAvgWonDealSize() {
	fmt.Println(kpi.AvgWonDealSize().Of(quarter(), each(golden())))
	// Output:
	// 100000.00 EUR (100000/1), 2 left out: 1 no_rate, 1 negative_amount <nil>
}

func ExampleMedianWonDealSize() {
	fmt.Println(kpi.MedianWonDealSize().Of(quarter(), each(golden())))
	// Output:
	// 100000.00 EUR (1 deal), 2 left out: 1 no_rate, 1 negative_amount <nil>
}

func ExampleHitRateNarrow() {
	fmt.Println(kpi.HitRateNarrow().Of(quarter(), each(golden())))
	// Output:
	// 60.00% (3/5) <nil>
}

func ExampleHitRateBroad() {
	fmt.Println(kpi.HitRateBroad().Of(quarter(), each(golden())))
	// Output:
	// 50.00% (3/6) <nil>
}

func ExampleHitRatePursued() {
	fmt.Println(kpi.HitRatePursued().Of(quarter(), each(golden())))
	// Output:
	// 42.86% (3/7) <nil>
}

func ExampleHitRateValue() {
	fmt.Println(kpi.HitRateValue().Of(quarter(), each(golden())))
	// Output:
	// 48.78% (100000/205000), 2 left out: 1 no_rate, 1 negative_amount <nil>
}

func ExampleWinRateCohort() {
	// Three of the ten deals are still open, so the rate will grow.
	v, err := kpi.WinRateCohort(kpi.Cohort{}, funnel.NewShare(8, -1)).Of(quarter(), each(golden()))
	fmt.Println(v, err)
	maturity, _ := v.Number("maturity")
	fmt.Println("closed:", maturity)
	// Output:
	// 30.00% (3/10), immature <nil>
	// closed: 7/10
}

func ExampleStageConversion() {
	for _, mode := range []kpi.Mode{kpi.Passed, kpi.Strict} {
		fmt.Println(kpi.StageConversion(funnel.Qualified, funnel.Offered, mode, kpi.All).Of(quarter(), each(golden())))
	}
	// Output:
	// 88.89% (8/9) <nil>
	// 66.67% (6/9) <nil>
}

func ExampleStageDropOff() {
	v, err := kpi.StageDropOff(funnel.Offered).Of(quarter(), each(golden()))
	fmt.Println(v, err)
	fmt.Println(v.Extra[0].Name, v.Extra[0].Table)
	// Output:
	// 50.00% (2/4) <nil>
	// causes [{competitive 1} {unknown 1}]
}

func ExampleLossCauseShare() {
	fmt.Println(kpi.LossCauseShare(kpi.CauseOrGroup{Cause: funnel.Pricing}).Of(quarter(), each(golden())))
	// Output:
	// 50.00% (1/2) <nil>
}

func ExampleLossCauseShareValue() {
	fmt.Println(kpi.LossCauseShareValue(kpi.CauseOrGroup{Group: funnel.CompetitiveGroup}).Of(quarter(), each(golden())))
	// Output:
	// 42.86% (45000/105000) <nil>
}

func ExampleReopenRate() {
	fmt.Println(kpi.ReopenRate().Of(quarter(), each(golden())))
	// Output:
	// 14.29% (1/7) <nil>
}

func ExampleWinReversalRate() {
	fmt.Println(kpi.WinReversalRate().Of(quarter(), each(golden())))
	// Output:
	// 25.00% (1/4) <nil>
}

func ExampleCycleTimeWon() {
	fmt.Println(kpi.CycleTimeWon(funnel.Qualified, kpi.CountHold).Of(quarter(), each(golden())))
	// Output:
	// 24.33 days (73/3), median 33 <nil>
}

func ExampleCycleTimeLost() {
	fmt.Println(kpi.CycleTimeLost(funnel.Qualified, kpi.CountHold).Of(quarter(), each(golden())))
	// Output:
	// 56.50 days (113/2), median 56.5 <nil>
}

func ExampleLeadTimeWon() {
	fmt.Println(kpi.LeadTimeWon(kpi.CountHold).Of(quarter(), each(golden())))
	// Output:
	// 27.33 days (82/3), median 37 <nil>
}

func ExampleTimeInStage() {
	for _, per := range []kpi.Per{kpi.PerDeal, kpi.PerVisit} {
		fmt.Println(kpi.TimeInStage(funnel.Qualified, per).Of(quarter(), each(golden())))
	}
	// Output:
	// 15.25 days (122/8), median 13.5 <nil>
	// 13.56 days (122/9), median 10 <nil>
}

func ExampleOpenAge() {
	fmt.Println(kpi.OpenAge(kpi.Cohort{}).Of(quarter(), each(golden())))
	// Output:
	// 46.00 days (138/3), median 50 <nil>
}

func ExampleStalledRate() {
	// Without a table 30 days are allowed in every stage.
	fmt.Println(kpi.StalledRate(nil).Of(quarter(), each(golden())))
	fmt.Println(kpi.StalledRate(kpi.Limits{funnel.Offered: 20}).Of(quarter(), each(golden())))
	// Output:
	// 33.33% (1/3) <nil>
	// 50.00% (1/2), 1 left out: 1 no_limit <nil>
}

func ExampleStalledRateValue() {
	fmt.Println(kpi.StalledRateValue(kpi.Limits{funnel.Offered: 20, funnel.Qualified: 30}).Of(quarter(), each(golden())))
	// Output:
	// 21.74% (20000/92000), 1 left out: 1 no_amount <nil>
}

func ExamplePastDueCloseRate() {
	fmt.Println(kpi.PastDueCloseRate().Of(quarter(), each(golden())))
	// Output:
	// 66.67% (2/3) <nil>
}

func ExampleNoAmountRate() {
	fmt.Println(kpi.NoAmountRate().Of(quarter(), each(golden())))
	// Output:
	// 33.33% (1/3) <nil>
}

func ExampleUnmappedRate() {
	fmt.Println(kpi.UnmappedRate().Of(quarter(), each(golden())))
	// Output:
	// 0.00% (0/36) <nil>
}
