package main

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/koine-go/koine/internal/cldr"
)

func readNumbers(p packages, l *cldr.Locale, tender []string) error {
	var file struct {
		Main map[string]struct{ Numbers map[string]json.RawMessage }
	}
	if err := p.read(&file, "numbers-full", "main", l.Tag, "numbers.json"); err != nil {
		return err
	}
	raw := file.Main[l.Tag].Numbers
	var others struct{ Native string }
	if err := json.Unmarshal(raw["defaultNumberingSystem"], &l.Numbers.Default); err != nil {
		return err
	}
	if err := json.Unmarshal(raw["otherNumberingSystems"], &others); err != nil {
		return err
	}
	l.Numbers.Native = others.Native
	l.Numbers.Symbols = map[string]cldr.Symbols{}
	for _, system := range distinct([]string{l.Numbers.Default, others.Native, "latn"}) {
		if _, ok := raw["symbols-numberSystem-"+system]; !ok {
			continue
		}
		s, units, err := symbols(raw, system)
		if err != nil {
			return err
		}
		l.Numbers.Symbols[system] = s
		l.Numbers.Units = distinct(append(l.Numbers.Units, units...))
	}
	return readCurrencies(p, l, tender)
}

func symbols(raw map[string]json.RawMessage, system string) (cldr.Symbols, []string, error) {
	var s cldr.Symbols
	var signs map[string]string
	if err := json.Unmarshal(raw["symbols-numberSystem-"+system], &signs); err != nil {
		return s, nil, err
	}
	s = cldr.Symbols{
		Decimal: signs["decimal"], Group: signs["group"],
		CurrencyDecimal: signs["currencyDecimal"], CurrencyGroup: signs["currencyGroup"],
		Minus: signs["minusSign"], Percent: signs["percentSign"],
	}
	var units []string
	for _, kind := range []string{"decimalFormats", "percentFormats", "currencyFormats"} {
		var formats map[string]any
		if err := json.Unmarshal(raw[kind+"-numberSystem-"+system], &formats); err != nil {
			return s, nil, err
		}
		for _, name := range []string{"standard", "accounting"} {
			if pattern, ok := formats[name].(string); ok {
				s.Patterns = append(s.Patterns, pattern)
			}
		}
		for _, width := range []string{"long", "short"} {
			s.Compact = append(s.Compact, compacts(formats, width)...)
		}
		for _, name := range slices.Sorted(maps.Keys(formats)) {
			if unit, ok := formats[name].(string); ok && strings.HasPrefix(name, "unitPattern") {
				units = append(units, unit)
			}
		}
	}
	s.Compact = distinct(s.Compact)
	return s, units, nil
}

// compacts lists the patterns of a width, of every plural form, that write a number with a word for a power of ten.
func compacts(formats map[string]any, width string) []string {
	var out []string
	outer, _ := formats[width].(map[string]any)
	for _, kind := range []string{"decimalFormat", "standard"} {
		inner, _ := outer[kind].(map[string]any)
		for _, name := range slices.Sorted(maps.Keys(inner)) {
			power, _, _ := strings.Cut(name, "-")
			if pattern, ok := inner[name].(string); ok && pattern != "0" && strings.Trim(power, "0") == "1" {
				out = append(out, strconv.Itoa(len(power)-1)+" "+pattern)
			}
		}
	}
	return out
}

func readCurrencies(p packages, l *cldr.Locale, tender []string) error {
	var file struct {
		Main map[string]struct {
			Numbers struct{ Currencies map[string]map[string]string }
		}
	}
	if err := p.read(&file, "numbers-full", "main", l.Tag, "currencies.json"); err != nil {
		return err
	}
	l.Currencies = map[string]*cldr.Currency{}
	for _, code := range tender {
		raw := file.Main[l.Tag].Numbers.Currencies[code]
		c := &cldr.Currency{Symbol: raw["symbol"]}
		for _, key := range slices.Sorted(maps.Keys(raw)) {
			switch {
			case strings.HasPrefix(key, "displayName"):
				c.Names = append(c.Names, raw[key])
			case strings.HasPrefix(key, "symbol-alt"):
				c.Signs = append(c.Signs, raw[key])
			}
		}
		if c.Symbol == code {
			c.Symbol = ""
		}
		c.Signs = distinct(c.Signs)
		c.Names = slices.DeleteFunc(distinct(c.Names), func(name string) bool { return name == code })
		if c.Symbol != "" || c.Signs != nil || c.Names != nil {
			l.Currencies[code] = c
		}
	}
	return nil
}
