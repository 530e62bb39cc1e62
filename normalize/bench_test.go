package normalize_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// cells benchmarks one way of reading text.
func cells(b *testing.B, name, text string, read func([]byte) error) {
	cell := []byte(text)
	b.Run(name+"/"+text, func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := read(cell); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// hand benchmarks what a program does without this package.
func hand(b *testing.B, name, text string, read func(string) error) {
	cells(b, name, text, func(cell []byte) error { return read(string(cell)) })
}

func BenchmarkNumber(b *testing.B) {
	for _, c := range []struct{ tag, text string }{
		{"en-US", "1,234,567.89"}, {"de-DE", "1.234.567,89"}, {"fr-FR", "1\u202f234\u202f567,89"}, {"sv-SE", "1 234 567,89"}, {"en-IN", "12,34,567.89"},
		{"ar-EG", "١٬٢٣٤٬٥٦٧٫٨٩"}, {"fa-IR", "۱٬۲۳۴٬۵۶۷٫۸۹"}, {"bn-BD", "১২,৩৪,৫৬৭.৮৯"}, {"ar-EG", "1,234,567.89"}, {"de-DE", "1234567,89"}, {"de-DE", "42"},
	} {
		l := normalize.MustFor(c.tag)
		cells(b, c.tag, c.text, func(cell []byte) error { _, err := l.Number(cell); return err })
	}
	l := normalize.MustFor("de-DE")
	cells(b, "percent", "12,5 %", func(cell []byte) error { _, err := l.Percent(cell); return err })
	hand(b, "ParseFloat", "1234567.89", func(s string) error { _, err := strconv.ParseFloat(s, 64); return err })
	hand(b, "ReplaceAll+decimal", "1.234.567,89", func(s string) error {
		_, err := decimal.NewFromString(strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", "."))
		return err
	})
}

func BenchmarkMoney(b *testing.B) {
	for _, c := range []struct{ tag, text, code string }{
		{"de-DE", "1.234.567,89 €", "EUR"}, {"de-DE", "EUR 1.234.567,89", "EUR"}, {"en-US", "$1,234,567.89", "USD"}, {"en-IN", "₹12,34,567.89", "INR"}, {"zh-CN", "¥1,234,567.89", "CNY"},
		{"sv-SE", "1 234 567,89 kr", "SEK"}, {"de-DE", "-1.234.567,89 €", "EUR"}, {"en-US", "($1,234,567.89)", "USD"}, {"de-DE", "1.234.567,89", "EUR"},
	} {
		l, cur := normalize.MustFor(c.tag), funnel.MustCurrency(c.code)
		cells(b, "in/"+c.tag, c.text, func(cell []byte) error { _, err := l.MoneyIn(cell, cur); return err })
	}
	l := normalize.MustFor("de-DE")
	for _, text := range []string{"1.234.567,89 €", "EUR 1.234.567,89", "1.234.567,89 US-Dollar"} {
		cells(b, "of/de-DE", text, func(cell []byte) error { _, err := l.Money(cell); return err })
	}
	hand(b, "ParseFloat", "1234567.89", func(s string) error { _, err := strconv.ParseFloat(s, 64); return err })
	hand(b, "ReplaceAll+decimal", "1.234.567,89 €", func(s string) error {
		s = strings.ReplaceAll(strings.ReplaceAll(strings.TrimSuffix(s, " €"), ".", ""), ",", ".")
		_, err := decimal.NewFromString(s)
		return err
	})
}

func BenchmarkDate(b *testing.B) {
	for _, c := range []struct{ tag, text string }{
		{"de-DE", "05.03.2026"}, {"sv-SE", "2026-03-05"}, {"en-US", "3/5/2026"}, {"en-IN", "05/03/2026"},
		{"de-DE", "5. März 2026"}, {"en-US", "Mar 5, 2026"}, {"de-DE", "Donnerstag, 5. März 2026"}, {"pl-PL", "5 marca 2026"},
		{"zh-CN", "2026年03月05日"}, {"ja-JP", "2026年3月5日"}, {"ko-KR", "2026년 3월 5일"}, {"fa-IR", "۲۰۲۶/۳/۵"},
	} {
		l := normalize.MustFor(c.tag)
		cells(b, c.tag, c.text, func(cell []byte) error { _, err := l.Date(cell); return err })
	}
	hand(b, "time.Parse", "05.03.2026", func(s string) error { _, err := time.Parse("02.01.2006", s); return err })
	hand(b, "time.Parse", "5. March 2026", func(s string) error { _, err := time.Parse("2. January 2006", s); return err })
	hand(b, "time.Parse", "2026年03月05日", func(s string) error { _, err := time.Parse("2006年01月02日", s); return err })
}

func BenchmarkInstant(b *testing.B) {
	berlin := location(b, "Europe/Berlin")
	zone := normalize.NewZone(berlin)
	for _, c := range []struct{ tag, text string }{
		{"de-DE", "05.03.2026 14:30"}, {"sv-SE", "2026-03-05 14:30:05"}, {"zh-CN", "2026年03月05日 14:30"}, {"en-US", "03/05/2026 02:30 PM"}, {"en-IN", "05/03/2026 02:30 pm"},
		{"en-US", "Mar 5, 2026, 2:30\u202fPM"}, {"zh-TW", "2026/3/5 下午2:30"}, {"de-DE", "2026-03-05T14:30:05.25+01:00"},
	} {
		l := normalize.MustFor(c.tag)
		cells(b, c.tag, c.text, func(cell []byte) error { _, err := l.InstantIn(cell, zone); return err })
	}
	l := normalize.MustFor("de-DE")
	cells(b, "location", "05.03.2026 14:30", func(cell []byte) error { _, err := l.Instant(cell, berlin); return err })
	hand(b, "time.ParseInLocation", "05.03.2026 14:30", func(s string) error { _, err := time.ParseInLocation("02.01.2006 15:04", s, berlin); return err })
	hand(b, "time.ParseInLocation", "03/05/2026 02:30 PM", func(s string) error { _, err := time.ParseInLocation("01/02/2006 03:04 PM", s, berlin); return err })
	hand(b, "time.ParseInLocation", "2026年03月05日 14:30", func(s string) error { _, err := time.ParseInLocation("2006年01月02日 15:04", s, berlin); return err })
}

func BenchmarkFor(b *testing.B) {
	for _, tag := range []string{"de-DE", "zh-CN", "ar-EG"} {
		b.Run(tag, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				normalize.MustFor(tag)
			}
		})
	}
	b.Run("with marks", func(b *testing.B) {
		b.ReportAllocs()
		cell := []byte("5 €")
		for b.Loop() {
			if _, err := normalize.MustFor("de-DE").Money(cell); err != nil {
				b.Fatal(err)
			}
		}
	})
}
