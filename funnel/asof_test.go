package funnel_test

import (
	"reflect"
	"testing"

	"github.com/koine-go/koine/funnel"
)

func TestAsOfEvents(t *testing.T) {
	for _, c := range []struct {
		why, events, at, want string
	}{
		{"R-ASOF: an event at T is not known at T", "prospect 01-05, offer 01-10", "01-10", "open prospect; prospect"},
		{"R-ASOF: a microsecond later it is", "prospect 01-05, offer 01-10", "01-10T09:00:00.000001", "open offer; prospect 5 offer"},
		{"Q05: before its first event a deal is open without a stage", "offer 01-10, → won 01-12", "01-08", "open"},
		{"Q05: events and no creation date exist from the first event", "offer 01-10", "01-03", "open; absent; outside"},
		{"events in any order", "→ won 01-20, prospect 01-05, offer 01-10", "02-01", "won offer closed 01-20; prospect 5 offer 10"},
		{"an event without a moment is before nothing", "prospect 01-05, → won never", "02-01", "open prospect; prospect"},

		{"R-CLOSE: a won deal saved again keeps its close", "offer 01-05, → won 01-10, → won 01-15", "02-01", "won offer closed 01-10; offer 5"},
		{"R-CLOSE: lost to won moves it", "offer 01-05, → lost 01-10, → won 01-15", "02-01", "won offer closed 01-15; offer 5"},
		{"Q15: so does a relabelled loss", "offer 01-05, → lost 01-10, → no_response 01-15", "02-01", "no_response offer closed 01-15 (unknown); offer 5"},
		{"won, lost, won again is a run of its own", "offer 01-05, → won 01-10, → lost 01-12, → won 01-15", "02-01", "won offer closed 01-15; offer 5"},
		{"R-CLOSE: an open deal has no close", "offer 01-05, → won 01-10, offer 01-15", "02-01", "open offer; offer 5 offer; reopened 1"},
		{"a close as first event has no stage", "→ lost 01-10", "02-01", "lost closed 01-10 (unknown)"},

		{"a reopening that names no stage goes on where it closed", "offer 01-05, → lost 01-10, open 01-15", "02-01", "open offer; offer 5 offer; reopened 1"},
		{"Q70: a reopening lower down is a step back", "offer 01-05, → lost 01-10, qualified 01-15", "02-01", "open qualified; offer 5 qualified; reopened 1; back 1"},
		{"R-REGRESS: every step back counts, every visit stays", "offer 01-05, qualified 01-07, offer 01-09, prospect 01-10", "02-01",
			"open prospect; offer 2 qualified 2 offer 1 prospect; back 2"},
		{"R-SKIP: a jump is no visit to what it skips", "prospect 01-05, negotiation 01-09", "02-01", "open negotiation; prospect 4 negotiation"},
		{"Q59: a pause does not end a visit", "offer 01-05, on_hold 01-10, open 01-20, → won 01-25", "02-01", "won offer closed 01-25; offer 20"},
		{"saving the same stage again does not either", "offer 01-05, offer 01-10, negotiation 01-12", "02-01", "open negotiation; offer 7 negotiation"},
		{"a visit of no days is one", "prospect 01-05, offer 01-05T10:00, → won 01-05T11:00", "02-01", "won offer closed 01-05; prospect 0 offer 0"},
		{"days are counted in the calendar's zone: 23:30Z is the next day in Berlin", "offer 01-05T22:30, → won 01-06T23:30", "02-01",
			"won offer closed 01-07; offer 2"},

		{"Q08: an open event with a code and no stage is unmapped", "offer 01-05, ?X-9 01-10", "02-01", "open; offer 5; unmapped stage"},
		{"Q09: one is enough, also when a known stage follows", "?X-9 01-05, offer 01-10", "02-01", "open offer; offer; unmapped stage"},
		{"Q09: unless it is not known yet", "offer 01-10, ?X-9 02-05", "02-01", "open offer; offer"},
		{"Q08: no code and no stage keeps the stage", "offer 01-05, open 01-10", "02-01", "open offer; offer"},
		{"Q08: without any stage before there is none", "open 01-10", "02-01", "open"},
		{"Q11: an unmapped status keeps the one before", "offer 01-05, → won 01-10, ?? 01-12", "02-01", "won offer closed 01-10; offer 5"},
		{"Q11: as a first event it leaves the deal open", "?? 01-05", "02-01", "open"},

		{"Q02: void from its event on, and not before", "offer 01-05, → void 01-10", "01-08", "open offer; offer"},
		{"Q02: void has no close", "offer 01-05, → won 01-07, → void 01-10", "02-01", "void offer; offer 2; outside"},
		{"Q02: until a later event", "offer 01-05, → void 01-10, offer 01-12", "02-01", "open offer; offer 5 offer"},
		{"Q02: a win after void is a new close", "offer 01-05, → won 01-07, → void 01-10, → won 01-12", "02-01", "won offer closed 01-12; offer 2"},

		{"Q49: the cause of the run", "offer 01-05, → lost(pricing) 01-10", "02-01", "lost offer closed 01-10 (pricing); offer 5"},
		{"Q49: the last that is given in the run", "offer 01-05, → lost(pricing) 01-10, → lost(timing) 01-11, → lost 01-12", "02-01",
			"lost offer closed 01-10 (timing); offer 5"},
		{"Q49: not that of an earlier run", "offer 01-05, → lost(pricing) 01-10, → no_decision 01-12", "02-01", "no_decision offer closed 01-12 (unknown); offer 5"},
		{"a win has no cause, whatever the source says", "offer 01-05, → won(pricing) 01-10", "02-01", "won offer closed 01-10; offer 5"},
		{"a reopened deal has none either", "offer 01-05, → lost(pricing) 01-10, open 01-12", "02-01", "open offer; offer 5 offer; reopened 1"},
	} {
		d := &funnel.Deal{Events: history(t, c.events)}
		if c.at != "01-03" {
			d.Created = moment(t, "01-04")
		}
		if got := showAt(t, d, c.at); got != c.want {
			t.Errorf("%s\n %s as of %s\n got  %s\n want %s", c.why, c.events, c.at, got, c.want)
		}
	}
}

