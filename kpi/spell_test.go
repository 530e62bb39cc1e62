package kpi_test

import (
	"fmt"
	"iter"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

// spell writes out everything a value says, so that two values are equal when their texts are, and a failure can be read.
func spell(v kpi.Value) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %v %v/%v n=%d", v.ID, v.Status, v.Num, v.Den, v.N)
	for _, l := range v.Left {
		fmt.Fprintf(&b, " -%s:%d", l.Reason, l.Count)
	}
	for _, e := range v.Extra {
		switch e.Kind {
		case kpi.CountExtra:
			fmt.Fprintf(&b, " %s=%d", e.Name, e.Count)
		case kpi.NumberExtra:
			fmt.Fprintf(&b, " %s=%v", e.Name, e.Number)
		default:
			fmt.Fprintf(&b, " %s=%v", e.Name, e.Table)
		}
	}
	return b.String()
}

// spellAll writes out the total and every row, a line a value, and the profiles.
func spellAll(r *kpi.Report) string {
	var b strings.Builder
	fmt.Fprintln(&b, r.Profiles())
	spellGroup(&b, r.Total())
	for g := range r.Rows() {
		spellGroup(&b, g)
	}
	return b.String()
}

func spellGroup(b *strings.Builder, g kpi.Group) {
	for _, v := range g.Values {
		fmt.Fprintf(b, "%v | %s\n", g.Key, spell(v))
	}
}

// difference shows the first line in which two spellings differ, empty if none does.
func difference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		a, b := "(nothing)", "(nothing)"
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			return "got  " + a + "\nwant " + b
		}
	}
	return ""
}

// must is for what a test has set up rightly.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// report counts deals into a new report.
func report(v kpi.View, by []kpi.Dimension, list []*funnel.Deal, metrics ...kpi.Measure) *kpi.Report {
	r := must(kpi.NewReport(v, by, metrics...))
	for _, d := range list {
		r.Add(d)
	}
	return r
}

func each(list []*funnel.Deal) iter.Seq[*funnel.Deal] { return slices.Values(list) }

func binaryOf(r *kpi.Report) string { return string(must(r.MarshalBinary())) }

// value is what one metric says of these deals.
func value[T kpi.Partial[T]](t testing.TB, m kpi.Metric[T], v kpi.View, list []*funnel.Deal) kpi.Value {
	t.Helper()
	got, err := m.Of(v, each(list))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func ratText(r *big.Rat) string {
	if r == nil {
		return "<nil>"
	}
	return r.String()
}
