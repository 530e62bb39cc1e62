package mapping

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// wide is the profile of a CRM that has a column for each stage, under an older and a newer name.
const wide = `
name          = "H"
version       = "1"
source_scheme = "wide"
locale        = "en-US"
zone          = "UTC"

[deals]
SYNTAX

[deals.fields]
id        = { column = "id" }
closed_at = { column = "new_date_entered_won" }

[history]
columns = ["new_date_entered_{stage_id}", "old_date_entered_{stage_id}"]
AT

[[rules]]
when = { stage_id = ["a"] }
set  = { stage = "contact" }
[[rules]]
when = { stage_id = ["b"] }
set  = { stage = "qualified" }
[[rules]]
when = { stage_id = ["c"] }
set  = { stage = "offer", enters = ["solution"] }
[[rules]]
when = { stage_id = ["won"] }
set  = { status = "won" }
`

func wideSet(t testing.TB, syntax, at string) *Set {
	t.Helper()
	return compile(t, strings.NewReplacer("SYNTAX", syntax, "AT", at).Replace(wide))
}

const wideHead = "id,new_date_entered_a,new_date_entered_b,new_date_entered_c,new_date_entered_won,old_date_entered_a,old_date_entered_x,date_entered_b\n"

func events(r result) (all []string) {
	for _, d := range r.deals {
		for _, e := range d.Events {
			what := e.Stage.String()
			if what == "" {
				what = e.Status.String()
			}
			if what == "" || what == "unknown" {
				what = e.LocalStage.String()
			}
			all = append(all, fmt.Sprint(d.ID, " ", what, " ", e.At))
		}
	}
	return all
}

func TestStageColumns(t *testing.T) {
	for _, test := range []struct {
		name, rows string
		want       []string
		counts     Counts
	}{
		{"in order of time", "1,2026-01-02T00:00:00Z,2026-01-05T00:00:00Z,,,,,\n",
			[]string{"1 contact 2026-01-02T00:00:00Z", "1 qualified 2026-01-05T00:00:00Z"}, Counts{HistoryRows: 2, Events: 2}},
		{"the older name where the newer is blank", "1,,,,,2026-01-02T00:00:00Z,,\n", []string{"1 contact 2026-01-02T00:00:00Z"}, Counts{HistoryRows: 1, Events: 1}},
		{"the newer name where both are given", "1,2026-01-02T00:00:00Z,,,,2025-01-02T00:00:00Z,,\n", []string{"1 contact 2026-01-02T00:00:00Z"}, Counts{HistoryRows: 1, Events: 1}},
		{"stages that were jumped", "1,2026-01-02T00:00:00Z,2026-01-02T00:00:00Z,2026-01-02T00:00:00Z,,,,\n",
			[]string{"1 solution 2026-01-02T00:00:00Z", "1 offer 2026-01-02T00:00:00Z"}, Counts{HistoryRows: 3, Events: 1, Skipped: 2, Entered: 1}},
		{"an end before any stage", "1,,2026-01-02T00:00:00Z,2026-01-02T00:00:00Z,2026-01-02T00:00:00Z,,,\n",
			[]string{"1 won 2026-01-02T00:00:00Z"}, Counts{HistoryRows: 3, Events: 1, Skipped: 2}},
		{"what is not mapped stays", "1,2026-01-02T00:00:00Z,2026-01-02T00:00:00Z,,,,2026-01-02T00:00:00Z,\n",
			[]string{"1 qualified 2026-01-02T00:00:00Z", "1 x 2026-01-02T00:00:00Z"}, Counts{HistoryRows: 3, Events: 2, Skipped: 1}},
		{"a microsecond later is passed", "1,2026-01-02T00:00:00Z,2026-01-02T00:00:00.000001Z,,,,,\n",
			[]string{"1 contact 2026-01-02T00:00:00Z", "1 qualified 2026-01-02T00:00:00.000001Z"}, Counts{HistoryRows: 2, Events: 2}},
		{"no time", "1,soon,,,,,,2026-01-02T00:00:00Z\n", nil, Counts{HistoryRows: 1, HistoryRefused: 1, Findings: 1}},
		{"a row that repeats", "1,2026-01-02T00:00:00Z,,,,,,\n1,2026-01-02T00:00:00Z,,,,,,\n", []string{"1 contact 2026-01-02T00:00:00Z"}, Counts{DealRows: 1, DealsRefused: 1, HistoryRows: 1, Events: 1, Findings: 1}},
		{"rows that differ", "1,2026-01-02T00:00:00Z,,,,,,\n1,2026-01-03T00:00:00Z,,,,,,\n", nil, Counts{DealRows: 1, Deals: -1, DealsRefused: 2, Findings: 2}},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.counts.DealRows++
			test.counts.Deals++
			for _, sorted := range []bool{false, true} {
				r := read(wideSet(t, "", ""), Files{Deals: strings.NewReader(wideHead + test.rows)}, Options{Sorted: sorted})
				got := events(r)
				slices.Sort(got)
				slices.Sort(test.want)
				if r.err != nil || !slices.Equal(got, test.want) {
					t.Errorf("sorted %v: got %q, %v", sorted, got, r.err)
				}
				if r.counts != test.counts {
					t.Errorf("sorted %v: got %+v", sorted, r.counts)
				}
			}
		})
	}
}

