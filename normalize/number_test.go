package normalize_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// refusal is what an error must be: its kind and its offset.
func checkRefusal(t *testing.T, err, kind error, offset int) {
	t.Helper()
	var e *normalize.Error
	if !errors.Is(err, kind) || !errors.As(err, &e) {
		t.Errorf("got %v, want %v", err, kind)
	} else if e.Offset != offset {
		t.Errorf("got %v, want it at byte %d", err, offset)
	}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		tag, text, want string
		repairs         normalize.Repairs
	}{
		{"en-US", "0", "0", 0},
		{"en-US", "-0", "0", 0},
		{"en-US", "1,234", "1234", 0},
		{"en-US", "1.234", "1.234", 0},
		{"de-DE", "1.234", "1234", 0}, // the same text, a thousand times as much
		{"de-DE", "1,50", "1.5", 0},
		{"de-DE", "007", "7", normalize.LeadingZeros},
		{"en-US", ".5", "0.5", normalize.BareFraction},
		{"en-US", "(1,234.5)", "-1234.5", normalize.Accounting},
		{"en-US", "1,234.5-", "-1234.5", normalize.TrailingMinus},
		{"en-US", "+5", "5", 0},
		{"en-US", "− 5", "-5", normalize.SignVariant},
		{"sv-SE", "−5", "-5", 0},
		{"sv-SE", "-5", "-5", normalize.SignVariant}, // CLDR writes U+2212
		{"en-US", " 5\u00a0", "5", normalize.Padding},
		{"en-US", "\ufeff5", "5", normalize.Invisible},
		{"fr-FR", "1\u202f234", "1234", 0},
		{"fr-FR", "1 234", "1234", normalize.SpaceVariant},
		{"de-CH", "1'234", "1234", 0},
		{"de-CH", "1’234", "1234", normalize.ApostropheForm},
		{"en-IN", "12,34,567", "1234567", 0},
		{"bn-BD", "১২,৩৪,৫৬৭", "1234567", 0},
		{"ar-EG", "١٬٢٣٤٫٥", "1234.5", 0},
		{"ar-EG", "1,234.5", "1234.5", normalize.LatinDigits | normalize.OtherSeparators},
		{"ar-EG", "1٬234٫5", "1234.5", normalize.LatinDigits},
		{"hi-IN", "१,२३४", "1234", normalize.NativeDigits},
		{"ja-JP", "１，２３４．５", "1234.5", normalize.WideForm},
		{"en-US", "999999999999999999", "999999999999999999", 0},
		{"en-US", "1234567890123456789.5", "1234567890123456789.5", 0},
		{"en-US", "000000000000000000001.5", "1.5", normalize.LeadingZeros},
		{"de-AT", "1\u00a0234,5", "1234.5", 0},
	} {
		n, err := normalize.MustFor(c.tag).Number([]byte(c.text))
		if err != nil {
			t.Errorf("%s %q: %v", c.tag, c.text, err)
		} else if got := n.Decimal().String(); got != c.want || n.Repairs != c.repairs {
			t.Errorf("%s %q: got %s with %v, want %s with %v", c.tag, c.text, got, n.Repairs, c.want, c.repairs)
		}
	}
}

func TestNumberRefused(t *testing.T) {
	for _, c := range []struct {
		tag, text string
		kind      error
		offset    int
	}{
		{"en-US", "", normalize.ErrSyntax, 0},
		{"en-US", " ", normalize.ErrSyntax, 0},
		{"en-US", "-", normalize.ErrSyntax, 1},
		{"en-US", "1.234,56", normalize.ErrSyntax, 5}, // ICU reads 1.234 of it
		{"en-US", "1,2345.6", normalize.ErrSyntax, 6}, // Babel reads 12345.6
		{"en-US", "1,23", normalize.ErrSyntax, 4},
		{"en-US", "1,234,56", normalize.ErrSyntax, 8},
		{"en-US", "1,234 567", normalize.ErrSyntax, 6},
		{"en-US", "0,123", normalize.ErrSyntax, 5}, // a European fraction, no group
		{"en-US", "1e5", normalize.ErrSyntax, 1},
		{"en-US", "5.", normalize.ErrSyntax, 1},
		{"en-US", "--5", normalize.ErrSyntax, 1},
		{"en-US", "-5-", normalize.ErrSyntax, 2},
		{"en-US", "(-5)", normalize.ErrSyntax, 1},
		{"en-US", "(5", normalize.ErrSyntax, 0},
		{"en-US", "5 %", normalize.ErrSyntax, 2},
		{"en-US", "$5", normalize.ErrSyntax, 0},
		{"en-US", "1'234", normalize.ErrSyntax, 1},
		{"en-US", "1٢", normalize.ErrSyntax, 1},
		{"ar-EG", "1٢", normalize.ErrSyntax, 1}, // two scripts of digits
		{"de-DE", "05.03.2024", normalize.ErrSyntax, 5},
		{"en-ZA", "1,234.56", normalize.ErrSyntax, 5},
		{"fr-FR", "1 234\u00a0567 8", normalize.ErrSyntax, 12},
		{"en-US", strings.Repeat("9", 1001), normalize.ErrRange, 0},
		{"en-US", strings.Repeat("9", 10_000_000), normalize.ErrRange, 4096},
	} {
		_, err := normalize.MustFor(c.tag).Number([]byte(c.text))
		if err == nil {
			t.Errorf("%s %.40q is read", c.tag, c.text)
			continue
		}
		t.Run(c.tag+" "+c.text[:min(len(c.text), 20)], func(t *testing.T) { checkRefusal(t, err, c.kind, c.offset) })
	}
}

