package mapping

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

func readFile(t testing.TB, name string) *Profile {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	p, err := ReadProfile(name, f, time.LoadLocation)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestReadProfile(t *testing.T) {
	p := readFile(t, "testdata/de.toml")
	if p.String() != "DE@2026.1" || p.Zone.String() != "Europe/Berlin" || p.Currency != funnel.MustCurrency("EUR") || p.Locale.String() != "de-DE" {
		t.Errorf("got %v", p)
	}
	if p.Deals.Encoding.String() != "windows-1252" || p.History.Encoding != p.Deals.Encoding || p.History.Delimiter != ';' {
		t.Errorf("history does not take over the encoding and delimiter of the deals: %+v", p.History)
	}
	if len(p.Rules) != 10 || p.Rules[8].Line != 79 || p.Rules[8].Confidence != Assumed || len(p.Rules[8].When) != 2 {
		t.Errorf("got rules %+v", p.Rules)
	}
	if got := p.Assumed(); len(got) != 1 || got[0] != Segment {
		t.Errorf("assumed %v", got)
	}
}

// least is a profile with nothing that is not required; its last line is 10.
const least = `name = "A"
version = "1"
source_scheme = "a"
locale = "de-DE"
zone = "UTC"
[deals.fields]
id = { column = "id" }
stage_label = { column = "stage" }
created_on = { column = "created" }
amount = { column = "amount" }
`

// Each key arrives where it belongs; what is left out has its default.
func TestProfileKeys(t *testing.T) {
	text := strings.Replace(least, "[deals.fields]", `selling_entity = "Acme GmbH"
region = "DACH"
currency = "CHF"
neutral_groups = true
fiscal_start = 4
created_means = "first call"
caveats = ["none of it is real"]
[deals]
encoding = "shift_jis"
delimiter = "\t"
sorted = true
[deals.fields]`, 1) + `[history]
encoding = "utf-16"
[history.fields]
deal_id = { column = "id" }
at = { column = "time", zone = "Asia/Tokyo", order = "mdy", pivot = 1970 }
status_id = { column = "state", none = [" - ", "n/a"] }
[lookups.offices]
key = "owner"
value = "office"
delimiter = "|"
spellings = { Maier = "Meier", Shulz = "Schulz" }
[[rules]]
when = { status_id = ["7"] }
set = { status = "won" }
from = 2026-01-01
to = 2026-02-01
confidence = "lossy"
`
	p, err := ReadProfile("a.toml", strings.NewReader(text), time.LoadLocation)
	if err != nil {
		t.Fatal(err)
	}
	at, state, offices, rule := p.History.Columns[1], p.History.Columns[2], p.Lookups[0], p.Rules[0]
	for _, pair := range [][2]any{
		{p.SourceScheme, "a"}, {p.SellingEntity, "Acme GmbH"}, {p.Region, "DACH"}, {p.Locale.String(), "de-DE"}, {p.Zone.String(), "UTC"},
		{p.Currency.String(), "CHF"}, {p.NeutralGroups, true}, {p.FiscalStart, time.April}, {p.CreatedMeans + strings.Join(p.Caveats, ""), "first callnone of it is real"},
		{p.Deals.Encoding.String(), "Shift_JIS"}, {p.Deals.Delimiter, byte('\t')},
		{p.Deals.Sorted, true}, {p.History.Encoding.String(), "UTF-16"}, {p.History.Delimiter, byte('\t')}, {p.History.Sorted, false},
		{at.Zone.String(), "Asia/Tokyo"}, {at.Order, normalize.MDY}, {at.Pivot, 1970}, {strings.Join(state.None, "|"), "-|n/a"},
		{offices.Key + offices.Value, "owneroffice"}, {offices.Encoding.String(), "Shift_JIS"}, {offices.Delimiter, byte('|')},
		{offices.Spellings[1], Spelling{"Shulz", "Schulz", offices.Line + 4}},
		{rule.From.String() + rule.To.String(), "2026-01-012026-02-01"}, {rule.Confidence, Lossy},
	} {
		if pair[0] != pair[1] {
			t.Errorf("got %v, want %v", pair[0], pair[1])
		}
	}
	if p, err = ReadProfile("a.toml", strings.NewReader(least), time.LoadLocation); err != nil || p.NeutralGroups || p.FiscalStart != time.January || p.Deals.Delimiter != ',' || p.Deals.Encoding.String() != "UTF-8" {
		t.Errorf("defaults: %+v, %v", p, err)
	}
}

// An export from Geneva groups by apostrophes, which fr-CH does not: the profile has to say so, and then days are read as before.
func TestNeutralGroups(t *testing.T) {
	profile := strings.Replace(least, "de-DE", "fr-CH", 1) + "probability = { column = \"chance\" }\n"
	const deals = "id,stage,created,amount,chance\n1,x,05.03.2026,CHF 1'234.50,\"12,5 %\"\n"
	r := read(compile(t, strings.Replace(profile, "[deals", "neutral_groups = true\n[deals", 1)), Files{Deals: strings.NewReader(deals)}, Options{})
	if r.err != nil || len(r.deals) != 1 || slices.ContainsFunc(r.findings, func(f Finding) bool { return f.Column == "amount" }) {
		t.Fatalf("got %v, %v", r.err, r.findings)
	}
	if d := r.deals[0]; d.Amount.String() != "1234.50 CHF" || d.Probability != funnel.NewShare(125, -3) {
		t.Errorf("got %v, %v", d.Amount, d.Probability)
	}
	r = read(compile(t, profile), Files{Deals: strings.NewReader(deals)}, Options{})
	if len(r.deals) != 1 || r.deals[0].Amount.String() != "" || !slices.ContainsFunc(r.findings, func(f Finding) bool { return f.Column == "amount" }) {
		t.Errorf("undeclared: got %v, %v, %v", r.err, r.findings, r.deals)
	}
}

// Every fault of a profile is found where it stands.
func TestProfileFaults(t *testing.T) {
	for _, test := range []struct {
		name, old, new string // least with old replaced, or with new appended where old is empty
		line           int
		column         string
		err            error
	}{
		{"not TOML", "version", "version version", 2, "", ErrSyntax},
		{"a key twice", "version =", "name = \"B\"\nversion =", 2, "", ErrSyntax},
		{"an unknown key", "version =", "versoin = \"1\"\nversion =", 2, "", ErrUnknownKey},
		{"a missing key", "version = \"1\"\n", "", 1, "version", ErrMissing},
		{"a wrong type", `"1"`, `1`, 2, "version", ErrType},
		{"a blank text", `"1"`, `""`, 2, "version", ErrValue},
		{"a locale that is none", "de-DE", "xx-XX", 4, "locale", ErrValue},
		{"a zone that is none", "UTC", "Europe/Atlantis", 5, "zone", ErrValue},
		{"the zone of this machine", "UTC", "Local", 5, "zone", ErrValue},
		{"a currency that is none", "[deals", "currency = \"euro\"\n[deals", 6, "currency", ErrValue},
		{"a fiscal start that is no month", "[deals", "fiscal_start = 13\n[deals", 6, "fiscal_start", ErrValue},
		{"a day that is none", "[deals", "sentinels = [9999-12-31, 2025-02-29]\n[deals", 6, "", ErrSyntax},
		{"an instant where a day is wanted", "[deals", "sentinels = [2025-02-28T00:00:00]\n[deals", 6, "sentinels", ErrType},
		{"an encoding that is none", "[deals", "[deals]\nencoding = \"utf-7\"\n[deals", 7, "deals.encoding", ErrValue},
		{"a delimiter of two characters", "[deals", "[deals]\ndelimiter = \"||\"\n[deals", 7, "deals.delimiter", ErrValue},
		{"a delimiter that quotes", "[deals", "[deals]\ndelimiter = '\"'\n[deals", 7, "deals.delimiter", ErrValue},
		{"a field that is none", "amount =", "amuont =", 10, "deals.fields", ErrUnknownKey},
		{"a field of the history among the deals", "amount =", "deal_id =", 10, "deals.fields", ErrUnknownKey},
		{"no id", "id =", "account_id =", 6, "deals.fields", ErrMissing},
		{"neither column nor value", `{ column = "amount" }`, "{ assumed = true }", 10, "deals.fields.amount", ErrMissing},
		{"column and value", `column = "amount"`, `column = "amount", value = "5"`, 10, "deals.fields.amount", ErrTwice},
		{"a day and an instant", "amount =", "created_at =", 10, "deals.fields", ErrTwice},
		{"a format the field does not have", `"amount" }`, `"amount", format = "percent" }`, 10, "deals.fields.amount.format", ErrValue},
		{"an order that is none", `"created" }`, `"created", order = "ydm" }`, 9, "deals.fields.created_on.order", ErrValue},
		{"an order where there is no day", `"amount" }`, `"amount", order = "dmy" }`, 10, "deals.fields.amount", ErrUnknownKey},
		{"a pivot before all years", `"created" }`, `"created", pivot = 1799 }`, 9, "deals.fields.created_on.pivot", ErrValue},
		{"a pivot with years after all", `"created" }`, `"created", pivot = 2101 }`, 9, "deals.fields.created_on.pivot", ErrValue},
		{"a pivot that is no number", `"created" }`, `"created", pivot = "1970" }`, 9, "deals.fields.created_on.pivot", ErrType},
		{"a pivot where there is no day", `"amount" }`, `"amount", pivot = 1970 }`, 10, "deals.fields.amount", ErrUnknownKey},
		{"a date system that is none", `"created" }`, `"created", excel = 1901 }`, 9, "deals.fields.created_on.excel", ErrValue},
		{"a date system that is no number", `"created" }`, `"created", excel = "1900" }`, 9, "deals.fields.created_on.excel", ErrType},
		{"a date system where there is no day", `"amount" }`, `"amount", excel = 1900 }`, 10, "deals.fields.amount", ErrUnknownKey},
		{"a zone of Windows in another case", "UTC", "w. europe standard time", 5, "zone", ErrValue},
		{"a zone by its display name", "UTC", "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", 5, "zone", ErrValue},
		{"a list without a separator", "amount =", "competitor_ids =", 10, "deals.fields.competitor_ids.separator", ErrMissing},
		{"a look-up that is not there", `"stage" }`, `"stage", lookup = "x" }`, 8, "stage_label.lookup", ErrMissing},
		{"a look-up of two kinds", "", "[lookups.x]\nkey = \"a\"\nvalue = \"b\"\ntable = { a = \"b\" }\n", 11, "lookups.x", ErrTwice},
		{"a look-up without a value column", "", "[lookups.x]\nkey = \"a\"\n", 11, "lookups.x", ErrMissing},
		{"region in two places", "[deals.fields]", "region = \"DE\"\n[deals.fields]\nregion = { column = \"region\" }", 8, "region", ErrTwice},
		{"a history without a time", "", "[history.fields]\ndeal_id = { column = \"id\" }\nstage_label = { column = \"s\" }\n", 11, "history.fields", ErrMissing},
		{"a history without a stage", "", "[history.fields]\ndeal_id = { column = \"id\" }\nat = { column = \"s\" }\n", 11, "history.fields", ErrMissing},
		{"an unknown key of the variant", "", "[variant]\nstage = [\"offer\"]\n", 12, "variant", ErrUnknownKey},
		{"an unknown key of a file", "[deals.fields]", "[deals]\nquote = \"'\"\n[deals.fields]", 7, "deals", ErrUnknownKey},
		{"an unknown key of a column", `"amount" }`, `"amount", unit = "k" }`, 10, "deals.fields.amount", ErrUnknownKey},
		{"an unknown key of a look-up", "", "[lookups.x]\nfile = \"a.csv\"\nkey = \"a\"\nvalue = \"b\"\n", 12, "lookups.x", ErrUnknownKey},
		{"an unknown key of a rule", "", "[[rules]]\nwhen = { stage_label = [\"a\"] }\nset = { stage = \"offer\" }\nprobability = 5\n", 14, "rules", ErrUnknownKey},
		{"an unknown key of what a rule sets", "", "[[rules]]\nwhen = { stage_label = [\"a\"] }\nset = { rank = 5 }\n", 13, "rules.set", ErrUnknownKey},
		{"files that are no table", "[deals.fields]", "deals = 5\n[old.fields]", 6, "deals", ErrType},
		{"a column that is no table", `{ column = "amount" }`, `"amount"`, 10, "deals.fields.amount", ErrType},
		{"a source that is no text", `source_scheme = "a"`, `source_scheme = 5`, 3, "source_scheme", ErrType},
		{"an entity that is blank", "[deals", "selling_entity = \"\"\n[deals", 6, "selling_entity", ErrValue},
		{"a region that is no text", "[deals", "region = [\"DE\"]\n[deals", 6, "region", ErrType},
		{"a fiscal start that is no number", "[deals", "fiscal_start = \"April\"\n[deals", 6, "fiscal_start", ErrType},
		{"neutral groups that are no yes or no", "[deals", "neutral_groups = 1\n[deals", 6, "neutral_groups", ErrType},
		{"an order that is no yes or no", "[deals.fields]", "[deals]\nsorted = \"yes\"\n[deals.fields]", 7, "deals.sorted", ErrType},
		{"an encoding of the history that is none", "", "[history]\nencoding = \"ebcdic\"\n[history.fields]\ndeal_id = { column = \"id\" }\nat = { column = \"t\" }\nstage_label = { column = \"s\" }\n", 12, "history.encoding", ErrValue},
		{"a delimiter of a look-up that is none", "", "[lookups.x]\ndelimiter = \"a\"\nkey = \"a\"\nvalue = \"b\"\n", 12, "lookups.x.delimiter", ErrValue},
		{"a zone of a column that is none", "created_on = { column = \"created\"", "created_at = { column = \"created\", zone = \"CEST\"", 9, "deals.fields.created_at.zone", ErrValue},
		{"a zone of a day", `"created" }`, `"created", zone = "UTC" }`, 9, "deals.fields.created_on", ErrUnknownKey},
		{"a separator of a number", `"amount" }`, `"amount", separator = "|" }`, 10, "deals.fields.amount", ErrUnknownKey},
		{"words of yes for a number", `"amount" }`, `"amount", yes = ["x"] }`, 10, "deals.fields.amount", ErrUnknownKey},
		{"an assumption that is no yes or no", `"amount" }`, `"amount", assumed = 1 }`, 10, "deals.fields.amount.assumed", ErrType},
		{"a look-up of an id", `id = { column = "id"`, `id = { column = "id", lookup = "x"`, 7, "deals.fields.id", ErrUnknownKey},
		{"a blank that stands for none", `"amount" }`, `"amount", none = ["0", " "] }`, 10, "deals.fields.amount.none", ErrValue},
		{"none that is no list", `"amount" }`, `"amount", none = "0" }`, 10, "deals.fields.amount.none", ErrType},
		{"a constant that stands for none", `column = "amount"`, `value = "5", none = ["5"]`, 10, "deals.fields.amount", ErrUnknownKey},
		{"a key of a look-up twice but for space", "", "[lookups.x.table]\n\"a\" = \"b\"\n\" a\" = \"c\"\n", 13, "lookups.x.table", ErrTwice},
		{"a spelling that is no text", "", "[lookups.x]\ntable = { a = \"b\" }\nspellings = { c = 5 }\n", 13, "lookups.x.spellings.c", ErrType},
		{"spellings of nothing", "", "[lookups.x.spellings]\na = \"b\"\n", 11, "lookups.x", ErrMissing},
		{"rules that are no list", "", "[rules]\nwhen = { stage_label = [\"a\"] }\n", 11, "rules", ErrType},
		{"a day of a rule that is a text", "", "[[rules]]\nwhen = { stage_label = [\"a\"] }\nset = { stage = \"offer\" }\nfrom = \"2026-01-01\"\n", 14, "rules.from", ErrType},
		{"a condition that is no list", "", "[[rules]]\nset = { stage = \"offer\" }\nwhen = { stage_label = \"a\" }\n", 13, "rules.when.stage_label", ErrType},
		{"a rule that sets nothing", "", "[[rules]]\nwhen = { stage_label = [\"a\"] }\n", 11, "rules.set", ErrMissing},
		{"a condition that is none", "", "[[rules]]\nset = { stage = \"offer\" }\nwhen = { stage = [\"a\"] }\n", 13, "rules.when", ErrUnknownKey},
		{"a condition without values", "", "[[rules]]\nset = { stage = \"offer\" }\nwhen = { stage_label = [] }\n", 13, "rules.when.stage_label", ErrValue},
		{"a confidence that is none", "", "[[rules]]\nset = { stage = \"offer\" }\nwhen = { stage_label = [\"a\"] }\nconfidence = \"sure\"\n", 14, "rules.confidence", ErrValue},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := least + test.new
			if test.old != "" {
				text = strings.Replace(least, test.old, test.new, 1)
			}
			p, err := ReadProfile("a.toml", strings.NewReader(text), time.LoadLocation)
			if p != nil {
				t.Error("a profile in spite of it")
			}
			wantError(t, err, "a.toml", test.line, test.column, test.err)
		})
	}
}