func showAt(t testing.TB, d *funnel.Deal, at string) string {
	t.Helper()
	var s funnel.Snapshot
	d.AsOf(moment(t, at), calendarOf(t, "Europe/Berlin"), &s)
	return show(&s)
}

func TestAsOfRecord(t *testing.T) {
	closed := func(s string) funnel.Deal {
		return funnel.Deal{Created: moment(t, "01-04"), Status: funnel.Lost, Stage: funnel.Offered, Cause: funnel.Budget, Closed: moment(t, s)}
	}
	created := func(s string) funnel.Deal { return funnel.Deal{Created: moment(t, s), Status: funnel.Open} }
	for _, c := range []struct {
		why  string
		deal funnel.Deal
		at   string
		want string
	}{
		{"Q03: the record says when", closed("01-10"), "02-01", "lost offer closed 01-10 (budget); no history"},
		{"Q04: a close at T is open at T", closed("01-10"), "01-10", "open offer; no history"},
		{"Q04: a close after T is too", closed("01-10"), "01-09", "open offer; no history"},
		{"Q06: a day is before T if it has begun by then", closed("on:01-10"), "01-10T00:00", "lost offer closed 01-10 (budget); no history"},
		{"Q06: midnight in Berlin is 23:00Z", closed("on:01-10"), "01-09T23:00", "open offer; no history"},
		{"Q03: closed and no day given", closed(""), "02-01", "lost offer (budget); no history; no close date"},
		{"Q49: the record without a cause", funnel.Deal{Status: funnel.NoDecision, Closed: moment(t, "01-10")}, "02-01",
			"no_decision closed 01-10 (unknown); no history"},
		{"Q11: unknown status", funnel.Deal{Created: moment(t, "01-04")}, "02-01", "unknown; no history; unmapped status"},
		{"Q05: created before T", created("01-04"), "01-05", "open; no history"},
		{"Q05: created at T does not exist yet", created("01-04"), "01-04", "open; absent; outside; no history"},
		{"Q06: created on the day of T", created("on:01-04"), "01-04T00:00", "open; no history"},
		{"Q05a: neither created nor any event exists always", created(""), "01-05", "open; no history"},
		{"Q02: deleted holds at every T", funnel.Deal{Status: funnel.Open, Deleted: true}, "01-05", "open; outside; no history"},
		{"Q02: test too", funnel.Deal{Status: funnel.Open, Test: true}, "01-05", "open; outside; no history"},
		{"Q02: merged too", funnel.Deal{Status: funnel.Open, MergedInto: "D1"}, "01-05", "open; outside; no history"},
		{"Q02: a void record", funnel.Deal{Status: funnel.Void}, "01-05", "void; outside; no history"},
		{"Q02: a void record without a void event is void at every T",
			funnel.Deal{Status: funnel.Void, Events: history(t, "offer 01-02, → won 01-03")}, "01-05", "void offer; offer 1; outside"},
		{"Q02: with one it is void from there on", funnel.Deal{Status: funnel.Void, Events: history(t, "offer 01-02, → void 02-03")}, "01-05",
			"open offer; offer"},
		{"the record says nothing once there is an event at any time",
			funnel.Deal{Created: moment(t, "01-01"), Status: funnel.Won, Closed: moment(t, "01-02"), Events: history(t, "offer 02-02")}, "01-05", "open"},
		{"Q49: the record's cause where its status is the one at T",
			funnel.Deal{Status: funnel.Lost, Cause: funnel.Budget, Events: history(t, "→ lost 01-02")}, "01-05", "lost closed 01-02 (budget)"},
		{"Q49: and not where it is another",
			funnel.Deal{Status: funnel.NoDecision, Cause: funnel.Budget, Events: history(t, "→ lost 01-02")}, "01-05", "lost closed 01-02 (unknown)"},
		{"a status that is none is not closed and does no harm", funnel.Deal{Status: 200}, "01-05", "invalid; no history"},
	} {
		if got := showAt(t, &c.deal, c.at); got != c.want {
			t.Errorf("%s\n got  %s\n want %s", c.why, got, c.want)
		}
	}
}

