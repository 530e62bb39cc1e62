package mapping

import (
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/koine-go/koine/normalize"
)

const sparse = `name = "A"
version = "1"
source_scheme = "a"
selling_entity = "A"
locale = "en-US"
zone = "UTC"
currency = "USD"
[deals.fields]
id = { column = "id", none = ["?"] }
amount = { column = "amount", none = ["0", "n/a"] }
stage_label = { column = "stage", none = ["-"] }
region = { column = "office", lookup = "offices", none = ["-"] }
segment = { value = "hardware" }
[history.fields]
deal_id = { column = "id" }
on = { column = "day" }
seq = { column = "seq", none = ["-"] }
stage_label = { column = "stage" }
[lookups.offices]
table = { "West" = "W" }
spellings = { "Wset" = "West" }
[[rules]]
when = { stage_label = ["Won"] }
set = { status = "won" }
`

// What stands for none is blank, and no Finding; the counts tell it from a cell with nothing in it, and both from one that had to be set aside.
func TestFields(t *testing.T) {
	const deals = "id,amount,stage,office\n" +
		"1,$5,Won,West\n" +
		"2, 0 ,-,-\n" +
		"3,,Won,Wset\n" +
		"4,x,,East\n" +
		"5,0.00,Won,West\n" + // not written as in the list, so it is an amount
		"?,5,Won,West\n" // an id that stands for none is missing
	const history = "id,day,seq,stage\n1,02/01/2026,-,Won\n1,02/02/2026,x,Won\n1,02/02/2026,x,Won\n9,02/02/2026,,Won\n1,02/30/2026,,Won\n"
	r := read(compile(t, sparse), Files{Deals: strings.NewReader(deals), History: strings.NewReader(history)}, Options{})
	if r.err != nil {
		t.Fatal(r.err)
	}
	want := []FieldCount{
		{File: "deals", Field: ID, Column: "id", Given: 5},
		{File: "deals", Field: Amount, Column: "amount", Given: 2, Blank: 2, None: 1, SetAside: 1, Liberties: []Liberty{{normalize.AssumedCurrency, 1}}},
		{File: "deals", Field: StageLabel, Column: "stage", Given: 3, Blank: 2, None: 1},
		{File: "deals", Field: Region, Column: "office", Given: 3, Repaired: 1, Blank: 1, None: 1, SetAside: 1},
		{File: "deals", Field: Segment, Given: 5},
		{File: "history", Field: DealID, Column: "id", Given: 3},
		{File: "history", Field: On, Column: "day", Given: 3},
		{File: "history", Field: Sequence, Column: "seq", Blank: 1, None: 1, SetAside: 2},
		{File: "history", Field: StageLabel, Column: "stage", Given: 3},
	}
	if !reflect.DeepEqual(r.fields, want) {
		t.Errorf("got  %+v\nwant %+v", r.fields, want)
	}
	if d := r.deals[1]; d.Amount.Known() || !d.LocalStage.IsZero() || !d.Region.IsZero() {
		t.Errorf("a cell that stands for none has a value: %+v", d)
	}
	if got := r.findings[len(r.findings)-1]; got.Line != 7 || got.Value != "?" || !errors.Is(got.Reason, ErrMissing) {
		t.Errorf("an id that stands for none is %v", got)
	}
}

// A row that is read and refused afterwards, because the next one differs under its id, does not count.
func TestFieldsOfRefusedRows(t *testing.T) {
	const deals = "id,amount,stage,office\n1,,Won,West\n2,x,Won,East\n2,,Won,West\n"
	for _, sorted := range []bool{false, true} {
		r := read(compile(t, sparse), Files{Deals: strings.NewReader(deals), Lookups: map[string]io.Reader{}}, Options{Sorted: sorted})
		if want := (FieldCount{File: "deals", Field: Amount, Column: "amount", Blank: 1}); r.err != nil || !reflect.DeepEqual(r.fields[1], want) {
			t.Errorf("sorted %v: got %+v, want %+v, %v", sorted, r.fields[1], want, r.err)
		}
	}
}
