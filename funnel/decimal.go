package funnel

import "github.com/shopspring/decimal"

// ParseDecimal reads a plain decimal, -?[0-9]+(\.[0-9]+)? in at most 40 bytes, 12 of them after the dot; anything else is an ErrDecimal. The
// decimal package itself would take quadratic time on a long one.
func ParseDecimal(s string) (decimal.Decimal, error) {
	coef, exp, ok := plainDecimal(s)
	if !ok || exp < minExponent {
		return decimal.Decimal{}, &Error{Input: s, Reason: "want at most 40 bytes, 12 of them after the dot", Err: ErrDecimal}
	}
	return decimal.NewFromBigInt(coef, int32(exp)), nil
}

// exact is a decimal in JSON: a text with as many fraction digits as it was read with, since a JSON number may pass through a float.
type exact decimal.Decimal

// MarshalText writes what ParseDecimal reads. Any other decimal is refused: one with an exponent of a million has a million digits.
func (d exact) MarshalText() ([]byte, error) {
	v := decimal.Decimal(d)
	if exp := v.Exponent(); exp >= minExponent && exp <= maxAmountText {
		if text := v.StringFixed(max(0, -exp)); len(text) <= maxAmountText {
			return []byte(text), nil
		}
	}
	return nil, &Error{Reason: "more than 40 bytes, or more than 12 of them after the dot", Err: ErrDecimal}
}

// UnmarshalText reads what MarshalText writes.
func (d *exact) UnmarshalText(b []byte) error {
	v, err := ParseDecimal(string(b))
	if err == nil {
		*d = exact(v)
	}
	return err
}