// All faults are reported, in the order of their lines.
func TestProfileFaultsTogether(t *testing.T) {
	text := strings.NewReplacer("de-DE", "xx", "UTC", "Mars", "id = {", "idd = {").Replace(least)
	_, err := ReadProfile("a.toml", strings.NewReader(text), time.LoadLocation)
	var lines []int
	for _, e := range err.(interface{ Unwrap() []error }).Unwrap() {
		lines = append(lines, e.(*Error).Line)
	}
	if want := []int{4, 5, 6, 7}; !slices.Equal(lines, want) {
		t.Errorf("got lines %v, want %v: %v", lines, want, err)
	}
}

// Zones come from the caller alone; who brings none has no profile, and UTC is no exception.
func TestZonesOfTheCaller(t *testing.T) {
	none := func(string) (*time.Location, error) { return nil, nil }
	for _, zone := range []func(string) (*time.Location, error){nil, none} {
		_, err := ReadProfile("a.toml", strings.NewReader(least), zone)
		wantError(t, err, "a.toml", 5, "zone", ErrValue)
	}
	cet := time.FixedZone("CET", 3600)
	p, err := ReadProfile("a.toml", strings.NewReader(least), func(string) (*time.Location, error) { return cet, nil })
	if err != nil || p.Zone != cet {
		t.Errorf("got %v, %v", p, err)
	}
}

func TestProfileTooLarge(t *testing.T) {
	_, err := ReadProfile("a.toml", strings.NewReader(strings.Repeat("# nothing\n", 1<<19)), time.LoadLocation)
	if !errors.Is(err, ErrTooLarge) {
		t.Errorf("got %v", err)
	}
}

// wantError looks for one *Error with all of this among the joined ones.
func wantError(t *testing.T, err error, file string, line int, column string, kind error) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want %v", kind)
	}
	all := []error{err}
	if j, ok := err.(interface{ Unwrap() []error }); ok {
		all = j.Unwrap()
	}
	for _, one := range all {
		var e *Error
		if errors.As(one, &e) && errors.Is(e, kind) && e.File == file && e.Line == line && e.Column == column {
			return
		}
	}
	t.Errorf("got %v\nwant %s:%d: %s: %v", err, file, line, column, kind)
}
