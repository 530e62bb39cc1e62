package normalize_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

func TestCompact(t *testing.T) {
	for _, c := range []struct {
		tag, text string
		coef      int64
		exp       int32
		repairs   normalize.Repairs
	}{
		{"de-DE", "5 Mio.", 5, 6, 0},
		{"de-DE", "5,5 Mio.", 55, 5, 0}, // exact: no digit is made up
		{"de-DE", "5,50 Mio.", 550, 4, 0},
		{"de-DE", "1.234,5 Mio.", 12345, 5, 0},
		{"de-DE", "5Mio", 5, 6, 0},
		{"de-DE", "5 MIO", 5, 6, normalize.OtherCase},
		{"de-DE", "5 Tsd.", 5, 3, 0},
		{"de-DE", "5 Milliarden", 5, 9, 0},
		{"de-DE", "5 Billionen", 5, 12, 0}, // not the English billion
		{"de-DE", "500", 500, 0, 0},        // the notation writes small numbers so
		{"de-DE", " (5 Mio.) ", -5, 6, normalize.Padding | normalize.Accounting},
		{"de-DE", "5 Mio.-", -5, 6, normalize.TrailingMinus},
		{"de-DE", "\ufeff5 Mio.", 5, 6, normalize.Invisible},
		{"en-US", "3.4K", 34, 2, 0},
		{"en-US", "5k", 5, 3, 0},
		{"en-US", "5 Million", 5, 6, normalize.OtherCase},
		{"en-US", "5MM", 5, 6, 0},
		{"en-US", "5 billion", 5, 9, 0},
		{"en-IN", "5L", 5, 5, 0},
		{"en-IN", "12,34,567 Cr", 1234567, 7, 0},
		{"en-IN", "5.25 Cr", 525, 5, 0},
		{"en-IN", "1,250 Cr", 1250, 7, 0},
		{"en-IN", "1,250.5 Cr.", 12505, 6, 0},
		{"en-IN", "1,250.555 cr", 1250555, 4, 0},
		{"en-IN", "5000.00 Cr", 500000, 5, 0},
		{"en-IN", "5,000.00 crores", 500000, 5, 0},
		{"en-IN", "5,000.00 L", 500000, 3, 0},
		{"en-IN", "5 lakh crore", 5, 12, 0},
		{"en-GB", "5 crore", 5, 7, 0},
		{"hi-IN", "5 क॰", 5, 7, 0},
		{"fr-FR", "1,2\u00a0M", 12, 5, 0},
		{"fr-FR", "mille", 1, 3, 0},
		{"it-IT", "-mille", -1, 3, 0},
		{"es-ES", "5\u202fmil\u00a0millones", 5, 9, 0},
		{"ja-JP", "5億", 5, 8, 0},
		{"ja-JP", "５千万", 5, 7, normalize.WideForm},
		{"zh-CN", "5万亿", 5, 12, 0},
		{"zh-TW", "5億", 5, 8, 0},
		{"ko-KR", "5백만", 5, 6, 0},
		{"tr-TR", "5 B", 5, 3, 0},
		{"id-ID", "5 M", 5, 9, 0},
		{"sw", "elfu\u00a05", 5, 3, 0},
		{"sw", "elfu -5", -5, 3, 0},
		{"sw", "-elfu 5", -5, 3, 0},
		{"my", "ဋေ ၅ ထ", 5, 10, 0}, // around the number
		{"ar-EG", "\u200f٥ آلاف", 5, 3, normalize.Invisible},
		{"sl-SI", "-5 mio.", -5, 6, normalize.SignVariant},
		{"bn", "৫ কোটি", 5, 7, 0},
	} {
		n, err := normalize.MustFor(c.tag).Compact([]byte(c.text))
		if err != nil || n.Coef != c.coef || n.Exp != c.exp || n.Repairs != c.repairs {
			t.Errorf("%s %q: %d·10^%d with %v, %v; want %d·10^%d with %v", c.tag, c.text, n.Coef, n.Exp, n.Repairs, err, c.coef, c.exp, c.repairs)
		}
	}
}

