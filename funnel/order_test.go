package funnel_test

import (
	"slices"
	"testing"

	"github.com/koine-go/koine/funnel"
)

// order returns the ids of the events as a snapshot takes them.
func order(t testing.TB, script, zone, at string) (ids string, ambiguous bool) {
	d := funnel.Deal{Events: history(t, script)}
	slices.Reverse(d.Events)
	var s funnel.Snapshot
	d.AsOf(moment(t, at), calendarOf(t, zone), &s)
	for i, p := range s.Path {
		for _, e := range d.Events {
			// Each event of these cases has its own cause or stage.
			if e.At == p.At && e.Cause == p.Cause && (!p.Named || e.Stage == p.Stage) && !slices.Contains([]byte(ids), e.ID[0]) && len(ids) == i {
				ids += e.ID
			}
		}
	}
	return ids, s.Flags.Has(funnel.AmbiguousOrder)
}

func TestOrder(t *testing.T) {
	for _, c := range []struct {
		why, events, zone, want string
		ambiguous               bool
	}{
		{"by time", "offer 01-03, prospect 01-02, qualified 01-01", "UTC", "cba", false},
		{"R-TIE: by sequence within a moment", "offer 01-03#2, prospect 01-03#3, → won(budget) 01-03#1", "UTC", "cab", false},
		{"R-TIE: equal sequences by id", "offer 01-03#1, prospect 01-03#1", "UTC", "ab", false},
		{"R-TIE: without any, open before terminal, lower rank first", "→ won(budget) 01-03, offer 01-03, prospect 01-03", "UTC", "cba", true},
		{"R-TIE: in the end by id", "→ won(budget) 01-03, → lost(pricing) 01-03", "UTC", "ab", true},
		{"Q08: the stage of a terminal event says nothing", "→ won(budget) 01-03, → lost(pricing) 01-03, prospect 01-03", "UTC", "cab", true},
		{"Q12: one without a sequence is enough to leave all aside", "offer 01-03#1, prospect 01-03, qualified 01-03#2", "UTC", "bca", true},
		{"Q12: of that moment only", "offer 01-03#2, prospect 01-03#1, negotiation 01-04, qualified 01-04#1", "UTC", "badc", true},
		{"Q12: no stage has rank 0, on_hold counts as open", "prospect 01-03, on_hold 01-03, → won(budget) 01-03", "UTC", "bac", true},
		{"one moment and one event more before T does not make it ambiguous", "offer 01-03, prospect 03-01, qualified 03-01", "UTC", "a", false},
		{"Q06a: a day comes before the instants of that day", "offer 01-03T00:00, prospect on:01-03, qualified 01-03T10:00", "UTC", "bac", false},
		{"Q06a: unless all have sequences that say otherwise", "offer 01-03T08:00#1, prospect on:01-03#2, qualified 01-03T10:00#3", "UTC", "abc", false},
		{"Q06a: one without leaves the day first", "offer 01-03T08:00#1, prospect on:01-03#2, qualified 01-03T10:00", "UTC", "bac", false},
		{"sequences never stand over time", "offer 01-03T08:00#3, prospect on:01-03#2, qualified 01-03T10:00#1", "UTC", "bac", false},
		{"Q06a: the day is that of the calendar", "offer 01-03T23:30#1, prospect on:01-04#2", "Europe/Berlin", "ab", false},
		{"Q06a: in UTC it is another, and the instant is earlier anyway", "offer 01-03T23:30#2, prospect on:01-04#1", "UTC", "ab", false},
		{"days of one date tie like instants", "→ won(budget) on:01-03, offer on:01-03", "UTC", "ba", true},
		{"days of one date by sequence", "→ won(budget) on:01-03#1, offer on:01-03#2", "UTC", "ab", false},
		{"two days that began at one instant, as in Samoa, are still two days", "offer on:2011-12-31, prospect on:2011-12-30", "Pacific/Apia", "ba", false},
	} {
		ids, ambiguous := order(t, c.events, c.zone, "02-01")
		if ids != c.want || ambiguous != c.ambiguous {
			t.Errorf("%s\n %s\n got %s (ambiguous %v), want %s (%v)", c.why, c.events, ids, ambiguous, c.want, c.ambiguous)
		}
	}
}
