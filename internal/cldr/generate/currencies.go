package main

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/koine-go/koine/internal/cldr"
)

// named lists the languages whose currency names are in the tables; of the others only the signs are.
var named = strings.Fields(`
	ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl no pl pt ro ru sk sl sv th tr uk vi zh`)

// currencyTable has a row for each locale that calls some currency otherwise than its parent does. A row is lines of
// code, signs and names, separated by tabs, with "|" between several; a line without either takes the parent's away.
func currencyTable(t tree, locales []cldr.Locale) string {
	var b strings.Builder
	fmt.Fprintf(&b, "// currencyCodes are the ISO 4217 codes that CLDR knows, past ones too, each three letters, sorted.\nconst currencyCodes = %q\n\n", strings.Join(t.supplement.Codes, ""))
	b.WriteString("// currencyRows has what each locale calls the currencies that are legal tender, where its parent does not say the same.\nvar currencyRows = [...]currencyRow{\n")
	for _, l := range locales {
		if row := currencyLines(t, l); row != "" || l.Numbers.Units != nil && units(l) != "" {
			fmt.Fprintf(&b, "{%q, %q, %q},\n", l.Tag, units(l), row)
		}
	}
	b.WriteString("}\n")
	return b.String()
}

// units are the words between a number and a currency's name, such as "de" in Romanian.
func units(l cldr.Locale) string {
	var words []string
	for _, pattern := range l.Numbers.Units {
		word := strings.TrimSpace(strings.NewReplacer("{0}", "", "{1}", "").Replace(pattern))
		if word != "" && !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	return strings.Join(words, "|")
}

func currencyLines(t tree, l cldr.Locale) string {
	inherited := map[string]*cldr.Currency{}
	if parent := t.parent(l.Tag); parent != "" {
		inherited = t.byTag[parent].Currencies
	}
	language, _, _ := strings.Cut(l.Tag, "-")
	var lines []string
	for _, code := range t.supplement.Currencies {
		c := l.Currencies[code]
		if reflect.DeepEqual(c, inherited[code]) {
			continue
		}
		line := code + "\t\t"
		if c != nil {
			signs := c.Signs
			if c.Symbol != "" && !slices.Contains(signs, c.Symbol) {
				signs = append([]string{c.Symbol}, signs...)
			}
			names := c.Names
			if !slices.Contains(named, language) {
				names = nil
			}
			line = code + "\t" + strings.Join(signs, "|") + "\t" + strings.Join(names, "|")
		}
		if line != code+"\t\t" || inherited[code] != nil {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}
