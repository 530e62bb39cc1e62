package funnel_test

import (
	"errors"
	"strings"
	"testing"

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
