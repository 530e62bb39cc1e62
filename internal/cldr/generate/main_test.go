package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The committed tables are those of the committed extract. A pack may differ in its bytes, which are gzip's, but not in what it says.
func TestTablesAreCurrent(t *testing.T) {
	core, rest := t.TempDir(), t.TempDir()
	if err := generate("../data", core, rest); err != nil {
		t.Fatal(err)
	}
	for dir, committed := range map[string]string{core: "../../../normalize", rest: "../../lexicon/others"} {
		names, err := filepath.Glob(filepath.Join(dir, "*"))
		if err != nil || len(names) < 4 {
			t.Fatalf("%d files, %v", len(names), err)
		}
		for _, name := range names {
			got, want := said(t, name), said(t, filepath.Join(committed, filepath.Base(name)))
			if filepath.Base(name) == "tables_lexicon.go" {
				got, want = ends.ReplaceAllString(got, ""), ends.ReplaceAllString(want, "")
			}
			if got != want {
				t.Errorf("%s is out of date: run go generate ./normalize", filepath.Base(name))
			}
		}
	}
}

var ends = regexp.MustCompile(`End: \d+`)

// said is the text of a file, that of its members if it is a pack.
func said(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(name, ".gz") {
		return string(b)
	}
	_, text, err := members(b)
	if err != nil {
		t.Fatal(err)
	}
	return text
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