func TestPercent(t *testing.T) {
	for _, c := range []struct{ tag, text, want string }{
		{"en-US", "5%", "0.05"},
		{"de-DE", "12,5\u00a0%", "0.125"},
		{"tr-TR", "%12,5", "0.125"},
		{"tr-TR", "-%5", "-0.05"},
		{"ar-EG", "٥٪\u061c", "0.05"},
		{"en-US", "(5%)", "-0.05"},
		{"en-US", "1,234%", "12.34"},
	} {
		n, err := normalize.MustFor(c.tag).Percent([]byte(c.text))
		if err != nil || n.Decimal().String() != c.want {
			t.Errorf("%s %q: got %s, %v; want %s", c.tag, c.text, n.Decimal(), err, c.want)
		}
	}
	for _, text := range []string{"5", "5%%", "%5%", "5 % x", "%"} {
		if n, err := normalize.MustFor("en-US").Percent([]byte(text)); !errors.Is(err, normalize.ErrSyntax) {
			t.Errorf("%q: got %s, %v", text, n.Decimal(), err)
		}
	}
}

func TestNeutralGroups(t *testing.T) {
	l := normalize.MustFor("en-US", normalize.NeutralGroups())
	for _, text := range []string{"1 234.5", "1'234.5", "1\u202f234.5"} {
		n, err := l.Number([]byte(text))
		if err != nil || n.Decimal().String() != "1234.5" || !n.Repairs.Has(normalize.OtherSeparators) {
			t.Errorf("%q: got %s with %v, %v", text, n.Decimal(), n.Repairs, err)
		}
	}
	if _, err := l.Number([]byte("1 234'567")); !errors.Is(err, normalize.ErrSyntax) {
		t.Errorf("two kinds of separators: got %v", err)
	}
}

// What exports of French Switzerland have: the apostrophe of its neighbours, in amounts with the dot besides.
func TestNeutralGroupsOfGeneva(t *testing.T) {
	l := normalize.MustFor("fr-CH", normalize.NeutralGroups())
	for _, c := range []struct{ text, want string }{
		{"CHF 1'234.50", "1234.50 CHF"},
		{"CHF 12’345’678.90", "12345678.90 CHF"},
		{"1 234.50 CHF", "1234.50 CHF"},
		{"1'234,50 CHF", "1234.50 CHF"},
		{"CHF 1'234'56.00", ""},
		{"CHF 1 234'567.00", ""},
		{"CHF 0'123.00", ""},
	} {
		m, err := l.Money([]byte(c.text))
		if m.Amount.String() != c.want || (c.want == "") != errors.Is(err, normalize.ErrSyntax) {
			t.Errorf("%q: got %v, %v; want %q", c.text, m.Amount, err, c.want)
		}
	}
	if n, err := l.Percent([]byte("1'234,5 %")); err != nil || n.Decimal().String() != "12.345" {
		t.Errorf("got %s, %v", n.Decimal(), err)
	}
	for _, c := range []struct{ tag, text string }{{"ar-EG", "1'234.5"}, {"ar-EG", "١ ٢٣٤٫٥"}, {"km", "1'234.5"}, {"km", "១'២៣៤,៥"}} {
		if n, err := normalize.MustFor(c.tag, normalize.NeutralGroups()).Number([]byte(c.text)); err != nil || n.Decimal().String() != "1234.5" {
			t.Errorf("%s %q: got %s, %v", c.tag, c.text, n.Decimal(), err)
		}
	}
	if _, err := normalize.MustFor("km", normalize.NeutralGroups()).Number([]byte("1'234,5")); !errors.Is(err, normalize.ErrSyntax) {
		t.Errorf("the comma of Khmer digits with Latin ones: got %v", err)
	}
	if _, err := normalize.MustFor("fr-CH").Money([]byte("CHF 1'234.50")); !errors.Is(err, normalize.ErrSyntax) {
		t.Errorf("undeclared: got %v", err)
	}
}

