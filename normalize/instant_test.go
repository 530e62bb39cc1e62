package normalize_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/koine-go/koine/normalize"
)

func location(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func TestTime(t *testing.T) {
	for _, c := range []struct{ tag, text, want string }{
		{"de-DE", "14:30", "14:30:00"},
		{"de-DE", "0:05", "00:05:00"},
		{"de-DE", "14:30:05.25", "14:30:05.25"},
		{"da-DK", "14.30.05", "14:30:05"},
		{"en-US", "12:00 AM", "00:00:00"}, // Babel reads noon
		{"en-US", "12:30\u202fPM", "12:30:00"},
		{"en-US", "2:30pm", "14:30:00"},
		{"en-GB", "2:30 PM", "14:30:00"},
		{"es-ES", "2:30 p. m.", "14:30:00"},
		{"es-ES", "2:30 p.m.", "14:30:00"},
		{"fr-CA", "14 h 30", "14:30:00"},
		{"ja-JP", "午後0:30", "12:30:00"},
		{"zh-TW", "凌晨12:05", "00:05:00"},
		{"zh-TW", "下午1:05", "13:05:00"},
		{"ar-EG", "١:٠٥ م", "13:05:00"},
	} {
		got, err := normalize.MustFor(c.tag).Time([]byte(c.text))
		if err != nil || got.String() != c.want {
			t.Errorf("%s %q: got %v, %v; want %s", c.tag, c.text, got, err, c.want)
		}
	}
	for _, c := range []struct {
		tag, text string
		kind      error
	}{
		{"de-DE", "24:00", normalize.ErrRange},
		{"de-DE", "14:60", normalize.ErrRange},
		{"de-DE", "14:30:60", normalize.ErrRange},
		{"en-US", "13:00 PM", normalize.ErrRange},
		{"zh-TW", "凌晨9:00", normalize.ErrRange}, // the small hours have no nine o'clock
		{"de-DE", "14", normalize.ErrSyntax},
		{"de-DE", "14:3", normalize.ErrSyntax},
		{"de-DE", "14:30 Uhr morgens", normalize.ErrSyntax},
		{"de-DE", "", normalize.ErrSyntax},
	} {
		if got, err := normalize.MustFor(c.tag).Time([]byte(c.text)); !errors.Is(err, c.kind) {
			t.Errorf("%s %q: got %v, %v; want %v", c.tag, c.text, got, err, c.kind)
		}
	}
}

// both reads by package time and by the resolved zone, which must agree.
func both(t *testing.T, l *normalize.Locale, text, zone string) (normalize.Instant, error) {
	t.Helper()
	loc := location(t, zone)
	a, errA := l.Instant([]byte(text), loc)
	b, errB := l.InstantIn([]byte(text), normalize.NewZone(loc))
	if a != b || (errA == nil) != (errB == nil) || errA != nil && errA.Error() != errB.Error() {
		t.Errorf("%v %q in %s: %v, %v and %v, %v", l, text, zone, a, errA, b, errB)
	}
	return a, errA
}

func TestInstant(t *testing.T) {
	for _, c := range []struct{ tag, text, zone, want string }{
		{"de-DE", "05.03.2026 14:30", "Europe/Berlin", "2026-03-05T13:30:00Z"},
		{"de-DE", "05.07.2026 14:30", "Europe/Berlin", "2026-07-05T12:30:00Z"},
		{"en-US", "03/05/2026 02:30 PM", "America/New_York", "2026-03-05T19:30:00Z"},
		{"en-US", "3/5/2026, 2:30\u202fPM", "America/New_York", "2026-03-05T19:30:00Z"},
		{"en-US", "Mar 5, 2026, 2:30 PM", "America/New_York", "2026-03-05T19:30:00Z"},
		{"en-US", "March 5, 2026 at 12:30 AM", "America/New_York", "2026-03-05T05:30:00Z"},
		{"zh-CN", "2026年03月05日 14:30", "Asia/Shanghai", "2026-03-05T06:30:00Z"},
		{"sv-SE", "2026-03-05 14:30:05", "Europe/Stockholm", "2026-03-05T13:30:05Z"},
		{"sv-SE", "2026-03-05\u00a014:30:05", "Europe/Stockholm", "2026-03-05T13:30:05Z"},
		{"de-DE", "5. März 2026 um 14:30", "Europe/Berlin", "2026-03-05T13:30:00Z"},
		{"vi-VN", "14:30 5/3/2026", "Asia/Ho_Chi_Minh", "2026-03-05T07:30:00Z"},
		{"en-US", "2026-03-05T14:30:05Z", "America/New_York", "2026-03-05T14:30:05Z"},
		{"en-US", "2026-03-05T14:30:05.123+05:30", "America/New_York", "2026-03-05T09:00:05.123Z"},
		{"de-DE", "05.03.2026 14:30 +0100", "Asia/Shanghai", "2026-03-05T13:30:00Z"},
		{"de-DE", "05.03.2026 14:30 UTC", "Asia/Shanghai", "2026-03-05T14:30:00Z"},
		{"de-DE", "31.12.2040 12:00", "Europe/Berlin", "2040-12-31T11:00:00Z"}, // package time bounds this day wrongly
		{"de-DE", "01.01.1800 12:00", "UTC", "1800-01-01T12:00:00Z"},
	} {
		got, err := both(t, normalize.MustFor(c.tag), c.text, c.zone)
		if s := got.Time.Format(time.RFC3339Nano); err != nil || s != c.want {
			t.Errorf("%s %q: got %s, %v; want %s", c.tag, c.text, s, err, c.want)
		}
	}
	l := normalize.MustFor("en-IN", normalize.DateOrder(normalize.DMY))
	if got, err := both(t, l, "05-03-2026 14:30", "Asia/Kolkata"); err != nil || !got.Time.Equal(time.Date(2026, 3, 5, 9, 0, 0, 0, time.UTC)) {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestInstantRefused(t *testing.T) {
	for _, c := range []struct {
		tag, text, zone string
		kind            error
		candidates      []string
	}{
		{"de-DE", "29.03.2026 02:30", "Europe/Berlin", normalize.ErrGap, []string{"2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z"}},
		{"de-DE", "25.10.2026 02:30", "Europe/Berlin", normalize.ErrOverlap, []string{"2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"}},
		{"de-DE", "29.03.2026 02:30", "Europe/Berlin", normalize.ErrAmbiguous, []string{"2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z"}},
		{"de-DE", "30.12.2011 12:00", "Pacific/Apia", normalize.ErrGap, []string{"2011-12-29T22:00:00Z", "2011-12-30T22:00:00Z"}}, // a whole day
		{"en-US", "2026-03-05 14:30 CST", "UTC", normalize.ErrAmbiguous, []string{"+08:00", "-05:00", "-06:00"}},
		{"en-US", "2026-03-05 14:30 XYZ", "UTC", normalize.ErrAmbiguous, nil},
		{"de-DE", "05.03.2026", "UTC", normalize.ErrSyntax, nil}, // a day is not a point in time
		{"de-DE", "14:30", "UTC", normalize.ErrSyntax, nil},
		{"de-DE", "30.02.2026 14:30", "UTC", normalize.ErrCalendar, nil},
		{"de-DE", "05.03.2026 24:00", "UTC", normalize.ErrRange, nil},
		{"en-US", "3/5/2026 13:30 PM", "UTC", normalize.ErrRange, nil},
		{"de-DE", "05.03.2026 14:30 +25:00", "UTC", normalize.ErrSyntax, nil},
		{"de-DE", "", "UTC", normalize.ErrSyntax, nil},
	} {
		_, err := both(t, normalize.MustFor(c.tag), c.text, c.zone)
		var e *normalize.Error
		if !errors.Is(err, c.kind) || !errors.As(err, &e) || !slices.Equal(e.Candidates, c.candidates) {
			t.Errorf("%s %q: got %v; want %v with %q", c.tag, c.text, err, c.kind, c.candidates)
		}
	}
}

// The two ways of finding an offset agree with each other at every change of a zone.
func TestZoneAgreesWithPackageTime(t *testing.T) {
	l := normalize.MustFor("sv-SE")
	for _, name := range []string{"Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kathmandu"} {
		loc := location(t, name)
		zone := normalize.NewZone(loc)
		for at := time.Date(1890, 1, 1, 0, 30, 0, 0, time.UTC); at.Year() < 2105; at = at.Add(41 * time.Hour) {
			text := []byte(at.Format("2006-01-02 15:04"))
			a, errA := l.Instant(text, loc)
			b, errB := l.InstantIn(text, zone)
			if a != b || (errA == nil) != (errB == nil) {
				t.Fatalf("%s %s: %v, %v and %v, %v", name, text, a, errA, b, errB)
			}
			if errA == nil && a.Time.In(loc).Format("2006-01-02 15:04") != string(text) {
				t.Fatalf("%s: %s is read as %v", name, text, a.Time.In(loc))
			}
		}
	}
}

// No location is UTC, as it is for package time.
func TestNoZone(t *testing.T) {
	l := normalize.MustFor("sv-SE")
	want := time.Date(2026, 3, 5, 14, 30, 0, 0, time.UTC)
	a, errA := l.Instant([]byte("2026-03-05 14:30"), nil)
	b, errB := l.InstantIn([]byte("2026-03-05 14:30"), nil)
	c, errC := l.InstantIn([]byte("2026-03-05 14:30"), normalize.NewZone(nil))
	if errors.Join(errA, errB, errC) != nil || !a.Time.Equal(want) || a != b || b != c {
		t.Errorf("got %v, %v, %v: %v", a, b, c, errors.Join(errA, errB, errC))
	}
}
