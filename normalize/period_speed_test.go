package normalize_test

import (
	"testing"
	"time"

	"github.com/koine-go/koine/normalize"
)

// periodTexts are of every unit, with and without names.
var periodTexts = []struct{ tag, text string }{
	{"de-DE", "März 2026"}, {"en-US", "Mar 2026"}, {"de-DE", "2026-03"}, {"de-DE", "03/2026"}, {"zh-CN", "2026年3月"}, {"de-DE", "1. Quartal 2026"},
	{"en-US", "Q1 CY2026"}, {"de-DE", "2026"}, {"en-IN", "FY2026 Q1"}, {"en-IN", "FY 2025-26"}, {"fa-IR", "۲۰۲۶"},
}

// A cell of an export costs no allocation.
func TestPeriodDoesNotAllocate(t *testing.T) {
	for _, c := range periodTexts {
		l, calendar, cell := normalize.MustFor(c.tag, normalize.FiscalYears(normalize.ByEndYear)), starting(t, time.January), []byte(c.text)
		if c.text == "FY 2025-26" {
			calendar = starting(t, time.April)
		}
		read := func() error { _, err := l.Period(cell, calendar); return err }
		if err := read(); err != nil {
			t.Errorf("%q: %v", c.text, err)
		}
		if n := testing.AllocsPerRun(100, func() { _ = read() }); n != 0 {
			t.Errorf("%q: %v allocations", c.text, n)
		}
	}
}

func BenchmarkPeriod(b *testing.B) {
	april := starting(b, time.April)
	for _, c := range periodTexts {
		l := normalize.MustFor(c.tag, normalize.FiscalYears(normalize.ByEndYear))
		if _, err := l.Period([]byte(c.text), april); err != nil {
			continue // ambiguous by this calendar
		}
		cells(b, c.tag, c.text, func(cell []byte) error { _, err := l.Period(cell, april); return err })
	}
	hand(b, "time.Parse", "March 2026", func(s string) error { _, err := time.Parse("January 2006", s); return err })
	b.Run("first", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := normalize.MustFor("de-DE").Period([]byte("März 2026"), nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}
