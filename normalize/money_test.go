package normalize_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

func TestMoney(t *testing.T) {
	for _, c := range []struct {
		tag, text, want string
		evidence        normalize.Evidence
	}{
		{"de-DE", "1.234,50 €", "1234.50 EUR", normalize.Sign},
		{"de-DE", "EUR1.234,50", "1234.50 EUR", normalize.Code},
		{"de-DE", "1.234,50EUR", "1234.50 EUR", normalize.Code},
		{"de-DE", "-5 EUR", "-5 EUR", normalize.Code},
		{"de-DE", "EUR -5", "-5 EUR", normalize.Code},
		{"de-DE", "5 EUR-", "-5 EUR", normalize.Code},
		{"de-DE", "(5 €)", "-5 EUR", normalize.Sign},
		{"de-DE", "5,00 US-Dollar", "5.00 USD", normalize.Name},
		{"de-AT", "€ 1.234,50", "1234.50 EUR", normalize.Sign},
		{"de-AT", "€ 1 234,50", "1234.50 EUR", normalize.Sign},
		{"fr-CH", "1 234.50 CHF", "1234.50 CHF", normalize.Code},
		{"de-CH", "CHF 1’234.50", "1234.50 CHF", normalize.Code},
		{"de-CH", "CHF-5.00", "-5.00 CHF", normalize.Code},
		{"en-IN", "₹12,34,567", "1234567 INR", normalize.Sign},
		{"en-IN", "INR 1,234,567", "1234567 INR", normalize.Code}, // accounting groups in thousands
		{"en-US", "USD $5", "5 USD", normalize.Code},
		{"en-US", "US$5", "5 USD", normalize.Sign},
		{"tr-TR", "$5,00 ABD doları", "5.00 USD", normalize.Name}, // the name settles the sign
		{"ro-RO", "25 de lei românești", "25 RON", normalize.Name},
		{"ja-JP", "￥5,000 円", "5000 JPY", normalize.Sign},
		{"sv-SE", "5 svenska kronor", "5 SEK", normalize.Name},
		{"en-US", "USD 999,999,999,999,999,999.000000000001", "999999999999999999.000000000001 USD", normalize.Code},
	} {
		m, err := normalize.MustFor(c.tag).Money([]byte(c.text))
		if err != nil {
			t.Errorf("%s %q: %v", c.tag, c.text, err)
		} else if !m.Amount.Equal(funnel.MustMoney(c.want)) || m.Evidence != c.evidence {
			t.Errorf("%s %q: got %v by %v, want %s by %v", c.tag, c.text, m.Amount, m.Evidence, c.want, c.evidence)
		}
	}
}

func TestMoneyRefused(t *testing.T) {
	for _, c := range []struct {
		tag, text string
		kind      error
		offset    int
	}{
		{"de-DE", "5", normalize.ErrSyntax, 1}, // no currency is no amount
		{"de-DE", "€", normalize.ErrSyntax, 3},
		{"de-DE", "5 Taler", normalize.ErrSyntax, 2},
		{"de-DE", "5 eur", normalize.ErrSyntax, 2},
		{"de-DE", "5 QQQ", normalize.ErrSyntax, 2},
		{"de-DE", "5 US-Dollars", normalize.ErrSyntax, 2},
		{"en-US", "Rs.5.5.5", normalize.ErrSyntax, 6},
		{"de-DE", "€ 5 USD", normalize.ErrConflict, 6},
		{"de-DE", "USD € 5", normalize.ErrConflict, 0},
		{"sv-SE", "5 kr", normalize.ErrAmbiguous, 2},
		{"en-US", "$5", normalize.ErrAmbiguous, 0}, // fifteen dollars and some pesos have the sign too
		{"en-US", "USD 1234567890123456789", normalize.ErrRange, 4},
		{"en-US", "USD 0.1234567890123", normalize.ErrRange, 4},
	} {
		_, err := normalize.MustFor(c.tag).Money([]byte(c.text))
		if err == nil {
			t.Errorf("%s %q is read", c.tag, c.text)
			continue
		}
		t.Run(c.tag+" "+c.text, func(t *testing.T) { checkRefusal(t, err, c.kind, c.offset) })
	}
}

func TestMoneySharedSign(t *testing.T) {
	_, err := normalize.MustFor("sv-SE").Money([]byte("1 234,50 kr"))
	var e *normalize.Error
	if !errors.As(err, &e) {
		t.Fatal(err)
	}
	for _, want := range []string{"1234.50 DKK", "1234.50 NOK", "1234.50 SEK"} {
		if !slices.Contains(e.Candidates, want) {
			t.Errorf("%s is not among %q", want, e.Candidates)
		}
	}
	home := normalize.HomeCurrency(funnel.MustCurrency("SEK"))
	m, err := normalize.MustFor("sv-SE", home).Money([]byte("1 234,50 kr"))
	if err != nil || m.Amount.String() != "1234.50 SEK" || m.Evidence != normalize.Assumed || !m.Repairs.Has(normalize.AssumedCurrency) {
		t.Errorf("got %v by %v with %v, %v", m.Amount, m.Evidence, m.Repairs, err)
	}
	if _, err := normalize.MustFor("sv-SE", home).Money([]byte("$ 5")); !errors.Is(err, normalize.ErrAmbiguous) {
		t.Errorf("a home that has another sign: got %v", err)
	}
}

