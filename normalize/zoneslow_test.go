package normalize

import (
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/internal/cldr"
)

// Named zones are read by the plain way, by plans and by all forms; texts of one shape whose names or offsets have other
// digits must not share what is made of them.
func TestZoneNamesAgreeWithTheFullReader(t *testing.T) {
	zones := []string{"Europe/Berlin", "[Europe/Berlin]", "[!Europe/Berlin]", "+01:00[Europe/Berlin]", "+02:00[Europe/Berlin]", "+0100 Europe/Berlin", "Z[Europe/Berlin]", "Z[UTC]", "UTC [Europe/Berlin]",
		"Etc/GMT+5", "Etc/GMT+6", "Etc/GMT+99", "UTC+1", "UTC+2", "UTC+99", "GMT+5:30", "-00:00[Etc/GMT+5]", "W. Europe Standard Time", "Russia Time Zone 3", "Russia Time Zone 9", "EST", "Local", "PM", "Uhr"}
	days := []string{"2026-03-05", "5. März 2026", "05.03.26", "2026년 3월 5일", "Mar 5, 2026", "5-Mar-2026", "2026-03-29", "2026-10-25", "46086"}
	times := []string{" 14:30", "T02:30:00", ", 2:30 PM", " 2:30:05.25", " 14.30"}
	tags := []string{"de-DE", "en-US", "ko-KR", "da-DK"}
	if testing.Short() {
		tags = tags[:1]
	}
	for _, tag := range tags {
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

// Every zone of Windows in every territory is what the extract says, and a territory without one of its own has that of the world.
func TestWindowsZonesAreThoseOfTheExtract(t *testing.T) {
	_, s, err := cldr.Read("../internal/cldr/data")
	if err != nil || len(s.Windows) < 400 {
		t.Fatalf("%d zones, %v", len(s.Windows), err)
	}
	for _, z := range s.Windows {
		in := Region{}
		if z.Territory != "001" {
			in = MustRegion(z.Territory)
		}
		want, _, _ := strings.Cut(z.IANA, " ")
		if got, ok := WindowsZone(z.Name, in); !ok || got != want || !isZoneName(got) {
			t.Errorf("%s in %q is %q, want %q", z.Name, in, got, want)
		}
		if z.Territory == "001" {
			if got, _ := WindowsZone(z.Name, MustRegion("XX")); got != want {
				t.Errorf("%s nowhere in particular is %q, want %q", z.Name, got, want)
			}
		}
		if _, err := time.LoadLocation(want); err != nil {
			t.Error(err)
		}
	}
	for _, name := range []string{"", "W. Europe", "W. Europe Standard Time\tEurope/Berlin", "Europe/Berlin", "w. europe standard time"} {
		if got, ok := WindowsZone(name, Region{}); ok {
			t.Errorf("%q is %s", name, got)
		}
	}
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
