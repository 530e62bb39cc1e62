package normalize_test

import (
	"errors"
	"testing"

	"github.com/koine-go/koine/normalize"
)

// Two locales that read one text to different values are ambiguous, two that read it to one value are alike, and one that
// alone reads it is the convention, unless a declared order lets the other read it too.
func FuzzInfer(f *testing.F) {
	for kind := normalize.KindNumber; kind <= normalize.KindInstant; kind++ {
		for _, text := range []string{"1.234", "1,234", "5 %", "5 €", "$5", "05.03.2026", "05/03/2026", "2026-03-05", "14:30", "2:30 PM", "05/03/2026 14:30", "۱۲", " "} {
			for a := range fuzzed {
				f.Add(uint8(kind), uint8(a), uint8(a+1), text)
			}
		}
	}
	known := locales{}
	f.Fuzz(func(t *testing.T, choice, one, two uint8, text string) {
		kind := normalize.Kind(choice%uint8(normalize.KindInstant) + 1)
		_, a := fuzzLocale(one, known)
		_, b := fuzzLocale(two, known)
		left, right := slowRead(kind, a, []byte(text)), slowRead(kind, b, []byte(text))
		c, err := normalize.Infer(kind, column(text), a, b)
		var e *normalize.ColumnError
		if err != nil && !errors.As(err, &e) {
			t.Fatalf("%v", err)
		}
		switch {
		case left != "" && right != "" && left != right:
			if !errors.Is(err, normalize.ErrAmbiguous) || len(e.Witness.Readings) != 2 {
				t.Errorf("%q is %s in %v and %s in %v, inferred %v, %v", text, left, a, right, b, c, err)
			}
		case left != "" && left == right:
			if err != nil || c.Locale != a || len(c.Alike) == 0 || c.Alike[0] != b {
				t.Errorf("%q is %s in %v and %v, inferred %v, %v", text, left, a, b, c, err)
			}
		case left != "" || right != "":
			if err == nil && c.Locale != a && c.Locale != b || err != nil && !errors.Is(err, normalize.ErrAmbiguous) {
				t.Errorf("%q is %q in %v and %q in %v, inferred %v, %v", text, left, a, right, b, c, err)
			}
		case err == nil && c.Locale.Declaration() == a.Declaration():
			t.Errorf("%q is nothing in %v and %v, inferred %v", text, a, b, c)
		}
	})
}
