package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/koine-go/koine/internal/cldr"
)

// The files of a made-up release with one locale beside the root, each as small as what is read of it.
var files = map[string]string{
	"core/supplemental/parentLocales.json":    `{"supplemental": {"parentLocales": {"parentLocale": {"xx-AB": "xx-001"}}}}`,
	"core/supplemental/likelySubtags.json":    `{"supplemental": {"likelySubtags": {"xx": "xx-Latn-AB"}}}`,
	"core/supplemental/numberingSystems.json": `{"supplemental": {"numberingSystems": {"latn": {"_digits": "0123456789"}, "roman": {"_rules": "r"}}}}`,
	"core/supplemental/dayPeriods.json":       `{"supplemental": {"dayPeriodRuleSet": {"xx": {"evening1": {"_from": "18:00", "_before": "00:00"}, "noon": {"_at": "12:00"}}}}}`,
	"core/supplemental/currencyData.json": `{"supplemental": {"currencyData": {"region": {
		"AB": [{"OLD": {"_from": "1900-01-01", "_to": "1999-12-31"}}, {"MID": {"_from": "2000-01-01", "_to": "2024-12-31"}}, {"NEW": {"_from": "2000-01-01"}}, {"FUN": {"_tender": "false"}}]}}}}`,
	"core/supplemental/codeMappings.json": `{"supplemental": {"codeMappings": {"AB": {"_alpha3": "ABC", "_numeric": "007"}, "001": {"_alpha3": "ZZZ"}, "EU": {"_alpha3": "QUU"}}}}`,
	"core/supplemental/aliases.json":      `{"supplemental": {"metadata": {"alias": {"territoryAlias": {"BA": {"_replacement": "AB"}, "QQ": {"_replacement": "AB CD"}, "830": {"_replacement": "AB"}}}}}}`,
	"core/supplemental/windowsZones.json": `{"supplemental": {"windowsZones": {"mapTimezones": [{"mapZone": {"_other": "Ab Time", "_territory": "001", "_type": "Ab/City Ab/Town"}}]}}}`,

	"numbers-full/main/xx/numbers.json": `{"main": {"xx": {"numbers": {
		"defaultNumberingSystem": "latn", "otherNumberingSystems": {"native": "latn"},
		"symbols-numberSystem-latn": {"decimal": ",", "group": ".", "minusSign": "-", "percentSign": "%", "currencyGroup": " "},
		"decimalFormats-numberSystem-latn": {"standard": "#,##0.###",
			"short": {"decimalFormat": {"1000-count-one": "0", "1000-count-other": "0 T", "10000-count-other": "00 T"}},
			"long": {"decimalFormat": {"1000-count-other": "0 thou"}}},
		"percentFormats-numberSystem-latn": {"standard": "#,##0%"},
		"currencyFormats-numberSystem-latn": {"standard": "#,##0.00 ¤", "unitPattern-count-other": "{0} of {1}", "short": {"standard": {"1000-count-other": "0 T ¤"}}}}}}}`,
	"numbers-full/main/xx/currencies.json":  `{"main": {"xx": {"numbers": {"currencies": {"NEW": {"displayName": "Newo", "displayName-count-other": "Newos", "symbol": "N$", "symbol-alt-narrow": "$"}, "MID": {"displayName": "Mido"}, "OLD": {"displayName": "Oldo"}}}}}}`,
	"numbers-full/main/und/currencies.json": `{"main": {"und": {"numbers": {"currencies": {"NEW": {"displayName": "NEW", "symbol": "N$"}}}}}}`,
	"dates-full/main/xx/ca-gregorian.json": `{"main": {"xx": {"dates": {"calendars": {"gregorian": {
		"months": {"format": {"wide": {"1": "Primo", "2": "Secundo"}, "narrow": {"1": "P"}}},
		"days": {"format": {"wide": {"sun": "Solis"}}},
		"quarters": {"format": {"abbreviated": {"1": "Q1"}, "wide": {"1": "first quarter"}}},
		"dayPeriods": {"format": {"wide": {"am": "before", "evening1": "late", "noon": "noon"}}},
		"eras": {"eraNames": {"1": "common era"}},
		"dateFormats": {"full": "EEEE, d MMMM y", "medium": {"_value": "d/M/y", "_numbers": "M=romanlow"}, "short": "dd.MM.yy"},
		"timeFormats": {"short": "HH:mm"},
		"dateTimeFormats": {"full": "{1}, {0}", "availableFormats": {"yMd": "d.M.y", "yMMMM": "MMMM y", "yQQQ": "QQQ y", "Hm": "HH:mm", "yw-count-other": "w Y", "MMMd": "d MMM"}},
		"dateTimeFormats-atTime": {"standard": {"full": "{1} at {0}"}}}}}}}}`,
	"localenames-full/main/xx/territories.json": `{"main": {"xx": {"localeDisplayNames": {"territories": {"AB": "Abland", "AB-alt-short": "Ab", "001": "world", "EU": "union", "CD": "CD"}}}}}`,
	"misc-full/main/xx/posix.json":              `{"main": {"xx": {"posix": {"messages": {"yesstr": "yep:y", "nostr": "nope:n"}}}}}`,
}