// Whoever meets a refusal is told by which convention the text would be read; the value itself stays unread.
func TestHintOfAnotherConvention(t *testing.T) {
	sek := funnel.MustCurrency("SEK")
	number := func(l *normalize.Locale, b []byte) (any, error) { return l.Number(b) }
	percent := func(l *normalize.Locale, b []byte) (any, error) { return l.Percent(b) }
	money := func(l *normalize.Locale, b []byte) (any, error) { return l.Money(b) }
	moneyIn := func(l *normalize.Locale, b []byte) (any, error) { return l.MoneyIn(b, sek) }
	for _, c := range []struct {
		read            func(*normalize.Locale, []byte) (any, error)
		tag, text, hint string
	}{
		{number, "en-ZA", "1,234.56", `reads as 1234.56 with "," between groups and "." before the fraction`},
		{number, "de-DE", "1,234.5", `reads as 1234.5 with "," between groups and "." before the fraction`},
		{number, "en-US", "(1.234,50)", `reads as -1234.50 with "." between groups and "," before the fraction`},
		{number, "en-US", "1'234", `reads as 1234 with "'" between groups`},
		{number, "en-US", "0,123", `reads as 0.123 with "," before the fraction`},
		{number, "fr-FR", "1.234", `reads as 1.234 with "." before the fraction or as 1234 with "." between groups`},
		{number, "en-IN", "1,234,567", `reads as 1234567 with "," between groups of three`},
		{number, "en-US", "1,2345.6", ""},
		{number, "en-US", "1,234 €", ""},
		{number, "de-DE", "05.03.2024", ""},
		{number, "de-DE", strings.Repeat("1", 60) + ",234.5", ""}, // too long to say
		{percent, "de-DE", "12.5 %", `reads as 12.5 with "." before the fraction`},
		{percent, "de-DE", "12", "no percent sign"},
		{money, "en-ZA", "USD 1,234.56", `reads as 1234.56 with "," between groups and "." before the fraction`},
		{money, "en-ZA", "XYZ 1,234.56", ""},
		{money, "en-ZA", "1,234.56", ""}, // no amount by any convention
		{moneyIn, "sv-SE", "1.234,50", `reads as 1234.50 with "." between groups and "," before the fraction`},
		{moneyIn, "sv-SE", "1.234,50 kr", `reads as 1234.50 with "." between groups and "," before the fraction`},
		{moneyIn, "sv-SE", "1.234,50 €", ""},
	} {
		v, err := c.read(normalize.MustFor(c.tag), []byte(c.text))
		var e *normalize.Error
		if !errors.As(err, &e) || e.Hint != c.hint || e.Candidates != nil || !reflect.ValueOf(v).IsZero() {
			t.Errorf("%s %q: got %v, %v; want the hint %q", c.tag, c.text, v, err, c.hint)
		}
	}
}

// A text may be a number in one locale only or a thousand times as much in another; so no locale is no reading.
func TestFor(t *testing.T) {
	for _, tag := range []string{"und", "tlh", "und-DE", "de-Cyrl", "zh-Cyrl-TW"} {
		if _, err := normalize.For(language.MustParse(tag)); !errors.Is(err, normalize.ErrLocale) {
			t.Errorf("%s: got %v", tag, err)
		}
	}
	for _, c := range []struct{ tag, text, want string }{
		{"de-JP", "1,5", "1.5"},
		{"de-Latn-DE", "1,5", "1.5"},
		{"en-DE", "1,5", "1.5"},
		{"zh-Hans-CN", "1.5", "1.5"},
		{"sr-Latn-RS", "1,5", "1.5"},
		{"es-419", "1.5", "1.5"},
	} {
		n, err := normalize.MustFor(c.tag).Number([]byte(c.text))
		if err != nil || n.Decimal().String() != c.want {
			t.Errorf("%s %q: got %s, %v", c.tag, c.text, n.Decimal(), err)
		}
	}
	if got := normalize.MustFor("zh-TW").String(); got != "zh-TW" {
		t.Errorf("got %s", got)
	}
}

// The zero Locale refuses or reads what no locale is needed for; it does not panic.
func TestZeroLocale(t *testing.T) {
	var l normalize.Locale
	if _, err := l.Number([]byte("5")); !errors.Is(err, normalize.ErrLocale) {
		t.Errorf("got %v", err)
	}
	for _, text := range []string{"", "5 €", "5 %", "05.03.2026", "5. März 2026", "14:30", "2 PM", "5. März 2026 14:30"} {
		_, err := l.Money([]byte(text))
		_, errPercent := l.Percent([]byte(text))
		_, errDate := l.Date([]byte(text))
		_, errInstant := l.Instant([]byte(text), nil)
		if err == nil || errPercent == nil || errDate == nil || errInstant == nil {
			t.Errorf("%q is read by no locale", text)
		}
		l.Time([]byte(text))
	}
}
