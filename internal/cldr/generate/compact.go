package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/koine-go/koine/internal/cldr"
)

// compactTable has lines of a power of ten and the forms in which a number is written with a word for it, such as
// "6\t0 Mio.|0 Million".
func compactTable(locales []cldr.Locale) *rows {
	t := newRows("// compactRows has the distinct sets of words for powers of ten.\nvar compactRows = [...]string")
	for _, l := range locales {
		t.add(l.Tag, fmt.Sprintf("%q,", compactText(l.Numbers)))
	}
	return t
}

func compactText(n cldr.Numbers) string {
	forms := map[int][]string{}
	for _, system := range sortedKeys(n.Symbols) {
		for _, c := range n.Symbols[system].Compact {
			power, form, ok := compactForm(c)
			if ok && !slices.Contains(forms[power], form) {
				forms[power] = append(forms[power], form)
			}
		}
	}
	var lines []string
	for power := range 20 {
		if forms[power] != nil {
			lines = append(lines, strconv.Itoa(power)+"\t"+strings.Join(forms[power], "|"))
		}
	}
	return strings.Join(lines, "\n")
}

// compactForm turns "4 00 Tsd'.' ¤" into the power 3, which one digit stands for, and the form "0 Tsd.". A form without a word, for
// numbers that are not shortened, is not ok.
func compactForm(c string) (power int, form string, ok bool) {
	digits, pattern, _ := strings.Cut(c, " ")
	power, err := strconv.Atoi(digits)
	if err != nil {
		return 0, "", false
	}
	pattern, _, _ = strings.Cut(pattern, ";")
	pattern = strings.NewReplacer("\u200e", "", "\u200f", "", "\u061c", "", "\u00a0", " ", "\u202f", " ", "'", "").Replace(pattern)
	pattern = strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(pattern, "¤ ", ""), " ¤", ""), "¤", "")
	zeros := strings.Count(pattern, "0")
	if zeros == 0 {
		form = strings.TrimSpace(pattern)
		return power, form, form != ""
	}
	form = strings.TrimSpace(strings.Replace(pattern, strings.Repeat("0", zeros), "0", 1))
	return power - zeros + 1, form, form != "0"
}
