package mapping

import (
	"errors"
	"strings"
	"testing"
	"time"
)

const scaled = `name = "A"
version = "1"
source_scheme = "a"
locale = "de-DE"
zone = "Europe/Berlin"
currency = "EUR"
[deals.fields]
id = { column = "id" }
amount = { column = "micros", format = "number", scale = 6 }
probability = { column = "chance", format = "number", scale = 2 }
expected_close_date = { column = "close", format = "instant" }
status_code = { column = "status" }
[[rules]]
when = { status_code = ["O"] }
set = { status = "open" }
`

// The digits behind the point are those of the number and those of the scale; a share is still one from 0 to 1.
func TestScale(t *testing.T) {
	for _, test := range []struct{ micros, chance, amount, probability string }{
		{"1000000000", "75", "1000 EUR", "0.75"},
		{"1500000", "12,5", "1.5 EUR", "0.125"},
		{"1", "0", "0.000001 EUR", "0"},
		{"-2500000", "100", "-2.5 EUR", "1"},
		{"0", "101", "0 EUR", ""},
		{"9223372036854775808000000", "7", "9223372036854775808.000000 EUR", "0.07"},
	} {
		row := "id,micros,chance,close,status\n1," + test.micros + `,"` + test.chance + `",,O` + "\n"
		r := read(compile(t, scaled), Files{Deals: strings.NewReader(row)}, Options{})
		if r.err != nil {
			t.Fatal(r.err)
		}
		d := r.deals[0]
		if d.Amount.String() != test.amount || d.Probability.Valid() != (test.probability != "") || d.Probability.Valid() && d.Probability.String() != test.probability {
			t.Errorf("%s, %s: got %s, %s", test.micros, test.chance, d.Amount, d.Probability)
		}
		if (test.probability == "") != (len(r.findings) == 1) {
			t.Errorf("findings %v", r.findings)
		}
	}
}

// A day written as an instant is the day of the column's zone: at 23:30 in London it is tomorrow in Berlin.
func TestDayOfAnInstant(t *testing.T) {
	for _, test := range []struct{ cell, want string }{
		{"2026-03-31T22:30:00Z", "2026-04-01"},
		{"2026-03-31T00:00:00.000Z", "2026-03-31"},
		{"2026-03-31", ""}, // a day is not an instant
	} {
		r := read(compile(t, scaled), Files{Deals: strings.NewReader("id,micros,chance,close,status\n1,,," + test.cell + ",O\n")}, Options{})
		got := ""
		if d := r.deals[0].ExpectedClose; !d.IsZero() {
			got = d.String()
		}
		if got != test.want || (len(r.findings) == 1) != (test.want == "") {
			t.Errorf("%s: got %s and %v", test.cell, got, r.findings)
		}
	}
}

func TestScaleFaults(t *testing.T) {
	for _, test := range []struct {
		field string
		err   error
	}{
		{`amount = { column = "a", format = "number", scale = 10 }`, ErrValue},
		{`amount = { column = "a", format = "number", scale = 0 }`, ErrValue},
		{`amount = { column = "a", scale = 2 }`, ErrUnknownKey},
		{`complexity = { column = "a", scale = 2 }`, ErrUnknownKey},
		{`closed_on = { column = "a", format = "instant" }`, ErrValue},
	} {
		text := strings.Replace(scaled, `amount = { column = "micros", format = "number", scale = 6 }`, test.field, 1)
		_, err := ReadProfile("a.toml", strings.NewReader(text), time.LoadLocation)
		var e *Error
		if !errors.Is(err, test.err) || !errors.As(err, &e) || e.Line != 9 {
			t.Errorf("%s: got %v", test.field, err)
		}
	}
}
