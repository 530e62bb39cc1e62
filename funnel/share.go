package funnel

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// Share is an exact decimal from 0 to 1 such as a probability or a part of a credit. 0.5 and 0.50 are one share, so shares compare
// with ==. The zero value is no share, which is not a share of zero.
type Share struct {
	coef  int64
	exp   int8 // value = coef × 10^exp, exp from -18 to 0, as near to 0 as it goes
	given bool
	out   bool // read but outside 0 to 1
}

// NewShare returns coef × 10^exp for an exp from -18 to 0; anything else is no share. A value outside 0 to 1 is kept, and Valid says so.
func NewShare(coef int64, exp int) Share {
	if exp > 0 || exp < -18 {
		return Share{}
	}
	coef, exp = trimmed(coef, exp)
	limit := int64(1)
	for range -exp {
		limit *= 10
	}
	return Share{coef: coef, exp: int8(exp), given: true, out: coef < 0 || coef > limit}
}

// trimmed returns coef × 10^exp without zeros at the end of the fraction, so that one value has one form.
func trimmed(coef int64, exp int) (int64, int) {
	for exp < 0 && coef%10 == 0 {
		coef, exp = coef/10, exp+1
	}
	return coef, exp
}

// ParseShare reads a plain decimal of at most 18 fraction digits whose digits together make an int64; anything else is an ErrShare.
func ParseShare(s string) (Share, error) {
	coef, exp, ok := plainDecimal(s)
	if !ok || exp < -18 || !coef.IsInt64() {
		return Share{}, &Error{Input: s, Reason: "want a decimal from 0 to 1", Err: ErrShare}
	}
	return NewShare(coef.Int64(), exp), nil
}

// Known tells whether there is a share at all, inside 0 to 1 or not.
func (s Share) Known() bool { return s.given }

// Valid tells whether there is a share and it lies from 0 to 1.
func (s Share) Valid() bool { return s.given && !s.out }

// Coefficient returns the share as coef × 10^exp.
func (s Share) Coefficient() (coef int64, exp int) { return s.coef, int(s.exp) }

// Decimal returns the share as a decimal; no share is 0.
func (s Share) Decimal() decimal.Decimal {
	return decimal.NewFromBigInt(big.NewInt(s.coef), int32(s.exp))
}

// String returns the plain decimal, the empty string for no share.
func (s Share) String() string {
	if !s.given {
		return ""
	}
	return s.Decimal().StringFixed(int32(-s.exp))
}

// MarshalText writes the plain decimal; no share is empty.
func (s Share) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (s *Share) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*s = Share{}
		return nil
	}
	*s, err = ParseShare(string(b))
	return err
}
