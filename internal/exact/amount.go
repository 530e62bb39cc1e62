package exact

import (
	"math/big"
	"math/bits"
)

// Scale is the number of fraction digits that the 128-bit form holds. An amount of a CRM has 2 or 3 and a rate 4 to 12,
// so nearly every product fits, and 22 digits remain before the point.
const Scale = 16

// Amount is an exact rational number, nearly always a decimal of at most 16 fraction digits in 128 bits. Anything else goes into wide.
// It is immutable; the zero value is 0.
type Amount struct {
	hi   int64
	lo   uint64
	wide *big.Rat // stands for the whole number if not nil
}

var powers = [...]uint64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19}

// Decimal returns coef × 10^exp.
func Decimal(coef int64, exp int) Amount { return Product(coef, exp, 1, 0) }

// Product returns the product of two decimals.
func Product(a int64, aexp int, b int64, bexp int) Amount {
	negative := (a < 0) != (b < 0)
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	if hi, lo, ok := scaled(hi, lo, aexp+bexp+Scale); ok {
		return signed(negative, hi, lo)
	}
	p := new(big.Int).Mul(big.NewInt(a), big.NewInt(b))
	return Rational(rat(p, aexp+bexp))
}

// Wide returns coef × 10^exp for a coefficient of any length.
func Wide(coef *big.Int, exp int) Amount { return Rational(rat(coef, exp)) }

// Rational returns r, in 128 bits if it fits; the caller gives r away.
func Rational(r *big.Rat) Amount {
	n := new(big.Int).Mul(r.Num(), unit)
	q, rem := n.QuoRem(n, r.Denom(), new(big.Int))
	if rem.Sign() != 0 || q.BitLen() > maxBits {
		return Amount{wide: r}
	}
	negative := q.Sign() < 0
	q.Abs(q)
	lo := new(big.Int).And(q, lowBits).Uint64()
	return signed(negative, new(big.Int).Rsh(q, 64).Uint64(), lo)
}

// Times returns a × coef × 10^exp.
func (a Amount) Times(coef int64, exp int) Amount {
	if a.wide == nil {
		if hi, lo, ok := timesScaled(a, coef, exp); ok {
			return signed((a.hi < 0) != (coef < 0), hi, lo)
		}
	}
	return Rational(new(big.Rat).Mul(a.Rat(), rat(big.NewInt(coef), exp)))
}

func timesScaled(a Amount, coef int64, exp int) (hi, lo uint64, ok bool) {
	ahi, alo := a.magnitude()
	m := magnitude(coef)
	over, top := bits.Mul64(ahi, m)
	hi, lo = bits.Mul64(alo, m)
	hi, carry := bits.Add64(hi, top, 0)
	if over != 0 || carry != 0 {
		return 0, 0, false
	}
	return scaled(hi, lo, exp)
}

// Sign returns -1, 0 or +1.
func (a Amount) Sign() int {
	switch {
	case a.wide != nil:
		return a.wide.Sign()
	case a.hi < 0:
		return -1
	case a.hi == 0 && a.lo == 0:
		return 0
	}
	return 1
}

// Cmp returns -1, 0 or +1 as a is less than, equal to or greater than b.
func (a Amount) Cmp(b Amount) int {
	if a.wide != nil || b.wide != nil {
		return a.Rat().Cmp(b.Rat())
	}
	switch {
	case a.hi != b.hi && a.hi < b.hi, a.hi == b.hi && a.lo < b.lo:
		return -1
	case a.hi == b.hi && a.lo == b.lo:
		return 0
	}
	return 1
}

// Rat returns the number as a fraction in lowest terms; the caller owns it.
func (a Amount) Rat() *big.Rat {
	if a.wide != nil {
		return new(big.Rat).Set(a.wide)
	}
	return new(big.Rat).SetFrac(a.integer(), unit)
}

// integer returns the number in units of 10^-Scale.
func (a Amount) integer() *big.Int {
	n := big.NewInt(a.hi)
	return n.Add(n.Lsh(n, 64), new(big.Int).SetUint64(a.lo))
}

func (a Amount) magnitude() (hi, lo uint64) {
	if a.hi >= 0 {
		return uint64(a.hi), a.lo
	}
	lo, borrow := bits.Sub64(0, a.lo, 0)
	hi, _ = bits.Sub64(0, uint64(a.hi), borrow)
	return hi, lo
}

// maxBits keeps one amount below 2^120, so that a sum meets its limit only after some hundred of the largest.
const maxBits = 120

var (
	unit    = new(big.Int).Exp(big.NewInt(10), big.NewInt(Scale), nil)
	lowBits = new(big.Int).SetUint64(1<<64 - 1)
)

// scaled returns (hi, lo) × 10^shift if that is an integer below 2^maxBits.
func scaled(hi, lo uint64, shift int) (uint64, uint64, bool) {
	switch {
	case hi|lo == 0:
		return 0, 0, true
	case shift < -19 || shift > 38:
		return 0, 0, false
	case shift < 0:
		return divided(hi, lo, powers[-shift])
	}
	for ; shift > 0; shift -= 19 {
		p := powers[min(shift, 19)]
		over, top := bits.Mul64(hi, p)
		h, l := bits.Mul64(lo, p)
		h, carry := bits.Add64(h, top, 0)
		if over != 0 || carry != 0 {
			return 0, 0, false
		}
		hi, lo = h, l
	}
	return hi, lo, hi < 1<<(maxBits-64)
}

func divided(hi, lo, by uint64) (uint64, uint64, bool) {
	qhi, rem := hi/by, hi%by
	qlo, rem := bits.Div64(rem, lo, by)
	return qhi, qlo, rem == 0 && qhi < 1<<(maxBits-64)
}

func signed(negative bool, hi, lo uint64) Amount {
	if !negative {
		return Amount{hi: int64(hi), lo: lo}
	}
	lo, borrow := bits.Sub64(0, lo, 0)
	hi, _ = bits.Sub64(0, hi, borrow)
	return Amount{hi: int64(hi), lo: lo}
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

func rat(coef *big.Int, exp int) *big.Rat {
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(exp, -exp))), nil)
	if exp < 0 {
		return new(big.Rat).SetFrac(coef, p)
	}
	return new(big.Rat).SetInt(p.Mul(p, coef))
}