func TestCompactRefused(t *testing.T) {
	for _, c := range []struct {
		tag, text  string
		kind       error
		offset     int
		candidates []string
	}{
		{"de-DE", "", normalize.ErrSyntax, 0, nil},
		{"de-DE", "Mio.", normalize.ErrSyntax, 4, nil},
		{"de-DE", "Mio. 5", normalize.ErrSyntax, 0, nil}, // the word stands after the number
		{"de-DE", "5 Mio. Mio.", normalize.ErrSyntax, 2, nil},
		{"de-DE", "5 Mios", normalize.ErrSyntax, 2, nil}, // whole words
		{"de-DE", "5 M io.", normalize.ErrSyntax, 2, nil},
		{"de-DE", "5 T", normalize.ErrSyntax, 2, nil}, // a thousand, a tonne, or an American trillion
		{"de-DE", "5 M", normalize.ErrSyntax, 2, nil},
		{"de-DE", "-5 Mio.-", normalize.ErrSyntax, 7, nil},
		{"de-DE", "5.5.5 Mio.", normalize.ErrSyntax, 3, nil},
		{"de-DE", "5 Mio. €", normalize.ErrSyntax, 2, nil},
		{"sw", "5 elfu", normalize.ErrSyntax, 2, nil},
		{"es-ES", "5 m", normalize.ErrSyntax, 2, nil}, // not M
		{"ca-ES", "5 KM", normalize.ErrSyntax, 2, nil},
		{"id-ID", "5 m", normalize.ErrSyntax, 2, nil},
		{"fi-FI", "5 t", normalize.ErrSyntax, 2, nil}, // tonnes; a thousand is t.
		{"es-ES", "5 MM", normalize.ErrAmbiguous, 2, []string{"5000000", "5000000000"}},
		{"en-IN", "5,000.00 Cr", normalize.ErrAmbiguous, 9, []string{"5000", "50000000000"}}, // a credit in a ledger
		{"en-IN", "5,000.00Cr", normalize.ErrAmbiguous, 8, []string{"5000", "50000000000"}},
		{"en-IN", "-1,23,456.78 cr.", normalize.ErrAmbiguous, 13, []string{"-123456.78", "-1234567800000"}},
		{"en-IN", "5,000.00 CR.", normalize.ErrAmbiguous, 9, []string{"5000", "50000000000"}},
		{"hi-IN", "5,000.00 Cr", normalize.ErrAmbiguous, 9, []string{"5000", "50000000000"}},
		{"bn", "5 কো", normalize.ErrAmbiguous, 2, []string{"50000000", "500000000000"}},
		{"ne", "-5 करोड", normalize.ErrAmbiguous, 3, []string{"-5000000", "-50000000"}},
		{"kab", "1,5G", normalize.ErrAmbiguous, 3, []string{"1500", "1500000000"}},
		{"vec", "1", normalize.ErrAmbiguous, 0, []string{"1", "1000"}},
	} {
		_, err := normalize.MustFor(c.tag).Compact([]byte(c.text))
		if err == nil {
			t.Errorf("%s %q is read", c.tag, c.text)
			continue
		}
		t.Run(c.tag+" "+c.text, func(t *testing.T) { checkCompactRefusal(t, err, c.kind, c.offset, c.candidates) })
	}
}

func checkCompactRefusal(t *testing.T, err, kind error, offset int, candidates []string) {
	t.Helper()
	var e *normalize.Error
	if !errors.As(err, &e) || !errors.Is(err, kind) || e.Offset != offset || !slices.Equal(e.Candidates, candidates) {
		t.Errorf("%v with %q; want %v at %d with %q", err, e.Candidates, kind, offset, candidates)
	}
}

