package main

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

func kindOf(name string) *kind {
	i := slices.IndexFunc(kinds[:], func(k kind) bool { return k.name == name })
	return &kinds[i]
}

// TestAssumed has what the program never asks normalize for, a home currency or a pivot: should a value come back assumed all the same,
// it is never right.
func TestAssumed(t *testing.T) {
	us := normalize.MustFor("en-US", normalize.HomeCurrency(funnel.MustCurrency("USD")), normalize.Pivot(1990))
	money, date := kindOf("currency"), kindOf("date")
	for _, c := range []struct {
		row  row
		want outcome
		said string
	}{
		{row{kind: money, text: "$5", expected: "5.00 USD", want: "5 USD"}, refused, "assumed 5 USD"},
		{row{kind: money, text: "$5", expected: "5.00 CAD", want: "5 CAD"}, wrong, "assumed 5 USD"},
		{row{kind: money, text: "$5", expected: mustRefuse}, wrong, "assumed 5 USD"},
		{row{kind: date, text: "3/5/24", expected: "2024-03-05", want: "2024-03-05"}, refused, "assumed 2024-03-05"},
		{row{kind: date, text: "3/5/24", expected: "1924-03-05", want: "1924-03-05"}, wrong, "assumed 2024-03-05"},
		{row{kind: date, text: "3/5/2024", expected: "2024-03-05", want: "2024-03-05"}, right, "read 2024-03-05"},
	} {
		v := c.row.judge(us)
		if said := (miss{&c.row, v}).said(); v.outcome != c.want || said != c.said {
			t.Errorf("%q, expected %s: %v, %s; want %v, %s", c.row.text, c.row.expected, v.outcome, said, c.want, c.said)
		}
	}
}

// TestForms: two texts of one value have one form, and what is no value of the kind has none.
func TestForms(t *testing.T) {
	for _, c := range []struct{ kind, text, form string }{
		{"number", "5", "5"},
		{"number", "5.00", "5"},
		{"number", "0050.10", "50.1"},
		{"number", "-0.50", "-.5"},
		{"number", "-0.00", "0"},
		{"number", "", ""},
		{"number", "-", ""},
		{"number", "+5", ""},
		{"number", "5.", ""},
		{"number", ".5", ""},
		{"number", "1,5", ""},
		{"number", "--5", ""},
		{"number", "1.2.3", ""},
		{"number", "٣", ""},
		{"percent", "0.050", ".05"},
		{"currency", "5.00 EUR", "5 EUR"},
		{"currency", "5.00", ""},
		{"currency", "EUR", ""},
		{"currency", "5 eur", ""},
		{"date", "2024-02-29", "2024-02-29"},
		{"date", "2023-02-29", ""},
		{"date", "20240229", ""},
		{"time", "09:05:00", "09:05:00"},
		{"time", "09:05:00.50", "09:05:00.5"},
		{"time", "09:05", ""},
		{"time", "24:00:00", ""},
		{"country", "DE", "DE"},
		{"country", "de", ""},
		{"country", "DEU", ""},
	} {
		got, ok := kindOf(c.kind).form(c.text)
		if ok != (c.form != "") || ok && got != c.form {
			t.Errorf("%s %q has the form %q, %v; want %q", c.kind, c.text, got, ok, c.form)
		}
	}
}

// TestShare: nothing that is not all or none may look like it.
func TestShare(t *testing.T) {
	for _, c := range []struct {
		k, n int
		want string
	}{
		{0, 1, "0 %"}, {1, 1, "100 %"}, {1, 3, "33.33 %"}, {2, 3, "66.67 %"}, {1, 2, "50.00 %"}, {1, 1_000_000, "0.01 %"}, {999_999, 1_000_000, "99.99 %"},
	} {
		if got := share(c.k, c.n); got != c.want {
			t.Errorf("%d of %d is %s, want %s", c.k, c.n, got, c.want)
		}
	}
}

// TestManyLocales: names of locales come from a file, so how many are kept is bounded, and they are still right.
func TestManyLocales(t *testing.T) {
	known := newLocales()
	for i := range 2 * maxLocales {
		if _, err := known.of(fmt.Sprintf("qaa-x-%d", i)); !errors.Is(err, normalize.ErrLocale) {
			t.Fatal(err)
		}
	}
	if _, err := known.of("de-DE"); err != nil || len(known.known) > maxLocales {
		t.Errorf("%d locales, %v", len(known.known), err)
	}
}
