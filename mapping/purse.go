package mapping

import (
	"math/big"
	"slices"
	"sort"

	"github.com/shopspring/decimal"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/internal/exact"
)

// purse sums amounts by currency, exactly and without an allocation for an amount of a currency that it has.
type purse struct {
	pots []pot // by currency
	last int   // the one added to last
	none int   // amounts that are not known
}

// pot is the total of one currency: far and near × 10^exp. Most amounts of a file have one exponent, so that adding one is adding a word.
type pot struct {
	currency funnel.Currency
	exp      int8
	near     int64
	far      exact.Sum
}

func (p *purse) add(m *funnel.Money) {
	coef, exp, ok := m.Coefficient()
	if p.last < len(p.pots) && ok {
		if t := &p.pots[p.last]; t.currency == m.Currency() && int(t.exp) == exp && t.near64(coef) {
			return
		}
	}
	p.spill(m)
}

// spill adds an amount that is not like the one before.
func (p *purse) spill(m *funnel.Money) {
	if !m.Known() {
		p.none++
		return
	}
	t := p.pot(m.Currency())
	coef, exp, ok := m.Coefficient()
	if !ok {
		t.far.Add(exact.Wide(m.Big()))
		return
	}
	t.far.Add(exact.Decimal(t.near, int(t.exp)))
	t.near, t.exp = coef, int8(exp)
}

// near64 adds coef to near unless that overflows.
func (t *pot) near64(coef int64) bool {
	sum := t.near + coef
	if (t.near^sum)&(coef^sum) < 0 {
		return false
	}
	t.near = sum
	return true
}

// pot returns the total of the currency.
func (p *purse) pot(c funnel.Currency) *pot {
	if p.last < len(p.pots) && p.pots[p.last].currency == c {
		return &p.pots[p.last]
	}
	at := sort.Search(len(p.pots), func(i int) bool { return !p.pots[i].currency.Less(c) })
	if at == len(p.pots) || p.pots[at].currency != c {
		p.pots = slices.Insert(p.pots, at, pot{currency: c})
	}
	p.last = at
	return &p.pots[at]
}

// merge adds what is in o.
func (p *purse) merge(o *purse) {
	p.none += o.none
	for i := range o.pots {
		from := &o.pots[i]
		to := p.pot(from.currency)
		to.far.Merge(from.far)
		to.far.Add(exact.Decimal(from.near, int(from.exp)))
	}
}

// total returns the sum of a currency, without zeros at its end.
func (p *purse) total(c funnel.Currency) decimal.Decimal {
	t := p.pot(c)
	sum := t.far.Clone()
	sum.Add(exact.Decimal(t.near, int(t.exp)))
	r := sum.Rat() // an amount has at most 12 fraction digits, so the denominator divides 10^exact.Scale
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(exact.Scale), nil)
	n, exp := new(big.Int).Div(unit.Mul(unit, r.Num()), r.Denom()), int32(-exact.Scale)
	for ten, rest := big.NewInt(10), new(big.Int); exp < 0; exp++ {
		q, _ := new(big.Int).QuoRem(n, ten, rest)
		if rest.Sign() != 0 {
			break
		}
		n = q
	}
	return decimal.NewFromBigInt(n, exp)
}
