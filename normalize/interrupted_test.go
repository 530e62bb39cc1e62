package normalize_test

import (
	"errors"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// ICU writes Turkish amounts so, with a code and a name.
func TestNameInsideTheDigits(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"CHF 5,0 İsviçre frangı0", "5.00 CHF"},
		{"CHF 1.234,5 İsviçre frangı6", "1234.56 CHF"},
		{"-SEK 5,0 İsveç kronu0", "-5.00 SEK"},
		{"PLN\u00a01.234,5\u00a0Polonya zlotisi6", "1234.56 PLN"},
		{"KRW 1.23 Güney Kore wonu4", "1234 KRW"}, // the digits before the name are no number by themselves
		{"€5,0 Euro0", "5.00 EUR"},
		{"-HUF\u00a0425,\u00a0Macar forinti1", "-425.1 HUF"}, // the last digit is all of the fraction
	} {
		l := normalize.MustFor("tr-TR")
		m, err := l.Money([]byte(c.text))
		if err != nil || !m.Amount.Equal(funnel.MustMoney(c.want)) || !m.Repairs.Has(normalize.NameInside) {
			t.Errorf("%q: %v with %v, %v; want %s", c.text, m.Amount, m.Repairs, err, c.want)
		}
		in, err := l.MoneyIn([]byte(c.text), m.Amount.Currency())
		if err != nil || !in.Amount.Equal(m.Amount) || in.Evidence != m.Evidence {
			t.Errorf("%q in its currency: %v by %v, %v", c.text, in.Amount, in.Evidence, err)
		}
	}
}

func TestNameInsideTheDigitsRefused(t *testing.T) {
	for _, c := range []struct {
		tag, text string
		kind      error
	}{
		{"tr-TR", "CHF 5,0 İsveç kronu0", normalize.ErrSyntax},     // the name of another currency
		{"tr-TR", "CHF 5,0 İsviçre frangı00", normalize.ErrSyntax}, // one digit, not two
		{"tr-TR", "CHF 5,0 İsviçre frangı 0", normalize.ErrSyntax},
		{"tr-TR", "5,0 İsviçre frangı0", normalize.ErrSyntax}, // no mark before the number
		{"tr-TR", "İsviçre frangı 5,0 İsviçre frangı0", normalize.ErrSyntax},
		{"tr-TR", "CHF 5,0 CHF0", normalize.ErrSyntax}, // no name
		{"tr-TR", "frangı0", normalize.ErrSyntax},
		{"de-DE", "CHF 5,0 Schweizer Franken0", normalize.ErrSyntax}, // nobody writes German so
	} {
		if m, err := normalize.MustFor(c.tag).Money([]byte(c.text)); !errors.Is(err, c.kind) {
			t.Errorf("%s %q: %v, %v; want %v", c.tag, c.text, m.Amount, err, c.kind)
		}
	}
	if m, err := normalize.MustFor("tr-TR").MoneyIn([]byte("CHF 5,0 İsviçre frangı0"), funnel.MustCurrency("EUR")); !errors.Is(err, normalize.ErrConflict) {
		t.Errorf("in euros: %v, %v", m.Amount, err)
	}
}

// No amount of the Turkish corpus is refused any more.
func TestTurkishCorpusOfAmounts(t *testing.T) {
	l, inside := normalize.MustFor("tr-TR"), 0
	for _, s := range readCorpus(t, "currency") {
		if s.Locale != "tr-TR" {
			continue
		}
		m, err := l.Money([]byte(s.Text))
		if err != nil && !s.listed(err) || err == nil && m.Amount.Decimal().String()+" "+m.Amount.Currency().String() != s.want() {
			t.Errorf("%q: %v, %v; want %s", s.Text, m.Amount, err, s.want())
		}
		if m.Repairs.Has(normalize.NameInside) {
			inside++
		}
	}
	if inside != 18 {
		t.Errorf("%d texts with the name inside", inside)
	}
}
