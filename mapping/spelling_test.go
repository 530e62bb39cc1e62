package mapping

import (
	"errors"
	"io"
	"strings"
	"testing"
)

const spelt = `name = "A"
version = "1"
source_scheme = "a"
locale = "en-US"
zone = "UTC"
[deals.fields]
id = { column = "id" }
product_group = { column = "product", lookup = "series" }
region = { column = "agent", lookup = "teams" }
currency = { column = "money", lookup = "currencies" }
stage_label = { column = "phase", lookup = "phases" }
[history.fields]
deal_id = { column = "id" }
on = { column = "day" }
actor = { column = "agent", lookup = "teams" }
stage_label = { column = "phase", lookup = "phases" }
[lookups.series.table]
"GTX Pro" = "GTX"
[lookups.series.spellings]
"GTXPro" = "GTX Pro"
[lookups.teams]
key = "agent"
value = "team"
[lookups.teams.spellings]
"Darce" = "Darcel"
"M. Okafor" = "Mei-Mei"
[lookups.currencies]
table = { "dollars" = "USD" }
spellings = { "dolars" = "dollars" }
[lookups.phases]
table = { "Quote" = "quote", "Talk" = "talk" }
spellings = { "Qoute" = "Quote" }
[[rules]]
when = { stage_label = ["quote"] }
set = { stage = "offer" }
`

const teams = "agent,team\nDarcel,West\nMei-Mei,East\nMei-Mei,North\n"

// A known misspelling has the value of the right spelling, wherever look-ups are used, and each use of it is a Finding.
func TestSpellings(t *testing.T) {
	const deals = "id,product,agent,money,phase\n1,GTXPro,Darce,dolars,Qoute\n2,GTX Pro,Darcel,dollars,Quote\n3,GTXPro,M. Okafor,,Qoute\n"
	const history = "id,day,agent,phase\n1,02/01/2026,Darce,Qoute\n1,02/02/2026,Darce,Qoute\n"
	r := read(compile(t, spelt), Files{Deals: strings.NewReader(deals), History: strings.NewReader(history),
		Lookups: map[string]io.Reader{"teams": strings.NewReader(teams)}}, Options{})
	if r.err != nil {
		t.Fatal(r.err)
	}
	for i, d := range r.deals[:2] {
		if d.ProductGroup.String() != "GTX" || d.Region.String() != "West" || d.Stage.String() != "offer" {
			t.Errorf("deal %d: %v, %v, %v", i+1, d.ProductGroup, d.Region, d.Stage)
		}
	}
	if e := r.deals[0].Events; len(e) != 2 || e[0].Actor.String() != "West" || e[1].Stage.String() != "offer" {
		t.Errorf("events %+v", e)
	}
	if !r.deals[2].Region.IsZero() {
		t.Error("a spelling of a key with two values has a value")
	}
	var got []string
	for _, f := range r.findings {
		got = append(got, f.String())
	}
	want := []string{
		`look-up teams:4: agent: "Mei-Mei" is one of several that differ under one key (see line 3); row refused`,
		`history:2: phase: "Qoute" is spelt otherwise than in the look-up: "Quote"; cell repaired`,
		`history:2: agent: "Darce" is spelt otherwise than in the look-up: "Darcel"; cell repaired`,
		`history:3: phase: "Qoute" is spelt otherwise than in the look-up: "Quote"; cell repaired`,
		`history:3: agent: "Darce" is spelt otherwise than in the look-up: "Darcel"; cell repaired`,
		`deals:2: money: "dolars" is spelt otherwise than in the look-up: "dollars"; cell repaired`,
		`deals:2: agent: "Darce" is spelt otherwise than in the look-up: "Darcel"; cell repaired`,
		`deals:2: product: "GTXPro" is spelt otherwise than in the look-up: "GTX Pro"; cell repaired`,
		`deals:2: phase: "Qoute" is spelt otherwise than in the look-up: "Quote"; cell repaired`,
		`deals:4: agent: "M. Okafor" is one of several that differ under one key: look-up teams; cell set aside`,
		`deals:4: product: "GTXPro" is spelt otherwise than in the look-up: "GTX Pro"; cell repaired`,
		`deals:4: phase: "Qoute" is spelt otherwise than in the look-up: "Quote"; cell repaired`,
	}
	if a, b := strings.Join(got, "\n"), strings.Join(want, "\n"); a != b {
		t.Errorf("got\n%s\nwant\n%s", a, b)
	}
	for _, f := range r.findings[1:4] {
		if !f.Kept || f.Fate() != Repaired || !errors.Is(f.Reason, ErrSpelling) {
			t.Errorf("%v: kept %v, fate %v", f, f.Kept, f.Fate())
		}
	}
}

// A spelling that repairs nothing is a fault of the profile: of a table when it is compiled, of a file once that is read.
func TestSpellingFaults(t *testing.T) {
	for _, test := range []struct {
		name, old, new string
		line           int
		column, value  string
		err            error
	}{
		{"a target that the table does not have", `"GTXPro" = "GTX Pro"`, `"GTXPro" = "GTXX"`, 20, "lookups.series.spellings", "GTXX", ErrNotFound},
		{"a spelling that is a key of the table", `"GTXPro" = "GTX Pro"`, `"GTX Pro" = "GTX Pro"`, 20, "lookups.series.spellings", "GTX Pro", ErrTwice},
		{"a target that the file does not have", `"Darce" = "Darcel"`, `"Darce" = "Darcy"`, 25, "lookups.teams.spellings", "Darcy", ErrNotFound},
		{"a spelling that is a key of the file", `"Darce" = "Darcel"`, `"Darcel" = "Mei-Mei"`, 25, "lookups.teams.spellings", "Darcel", ErrTwice},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, err := compileText(strings.Replace(spelt, test.old, test.new, 1))
			if err == nil {
				_, err = s.Import(Files{Deals: strings.NewReader("id,product,agent,money,phase\n"),
					Lookups: map[string]io.Reader{"teams": strings.NewReader(teams)}}, Options{})
			}
			wantError(t, err, "a.toml", test.line, test.column, test.err)
			var e *Error
			if errors.As(err, &e) && e.Value != test.value {
				t.Errorf("about %q, want %q", e.Value, test.value)
			}
		})
	}
}
