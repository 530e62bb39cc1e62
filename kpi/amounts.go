package kpi

import (
	"math/big"
	"slices"

	"github.com/koine-go/koine/internal/exact"
)

// Amounts is a multiset of exact amounts, for medians: there is no exact median without all of them (ruling Q41). It takes memory for every
// amount. Without amounts its median is undefined. The zero value holds none.
type Amounts struct{ list []Amount }

// Add adds one amount.
func (a *Amounts) Add(x Amount) { a.list = append(a.list, x) }

// N returns how many amounts there are.
func (a Amounts) N() int64 { return int64(len(a.list)) }

// Quantile returns the amount at a share of permille/1000: quantile type 2, the value at position ⌈p·n⌉ or the mean of it and the next where p·n is
// whole (R-PCTL). ok is false without amounts.
func (a Amounts) Quantile(permille int) (q *big.Rat, ok bool) {
	if len(a.list) == 0 {
		return nil, false
	}
	s := slices.Clone(a.list)
	slices.SortFunc(s, Amount.Cmp)
	i, j := quantilePositions(int64(len(s)), permille)
	q = new(big.Rat).Add(s[i].Rat(), s[j].Rat())
	return q.Mul(q, big.NewRat(1, 2)), true
}

// quantilePositions returns the positions, from 0, of the two values whose mean is the type 2 quantile of n values; they may be one.
func quantilePositions(n int64, permille int) (i, j int64) {
	at := n * int64(permille)
	i = max(0, (at+999)/1000-1)
	j = i
	if at%1000 == 0 && at > 0 && i+1 < n {
		j++
	}
	return i, j
}

// Plus unites the two multisets.
func (a Amounts) Plus(o Amounts) Amounts { return Amounts{append(a.list, o.list...)} }

// AppendBinary appends the binary form: the amounts in rising order.
func (a Amounts) AppendBinary(b []byte) []byte {
	s := slices.Clone(a.list)
	slices.SortFunc(s, Amount.Cmp)
	b = appendCounts(b, int64(len(s)))
	for _, x := range s {
		b = x.AppendBinary(b)
	}
	return b
}

// DecodeBinary reads it back.
func (Amounts) DecodeBinary(b []byte) (a Amounts, rest []byte, err error) {
	var n int64
	if rest, err = decodeCounts(b, &n); err != nil || n > int64(len(rest)) {
		return Amounts{}, nil, ErrForm
	}
	for range n {
		var x Amount
		if x, rest, err = exact.DecodeAmount(rest); err != nil {
			return Amounts{}, nil, err
		}
		if k := len(a.list); k > 0 && x.Cmp(a.list[k-1]) < 0 {
			return Amounts{}, nil, ErrForm
		}
		a.list = append(a.list, x)
	}
	return a, rest, nil
}

// Read sets the median and n; a median has no denominator.
func (a Amounts) Read(v *Value) {
	v.N = a.N()
	if m, ok := a.Quantile(500); ok {
		v.Num = m
	}
}

// Trace has every deal in the whole and in the part.
func (a Amounts) Trace() (part, all bool) { return len(a.list) > 0, len(a.list) > 0 }
