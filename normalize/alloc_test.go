package normalize_test

import (
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// A cell of an export costs no allocation: a million rows must not make work for the garbage collector.
func TestNoAllocations(t *testing.T) {
	de, us, fr, ar, in := normalize.MustFor("de-DE"), normalize.MustFor("en-US"), normalize.MustFor("fr-FR"), normalize.MustFor("ar-EG"), normalize.MustFor("en-IN", normalize.DateOrder(normalize.DMY))
	zone, berlin, eur := normalize.NewZone(location(t, "Europe/Berlin")), location(t, "Europe/Berlin"), funnel.MustCurrency("EUR")
	for _, c := range []struct {
		text string
		read func([]byte) error
	}{
		{"1.234.567,89", func(b []byte) error { _, err := de.Number(b); return err }},
		{"-1,234.5", func(b []byte) error { _, err := us.Number(b); return err }},
		{"1\u202f234,5", func(b []byte) error { _, err := fr.Number(b); return err }},
		{" (1,234.5) ", func(b []byte) error { _, err := us.Number(b); return err }},
		{"١٬٢٣٤٫٥", func(b []byte) error { _, err := ar.Number(b); return err }},
		{"12,5 %", func(b []byte) error { _, err := de.Percent(b); return err }},
		{"1.234,50 €", func(b []byte) error { _, err := de.Money(b); return err }},
		{"5,00 US-Dollar", func(b []byte) error { _, err := de.Money(b); return err }},
		{"1.234,50", func(b []byte) error { _, err := de.MoneyIn(b, eur); return err }},
		{"05.03.2026", func(b []byte) error { _, err := de.Date(b); return err }},
		{"3/5/2026", func(b []byte) error { _, err := us.Date(b); return err }},
		{"05-03-2026", func(b []byte) error { _, err := in.Date(b); return err }},
		{"14:30:05", func(b []byte) error { _, err := de.Time(b); return err }},
		{"05.03.2026 14:30", func(b []byte) error { _, err := de.InstantIn(b, zone); return err }},
		{"05.03.2026 14:30", func(b []byte) error { _, err := de.Instant(b, berlin); return err }},
		{"3/5/2026 02:30 PM", func(b []byte) error { _, err := us.Instant(b, time.UTC); return err }},
		{"2026-03-05T14:30:05.25+01:00", func(b []byte) error { _, err := de.Instant(b, berlin); return err }},
	} {
		cell := []byte(c.text)
		if err := c.read(cell); err != nil {
			t.Errorf("%q: %v", c.text, err)
		}
		if n := testing.AllocsPerRun(100, func() { _ = c.read(cell) }); n != 0 {
			t.Errorf("%q: %v allocations", c.text, n)
		}
	}
}
