package mapping

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
)

// overlaid stands over the preset of Business Central: it has another column for the owner, a field of its own, and a word that the preset maps otherwise.
const overlaid = `name = "NO"
version = "3"
source_scheme = "no-bc"
locale = "nb-NO"
zone = "Europe/Oslo"
preset = "businesscentral"
[deals]
delimiter = ";"
[deals.fields]
owner_id = { column = "Selger" }
created_at = { column = "Opprettet" }
product_group = { column = "Vare", optional = true }
[[rules]]
when = { status_label = ["Lost", "Tapt"] }
set = { status = "no_decision" }
`

func read1(t testing.TB, text string) *Profile {
	t.Helper()
	p, err := ReadProfile("no.toml", strings.NewReader(text), time.LoadLocation)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPresetBeneath(t *testing.T) {
	p := read1(t, overlaid)
	if p.Preset != "businesscentral" || p.SourceScheme != "no-bc" || !slices.Equal(p.Statuses, []string{"open", "won", "lost"}) {
		t.Errorf("got %q, %q, %q", p.Preset, p.SourceScheme, p.Statuses)
	}
	for field, want := range map[Field]string{ID: "No.", Owner: "Selger", CreatedAt: "Opprettet", StatusLabel: "Status"} {
		if c, ok := p.Deals.column(field); !ok || c.Name != want || c.Optional != (field == StatusLabel) {
			t.Errorf("%v comes from %+v", field, c)
		}
	}
	if _, both := p.Deals.column(CreatedOn); both {
		t.Error("the preset's day of creation stands beside the profile's instant")
	}
	s, err := Compile(p, funnel.V1())
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]funnel.Status{"Lost": funnel.NoDecision, "Tapt": funnel.NoDecision, "Won": funnel.Won} {
		if got := s.Map(Local{Status: Names{Label: text}}, funnel.Moment{}).Status; got != want {
			t.Errorf("%s is %v", text, got)
		}
	}
	const why = "  no.toml:13: status no_decision (exact)\n  not presets/businesscentral.toml:"
	if got := s.Explain(Local{Status: Names{Label: "Lost"}}, funnel.Moment{}).String(); !strings.Contains(got, why) ||
		!strings.Contains(got, "no.toml:13 stands over the preset and sets status") {
		t.Error(got)
	}
}

// A file may lack the columns that come from a preset, and is told so; it may not lack the id.
func TestPresetColumnsMayLack(t *testing.T) {
	s, err := Compile(read1(t, overlaid), funnel.V1())
	if err != nil {
		t.Fatal(err)
	}
	r := read(s, Files{Deals: strings.NewReader("No.;Selger;Opprettet;Status\nO1;Berit;2026-03-05 10:00;Won\n")}, Options{})
	if r.err != nil || len(r.deals) != 1 || r.deals[0].Status != funnel.Won {
		t.Fatalf("%v, %v", r.deals, r.err)
	}
	var absent []string
	for _, f := range r.fields {
		if f.Absent && f.Blank == 1 {
			absent = append(absent, f.Column)
		}
	}
	want := []string{"Vare", "Date Closed", "Estimated Closing Date", "Contact Company No.", "Estimated Value (LCY)", "Current Sales Cycle Stage"}
	if !slices.Equal(absent, want) {
		t.Errorf("absent are %q", absent)
	}
	if _, err := s.Import(Files{Deals: strings.NewReader("Selger;Opprettet\n")}, Options{}); !errors.Is(err, ErrMissing) {
		t.Errorf("without an id: %v", err)
	}
}

func TestPresetFaults(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want error
		line int
	}{
		"unknown":         {strings.Replace(overlaid, "businesscentral", "businesscentrum", 1), ErrValue, 6},
		"neither":         {strings.Replace(overlaid[:strings.Index(overlaid, "[deals]")], "preset = \"businesscentral\"\n", "", 1), ErrMissing, 1},
		"optional, fixed": {strings.Replace(overlaid, `{ column = "Selger" }`, `{ value = "x", optional = true }`, 1), ErrUnknownKey, 10},
	} {
		_, err := ReadProfile("no.toml", strings.NewReader(c.text), time.LoadLocation)
		var e *Error
		if !errors.Is(err, c.want) || !errors.As(err, &e) || e.Line != c.line {
			t.Errorf("%s: %v", name, err)
		}
	}
}
