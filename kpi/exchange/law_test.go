package exchange_test

import (
	"bytes"
	"math/rand"
	"testing"

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
