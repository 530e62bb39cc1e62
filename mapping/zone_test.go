package mapping

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// A zone may have the name that Windows has for it. It is read for the region of the locale, wherever that stands.
func TestWindowsZones(t *testing.T) {
	for _, test := range []struct{ locale, zone, want string }{
		{"de-DE", "W. Europe Standard Time", "Europe/Berlin"},
		{"de-AT", "W. Europe Standard Time", "Europe/Vienna"},
		{"de", "W. Europe Standard Time", "Europe/Berlin"},
		{"en-IN", "India Standard Time", "Asia/Calcutta"},
		{"en-150", "Romance Standard Time", "Europe/Paris"},
		{"en-US", "UTC", "UTC"}, // which is an IANA name, too
	} {
		profile := strings.Replace(strings.Replace(least, "de-DE", test.locale, 1), `"UTC"`, `"`+test.zone+`"`, 1)
		lines := strings.SplitAfter(profile, "\n")
		slices.Reverse(lines[:5]) // the zone before the locale
		p, err := ReadProfile("a.toml", strings.NewReader(strings.Join(lines, "")), time.LoadLocation)
		if err != nil {
			t.Errorf("%s in %s: %v", test.zone, test.locale, err)
		} else if p.Zone.String() != test.want {
			t.Errorf("%s in %s: got %v, want %s", test.zone, test.locale, p.Zone, test.want)
		}
	}
}

// spreadsheet is a profile of days as numbers and of instants that name their zones.
var spreadsheet = strings.Replace(least, `"created" }`, `"created", excel = 1900 }
closed_at = { column = "closed", excel = 1904, zone = "Asia/Tokyo" }`, 1)

// Two columns of one file may have two date systems; what was read as a serial is told.
func TestExcelSerials(t *testing.T) {
	const deals = "id,stage,created,amount,closed\n1,x,46086,,44624.604166667\n2,x,05.03.2026,,2026-03-05 14:30 W. Europe Standard Time\n3,x,60,,\n4,x,46086.5,,\n"
	r := read(compile(t, spreadsheet), Files{Deals: strings.NewReader(deals)}, Options{})
	if r.err != nil || len(r.deals) != 4 {
		t.Fatal(r.err, r.findings)
	}
	for i, want := range []string{"2026-03-05 2026-03-05T05:30:00Z", "2026-03-05 2026-03-05T13:30:00Z"} {
		if got := r.deals[i].Created.String() + " " + r.deals[i].Closed.String(); got != want {
			t.Errorf("deal %d: got %s, want %s", i, got, want)
		}
	}
	var texts []string
	for _, f := range r.findings {
		if f.Column == "created" {
			texts = append(texts, f.String())
		}
	}
	if len(texts) != 2 || !strings.Contains(texts[0], "29 February 1900") || !strings.Contains(texts[1], "which is a point in time") {
		t.Errorf("got %q", texts)
	}
	i := slices.IndexFunc(r.fields, func(f FieldCount) bool { return f.Field == CreatedOn })
	if got := r.fields[i].Liberties; len(got) != 1 || got[0] != (Liberty{normalize.Serial, 1}) {
		t.Errorf("liberties %v", got)
	}
}

// A profile that was not read with a way to find zones takes none from a cell.
func TestNoZonesInCells(t *testing.T) {
	p, err := ReadProfile("a.toml", strings.NewReader(spreadsheet), time.LoadLocation)
	if err != nil {
		t.Fatal(err)
	}
	p.Zones = nil
	set, err := Compile(p, funnel.V1())
	if err != nil {
		t.Fatal(err)
	}
	const deals = "id,stage,created,amount,closed\n2,x,05.03.2026,,2026-03-05 14:30 Europe/Berlin\n"
	r := read(set, Files{Deals: strings.NewReader(deals)}, Options{})
	if r.err != nil || !slices.ContainsFunc(r.findings, func(f Finding) bool { return strings.Contains(f.String(), "zones that cells name are not looked up") }) {
		t.Errorf("got %v, %v", r.err, r.findings)
	}
}
