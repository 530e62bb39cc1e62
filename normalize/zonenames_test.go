package normalize_test

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/koine-go/koine/normalize"
)

// The zone in the text is the one that counts; New York, which the caller names, would give other times.
func TestInstantByZoneName(t *testing.T) {
	names := normalize.ZoneNames(time.LoadLocation)
	for _, c := range []struct {
		tag, text, want string
		repairs         normalize.Repairs
	}{
		{"sv-SE", "2026-03-05 14:30 Europe/Berlin", "2026-03-05T13:30:00Z", 0},
		{"sv-SE", "2026-07-05 14:30 Europe/Berlin", "2026-07-05T12:30:00Z", 0},
		{"sv-SE", "2026-03-05 14:30 [Europe/Berlin]", "2026-03-05T13:30:00Z", 0},
		{"sv-SE", "2026-03-05T14:30:00[Europe/Berlin]", "2026-03-05T13:30:00Z", 0},
		{"sv-SE", "2026-03-05T14:30:00+01:00[Europe/Berlin]", "2026-03-05T13:30:00Z", 0},
		{"sv-SE", "2026-03-05T14:30:00+01:00[!Europe/Berlin]", "2026-03-05T13:30:00Z", 0},
		{"sv-SE", "2026-03-05 14:30 +0100 Europe/Berlin", "2026-03-05T13:30:00Z", 0},
		{"sv-SE", "2026-03-05T14:30:00Z[Europe/Berlin]", "2026-03-05T14:30:00Z", 0}, // RFC 9557: the time is in UTC
		{"sv-SE", "2026-03-05T14:30:00-00:00[Europe/Berlin]", "2026-03-05T14:30:00Z", 0},
		{"sv-SE", "2026-03-05T14:30:00Z[UTC]", "2026-03-05T14:30:00Z", 0}, // as Java writes it
		{"sv-SE", "2026-03-05T14:30:00+00:00[Europe/London]", "2026-03-05T14:30:00Z", 0},
		{"sv-SE", "2026-10-25T02:30:00+02:00[Europe/Berlin]", "2026-10-25T00:30:00Z", 0}, // the offset says which of the two
		{"sv-SE", "2026-10-25T02:30:00+01:00[Europe/Berlin]", "2026-10-25T01:30:00Z", 0},
		{"en-US", "Mar 5, 2026, 2:30 PM America/Port-au-Prince", "2026-03-05T19:30:00Z", 0},
		{"en-US", "3/5/2026 02:30 PM America/Argentina/Buenos_Aires", "2026-03-05T17:30:00Z", 0},
		{"de-DE", "5. März 2026 um 14:30 Etc/GMT+5", "2026-03-05T19:30:00Z", 0},
		{"de-DE", "5. März 2026 um 14:30 Etc/GMT+6", "2026-03-05T20:30:00Z", 0}, // of the same shape
		{"de-DE", " 05.03.2026 14:30 Asia/Kathmandu ", "2026-03-05T08:45:00Z", normalize.Padding},
		{"de-DE", "05.03.2026 14:30 Japan", "2026-03-05T05:30:00Z", 0},
		{"de-DE", "05.03.2026 14:30 EST5EDT", "2026-03-05T19:30:00Z", 0},
		{"vi-VN", "14:30 5/3/2026 Asia/Tokyo", "2026-03-05T05:30:00Z", 0},
		{"de-DE", "05.03.2026 14:30 W. Europe Standard Time", "2026-03-05T13:30:00Z", 0},
		{"de-DE", "05.07.2026 14:30 W. Europe Standard Time", "2026-07-05T12:30:00Z", 0}, // rules, not an offset
		{"de-DE", "05.03.2026 14:30 [W. Europe Standard Time]", "2026-03-05T13:30:00Z", 0},
		{"de-DE", "05.03.2026 14:30 GMT Standard Time", "2026-03-05T14:30:00Z", 0},
		{"de-DE", "05.03.2026 14:30 Central Standard Time (Mexico)", "2026-03-05T20:30:00Z", 0},
		{"de-DE", "05.03.2026 14:30 Russia Time Zone 10", "2026-03-05T03:30:00Z", 0},
		{"de-AT", "05.07.1946 14:30 W. Europe Standard Time", "1946-07-05T12:30:00Z", 0}, // Vienna; Berlin had the same summer time
		{"de-DE", "05.07.1947 14:30 W. Europe Standard Time", "1947-07-05T12:30:00Z", 0},
		{"de-DE", "15.06.1947 14:30 W. Europe Standard Time", "1947-06-15T11:30:00Z", 0}, // Berlin was three hours ahead then
		{"de-AT", "15.06.1947 14:30 W. Europe Standard Time", "1947-06-15T12:30:00Z", 0}, // Vienna was not
	} {
		l := normalize.MustFor(c.tag, names)
		for range 2 { // the second time the name is remembered and the shape has its plan
			got, err := both(t, l, c.text, "America/New_York")
			if s := got.Time.Format(time.RFC3339Nano); err != nil || s != c.want || got.Repairs != c.repairs {
				t.Errorf("%s %q: got %s with %v, %v; want %s", c.tag, c.text, s, got.Repairs, err, c.want)
			}
		}
	}
}