// release lays the files out in a folder.
func release(t *testing.T, version string) packages {
	t.Helper()
	dir := t.TempDir()
	all := map[string]string{}
	for _, name := range []string{"core", "numbers-full", "dates-full", "localenames-full", "misc-full"} {
		all[name+"/package.json"] = `{"version": "` + version + `"}`
	}
	for name, text := range files {
		all[name] = text
	}
	for name, text := range all {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return packages(dir)
}

func TestExtract(t *testing.T) {
	out := t.TempDir()
	if err := extract(release(t, cldr.Version), out); err != nil {
		t.Fatal(err)
	}
	locales, s, err := cldr.Read(out)
	if err != nil || len(locales) != 1 {
		t.Fatalf("%d locales, %v", len(locales), err)
	}
	want := cldr.Locale{
		Tag: "xx",
		Numbers: cldr.Numbers{
			Default: "latn", Native: "latn", Units: []string{"{0} of {1}"},
			Symbols: map[string]cldr.Symbols{"latn": {
				Decimal: ",", Group: ".", CurrencyGroup: " ", Minus: "-", Percent: "%",
				Patterns: []string{"#,##0.###", "#,##0%", "#,##0.00 ¤"},
				Compact:  []string{"3 0 thou", "3 0 T", "4 00 T", "3 0 T ¤"},
			}},
		},
		Currencies: map[string]*cldr.Currency{"NEW": {Symbol: "N$", Signs: []string{"$"}, Names: []string{"Newo", "Newos"}}, "MID": {Names: []string{"Mido"}}},
		Dates: cldr.Dates{
			Patterns: []string{"EEEE, d MMMM y", "d/LLL/y", "dd.MM.yy", "d.M.y"}, Times: []string{"HH:mm"}, Glue: []string{"{1}, {0}", "{1} at {0}"},
			Spans: []string{"MMMM y", "QQQ y"}, Eras: []string{"common era"}, Periods: map[string]string{"before": "0-11", "late": "18-23"},
		},
		Regions: map[string][]string{"AB": {"Abland", "Ab"}}, Yes: []string{"yep", "y"}, No: []string{"nope", "n"},
	}
	for i, number := range strings.Fields("i ii iii iv v vi vii viii ix x xi xii") {
		want.Dates.Months[i] = []string{number}
	}
	want.Dates.Months[0], want.Dates.Months[1] = []string{"Primo", "i"}, []string{"Secundo", "ii"}
	want.Dates.Days[0], want.Dates.Quarters[0] = []string{"Solis"}, []string{"first quarter", "Q1"}
	if !reflect.DeepEqual(locales[0], want) {
		t.Errorf("got\n%s, want\n%s", asJSON(t, locales[0]), asJSON(t, want))
	}
	wantSupplement := cldr.Supplement{
		Parents: map[string]string{"xx-AB": "xx-001"}, Likely: map[string]string{"xx": "xx-Latn-AB"}, Digits: map[string]string{"latn": "0123456789"},
		Currencies: []string{"MID", "NEW"}, Codes: []string{"FUN", "MID", "NEW", "OLD"}, Tender: map[string]string{"AB": "NEW"},
		Root:    cldr.Locale{Tag: "und", Currencies: map[string]*cldr.Currency{"NEW": {Symbol: "N$"}}},
		Windows: []cldr.Zone{{Name: "Ab Time", Territory: "001", IANA: "Ab/City Ab/Town"}},
		Regions: map[string]string{"AB": "ABC 007"}, Aliases: map[string]string{"BA": "AB"},
	}
	if !reflect.DeepEqual(s, wantSupplement) {
		t.Errorf("got\n%s, want\n%s", asJSON(t, s), asJSON(t, wantSupplement))
	}
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Packages of another release would make tables that say they are of this one.
func TestExtractRefusesAnotherRelease(t *testing.T) {
	if err := extract(release(t, "1.0.0"), t.TempDir()); err == nil || !strings.Contains(err.Error(), "1.0.0") {
		t.Errorf("got %v", err)
	}
}

// A broken file is named.
func TestExtractNamesTheFile(t *testing.T) {
	p := release(t, cldr.Version)
	name := filepath.Join(string(p), "misc-full", "main", "xx", "posix.json")
	if err := os.WriteFile(name, []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := extract(p, t.TempDir()); err == nil || !strings.Contains(err.Error(), "posix.json") {
		t.Errorf("got %v", err)
	}
}
