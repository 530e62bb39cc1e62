package funnel_test

import (
	"errors"
	"math/big"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
)

// FuzzAsOf compares snapshots of arbitrary deals with the slow reference.
func FuzzAsOf(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{1, 2, 3, 1, 2, 0, 1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 0, 1, 4, 2, 1, 0, 0, 3, 3, 1, 1, 5, 2, 0, 1})
	f.Add([]byte{5, 4, 6, 7, 0, 2, 0, 1, 0, 2, 0, 0, 1, 0, 1, 3, 2, 1, 0, 0, 1, 0, 2, 3, 5, 2, 1, 1, 1, 0, 0, 3, 4, 3, 2, 1, 0, 0})
	known := zones{}
	f.Fuzz(func(t *testing.T, bytes []byte) {
		sc := sceneOf(bytes)
		var s funnel.Snapshot
		sc.deal.AsOf(funnel.At(sc.now), known.calendar(t, sc.zone), &s)
		if got, want := dump(&s), slowAsOf(&sc.deal, sc.now, sc.zone); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
}

// FuzzText holds every reader of text to two promises: what it accepts it writes in a form that it reads as the same, and what it refuses
// is an *Error with the input.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", "2026-02-29", "2026-03-31T22:30:00+02:00", "-0.10", "EUR", "rank45", "2026-01-01..2026-04-01", "won"} {
		f.Add(s)
	}
	values := []func() text{
		func() text { return new(funnel.Date) }, func() text { return new(funnel.Moment) }, func() text { return new(funnel.Share) },
		func() text { return new(funnel.Currency) }, func() text { return new(funnel.Period) }, func() text { return new(funnel.Stage) },
		func() text { return new(funnel.Status) }, func() text { return new(funnel.Label) },
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, value := range values {
			v := value()
			if err := v.UnmarshalText([]byte(s)); err != nil {
				if fault := (*funnel.Error)(nil); !errors.As(err, &fault) || fault.Input != s {
					t.Errorf("%T: %q is refused with %v", v, s, err)
				}
				continue
			}
			b, err := v.MarshalText()
			must(t, err)
			roundTrip(t, string(b), value())
		}
		if m, err := funnel.ParseMoney(s, funnel.MustCurrency("EUR")); err == nil {
			again, err := funnel.ParseMoney(m.Amount(), m.Currency())
			if err != nil || !again.Equal(m) || again.Amount() != m.Amount() || len(strings.TrimLeft(s, "-0.")) > len(m.Amount()) {
				t.Errorf("%q is %v, then %v, %v", s, m, again, err)
			}
		}
	})
}

// FuzzInstant: what is accepted has the grammar of the exchange format, is the instant that package time reads, and comes back from its own text.
func FuzzInstant(f *testing.F) {
	grammar := regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$`) // package time also takes +05:60 and +24:00
	for _, s := range []string{"2026-01-05T09:00:00Z", "2026-01-05T09:00:00.123456+05:30", "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59.999999Z",
		"2026-01-05T09:00:00,5Z", "2026-01-05T09:00:00.1234567Z", "2026-01-05T24:00:00Z", "2026-01-05T09:00:60Z", "2026-01-05T09:00:00+23:59", "2026-01-05T09:00:00+05:60", "2026-01-05T09:00:00+24:00", "2026-02-29T09:00:00Z"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := funnel.ParseInstant(s)
		want, err2 := time.Parse(time.RFC3339, s)
		expected := grammar.MatchString(s) && err2 == nil && !funnel.At(want).IsZero()
		if (err == nil) != expected {
			t.Fatalf("%q: %v, package time says %v", s, err, err2)
		}
		if err != nil {
			return
		}
		if m != funnel.At(want) {
			t.Fatalf("%q is %v, want %v", s, m, want)
		}
		if again, err := funnel.ParseInstant(m.String()); err != nil || again != m {
			t.Fatalf("%q comes back as %v, %v", s, again, err)
		}
	})
}

// FuzzDecimal: what is accepted has the grammar and the limits, and is the number that package big reads.
func FuzzDecimal(f *testing.F) {
	grammar := regexp.MustCompile(`^-?\d+(\.\d{1,12})?$`)
	for _, s := range []string{"0", "-0.00", "1234.50", "1e3", ".5", "5.", "+1", "0.000000000001", "0.0000000000001", strings.Repeat("9", 40), strings.Repeat("9", 41)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := funnel.ParseDecimal(s)
		if expected := grammar.MatchString(s) && len(s) <= 40; (err == nil) != expected {
			t.Fatalf("%q: %v", s, err)
		}
		if err != nil {
			return
		}
		if want, ok := new(big.Rat).SetString(s); !ok || d.Rat().Cmp(want) != 0 {
			t.Fatalf("%q is %v", s, d)
		}
	})
}