func TestCompactMoney(t *testing.T) {
	for _, c := range []struct {
		tag, text, want string
		evidence        normalize.Evidence
		repairs         normalize.Repairs
	}{
		{"de-DE", "5 Mio. €", "5000000 EUR", normalize.Sign, 0},
		{"de-DE", "5,2 Mio. EUR", "5200000 EUR", normalize.Code, 0},
		{"de-DE", "Mio. EUR 5,2", "5200000 EUR", normalize.Code, 0},
		{"de-DE", "EUR Mio. 5,2", "5200000 EUR", normalize.Code, 0},
		{"de-DE", "500 T€", "500000 EUR", normalize.Sign, 0},
		{"de-DE", "T€ 500", "500000 EUR", normalize.Sign, 0},
		{"de-DE", "TEUR 500", "500000 EUR", normalize.Code, 0},
		{"de-DE", "500 T EUR", "500000 EUR", normalize.Code, 0},
		{"de-DE", "k€ 500", "500000 EUR", normalize.Sign, 0},
		{"de-DE", "500 k€", "500000 EUR", normalize.Sign, 0},
		{"de-DE", "5 MUSD", "5000000 USD", normalize.Code, 0},
		{"de-DE", "(5 mio. US-Dollar)", "-5000000 USD", normalize.Name, normalize.Accounting | normalize.OtherCase},
		{"de-DE", "5 €", "5 EUR", normalize.Sign, 0},
		{"de-DE", "1,1234567 Mio. €", "1123456.7 EUR", normalize.Sign, 0},
		{"de-DE", "999.999.999.999 Mio. €", "999999999999000000 EUR", normalize.Sign, 0},
		{"de-DE", "USD 5 Mio. USD", "5000000 USD", normalize.Code, 0},
		{"fr-FR", "5\u00a0M\u00a0€", "5000000 EUR", normalize.Sign, 0},
		{"fr-FR", "5 millions d’euros", "5000000 EUR", normalize.Name, 0},
		{"fr-FR", "mille euros", "1000 EUR", normalize.Name, 0},
		{"es-ES", "5 millones de euros", "5000000 EUR", normalize.Name, 0},
		{"it-IT", "5 milioni di euro", "5000000 EUR", normalize.Name, 0},
		{"en-US", "USD 5M", "5000000 USD", normalize.Code, 0},
		{"en-US", "US$m 5", "5000000 USD", normalize.Sign, 0},
		{"en-GB", "£5bn", "5000000000 GBP", normalize.Sign, 0},
		{"en-US", "5 MXN", "5 MXN", normalize.Code, 0}, // a code is no million
		{"en-IN", "₹5 Cr", "50000000 INR", normalize.Sign, 0},
		{"en-IN", "₹5.25 Cr", "52500000 INR", normalize.Sign, 0},
		{"en-IN", "₹1,250 Cr", "12500000000 INR", normalize.Sign, 0},
		{"en-IN", "₹5,000.00 crore", "50000000000 INR", normalize.Sign, 0},
		{"en-IN", "5 Cr INR", "50000000 INR", normalize.Code, 0},
		{"en-ZA", "R5M", "5000000 ZAR", normalize.Sign, 0},
		{"ja-JP", "5億円", "500000000 JPY", normalize.Sign, 0},
		{"ja-JP", "500万円", "5000000 JPY", normalize.Sign, 0},
		{"ko-KR", "500만원", "5000000 KRW", normalize.Sign, 0},
		{"pt-BR", "R$ 5 mi", "5000000 BRL", normalize.Sign, 0},
		{"hu-HU", "5 MFt", "5000000 HUF", normalize.Sign, 0},
		{"sv-SE", "5 MSEK", "5000000 SEK", normalize.Code, 0},
		{"nl-NL", "€ 5 mln.", "5000000 EUR", normalize.Sign, 0},
		{"sw", "TSh elfu 5", "5000 TZS", normalize.Sign, 0},
		{"sw", "USD elfu -5", "-5000 USD", normalize.Code, 0},
	} {
		m, err := normalize.MustFor(c.tag).CompactMoney([]byte(c.text))
		if err != nil || !m.Amount.Equal(funnel.MustMoney(c.want)) || m.Evidence != c.evidence || m.Repairs != c.repairs {
			t.Errorf("%s %q: %v by %v with %v, %v; want %s by %v with %v", c.tag, c.text, m.Amount, m.Evidence, m.Repairs, err, c.want, c.evidence, c.repairs)
		}
	}
}