// Offsets behind UTC or GMT need no names.
func TestInstantByPrefixedOffset(t *testing.T) {
	for text, want := range map[string]string{
		"2026-03-05 14:30 UTC+01:00": "2026-03-05T13:30:00Z",
		"2026-03-05 14:30 UTC+1":     "2026-03-05T13:30:00Z",
		"2026-03-05 14:30 GMT+5:30":  "2026-03-05T09:00:00Z", // as CLDR writes it
		"2026-03-05 14:30 GMT-0500":  "2026-03-05T19:30:00Z",
		"2026-03-05 14:30 UTC-11":    "2026-03-06T01:30:00Z", // a name of Windows, too
	} {
		got, err := both(t, normalize.MustFor("sv-SE"), text, "America/New_York")
		if s := got.Time.Format(time.RFC3339Nano); err != nil || s != want {
			t.Errorf("%q: got %s, %v; want %s", text, s, err, want)
		}
	}
}

func TestZoneNamesRefused(t *testing.T) {
	for _, c := range []struct {
		text       string
		kind       error
		offset     int
		candidates []string
		hint       string
	}{
		{"2026-07-05T14:30:00+01:00[Europe/Berlin]", normalize.ErrConflict, 26, nil, "Europe/Berlin had +02:00 then"},
		{"2026-03-29T02:30:00+01:00[Europe/Berlin]", normalize.ErrConflict, 26, nil, "Europe/Berlin had +02:00 then"}, // no such time there
		{"2026-03-05 14:30 UTC [Europe/Berlin]", normalize.ErrConflict, 22, nil, "Europe/Berlin had +01:00 then"},
		{"2026-03-05 14:30 +01:00 Europe/London", normalize.ErrConflict, 24, nil, "Europe/London had +00:00 then"},
		{"1890-03-05 14:30 +01:00 Europe/Berlin", normalize.ErrConflict, 24, nil, "Europe/Berlin had +00:53:28 then"},
		{"2026-03-29 02:30 Europe/Berlin", normalize.ErrGap, 0, []string{"2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z"}, ""},
		{"2026-10-25 02:30 Europe/Berlin", normalize.ErrOverlap, 0, []string{"2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"}, ""},
		{"2026-10-25 02:30 Romance Standard Time", normalize.ErrOverlap, 0, []string{"2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"}, ""},
		{"2011-12-30 12:00 Pacific/Apia", normalize.ErrGap, 0, []string{"2011-12-29T22:00:00Z", "2011-12-30T22:00:00Z"}, ""},
		{"2026-03-05 14:30 Europe/Atlantis", normalize.ErrSyntax, 17, nil, "no zone of that name is known"},
		{"2026-03-05 14:30 W. Europe Daylight Time", normalize.ErrSyntax, 17, nil, ""},
		{"2026-03-05 14:30 w. europe standard time", normalize.ErrSyntax, 17, nil, ""}, // a name in its own case
		{"2026-03-05 14:30 (UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", normalize.ErrSyntax, 17, nil, "a display name of Windows, which is not the name of a zone"},
		{"2026-03-05 14:30 Local", normalize.ErrSyntax, 17, nil, ""},
		{"2026-03-05 14:30 Factory", normalize.ErrSyntax, 17, nil, ""},
		{"2026-03-05 14:30 localtime", normalize.ErrSyntax, 17, nil, ""},
		{"2026-03-05 14:30 right/Europe/Berlin", normalize.ErrSyntax, 17, nil, ""}, // 27 seconds off
		{"2026-03-05 14:30 ../Europe/Berlin", normalize.ErrSyntax, 17, nil, ""},
		{"2026-03-05 14:30 Europe//Berlin", normalize.ErrSyntax, 17, nil, ""},
		{"2026-03-05 14:30 Europe/../Berlin", normalize.ErrSyntax, 17, nil, ""},
		{"2026-03-05 14:30 Europe/Berlin/", normalize.ErrSyntax, 17, nil, ""},
		{"2026-03-05 14:30 /Europe/Berlin", normalize.ErrSyntax, 17, nil, ""},
		{"2026-03-05 14:30 [Europe/Berlin", normalize.ErrSyntax, 17, nil, ""},
		{"2026-03-05 14:30 Europe/Berlin]", normalize.ErrSyntax, 17, nil, ""},
		{"2026-03-05 14:30 []", normalize.ErrSyntax, 17, nil, ""},
		{"2026-03-05 14:30 [!]", normalize.ErrSyntax, 17, nil, ""},
		{"2026-03-05 14:30 +01:00Europe/Berlin", normalize.ErrSyntax, 17, nil, ""},
		{"2026-03-05T14:30:00+01:00[Europe/Berlin][u-ca=hebrew]", normalize.ErrSyntax, 19, nil, ""},
		{"2026-03-05 14:30 EST", normalize.ErrAmbiguous, 17, []string{"+10:00", "-05:00"}, "zone abbreviations have several meanings"}, // an IANA name all the same
		{"2026-03-05 14:30 [CET]", normalize.ErrAmbiguous, 18, []string{"+01:00"}, "zone abbreviations have several meanings"},
		{"2026-03-05 Europe/Berlin", normalize.ErrSyntax, 11, nil, ""}, // a day is not a point in time
	} {
		l := normalize.MustFor("sv-SE", normalize.ZoneNames(time.LoadLocation))
		for range 2 {
			_, err := both(t, l, c.text, "UTC")
			var e *normalize.Error
			if !errors.As(err, &e) || e.Err != c.kind || e.Offset != c.offset || !slices.Equal(e.Candidates, c.candidates) || e.Hint != c.hint {
				t.Errorf("%q: got %v; want %v at %d, %q", c.text, err, c.kind, c.offset, c.hint)
			}
		}
	}
}

