package mapping

import (
	"fmt"
	"io"
	"strings"
	"testing"
)

const hubs = `name = "A"
version = "1"
source_scheme = "a"
locale = "en-US"
zone = "UTC"
[deals.fields]
id = { column = "id" }
stage_label = { column = "stage", lookup = "stages" }
status_code = { column = "status" }
[history.fields]
deal_id = { column = "id" }
on = { column = "day" }
stage_label = { column = "stage", lookup = "stages" }
status_code = { column = "status" }
[lookups.stages]
key = "key"
value = "stage"
[[rules]]
when = { stage_label = ["Quote"] }
set = { stage = "offer" }
[[rules]]
when = { status_code = ["O"] }
set = { status = "open" }
`

// A cell that cannot be read is not a cell that is blank: its rows count, under its text where the look-up is to blame, and a key with two values is
// ambiguous.
func TestUnreadValues(t *testing.T) {
	long := strings.Repeat("x", maxLocal+1)
	deals := "id,stage,status\n1,s1,O\n2,s2,O\n3,s3,\n4,,O\n5," + long + ",O\n6,s2,X\n"
	const history = "id,day,stage,status\n1,02/01/2026,s2,O\n1,02/02/2026,s1,O\n1,02/03/2026,s3,\n"
	f := Files{Deals: strings.NewReader(deals), History: strings.NewReader(history)}
	f.Lookups = map[string]io.Reader{"stages": strings.NewReader("key,stage\ns1,Quote\ns2,Quote\ns2,Fit\n")}
	r := read(compile(t, hubs), f, Options{})
	if r.err != nil || r.counts.HistoryRefused != 1 {
		t.Fatalf("%v, %+v", r.err, r.counts)
	}
	want := []string{
		`stage_label "s2": not read in 3 rows: one of several that differ under one key: look-up stages; ambiguous in the look-up, 3 rows | 2+1 | 0 0 0 0 3 | +2 | 2026-02-01 to 2026-02-01`,
		`stage_label over the limits: not read in 1 row: over the limit, 1 row | 1+0 | 0 0 0 0 1 | +1 | never`,
		`stage_label "s3": not read in 1 row: not in the look-up: stages, 1 row | 1+0 | 0 0 0 0 1 | +1 | never`,
		`status_code "X": not mapped, 1 row | 1+0 | 0 0 0 1 0 | +1 | never`,
		`stage_label "Quote": offer by a.toml:18, 2 rows | 1+1 | 2 0 0 0 0 | +1 | 2026-02-02 to 2026-02-02`,
		`status_code "O": open by a.toml:21, 6 rows | 4+2 | 6 0 0 0 0 | +4 | 2026-02-01 to 2026-02-02`,
	}
	for i, v := range r.coverage.Values {
		if got := describeValue(v); i >= len(want) || got != want[i] {
			t.Errorf("value %d:\ngot  %s\nwant %s", i, got, want[min(i, len(want)-1)])
		}
	}
	// Of the deal with the long cell nothing of the stage is known, and so not all of it is mapped.
	if got := describeReach(r.coverage.All); got != "3 0 0 0 5 | +6" {
		t.Errorf("all: %s", got)
	}
}

// Beyond the limit of combinations nothing is known of a row's values: it counts as not read on every axis that the file has.
func TestUnheldCombinations(t *testing.T) {
	var deals strings.Builder
	deals.WriteString("id,stage,status\n")
	const n = 16 * 16 // combinations, of which 8 × 16 have room
	for i := range n {
		fmt.Fprintf(&deals, "%d,%d,%d\n", i, i/16, i%16)
	}
	set := compile(t, strings.ReplaceAll(hubs, `, lookup = "stages"`, ""))
	m, err := set.Import(Files{Deals: strings.NewReader(deals.String()), Lookups: map[string]io.Reader{"stages": strings.NewReader("key,stage\n")}}, Options{Values: 16})
	if err != nil {
		t.Fatal(err)
	}
	for range m.Deals() {
	}
	c := m.Coverage()
	if c.Stage.Rows() != n || c.Status.Rows() != n || c.All.Rows() != n || c.Stage.Unread == 0 || c.Stage.Unread == n || c.Status.Unread != c.Stage.Unread {
		t.Errorf("%d deals, but %+v", n, c)
	}
}

