package kpi_test

import (
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

// The status of a value is the first that applies in the order of ruling Q20.
func TestStatusPrecedence(t *testing.T) {
	local := golden()
	for _, d := range local {
		d.Variant = withoutOffer
	}
	half := golden()
	half[0].Variant = withoutOffer
	conversion := kpi.StageConversion(funnel.Qualified, funnel.Offered, kpi.Passed, kpi.All)
	needing := func(n int) kpi.Metric[kpi.Ratio] { return changed(func(m *kpi.Metric[kpi.Ratio]) { m.MinN = n }) }
	cohort := func(minN int) kpi.Metric[kpi.CohortState] {
		m := kpi.WinRateCohort(kpi.Cohort{}, mature)
		m.MinN = minN
		return m
	}
	conversionOf := func(minN int) kpi.Metric[kpi.Conversion] {
		m := conversion
		m.MinN = minN
		return m
	}
	for _, c := range []struct {
		name   string
		list   []*funnel.Deal
		metric kpi.Measure
		want   kpi.ValueStatus
		known  bool
	}{
		{"enough", golden(), needing(5), kpi.OK, true},
		{"too few, and the value is there", golden(), needing(6), kpi.InsufficientN, true},
		{"none at all before too few", nil, needing(6), kpi.UndefinedZeroDenominator, false},
		{"immature", golden(), cohort(0), kpi.Immature, true},
		{"too few before immature", golden(), cohort(11), kpi.InsufficientN, true},
		{"none at all before immature", nil, cohort(11), kpi.UndefinedZeroDenominator, false},
		{"as mature as asked", golden(), kpi.WinRateCohort(kpi.Cohort{}, funnel.NewShare(7, -1)), kpi.OK, true},
		{"no such stage anywhere", local, conversion, kpi.NotInLocalModel, false},
		{"no such stage before too few", local, conversionOf(20), kpi.NotInLocalModel, false},
		{"no such stage, a count", local, kpi.PipelineEnteredCount(funnel.Offered), kpi.NotInLocalModel, false},
		{"no such stage, a sum, whatever the prices", local[8:9], kpi.PipelineEnteredValue(funnel.Offered), kpi.NotInLocalModel, false},
		{"no such stage in one of two sources", half, conversion, kpi.OK, true},
		{"nothing, a count", nil, kpi.WonCount(), kpi.OK, true},
		{"nothing, a sum", nil, kpi.WonValue(), kpi.OK, true},
		{"nothing, a median", nil, kpi.MedianWonDealSize(), kpi.UndefinedZeroDenominator, false},
		{"nothing, a mean", nil, kpi.AvgWonDealSize(), kpi.UndefinedZeroDenominator, false},
		{"a share of no money", []*funnel.Deal{free()}, kpi.HitRateValue(), kpi.UndefinedZeroDenominator, false},
	} {
		v := report(quarter(), nil, c.list, c.metric).Total().Values[0]
		_, known := v.Rat()
		_, rounded := v.Decimal(2)
		if v.Status != c.want || known != c.known || rounded != c.known {
			t.Errorf("%s: got %v, known %v; want %v, known %v: %s", c.name, v.Status, known, c.want, c.known, spell(v))
		}
	}
}

// free is a won deal that costs nothing.
func free() *funnel.Deal {
	d := golden()[0]
	d.Amount = funnel.MustMoney("0 EUR")
	return d
}

func TestDecimalRoundsHalfEven(t *testing.T) {
	for text, want := range map[string]string{"0.125 EUR": "0.12", "0.375 EUR": "0.38", "-0.125 EUR": "-0.12", "-0.135 EUR": "-0.14", "0.1250000001 EUR": "0.13",
		"-0.004 EUR": "0.00", "99999999999999999999.995 EUR": "100000000000000000000.00"} {
		d := golden()[0]
		d.Amount = funnel.MustMoney(text)
		got, ok := value(t, kpi.WonValue(), quarter(), []*funnel.Deal{d}).Decimal(2)
		if !ok || got.StringFixed(2) != want {
			t.Errorf("%s: got %v, want %s", text, got, want)
		}
	}
}
