package mapping

import (
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/koine-go/koine/funnel"
)

// Reach says how far the rules reach: rows by what became of a value in them, and what the deals among them are worth. Each row is one of Exact,
// Assumed, Lossy, Unmapped and Unread. The zero value is of no rows.
type Reach struct {
	Exact    int   `json:"exact"`     // by the confidence of the rule that decided
	Assumed  int   `json:"assumed"`   // likewise
	Lossy    int   `json:"lossy"`     // likewise
	Unmapped int   `json:"unmapped"`  // no rule read it
	Unread   int   `json:"unread"`    // the cell was set aside
	Amounts  []Sum `json:"amounts"`   // by currency, over the rows of the deals file
	NoAmount int   `json:"no_amount"` // rows of the deals file without an amount
}

// Rows returns the number of rows.
func (r Reach) Rows() int { return r.Mapped() + r.Unmapped + r.Unread }

// Mapped returns the number of rows that some rule read.
func (r Reach) Mapped() int { return r.Exact + r.Assumed + r.Lossy }

// Share returns Mapped ÷ Rows to 4 digits, half-even. It is not known of no rows.
func (r Reach) Share() (share decimal.Decimal, ok bool) {
	return portion(big.NewInt(int64(r.Mapped())), big.NewInt(int64(r.Rows())))
}

func (r *Reach) count(how reading, rows int) {
	switch {
	case how.unmapped:
		r.Unmapped += rows
	case how.confidence == Lossy:
		r.Lossy += rows
	case how.confidence == Assumed:
		r.Assumed += rows
	default:
		r.Exact += rows
	}
}

// Sum is what deals are worth in one currency, exactly. The zero value is of no currency. Sums do not compare with ==, which does not compile.
type Sum struct {
	_        [0]func()
	Currency funnel.Currency
	Total    decimal.Decimal // of all deals
	Mapped   decimal.Decimal // of those in which some rule read the value
}

// Share returns Mapped ÷ Total to 4 digits, half-even. It is not known where that is no share: of a total of zero, or of amounts of which some are negative
// so that it would not lie between 0 and 1.
func (s Sum) Share() (share decimal.Decimal, ok bool) {
	least := min(s.Mapped.Exponent(), s.Total.Exponent())
	return portion(units(s.Mapped, least), units(s.Total, least))
}

// units returns d in units of 10^exp, which divide it.
func units(d decimal.Decimal, exp int32) *big.Int {
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(d.Exponent()-exp)), nil)
	return power.Mul(power, d.Coefficient())
}

// portion returns n/of to 4 digits, half-even, if it lies between 0 and 1.
func portion(n, of *big.Int) (share decimal.Decimal, ok bool) {
	if of.Sign() == 0 || n.Sign() != 0 && n.Sign() != of.Sign() || n.CmpAbs(of) > 0 {
		return decimal.Decimal{}, false
	}
	q, rest := new(big.Int).QuoRem(new(big.Int).Abs(new(big.Int).Mul(n, big.NewInt(1e4))), new(big.Int).Abs(of), new(big.Int))
	if c := rest.Lsh(rest, 1).CmpAbs(of); c > 0 || c == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	return decimal.NewFromBigInt(q, -4), true
}

// percent returns a share as per cent with a digit less than it has, "-" for none.
func percent(share decimal.Decimal, ok bool) string {
	if !ok {
		return noMeaning
	}
	return share.Shift(2).StringFixed(2) + "%"
}

// ledger adds up a Reach. The deals' amounts are summed twice, once for all and once for those mapped.
type ledger struct {
	Reach
	total, mapped purse
}

// add counts the rows of a state.
func (l *ledger) add(s *sightings, how reading) {
	l.count(how, s.rows)
	l.total.merge(&s.purse)
	if !how.unmapped {
		l.mapped.merge(&s.purse)
	}
}

// unread counts the rows of a state in which the cell was set aside.
func (l *ledger) unread(s *sightings) {
	l.Unread += s.rows
	l.total.merge(&s.purse)
}

// close returns the Reach with its sums.
func (l *ledger) close() Reach {
	l.NoAmount = l.total.none
	l.Amounts = []Sum{}
	for _, t := range l.total.pots {
		l.Amounts = append(l.Amounts, Sum{Currency: t.currency, Total: l.total.total(t.currency), Mapped: l.mapped.total(t.currency)})
	}
	return l.Reach
}
