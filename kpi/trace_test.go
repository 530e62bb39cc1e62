package kpi_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

func spellTrace(d *kpi.Trace) string {
	var b strings.Builder
	fmt.Fprint(&b, d.Part, " of ", d.Whole)
	for _, l := range d.Left {
		fmt.Fprint(&b, " ", l.Reason, l.IDs)
	}
	return b.String()
}

// The deals behind every golden value, by hand.
func TestTraceGolden(t *testing.T) {
	for _, c := range []struct {
		metric kpi.Measure
		want   string
	}{
		{kpi.DealsCreatedCount(), "[D1 D11 D2 D3 D4 D5 D6 D7 D8 D9] of [D1 D11 D2 D3 D4 D5 D6 D7 D8 D9]"},
		{kpi.OpenPipelineValue(), "[D5 D6] of [D5 D6] no_amount[D9]"},
		{kpi.WonValue(), "[D1 D11] of [D1 D11] no_rate[D4]"},
		{kpi.WonValueGross(), "[D1] of [D1] no_rate[D4] negative_amount[D11]"},
		{kpi.MedianWonDealSize(), "[D1] of [D1] no_rate[D4] negative_amount[D11]"},
		{kpi.HitRateNarrow(), "[D1 D11 D4] of [D1 D11 D2 D4 D7]"},
		{kpi.HitRateValue(), "[D1] of [D1 D2 D7] no_rate[D4] negative_amount[D11]"},
		{kpi.WinRateCohort(kpi.Cohort{}, mature), "[D1 D11 D4] of [D1 D11 D2 D3 D4 D5 D6 D7 D8 D9]"},
		{kpi.StageConversion(funnel.Qualified, funnel.Offered, kpi.Strict, kpi.All), "[D1 D2 D3 D5 D6 D7] of [D1 D11 D2 D3 D4 D5 D6 D7 D9]"},
		{kpi.StageConversion(funnel.Qualified, funnel.Offered, kpi.Passed, kpi.Resolved), "[D1 D11 D2 D3 D4 D5 D6 D7] of [D1 D11 D2 D3 D4 D5 D6 D7]"},
		{kpi.StageDropOff(funnel.Offered), "[D2 D3] of [D1 D2 D3 D7]"},
		{kpi.StageDropOff(funnel.Prospect), "[D8] of [D1 D11 D2 D3 D4 D5 D6 D7 D8 D9]"},
		{kpi.LossCauseShare(kpi.CauseOrGroup{Cause: funnel.Pricing}), "[D7] of [D2 D7]"},
		{kpi.ReopenRate(), "[D7] of [D1 D11 D2 D3 D4 D7 D8]"},
		{kpi.WinReversalRate(), "[D7] of [D1 D11 D4 D7]"},
		{kpi.CycleTimeWon(funnel.Offered, kpi.CountHold), "[D1] of [D1] no_start_event[D11 D4]"},
		{kpi.TimeInStage(funnel.Offered, kpi.PerDeal), "[D1 D2 D3 D6 D7] of [D1 D2 D3 D6 D7]"},
		{kpi.StalledRate(kpi.Limits{funnel.Offered: 20}), "[D5] of [D5 D6] no_limit[D9]"},
		{kpi.PastDueCloseRate(), "[D5 D9] of [D5 D6 D9]"},
		{kpi.UnmappedRate(), "[] of [D1 D11 D2 D3 D4 D5 D6 D7 D8 D9]"},
	} {
		r := must(kpi.NewReport(quarter(), nil, c.metric))
		r.KeepDeals()
		for _, d := range golden() {
			r.Add(d)
		}
		v := r.Total().Values[0]
		if got := spellTrace(v.Deals); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", v.ID, got, c.want)
		}
	}
}

// Where an observation is a deal, the ids are as many as the value says, in every group; and the trace of two parts is that of the whole.
func TestTraceLaw(t *testing.T) {
	check(t, func(seeds []uint64, view, grouping int) string {
		list := deals(seeds)
		whole, a, b := traced(view, grouping, list), traced(view, grouping, list[:len(list)/2]), traced(view, grouping, list[len(list)/2:])
		if err := a.Merge(b); err != nil {
			return err.Error()
		}
		rows := []kpi.Group{a.Total()}
		for g := range a.Rows() {
			rows = append(rows, g)
		}
		i := 0
		for g := range whole.Rows() {
			i++
			for m, v := range g.Values {
				if got, want := spellTrace(rows[i].Values[m].Deals), spellTrace(v.Deals); got != want {
					return "merged " + got + ", whole " + want
				}
			}
		}
		for _, g := range rows {
			for m, v := range g.Values {
				if problem := miscounted(v); problem != "" && !perEvent(catalogue[m]) {
					return problem
				}
			}
		}
		return ""
	}, dealSeeds(), viewIndex(), groupingIndex())
}

func traced(view, grouping int, list []*funnel.Deal) *kpi.Report {
	r := must(kpi.NewReport(everyView[view], groupings[grouping], measures()...))
	r.KeepDeals()
	for _, d := range list {
		r.Add(d)
	}
	return r
}

// perEvent tells of the metrics that count visits or events, of which a deal has several.
func perEvent(l law) bool { return l.function == "UnmappedRate" || l.function == "TimeInStage" }

func miscounted(v kpi.Value) string {
	if len(v.Deals.Whole) != int(v.N) || len(v.Deals.Left) != len(v.Left) {
		return spell(v) + " has " + spellTrace(v.Deals)
	}
	for i, l := range v.Left {
		if d := v.Deals.Left[i]; d.Reason != l.Reason || len(d.IDs) != int(l.Count) {
			return spell(v) + " has " + spellTrace(v.Deals)
		}
	}
	if v.Unit == kpi.UnitRatio && v.Den.IsInt() && v.Den.Num().Int64() == v.N && int64(len(v.Deals.Part)) != v.Num.Num().Int64() {
		return spell(v) + " has " + spellTrace(v.Deals)
	}
	return ""
}

func TestNoTraceUnlessKept(t *testing.T) {
	if d := report(quarter(), nil, golden(), kpi.WonCount()).Total().Values[0].Deals; d != nil {
		t.Error("a report that was not asked keeps deals:", d)
	}
}