// What is skipped is no event, so no row of the coverage either; and a Finding names the column of its cell.
func TestStageAccount(t *testing.T) {
	r := read(wideSet(t, "", ""), Files{Deals: strings.NewReader(wideHead + "1,2026-01-02T00:00:00Z,2026-01-02T00:00:00Z,soon,,,,\n")}, Options{})
	for _, v := range r.coverage.Values {
		if want := map[string]int{"a": 0, "b": 1}[v.Text]; v.Events != want {
			t.Errorf("%v: %d events", v, v.Events)
		}
	}
	if len(r.findings) != 1 || r.findings[0].Column != "new_date_entered_c" || r.findings[0].Fate() != SetAside {
		t.Errorf("got %v", r.findings)
	}
}

// Of one day it cannot be told whether stages were jumped or passed, so all stay.
func TestStageDays(t *testing.T) {
	r := read(wideSet(t, "", "[history.fields]\non = { }"), Files{Deals: strings.NewReader(wideHead + "1,2026-01-02,2026-01-02,,,,,\n")}, Options{})
	if got := events(r); !slices.Equal(got, []string{"1 contact 2026-01-02", "1 qualified 2026-01-02"}) || r.counts.Skipped != 0 {
		t.Errorf("got %q, %+v", got, r.counts)
	}
}

// The same in JSON, where the members are known only as they come by: also one that is a field besides.
func TestStageMembers(t *testing.T) {
	const rows = `{"id":1,"new_date_entered_won":null,"new_date_entered_a":1767312000000}
{"id":2,"old_date_entered_a":1767312000000,"new_date_entered_b":1767312000001}
{"id":3,"new_date_entered_won":1767312000000,"new_date_entered_x":1767312000000}
`
	set := wideSet(t, "syntax = \"json\"", "[history.fields]\nat = { epoch = \"ms\" }")
	for _, sorted := range []bool{false, true} {
		r := read(set, Files{Deals: strings.NewReader(rows)}, Options{Sorted: sorted})
		want := []string{"1 contact 2026-01-02T00:00:00Z", "2 contact 2026-01-02T00:00:00Z", "2 qualified 2026-01-02T00:00:00.001Z", "3 won 2026-01-02T00:00:00Z", "3 x 2026-01-02T00:00:00Z"}
		got := events(r)
		if slices.Sort(got); r.err != nil || !slices.Equal(got, want) {
			t.Errorf("got %q, %v", got, r.err)
		}
		// The closing time is read by its own column, which names no epoch.
		if len(r.findings) != 1 || r.findings[0].Column != "new_date_entered_won" || r.findings[0].Line != 3 {
			t.Errorf("got %v", r.findings)
		}
		if f := r.fields[len(r.fields)-1]; f.File != "history" || f.Given != 5 || f.SetAside != 0 {
			t.Errorf("got %+v", f)
		}
	}
	r := read(set, Files{Deals: strings.NewReader(`{"id":1}`)}, Options{})
	if n := len(r.findings); n == 0 || r.findings[n-1].String() != "deals: new_date_entered_{stage_id}: in no record of the file; noted" {
		t.Errorf("got %v", r.findings)
	}
}

