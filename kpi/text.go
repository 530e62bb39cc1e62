package kpi

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// String returns the value on one line for people: the number, its parts or how many deals are behind it, the median of days, a status that qualifies
// it, rates that were derived, and what was left out and why:
//
//	60.00% (3/5), 4 left out: 3 no_amount, 1 no_rate
//	95000.00 EUR (2 deals)
//	24.33 days (73/3), median 33
//	unknown (0/0)
//
// Percentages, amounts and days have two fraction digits, rounded half-even; the parts are exact. The form knows no locale, and programs
// read the fields instead.
func (v Value) String() string {
	parts := []string{v.quantity() + v.behind()}
	if m, ok := v.Number("median"); ok {
		parts = append(parts, "median "+plain(m))
	}
	if v.Status != OK && v.Status != UndefinedZeroDenominator { // unknown says that
		parts = append(parts, v.Status.String())
	}
	if v.Derived > 0 {
		parts = append(parts, counted(strconv.FormatInt(v.Derived, 10), "deal")+" at derived rates")
	}
	if n := v.LeftOut(); n > 0 {
		parts = append(parts, fmt.Sprintf("%d left out: %s", n, v.reasons()))
	}
	return strings.Join(parts, ", ")
}

// quantity returns the number with its unit and two fraction digits; a count has none.
func (v Value) quantity() string {
	r, ok := v.Rat()
	if !ok {
		return "unknown"
	}
	switch v.Unit {
	case UnitRatio:
		return roundHalfEven(r.Mul(r, big.NewRat(100, 1)), 2).StringFixed(2) + "%"
	case UnitDays:
		return roundHalfEven(r, 2).StringFixed(2) + " days"
	case UnitCurrency:
		return strings.TrimSuffix(roundHalfEven(r, 2).StringFixed(2)+" "+v.Currency, " ")
	}
	if v.Unit == UnitKeys {
		return counted(plain(r), "key")
	}
	return counted(plain(r), "deal")
}

// behind returns what the number is made of: its parts, or the number of deals unless that is the number itself.
func (v Value) behind() string {
	_, ok := v.Rat()
	switch {
	case v.Den != nil:
		return " (" + plain(v.Num) + "/" + plain(v.Den) + ")"
	case (v.Unit == UnitDeals || v.Unit == UnitKeys) && ok:
		return ""
	}
	return " (" + counted(strconv.FormatInt(v.N, 10), "deal") + ")"
}

func (v Value) reasons() string {
	list := make([]string, len(v.Left))
	for i, l := range v.Left {
		list[i] = fmt.Sprintf("%d %s", l.Count, l.Reason)
	}
	return strings.Join(list, ", ")
}

func counted(n, one string) string {
	if n == "1" {
		return "1 " + one
	}
	return n + " " + one + "s"
}

// plain returns the exact number, as a decimal if it has an end and as a fraction if not.
func plain(r *big.Rat) string {
	if digits, exact := r.FloatPrec(); exact {
		return r.FloatString(digits)
	}
	return r.RatString()
}
