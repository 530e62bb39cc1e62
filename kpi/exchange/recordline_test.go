package exchange_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi/exchange"
	"github.com/shopspring/decimal"
)

func write(t testing.TB, r *exchange.Records) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := exchange.WriteRecords(&out, r); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// readBack reads lines of which none may be refused or collapse.
func readBack(t testing.TB, text []byte) *exchange.Records {
	t.Helper()
	r, err := exchange.Read(bytes.NewReader(text), funnel.V1(), len(text)+1)
	if err != nil || len(r.Faults) > 0 || r.Collapsed > 0 {
		t.Fatalf("%v, %v, %d collapsed in\n%s", err, r.Faults, r.Collapsed, text)
	}
	return only(r)
}

// only returns the records without the account of their lines, and no list where one is empty.
func only(r *exchange.Records) *exchange.Records {
	for _, d := range r.Deals {
		d.Events, d.FieldEvents = some(d.Events), some(d.FieldEvents)
	}
	return &exchange.Records{Deals: some(r.Deals), Offers: some(r.Offers), Activities: some(r.Activities), Forecasts: some(r.Forecasts),
		Quotas: some(r.Quotas), Credits: some(r.Credits), Costs: some(r.Costs), Rates: some(r.Rates), Benchmarks: some(r.Benchmarks)}
}

func some[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}

// TestGoldenRecords writes the fixture that sales can check by hand: every line says what it said, and nothing more.
func TestGoldenRecords(t *testing.T) {
	text := file(t, "testdata/golden/records.jsonl")
	written := write(t, readBack(t, text))
	if !reflect.DeepEqual(canonical(t, written), canonical(t, text)) {
		t.Errorf("got\n%s", written)
	}
	if again := write(t, readBack(t, written)); !bytes.Equal(again, written) {
		t.Errorf("got\n%s\nwant\n%s", again, written)
	}
}

// canonical returns the lines with their members in order of name, sorted. A rate is one number with or without a zero at its end.
func canonical(t *testing.T, text []byte) []string {
	t.Helper()
	var lines []string
	for _, line := range bytes.Split(bytes.TrimSpace(text), []byte("\n")) {
		var members map[string]any
		if err := json.Unmarshal(line, &members); err != nil {
			t.Fatal(err)
		}
		if rate, ok := members["rate"].(string); ok {
			members["rate"] = strings.TrimRight(rate, "0")
		}
		b, err := json.Marshal(members)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, string(b))
	}
	slices.Sort(lines)
	return lines
}

// TestWriteRecords pins the line of a record and what its deal tells of an event.
func TestWriteRecords(t *testing.T) {
	day := funnel.On(funnel.MustDate("2026-01-05"))
	r := &exchange.Records{Deals: []*funnel.Deal{
		{ID: "D2", Region: funnel.LabelOf("R&D")},
		nil,
		{ID: "D1", SourceScheme: funnel.LabelOf("crm"), Events: []funnel.Event{{ID: "E2", At: day, Stage: funnel.Contact, Status: funnel.Open}, {ID: "E1", At: day}}},
	}, Costs: []funnel.Cost{{ID: "C1", Period: funnel.MustPeriod("2026-01-01..2026-04-01"), Category: funnel.LabelOf("tools"), Amount: funnel.MustMoney("9 EUR")}}}
	const want = `{"record":"deal","id":"D1","source_scheme":"crm","decision_status":null}
{"record":"deal","id":"D2","region":"R&D","decision_status":null}
{"record":"stage_event","source_scheme":"crm","id":"E1","deal_id":"D1","decision_status":null,"on":"2026-01-05"}
{"record":"stage_event","source_scheme":"crm","id":"E2","deal_id":"D1","stage":"contact","decision_status":"open","on":"2026-01-05"}
{"record":"cost","id":"C1","period":["2026-01-01","2026-04-01"],"category":"tools","amount":{"amount":"9","currency":"EUR"}}
`
	if got := string(write(t, r)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if r.Deals[0].ID != "D2" || r.Deals[2].Events[0].DealID != "" {
		t.Error("the caller's records were changed")
	}
	if got := write(t, nil); len(got) > 0 {
		t.Errorf("no records are %q", got)
	}
}

// TestTwoSources: deals and events of two sources may have the same ids, and stay apart.
func TestTwoSources(t *testing.T) {
	r := &exchange.Records{}
	for _, source := range []string{"a", "b"} {
		r.Deals = append(r.Deals, &funnel.Deal{ID: source + "1", SourceScheme: funnel.LabelOf(source),
			Events: []funnel.Event{{ID: "1", At: funnel.On(funnel.MustDate("2026-01-05")), Status: funnel.Open}}})
		r.Quotas = append(r.Quotas, funnel.Quota{ID: "1", SourceScheme: funnel.LabelOf(source), Scope: "team:" + source,
			Period: funnel.MustPeriod("2026-01-01..2026-04-01"), Amount: funnel.MustMoney("9 EUR"), Kind: funnel.LabelOf("units")})
	}
	if again := readBack(t, write(t, r)); len(again.Deals) != 2 || len(again.Deals[1].Events) != 1 || len(again.Quotas) != 2 {
		t.Errorf("%+v", again)
	}
}

// TestUnwritableRecord: a value without a form stops the writing and is named; what stands before it is written.
func TestUnwritableRecord(t *testing.T) {
	day := funnel.On(funnel.MustDate("2026-01-05"))
	for kind, r := range map[string]*exchange.Records{
		"offer":     {Offers: []funnel.Offer{{ID: "O1", SentAt: day}}},
		"activity":  {Activities: []funnel.Activity{{ID: "A1", At: day}}},
		"benchmark": {Benchmarks: []funnel.Benchmark{{ExpectedDays: decimal.New(1, 1<<30)}}},
	} {
		r.Deals = []*funnel.Deal{{ID: "D1"}}
		var out bytes.Buffer
		err := exchange.WriteRecords(&out, r)
		if e := (*exchange.Error)(nil); !errors.As(err, &e) || e.Line != 2 || e.Field != kind || !errors.Is(e, exchange.ErrType) || !strings.Contains(e.Reason, "funnel: ") {
			t.Errorf("%s: %v", kind, err)
		}
		if lines := bytes.Count(out.Bytes(), []byte("\n")); lines != 1 {
			t.Errorf("%s: %d lines are written", kind, lines)
		}
	}
	if err := exchange.WriteRecords(&failing{10}, readBack(t, file(t, "testdata/golden/records.jsonl"))); !errors.Is(err, errFull) {
		t.Error(err)
	}
}
