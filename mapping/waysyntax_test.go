package mapping

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// stepsOf lists the steps of a way: where each stands, what became of it, its events and how many Findings it has.
func stepsOf(w *Way) (all []string) {
	for _, s := range slices.Concat(w.Deals, w.History) {
		text := fmt.Sprintf("%s:%d", s.File, s.Line)
		switch {
		case s.Skipped:
			text += " skipped"
		case !s.Kept:
			text += " refused"
		}
		for _, e := range s.Events {
			text += " " + e.Stage.String()
		}
		all = append(all, fmt.Sprint(text, " ", len(s.Findings)))
	}
	return all
}

// Events in columns of the deals are steps of their own: in the order of time, those that were jumped behind, and what cannot be read is told of the row.
func TestWayOfColumns(t *testing.T) {
	set := wideSet(t, "", "")
	const rows = "0,2026-01-02T00:00:00Z,,,,,,\n" +
		"1,2026-01-05T00:00:00Z,2026-01-05T00:00:00Z,2026-01-07T00:00:00Z,,,bald,2026-01-01T00:00:00Z\n" +
		"2,2026-01-02T00:00:00Z,,,,,,\n"
	for _, o := range []Options{{}, {Sorted: true}} {
		way, err := set.Way("1", Files{Deals: strings.NewReader(wideHead + rows)}, o)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := stepsOf(way), []string{"deals:3 1", "deals:3 qualified 0", "deals:3 solution offer 0", "deals:3 skipped 0"}; !slices.Equal(got, want) {
			t.Errorf("sorted %v: got %q, want %q", o.Sorted, got, want)
		}
		if got, want := eventTexts(way.Events()), eventTexts(way.Deal.Events); !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
		c := way.History[0].Cells
		if c[0].Column != "new_date_entered_b" || c[0].Value != "2026-01-05T00:00:00Z" || c[1].Field != StageID || c[1].Text != "b" {
			t.Errorf("got %+v", c)
		}
		if text := way.String(); !strings.Contains(text, "deals:3, skipped: a later stage has the same instant") {
			t.Errorf("got %s", text)
		}
	}
	// Of a deal whose rows differ nothing is kept, whether or not its columns were looked at.
	for _, o := range []Options{{}, {Sorted: true}} {
		way, err := set.Way("1", Files{Deals: strings.NewReader(wideHead + "1,2026-01-02T00:00:00Z,,,,,,\n1,,,,,,,\n")}, o)
		if err != nil || way.Deal != nil || kept(way.Deals)+kept(way.History) != 0 || len(way.Deals) != 2 {
			t.Errorf("sorted %v: %v\n%v", o.Sorted, err, way)
		}
	}
}

// Rows of JSON may all stand on one line: what is told of one deal's does not become another's.
func TestWayOfOneLine(t *testing.T) {
	set := wideSet(t, `syntax = "json"`, "")
	const text = `[{"id":"1","new_date_entered_a":"2026-01-02T00:00:00Z"},{"id":"2","new_date_entered_a":"2026-01-02T00:00:00Z","new_date_entered_c":"bald"},` +
		`{"id":"3","new_date_entered_a":"2026-01-02T00:00:00Z"},{"id":"3","new_date_entered_a":"2026-01-02T00:00:00Z"}]`
	for _, o := range []Options{{}, {Sorted: true}} {
		for id, want := range map[string][]string{
			"1": {"deals:1 0", "deals:1 contact 0"},
			"2": {"deals:1 1", "deals:1 contact 0"},
			"3": {"deals:1 0", "deals:1 refused 1", "deals:1 contact 0"},
		} {
			way, err := set.Way(id, Files{Deals: strings.NewReader(text)}, o)
			if err != nil {
				t.Fatal(err)
			}
			if got := stepsOf(way); !slices.Equal(got, want) {
				t.Errorf("%s, sorted %v: got %q, want %q", id, o.Sorted, got, want)
			}
		}
	}
}

// Nor does an event of one deal, when another deal has the same at the same time on the same line.
func TestWayOfOneLineOfHistory(t *testing.T) {
	set := compile(t, strings.Replace(crm, "[deals.fields]", "[history]\nsyntax = \"json\"\n[deals.fields]", 1))
	const deals, history = "id,made,amount,money,stage,status,reason\n1,,,,,,\n2,,,,,,\n", `[{"id":"1","day":"02/01/2026","stage":"Quote"},{"id":"2","day":"02/01/2026","stage":"Quote"}]`
	for _, o := range []Options{{}, {Sorted: true}} {
		for _, id := range []string{"1", "2"} {
			way, err := set.Way(id, Files{Deals: strings.NewReader(deals), History: strings.NewReader(history)}, o)
			if err != nil {
				t.Fatal(err)
			}
			if got := stepsOf(way); len(got) != 2 || got[1] != "history:1 offer 0" || way.Events()[0].DealID != id {
				t.Errorf("%s, sorted %v: got %q", id, o.Sorted, got)
			}
		}
	}
}

// An id is one in whatever form its letters are composed, as it is to the import.
func TestWayOfComposedID(t *testing.T) {
	set := mustCompile(t, "")
	way, err := set.Way("u\u0308", Files{Deals: strings.NewReader("id,stage,created,amount\n\u00fc,,,\n")}, Options{})
	if err != nil || way.Deal == nil || way.ID != "\u00fc" {
		t.Errorf("%v, %v", way, err)
	}
}