// A column of which more cells are not in the look-up than can be listed counts the others together.
func TestManyUnreadValues(t *testing.T) {
	var deals strings.Builder
	deals.WriteString("id,stage,status\n")
	const n = maxAmiss + 5
	for i := range n {
		deals.WriteString(strings.Repeat("i", i%7) + string(rune(0x4e00+i)) + "," + string(rune(0x4e00+i)) + ",\n")
	}
	f := Files{Deals: strings.NewReader(deals.String()), Lookups: map[string]io.Reader{"stages": strings.NewReader("key,stage\ns1,Quote\n")}}
	r := read(compile(t, hubs), f, Options{})
	c := r.coverage
	if len(c.Values) != maxAmiss+1 || c.Values[0].Text != "" || c.Values[0].Unread != 5 || c.Stage.Unread != n {
		t.Errorf("%d values, the first %v, %+v", len(c.Values), c.Values[0], c.Stage)
	}
}

// A row of which one name of the stage cannot be read and another can is read on that axis; the name that cannot counts as such under itself.
func TestUnreadBesideRead(t *testing.T) {
	set := compile(t, strings.Replace(hubs, `status_code = { column = "status" }
[history`, `stage_code = { column = "code" }
[history`, 1)+`[[rules]]
when = { stage_code = ["Q"] }
set = { stage = "offer" }
`)
	f := Files{Deals: strings.NewReader("id,stage,code\n1,s3,Q\n"), Lookups: map[string]io.Reader{"stages": strings.NewReader("key,stage\n")}}
	c := read(set, f, Options{}).coverage
	if describeReach(c.Stage) != "1 0 0 0 0 | +1" || describeReach(c.All) != "1 0 0 0 0 | +1" || len(c.Values) != 2 || c.Values[0].Unread != 1 {
		t.Errorf("got %v", c)
	}
}

// A cell that is not even held counts as not read, too, not as blank.
func TestUnreadLongCell(t *testing.T) {
	f := Files{Deals: strings.NewReader("id,stage,status\n1,," + strings.Repeat("x", 100) + "\n2,,O\n"), Lookups: lookupOf("key,stage\n")}
	c := read(compile(t, hubs), f, Options{Limits: Limits{CellBytes: 64}}).coverage
	if got := describeReach(c.Status); got != "1 0 0 0 1 | +2" {
		t.Errorf("got %s", got)
	}
}

// Of a look-up that holds for a time a key may be missing on one day and twice there on another: both are told, whichever came first, and no day is
// singled out as the reason.
func TestUnreadOnItsDay(t *testing.T) {
	set := compile(t, strings.Replace(hubs, "value = \"stage\"\n", "value = \"stage\"\nfrom = \"from\"\nto = \"to\"\n", 1))
	rows := []string{"1,02/01/2026,s2,O\n", "1,02/02/2025,s2,O\n", "1,02/03/2025,s2,O\n"}
	for range 3 {
		rows = append(rows[1:], rows[0])
		f := Files{Deals: strings.NewReader("id,stage,status\n1,,\n"), History: strings.NewReader("id,day,stage,status\n" + strings.Join(rows, ""))}
		f.Lookups = lookupOf("key,stage,from,to\ns2,Quote,01/01/2026,\ns2,Fit,01/01/2026,\n")
		r := read(set, f, Options{})
		if r.err != nil || len(r.coverage.Values) != 2 {
			t.Fatal(r.err, r.coverage.Values)
		}
		const want = `stage_label "s2": not read in 3 rows: not in the look-up: stages on its day; ambiguous in the look-up, 3 rows | 0+3 | 0 0 0 0 3 | | 2025-02-02 to 2026-02-01`
		if got := describeValue(r.coverage.Values[0]); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}
