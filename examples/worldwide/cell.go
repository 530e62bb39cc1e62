package main

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/koine-go/koine/kpi"
)

// figure is the number of a value for a table; -json has every digit. Shares and days have two fraction digits, money none, rounded half-even.
func figure(v kpi.Value) string {
	if v.Status == kpi.NotInLocalModel {
		return "not in model"
	}
	digits := int32(0)
	switch v.Unit {
	case kpi.UnitRatio:
		digits = 4
	case kpi.UnitDays:
		digits = 2
	}
	d, ok := v.Decimal(digits)
	switch {
	case !ok:
		return "unknown"
	case v.Unit == kpi.UnitRatio:
		return d.Shift(2).StringFixed(2) + "%"
	}
	return grouped(d.StringFixed(digits))
}

// partsWidth is how much of a fraction fits into one line of a column.
const partsWidth = 15

// below is what stands under a number: its parts, or the deals it sums; how many were left out of it; the status that qualifies it; the middle and
// the upper end of days; of open deals those on hold; and the negative amounts in a sum.
func below(v kpi.Value) []string {
	var lines []string
	switch {
	case v.Status == kpi.NotInLocalModel:
		return []string{deals(v.Skipped(kpi.StageNotInLocalModel.String())) + " left out"}
	case v.Den != nil:
		lines = fraction(rounded(v.Num), rounded(v.Den))
	case v.Unit != kpi.UnitDeals:
		lines = []string{deals(v.N)}
	}
	if v.LeftOut() > 0 {
		lines = append(lines, grouped(strconv.FormatInt(v.LeftOut(), 10))+" left out")
	}
	if v.Status != kpi.OK && v.Status != kpi.UndefinedZeroDenominator {
		lines = append(lines, v.Status.String())
	}
	for _, e := range v.Extra {
		switch {
		case e.Name == "median" && e.Number != nil, e.Name == "p80" && e.Number != nil:
			lines = append(lines, e.Name+" "+strings.TrimSuffix(e.Number.FloatString(1), ".0"))
		case e.Name == "on_hold" && e.Count > 0, e.Name == "censored" && e.Count > 0:
			lines = append(lines, grouped(strconv.FormatInt(e.Count, 10))+" "+strings.ReplaceAll(e.Name, "_", " "))
		case e.Name == "negative_amount" && e.Count > 0:
			lines = append(lines, grouped(strconv.FormatInt(e.Count, 10))+" negative")
		}
	}
	return lines
}

func fraction(num, den string) []string {
	if len(num)+len(den) < partsWidth {
		return []string{num + "/" + den}
	}
	return []string{num + " of", den}
}

func deals(n int64) string {
	if n == 1 {
		return "1 deal"
	}
	return grouped(strconv.FormatInt(n, 10)) + " deals"
}

// rounded is a part in whole units, half-even; counts and days are whole, so only money loses anything.
func rounded(r *big.Rat) string {
	d, _ := kpi.Value{Num: r}.Decimal(0) // a number without a denominator is defined
	return grouped(d.String())
}

// grouped sets commas between groups of three digits of the whole part.
func grouped(number string) string {
	whole, fraction, dot := strings.Cut(number, ".")
	sign := strings.TrimRight(whole, "0123456789")
	whole = whole[len(sign):]
	var groups []string
	for len(whole) > 3 {
		groups = append([]string{whole[len(whole)-3:]}, groups...)
		whole = whole[:len(whole)-3]
	}
	number = sign + strings.Join(append([]string{whole}, groups...), ",")
	if dot {
		number += "." + fraction
	}
	return number
}
