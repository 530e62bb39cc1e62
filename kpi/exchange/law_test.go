package exchange_test

import (
	"bytes"
	"encoding/json"
	"math/rand"
	"reflect"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"
)

// TestLineOrder: the order of lines carries no meaning (exchange.md §1), down to the last byte of the answer, bad and doubled lines included.
func TestLineOrder(t *testing.T) {
	query := file(t, "testdata/golden/query.json")
	lines := bytes.SplitAfter(file(t, "testdata/golden/records.jsonl"), []byte("\n"))
	lines = append(lines[:len(lines)-1], lines[5], lines[7], []byte("not JSON\n"),
		[]byte(`{"record":"field_event","deal_id":"D1","field":"region","at":"2026-02-01T09:00:00Z","old":"FR","new":"DE"}`+"\n"),
		[]byte(`{"record":"field_event","deal_id":"D1","field":"region","at":"2026-02-01T09:00:00Z","old":"FR","new":"US"}`+"\n"),
		[]byte(`{"record":"stage_event","id":"D8-9","deal_id":"D8","at":"2026-03-06T09:00:00Z","decision_status":"lost"}`+"\n"),
		[]byte(`{"record":"stage_event","id":"D8-9","deal_id":"D8","at":"2026-03-06T09:00:00Z","decision_status":"void"}`+"\n"))
	want := answer(t, bytes.Join(lines, nil), query)
	const seed = 20260401
	t.Logf("seed %d", seed)
	p := gopter.DefaultTestParametersWithSeed(seed)
	laws := gopter.NewProperties(p)
	laws.Property("shuffled lines give the same bytes", prop.ForAll(func(order int64) bool {
		shuffled := append([][]byte{}, lines...)
		rand.New(rand.NewSource(order)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		return bytes.Equal(answer(t, bytes.Join(shuffled, nil), query), want)
	}, gen.Int64()))
	laws.TestingRun(t)
}

// TestRecordsComeBack: records of every kind that are written and read are the same records, and in whatever order they are held their bytes are.
func TestRecordsComeBack(t *testing.T) {
	const seed = 20260402
	t.Logf("seed %d", seed)
	laws := gopter.NewProperties(gopter.DefaultTestParametersWithSeed(seed))
	laws.Property("read after write is the same", prop.ForAll(func(from int64) bool {
		r := maker{rand.New(rand.NewSource(from))}.records()
		return reflect.DeepEqual(readBack(t, write(t, r)), r)
	}, gen.Int64()))
	laws.Property("shuffled records have the same bytes", prop.ForAll(func(from int64) bool {
		m := maker{rand.New(rand.NewSource(from))}
		r := m.records()
		want := write(t, r)
		for _, d := range r.Deals {
			shuffle(m, d.Events)
			shuffle(m, d.FieldEvents)
		}
		shuffle(m, r.Deals)
		shuffle(m, r.Offers)
		shuffle(m, r.Activities)
		shuffle(m, r.Forecasts)
		shuffle(m, r.Quotas)
		shuffle(m, r.Credits)
		shuffle(m, r.Costs)
		shuffle(m, r.Rates)
		shuffle(m, r.Benchmarks)
		return bytes.Equal(write(t, r), want)
	}, gen.Int64()))
	laws.Property("encoding/json reads what it writes", prop.ForAll(func(from int64) bool {
		r := maker{rand.New(rand.NewSource(from))}.records()
		deals := []funnel.Deal{}
		for _, d := range r.Deals {
			if !comesBack(t, d.Events) || !comesBack(t, d.FieldEvents) {
				return false
			}
			d.Events, d.FieldEvents = nil, nil
			deals = append(deals, *d)
		}
		return comesBack(t, deals) && comesBack(t, r.Offers) && comesBack(t, r.Activities) && comesBack(t, r.Forecasts) && comesBack(t, r.Quotas) &&
			comesBack(t, r.Credits) && comesBack(t, r.Costs) && comesBack(t, r.Rates) && comesBack(t, r.Benchmarks)
	}, gen.Int64()))
	laws.TestingRun(t)
}

func shuffle[T any](m maker, list []T) {
	m.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

func comesBack[T any](t *testing.T, records []T) bool {
	t.Helper()
	b, err := json.Marshal(records)
	if err != nil {
		t.Fatal(err)
	}
	var again []T
	if err := json.Unmarshal(b, &again); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(again, records) {
		t.Logf("%s\ncomes back as %+v", b, again)
		return false
	}
	return true
}
