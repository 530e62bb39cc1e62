package normalize_test

import (
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// A cell of an export costs no allocation: a million rows must not make work for the garbage collector.
func TestNoAllocations(t *testing.T) {
	de, us, fr, ar := normalize.MustFor("de-DE"), normalize.MustFor("en-US"), normalize.MustFor("fr-FR"), normalize.MustFor("ar-EG")
	in, cn, kr := normalize.MustFor("en-IN", normalize.DateOrder(normalize.DMY)), normalize.MustFor("zh-CN"), normalize.MustFor("ko-KR")
	pivot, se, tr := normalize.MustFor("de-DE", normalize.Pivot(1970)), normalize.MustFor("sv-SE", normalize.HomeCurrency(funnel.MustCurrency("SEK"))), normalize.MustFor("tr-TR")
	zone, berlin, eur := normalize.NewZone(location(t, "Europe/Berlin")), location(t, "Europe/Berlin"), funnel.MustCurrency("EUR")
	number := func(l *normalize.Locale) func([]byte) error {
		return func(b []byte) error { _, err := l.Number(b); return err }
	}
	percent := func(l *normalize.Locale) func([]byte) error {
		return func(b []byte) error { _, err := l.Percent(b); return err }
	}
	money := func(l *normalize.Locale) func([]byte) error {
		return func(b []byte) error { _, err := l.Money(b); return err }
	}
	moneyIn := func(b []byte) error { _, err := de.MoneyIn(b, eur); return err }
	date := func(l *normalize.Locale) func([]byte) error {
		return func(b []byte) error { _, err := l.Date(b); return err }
	}
	clock := func(l *normalize.Locale) func([]byte) error {
		return func(b []byte) error { _, err := l.Time(b); return err }
	}
	instant := func(l *normalize.Locale) func([]byte) error {
		return func(b []byte) error { _, err := l.InstantIn(b, zone); return err }
	}
	for _, c := range []struct {
		text string
		read func([]byte) error
	}{
		{"1.234.567,89", number(de)},
		{"-1,234.5", number(us)},
		{"1\u202f234,5", number(fr)},
		{"1 234,5", number(fr)},
		{" (1,234.5) ", number(us)},
		{"１，２３４．５", number(cn)},
		{"١٬٢٣٤٫٥", number(ar)},
		{"1,234.5", number(ar)},
		{"12,5 %", percent(de)},
		{" %5 ", percent(tr)},
		{"1.234,50 €", money(de)},
		{"€ 1.234,50-", money(de)},
		{"(EUR 1.234,50)", money(de)},
		{"5,00 US-Dollar", money(de)},
		{"USD $5", money(us)},
		{"$5,00 ABD doları", money(tr)},
		{"1 234,50 kr", money(se)},
		{"1.234,50", moneyIn},
		{"1.234,50 €", moneyIn},
		{"05.03.2026", date(de)},
		{"3/5/2026", date(us)},
		{"05-03-2026", date(in)},
		{"25/03/2026", date(de)},
		{"05.03.24", date(pivot)},
		{" 5. 3. 2026 ", date(de)},
		{"5. März 2026", date(de)},
		{"Donnerstag, 5. März 2026", date(de)},
		{"2026年3月5日", date(cn)},
		{"2026년 3월 5일", date(kr)},
		{"٥/٣/٢٠٢٦", date(ar)},
		{"14:30:05", clock(de)},
		{"2:30 PM", clock(us)},
		{"下午1:05", clock(cn)},
		{"05.03.2026 14:30", instant(de)},
		{"3/5/2026 02:30 PM", instant(us)},
		{"05/03/2026 02:30 pm", instant(in)},
		{"Mar 5, 2026, 2:30:05.25 PM", instant(us)},
		{"2026年03月05日 14:30", instant(cn)},
		{"5. März 2026 um 14:30 UTC", instant(de)},
		{"2026-03-05T14:30:05.25+01:00", instant(de)},
		{"05.03.2026 14:30", func(b []byte) error { _, err := de.Instant(b, berlin); return err }},
		{"3/5/2026 02:30 PM", func(b []byte) error { _, err := us.Instant(b, time.UTC); return err }},
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
