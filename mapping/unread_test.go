package mapping

import (
	"errors"
	"strings"
	"testing"

	"github.com/koine-go/koine/normalize"
)

// A Finding tells whoever keeps the profile which of its keys settles what is not clear, never which option of a program would; the error of package
// normalize is inside.
func TestFindingsNameKeys(t *testing.T) {
	for _, test := range []struct{ name, locale, cells, want string }{ // cells are amount;created;chance
		{"a century", "en-US", ";3/5/26;", `deals:2: created: "3/5/26" is not a date in en-US: more than one reading at byte 0: 1926-03-05 or 2026-03-05 (the key pivot settles it); cell set aside`},
		{"an order", "de-DE", ";05/03/2026;", `deals:2: created: "05/03/2026" is not a date in de-DE: more than one reading at byte 0: 2026-03-05 or 2026-05-03 (the key order settles it); cell set aside`},
		{"an order that has no such day", "en-US", ";25-03-2026;", `deals:2: created: "25-03-2026" is not a date in en-US: no such day at byte 0 (no day in the locale's order; the key order declares another); cell set aside`},
		{"a currency", "en-US", "$5;;", `deals:2: amount: "$5" is not an amount in en-US: more than one reading at byte 0: 5 ARS or 5 AUD or 5 BBD, and 27 more (the key currency settles it, or a column of currencies); cell set aside`},
		{"a number", "de-DE", "1,2,3 EUR;;", `deals:2: amount: "1,2,3 EUR" is not an amount in de-DE: not in the locale's grammar at byte 3; cell set aside`},
	} {
		t.Run(test.name, func(t *testing.T) {
			profile := strings.Replace(liberal(test.locale), `, order = "dmy", pivot = 1970 }`, " }", 1)
			profile = strings.Replace(profile, "currency = \"USD\"\n", "", 1)
			deals := "id;amount;created;chance;months;stage\n1;" + test.cells + ";;x\n"
			r := read(compile(t, profile), Files{Deals: strings.NewReader(deals)}, Options{})
			if r.err != nil || len(r.findings) != 1 {
				t.Fatal(r.err, r.findings)
			}
			f := r.findings[0]
			if f.String() != test.want {
				t.Errorf("got\n%s\nwant\n%s", f, test.want)
			}
			var inside *normalize.Error
			if !errors.As(f.Reason, &inside) || !errors.Is(f.Reason, inside.Err) || inside.Input != f.Value {
				t.Errorf("the error of normalize is not inside %v", f.Reason)
			}
			if len(inside.Candidates) > 3 && !strings.Contains(inside.Error(), inside.Candidates[2]+", and ") {
				t.Errorf("normalize lists all candidates: %v", inside)
			}
		})
	}
}

// No hint of package normalize that names what a Go program calls is left as it is.
func TestHintsInKeys(t *testing.T) {
	for _, test := range []struct {
		tag, text string
		read      func(*normalize.Locale, []byte) error
	}{
		{"en-US", "3/5/26", func(l *normalize.Locale, b []byte) error { _, err := l.Date(b); return err }},
		{"de-DE", "05/03/2026", func(l *normalize.Locale, b []byte) error { _, err := l.Date(b); return err }},
		{"en-US", "25-03-2026", func(l *normalize.Locale, b []byte) error { _, err := l.Date(b); return err }},
		{"en-US", "46086", func(l *normalize.Locale, b []byte) error { _, err := l.Date(b); return err }},
		{"en-US", "2026-03-05 14:30 Europe/Berlin", func(l *normalize.Locale, b []byte) error { _, err := l.Instant(b, nil); return err }},
		{"en-US", "$5", func(l *normalize.Locale, b []byte) error { _, err := l.Money(b); return err }},
	} {
		var e *normalize.Error
		if err := test.read(normalize.MustFor(test.tag), []byte(test.text)); !errors.As(err, &e) || e.Hint == "" {
			t.Fatalf("%s has no hint: %v", test.text, err)
		}
		if inKeys(e.Hint) == e.Hint {
			t.Errorf("%s: the hint %q is one for programs", test.text, e.Hint)
		}
	}
}
