package normalize_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

func BenchmarkNumber(b *testing.B) {
	for _, c := range []struct{ tag, text string }{
		{"en-US", "1,234,567.89"}, {"de-DE", "1.234.567,89"}, {"fr-FR", "1\u202f234\u202f567,89"}, {"en-IN", "12,34,567.89"}, {"ar-EG", "١٬٢٣٤٬٥٦٧٫٨٩"}, {"de-DE", "1234567,89"}, {"de-DE", "42"},
	} {
		l, text := normalize.MustFor(c.tag), []byte(c.text)
		b.Run(c.tag+"/"+c.text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := l.Number(text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("ParseFloat", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := strconv.ParseFloat("1234567.89", 64); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkMoney(b *testing.B) {
	l, eur := normalize.MustFor("de-DE"), funnel.MustCurrency("EUR")
	for _, text := range []string{"1.234.567,89 €", "EUR 1.234,50", "1.234,50"} {
		cell := []byte(text)
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := l.MoneyIn(cell, eur); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkDate(b *testing.B) {
	for _, c := range []struct{ tag, text string }{{"de-DE", "05.03.2026"}, {"de-DE", "2026-03-05"}, {"en-US", "3/5/2026"}, {"de-DE", "5. März 2026"}} {
		l, text := normalize.MustFor(c.tag), []byte(c.text)
		b.Run(c.tag+"/"+c.text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := l.Date(text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("time.Parse", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := time.Parse("02.01.2006", "05.03.2026"); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkInstant(b *testing.B) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		b.Fatal(err)
	}
	zone := normalize.NewZone(berlin)
	l := normalize.MustFor("de-DE")
	for _, text := range []string{"05.03.2026 14:30", "2026-03-05T14:30:05.25+01:00"} {
		cell := []byte(text)
		b.Run("zone/"+text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := l.InstantIn(cell, zone); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run("location/"+text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := l.Instant(cell, berlin); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("time.ParseInLocation", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := time.ParseInLocation("02.01.2006 15:04", "05.03.2026 14:30", berlin); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkFor(b *testing.B) {
	for b.Loop() {
		normalize.MustFor("de-DE")
	}
}
