package funnel_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/koine-go/koine/funnel"
)

// table reads rates such as "USD EUR 0.90 2025-12-31, USD EUR 0.90 2026-01-01..2027-01-01".
func table(t testing.TB, text string) *funnel.Rates {
	t.Helper()
	r, err := funnel.NewRates(rates(text))
	must(t, err)
	return r
}

func rates(text string) (list []funnel.Rate) {
	for _, line := range strings.Split(text, ",") {
		if strings.TrimSpace(line) != "" {
			list = append(list, funnel.MustRate(line))
		}
	}
	return list
}

func TestRateOn(t *testing.T) {
	usd, eur, gbp := funnel.MustCurrency("USD"), funnel.MustCurrency("EUR"), funnel.MustCurrency("GBP")
	rates := table(t, "USD EUR 0.91 2026-01-05, USD EUR 0.90 2025-12-31, USD EUR 0.95 2026-01-01..2027-01-01, USD EUR 0.99 2028-01-01..2029-01-01")
	for _, c := range []struct {
		why      string
		from, to funnel.Currency
		kind     funnel.RateKind
		day      string
		want     string
	}{
		{"of the day", usd, eur, funnel.Spot, "2026-01-05", "1 USD = 0.91 EUR (spot 2026-01-05)"},
		{"Q31: the latest before", usd, eur, funnel.Spot, "2026-01-04", "1 USD = 0.9 EUR (spot 2025-12-31)"},
		{"Q31: however old", usd, eur, funnel.Spot, "2099-01-01", "1 USD = 0.91 EUR (spot 2026-01-05)"},
		{"missing before the first", usd, eur, funnel.Spot, "2025-12-30", ""},
		{"no inverse", eur, usd, funnel.Spot, "2026-01-05", ""},
		{"another currency", gbp, eur, funnel.Spot, "2026-01-05", ""},
		{"Q32: the plan rate of the period", usd, eur, funnel.Plan, "2026-12-31", "1 USD = 0.95 EUR (plan 2026-01-01..2027-01-01)"},
		{"a plan ends with its period", usd, eur, funnel.Plan, "2027-01-01", ""},
		{"and has not begun before", usd, eur, funnel.Plan, "2025-12-31", ""},
		{"no average", usd, eur, funnel.Average, "2026-01-05", ""},
	} {
		r, ok := rates.Series(c.from, c.to, c.kind).On(funnel.MustDate(c.day))
		if got := r.String(); ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%s: %s, %v, want %s", c.why, got, ok, c.want)
		}
	}
	if _, ok := rates.Series(usd, eur, funnel.Spot).On(funnel.Date{}); ok {
		t.Error("there is a rate on no date")
	}
	var none *funnel.Rates
	if _, ok := none.Series(usd, eur, funnel.Spot).On(funnel.MustDate("2026-01-05")); ok || none.All() != nil {
		t.Error("no table has rates")
	}
}

func TestNewRatesFaults(t *testing.T) {
	good := funnel.MustRate("USD EUR 0.90 2025-12-31")
	with := func(change func(r *funnel.Rate)) []funnel.Rate {
		r := good
		change(&r)
		return []funnel.Rate{r}
	}
	for _, c := range []struct {
		why   string
		rates []funnel.Rate
		n     int
	}{
		{"two rates of one day", rates("USD EUR 0.90 2025-12-31, USD EUR 0.91 2025-12-31"), 1},
		{"three", rates("USD EUR 0.90 2025-12-31, USD EUR 0.91 2025-12-31, USD EUR 0.92 2025-12-31"), 2},
		{"periods that overlap", rates("USD EUR 0.90 2026-01-01..2027-01-01, USD EUR 0.90 2026-12-31..2028-01-01"), 1},
		{"two short ones in a long one", rates("USD EUR 0.9 2026-01-01..2027-01-01, USD EUR 0.9 2026-02-01..2026-03-01, USD EUR 0.9 2026-05-01..2026-06-01"), 2},
		{"one currency", with(func(r *funnel.Rate) { r.To = r.From }), 1},
		{"no currency", with(func(r *funnel.Rate) { r.To = funnel.Currency{} }), 1},
		{"spot without a date", with(func(r *funnel.Rate) { r.Date = funnel.Date{} }), 1},
		{"spot with a period", with(func(r *funnel.Rate) { r.Period = funnel.MustPeriod("2026-01-01..2027-01-01") }), 1},
		{"plan without a period", with(func(r *funnel.Rate) { r.Kind, r.Date = funnel.Plan, funnel.Date{} }), 1},
		{"plan with a date", with(func(r *funnel.Rate) { r.Kind = funnel.Plan }), 1},
		{"no kind", with(func(r *funnel.Rate) { r.Kind = funnel.NoRateKind }), 1},
		{"nothing at all, twice", []funnel.Rate{{}, {}}, 2},
	} {
		got, err := funnel.NewRates(c.rates)
		if !errors.Is(err, funnel.ErrRate) || got != nil {
			t.Errorf("%s: %v, %v", c.why, got, err)
			continue
		}
		if n := len(err.(interface{ Unwrap() []error }).Unwrap()); n != c.n {
			t.Errorf("%s: %d faults, want %d: %v", c.why, n, c.n, err)
		}
	}
}

