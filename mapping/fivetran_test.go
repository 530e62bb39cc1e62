package mapping

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/koine-go/koine/funnel"
)

// warehouse is where the tables of fivetran/dbt_salesforce and dbt_hubspot are, of Apache-2.0: real headers and odd values, all names hashed.
const warehouse = "../../shared/data/fivetran-seeds"

func seed(t *testing.T, name string) io.Reader {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(warehouse, filepath.FromSlash(name)))
	if errors.Is(err, os.ErrNotExist) {
		testing.TB.Skipf(t, "%s is not there", warehouse)
	}
	if err != nil {
		t.Fatal(err)
	}
	return strings.NewReader(string(text))
}

// reasons counts the findings by what was wrong.
func reasons(findings []Finding, of ...error) (counts []int, others []Finding) {
	counts = make([]int, len(of))
	for _, f := range findings {
		known := false
		for i, err := range of {
			if !known && errors.Is(f.Reason, err) {
				counts[i]++
				known = true
			}
		}
		if !known {
			others = append(others, f)
		}
	}
	return counts, others
}

// The flags say won and open; a hashed stage says nothing, so that what is closed and not won has no status, and that is said. An end in the year 9999
// and a probability of 1000 are findings, and the account adds up.
func TestWarehouseSalesforce(t *testing.T) {
	s, err := Compile(readFile(t, "testdata/fivetran-salesforce.toml"), funnel.V1())
	if err != nil {
		t.Fatal(err)
	}
	r := read(s, Files{Deals: seed(t, "dbt_salesforce/sf_opportunity_data.csv"), History: seed(t, "dbt_salesforce/sf_opportunity_history_data.csv")}, Options{})
	if r.err != nil {
		t.Fatal(r.err)
	}
	if want := (Counts{DealRows: 10, Deals: 10, HistoryRows: 10, Events: 10, Findings: 9}); r.counts != want {
		t.Errorf("got %+v", r.counts)
	}
	if got, others := reasons(r.findings, ErrSentinel, ErrValue); got[0] != 8 || got[1] != 1 || len(others) > 0 {
		t.Errorf("got %v and %v", got, others)
	}
	statuses := map[funnel.Status]int{}
	for _, d := range r.deals {
		statuses[d.Status]++
		if d.Stage != funnel.NoStage || d.LocalStage.IsZero() || d.ExpectedClose.IsZero() || d.Created.IsZero() || !d.Deleted || len(d.Events) != 1 {
			t.Errorf("got %+v", d)
		}
		if e := d.Events[0]; e.Stage != funnel.NoStage || e.Status != funnel.UnknownStatus || e.LocalStage.IsZero() {
			t.Errorf("got %+v", e)
		}
	}
	if statuses[funnel.Won] != 5 || statuses[funnel.Open] != 1 || statuses[funnel.UnknownStatus] != 4 {
		t.Errorf("got %v", statuses)
	}
	allUnmapped(t, r.coverage.Values, Stage, 20)
}

// allUnmapped checks that none of the rows with a value of the axis is mapped, and how many there are.
func allUnmapped(t *testing.T, coverage []Value, a Axis, want int) {
	t.Helper()
	rows := 0
	for _, v := range coverage {
		if v.Axis != a {
			continue
		}
		rows += v.Unmapped
		if v.Unmapped != v.Rows() {
			t.Errorf("%v", v)
		}
	}
	if rows != want {
		t.Errorf("%d rows are not mapped, want %d", rows, want)
	}
}

// The stages are those of deals that are not in the table of deals: each row is refused with its id.
func TestWarehouseHistoryWithoutDeals(t *testing.T) {
	s, err := Compile(readFile(t, "testdata/fivetran-hubspot.toml"), funnel.V1())
	if err != nil {
		t.Fatal(err)
	}
	r := read(s, Files{Deals: seed(t, "dbt_hubspot/deal_data.csv"), History: seed(t, "dbt_hubspot/deal_stage_data.csv")}, Options{})
	if r.err != nil {
		t.Fatal(r.err)
	}
	if want := (Counts{DealRows: 44, Deals: 44, HistoryRows: 14, HistoryRefused: 14, Findings: 14}); r.counts != want {
		t.Errorf("got %+v", r.counts)
	}
	for i, f := range r.findings {
		if !errors.Is(f.Reason, ErrUnknownDeal) || f.Fate() != Refused || f.Column != "deal_id" || f.Value == "" || f.Line != i+2 {
			t.Errorf("got %v", f)
		}
	}
	for _, d := range r.deals {
		if d.Status != funnel.UnknownStatus || !d.LocalStage.IsZero() || d.Amount.Known() || d.Created.IsZero() || len(d.Events) > 0 {
			t.Errorf("got %+v", d)
		}
	}
}

// With their deals beside them, the same stages are events that nothing maps; an hour without its zero is read, an end in the year 2050 is none.
func TestWarehouseHistoryWithDeals(t *testing.T) {
	s, err := Compile(readFile(t, "testdata/fivetran-hubspot.toml"), funnel.V1())
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(seed(t, "dbt_hubspot/deal_stage_data.csv"))
	if err != nil {
		t.Fatal(err)
	}
	deals := "deal_id\n"
	for i, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		if cells := strings.Split(line, ","); i > 0 {
			deals += cells[1] + "\n"
		}
	}
	r := read(s, Files{Deals: strings.NewReader(deals), History: strings.NewReader(string(text))}, Options{})
	if r.err != nil {
		t.Fatal(r.err)
	}
	if want := (Counts{DealRows: 14, Deals: 14, HistoryRows: 14, Events: 14, Findings: 14}); r.counts != want {
		t.Errorf("got %+v", r.counts)
	}
	if got, others := reasons(r.findings, ErrSentinel); got[0] != 14 || len(others) > 0 {
		t.Errorf("got %v and %v", got, others)
	}
	for _, d := range r.deals {
		e := d.Events[0]
		if e.At.IsZero() || !e.RecordedAt.IsZero() || e.Stage != funnel.NoStage || e.LocalStage.IsZero() {
			t.Errorf("got %+v", e)
		}
	}
	allUnmapped(t, r.coverage.Values, Stage, 14)
}
