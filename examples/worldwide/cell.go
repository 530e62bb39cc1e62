package main

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/koine-go/koine/kpi"
)

// figure is the number of a value in as few characters as a table allows; -json has every digit. Shares and days have two fraction digits, money
// none, all rounded half-even.
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

// parts is what the number is made of: numerator and denominator, or the number of deals it sums; money in thousands. A status that qualifies the
// number stands with it.
func parts(v kpi.Value) string {
	text := ""
	switch {
	case v.Status == kpi.NotInLocalModel:
		return strconv.FormatInt(v.Skipped(kpi.StageNotInLocalModel.String()), 10) + " left out"
	case v.Den != nil:
		text = "(" + part(v.Num) + "/" + part(v.Den) + ")"
	case v.Unit != kpi.UnitDeals:
		text = "(" + deals(v.N) + ")"
	}
	if v.Status != kpi.OK && v.Status != kpi.UndefinedZeroDenominator {
		text += " " + v.Status.String()
	}
	return text
}

func deals(n int64) string {
	if n == 1 {
		return "1 deal"
	}
	return grouped(strconv.FormatInt(n, 10)) + " deals"
}

// part writes counts and days in full and what is larger in thousands.
func part(r *big.Rat) string {
	if limit := big.NewRat(10_000, 1); r.Cmp(limit) < 0 {
		return grouped(r.FloatString(0))
	}
	return grouped(new(big.Rat).Quo(r, big.NewRat(1000, 1)).FloatString(0)) + "k"
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
