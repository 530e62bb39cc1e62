package mapping

import (
	"slices"
	"strings"
	"testing"
)

const crm = `name = "A"
version = "1"
source_scheme = "a"
locale = "en-US"
zone = "UTC"
[deals.fields]
id = { column = "id" }
stage_label = { column = "stage" }
status_code = { column = "status" }
reason_label = { column = "reason" }
[history.fields]
deal_id = { column = "id" }
on = { column = "day" }
stage_label = { column = "stage" }
[[rules]]
when = { stage_label = ["Quote"] }
set = { stage = "offer" }
[[rules]]
when = { stage_label = ["Fit"] }
set = { stage = "solution" }
to = 2026-01-01
[[rules]]
when = { stage_label = ["Fit"] }
set = { stage = "qualified" }
from = 2026-01-01
confidence = "assumed"
[[rules]]
when = { stage_label = ["Dead"], status_code = [""] }
set = { status = "lost" }
confidence = "assumed"
[[rules]]
when = { stage_label = ["Sure"] }
set = { category = "commit" }
[[rules]]
when = { status_code = ["O"] }
set = { status = "open" }
[[rules]]
when = { status_code = ["L"] }
set = { status = "lost" }
[[rules]]
when = { status_code = ["L"], reason_label = ["Silence"] }
set = { status = "no_response" }
confidence = "lossy"
[[rules]]
when = { reason_label = ["Price"] }
set = { cause = "pricing" }
confidence = "assumed"
`

func compile(t testing.TB, profile string) *Set {
	t.Helper()
	s, err := compileText(profile)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A value's rows are counted by how surely its own axis was mapped in them: not by the weakest rule of the record, nor by the weakest of all its rows.
func TestCoverage(t *testing.T) {
	const deals = "id,stage,status,reason\n" +
		"1,Quote,O,\n" + // exact on both axes
		"2,Quote,L,Price\n" + // the assumed cause leaves stage and status exact
		"3,Quote,L,Silence\n" + // the status is lossy, and with it the reason; the stage is not
		"4,Demo,O,\n" + // an unmapped stage came to nothing, whatever the status says
		"5,Dead,L,Weather\n" + // a stage that names the end came to the status; an unmapped reason to nothing
		"6,Sure,O,\n" +
		"7,Fit,X,\n"
	const history = "id,day,stage\n1,12/01/2025,Fit\n1,02/01/2026,Fit\n2,02/02/2026,Fit\n5,02/03/2026,Dead\n"
	r := read(compile(t, crm), Files{Deals: strings.NewReader(deals), History: strings.NewReader(history)}, Options{})
	if r.err != nil || len(r.findings) > 0 {
		t.Fatal(r.err, r.findings)
	}
	for _, want := range []Value{
		{Axis: Stage, Text: "Quote", Deals: 3, Exact: 3, Meanings: []string{"offer"}},
		{Axis: Stage, Text: "Fit", Deals: 1, Events: 3, Exact: 1, Assumed: 3, Meanings: []string{"qualified", "solution"}, Confidence: Assumed},
		{Axis: Stage, Text: "Demo", Deals: 1, Unmapped: 1, Meanings: []string{"-"}},
		{Axis: Stage, Text: "Dead", Deals: 1, Events: 1, Exact: 1, Assumed: 1, Meanings: []string{"lost"}, Confidence: Assumed},
		{Axis: Stage, Text: "Sure", Deals: 1, Exact: 1, Meanings: []string{"commit"}},
		{Axis: Status, Text: "O", Deals: 3, Exact: 3, Meanings: []string{"open"}},
		{Axis: Status, Text: "L", Deals: 3, Exact: 2, Lossy: 1, Meanings: []string{"lost", "no_response"}, Confidence: Lossy},
		{Axis: Status, Text: "X", Deals: 1, Unmapped: 1, Meanings: []string{"-"}},
		{Axis: Reason, Text: "Price", Deals: 1, Assumed: 1, Meanings: []string{"pricing"}, Confidence: Assumed},
		{Axis: Reason, Text: "Silence", Deals: 1, Lossy: 1, Meanings: []string{"no_response"}, Confidence: Lossy},
		{Axis: Reason, Text: "Weather", Deals: 1, Unmapped: 1, Meanings: []string{"-"}},
	} {
		i := slices.IndexFunc(r.coverage, func(v Value) bool { return v.Axis == want.Axis && v.Text == want.Text })
		if i < 0 {
			t.Errorf("%s %q is not covered", want.Axis, want.Text)
			continue
		}
		got := r.coverage[i]
		meanings := slices.Equal(got.Meanings, want.Meanings)
		want.By, want.Meanings, got.Meanings = got.By, nil, nil
		if !meanings || got.String() != want.String() || !sameCounts(got, want) {
			t.Errorf("got  %+v\nwant %+v", r.coverage[i], want)
		}
	}
	if len(r.coverage) != 11 {
		t.Errorf("%d values, want 11", len(r.coverage))
	}
}

func sameCounts(a, b Value) bool {
	counts := func(v Value) [6]int { return [6]int{v.Deals, v.Events, v.Exact, v.Assumed, v.Lossy, v.Unmapped} }
	return counts(a) == counts(b) && a.Confidence == b.Confidence
}