// Without the option no name is read, and the error says what would read it.
func TestZoneNamesNeedTheOption(t *testing.T) {
	for _, l := range []*normalize.Locale{normalize.MustFor("sv-SE"), normalize.MustFor("sv-SE", normalize.ZoneNames(nil))} {
		for text, hint := range map[string]string{
			"2026-03-05 14:30 Europe/Berlin":            "the name of a zone needs ZoneNames",
			"2026-03-05T14:30:00+01:00[Europe/Berlin]":  "the name of a zone needs ZoneNames",
			"2026-03-05 14:30 W. Europe Standard Time":  "the name of a zone needs ZoneNames",
			"2026-03-05 14:30 Uhr":                      "",
			"2026-03-05 14:30 (UTC+01:00) Berlin, Bern": "a display name of Windows, which is not the name of a zone",
		} {
			_, err := both(t, l, text, "UTC")
			var e *normalize.Error
			if !errors.As(err, &e) || e.Err != normalize.ErrSyntax || e.Hint != hint {
				t.Errorf("%q: got %v", text, err)
			}
		}
	}
}

// A zone is loaded once for a locale, however many cells name it, and by however many goroutines after the first.
func TestZonesAreRemembered(t *testing.T) {
	calls := map[string]int{}
	l := normalize.MustFor("sv-SE", normalize.ZoneNames(func(name string) (*time.Location, error) {
		calls[name]++
		return time.LoadLocation(name)
	}))
	texts := []string{"2026-03-05 14:30 Europe/Berlin", "5 mars 2026 14:30 Europe/Berlin", "2026-03-05T14:30:00+01:00[Europe/Berlin]", "2026-03-05 14:30 Tokyo Standard Time"}
	for _, text := range texts {
		if _, err := l.Instant([]byte(text), nil); err != nil {
			t.Fatal(err)
		}
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for i := range 100 {
				if _, err := l.Instant([]byte(texts[i%len(texts)]), nil); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	if calls["Europe/Berlin"] != 1 || calls["Asia/Tokyo"] != 1 || len(calls) != 2 {
		t.Errorf("loaded %v", calls)
	}
}

// Another locale has a memory of its own, since a name of Windows has another zone there.
func TestZonesAreOfOneLocale(t *testing.T) {
	option := normalize.ZoneNames(time.LoadLocation)
	for tag, want := range map[string]string{"de-DE": "1947-06-15T11:30:00Z", "de-AT": "1947-06-15T12:30:00Z"} {
		got, err := normalize.MustFor(tag, option).Instant([]byte("15.06.1947 14:30 W. Europe Standard Time"), nil)
		if s := got.Time.Format(time.RFC3339); err != nil || s != want {
			t.Errorf("%s: got %s, %v; want %s", tag, s, err, want)
		}
	}
}

// Names without end are read without end and remembered up to a bound.
func TestManyZoneNames(t *testing.T) {
	loaded := 0
	l := normalize.MustFor("sv-SE", normalize.ZoneNames(func(string) (*time.Location, error) {
		loaded++
		return time.UTC, nil
	}))
	for i := range 1500 {
		text := []byte("2026-03-05 14:30 Area/" + strings.Repeat("x", i%50) + strings.Repeat("y", i/50))
		if i%50+i/50 == 0 || i%50+i/50 > 58 {
			continue
		}
		for range 2 {
			got, err := l.Instant(text, location(t, "Asia/Tokyo"))
			if err != nil || got.Time.Format(time.TimeOnly) != "14:30:00" {
				t.Fatalf("%s: %v, %v", text, got, err)
			}
		}
	}
	if loaded < 1500 || loaded > 2500 { // some are remembered and some are not
		t.Errorf("%d loaded", loaded)
	}
}

func TestWindowsZone(t *testing.T) {
	region := normalize.MustRegion
	for _, c := range []struct {
		name string
		in   normalize.Region
		want string
	}{
		{"W. Europe Standard Time", normalize.Region{}, "Europe/Berlin"},
		{"W. Europe Standard Time", region("DE"), "Europe/Berlin"},
		{"W. Europe Standard Time", region("AT"), "Europe/Vienna"},
		{"W. Europe Standard Time", region("JP"), "Europe/Berlin"}, // no line of its own
		{"Pacific Standard Time", region("CA"), "America/Vancouver"},
		{"Pacific Standard Time (Mexico)", normalize.Region{}, "America/Tijuana"},
		{"AUS Central Standard Time", normalize.Region{}, "Australia/Darwin"}, // the first line
		{"Yukon Standard Time", normalize.Region{}, "America/Whitehorse"},     // among the last
		{"UTC", normalize.Region{}, "Etc/UTC"},
		{"UTC-11", normalize.Region{}, "Etc/GMT+11"},
		{"w. europe standard time", normalize.Region{}, ""},
		{"W. Europe Standard Time ", normalize.Region{}, ""},
		{"W. Europe Standard Time\t001", normalize.Region{}, ""},
		{"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", normalize.Region{}, ""},
		{"Europe/Berlin", normalize.Region{}, ""},
		{"", normalize.Region{}, ""},
	} {
		got, ok := normalize.WindowsZone(c.name, c.in)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("%q in %v: got %q, %v; want %q", c.name, c.in, got, ok, c.want)
		}
	}
}

// A column of names costs as little as one of offsets.
func TestZoneNamesDoNotAllocate(t *testing.T) {
	l := normalize.MustFor("de-DE", normalize.ZoneNames(time.LoadLocation))
	for _, text := range []string{
		"2026-03-05 14:30 Europe/Berlin", "2026-03-05T14:30:00+01:00[Europe/Berlin]", "2026-03-05T14:30:00Z[UTC]", "2026-03-05T14:30:00Z[Europe/Berlin]",
		"05.03.2026 14:30 W. Europe Standard Time", "05.03.2026 14:30 Etc/GMT+5", "5. März 2026 um 14:30 Europe/Berlin", "5. März 2026 14:30 [W. Europe Standard Time]",
	} {
		cell := []byte(text)
		read := func() {
			if _, err := l.InstantIn(cell, nil); err != nil {
				t.Fatal(err)
			}
		}
		if n := testing.AllocsPerRun(100, read); n != 0 {
			t.Errorf("%q: %v allocations", text, n)
		}
	}
}

// Whatever a text holds, load gets only what can be the name of a zone; and what is read with a name was found by load, or
// is UTC.
func FuzzZoneName(f *testing.F) {
	for _, name := range []string{"Europe/Berlin", "[Europe/Berlin]", "+01:00[Europe/Berlin]", "W. Europe Standard Time", "Local", "localtime", "../x", "A//b", "Etc/GMT+5", "UTC+1", "EST", "Z[UTC]", "GMT Standard Time", "(UTC+01:00) Berlin", "A\u00a0b/c", "Area/\xff"} {
		f.Add(name)
	}
	berlin := location(f, "Europe/Berlin")
	f.Fuzz(func(t *testing.T, name string) {
		var asked []string
		l := normalize.MustFor("sv-SE", normalize.ZoneNames(func(name string) (*time.Location, error) {
			asked = append(asked, name)
			return berlin, nil
		}))
		text := []byte("2026-03-05 14:30 " + name)
		got, err := l.Instant(text, time.UTC)
		for _, name := range asked {
			if !isPlausible(name) {
				t.Errorf("%q: load was asked for %q", text, name)
			}
		}
		if err != nil {
			checkPointer(t, err, string(text))
			return
		}
		without, refused := normalize.MustFor("sv-SE").Instant(text, time.UTC)
		if len(asked) == 0 && (refused != nil || without != got) {
			t.Errorf("%q is %v although no zone was asked for, else %v, %v", text, got, without, refused)
		}
		if refused == nil && without != got {
			t.Errorf("%q is %v with names and %v without", text, got, without)
		}
		if again, err := l.Instant(text, time.UTC); err != nil || again != got {
			t.Errorf("%q is %v and then %v, %v", text, got, again, err)
		}
	})
}

// isPlausible says in another way what ZoneNames promises.
func isPlausible(name string) bool {
	if name == "Local" || len(name) > 64 || name == "" || name[0] < 'A' || name[0] > 'Z' {
		return false
	}
	for _, part := range strings.Split(name, "/") {
		if part == "" || strings.Trim(part, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-") != "" {
			return false
		}
	}
	return true
}
