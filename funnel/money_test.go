package funnel_test

import (
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"reflect"
	"strings"
	"testing"
	"unsafe"

	"github.com/koine-go/koine/funnel"
)

// A row of a million deals holds its amounts in line: 24 bytes, 16 with short pointers, and == on them must not compile.
func TestMoneyShape(t *testing.T) {
	if size := unsafe.Sizeof(funnel.Money{}); size > 24 {
		t.Errorf("an amount takes %d bytes, want 24 at most", size)
	}
	for _, v := range []any{funnel.Money{}, funnel.Deal{}, funnel.Setting{}} {
		if reflect.TypeOf(v).Comparable() {
			t.Errorf("%T compares with ==, by which 1.5 and 1.50 differ", v)
		}
	}
}

func TestParseMoney(t *testing.T) {
	eur := funnel.MustCurrency("EUR")
	for _, s := range []string{"0", "-0.01", "1234.50", "999999999999999999", "-999999999999999999", "1000000000000000000",
		"9999999999999999999999999999999999999999", "0.000000000001", "007.10"} {
		m, err := funnel.ParseMoney(s, eur)
		if want := strings.TrimPrefix(s, "00"); err != nil || m.Amount() != want || m.String() != want+" EUR" {
			t.Errorf("%q reads as %q, %v", s, m, err)
		}
	}
	for _, c := range []struct{ text, reason string }{
		{"", "digits"}, {"-", "digits"}, {".5", "digits"}, {"5.", "digits"}, {"1,000", "digits"}, {"1e9", "digits"}, {"+1", "digits"}, {"--1", "digits"},
		{"1.2.3", "digits"}, {"NaN", "digits"}, {" 1", "digits"}, {"٣", "digits"}, {strings.Repeat("9", 41), "digits"},
		{"0.0000000000001", "12 fraction digits"},
	} {
		var fault *funnel.Error
		m, err := funnel.ParseMoney(c.text, eur)
		if !errors.Is(err, funnel.ErrMoney) || !errors.As(err, &fault) || fault.Input != c.text || !strings.Contains(fault.Reason, c.reason) || m.Known() {
			t.Errorf("%q reads as %v, %v", c.text, m, err)
		}
	}
	if _, err := funnel.ParseMoney("1", funnel.Currency{}); !errors.Is(err, funnel.ErrMoney) {
		t.Errorf("no currency: %v", err)
	}
}

func TestNewMoney(t *testing.T) {
	eur := funnel.MustCurrency("EUR")
	for _, c := range []struct {
		coef int64
		exp  int
		want string
	}{{5, 0, "5 EUR"}, {5, 6, "5000000 EUR"}, {-5, -2, "-0.05 EUR"}, {math.MaxInt64, 0, "9223372036854775807 EUR"}, {math.MinInt64, -1, "-922337203685477580.8 EUR"}} {
		if m, err := funnel.NewMoney(c.coef, c.exp, eur); err != nil || m.String() != c.want {
			t.Errorf("%d × 10^%d is %v, %v", c.coef, c.exp, m, err)
		}
	}
	for _, c := range []struct {
		exp int
		cur funnel.Currency
	}{{-13, eur}, {7, eur}, {0, funnel.Currency{}}} {
		if m, err := funnel.NewMoney(1, c.exp, c.cur); !errors.Is(err, funnel.ErrMoney) || m.Known() {
			t.Errorf("%+v is %v, %v", c, m, err)
		}
	}
	limit := new(big.Int).Exp(big.NewInt(10), big.NewInt(40), nil)
	for _, coef := range []*big.Int{limit, new(big.Int).Neg(limit), new(big.Int).Lsh(limit, 1_000_000)} {
		if _, err := funnel.NewBigMoney(coef, 0, eur); !errors.Is(err, funnel.ErrMoney) {
			t.Errorf("more than 40 digits: %v", err)
		}
	}
	coef := new(big.Int).Sub(limit, big.NewInt(1))
	m, err := funnel.NewBigMoney(coef, 0, eur)
	must(t, err)
	coef.SetInt64(1)
	if got, _ := m.Big(); got.String() != strings.Repeat("9", 40) {
		t.Errorf("the amount shares the caller's coefficient: %v", m)
	}
	got, _ := m.Big()
	got.SetInt64(1)
	if m.Sign() != 1 || m.Amount() != strings.Repeat("9", 40) {
		t.Errorf("the caller shares the amount's coefficient: %v", m)
	}
}

