package kpi_test

import (
	"math/big"
	"testing"

	"github.com/koine-go/koine/kpi"
)

func TestValueString(t *testing.T) {
	rat := func(s string) *big.Rat { r, _ := new(big.Rat).SetString(s); return r }
	left := []kpi.SkipCount{{Reason: "no_amount", Count: 3}, {Reason: "no_rate", Count: 1}}
	days := kpi.Value{Unit: kpi.UnitDays, Num: rat("73"), Den: rat("3"), N: 3}
	days.Extra = []kpi.Extra{{Name: "median", Kind: kpi.NumberExtra, Number: rat("65/2")}}
	for _, c := range []struct {
		value kpi.Value
		want  string
	}{
		{kpi.Value{Unit: kpi.UnitRatio, Num: rat("3"), Den: rat("5"), N: 5, Left: left}, "60.00% (3/5), 4 left out: 3 no_amount, 1 no_rate"},
		{kpi.Value{Unit: kpi.UnitRatio, Num: rat("0"), Den: rat("5"), N: 5}, "0.00% (0/5)"},
		{kpi.Value{Unit: kpi.UnitRatio, Num: rat("0"), Den: rat("0"), Status: kpi.UndefinedZeroDenominator}, "unknown (0/0)"},
		{kpi.Value{Unit: kpi.UnitRatio, Num: rat("0"), Den: rat("0"), Status: kpi.NotInLocalModel, Left: left[1:]},
			"unknown (0/0), stage_not_in_local_model, 1 left out: 1 no_rate"},
		{kpi.Value{Unit: kpi.UnitRatio, Num: rat("3"), Den: rat("10"), N: 10, Status: kpi.Immature}, "30.00% (3/10), immature"},
		{kpi.Value{Unit: kpi.UnitRatio, Num: rat("0.5"), Den: rat("1/3")}, "150.00% (0.5/1/3)"},
		// Half a hundredth goes to the even neighbour, in both directions and on both sides of zero.
		{kpi.Value{Unit: kpi.UnitRatio, Num: rat("12345"), Den: rat("1000000")}, "1.23% (12345/1000000)"},
		{kpi.Value{Unit: kpi.UnitCurrency, Currency: "EUR", Num: rat("0.125"), N: 1}, "0.12 EUR (1 deal)"},
		{kpi.Value{Unit: kpi.UnitCurrency, Currency: "EUR", Num: rat("0.375"), N: 2}, "0.38 EUR (2 deals)"},
		{kpi.Value{Unit: kpi.UnitCurrency, Currency: "EUR", Num: rat("-0.125"), N: 2}, "-0.12 EUR (2 deals)"},
		{kpi.Value{Unit: kpi.UnitCurrency, Currency: "EUR", Num: rat("-0.001"), N: 2}, "0.00 EUR (2 deals)"},
		{kpi.Value{Unit: kpi.UnitCurrency, Currency: "EUR", Num: rat("95000"), N: 2}, "95000.00 EUR (2 deals)"},
		{kpi.Value{Unit: kpi.UnitCurrency, Currency: "EUR", Status: kpi.UndefinedZeroDenominator}, "unknown (0 deals)"},
		{kpi.Value{Unit: kpi.UnitCurrency, Currency: "EUR", Num: rat("95000.5"), Den: rat("2"), N: 2}, "47500.25 EUR (95000.5/2)"},
		{days, "24.33 days (73/3), median 32.5"},
		{kpi.Value{Unit: kpi.UnitDeals, Num: rat("10"), N: 10}, "10 deals"},
		{kpi.Value{Unit: kpi.UnitDeals, Num: rat("1"), N: 1}, "1 deal"},
		{kpi.Value{}, "unknown (0 deals)"},
	} {
		if got := c.value.String(); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}
