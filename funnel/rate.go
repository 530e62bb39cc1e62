package funnel

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// RateKind says what a rate stands for. The zero value is no kind.
type RateKind uint8

// The kinds of rate: of a day, the average of a period, or the one a plan is made at.
const (
	NoRateKind RateKind = iota
	Spot
	Average
	Plan
)

var rateKindKeys = [...]string{"", "spot", "avg", "plan"}

// ParseRateKind returns the kind with this key, an ErrKey for any other text.
func ParseRateKind(key string) (RateKind, error) {
	i, err := keyIndex(rateKindKeys[:], key)
	return RateKind(i), err
}

// String returns the key, the empty string for no kind.
func (k RateKind) String() string { return keyOf(rateKindKeys[:], uint8(k)) }

// MarshalText writes the key.
func (k RateKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads a key; empty is no kind.
func (k *RateKind) UnmarshalText(b []byte) (err error) {
	*k, err = ParseRateKind(string(b))
	return err
}

// Rate says that 1 From is worth coefficient × 10^exponent To, on Date for a spot rate, within Period for the others. A factor of 0.9 is
// one of 0.90, so rates compare with ==. The zero value is no rate.
type Rate struct {
	From, To Currency
	Kind     RateKind
	Date     Date
	Period   Period
	Source   string
	Derived  bool // inverted or crossed from others (ruling Q31a)
	coef     int64
	exp      int8
}

// Factor sets the rate to a plain decimal above zero of at most 18 digits, 12 of them after the dot; anything else is an ErrRate.
func (r Rate) Factor(text string) (Rate, error) {
	coef, exp, ok := plainDecimal(text)
	if !ok || exp < minExponent || !coef.IsInt64() || coef.Int64() > maxCoefficient || coef.Sign() <= 0 {
		return Rate{}, &Error{Input: text, Reason: "want a decimal above zero", Err: ErrRate}
	}
	c, e := trimmed(coef.Int64(), exp)
	r.coef, r.exp = c, int8(e)
	return r, nil
}

// MustRate reads a rate such as "USD EUR 0.90 2025-12-31" (spot) or "USD EUR 0.90 2026-01-01..2027-01-01" (plan), for tests and
// examples; it panics on anything else.
func MustRate(s string) Rate {
	f := strings.Fields(s)
	if len(f) != 4 {
		panic(&Error{Input: s, Reason: "want FROM TO RATE DATE", Err: ErrRate})
	}
	r := Rate{From: MustCurrency(f[0]), To: MustCurrency(f[1]), Kind: Spot}
	if strings.Contains(f[3], "..") {
		r.Kind, r.Period = Plan, MustPeriod(f[3])
	} else {
		r.Date = MustDate(f[3])
	}
	r, err := r.Factor(f[2])
	if err != nil {
		panic(err)
	}
	return r
}

// Coefficient returns the rate as coef × 10^exp.
func (r Rate) Coefficient() (coef int64, exp int) { return r.coef, int(r.exp) }

// String returns the rate as "1 USD = 0.9 EUR (spot 2025-12-31)".
func (r Rate) String() string {
	when := r.Date.String()
	if r.Kind != Spot {
		when = r.Period.String()
	}
	amount := Money{coef: r.coef, exp: r.exp, cur: r.To}
	return fmt.Sprintf("1 %v = %v (%v %s)", r.From, amount, r.Kind, when)
}

// same tells whether r and o say the same, whatever their source.
func (r Rate) same(o Rate) bool {
	r.Source, r.Derived = o.Source, o.Derived
	return r == o
}

// compare orders by pair, kind, time, factor, and in the end by what tells two identical rates apart, so that the one kept does not
// depend on the order given.
func (r Rate) compare(o Rate) int {
	return cmp.Or(
		slices.Compare(r.From.code[:], o.From.code[:]), slices.Compare(r.To.code[:], o.To.code[:]), cmp.Compare(r.Kind, o.Kind),
		r.Date.Compare(o.Date), r.Period.From.Compare(o.Period.From), r.Period.To.Compare(o.Period.To),
		cmp.Compare(r.exp, o.exp), cmp.Compare(r.coef, o.coef),
		derivedLast(r, o), strings.Compare(r.Source, o.Source),
	)
}

func derivedLast(r, o Rate) int {
	switch {
	case r.Derived == o.Derived:
		return 0
	case r.Derived:
		return 1
	}
	return -1
}

func (r Rate) check() error {
	dated := r.Kind == Spot && !r.Date.IsZero() && r.Period == Period{}
	ranged := (r.Kind == Plan || r.Kind == Average) && r.Date.IsZero() && r.Period.Days() > 0
	switch {
	case r.From.IsZero() || r.To.IsZero() || r.From == r.To:
		return &Error{Input: r.String(), Reason: "want two currencies", Err: ErrRate}
	case r.coef <= 0:
		return &Error{Input: r.String(), Reason: "no factor", Err: ErrRate}
	case !dated && !ranged:
		return &Error{Input: r.String(), Reason: "want a date for spot, a period for avg and plan", Err: ErrRate}
	}
	return nil
}

// Rates is a table of exchange rates. A rate that is not in it is missing, never 1. It is immutable and safe for concurrent use;
// a nil table and the zero value are empty.
type Rates struct {
	rates []Rate // by currency pair, kind, date
	pairs map[pair]Series
}

type pair struct {
	from, to Currency
	kind     RateKind
}

// NewRates returns the table of these rates, in any order. Identical ones collapse; two that differ for one pair, kind and date
// or whose periods overlap are an ErrRate, as is a rate without currencies, factor or date. Every fault is reported.
func NewRates(rates []Rate) (*Rates, error) {
	var faults []error
	kept := make([]Rate, 0, len(rates))
	for _, r := range rates {
		if err := r.check(); err != nil {
			faults = append(faults, err)
			continue
		}
		kept = append(kept, r)
	}
	slices.SortFunc(kept, Rate.compare)
	kept = slices.CompactFunc(kept, Rate.same)
	faults = append(faults, contradictions(kept)...)
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return &Rates{kept, seriesOf(kept)}, nil
}

// contradictions compares each rate with the one before it that reaches furthest.
func contradictions(rates []Rate) (faults []error) {
	reach := 0
	for i := 1; i < len(rates); i++ {
		a, b := rates[reach], rates[i]
		if a.collides(b) {
			faults = append(faults, &Error{Input: b.String(), Reason: "contradicts " + a.String(), Err: ErrRate})
		}
		if !a.collides(b) || a.Period.To.Before(b.Period.To) {
			reach = i
		}
	}
	return faults
}

func (r Rate) collides(o Rate) bool {
	if r.From != o.From || r.To != o.To || r.Kind != o.Kind {
		return false
	}
	if r.Kind == Spot {
		return r.Date == o.Date
	}
	return o.Period.From.Before(r.Period.To)
}

func seriesOf(rates []Rate) map[pair]Series {
	pairs := map[pair]Series{}
	for from := 0; from < len(rates); {
		p := pair{rates[from].From, rates[from].To, rates[from].Kind}
		to := from
		for to < len(rates) && p == (pair{rates[to].From, rates[to].To, rates[to].Kind}) {
			to++
		}
		pairs[p] = Series{rates[from:to:to]}
		from = to
	}
	return pairs
}

// All returns every rate in the order of pair, kind and date.
func (t *Rates) All() []Rate {
	if t == nil {
		return nil
	}
	return slices.Clone(t.rates)
}

// Series returns the rates of one kind from one currency to another; it is empty if the table has none.
func (t *Rates) Series(from, to Currency, kind RateKind) Series {
	if t == nil {
		return Series{}
	}
	return t.pairs[pair{from, to, kind}]
}

// Series is the rates of one kind between two currencies in order of time. The zero value is empty.
type Series struct{ rates []Rate }

// On returns the rate that holds on day d: the latest spot rate dated d or earlier, however old (ruling Q31), or the average or plan
// rate whose period holds d. ok is false if there is none.
func (s Series) On(d Date) (r Rate, ok bool) {
	i, found := slices.BinarySearchFunc(s.rates, d, func(r Rate, d Date) int { return r.from().Compare(d) })
	if !found {
		i--
	}
	if i < 0 || s.rates[i].Kind != Spot && !s.rates[i].Period.Contains(d) {
		return Rate{}, false
	}
	return s.rates[i], true
}

func (r Rate) from() Date {
	if r.Kind == Spot {
		return r.Date
	}
	return r.Period.From
}
