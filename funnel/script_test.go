package funnel_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
)

// The tests write a deal's history as the catalogue's golden fixture does: events separated by commas, each a word and a time, such as
//
//	prospect 01-05, on_hold 01-08, ?X-9 01-09, ?? 01-10, → lost(pricing) 02-19, negotiation 02-20T14:00#2, offer on:03-01, offer never
//
// The word is a stage, a status after an arrow, open or on_hold without a stage, ?CODE for an unmapped stage, ?? for an unmapped
// status. The time is a day of 2026 at 09:00Z unless it says more; on: is only a day; #n is the sequence. Ids count from a.
func history(t testing.TB, script string) []funnel.Event {
	t.Helper()
	var events []funnel.Event
	for _, line := range strings.Split(script, ",") {
		if words := strings.Fields(strings.ReplaceAll(line, "→ ", "→")); len(words) == 2 {
			e := eventOf(t, words[0])
			e.ID = string(rune('a' + len(events)))
			when, seq, numbered := strings.Cut(words[1], "#")
			e.At = moment(t, when)
			if numbered {
				n, err := strconv.Atoi(seq)
				must(t, err)
				e.Seq = funnel.Seq(n)
			}
			events = append(events, e)
		} else if len(words) > 0 {
			t.Fatalf("%q is not an event", line)
		}
	}
	return events
}

func eventOf(t testing.TB, word string) (e funnel.Event) {
	t.Helper()
	var err error
	e.Status = funnel.Open
	switch {
	case word == "open":
	case word == "on_hold":
		e.Status = funnel.OnHold
	case word == "??":
		e.Status, e.LocalStatus = funnel.UnknownStatus, funnel.LabelOf("X")
	case strings.HasPrefix(word, "?"):
		e.LocalStage = funnel.LabelOf(word[1:])
	case strings.HasPrefix(word, "→"):
		status, cause, _ := strings.Cut(strings.TrimPrefix(word, "→"), "(")
		e.Status, err = funnel.ParseStatus(status)
		must(t, err)
		e.Cause, err = funnel.ParseCause(strings.TrimSuffix(cause, ")"))
	default:
		e.Stage, err = funnel.ParseStage(word)
	}
	must(t, err)
	return e
}

// moment reads 01-05, 01-05T14:00, 2018-11-04T03:00:30, on:01-05, never.
func moment(t testing.TB, s string) funnel.Moment {
	t.Helper()
	day, dated := strings.CutPrefix(s, "on:")
	if s == "never" || s == "" {
		return funnel.Moment{}
	}
	if day[2] == '-' {
		day = "2026-" + day
	}
	if dated {
		return funnel.On(funnel.MustDate(day))
	}
	if len(day) == 10 {
		day += "T09:00"
	}
	if len(day) == 16 {
		day += ":00"
	}
	at, err := time.Parse(time.RFC3339, day+"Z")
	must(t, err)
	return funnel.At(at)
}

// show writes what a snapshot says in one line.
func show(s *funnel.Snapshot) string {
	b := &strings.Builder{}
	switch {
	case s.Status == funnel.UnknownStatus:
		b.WriteString("unknown")
	default:
		b.WriteString(s.Status.String())
	}
	if s.Stage != funnel.NoStage {
		fmt.Fprintf(b, " %v", s.Stage)
	}
	if !s.CloseDay.IsZero() {
		fmt.Fprintf(b, " closed %s", monthDay(s.CloseDay))
	}
	if s.Cause != funnel.NoCause {
		fmt.Fprintf(b, " (%v)", s.Cause)
	}
	for i, v := range s.Visits {
		fmt.Fprintf(b, "%s%v", [...]string{"; ", " "}[min(i, 1)], v.Stage)
		if !v.Going() {
			fmt.Fprintf(b, " %d", v.Days())
		}
	}
	if s.Reopens > 0 {
		fmt.Fprintf(b, "; reopened %d", s.Reopens)
	}
	if s.Regressions > 0 {
		fmt.Fprintf(b, "; back %d", s.Regressions)
	}
	for _, f := range flagNames {
		if s.Flags.Has(f.flag) != f.usual {
			fmt.Fprintf(b, "; %s", f.name)
		}
	}
	return b.String()
}

var flagNames = []struct {
	flag  funnel.Flags
	usual bool
	name  string
}{
	{funnel.Exists, true, "absent"}, {funnel.Base, true, "outside"}, {funnel.NoHistory, false, "no history"},
	{funnel.UnmappedStage, false, "unmapped stage"}, {funnel.UnmappedStatus, false, "unmapped status"},
	{funnel.NoCloseDate, false, "no close date"}, {funnel.AmbiguousOrder, false, "ambiguous"},
}

func monthDay(d funnel.Date) string { return strings.TrimPrefix(d.String(), "2026-") }

func calendarOf(t testing.TB, zone string) *funnel.Calendar {
	t.Helper()
	l, err := time.LoadLocation(zone)
	must(t, err)
	c, err := funnel.NewCalendar(l, time.January, time.Monday)
	must(t, err)
	return c
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
