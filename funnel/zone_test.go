package funnel_test

import (
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
)

var oddZones = []string{
	"UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe",
	"America/Sao_Paulo", // clocks went forward at midnight
	"America/St_Johns",  // and back over midnight, at one minute past
	"Africa/Cairo", "Asia/Beirut", "Asia/Gaza",
	"Africa/Casablanca", // two changes within a month
	"Pacific/Apia",      // no 30 December 2011
	"Pacific/Kwajalein", "America/Scoresbysund", "Antarctica/Troll",
}

func TestStartOfOddDays(t *testing.T) {
	for _, c := range []struct{ why, zone, day, want string }{
		{"winter", "Europe/Berlin", "2026-01-01", "2025-12-31T23:00:00Z"},
		{"summer", "Europe/Berlin", "2026-04-01", "2026-03-31T22:00:00Z"},
		{"no midnight", "America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"},
		{"midnight is not twice: 23 o'clock is", "America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z"},
		{"no midnight on a Friday", "Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z"},
		{"midnight twice: the first", "America/St_Johns", "2010-11-07", "2010-11-07T02:30:00Z"},
		{"a day that never was begins with the next", "Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"},
		{"the next", "Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z"},
		{"before there were zones: local mean time", "Europe/Berlin", "1850-01-01", "1849-12-31T23:06:32Z"},
		{"far ahead", "Europe/Berlin", "5000-07-01", "5000-06-30T22:00:00Z"},
		{"the first day begins before the calendar", "Europe/Berlin", "0001-01-01", ""},
		{"the last day", "Europe/Berlin", "9999-12-31", "9999-12-30T23:00:00Z"},
	} {
		if got := calendarOf(t, c.zone).Start(funnel.MustDate(c.day)).String(); got != c.want {
			t.Errorf("%s: %s in %s starts at %s, want %s", c.why, c.day, c.zone, got, c.want)
		}
	}
}

// checkStart compares the start of a day with the definition (Q17), looking back by the minute.
func checkStart(t *testing.T, c *funnel.Calendar, d funnel.Date, back time.Duration) {
	t.Helper()
	local := func(at time.Time) string { return at.In(c.Location()).Format(time.DateOnly) }
	at, ok := c.Start(d).Time()
	if !ok || local(at) < d.String() {
		t.Fatalf("%v in %s: start %v is on %s", d, c.Zone(), at, local(at))
	}
	if on := local(at.Add(-time.Microsecond)); on >= d.String() {
		t.Fatalf("%v in %s: a microsecond before its start it is %s", d, c.Zone(), on)
	}
	for earlier := time.Minute; earlier < back; earlier += time.Minute {
		if on := local(at.Add(-earlier)); on >= d.String() {
			t.Fatalf("%v in %s: %v before its start it is %s", d, c.Zone(), earlier, on)
		}
	}
}

// checkDate compares a civil day with package time.
func checkDate(t *testing.T, c *funnel.Calendar, at time.Time) {
	t.Helper()
	want := at.In(c.Location()).Format(time.DateOnly)
	if y := at.In(c.Location()).Year(); y < 1 || y > 9999 {
		want = ""
	}
	if got := c.Date(funnel.At(at)).String(); got != want {
		t.Fatalf("%v in %s is %s, want %s", at, c.Zone(), got, want)
	}
}

// Every change of clocks in two centuries and every year of the calendar: the seconds around it and the days around it.
func TestZonesAgainstPackageTime(t *testing.T) {
	for _, name := range oddZones {
		c := calendarOf(t, name)
		for year := 2; year < 9999; year += 1 + 40*min(1, abs(year-2000)/130) {
			checkStart(t, c, funnel.MustDate(time.Date(year, 6, 1, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)), 0)
			checkDate(t, c, time.Date(year, 12, 31, 12, 0, 0, 0, time.UTC))
		}
		for at := time.Date(1890, 1, 1, 0, 0, 0, 0, time.UTC); at.Year() < 2130; at = at.Add(24 * time.Hour) {
			_, before := at.In(c.Location()).Zone()
			if _, after := at.Add(24 * time.Hour).In(c.Location()).Zone(); before == after {
				continue
			}
			day := c.Date(funnel.At(at))
			for i := -1; i < 4; i++ {
				checkStart(t, c, day.AddDays(i), 3*time.Hour)
			}
			for second := 0; second < 24*3600; second += 200 {
				checkDate(t, c, at.Add(time.Duration(second)*time.Second-time.Microsecond))
			}
		}
	}
}

func abs(n int) int { return max(n, -n) }

// FuzzCalendar compares civil days and their starts with package time.
func FuzzCalendar(f *testing.F) {
	f.Add(uint8(1), int64(0))
	f.Add(uint8(5), int64(1541300400)) // São Paulo, 2018-11-04
	f.Add(uint8(2), int64(4102444799))
	f.Add(uint8(1), int64(4102358400)) // 31 December of a leap year, 2096 and on
	var calendars []*funnel.Calendar
	for _, name := range oddZones {
		calendars = append(calendars, calendarOf(f, name))
	}
	f.Fuzz(func(t *testing.T, zone uint8, seconds int64) {
		at := time.Unix(seconds%300e9, seconds%1e9).UTC()
		if at.Year() < 2 || at.Year() > 9998 {
			return
		}
		c := calendars[int(zone)%len(calendars)]
		checkDate(t, c, at)
		checkStart(t, c, c.Date(funnel.At(at)), 0)
	})
}
