package funnel

import (
	"encoding/json"
	"math/big"
	"strings"

	"github.com/shopspring/decimal"
)

// Currency is an ISO 4217 code such as EUR. It compares with ==; the zero value is no currency.
type Currency struct{ code [3]byte }

// ParseCurrency reads three capital letters; anything else is an ErrCurrency. Whether a country still uses the code is
// not asked: old deals carry old currencies.
func ParseCurrency(s string) (Currency, error) {
	if len(s) == 3 && capital(s[0]) && capital(s[1]) && capital(s[2]) {
		return Currency{[3]byte{s[0], s[1], s[2]}}, nil
	}
	return Currency{}, &Error{Input: s, Err: ErrCurrency}
}

// MustCurrency is ParseCurrency for tests and constants of the program; it panics where ParseCurrency fails.
func MustCurrency(s string) Currency {
	c, err := ParseCurrency(s)
	if err != nil {
		panic(err)
	}
	return c
}

// IsZero tells whether c is no currency.
func (c Currency) IsZero() bool { return c == Currency{} }

// Less orders currencies by code.
func (c Currency) Less(o Currency) bool { return string(c.code[:]) < string(o.code[:]) }

// String returns the code, the empty string for no currency.
func (c Currency) String() string {
	if c.IsZero() {
		return ""
	}
	return string(c.code[:])
}

// MarshalText writes the code.
func (c Currency) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads a code; empty is no currency.
func (c *Currency) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*c = Currency{}
		return nil
	}
	v, err := ParseCurrency(string(b))
	if err == nil {
		*c = v
	}
	return err
}

func capital(b byte) bool { return b >= 'A' && b <= 'Z' }

// Bounds of an amount that enters the model (spec/hostile-input.md §1): a text of 40 bytes at most, 12 fraction digits.
const (
	maxAmountText = 40
	minExponent   = -12
	maxExponent   = 6
)

// Money is an exact amount with its currency: coefficient × 10^exponent, in 24 bytes without a heap part up to 18 digits.
// Amounts do not compare with == (it does not compile), because 1.5 and 1.50 are one amount; use Equal.
// The zero value is no amount, which is not an amount of zero.
type Money struct {
	_    [0]func()
	coef int64
	wide *big.Int // beyond 18 digits; coef is 0 then
	exp  int8
	cur  Currency
}

// maxCoefficient has 18 digits, so that adding two never leaves int64.
const maxCoefficient = 1e18 - 1

// NewMoney returns coef × 10^exp in cur. An exponent outside -12 to 6, a coefficient beyond 18 digits or no currency is an ErrMoney.
func NewMoney(coef int64, exp int, cur Currency) (Money, error) {
	if coef > maxCoefficient || coef < -maxCoefficient {
		return NewBigMoney(big.NewInt(coef), exp, cur)
	}
	if err := checkMoney(exp, cur); err != nil {
		return Money{}, err
	}
	return Money{coef: coef, exp: int8(exp), cur: cur}, nil
}

// NewBigMoney is NewMoney for a coefficient of any length up to 40 digits; it keeps a copy of coef.
func NewBigMoney(coef *big.Int, exp int, cur Currency) (Money, error) {
	if err := checkMoney(exp, cur); err != nil {
		return Money{}, err
	}
	if coef.IsInt64() && coef.Int64() <= maxCoefficient && coef.Int64() >= -maxCoefficient {
		return Money{coef: coef.Int64(), exp: int8(exp), cur: cur}, nil
	}
	if coef.BitLen() > 133 || coef.CmpAbs(power10(40)) >= 0 { // 10^40 has 133 bits: a longer number is not looked at
		return Money{}, &Error{Reason: "more than 40 digits", Err: ErrMoney}
	}
	return Money{wide: new(big.Int).Set(coef), exp: int8(exp), cur: cur}, nil
}

func checkMoney(exp int, cur Currency) error {
	switch {
	case cur.IsZero():
		return &Error{Reason: "no currency", Err: ErrMoney}
	case exp < minExponent:
		return &Error{Reason: "more than 12 fraction digits", Err: ErrMoney}
	case exp > maxExponent:
		return &Error{Reason: "exponent too large", Err: ErrMoney}
	}
	return nil
}

