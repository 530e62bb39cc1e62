package exchange_test

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi/exchange"
)

// FuzzRead: nothing panics, every line is kept, collapsed or refused once, what encoding/json cannot read is refused, lines in reverse
// say the same, and what was read can be written and read again.
func FuzzRead(f *testing.F) {
	golden, err := os.ReadFile("testdata/golden/records.jsonl")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(golden)
	for _, line := range bytes.Split(golden, []byte("\n"))[:8] {
		f.Add(line)
	}
	f.Add([]byte(`{"record":"offer","id":"O1","deal_id":"D1","version":1,"status":"draft","lines":[{"qty":"1","net_price":"2.5"}]}`))
	f.Add([]byte(`{"record":"field_event","deal_id":"D1","field":"amount","at":"2026-01-06T09:00:00Z","new":{"amount":"5","currency":"EUR"}}`))
	f.Add([]byte(`{"record":"quota","scope":"all","period":["2026-01-01","2026-04-01"],"amount":{"amount":"7","currency":"EUR"},"kind":"units"}`))
	f.Add([]byte(`{"record":"cost","id":"C1","period":["2026-01-01","2026-04-01"],"category":"a<b","amount":{"amount":"-0.00","currency":"EUR"}}`))
	f.Add([]byte(`{"record":"benchmark","expected_days":"074.70","n":9,"version":"01","valid_from":"2025-01-01"}`))
	f.Add([]byte("{\"record\":\"deal\",\"id\":\"\\u0041\"}\n{\"record\":\"deal\",\"id\":\"A\",\"x\":[{\"a\":{}}]}\r\n\r\nnull\n\xff"))
	f.Fuzz(func(t *testing.T, text []byte) {
		const limit = 4096
		r, err := exchange.Read(bytes.NewReader(text), funnel.V1(), limit)
		if err != nil {
			t.Fatal(err)
		}
		parts := len(r.Deals) + len(r.Offers) + len(r.Activities) + len(r.Forecasts) + len(r.Quotas) + len(r.Credits) + len(r.Costs) + len(r.Rates) + len(r.Benchmarks)
		for _, d := range r.Deals {
			parts += len(d.Events) + len(d.FieldEvents)
		}
		if parts != r.Kept() {
			t.Fatalf("%d records of %d lines, %d collapsed, %d refused", parts, r.Lines, r.Collapsed, len(r.Faults))
		}
		lines := bytes.Split(text, []byte("\n"))
		unreadable := 0
		for _, line := range lines {
			if len(bytes.TrimSpace(line)) > 0 && (!json.Valid(line) || !utf8.Valid(line)) {
				unreadable++
			}
		}
		if unreadable > len(r.Faults) {
			t.Fatalf("%d lines are no JSON, %d refused: %v", unreadable, len(r.Faults), r.Faults)
		}
		slices.Reverse(lines)
		o, err := exchange.Read(bytes.NewReader(bytes.Join(lines, []byte("\n"))), funnel.V1(), limit)
		if err != nil || o.Kept() != r.Kept() || o.Collapsed != r.Collapsed || len(o.Faults) != len(r.Faults) {
			t.Fatalf("reversed: %d kept, %d collapsed, %v; was %d, %d, %v", o.Kept(), o.Collapsed, o.Faults, r.Kept(), r.Collapsed, r.Faults)
		}
		written := write(t, r)
		if !bytes.Equal(write(t, o), written) {
			t.Fatalf("reversed: %s\nwas %s", write(t, o), written)
		}
		if bytes.Contains(text, []byte("scheme")) { // events of one deal with two schemes may have one id
			return
		}
		if again := readBack(t, written); !reflect.DeepEqual(again, only(r)) {
			t.Fatalf("written as %s\nis %+v\nwas %+v", written, again, only(r))
		}
	})
}

// FuzzQuery: nothing panics, and a query that is accepted can be asked.
func FuzzQuery(f *testing.F) {
	golden, err := os.ReadFile("testdata/golden/query.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(golden)
	f.Add(asking(f, map[string]any{"params": map[string]any{"stage_conversion": map[string]any{"local_stages": []string{"offer"}}}, "kpis": []string{"stage_conversion"}}))
	f.Fuzz(func(t *testing.T, text []byte) {
		q, err := exchange.ParseQuery(text)
		if (q == nil) != (err != nil) {
			t.Fatal(q, err)
		}
		if q == nil {
			return
		}
		if q.Period.Days() <= 0 || q.AsOf.IsZero() || q.Currency.IsZero() || q.Zone == "" {
			t.Fatalf("accepted %+v", q)
		}
		if m, err := q.Metrics(); err == nil && len(m) != len(q.KPIs) {
			t.Fatal(m, err)
		}
	})
}
