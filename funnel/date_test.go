package funnel_test

import (
	"errors"
	"math"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
)

func TestParseDate(t *testing.T) {
	for _, s := range []string{"0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29", "2026-04-30"} {
		if d, err := funnel.ParseDate(s); err != nil || d.String() != s {
			t.Errorf("%q reads as %v, %v", s, d, err)
		}
	}
	for _, s := range []string{"", "2026-02-30", "2023-02-29", "1900-02-29", "2026-04-31", "2026-00-01", "2026-13-01", "2026-01-00", "0000-12-31",
		"10000-01-01", "2026-1-1", "2026/01/01", "26-01-01", " 2026-01-01", "2026-01-01 ", "2026-01-01T00:00", "+026-01-01", "２０26-01-01"} {
		var fault *funnel.Error
		if d, err := funnel.ParseDate(s); !errors.Is(err, funnel.ErrDate) || !errors.As(err, &fault) || fault.Input != s || !d.IsZero() {
			t.Errorf("%q reads as %v, %v", s, d, err)
		}
	}
}

func TestNewDate(t *testing.T) {
	for _, c := range []struct {
		year  int
		month time.Month
		day   int
	}{{0, 1, 1}, {10000, 1, 1}, {2026, 0, 1}, {2026, 13, 1}, {2026, 1, 32}, {2026, 1, 0}, {2100, 2, 29}, {-5, 1, 1}} {
		if d, err := funnel.NewDate(c.year, c.month, c.day); !errors.Is(err, funnel.ErrDate) {
			t.Errorf("%v is %v, %v", c, d, err)
		}
	}
}

// Every day of the calendar there and back, against package time.
func TestEveryDay(t *testing.T) {
	at := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	d := funnel.MustDate("0001-01-01")
	for n := int32(1); !d.IsZero(); n++ {
		y, m, day := d.YMD()
		back, err := funnel.NewDate(y, m, day)
		if ty, tm, td := at.Date(); d.Number() != n || y != ty || m != tm || day != td || d.Weekday() != at.Weekday() || err != nil || back != d {
			t.Fatalf("day %d is %v %v, want %v; back %v, %v", n, d, d.Weekday(), at, back, err)
		}
		d, at = d.AddDays(1), at.AddDate(0, 0, 1)
	}
	if y := at.Year(); y != 10000 {
		t.Errorf("the calendar ends before year %d", y)
	}
}

func TestDateArithmetic(t *testing.T) {
	first, last := funnel.MustDate("0001-01-01"), funnel.MustDate("9999-12-31")
	none := funnel.Date{}
	for _, c := range []struct {
		why       string
		got, want funnel.Date
	}{
		{"over a leap day", funnel.MustDate("2024-02-28").AddDays(2), funnel.MustDate("2024-03-01")},
		{"back", funnel.MustDate("2026-01-01").AddDays(-1), funnel.MustDate("2025-12-31")},
		{"before the calendar", first.AddDays(-1), none},
		{"after it", last.AddDays(1), none},
		{"far after it", last.AddDays(math.MaxInt), none},
		{"far before it", last.AddDays(math.MinInt), none},
		{"from end to end", first.AddDays(last.Sub(first)), last},
		{"from no date", none.AddDays(5), none},
		{"month", funnel.MustDate("2026-05-31").Month(), funnel.MustDate("2026-05-01")},
		{"month of no date", none.Month(), none},
		{"number out of range", funnel.DateOfNumber(-3), none},
		{"number out of range", funnel.DateOfNumber(last.Number() + 1), none},
		{"number", funnel.DateOfNumber(last.Number()), last},
	} {
		if c.got != c.want {
			t.Errorf("%s: %v, want %v", c.why, c.got, c.want)
		}
	}
	if !first.Before(last) || last.Before(first) || none.Compare(first) != -1 || last.Compare(first) != 1 || last.Compare(last) != 0 {
		t.Error("dates do not order by time, no date first")
	}
	if y, m, d := none.YMD(); y != 0 || m != 0 || d != 0 {
		t.Error("no date has a year")
	}
}

func TestMustPanics(t *testing.T) {
	for name, f := range map[string]func(){
		"MustDate":     func() { funnel.MustDate("2026-02-30") },
		"MustPeriod":   func() { funnel.MustPeriod("2026") },
		"MustCurrency": func() { funnel.MustCurrency("eur") },
		"MustMoney":    func() { funnel.MustMoney("1.5") },
		"MustRate":     func() { funnel.MustRate("USD EUR") },
		"MustModel":    func() { funnel.MustModel(funnel.Definition{}) },
	} {
		func() {
			defer func() {
				if _, ok := recover().(error); !ok {
					t.Errorf("%s does not panic with an error", name)
				}
			}()
			f()
		}()
	}
}