func TestCompactMoneyRefused(t *testing.T) {
	for _, c := range []struct {
		tag, text  string
		kind       error
		offset     int
		candidates []string
	}{
		{"de-DE", "", normalize.ErrSyntax, 0, nil},
		{"de-DE", "5 Mio.", normalize.ErrSyntax, 1, nil}, // no currency is no amount
		{"de-DE", "5 Mio. Taler", normalize.ErrSyntax, 2, nil},
		{"de-DE", "5 Mio. Mio. €", normalize.ErrSyntax, 2, nil},
		{"de-DE", "Mio. 5 €", normalize.ErrSyntax, 0, nil},
		{"de-DE", "€ 5 Mio. USD", normalize.ErrConflict, 6, nil},
		{"de-DE", "5.000.000.000.000 Mio. €", normalize.ErrRange, 0, nil},
		{"de-DE", "0,1234567890123 Mio. €", normalize.ErrRange, 0, nil},
		{"en-US", "5 KR", normalize.ErrSyntax, 2, nil}, // crowns, not a thousand rand
		{"en-US", "500 TEUR", normalize.ErrAmbiguous, 4, []string{"500000 EUR", "500000000000000 EUR"}},
		{"en-ZM", "5 K", normalize.ErrAmbiguous, 2, []string{"5 ZMW", "5000"}},
		{"en-US", "5K MMK", normalize.ErrAmbiguous, 1, []string{"5 MMK", "5000 MMK"}}, // two marks, or a word and a mark
		{"en-ZM", "K5K", normalize.ErrAmbiguous, 2, []string{"5 ZMW", "5000 ZMW"}},
		{"en-IN", "₹5,000.00 Cr", normalize.ErrAmbiguous, 12, []string{"5000.00 INR", "50000000000 INR"}},
		{"en-IN", "5,000.00 Cr INR", normalize.ErrAmbiguous, 9, []string{"5000.00 INR", "50000000000 INR"}},
		{"en-IN", "Cr ₹5,000.00", normalize.ErrAmbiguous, 0, []string{"5000.00 INR", "50000000000 INR"}},
		{"id-ID", "5 MUSD", normalize.ErrAmbiguous, 2, []string{"5000000 USD", "5000000000 USD"}},
		{"es-ES", "5 MM €", normalize.ErrAmbiguous, 2, []string{"5000000 EUR", "5000000000 EUR"}},
		{"sv-SE", "5 tkr", normalize.ErrAmbiguous, 2, []string{"5000 DKK", "5000 ISK", "5000 NOK", "5000 SEK"}},
	} {
		_, err := normalize.MustFor(c.tag).CompactMoney([]byte(c.text))
		if err == nil {
			t.Errorf("%s %q is read", c.tag, c.text)
			continue
		}
		t.Run(c.tag+" "+c.text, func(t *testing.T) { checkCompactRefusal(t, err, c.kind, c.offset, c.candidates) })
	}
}

func TestCompactMoneyIn(t *testing.T) {
	for _, c := range []struct {
		tag, text, code, want string
		evidence              normalize.Evidence
		kind                  error
	}{
		{"de-DE", "5 Mio.", "EUR", "5000000 EUR", normalize.Given, nil},
		{"de-DE", "5 Mio. €", "EUR", "5000000 EUR", normalize.Sign, nil},
		{"de-DE", "5", "EUR", "5 EUR", normalize.Given, nil},
		{"de-DE", "5 Mio. USD", "EUR", "", 0, normalize.ErrConflict},
		{"de-DE", "5 T", "EUR", "", 0, normalize.ErrSyntax},
		{"de-DE", "T$ 500", "USD", "500000 USD", normalize.Given, nil}, // of the Tongan sign nothing is left
		{"sv-SE", "5 tkr", "SEK", "5000 SEK", normalize.Given, nil},
		{"sv-SE", "5 mkr", "SEK", "5000000 SEK", normalize.Given, nil},
		{"sv-SE", "5 mnkr", "NOK", "5000000 NOK", normalize.Given, nil},
		{"da-DK", "5 t.kr.", "DKK", "5000 DKK", normalize.Given, nil},
		{"nb-NO", "5 mill. kr", "NOK", "5000000 NOK", normalize.Given, nil},
		{"zh-CN", "5万元", "CNY", "50000 CNY", normalize.Given, nil},
		{"en-US", "$5M", "USD", "5000000 USD", normalize.Given, nil},
		{"en-ZM", "5 K", "EUR", "5000 EUR", normalize.Given, nil}, // not kwacha
		{"en-ZM", "5 K", "ZMW", "", 0, normalize.ErrAmbiguous},
		{"vec", "1 EUR", "EUR", "", 0, normalize.ErrAmbiguous},
		{"en-IN", "₹1,250.00 Cr", "INR", "", 0, normalize.ErrAmbiguous},
		{"en-IN", "1,250 Cr", "INR", "12500000000 INR", normalize.Given, nil},
	} {
		m, err := normalize.MustFor(c.tag).CompactMoneyIn([]byte(c.text), funnel.MustCurrency(c.code))
		switch {
		case c.kind != nil:
			if !errors.Is(err, c.kind) {
				t.Errorf("%s %q in %s: %v, %v; want %v", c.tag, c.text, c.code, m.Amount, err, c.kind)
			}
		case err != nil || !m.Amount.Equal(funnel.MustMoney(c.want)) || m.Evidence != c.evidence:
			t.Errorf("%s %q in %s: %v by %v, %v; want %s by %v", c.tag, c.text, c.code, m.Amount, m.Evidence, err, c.want, c.evidence)
		}
	}
}

