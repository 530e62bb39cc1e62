package mapping

import (
	"bytes"
	"fmt"
	"strconv"
	"testing"

	"github.com/koine-go/koine/funnel"
)

// Import against splitting the same bytes, in the five regions' forms.
func BenchmarkImport(b *testing.B) {
	const n = 20_000
	for _, r := range regions() {
		deals, history := r.export(n)
		set := r.set(b)
		b.Run(r.key+"/split", func(b *testing.B) {
			b.SetBytes(int64(len(deals)))
			for b.Loop() {
				s := newSplitter(bytes.NewReader(deals), r.delimiter[0], Limits{})
				for s.next() {
				}
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
		})
		importing := func(name string, rows int, size int, f func() Files, o Options) {
			b.Run(r.key+"/"+name, func(b *testing.B) {
				b.SetBytes(int64(size))
				b.ReportAllocs()
				for b.Loop() {
					drain(b, set, f(), o)
				}
				b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
			})
		}
		rows := n + bytes.Count(history, []byte{'\n'}) - 1
		only := func() Files { return Files{Deals: bytes.NewReader(deals)} }
		both := func() Files { return Files{Deals: bytes.NewReader(deals), History: bytes.NewReader(history)} }
		importing("deals", n, len(deals), only, Options{Sorted: true})
		importing("merge", rows, len(deals)+len(history), both, Options{Sorted: true})
		importing("join", rows, len(deals)+len(history), both, Options{})
	}
}

func drain(t testing.TB, s *Set, f Files, o Options) *Import {
	t.Helper()
	o.Finding = func(f Finding) { t.Fatal(f) }
	m, err := s.Import(f, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range m.Deals() {
		if err != nil {
			t.Fatal(err)
		}
	}
	return m
}

// A profile of a thousand rules that each read two axes.
func BenchmarkCompile(b *testing.B) {
	p := *regions()[0].set(b).Profile()
	p.Rules = manyRules(1000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Compile(&p, funnel.V1()); err != nil {
			b.Fatal(err)
		}
	}
}

func manyRules(n int) []Rule {
	var rules []Rule
	for i := range n {
		when := []Cond{{Stage, ByLabel, []string{"stage " + strconv.Itoa(i/2)}}, {Status, ByCode, []string{strconv.Itoa(i % 2)}}}
		rules = append(rules, Rule{When: when, Set: Assignment{Status: [...]string{"won", "lost"}[i%2]}, Line: i})
	}
	return rules
}

func BenchmarkMap(b *testing.B) {
	s := regions()[0].set(b)
	l := Local{Stage: Names{Label: "Angebot erstellt"}}
	at := funnel.On(funnel.MustDate("2026-03-01"))
	b.ReportAllocs()
	for b.Loop() {
		if s.Map(l, at).Stage != funnel.Offered {
			b.Fatal("not mapped")
		}
	}
}

// Import of the same deals as JSON lines and as one array.
func BenchmarkImportJSON(b *testing.B) {
	const n = 20_000
	set := apiSet(b, "", "")
	var lines bytes.Buffer
	for i := range n {
		fmt.Fprintf(&lines, `{"id":%d,"properties":{"created":"2026-03-05T14:30:00Z","closed":1772582400000,"amount":%d.5,"chance":0.4,"term":"12","deal.stage":"7"},`+
			`"owner":{"name":"Meier","id":77,"active":true},"rivals":null,"test":false,"updated":"2026-03-05T14:30:00.000Z"}`+"\n", i+1_000_000, i)
	}
	array := append([]byte{'['}, bytes.ReplaceAll(bytes.TrimSpace(lines.Bytes()), []byte{'\n'}, []byte(",\n"))...)
	for _, form := range []struct {
		name string
		text []byte
	}{{"lines", lines.Bytes()}, {"array", append(array, ']')}} {
		b.Run(form.name, func(b *testing.B) {
			b.SetBytes(int64(len(form.text)))
			b.ReportAllocs()
			for b.Loop() {
				drain(b, set, Files{Deals: bytes.NewReader(form.text)}, Options{Sorted: true})
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}
