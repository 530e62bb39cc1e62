package kpi

import (
	"math/big"
	"slices"

	"github.com/shopspring/decimal"
)

// Value is what a KPI says of one group: the number, the parts it is made of, how many deals are behind it, and how many were left out and
// why. Num and Den are the state as summed, not reduced; a number that is undefined has a nil Den or a Den of zero. The zero value says nothing.
type Value struct {
	ID         string
	Version    string
	Unit       Unit
	Currency   string // where Unit is UnitCurrency
	Parameters []Parameter
	Status     ValueStatus
	Num, Den   *big.Rat    // Den is nil for counts, sums and medians
	N          int64       // observations behind the value; for a rate those in the denominator
	Derived    int64       // deals priced at a rate derived from others, by inversion or crossing (ruling Q31a)
	Left       []SkipCount // left out, by reason in the order of precedence, none of them zero
	Extra      []Extra     // what belongs to the number: a histogram, the deals still open
	Deals      *Trace      // the deals behind the number, if the report keeps them
}

// SkipCount is a number of deals left out for one reason. The zero value counts none.
type SkipCount struct {
	Reason string
	Count  int64
}

// ValueStatus says whether a value may be used. The zero value is OK.
type ValueStatus uint8

// The statuses of the catalogue (§6); of several the first in the order of ruling Q20 is given.
const (
	OK ValueStatus = iota
	InsufficientSource
	NotInLocalModel
	UndefinedZeroDenominator
	TargetMet
	InsufficientN
	Immature
	InsufficientCoverage
	NotReached
)

var valueStatusKeys = [...]string{"ok", "insufficient_source", "stage_not_in_local_model", "undefined_zero_denominator", "target_met",
	"insufficient_n", "immature", "insufficient_coverage", "not_reached"}

// String returns the key.
func (s ValueStatus) String() string {
	if int(s) < len(valueStatusKeys) {
		return valueStatusKeys[s]
	}
	return "invalid"
}

// Extra is one detail of a value: a count, an exact number, or a table of counts. Name is its key in the exchange format. The zero value is a
// count of 0 without a name.
type Extra struct {
	Name   string
	Kind   ExtraKind
	Count  int64
	Number *big.Rat // nil: undefined
	Table  []Entry
}

// ExtraKind says which part of an Extra holds it. The zero value is CountExtra.
type ExtraKind uint8

// The kinds of detail.
const (
	CountExtra ExtraKind = iota
	NumberExtra
	TableExtra
)

// Entry is one line of a table: a key and how many. The zero value counts none.
type Entry struct {
	Key   string
	Count int64
}

// Rat returns the exact value. ok is false if it is undefined; unknown is not zero.
func (v Value) Rat() (r *big.Rat, ok bool) {
	switch {
	case v.Num == nil || v.Status == NotInLocalModel || v.Status == InsufficientSource:
		return nil, false
	case v.Den == nil:
		return new(big.Rat).Set(v.Num), true
	case v.Den.Sign() == 0:
		return nil, false
	}
	return new(big.Rat).Quo(v.Num, v.Den), true
}

// Decimal returns the value rounded half-even to this many fraction digits, the only rounding there is. ok is false if it is undefined.
func (v Value) Decimal(digits int32) (d decimal.Decimal, ok bool) {
	r, ok := v.Rat()
	if !ok {
		return decimal.Decimal{}, false
	}
	return roundHalfEven(r, digits), true
}

// LeftOut returns the number of deals left out for all reasons together.
func (v Value) LeftOut() (n int64) {
	for _, l := range v.Left {
		n += l.Count
	}
	return n
}

// Skipped returns the number of deals left out for this reason, by its key.
func (v Value) Skipped(reason string) int64 {
	for _, l := range v.Left {
		if l.Reason == reason {
			return l.Count
		}
	}
	return 0
}

// Number returns the exact number of the extra with this name. ok is false if there is none, or it is undefined.
func (v Value) Number(name string) (r *big.Rat, ok bool) {
	for _, e := range v.Extra {
		if e.Name == name && e.Kind == NumberExtra {
			return e.Number, e.Number != nil
		}
	}
	return nil, false
}

func (v *Value) leave(reason string, n int64) {
	if n == 0 {
		return
	}
	for i := range v.Left {
		if v.Left[i].Reason == reason {
			v.Left[i].Count += n
			return
		}
	}
	v.Left = append(v.Left, SkipCount{reason, n})
}

func (v *Value) sortLeft() {
	slices.SortStableFunc(v.Left, func(a, b SkipCount) int { return precedence(a.Reason) - precedence(b.Reason) })
}

// settle gives the status that follows from the parts, unless the state has set one that comes first.
func (v *Value) settle(minN int) {
	undefined := v.Num == nil || v.Den != nil && v.Den.Sign() == 0
	status := OK
	switch {
	case v.N == 0 && v.Skipped(StatusNotInSource.String()) > 0:
		status = InsufficientSource
	case v.N == 0 && v.Skipped(StageNotInLocalModel.String()) > 0:
		status = NotInLocalModel
	case undefined:
		status = UndefinedZeroDenominator
	case v.N < int64(minN):
		status = InsufficientN
	}
	if status != OK && (v.Status == OK || status < v.Status) {
		v.Status = status
	}
}

func (v *Value) count(name string, n int64) {
	v.Extra = append(v.Extra, Extra{Name: name, Count: n})
}

func (v *Value) number(name string, r *big.Rat) {
	v.Extra = append(v.Extra, Extra{Name: name, Kind: NumberExtra, Number: r})
}

func (v *Value) table(name string, entries []Entry) {
	v.Extra = append(v.Extra, Extra{Name: name, Kind: TableExtra, Table: entries})
}

// roundHalfEven rounds a fraction to a number of fraction digits, ties to even.
func roundHalfEven(r *big.Rat, digits int32) decimal.Decimal {
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(digits)), nil)
	num := new(big.Int).Mul(new(big.Int).Abs(r.Num()), p)
	q, rem := num.QuoRem(num, r.Denom(), new(big.Int))
	if c := rem.Lsh(rem, 1).Cmp(r.Denom()); c > 0 || c == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	if r.Sign() < 0 {
		q.Neg(q)
	}
	return decimal.NewFromBigInt(q, -digits)
}

func whole(n int64) *big.Rat { return new(big.Rat).SetInt64(n) }
