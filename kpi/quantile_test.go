package kpi_test

import (
	"math/big"
	"testing"

	"github.com/leanovate/gopter/gen"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

// quantiles are permilles at both ends, at the usual places, and at some that meet a position for many n.
var quantiles = []int{1, 10, 100, 125, 200, 250, 333, 500, 667, 750, 800, 900, 999, 1000}

func TestDaysLaw(t *testing.T) {
	check(t, func(list []int) string {
		var d, a, b kpi.Days
		var values []*big.Rat
		sum := int64(0)
		for i, n := range list {
			n = n*n/7 + 900*(n%5/4) // on both sides of the first thousand
			d.Add(n)
			if i%2 == 0 {
				a.Add(n)
			} else {
				b.Add(n)
			}
			values = append(values, big.NewRat(int64(n), 1))
			sum += int64(n)
		}
		if d.N() != int64(len(list)) || d.Sum().Int64() != sum {
			return "n or sum"
		}
		for _, p := range quantiles {
			got, ok := d.Quantile(p)
			if want := slowQuantile(values, p); ok != (want != nil) || ok && got.Cmp(want) != 0 {
				return "quantile"
			}
		}
		if string(a.Plus(b).AppendBinary(nil)) != string(d.AppendBinary(nil)) {
			return "the parts are not the whole"
		}
		back, rest, err := d.DecodeBinary(append(d.AppendBinary(nil), 7))
		if err != nil || len(rest) != 1 || string(back.AppendBinary(nil)) != string(d.AppendBinary(nil)) {
			return "the form does not come back"
		}
		return ""
	}, gen.SliceOf(gen.IntRange(0, 120)))
}

func TestDaysKeepNegativeOut(t *testing.T) {
	var d kpi.Days
	if d.Add(-1) || d.N() != 0 || !d.Add(0) || d.N() != 1 {
		t.Error("a negative duration was counted, or one of no days was not")
	}
}

// A deal created in the year 1 has more days than any table of days could hold, and costs no more than one of yesterday.
func TestDaysOfHostileDates(t *testing.T) {
	list := golden()[:1]
	list[0].Created = funnel.On(funnel.MustDate("0001-01-01"))
	got := value(t, kpi.LeadTimeWon(kpi.CountHold), quarter(), list)
	if want := "739665.00 days (739665/1), median 739665"; got.String() != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

// Amounts have the quantiles of their multiset, whatever their order; TestFormulaLaw has their median.
func TestAmountsQuantile(t *testing.T) {
	list := golden()[:1]
	for _, euro := range []string{"30", "10", "20", "-1", "40.50"} {
		d := *list[0]
		d.Amount = funnel.MustMoney(euro + " EUR")
		list = append(list, &d)
	}
	tally := must(kpi.NewTally(quarter(), kpi.MedianWonDealSize()))
	for _, d := range list[1:] {
		tally.Add(d)
	}
	for permille, want := range map[int]string{1: "10/1", 250: "15/1", 500: "25/1", 501: "30/1", 750: "141/4", 1000: "81/2"} {
		if got, _ := tally.State().Quantile(permille); ratText(got) != want {
			t.Errorf("%d permille: got %v, want %s", permille, got, want)
		}
	}
	if _, ok := (kpi.Amounts{}).Quantile(500); ok {
		t.Error("no amounts have a median")
	}
}
