package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// The committed tables are those of the committed extract.
func TestTablesAreCurrent(t *testing.T) {
	dir := t.TempDir()
	if err := generate("../data", dir); err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(dir, "tables_*.go"))
	if err != nil || len(names) != 4 {
		t.Fatalf("%d tables, %v", len(names), err)
	}
	for _, name := range names {
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join("../../../normalize", filepath.Base(name)))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is out of date: run go generate ./normalize", filepath.Base(name))
		}
	}
}

func TestGroupSizes(t *testing.T) {
	for pattern, want := range map[string]string{
		"#,##0.###":             "3;3",
		"#,##,##0.00¤":          "3;2",
		"¤#,##0.00;(¤#,##0.00)": "3;3",
		"#0.###":                "",
		"\u200f#,##0.00\u00a0¤": "3;3",
	} {
		if got := groupSizes(pattern); got != want {
			t.Errorf("%s: got %q, want %q", pattern, got, want)
		}
	}
}

func TestZero(t *testing.T) {
	for digits, want := range map[string]string{"0123456789": "0", "٠١٢٣٤٥٦٧٨٩": "٠", "〇一二三四五六七八九": ""} {
		if got := zero(digits); got != want {
			t.Errorf("%s: got %q, want %q", digits, got, want)
		}
	}
}