// Of a word with two powers the amounts in the column's currency are listed, once each.
func TestCompactMoneyInListsTheAmounts(t *testing.T) {
	for _, c := range []struct {
		tag, text, code string
		candidates      []string
	}{
		{"en-ZM", "5 K", "ZMW", []string{"5 ZMW", "5000 ZMW"}},
		{"en-IN", "5,000.00 Cr", "INR", []string{"5000.00 INR", "50000000000 INR"}},
		{"es-ES", "5 MM", "EUR", []string{"5000000 EUR", "5000000000 EUR"}},
		{"en-US", "T$ 500", "USD", []string{"500000 USD", "500000000000000 USD"}},
	} {
		_, err := normalize.MustFor(c.tag).CompactMoneyIn([]byte(c.text), funnel.MustCurrency(c.code))
		var e *normalize.Error
		if !errors.As(err, &e) || e.Err != normalize.ErrAmbiguous || !slices.Equal(e.Candidates, c.candidates) {
			t.Errorf("%s %q: %v; want %q", c.tag, c.text, err, c.candidates)
		}
	}
}

func TestCompactMoneyAssumesTheHomeCurrency(t *testing.T) {
	home := normalize.HomeCurrency(funnel.MustCurrency("SEK"))
	m, err := normalize.MustFor("sv-SE", home).CompactMoney([]byte("5 tkr"))
	if err != nil || m.Amount.String() != "5000 SEK" || m.Evidence != normalize.Assumed || !m.Repairs.Has(normalize.AssumedCurrency) {
		t.Errorf("got %v by %v with %v, %v", m.Amount, m.Evidence, m.Repairs, err)
	}
}

