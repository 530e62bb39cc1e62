package mapping

import (
	"bytes"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/koine-go/koine/funnel"
)

func TestMapDoesNotAllocate(t *testing.T) {
	s := german(t)
	l := Local{Stage: Names{Label: "Angebot"}, Status: Names{Code: "O"}}
	at := on("2026-03-01")
	if n := testing.AllocsPerRun(100, func() { s.Map(l, at) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// A row costs no allocation of its own: what an import of twenty thousand allocates more than one of ten thousand is the
// memory in which strings stand and, where the files are not sorted, the table of the join.
func TestRowsDoNotAllocate(t *testing.T) {
	for _, r := range regions() {
		set := r.set(t)
		for _, o := range []Options{{Sorted: true}, {}} {
			cost := func(n int) (float64, int) {
				deals, history := r.export(n)
				rows := bytes.Count(deals, []byte{'\n'}) + bytes.Count(history, []byte{'\n'})
				return testing.AllocsPerRun(2, func() {
					drain(t, set, Files{Deals: bytes.NewReader(deals), History: bytes.NewReader(history)}, o)
				}), rows
			}
			a, few := cost(2_000)
			b, many := cost(6_000)
			if perRow := (b - a) / float64(many-few); perRow > 0.05 {
				t.Errorf("%s, sorted %v: %.3f allocations a row", r.key, o.Sorted, perRow)
			}
		}
	}
}

// So it is with JSON: a record is walked where it stands.
func TestRecordsDoNotAllocate(t *testing.T) {
	set := apiSet(t, "", "")
	wide := wideSet(t, "syntax = \"json\"", "[history.fields]\nat = { epoch = \"ms\" }")
	for name, test := range map[string]struct {
		set           *Set
		before, after string
	}{
		"lines":          {set, "", "\n"},
		"an array":       {set, "[", ","},
		"columns":        {wide, "", "\n"},
		"columns, array": {wide, "[", ","},
	} {
		for _, sorted := range []bool{true, false} {
			cost := func(n int) float64 {
				var b bytes.Buffer
				b.WriteString(test.before)
				for i := range n {
					record := strings.Replace(apiDeal, `"id":12,`, `"id":"`+strconv.Itoa(1_000_000+i)+`","new_date_entered_a":1767312000000,"old_date_entered_b":1767312000001,"new_date_entered_won":"2026-02-01T00:00:00Z",`, 1)
					b.WriteString(strings.Replace(record, `["A\u0026B","C"]`, "null", 1) + test.after)
				}
				text := b.Bytes()
				if test.before != "" {
					text[len(text)-1] = ']'
				}
				return testing.AllocsPerRun(2, func() { drain(t, test.set, Files{Deals: bytes.NewReader(text)}, Options{Sorted: sorted}) })
			}
			if perRow := (cost(6_000) - cost(2_000)) / 4000; perRow > 0.05 {
				t.Errorf("%s, sorted %v: %.3f allocations a row", name, sorted, perRow)
			}
		}
	}
}

// DealBytes and EventBytes bound what is held for a join, ids aside; and a sorted import holds the same for any number of rows.
func TestHeldBytes(t *testing.T) {
	const n = 50_000
	r := regions()[0]
	deals, history := r.export(n)
	set := r.set(t)
	held := func(o Options) (bytesHeld int64, events int) {
		m, err := set.Import(Files{Deals: bytes.NewReader(deals), History: bytes.NewReader(history)}, o)
		if err != nil {
			t.Fatal(err)
		}
		for range m.Deals() { // stop when everything is held
			bytesHeld = heap()
			break
		}
		runtime.KeepAlive(m)
		return bytesHeld, bytes.Count(history, []byte{'\n'}) - 1
	}
	before := heap()
	joined, events := held(Options{})
	merged, _ := held(Options{Sorted: true})
	const ids = 16 * n
	if limit := int64(n*DealBytes + events*leastEventBytes + ids); joined-merged > limit {
		t.Errorf("%d bytes are held, the bound is %d", joined-merged, limit)
	}
	if merged-before > 2<<20 {
		t.Errorf("a sorted import holds %d bytes", merged-before)
	}
	t.Logf("%.1f bytes for a deal with its %.1f events", float64(joined-merged)/n, float64(events)/n)
}

func heap() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// Strings that a caller keeps do not change when the deal does.
func TestKeptStrings(t *testing.T) {
	m, err := german(t).Import(files("D1;;;;Meier;;;O;\nD2;;;;Schulz;;;G;\n", ""), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var ids, owners []string
	var first *funnel.Deal
	for d, err := range m.Deals() {
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = d
		} else if d != first {
			t.Error("the deal is not used again")
		}
		ids, owners = append(ids, d.ID), append(owners, d.Owner.String())
	}
	if ids[0] != "D1" || ids[1] != "D2" || owners[0] != "Meier" || owners[1] != "Schulz" {
		t.Errorf("got %v, %v", ids, owners)
	}
}