func TestFirstClose(t *testing.T) {
	// R-REOPEN: the first close stays, whatever came later.
	d := funnel.Deal{Events: history(t, "offer 01-05, → won 01-10, open 01-12, → lost 01-20, → won 01-25")}
	var s funnel.Snapshot
	for _, c := range [][2]string{{"01-09", ""}, {"01-11", "01-10"}, {"01-15", "01-10"}, {"01-22", "01-10"}, {"02-01", "01-10"}} {
		d.AsOf(moment(t, c[0]), funnel.UTC(), &s)
		if s.FirstClose != moment(t, c[1]) {
			t.Errorf("as of %s: first close %v, want %s", c[0], s.FirstClose, c[1])
		}
	}
}

func TestEverWon(t *testing.T) {
	for _, c := range []struct {
		deal funnel.Deal
		want bool
	}{
		{funnel.Deal{Events: history(t, "offer 01-05, → won 01-10, → lost 01-20")}, true},
		{funnel.Deal{Events: history(t, "offer 01-05, → won 02-10")}, false},
		{funnel.Deal{Status: funnel.Won, Closed: moment(t, "01-10")}, true},
		{funnel.Deal{Status: funnel.Won, Closed: moment(t, "02-10")}, false},
		{funnel.Deal{Status: funnel.Won, Events: history(t, "offer 01-05")}, false},
	} {
		var s funnel.Snapshot
		c.deal.AsOf(moment(t, "02-01"), funnel.UTC(), &s)
		if s.EverWon() != c.want {
			t.Errorf("%s: ever won is not %v", show(&s), c.want)
		}
	}
}

func TestEntered(t *testing.T) {
	d := funnel.Deal{Events: history(t, "prospect 01-05, offer 01-10, qualified 01-12, open 01-13, offer 01-14, → won 01-20")}
	var s funnel.Snapshot
	d.AsOf(moment(t, "02-01"), funnel.UTC(), &s)
	for _, c := range []struct {
		stage      funnel.Stage
		least      string // day of the first step of this rank or above
		exact      int    // first step that names it
		exactAfter int    // the same from index 2 on
	}{
		{funnel.Prospect, "01-05", 0, -1},
		{funnel.Qualified, "01-10", 2, 2}, // R-SKIP: the jump to offer passed it
		{funnel.Solution, "01-10", -1, -1},
		{funnel.Offered, "01-10", 1, 4},
		{funnel.Negotiation, "", -1, -1}, // Q39: the win enters nothing
	} {
		day := ""
		if step, ok := s.Entered(c.stage); ok {
			day = monthDay(step.Day)
		}
		if day != c.least || s.EnteredExactly(c.stage, 0) != c.exact || s.EnteredExactly(c.stage, 2) != c.exactAfter {
			t.Errorf("%v: entered %q, exactly at %d and %d, want %+v", c.stage, day, s.EnteredExactly(c.stage, 0), s.EnteredExactly(c.stage, 2), c)
		}
	}
}

// Rank 0 is no stage: any stage will do, and none will not.
func TestEnteredAnyStage(t *testing.T) {
	d := funnel.Deal{Events: history(t, "open 01-04, prospect 01-05")}
	var s funnel.Snapshot
	d.AsOf(moment(t, "02-01"), funnel.UTC(), &s)
	if step, ok := s.Entered(funnel.NoStage); !ok || step.Stage != funnel.Prospect {
		t.Errorf("entered by %+v, %v", step, ok)
	}
}

func TestStep(t *testing.T) {
	d := funnel.Deal{Events: history(t, "prospect 01-05, ?X 01-06, offer 01-07, → lost(pricing) 01-08, ?? 01-09, open 01-10")}
	var s funnel.Snapshot
	d.AsOf(moment(t, "02-01"), funnel.UTC(), &s)
	type brief struct {
		status, from    funnel.Status
		stage, before   funnel.Stage
		named, unmapped bool
	}
	want := []brief{
		{funnel.Open, funnel.UnknownStatus, funnel.Prospect, funnel.NoStage, true, false},
		{funnel.Open, funnel.Open, funnel.NoStage, funnel.Prospect, false, true},
		{funnel.Open, funnel.Open, funnel.Offered, funnel.NoStage, true, false},
		{funnel.Lost, funnel.Open, funnel.Offered, funnel.Offered, false, false},
		{funnel.Lost, funnel.Lost, funnel.Offered, funnel.Offered, false, true},
		{funnel.Open, funnel.Lost, funnel.Offered, funnel.Offered, false, false},
	}
	for i, p := range s.Path {
		if got := (brief{p.Status, p.From, p.Stage, p.Before, p.Named, p.Unmapped}); got != want[i] {
			t.Errorf("step %d is %+v, want %+v", i, got, want[i])
		}
	}
}

