package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/koine-go/koine/internal/cldr"
)

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

func numberTable(locales []cldr.Locale, s cldr.Supplement) *rows {
	t := newRows("// numberRows has the distinct ways of writing numbers.\nvar numberRows = [...]string")
	for _, l := range locales {
		t.add(l.Tag, numberLine(l.Numbers, s.Digits))
	}
	return t
}

// numberLine is zero, native, minus, sizes, moneySizes, own, script, latin, money, with tabs between them: the digits 0 of the locale
// and of its script, its minus, the group sizes in use, and the pairs of group and decimal sign. An amount may be grouped as a number
// is, and as the locale's currency patterns are: en-IN writes lakh, but accounts in thousands.
func numberLine(n cldr.Numbers, digits map[string]string) string {
	own := n.Symbols[n.Default]
	money := own
	if own.CurrencyGroup != "" {
		money.Group = own.CurrencyGroup
	}
	if own.CurrencyDecimal != "" {
		money.Decimal = own.CurrencyDecimal
	}
	numbers, amounts := map[string]bool{}, map[string]bool{}
	for _, s := range n.Symbols {
		for _, pattern := range s.Patterns {
			shape := groupSizes(pattern)
			if shape == "" {
				continue
			}
			amounts[shape] = true
			if !strings.Contains(pattern, "¤") {
				numbers[shape] = true
			}
		}
	}
	fields := []string{zero(digits[n.Default]), zero(digits[n.Native]), own.Minus, strings.Join(sortedKeys(numbers), " "), strings.Join(sortedKeys(amounts), " ")}
	for _, s := range []cldr.Symbols{own, n.Symbols[n.Native], n.Symbols["latn"], money} {
		fields = append(fields, s.Group, s.Decimal)
	}
	return fmt.Sprintf("%q,", strings.Join(fields, "\t"))
}

// zero is the first of ten consecutive digits; scripts that count with words, such as hanidec, have none.
func zero(digits string) string {
	first, _ := utf8.DecodeRuneInString(digits)
	i := rune(0)
	for _, r := range digits {
		if r != first+i {
			return ""
		}
		i++
	}
	if i != 10 {
		return ""
	}
	return string(first)
}

// groupSizes returns "3;2" for #,##,##0.00: the last group and the ones before it.
func groupSizes(pattern string) string {
	positive, _, _ := strings.Cut(pattern, ";")
	whole, _, _ := strings.Cut(positive, ".")
	whole = strings.Map(func(r rune) rune {
		if strings.ContainsRune("#0,", r) {
			return r
		}
		return -1
	}, whole)
	groups := strings.Split(whole, ",")
	last := len(groups[len(groups)-1])
	switch {
	case len(groups) < 2:
		return ""
	case len(groups) == 2:
		return fmt.Sprintf("%d;%d", last, last)
	}
	return fmt.Sprintf("%d;%d", last, len(groups[len(groups)-2]))
}
