package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// corpora has texts that another implementation of CLDR wrote, and texts that must not be read.
const corpora = "../../../shared/oracle/locale"

// figures are what the corpora must come to, file by file. Nothing is read wrong.
var figures = []struct {
	file, kind string
	n          int
	ambiguous  int // at most
	refused    int // at most
}{
	{file: "number", kind: "number", n: 5760},
	{file: "percent", kind: "percent", n: 720},
	{file: "currency", kind: "currency", n: 26760, ambiguous: 2876}, // shared signs
	{file: "compact", kind: "compact", n: 1680, ambiguous: 3},       // 0.2 %
	{file: "date", kind: "date", n: 4680, ambiguous: 377},           // years of two digits
	{file: "time", kind: "time", n: 2400},
	{file: "country", kind: "country", n: 15724, ambiguous: 6}, // short names that are codes of others: RU for Reino Unido, AS for Amerika Serikat
	{file: "variant", kind: "number", n: 2068},
	{file: "variant", kind: "currency", n: 1920},
	{file: "reject", kind: "reject.number", n: 1650},
	{file: "reject", kind: "reject.date", n: 529},
}

// figure is a line of -json.
type figure struct {
	Kind                                string
	N, Right, Ambiguous, Refused, Wrong int
}

// TestCorpora holds the figures, which must not need the names of other locales, nor suffer from them.
func TestCorpora(t *testing.T) {
	if _, err := os.Stat(corpora); err != nil {
		t.Skipf("%s is absent", corpora)
	}
	t.Run("core", func(t *testing.T) { holdFigures(t, "-core") })
	t.Run("all names", func(t *testing.T) { holdFigures(t) })
}

func holdFigures(t *testing.T, flags ...string) {
	t.Helper()
	told := map[string][]figure{}
	for _, f := range figures {
		if told[f.file] == nil {
			told[f.file] = figuresOf(t, f.file, flags)
		}
		i := slices.IndexFunc(told[f.file], func(g figure) bool { return g.Kind == f.kind })
		if i < 0 {
			t.Errorf("%s: nothing about %s", f.file, f.kind)
			continue
		}
		g := told[f.file][i]
		if g.N != f.n || g.Wrong > 0 || g.Refused > f.refused || g.Ambiguous > f.ambiguous || g.Right+g.Ambiguous+g.Refused != g.N {
			t.Errorf("%s: %+v, want %+v", f.file, g, f)
		}
	}
}

// figuresOf runs the program on one file.
func figuresOf(t *testing.T, file string, flags []string) (list []figure) {
	t.Helper()
	var out, faults bytes.Buffer
	if status := run(slices.Concat(flags, []string{"-json", filepath.Join(corpora, "business."+file+".jsonl.gz")}), &out, &faults); status != clean {
		t.Errorf("%s: exit status %d\n%s", file, status, &faults)
	}
	for line := range bytes.Lines(out.Bytes()) {
		var f figure
		if err := json.Unmarshal(line, &f); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		list = append(list, f)
	}
	return list
}