// ParseMoney reads a plain decimal, -?[0-9]+(\.[0-9]+)? in at most 40 bytes, as an amount in cur; anything else is an ErrMoney.
// Text of a region is read by package normalize.
func ParseMoney(amount string, cur Currency) (Money, error) {
	coef, exp, ok := plainDecimal(amount)
	if !ok {
		return Money{}, &Error{Input: amount, Reason: "want digits with at most one dot", Err: ErrMoney}
	}
	m, err := NewBigMoney(coef, exp, cur)
	if err != nil {
		err.(*Error).Input = amount
	}
	return m, err
}

// plainDecimal reads -?[0-9]+(\.[0-9]+)? in at most 40 bytes.
func plainDecimal(s string) (coef *big.Int, exp int, ok bool) {
	body := strings.TrimPrefix(s, "-")
	whole, frac, dot := strings.Cut(body, ".")
	if len(s) > maxAmountText || whole == "" || dot && frac == "" || !allDigits(whole) || !allDigits(frac) {
		return nil, 0, false
	}
	coef, ok = new(big.Int).SetString(whole+frac, 10)
	if ok && body != s {
		coef.Neg(coef)
	}
	return coef, -len(frac), ok
}

func allDigits(s string) bool {
	_, ok := digits(s)
	return ok
}

// MustMoney reads "1234.50 EUR", for tests and examples; it panics on anything else.
func MustMoney(s string) Money {
	amount, code, _ := strings.Cut(s, " ")
	m, err := ParseMoney(amount, MustCurrency(code))
	if err != nil {
		panic(err)
	}
	return m
}

// Known tells whether there is an amount at all; zero is one.
func (m Money) Known() bool { return !m.cur.IsZero() }

// Currency returns the currency, none if there is no amount.
func (m Money) Currency() Currency { return m.cur }

// Sign returns -1, 0 or +1; 0 also if there is no amount.
func (m Money) Sign() int {
	switch {
	case m.wide != nil:
		return m.wide.Sign()
	case m.coef < 0:
		return -1
	case m.coef > 0:
		return 1
	}
	return 0
}

// Coefficient returns the amount as coef × 10^exp. ok is false beyond 18 digits, where Big has it, and if there is no amount.
func (m Money) Coefficient() (coef int64, exp int, ok bool) {
	return m.coef, int(m.exp), m.wide == nil && m.cur != Currency{} // Known would copy m once more, on the path of every row
}

// Big returns the amount as coef × 10^exp whatever its length; the caller owns coef. No amount is 0.
func (m Money) Big() (coef *big.Int, exp int) {
	if m.wide != nil {
		return new(big.Int).Set(m.wide), int(m.exp)
	}
	return big.NewInt(m.coef), int(m.exp)
}

// Decimal returns the amount as a decimal; no amount is 0.
func (m Money) Decimal() decimal.Decimal {
	coef, exp := m.Big()
	return decimal.NewFromBigInt(coef, int32(exp))
}

// Equal tells whether both are the same amount of the same currency, however many zeros were written; no amount equals no amount.
func (m Money) Equal(o Money) bool {
	if m.cur != o.cur {
		return false
	}
	if m.wide == nil && o.wide == nil && m.exp == o.exp {
		return m.coef == o.coef
	}
	return m.Decimal().Equal(o.Decimal())
}

// String returns the amount as written and the code, such as "1234.50 EUR"; no amount is empty.
func (m Money) String() string {
	if !m.Known() {
		return ""
	}
	return m.Amount() + " " + m.cur.String()
}

// Amount returns the amount as a plain decimal without the currency; no amount is empty.
func (m Money) Amount() string {
	if !m.Known() {
		return ""
	}
	return m.Decimal().StringFixed(int32(max(0, -int(m.exp))))
}

// moneyJSON is the exchange form of an amount.
type moneyJSON struct {
	Amount   string   `json:"amount"`
	Currency Currency `json:"currency"`
}

// MarshalJSON writes {"amount":"1234.50","currency":"EUR"}, null for no amount.
func (m Money) MarshalJSON() ([]byte, error) {
	if !m.Known() {
		return []byte("null"), nil
	}
	return json.Marshal(moneyJSON{m.Amount(), m.cur})
}

// UnmarshalJSON reads what MarshalJSON writes. An amount that is a JSON number is refused: it may have passed through a float.
func (m *Money) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*m = Money{}
		return nil
	}
	var form moneyJSON
	if err := json.Unmarshal(b, &form); err != nil {
		return &Error{Input: string(b), Reason: `want {"amount":"<decimal>","currency":"<code>"}`, Err: ErrMoney}
	}
	v, err := ParseMoney(form.Amount, form.Currency)
	if err == nil {
		*m = v
	}
	return err
}
