package main

import (
	"fmt"
	"slices"
	"strings"

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
	b.WriteString("// signRows has how each locale writes the currencies that are legal tender, where its parent does not do the same; the first row is of all locales.\nvar signRows = [...]string{\n")
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
	narrow := slices.DeleteFunc(slices.Clone(c.Signs), func(s string) bool { return s == c.Symbol })
	return strings.TrimRight(code+"\t"+c.Symbol+"\t"+strings.Join(narrow, "|"), "\t")
}

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
	for _, name := range c.Names {
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
