package mapping

import (
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/koine-go/koine/funnel"
)

// Sums are exact beyond a machine word, whatever the exponents and the order, and alone or united.
func TestPurse(t *testing.T) {
	texts := []string{"999999999999999999", "999999999999999999", "-0.01", "123456789012345678901234567.000000000001", "5", "5.25", "-999999999999999999"}
	rng := rand.New(rand.NewPCG(1, 2))
	var one, other purse
	want := map[string]decimal.Decimal{}
	for range 2000 {
		text, code := texts[rng.IntN(len(texts))], [...]string{"EUR", "USD", "CHF"}[rng.IntN(3)]
		m := funnel.MustMoney(text + " " + code)
		want[code] = want[code].Add(m.Decimal())
		if rng.IntN(2) == 0 {
			one.add(&m)
		} else {
			other.add(&m)
		}
	}
	var none funnel.Money
	one.add(&none)
	one.merge(&other)
	if len(one.pots) != 3 || one.none != 1 {
		t.Fatalf("%d currencies, %d without", len(one.pots), one.none)
	}
	for i, code := range [...]string{"CHF", "EUR", "USD"} {
		c := funnel.MustCurrency(code)
		if one.pots[i].currency != c || !one.total(c).Equal(want[code]) {
			t.Errorf("%s: got %v, want %v", code, one.total(c), want[code])
		}
	}
}

// A run of like amounts that leaves the machine word in either direction leaves nothing behind.
func TestPurseSpills(t *testing.T) {
	for _, text := range [...]string{"999999999999999999 EUR", "-999999999999999999 EUR"} {
		var p purse
		m := funnel.MustMoney(text)
		for range 25 {
			p.add(&m)
		}
		if got, want := p.total(m.Currency()), m.Decimal().Mul(decimal.NewFromInt(25)); !got.Equal(want) {
			t.Errorf("got %v, want %v", got, want)
		}
	}
}

// Amounts of one currency and exponent cost no allocation, and neither do those whose exponents differ.
func TestPurseDoesNotAllocate(t *testing.T) {
	var p purse
	a, b := funnel.MustMoney("12.50 EUR"), funnel.MustMoney("7 EUR")
	c := funnel.MustMoney("7 USD")
	p.add(&a)
	p.add(&c)
	if n := testing.AllocsPerRun(100, func() { p.add(&a); p.add(&b); p.add(&c) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// A share is rounded half-even to four digits, and is none where it would say nothing.
func TestShares(t *testing.T) {
	for _, test := range []struct{ mapped, total, want string }{
		{"1", "3", "33.33%"}, {"2", "3", "66.67%"}, {"0", "5", "0.00%"}, {"5", "5", "100.00%"}, {"1", "20000", "0.00%"}, {"3", "20000", "0.02%"},
		{"0.5", "2", "25.00%"}, {"0", "0", "-"}, {"1", "0", "-"}, {"6", "5", "-"}, {"-1", "5", "-"}, {"-1", "-4", "25.00%"}, {"1e3", "4e3", "25.00%"},
	} {
		s := Sum{Mapped: decimal.RequireFromString(test.mapped), Total: decimal.RequireFromString(test.total)}
		if got := percent(s.Share()); got != test.want {
			t.Errorf("%s of %s: got %s, want %s", test.mapped, test.total, got, test.want)
		}
	}
}
