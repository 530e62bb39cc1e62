package mapping

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/koine-go/koine/funnel"
)

func readFile(t testing.TB, name string) *Profile {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	p, err := ReadProfile(name, f)
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
		{"a list without a separator", "amount =", "competitor_ids =", 10, "deals.fields.competitor_ids.separator", ErrMissing},
		{"a look-up that is not there", `"stage" }`, `"stage", lookup = "x" }`, 8, "stage_label.lookup", ErrMissing},
		{"a look-up of two kinds", "", "[lookups.x]\nkey = \"a\"\nvalue = \"b\"\ntable = { a = \"b\" }\n", 11, "lookups.x", ErrTwice},
		{"a look-up without a value column", "", "[lookups.x]\nkey = \"a\"\n", 11, "lookups.x", ErrMissing},
		{"region in two places", "[deals.fields]", "region = \"DE\"\n[deals.fields]\nregion = { column = \"region\" }", 8, "region", ErrTwice},
		{"a history without a time", "", "[history.fields]\ndeal_id = { column = \"id\" }\nstage_label = { column = \"s\" }\n", 11, "history.fields", ErrMissing},
		{"a history without a stage", "", "[history.fields]\ndeal_id = { column = \"id\" }\nat = { column = \"s\" }\n", 11, "history.fields", ErrMissing},
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
			p, err := ReadProfile("a.toml", strings.NewReader(text))
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
	_, err := ReadProfile("a.toml", strings.NewReader(text))
	var lines []int
	for _, e := range err.(interface{ Unwrap() []error }).Unwrap() {
		lines = append(lines, e.(*Error).Line)
	}
	if want := []int{4, 5, 6, 7}; !slices.Equal(lines, want) {
		t.Errorf("got lines %v, want %v: %v", lines, want, err)
	}
}

func TestProfileTooLarge(t *testing.T) {
	_, err := ReadProfile("a.toml", strings.NewReader(strings.Repeat("# nothing\n", 1<<19)))
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
