package mapping

import (
	"errors"
	"strings"
	"testing"
)

// A number of seconds or milliseconds is an instant; of days the one in UTC, or in the column's zone; a text beside it is read as ever.
func TestEpoch(t *testing.T) {
	const profile = `
name          = "E"
version       = "1"
source_scheme = "e"
locale        = "de-DE"
zone          = "America/New_York"
[deals]
SYNTAX
[deals.fields]
id         = { column = "id" }
created_at = { column = "at", epoch = "UNIT" }
closed_on  = { column = "on", epoch = "UNIT"ZONE }
[[rules]]
when = { stage_id = ["x"] }
set  = { status = "open" }
`
	for _, test := range []struct {
		unit, zone, at, on string
		created, closed    string
		err                error
	}{
		{"s", "", "1772582400", "1772582400", "2026-03-04T00:00:00Z", "2026-03-04", nil},
		{"ms", "", "1772582400000", "1772582400000", "2026-03-04T00:00:00Z", "2026-03-04", nil},
		{"ms", `, zone = "America/New_York"`, "1772582400001", "1772582400000", "2026-03-04T00:00:00.001Z", "2026-03-03", nil},
		{"ms", `, zone = "Asia/Tokyo"`, "1772582400001", "1772636400000", "2026-03-04T00:00:00.001Z", "2026-03-05", nil},
		{"s", "", "1772582400.123456", "-1", "2026-03-04T00:00:00.123456Z", "1969-12-31", nil},
		{"s", "", "0", "0", "1970-01-01T00:00:00Z", "1970-01-01", nil},
		{"ms", "", "2026-03-04T01:00:00+01:00", "04.03.2026", "2026-03-04T00:00:00Z", "2026-03-04", nil},
		{"s", "", "1772582400.1234567", "0", "", "1970-01-01", ErrValue},
		{"s", "", "1772582400000", "0", "", "1970-01-01", ErrValue},
		{"s", "", "99999999999999999999999", "0", "", "1970-01-01", ErrValue},
		{"s", "", "-99999999999", "0", "", "1970-01-01", ErrValue},
	} {
		for _, syntax := range []string{"", `syntax = "json"`} {
			set := compile(t, strings.NewReplacer("SYNTAX", syntax, "UNIT", test.unit, "ZONE", test.zone).Replace(profile))
			text := "id,at,on\n1," + test.at + "," + test.on + "\n"
			if syntax != "" {
				text = `{"id":1,"at":` + literal(test.at) + `,"on":` + literal(test.on) + `}`
			}
			r := read(set, Files{Deals: strings.NewReader(text)}, Options{})
			if r.err != nil || len(r.deals) != 1 {
				t.Fatal(r.err, r.findings)
			}
			d := r.deals[0]
			created := ""
			if !d.Created.IsZero() {
				created = d.Created.String()
			}
			if created != test.created || d.Closed.String() != test.closed {
				t.Errorf("%s %s %s: got %s, %s", test.unit, test.at, test.on, d.Created, d.Closed)
			}
			if test.err == nil && len(r.findings) > 0 || test.err != nil && (len(r.findings) != 1 || !errors.Is(r.findings[0].Reason, test.err)) {
				t.Errorf("%s %s: %v", test.unit, test.at, r.findings)
			}
		}
	}
}

// literal writes what is a number as one.
func literal(s string) string {
	if isPlain([]byte(s)) {
		return s
	}
	return `"` + s + `"`
}
