package normalize_test

import (
	"errors"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// In Cape Verde the sign of the currency is the decimal sign; elsewhere, and before or behind all digits, it is a dollar.
func TestEscudo(t *testing.T) {
	for _, c := range []struct {
		tag, text, want string
		kind            error
	}{
		{"kea", "1\u00a0234$50\u00a0\u200b", "1234.50 CVE", nil},
		{"pt-CV", "1 234$50", "1234.50 CVE", nil},
		{"pt-CV", "-20$00", "-20.00 CVE", nil},
		{"pt-CV", "20$00 CVE", "20.00 CVE", nil},
		{"pt-CV", "20$00 EUR", "", normalize.ErrSyntax},
		{"pt-CV", "20$", "", normalize.ErrAmbiguous},
		{"pt-CV", "$50", "", normalize.ErrAmbiguous},
		{"pt-CV", "1$2$3", "", normalize.ErrSyntax},
		{"pt-CV", "1,5$3", "", normalize.ErrSyntax},
		{"pt-PT", "20$00", "", normalize.ErrSyntax},
		{"en-US", "20$00", "", normalize.ErrSyntax},
	} {
		m, err := normalize.MustFor(c.tag).Money([]byte(c.text))
		if !errors.Is(err, c.kind) || m.Amount.String() != c.want {
			t.Errorf("%s %q: got %v, %v", c.tag, c.text, m.Amount, err)
		}
	}
	in, err := normalize.MustFor("pt-CV").MoneyIn([]byte("20$00"), funnel.MustCurrency("CVE"))
	if err != nil || in.Evidence != normalize.Sign {
		t.Errorf("got %v, %v", in, err)
	}
	if _, err := normalize.MustFor("pt-CV").MoneyIn([]byte("20$00"), funnel.MustCurrency("EUR")); !errors.Is(err, normalize.ErrConflict) {
		t.Errorf("in euros: %v", err)
	}
}
