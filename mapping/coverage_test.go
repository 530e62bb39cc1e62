package mapping

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/koine-go/koine/funnel"
)

const crm = `name = "A"
version = "1"
source_scheme = "a"
locale = "en-US"
zone = "UTC"
currency = "USD"
[deals.fields]
id = { column = "id" }
created_on = { column = "made" }
amount = { column = "amount" }
currency = { column = "money" }
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
// What it came to stands beside the rule that said so, and why there is more than one meaning.
func TestCoverage(t *testing.T) {
	const deals = "id,made,amount,money,stage,status,reason\n" +
		"1,01/05/2026,100,USD,Quote,O,\n" + // exact on both axes
		"2,01/03/2026,20.50,USD,Quote,L,Price\n" + // the assumed cause leaves stage and status exact
		"3,,30,EUR,Quote,L,Silence\n" + // the status is lossy, and with it the reason; the stage is not
		"4,01/04/2026,,,Demo,O,\n" + // an unmapped stage came to nothing, whatever the status says
		"5,,5,USD,Dead,L,Weather\n" + // a stage that names the end came to the status; an unmapped reason to nothing
		"6,,1,USD,Sure,O,\n" +
		"7,,7,USD,Fit,X,\n"
	const history = "id,day,stage\n1,12/01/2025,Fit\n1,02/01/2026,Fit\n2,02/02/2026,Fit\n5,02/03/2026,Dead\n"
	r := read(compile(t, crm), Files{Deals: strings.NewReader(deals), History: strings.NewReader(history)}, Options{})
	if r.err != nil || len(r.findings) > 0 {
		t.Fatal(r.err, r.findings)
	}
	want := []string{
		`stage_label "Demo": not mapped, 1 row | 1+0 | 0 0 0 1 0 | +1 | 2026-01-04 to 2026-01-04`,
		`status_code "X": not mapped, 1 row | 1+0 | 0 0 0 1 0 | 7/0 USD | never`,
		`reason_label "Weather": not mapped, 1 row | 1+0 | 0 0 0 1 0 | 5/0 USD | never`,
		`stage_label "Fit": qualified by a.toml:26 (assumed) in 3 rows; solution by a.toml:22 in 1 row; ambiguous over time, 4 rows | 1+3 | 1 3 0 0 0 | 7/7 USD | 2025-12-01 to 2026-02-02`,
		`status_code "L": lost by a.toml:41 in 2 rows; no_response by a.toml:44 (lossy) in 1 row; ambiguous in context, 3 rows | 3+0 | 2 0 1 0 0 | 30/30 EUR 25.5/25.5 USD | 2026-01-03 to 2026-01-03`,
		`reason_label "Silence": no_response by a.toml:44 (lossy), 1 row | 1+0 | 0 0 1 0 0 | 30/30 EUR | never`,
		`stage_label "Dead": lost by a.toml:31 (assumed) in 1 row; lost by a.toml:41 in 1 row, 2 rows | 1+1 | 1 1 0 0 0 | 5/5 USD | 2026-02-03 to 2026-02-03`,
		`reason_label "Price": pricing by a.toml:48 (assumed), 1 row | 1+0 | 0 1 0 0 0 | 20.5/20.5 USD | 2026-01-03 to 2026-01-03`,
		`stage_label "Quote": offer by a.toml:19, 3 rows | 3+0 | 3 0 0 0 0 | 30/30 EUR 120.5/120.5 USD | 2026-01-03 to 2026-01-05`,
		`stage_label "Sure": commit by a.toml:35, 1 row | 1+0 | 1 0 0 0 0 | 1/1 USD | never`,
		`status_code "O": open by a.toml:38, 3 rows | 3+0 | 3 0 0 0 0 | 101/101 USD +1 | 2026-01-04 to 2026-01-05`,
	}
	for i, v := range r.coverage.Values {
		if got := describeValue(v); i >= len(want) || got != want[i] {
			t.Errorf("value %d:\ngot  %s\nwant %s", i, got, want[min(i, len(want)-1)])
		}
	}
	if len(r.coverage.Values) != len(want) {
		t.Errorf("%d values, want %d", len(r.coverage.Values), len(want))
	}
	if got := describeReach(r.coverage.All); got != "3 4 1 3 0 | 30/30 EUR 133.5/121.5 USD +1" {
		t.Errorf("all: %s", got)
	}
	if got := describeReach(r.coverage.Stage); got != "6 4 0 1 0 | 30/30 EUR 133.5/133.5 USD +1" {
		t.Errorf("stage: %s", got)
	}
}

// describeReach is all of a reach in a line.
func describeReach(r Reach) string {
	s := fmt.Sprintf("%d %d %d %d %d |", r.Exact, r.Assumed, r.Lossy, r.Unmapped, r.Unread)
	for _, sum := range r.Amounts {
		s += fmt.Sprintf(" %v/%v %v", sum.Total, sum.Mapped, sum.Currency)
	}
	if r.NoAmount > 0 {
		s += fmt.Sprintf(" +%d", r.NoAmount)
	}
	return s
}

// describeValue is all of a value in a line.
func describeValue(v Value) string {
	s := fmt.Sprintf("%v | %d+%d | %s", v, v.Deals, v.Events, describeReach(v.Reach))
	if v.First == (funnel.Moment{}) {
		return s + " | never"
	}
	return s + fmt.Sprintf(" | %v to %v", v.First, v.Last)
}

// Why a value has two meanings does not depend on which of its records came first.
func TestAmbiguityWhateverTheOrder(t *testing.T) {
	set := compile(t, strings.ReplaceAll(hubs, `, lookup = "stages"`, "")+`[[rules]]
when = { stage_label = ["Fit"] }
set = { stage = "solution" }
to = 2026-01-01
[[rules]]
when = { stage_label = ["Fit"] }
set = { stage = "qualified" }
from = 2026-01-01
[[rules]]
when = { stage_label = ["Fit"], status_code = ["H"] }
set = { stage = "offer" }
from = 2026-01-01
`)
	rows := []string{"1,12/01/2025,Fit,", "1,12/02/2025,Fit,H", "1,02/01/2026,Fit,"}
	for _, order := range [...][3]int{{0, 1, 2}, {1, 0, 2}, {2, 1, 0}} {
		history := "id,day,stage,status\n"
		for _, i := range order {
			history += rows[i] + "\n"
		}
		f := Files{Deals: strings.NewReader("id,stage,status\n1,,\n"), History: strings.NewReader(history), Lookups: lookupOf("key,stage\n")}
		r := read(set, f, Options{})
		if r.err != nil {
			t.Fatal(r.err)
		}
		for _, v := range r.coverage.Values {
			if v.Text == "Fit" && v.Ambiguity != OverTime {
				t.Errorf("order %v: %v", order, v)
			}
		}
	}
}

func lookupOf(text string) map[string]io.Reader {
	return map[string]io.Reader{"stages": strings.NewReader(text)}
}