func TestMoneyIn(t *testing.T) {
	for _, c := range []struct {
		tag, text, code, want string
		evidence              normalize.Evidence
		kind                  error
	}{
		{"de-DE", "1.234,50", "EUR", "1234.50 EUR", normalize.Given, nil},
		{"de-DE", "1.234,50 €", "EUR", "1234.50 EUR", normalize.Sign, nil},
		{"sv-SE", "5 kr", "NOK", "5 NOK", normalize.Given, nil},
		{"sv-SE", "5 kr", "SEK", "5 SEK", normalize.Given, nil},
		{"sv-SE", "5 kr", "EUR", "", 0, normalize.ErrConflict},
		{"en-IN", "Rs. 1,23,456.00", "INR", "123456.00 INR", normalize.Given, nil},
		{"en-IN", "Rs.500", "INR", "500 INR", normalize.Given, nil}, // the dot is the mark's
		{"en-IN", "Rs.500", "PKR", "500 PKR", normalize.Given, nil},
		{"en-GB", "£5", "GBP", "5 GBP", normalize.Sign, nil},
		{"en-GB", "£5", "FKP", "5 FKP", normalize.Given, nil},
		{"en-GB", "£5 FKP", "FKP", "5 FKP", normalize.Code, nil},
		{"en-GB", "£5", "EUR", "", 0, normalize.ErrConflict},
		{"de-DE", "5 USD", "EUR", "", 0, normalize.ErrConflict},
		{"zh-CN", "￥1,234.50", "CNY", "1234.50 CNY", normalize.Given, nil},
		{"de-DE", "", "EUR", "", 0, normalize.ErrSyntax},
		{"de-DE", "5", "", "", 0, normalize.ErrRange},
	} {
		cur, _ := funnel.ParseCurrency(c.code)
		m, err := normalize.MustFor(c.tag).MoneyIn([]byte(c.text), cur)
		if !errors.Is(err, c.kind) || m.Amount.String() != c.want || m.Evidence != c.evidence {
			t.Errorf("%s %q in %s: got %q by %v, %v", c.tag, c.text, c.code, m.Amount, m.Evidence, err)
		}
	}
}

// The sign of the yen and the yuan has two code points, which say the same: neither tells the two currencies apart.
func TestMoneyBothYens(t *testing.T) {
	jpy, cny := funnel.MustCurrency("JPY"), funnel.MustCurrency("CNY")
	for tag, wide := range map[string]normalize.Repairs{
		"ja-JP": 0, "zh-CN": normalize.WideForm, "zh-TW": normalize.WideForm, "ko-KR": normalize.WideForm, "en-US": normalize.WideForm, "ar-EG": normalize.WideForm,
	} {
		if tag == "ar-EG" {
			wide |= normalize.LatinDigits | normalize.OtherSeparators
		}
		for text, repairs := range map[string]normalize.Repairs{"¥1,234": wide &^ normalize.WideForm, "1,234 ¥": wide &^ normalize.WideForm, "￥1,234": wide, "1,234￥": wide} {
			for _, cur := range []funnel.Currency{jpy, cny} {
				m, err := normalize.MustFor(tag).MoneyIn([]byte(text), cur)
				if err != nil || m.Amount.String() != "1234 "+cur.String() || m.Evidence != normalize.Given || m.Repairs != repairs {
					t.Errorf("%s %q in %v: got %v by %v with %v, %v", tag, text, cur, m.Amount, m.Evidence, m.Repairs, err)
				}
				m, err = normalize.MustFor(tag, normalize.HomeCurrency(cur)).Money([]byte(text))
				if err != nil || m.Amount.Currency() != cur || m.Evidence != normalize.Assumed {
					t.Errorf("%s %q at home in %v: got %v by %v, %v", tag, text, cur, m.Amount, m.Evidence, err)
				}
			}
			_, err := normalize.MustFor(tag).Money([]byte(text))
			var e *normalize.Error
			if !errors.As(err, &e) || e.Err != normalize.ErrAmbiguous || !slices.Equal(e.Candidates, []string{"1234 CNY", "1234 JPY"}) {
				t.Errorf("%s %q: got %v", tag, text, err)
			}
		}
	}
	for text, want := range map[string]normalize.Repairs{"CN￥5": normalize.WideForm, "￥5 CNY": normalize.WideForm, "￥ CNY 5": normalize.WideForm, "CN¥5": 0, "¥5 CNY": 0} {
		m, err := normalize.MustFor("en-US").Money([]byte(text))
		if err != nil || m.Amount.String() != "5 CNY" || m.Repairs != want {
			t.Errorf("%q: got %v with %v, %v", text, m.Amount, m.Repairs, err)
		}
	}
}

// A mark of any length is looked up in a fixed buffer.
func TestMoneyLongMark(t *testing.T) {
	_, err := normalize.MustFor("en-US").Money([]byte("5 " + strings.Repeat("x y ", 900)))
	if !errors.Is(err, normalize.ErrSyntax) {
		t.Errorf("got %v", err)
	}
}