// A file of which no column is one of a stage is not the one that the profile means; nor is a history of its own wanted then.
func TestStageColumnFaults(t *testing.T) {
	_, err := wideSet(t, "", "").Import(Files{Deals: strings.NewReader("id,new_date_entered_,new_date_entered_won2\n")}, Options{})
	wantError(t, err, "deals", 1, "new_date_entered_won", ErrMissing)
	_, err = wideSet(t, "", "").Import(Files{Deals: strings.NewReader("id,new_date_entered_won,new_date_entered_a,new_date_entered_a\n")}, Options{})
	wantError(t, err, "deals", 1, "new_date_entered_a", ErrTwice)
	_, err = wideSet(t, "", "").Import(Files{Deals: strings.NewReader(wideHead), History: strings.NewReader("")}, Options{})
	if !errors.Is(err, ErrTwice) {
		t.Errorf("got %v", err)
	}
}

// Faults of the keys that say where rows stand are found when the profile is read, and when a program makes the table itself.
func TestTableFaults(t *testing.T) {
	for _, test := range []struct {
		name, syntax, at, old, new string
		column                     string
		err                        error
	}{
		{"each in a CSV", `each = "x"`, "", "", "", "deals.each", ErrUnknownKey},
		{"a step outwards", "syntax = \"json\"\neach = \"^.x\"", "", "", "", "deals.each", ErrValue},
		{"a blank step", "syntax = \"json\"\neach = [\"a\", \"\"]", "", "", "", "deals.each", ErrValue},
		{"no path", `syntax = "json"`, "", `"id" }`, `"id." }`, "deals.fields.id.column", ErrValue},
		{"no record around", `syntax = "json"`, "", `"id" }`, `"^.id" }`, "deals.fields.id.column", ErrValue},
		{"no name in braces", "", "", "entered_{stage_id}\", ", "entered\", ", "history.columns", ErrValue},
		{"another name in braces", "", "", "{stage_id}\", ", "{stage}\", ", "history.columns", ErrValue},
		{"a reason in braces", "", "", "{stage_id}\", ", "{reason_id}\", ", "history.columns", ErrValue},
		{"only braces", "", "", "new_date_entered_{stage_id}", "{stage_id}", "history.columns", ErrValue},
		{"two braces", "", "", "new_date_entered_{stage_id}", "n{stage_id}{stage_id}", "history.columns", ErrValue},
		{"columns and a column", "", "[history.fields]\nat = { column = \"x\" }", "", "", "history.fields.at", ErrTwice},
		{"columns and a code", "", "[history.fields]\nstage_id = { column = \"x\" }", "", "", "history.fields.stage_id", ErrTwice},
		{"neither column nor value", "", "", `{ column = "id" }`, `{ }`, "deals.fields.id", ErrMissing},
		{"an epoch that is none", "", "[history.fields]\nat = { epoch = \"us\" }", "", "", "history.fields.at.epoch", ErrValue},
		{"a zone of days", "", "", `{ column = "id" }`, "{ column = \"id\" }\nclosed_on = { column = \"x\", zone = \"UTC\" }", "deals.fields.closed_on", ErrUnknownKey},
		{"a list without separator", "", "", `{ column = "id" }`, "{ column = \"id\" }\nexternal_refs = { column = \"x\" }", "deals.fields.external_refs.separator", ErrMissing},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := strings.NewReplacer("SYNTAX", test.syntax, "AT", test.at).Replace(wide)
			text = strings.Replace(text, test.old, test.new, 1)
			_, err := ReadProfile("a.toml", strings.NewReader(text), nil)
			found := false
			all := []error{err}
			if j, ok := err.(interface{ Unwrap() []error }); ok {
				all = j.Unwrap()
			}
			for _, one := range all {
				var e *Error
				found = found || errors.As(one, &e) && e.Column == test.column && errors.Is(e, test.err)
			}
			if !found {
				t.Errorf("got %v", err)
			}
		})
	}
}
