package normalize

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// Named zones are read by the plain way, by plans and by all forms; texts of one shape whose names or offsets have other
// digits must not share what is made of them.
func TestZoneNamesAgreeWithTheFullReader(t *testing.T) {
	zones := []string{"Europe/Berlin", "[Europe/Berlin]", "[!Europe/Berlin]", "+01:00[Europe/Berlin]", "+02:00[Europe/Berlin]", "+0100 Europe/Berlin", "Z[Europe/Berlin]", "Z[UTC]", "UTC [Europe/Berlin]",
		"Etc/GMT+5", "Etc/GMT+6", "Etc/GMT+99", "UTC+1", "UTC+2", "UTC+99", "GMT+5:30", "-00:00[Etc/GMT+5]", "W. Europe Standard Time", "Russia Time Zone 3", "Russia Time Zone 9", "EST", "Local", "PM", "Uhr"}
	days := []string{"2026-03-05", "5. März 2026", "05.03.26", "2026년 3월 5일", "Mar 5, 2026", "5-Mar-2026", "2026-03-29", "2026-10-25", "46086"}
	times := []string{" 14:30", "T02:30:00", ", 2:30 PM", " 2:30:05.25", " 14.30"}
	for _, tag := range []string{"de-DE", "en-US", "ko-KR", "da-DK"} {
		for _, l := range []*Locale{MustFor(tag), MustFor(tag, ZoneNames(time.LoadLocation))} {
			for _, zone := range zones {
				for _, day := range days {
					for _, at := range times {
						l.agreeOnTime(t, []byte(day+at+" "+zone))
						l.agreeOnTime(t, []byte(day+at+zone))
					}
				}
			}
		}
	}
}

// Two zones of the table never have one name and territory, names are in order, and each has a line for the world and an
// IANA name that load may be asked for.
func TestWindowsTable(t *testing.T) {
	for name, territories := range windowsRows(t) {
		if territories[wholeWorld] == "" {
			t.Errorf("%s has no line for the world", name)
		}
		for territory, iana := range territories {
			list, ok := windowsLine(name, territory)
			if first, _, _ := strings.Cut(list, " "); !ok || first != iana || !isZoneName(first) {
				t.Errorf("%s in %s is found as %q, want %q", name, territory, list, iana)
			}
			if _, err := time.LoadLocation(iana); err != nil {
				t.Error(err)
			}
		}
	}
}

// windowsRows splits the table by itself.
func windowsRows(t *testing.T) map[string]map[string]string {
	lines := strings.Split(windowsZones, "\n")
	if !slices.IsSorted(lines) {
		t.Error("the table is not sorted")
	}
	rows := map[string]map[string]string{}
	for _, line := range lines {
		part := strings.Split(line, "\t")
		if len(part) != 3 || rows[part[0]][part[1]] != "" {
			t.Fatalf("line %q", line)
		}
		if rows[part[0]] == nil {
			rows[part[0]] = map[string]string{}
		}
		rows[part[0]][part[1]], _, _ = strings.Cut(part[2], " ")
	}
	return rows
}

// The same for whatever text, in whatever order: a load that knows every name gives zones that differ by the hour.
func FuzzZoneNamesAgree(f *testing.F) {
	l := MustFor("de-DE", ZoneNames(func(name string) (*time.Location, error) {
		return time.FixedZone(name, len(name)%12*3600+int(name[len(name)-1])), nil
	}))
	for _, text := range []string{"2026-03-05 14:30 Europe/Berlin", "5. März 2026 um 14:30 Etc/GMT+5", "5. März 2026 um 14:30 Etc/GMT+6", "2026-03-05T14:30:00+01:00[Europe/Berlin]", "5. März 2026 14:30 UTC [A/b]", "5. März 2026 14:30 W. Europe Standard Time", "5. März 2026 14:30 UTC+1", "05.03.2026 14:30 Z[Europe/Berlin]"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for range 2 {
			l.agreeOnTime(t, []byte(text))
		}
	})
}
