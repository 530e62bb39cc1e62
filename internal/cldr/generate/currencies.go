package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/koine-go/koine/internal/cldr"
)

// signTable has a row for each locale that writes some currency otherwise than its parent does. A row is its
// tag, then lines of code, its sign, and narrow and variant signs, separated by tabs, with "|" between several; a line without either takes the parent's away.
func signTable(t tree, locales []cldr.Locale) string {
	var b strings.Builder
	fmt.Fprintf(&b, "// currencyCodes are the ISO 4217 codes that CLDR knows, past ones too, each three letters, sorted.\nconst currencyCodes = %q\n\n", strings.Join(t.supplement.Codes, ""))
	fmt.Fprintf(&b, "// coreCurrencies are the legal tender of the business locales.\nconst coreCurrencies = %q\n\n", strings.Join(coreCurrencies(t.supplement), " "))
	var tender []string
	for _, region := range sortedKeys(t.supplement.Tender) {
		tender = append(tender, region+" "+t.supplement.Tender[region])
	}
	fmt.Fprintf(&b, "// tender has for each region the currencies that are legal tender in it.\nconst tender = %s\n\n", textBlock(tender))
	b.WriteString("// signRows has how each locale writes the currencies that are or lately were legal tender, where its parent does not do the same; the first row is of all locales.\nvar signRows = [...]string{\n")
	fmt.Fprintf(&b, "%q,\n", "\n"+strings.Join(signLines(t, t.supplement.Root.Currencies, nil), "\n"))
	for _, l := range locales {
		if lines := signLines(t, l.Currencies, t.inherited(l.Tag).Currencies); lines != nil {
			fmt.Fprintf(&b, "%q,\n", l.Tag+"\n"+strings.Join(lines, "\n"))
		}
	}
	b.WriteString("}\n")
	return b.String()
}

func signLines(t tree, own, inherited map[string]*cldr.Currency) []string {
	var lines []string
	for _, code := range t.supplement.Currencies {
		if line := signLine(code, own[code]); line != signLine(code, inherited[code]) {
			lines = append(lines, line)
		}
	}
	return lines
}

func signLine(code string, c *cldr.Currency) string {
	if c == nil {
		return code
	}
	narrow := slices.DeleteFunc(slices.Clone(c.Signs), func(s string) bool { return s == c.Symbol || isWord(s) })
	symbol := c.Symbol
	if isWord(symbol) {
		symbol = ""
	}
	return strings.TrimRight(code+"\t"+symbol+"\t"+strings.Join(narrow, "|"), "\t")
}

// isWord tells a symbol that is a name, as all of Bodo's are.
func isWord(symbol string) bool { return utf8.RuneCountInString(symbol) > 6 }

// currencyNames are those of a code, or by "unit" the words between a number and a name, such as "de" in Romanian. Names that
// differ in their case alone are one.
func currencyNames(l cldr.Locale, code string) []string {
	if code == "unit" {
		return units(l)
	}
	c := l.Currencies[code]
	if c == nil {
		return nil
	}
	var out []string
	list := c.Names
	for _, sign := range append(slices.Clone(c.Signs), c.Symbol) {
		if isWord(sign) {
			list = append(slices.Clone(list), sign)
		}
	}
	for _, name := range list {
		if !slices.ContainsFunc(out, func(had string) bool { return strings.EqualFold(had, name) }) {
			out = append(out, name)
		}
	}
	return out
}

func units(l cldr.Locale) []string {
	var words []string
	for _, pattern := range l.Numbers.Units {
		word := strings.TrimSpace(strings.NewReplacer("{0}", "", "{1}", "").Replace(pattern))
		if word != "" && !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	return words
}
