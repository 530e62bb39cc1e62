package funnel

import (
	"errors"
	"math/big"
)

// Into returns the table with rates into currency to added for every currency and kind that it has none of directly: the inverse of
// to → x, or the cross b → to by b → x of one date, where a feed quotes against another base b; of several bases the first by code. They
// carry 12 fraction digits, half-even, and are marked as derived (ruling Q31a). One that this scale does not hold is an ErrRate.
func (t *Rates) Into(to Currency) (*Rates, error) {
	if t == nil {
		return nil, nil
	}
	all := t.All()
	via := map[pair]Currency{} // the base that a pair is derived through, so that two bases never contradict each other
	var faults []error
	for _, inverted := range [...]bool{true, false} {
		for _, quote := range t.rates {
			p := pair{quote.To, to, quote.Kind}
			base, taken := via[p]
			if quote.To == to || (quote.From == to) != inverted || t.has(p) || taken && base != quote.From {
				continue
			}
			above, ok := t.above(to, quote)
			if !ok {
				continue
			}
			r, err := crossed(p, above, quote)
			if err != nil {
				faults = append(faults, err)
				continue
			}
			all, via[p] = append(all, r), quote.From
		}
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return NewRates(all)
}

func (t *Rates) has(p pair) bool {
	_, ok := t.pairs[p]
	return ok
}

// above returns the rate that is divided by the quote b → x to make x → to: b → to of the same day or period, or 1 where b is to.
func (t *Rates) above(to Currency, quote Rate) (Rate, bool) {
	if quote.From == to {
		return Rate{coef: 1}, true
	}
	r, ok := t.Series(quote.From, to, quote.Kind).On(quote.from())
	return r, ok && r.Date == quote.Date && r.Period == quote.Period
}

// crossed returns above/quote as the rate of p, at 12 fraction digits, half-even.
func crossed(p pair, above, quote Rate) (Rate, error) {
	num := new(big.Int).Mul(big.NewInt(above.coef), power10(-int(quote.exp)-minExponent))
	den := new(big.Int).Mul(big.NewInt(quote.coef), power10(-int(above.exp)))
	q := quoHalfEven(num, den)
	if q.Sign() <= 0 || !q.IsInt64() || q.Int64() > maxCoefficient {
		return Rate{}, &Error{Input: quote.String(), Reason: "12 fraction digits do not hold its inverse", Err: ErrRate}
	}
	r := Rate{From: p.from, To: p.to, Kind: p.kind, Date: quote.Date, Period: quote.Period, Source: quote.Source, Derived: true}
	coef, exp := trimmed(q.Int64(), minExponent)
	r.coef, r.exp = coef, int8(exp)
	return r, nil
}

func power10(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

// quoHalfEven divides two positive integers and rounds to the nearest, ties to even.
func quoHalfEven(num, den *big.Int) *big.Int {
	q, rem := new(big.Int).QuoRem(num, den, new(big.Int))
	if c := rem.Lsh(rem, 1).Cmp(den); c > 0 || c == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	return q
}
