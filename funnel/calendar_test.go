package funnel_test

import (
	"errors"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
)

func TestNewCalendar(t *testing.T) {
	for _, c := range []struct {
		why   string
		zone  *time.Location
		month time.Month
		day   time.Weekday
	}{
		{"no zone", nil, 1, 1},
		{"no month", time.UTC, 0, 1},
		{"no month", time.UTC, 13, 1},
		{"no day of the week", time.UTC, 1, 7},
		{"no day of the week", time.UTC, 1, -1},
		{"a day ahead", time.FixedZone("far", 24*3600), 1, 1},
		{"a day behind", time.FixedZone("far", -24*3600), 1, 1},
	} {
		if got, err := funnel.NewCalendar(c.zone, c.month, c.day); !errors.Is(err, funnel.ErrCalendar) || got != nil {
			t.Errorf("%s: %v, %v", c.why, got, err)
		}
	}
}

func TestFiscalPeriods(t *testing.T) {
	for _, c := range []struct {
		start                     time.Month
		day, month, quarter, year string
	}{
		{time.January, "2026-05-31", "2026-05-01..2026-06-01", "2026-04-01..2026-07-01", "2026-01-01..2027-01-01"},
		{time.January, "2026-12-31", "2026-12-01..2027-01-01", "2026-10-01..2027-01-01", "2026-01-01..2027-01-01"},
		{time.April, "2026-03-31", "2026-03-01..2026-04-01", "2026-01-01..2026-04-01", "2025-04-01..2026-04-01"},
		{time.April, "2026-04-01", "2026-04-01..2026-05-01", "2026-04-01..2026-07-01", "2026-04-01..2027-04-01"},
		{time.February, "2026-01-15", "2026-01-01..2026-02-01", "2025-11-01..2026-02-01", "2025-02-01..2026-02-01"},
		{time.December, "2024-02-29", "2024-02-01..2024-03-01", "2023-12-01..2024-03-01", "2023-12-01..2024-12-01"},
		{time.October, "2026-10-01", "2026-10-01..2026-11-01", "2026-10-01..2027-01-01", "2026-10-01..2027-10-01"},
		{time.April, "0001-02-01", "0001-02-01..0001-03-01", "0001-01-01..0001-04-01", ""},
		{time.January, "9999-12-31", "", "", ""},
		{time.April, "9999-11-30", "9999-11-01..9999-12-01", "", ""},
	} {
		cal, err := funnel.NewCalendar(time.UTC, c.start, time.Monday)
		must(t, err)
		d := funnel.MustDate(c.day)
		if m, q, y := cal.Month(d).String(), cal.Quarter(d).String(), cal.FiscalYear(d).String(); m != c.month || q != c.quarter || y != c.year {
			t.Errorf("%s from %v: %s, %s, %s", c.day, c.start, m, q, y)
		}
	}
	none, utc := funnel.Date{}, funnel.UTC()
	for _, p := range []funnel.Period{utc.Month(none), utc.Quarter(none), utc.FiscalYear(none), utc.Week(none)} {
		if p != (funnel.Period{}) {
			t.Errorf("no date lies in %v", p)
		}
	}
}

func TestWeek(t *testing.T) {
	for _, c := range []struct {
		start     time.Weekday
		day, want string
	}{
		{time.Monday, "2026-01-05", "2026-01-05..2026-01-12"}, // a Monday
		{time.Monday, "2026-01-04", "2025-12-29..2026-01-05"},
		{time.Sunday, "2026-01-04", "2026-01-04..2026-01-11"},
		{time.Sunday, "2026-01-03", "2025-12-28..2026-01-04"},
		{time.Saturday, "2026-01-03", "2026-01-03..2026-01-10"},
		{time.Saturday, "2026-01-02", "2025-12-27..2026-01-03"},
		{time.Monday, "0001-01-01", "0001-01-01..0001-01-08"},
		{time.Sunday, "0001-01-01", ""}, // it began on the last day of year 0
		{time.Monday, "9999-12-31", ""},
	} {
		cal, err := funnel.NewCalendar(time.UTC, time.January, c.start)
		must(t, err)
		if got := cal.Week(funnel.MustDate(c.day)).String(); got != c.want {
			t.Errorf("%s in weeks from %v: %s, want %s", c.day, c.start, got, c.want)
		}
	}
}

func TestWorks(t *testing.T) {
	holidays := []funnel.Date{funnel.MustDate("2026-05-01"), funnel.MustDate("2026-01-01"), funnel.MustDate("2026-05-01")}
	cal, err := funnel.NewCalendar(time.UTC, time.January, time.Monday, holidays...)
	must(t, err)
	holidays[0] = funnel.MustDate("2026-01-05")
	for day, want := range map[string]bool{"2026-01-01": false, "2026-05-01": false, "2026-01-02": true, "2026-01-03": false, "2026-01-04": false, "2026-01-05": true} {
		if cal.Works(funnel.MustDate(day)) != want {
			t.Errorf("%s is a working day: %v", day, !want)
		}
	}
	if cal.Works(funnel.Date{}) {
		t.Error("no date is a working day")
	}
}

func TestPrecedes(t *testing.T) {
	c := calendarOf(t, "Europe/Berlin")
	for _, k := range []struct {
		m, at string
		want  bool
	}{
		{"01-10T08:59", "01-10T09:00", true}, {"01-10T09:00", "01-10T09:00", false},
		{"on:01-10", "01-09T23:00", false}, {"on:01-10", "01-09T23:01", true}, // midnight in Berlin
		{"never", "01-10T09:00", false},
	} {
		if c.Precedes(moment(t, k.m), moment(t, k.at)) != k.want {
			t.Errorf("%s precedes %s: %v", k.m, k.at, !k.want)
		}
	}
}

func TestLastDayBefore(t *testing.T) {
	for _, k := range []struct{ why, zone, at, want string }{
		{"at midnight the day has not begun", "Europe/Berlin", "2026-03-31T22:00", "2026-03-31"},
		{"a second later it has", "Europe/Berlin", "2026-03-31T22:00:01", "2026-04-01"},
		{"midnight skipped: the day begins at one", "America/Sao_Paulo", "2018-11-04T03:00", "2018-11-03"},
		{"two days that begin at once", "Pacific/Apia", "2011-12-30T10:00", "2011-12-29"},
		{"clocks back over midnight: the new day has been seen", "America/St_Johns", "2010-11-07T02:35", "2010-11-07"},
		{"the last day", "UTC", "9999-12-31T10:00", "9999-12-31"},
	} {
		if got := calendarOf(t, k.zone).LastDayBefore(moment(t, k.at)).String(); got != k.want {
			t.Errorf("%s: before %s in %s it is %s, want %s", k.why, k.at, k.zone, got, k.want)
		}
	}
}

func TestCalendarParts(t *testing.T) {
	c, err := funnel.NewCalendar(time.FixedZone("UTC+3", 3*3600), time.April, time.Sunday)
	must(t, err)
	if c.Zone() != "UTC+3" || c.Location().String() != "UTC+3" || c.FiscalStart() != time.April || c.WeekStart() != time.Sunday {
		t.Errorf("%v, %v, %v, %v", c.Zone(), c.Location(), c.FiscalStart(), c.WeekStart())
	}
	if !c.Date(funnel.Moment{}).IsZero() || !c.Start(funnel.Date{}).IsZero() {
		t.Error("no moment has a date, or no date a start")
	}
	if d := funnel.MustDate("2026-01-01"); c.Date(funnel.On(d)) != d {
		t.Error("a day is shifted")
	}
}
