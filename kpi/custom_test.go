package kpi_test

import (
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

// twoReasons leaves deals for reasons of its own, which it names itself.
func twoReasons() kpi.Metric[kpi.Ratio] {
	return kpi.Metric[kpi.Ratio]{ID: "reasons", Version: "1.0.0", Unit: kpi.UnitRatio, MinN: 4, OwnSkips: []string{"on_tuesday", "no_stage_yet"},
		Population: kpi.Population{Clock: kpi.Created(), Needs: kpi.Priced},
		Fold: func(parts []kpi.Ratio, rows []kpi.Row, out *kpi.Out) {
			for _, d := range rows {
				switch {
				case d.CreatedDay.Weekday() == 2:
					out.Leave(d, kpi.OwnSkip)
				case d.Stage == funnel.NoStage:
					out.Leave(d, kpi.OwnSkip+1)
				default:
					parts[d.Group].Add(d.Status == funnel.Won)
				}
			}
		}}
}

func TestOwnReasons(t *testing.T) {
	list := golden()
	list[8].Amount = funnel.MustMoney("1 EUR")
	list[8].Events = list[8].Events[1:]
	list[8].Events[0].Stage = funnel.NoStage
	r := report(quarter(), nil, list, twoReasons())
	r2 := report(quarter(), nil, nil, twoReasons())
	if err := r2.MergeBinary([]byte(binaryOf(r))); err != nil {
		t.Fatal(err)
	}
	// D5 and D6 were created on a Tuesday; D4 has no rate, D8 no amount.
	const want = "reasons ok 2/1/5/1 n=5 -no_amount:1 -no_rate:1 -on_tuesday:2 -no_stage_yet:1"
	for _, v := range []kpi.Value{r.Total().Values[0], r2.Total().Values[0]} {
		if got := spell(v); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// A metric from outside obeys the laws of the catalogue's own.
func TestOwnMetricMerges(t *testing.T) {
	check(t, func(seeds []uint64, view int) string {
		list := deals(seeds)
		whole := report(everyView[view], kpi.By(amountBand()), list, twoReasons())
		parts := report(everyView[view], kpi.By(amountBand()), list[:len(list)/3], twoReasons())
		if err := parts.Merge(report(everyView[view], kpi.By(amountBand()), list[len(list)/3:], twoReasons())); err != nil {
			return err.Error()
		}
		return difference(spellAll(parts), spellAll(whole))
	}, dealSeeds(), viewIndex())
}

// amountBand is a dimension from outside that looks at the snapshot.
func amountBand() kpi.Dimension {
	none, small, large := funnel.Label{}, funnel.LabelOf("small"), funnel.LabelOf("large")
	return kpi.Dimension{Name: "amount_band", Label: func(f *kpi.Fact, _ funnel.Moment) funnel.Label {
		switch {
		case !f.Amount.Known():
			return none
		case f.Amount.Decimal().IntPart() < 1000:
			return small
		}
		return large
	}}
}

func rowsOf(r *kpi.Report) (list []string) {
	for g := range r.Rows() {
		list = append(list, g.Key.String()+": "+g.Values[0].String())
	}
	return list
}

func TestDimensions(t *testing.T) {
	for _, c := range []struct {
		name   string
		by     []kpi.Dimension
		metric kpi.Measure
		want   []string
	}{
		{"none", nil, kpi.WonCount(), []string{"total: 3 deals"}},
		{"one of one's own", kpi.By(amountBand()), kpi.DealsCreatedCount(), []string{"-: 2 deals", "large: 7 deals", "small: 1 deal"}},
		{"a missing value comes first", kpi.By(kpi.Team()), kpi.WonCount(), []string{"-: 3 deals"}},
		// D7 was won in January and lost in March: a hit rate has it where it ended.
		{"month of the close", kpi.By(kpi.Month()), kpi.HitRateNarrow(), []string{"2026-02-01: 100.00% (1/1)", "2026-03-01: 50.00% (2/4)"}},
		{"month of the creation", kpi.By(kpi.MonthCreated()), kpi.HitRateNarrow(),
			[]string{"2026-01-01: 33.33% (1/3)", "2026-02-01: 100.00% (1/1)", "2026-03-01: 100.00% (1/1)"}},
		{"month of the cohort", kpi.By(kpi.Month()), kpi.DealsCreatedCount(), []string{"2026-01-01: 4 deals", "2026-02-01: 3 deals", "2026-03-01: 3 deals"}},
		// What stands at the end of the quarter belongs to March, not to the first instant of April.
		{"month of what stands", kpi.By(kpi.Month()), kpi.OpenPipelineCount(), []string{"2026-03-01: 3 deals"}},
		{"fiscal quarter", kpi.By(kpi.FiscalQuarter()), kpi.DealsCreatedCount(), []string{"2026-01-01: 10 deals"}},
		{"several", kpi.By(kpi.Region(), kpi.Month()), kpi.LostCount(), []string{"DE · 2026-03-01: 1 deal", "US · 2026-03-01: 1 deal"}},
		{"every group that a deal stands in", kpi.By(kpi.Region()), kpi.LostCount(), []string{"DE: 1 deal", "JP: 0 deals", "US: 1 deal"}},
	} {
		got := rowsOf(report(quarter(), c.by, golden(), c.metric))
		if len(got) != len(c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: got %q, want %q", c.name, got[i], c.want[i])
			}
		}
	}
}

// A deal that changes hands counts where it was at the metric's clock (R-OWNER): won by DE, then given to FR, still open for neither.
func TestDimensionAtTheClock(t *testing.T) {
	list := golden()[:1]
	list[0].Region = funnel.LabelOf("FR")
	list[0].FieldEvents = []funnel.FieldEvent{
		{Field: funnel.RegionField, At: funnel.At(instant("2026-01-15T00:00:00Z")), Old: funnel.Setting{Label: funnel.LabelOf("AT")}, New: funnel.Setting{Label: funnel.LabelOf("DE")}},
		{Field: funnel.RegionField, At: funnel.At(instant("2026-03-01T00:00:00Z")), Old: funnel.Setting{Label: funnel.LabelOf("DE")}, New: funnel.Setting{Label: funnel.LabelOf("FR")}},
	}
	r := report(quarter(), kpi.By(kpi.Region()), list, kpi.DealsCreatedCount(), kpi.PipelineEnteredCount(funnel.Qualified), kpi.WonCount(), kpi.ReopenRate())
	want := map[string]string{"AT": "[1 deal 1 deal 0 deals unknown (0/0)]", "DE": "[0 deals 0 deals 1 deal unknown (0/0)]", "FR": "[0 deals 0 deals 0 deals 0.00% (0/1)]"}
	for g := range r.Rows() {
		var texts []string
		for _, v := range g.Values {
			texts = append(texts, v.String())
		}
		if got := "[" + strings.Join(texts, " ") + "]"; got != want[g.Key.String()] {
			t.Errorf("%v: got %s, want %s", g.Key, got, want[g.Key.String()])
		}
	}
}

// A calendar whose fiscal year begins in February ends a quarter with January.
func TestFiscalQuarter(t *testing.T) {
	v := quarter()
	v.Calendar = must(funnel.NewCalendar(v.Calendar.Location(), time.February, time.Monday))
	got := rowsOf(report(v, kpi.By(kpi.FiscalQuarter()), golden(), kpi.DealsCreatedCount()))
	if len(got) != 2 || got[0] != "2025-11-01: 4 deals" || got[1] != "2026-02-01: 6 deals" {
		t.Errorf("got %q", got)
	}
}