func TestVisitEnd(t *testing.T) {
	d := funnel.Deal{Events: history(t, "prospect 01-05, offer 01-07, → lost 01-08, offer 01-10")}
	var s funnel.Snapshot
	d.AsOf(moment(t, "02-01"), funnel.UTC(), &s)
	if v := s.Visits[0]; v.Next != funnel.Offered || v.Ended != funnel.UnknownStatus {
		t.Errorf("left for %v by %v, want offer by a stage", v.Next, v.Ended)
	}
	if v := s.Visits[1]; v.Next != funnel.NoStage || v.Ended != funnel.Lost {
		t.Errorf("left for %v by %v, want a loss", v.Next, v.Ended)
	}
	if v, ok := s.Current(); !ok || v.Enter != moment(t, "01-10") {
		t.Errorf("current visit %+v, %v", v, ok)
	}
	d.AsOf(moment(t, "01-09"), funnel.UTC(), &s)
	if _, ok := s.Current(); ok {
		t.Error("a closed deal is in no stage")
	}
}

func TestHoldDays(t *testing.T) {
	for _, c := range []struct {
		why, events, start string
		want               int
	}{
		{"from on_hold to the next event", "offer 01-05, on_hold 01-10, open 01-14, on_hold 01-20, → won 01-22", "01-05", 6},
		{"clipped at the start", "offer 01-05, on_hold 01-10, open 01-14", "01-12", 2},
		{"all before the start", "on_hold 01-10, open 01-14", "01-20", 0},
		{"two in a row are one pause", "on_hold 01-10, on_hold 01-12, open 01-14", "01-05", 4},
		{"an unmapped status does not end it", "on_hold 01-10, ?? 01-12, open 01-14", "01-05", 4},
		{"up to the instant while it goes on", "offer 01-05, on_hold 01-30", "01-05", 2},
		{"none", "offer 01-05", "01-05", 0},
		{"no start is no limit", "on_hold 01-10, open 01-14", "", 4},
	} {
		d := funnel.Deal{Events: history(t, c.events)}
		var s funnel.Snapshot
		d.AsOf(moment(t, "02-01"), funnel.UTC(), &s)
		if got := s.HoldDays(moment(t, c.start)); got != c.want {
			t.Errorf("%s: %d days, want %d", c.why, got, c.want)
		}
	}
}

// A snapshot that is filled again must not remember the deal before: every field is compared, so that a new one cannot be forgotten.
func TestSnapshotForgets(t *testing.T) {
	full := &funnel.Deal{Created: moment(t, "01-01"), Amount: funnel.MustMoney("5 EUR"), Owner: funnel.LabelOf("o"), Region: funnel.LabelOf("r"),
		Segment: funnel.LabelOf("s"), Probability: funnel.NewShare(5, -1), Category: funnel.Commit, ExpectedClose: funnel.MustDate("2026-02-02"),
		Events: history(t, "?X 01-05, offer 01-05, qualified 01-06, → lost(pricing) 01-08, open 01-09, → lost 01-10")}
	c := calendarOf(t, "Europe/Berlin")
	for _, d := range []*funnel.Deal{{}, {Events: history(t, "→ won 01-07")}, {Status: funnel.Lost}, {Status: funnel.Open, Created: moment(t, "03-01")}} {
		var used, fresh funnel.Snapshot
		full.AsOf(moment(t, "02-01"), c, &used)
		full.AsOf(moment(t, "01-15"), funnel.UTC(), &used)
		d.AsOf(moment(t, "02-01"), c, &used)
		d.AsOf(moment(t, "02-01"), c, &fresh)
		if u, f := public(used), public(fresh); !reflect.DeepEqual(u, f) {
			t.Errorf("used again %v\nfresh      %v", u, f)
		}
	}
}

// public returns the exported fields, empty slices as nil.
func public(s funnel.Snapshot) (fields []any) {
	v := reflect.ValueOf(s)
	for i := range v.NumField() {
		switch f := v.Field(i); {
		case !v.Type().Field(i).IsExported():
		case f.Kind() == reflect.Slice && f.Len() == 0:
			fields = append(fields, nil)
		default:
			fields = append(fields, f.Interface())
		}
	}
	return fields
}