// Who reads a column of compact amounts as amounts is told how to read it.
func TestMoneyNamesCompactMoney(t *testing.T) {
	de := normalize.MustFor("de-DE")
	for _, text := range []string{"5 Mio. €", "500 T€", "5 Mio. USD", "5 Mrd EUR"} {
		_, err := de.Money([]byte(text))
		var e *normalize.Error
		if !errors.As(err, &e) || e.Err != normalize.ErrSyntax || e.Hint != "CompactMoney reads words for powers of ten" {
			t.Errorf("%q: %v", text, err)
		}
		_, err = de.MoneyIn([]byte(text), funnel.MustCurrency("EUR"))
		if !errors.As(err, &e) || e.Hint != "CompactMoney reads words for powers of ten" {
			t.Errorf("%q in EUR: %v", text, err)
		}
	}
	_, err := de.Money([]byte("5 Taler"))
	if want := `normalize: "5 Taler" is not an amount in de-DE: not in the locale's grammar at byte 2`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// The zero Locale knows no number, so no compact one.
func TestCompactOfNoLocale(t *testing.T) {
	var l normalize.Locale
	if _, err := l.Compact([]byte("5K")); !errors.Is(err, normalize.ErrLocale) {
		t.Error(err)
	}
	if _, err := l.CompactMoney([]byte("USD 5K")); !errors.Is(err, normalize.ErrLocale) {
		t.Error(err)
	}
}

// All compact texts of the corpus are read right.
func TestCorpusOfCompactNumbers(t *testing.T) {
	known := locales{}
	samples := readCorpus(t, "compact")
	if len(samples) != 1680 {
		t.Errorf("%d rows", len(samples))
	}
	for _, s := range samples {
		n, err := known.of(s.Locale).Compact([]byte(s.Text))
		if err != nil && s.listed(err) {
			continue
		}
		if err != nil || !n.Decimal().Equal(decimal.RequireFromString(s.Expected)) {
			t.Errorf("%s: %s %q is read as %s, %v; want %s", s.Locale, s.Style, s.Text, n.Decimal(), err, s.Expected)
		}
	}
}

func TestCompactTakesNoAllocations(t *testing.T) {
	for _, c := range []struct{ tag, text string }{
		{"en-US", "3.4K"}, {"en-US", "-1,234.5M"}, {"de-DE", "5,5 Mio."}, {"de-DE", "500"}, {"fr-FR", "1,2\u00a0M"}, {"ja-JP", "5億"}, {"en-IN", "12,34,567Cr"}, {"sw", "elfu 5"},
	} {
		l, cell := normalize.MustFor(c.tag), []byte(c.text)
		if _, err := l.Compact(cell); err != nil {
			t.Errorf("%s %q: %v", c.tag, c.text, err)
		}
		if n := testing.AllocsPerRun(100, func() { _, _ = l.Compact(cell) }); n != 0 {
			t.Errorf("%s %q: %v allocations", c.tag, c.text, n)
		}
	}
}

func BenchmarkCompact(b *testing.B) {
	for _, c := range []struct{ tag, text string }{{"en-US", "3.4K"}, {"de-DE", "5,5 Mio."}, {"ja-JP", "5億"}, {"de-DE", "5 MIO"}} {
		l := normalize.MustFor(c.tag)
		cells(b, c.tag, c.text, func(cell []byte) error { _, err := l.Compact(cell); return err })
	}
}

func BenchmarkCompactMoney(b *testing.B) {
	for _, c := range []struct{ tag, text string }{{"en-US", "USD 5M"}, {"de-DE", "5,2 Mio. €"}, {"de-DE", "500 T€"}} {
		l := normalize.MustFor(c.tag)
		cells(b, c.tag, c.text, func(cell []byte) error { _, err := l.CompactMoney(cell); return err })
	}
}

func ExampleLocale_CompactMoney() {
	de := normalize.MustFor("de-DE")
	for _, text := range []string{"5,2 Mio. €", "500 TEUR", "500 T"} {
		m, err := de.CompactMoney([]byte(text))
		fmt.Println(m.Amount, err)
	}
	n, err := normalize.MustFor("id-ID").Compact([]byte("5 M"))
	fmt.Println(n.Decimal(), err)
	// Output:
	// 5200000 EUR <nil>
	// 500000 EUR <nil>
	//  normalize: "500 T" is not a compact amount in de-DE: not in the locale's grammar at byte 4
	// 5000000000 <nil>
}

// A text longer than any word is no word, whatever it begins with.
func TestCompactLongWords(t *testing.T) {
	l := normalize.MustFor("en-IN")
	for _, n := range []int{1, 180, 189, 190, 191, 192, 193, 400} {
		for _, text := range []string{"5 M" + strings.Repeat("\xf3", n), "5 M" + strings.Repeat("o", n), "M" + strings.Repeat("o", n) + " 5"} {
			if got, err := l.Compact([]byte(text)); !errors.Is(err, normalize.ErrSyntax) {
				t.Errorf("M and %d bytes: %v, %v", n, got.Decimal(), err)
			}
			if got, err := l.CompactMoney([]byte("INR " + text)); !errors.Is(err, normalize.ErrSyntax) {
				t.Errorf("INR, M and %d bytes: %v, %v", n, got.Amount, err)
			}
		}
	}
}