func TestNewRatesDuplicates(t *testing.T) {
	list := rates("USD EUR 0.90 2025-12-31, USD EUR 0.900 2025-12-31, USD EUR 0.90 2026-01-05")
	list[0].Source, list[1].Source = "b", "a"
	for range 2 {
		r, err := funnel.NewRates(list)
		must(t, err)
		if all := r.All(); len(all) != 2 || all[0].Source != "a" {
			t.Errorf("identical rates do not collapse to one, whatever their order: %v", all)
		}
		list[0], list[1] = list[1], list[0]
	}
	list[1].Derived, list[0].Derived = true, false
	for range 2 {
		r, err := funnel.NewRates(list)
		must(t, err)
		if all := r.All(); len(all) != 2 || all[0].Derived {
			t.Errorf("a quoted rate gives way to a derived one: %v", all)
		}
		list[0], list[1] = list[1], list[0]
	}
	r := table(t, "USD EUR 0.90 2026-01-01..2027-01-01, USD EUR 0.91 2027-01-01..2028-01-01, EUR USD 1.1 2026-01-01..2027-01-01")
	if all := r.All(); len(all) != 3 || all[0].From.String() != "EUR" {
		t.Errorf("periods that touch and other pairs do not stand side by side in order: %v", all)
	}
}

func TestFactor(t *testing.T) {
	for _, s := range []string{"0", "-1", "0.000", "1.0000000000001", "1e3", "", "1234567890123456789", ".5"} {
		if _, err := (funnel.Rate{}).Factor(s); !errors.Is(err, funnel.ErrRate) {
			t.Errorf("%q is a factor: %v", s, err)
		}
	}
	r, err := (funnel.Rate{}).Factor("0.900")
	must(t, err)
	if coef, exp := r.Coefficient(); coef != 9 || exp != -1 {
		t.Errorf("0.900 is %d × 10^%d", coef, exp)
	}
}

func TestInto(t *testing.T) {
	for _, c := range []struct{ why, rates, to, want string }{
		{"the inverse", "EUR USD 1.25 2026-01-05", "EUR", "1 USD = 0.8 EUR (spot 2026-01-05)"},
		{"rounded at 12 digits", "EUR USD 3 2026-01-05", "EUR", "1 USD = 0.333333333333 EUR (spot 2026-01-05)"},
		{"up", "EUR USD 1.5 2026-01-05", "EUR", "1 USD = 0.666666666667 EUR (spot 2026-01-05)"},
		{"a tie to the even digit below", "EUR USD 400000000000 2026-01-05", "EUR", "1 USD = 0.000000000002 EUR (spot 2026-01-05)"}, // 2.5
		{"a tie to the even digit above", "EUR USD 8000 2026-01-05, EUR GBP 0.000000012 2026-01-05", "GBP", // 1.5
			"1 USD = 0.000000000002 GBP (spot 2026-01-05)"},
		{"a cross by the base", "EUR USD 1.2 2026-01-05, EUR GBP 0.9 2026-01-05", "USD", "1 GBP = 1.333333333333 USD (spot 2026-01-05)"},
		{"not of two dates", "EUR USD 1.2 2026-01-05, EUR GBP 0.9 2026-01-06", "USD", ""},
		{"plan rates too", "EUR USD 1.25 2026-01-01..2027-01-01", "EUR", "1 USD = 0.8 EUR (plan 2026-01-01..2027-01-01)"},
		{"a direct rate stands, the inverse of another day does not join it", "USD EUR 0.9 2026-01-05, EUR USD 1.25 2026-01-06", "EUR", ""},
		{"nor the inverse of its own day", "USD EUR 0.9 2026-01-05, EUR USD 1.25 2026-01-05", "EUR", ""},
		{"a direct plan rate does not keep the spot rate away", "USD EUR 0.9 2026-01-01..2027-01-01, EUR USD 1.25 2026-01-05", "EUR",
			"1 USD = 0.8 EUR (spot 2026-01-05)"},
		{"of two bases the first by code, for all dates",
			"CHF EUR 2 2026-01-05, CHF EUR 2 2026-01-06, USD EUR 3 2026-01-05, CHF GBP 1 2026-01-05, USD GBP 1 2026-01-05, CHF GBP 4 2026-01-06", "EUR",
			"1 GBP = 2 EUR (spot 2026-01-05), 1 GBP = 0.5 EUR (spot 2026-01-06)"},
		{"nothing to derive", "USD EUR 0.9 2026-01-05", "EUR", ""},
	} {
		r, err := table(t, c.rates).Into(funnel.MustCurrency(c.to))
		must(t, err)
		var derived []string
		for _, r := range r.All() {
			if r.Derived {
				derived = append(derived, r.String())
			}
		}
		if got := strings.Join(derived, ", "); got != c.want {
			t.Errorf("%s: derived %s, want %s", c.why, got, c.want)
		}
	}
	if r, err := (*funnel.Rates)(nil).Into(funnel.MustCurrency("EUR")); r != nil || err != nil {
		t.Errorf("no table into EUR is %v, %v", r, err)
	}
	// A rate that 12 digits round to zero would make every such deal worth nothing.
	if r, err := table(t, "EUR XTS 9000000000000 2026-01-05").Into(funnel.MustCurrency("EUR")); !errors.Is(err, funnel.ErrRate) {
		t.Errorf("9 trillion to the euro is %v, %v", r.All(), err)
	}
}