func TestMoneyEqual(t *testing.T) {
	wide, none := "1000000000000000000.5 EUR", funnel.Money{}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"1.5 EUR", "1.50 EUR", true}, {"1.5 EUR", "1.51 EUR", false}, {"1 EUR", "1 USD", false}, {wide, wide, true}, {wide, "1 EUR", false},
		{"0 EUR", "0.00 EUR", true},
	} {
		if got := funnel.MustMoney(c.a).Equal(funnel.MustMoney(c.b)); got != c.want {
			t.Errorf("%s equals %s: %v", c.a, c.b, got)
		}
	}
	if !none.Equal(none) || none.Equal(funnel.MustMoney("0 EUR")) {
		t.Error("no amount equals itself and nothing else")
	}
}

func TestMoneyParts(t *testing.T) {
	none := funnel.Money{}
	if _, _, ok := none.Coefficient(); ok || none.Known() || none.Sign() != 0 || none.String() != "" || none.Amount() != "" || !none.Decimal().IsZero() {
		t.Error("no amount has parts")
	}
	if coef, exp, ok := funnel.MustMoney("-12.50 EUR").Coefficient(); !ok || coef != -1250 || exp != -2 {
		t.Errorf("%d × 10^%d, %v", coef, exp, ok)
	}
	if m := funnel.MustMoney("1 EUR"); m.Currency() != funnel.MustCurrency("EUR") || !none.Currency().IsZero() {
		t.Errorf("1 EUR is in %v", m.Currency())
	}
	if _, _, ok := funnel.MustMoney("1000000000000000000 EUR").Coefficient(); ok {
		t.Error("19 digits have a short coefficient")
	}
	for s, want := range map[string]int{"-0.01 EUR": -1, "0.00 EUR": 0, "3 EUR": 1, "-1000000000000000000 EUR": -1} {
		if got := funnel.MustMoney(s).Sign(); got != want {
			t.Errorf("sign of %s is %d", s, got)
		}
	}
}

func TestMoneyJSON(t *testing.T) {
	for _, s := range []string{`null`, `{"amount":"1234.50","currency":"EUR"}`, `{"amount":"-1000000000000000000.5","currency":"JPY"}`} {
		var m funnel.Money
		must(t, json.Unmarshal([]byte(s), &m))
		if b, err := json.Marshal(m); err != nil || string(b) != s {
			t.Errorf("%s comes back as %s, %v", s, b, err)
		}
	}
	for _, s := range []string{`{"amount":1234.5,"currency":"EUR"}`, `{"amount":"1","currency":"eur"}`, `{"amount":"1"}`, `{"currency":"EUR"}`, `"1 EUR"`, `{}`} {
		var m funnel.Money
		if err := json.Unmarshal([]byte(s), &m); !errors.Is(err, funnel.ErrMoney) || m.Known() {
			t.Errorf("%s reads as %v, %v", s, m, err)
		}
	}
}

func TestCurrency(t *testing.T) {
	for _, s := range []string{"", "eur", "EU", "EURO", "E R", "€", "ÄÖÜ"} {
		if c, err := funnel.ParseCurrency(s); !errors.Is(err, funnel.ErrCurrency) || !c.IsZero() {
			t.Errorf("%q reads as %v, %v", s, c, err)
		}
	}
	eur, usd := funnel.MustCurrency("EUR"), funnel.MustCurrency("USD")
	if !eur.Less(usd) || usd.Less(eur) || eur != funnel.MustCurrency("EUR") {
		t.Error("currencies do not order by code")
	}
	roundTrip(t, "EUR", &funnel.Currency{})
	roundTrip(t, "", &funnel.Currency{})
}
