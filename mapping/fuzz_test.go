package mapping

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
)

// A profile is read and compiled, or every fault of it is an *Error with a line inside the text; a decision is always explained alike.
func FuzzReadProfile(f *testing.F) {
	text, err := os.ReadFile("testdata/de.toml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(text))
	f.Add(least)
	f.Add("a = [[1], {b.c = 2}]\n[[a.b]]\n")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := ReadProfile("a.toml", strings.NewReader(text), time.LoadLocation)
		if err != nil {
			wantLines(t, err, strings.Count(text, "\n")+1)
			return
		}
		s, err := Compile(p, funnel.V1())
		if err != nil {
			wantLines(t, err, strings.Count(text, "\n")+1)
			return
		}
		l := Local{Stage: Names{Label: "Angebot"}, Status: Names{Code: "V"}}
		if a, b := s.Map(l, on("2026-01-01")), s.Explain(l, on("2026-01-01")).Outcome; a.String() != b.String() {
			t.Errorf("%v is explained as %v", a, b)
		}
	})
}

func wantLines(t *testing.T, err error, lines int) {
	t.Helper()
	all := []error{err}
	if j, ok := err.(interface{ Unwrap() []error }); ok {
		all = j.Unwrap()
	}
	for _, one := range all {
		var e *Error
		if !errors.As(one, &e) || e.Line < 0 || e.Line > lines {
			t.Errorf("%v has no line from 0 to %d", one, lines)
		}
	}
}

// Whatever the files hold, an import ends, and its rows add up.
func FuzzImport(f *testing.F) {
	f.Add("D1;05.03.2026 14:30;;1.234,50 \x80;Meier;Pumpen;Angebot;O;\n", "D1;05.03.2026 14:30;Lead\n")
	f.Add("D1;\"\n;;;\";;;;;;\nD1;;;;;;;;\n", "D1;x;\"\"\"\nD1;;;\x00\n")
	set := german(f)
	f.Fuzz(func(t *testing.T, deals, history string) {
		r := read(set, files(deals, history), Options{Limits: Limits{RowBytes: 300, CellBytes: 100}})
		if r.err != nil {
			t.Fatal(r.err)
		}
		wantLaw(t, r)
		sorted := read(set, files(deals, history), Options{Sorted: true})
		if sorted.err == nil {
			wantLaw(t, sorted)
		} else if !errors.Is(sorted.err, ErrNotSorted) {
			t.Fatal(sorted.err)
		}
	})
}

// Whatever stands in a file of records, reading it ends, and its rows add up.
func FuzzRecords(f *testing.F) {
	for file, text := range sheets {
		f.Add(uint16(file), text)
	}
	set := recordSet(f)
	f.Fuzz(func(t *testing.T, file uint16, text string) {
		place := inOffers << (file % 9)
		r := readRecords(set, place, withFile(place, text), Options{Limits: Limits{RowBytes: 300, CellBytes: 100}})
		var e *Error
		switch {
		case r.err != nil && !errors.As(r.err, &e):
			t.Fatal(r.err)
		case r.err == nil && (r.counts.Rows != r.counts.Kept+r.counts.Refused || r.counts.Records > r.counts.Kept):
			t.Fatalf("%+v", r.counts)
		}
	})
}
