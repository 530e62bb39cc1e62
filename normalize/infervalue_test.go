package normalize

import (
	"math/big"
	"testing"
)

// Equal values compare with ==, whatever digits and whatever types they come in, and are written as themselves.
func TestExactValues(t *testing.T) {
	long, _ := new(big.Int).SetString("1234567890123456789012000", 10)
	for _, c := range []struct {
		a, b value
		text string
	}{
		{exact(150, -2, nil), exact(15, -1, nil), "1.5"},
		{exact(0, -2, nil), exact(0, 0, nil), "0"},
		{exact(0, -2, new(big.Int)), exact(0, 0, nil), "0"},
		{exact(0, -2, big.NewInt(-1500)), exact(-15, 0, nil), "-15"},
		{exact(0, 0, long), exact(0, 3, new(big.Int).Div(long, big.NewInt(1000))), "1234567890123456789012000"},
	} {
		if c.a != c.b || c.a.decimal() != c.text {
			t.Errorf("%+v and %+v, %s for %s", c.a, c.b, c.a.decimal(), c.text)
		}
	}
}
