package territory

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// A definition is read and compiled, or every fault of it is an *Error with a line inside the text; a decision is always explained alike.
func FuzzRead(f *testing.F) {
	f.Add(documented(f))
	f.Add(sample)
	f.Add(head + "a = [[1], {b.c = 2}]\n[[a.b]]\n")
	f.Add(head + "territories = [{key = 'a', claims = [{rest = true, to = 2026-01-01}, {countries = ['DE'], postal = ['8']}]}]\nuniverse = [{}]\n")
	f.Fuzz(func(t *testing.T, text string) {
		d, err := Read("a.toml", strings.NewReader(text), time.LoadLocation)
		if err != nil {
			wantLines(t, err, strings.Count(text, "\n")+1)
			return
		}
		s, err := Compile(d)
		if err != nil {
			wantLines(t, err, strings.Count(text, "\n")+1)
			return
		}
		for _, a := range []Account{{}, {"1", "DE", "r", "80 331", "public"}, {ID: "C-1001", Country: "AT", Postal: "\xff"}} {
			key, ok := s.Of(a, on("2026-06-01"))
			if e := s.Explain(a, on("2026-06-01")); e.Territory != key || ok != (e.Claim != nil) {
				t.Errorf("%q is explained as\n%v", key, e)
			}
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
		if !errors.As(one, &e) || e.Line < 0 || e.Line > lines || e.Other > lines {
			t.Errorf("%v has no line from 0 to %d", one, lines)
		}
	}
}
