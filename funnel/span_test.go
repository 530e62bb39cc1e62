package funnel_test

import (
	"testing"

	"github.com/koine-go/koine/funnel"
)

func TestSpan(t *testing.T) {
	q1 := calendarOf(t, "Europe/Berlin").Span(funnel.MustPeriod("2026-01-01..2026-04-01"))
	// The quarter may begin before the first instant that a Moment can be.
	ever := calendarOf(t, "Europe/Berlin").Span(funnel.MustPeriod("0001-01-01..9999-12-31"))
	for _, c := range []struct {
		why          string
		span         funnel.Span
		at           string
		holds, ended bool
	}{
		{"the last instant before", q1, "2025-12-31T22:59:59", false, true},
		{"R-PERIOD: the first instant in the zone", q1, "2025-12-31T23:00", true, true},
		{"the last", q1, "2026-03-31T21:59:59", true, true},
		{"the end is outside: clocks went forward in between", q1, "2026-03-31T22:00", false, false},
		{"a day by its date", q1, "on:2026-01-01", true, true},
		{"the last day", q1, "on:2026-03-31", true, true},
		{"the day after", q1, "on:2026-04-01", false, false},
		{"the day before", q1, "on:2025-12-31", false, true},
		{"no moment", q1, "never", false, false},
		{"no moment, whatever the span", ever, "never", false, false},
		{"the first instant of all", ever, "0001-01-01T00:00", true, true},
		{"the zero span", funnel.Span{}, "2026-01-01T00:00", false, false},
		{"no moment in the zero span", funnel.Span{}, "never", false, false},
		{"no day in the zero span", funnel.Span{}, "on:2026-01-01", false, false},
	} {
		if m := moment(t, c.at); c.span.Holds(m) != c.holds || c.span.Ended(m) != c.ended {
			t.Errorf("%s: %s holds %v, ended %v", c.why, c.at, c.span.Holds(m), c.span.Ended(m))
		}
	}
}
