package normalize

import (
	"slices"

	"github.com/koine-go/koine/funnel"
)

// Evidence says how the currency of an amount is known. The zero value is no evidence.
type Evidence uint8

// The kinds of evidence, strongest first.
const (
	Code    Evidence = iota + 1 // its ISO 4217 code is there
	Sign                        // a sign is there that belongs to one currency in this locale
	Name                        // its name in this locale is there
	Assumed                     // a shared sign is there, read as the home currency
	Given                       // the caller named it, and what is there does not contradict
)

var evidenceNames = [...]string{"none", "code", "sign", "name", "assumed", "given"}

// String returns the kind in lower case.
func (e Evidence) String() string {
	if int(e) < len(evidenceNames) {
		return evidenceNames[e]
	}
	return "none"
}

// Money is an amount read from text. The zero value is no amount.
type Money struct {
	Amount   funnel.Money
	Evidence Evidence
	Repairs  Repairs
}

// Bounds of an amount's text, so that what enters the model is bounded before any work on it.
const (
	maxWhole = 18
	maxFrac  = 12
)

// Money reads a whole text as an amount with its currency. A code decides, then a sign that one currency has, then a name;
// two marks must agree, else ErrConflict. A sign that several currencies share is ErrAmbiguous, unless HomeCurrency is one
// of them. A text without a mark is ErrSyntax: MoneyIn reads such columns.
func (l *Locale) Money(b []byte) (Money, error) {
	var r reading
	m, f := l.readMoney(&r, b)
	switch {
	case f != nil:
	case m == nil:
		f = &fault{err: ErrSyntax, at: r.end, hint: "no currency"}
	case len(m.currencies) == 1:
		return l.amount(&r, m.currencies[0], m.evidence)
	case slices.Contains(m.currencies, l.options.home):
		r.repairs |= AssumedCurrency
		return l.amount(&r, l.options.home, Assumed)
	default:
		f = l.shared(&r, m)
	}
	return Money{}, l.refuse(b, "an amount", f)
}

// MoneyIn reads the cell of a column whose currency is known. A mark is not needed; one that is there must be a mark of
// cur, else ErrConflict: "kr 5" goes with SEK, NOK and DKK, "€ 5" with none of them.
func (l *Locale) MoneyIn(b []byte, cur funnel.Currency) (Money, error) {
	if n, ok := l.money.plain(b); ok {
		if amount, err := funnel.NewMoney(n.Coef, int(n.Exp), cur); err == nil {
			return Money{Amount: amount, Evidence: Given}, nil
		}
	}
	var r reading
	m, f := l.readMoney(&r, b)
	switch {
	case f != nil:
	case m == nil || len(m.currencies) > 1 && slices.Contains(m.currencies, cur):
		return l.amount(&r, cur, Given)
	case slices.Contains(m.currencies, cur):
		return l.amount(&r, cur, m.evidence)
	default:
		f = &fault{err: ErrConflict, at: r.markAt(), hint: "the column is in " + cur.String()}
	}
	return Money{}, l.refuse(b, "an amount", f)
}

// readMoney reads the number and what its marks have in common; no mark is a nil mark.
func (l *Locale) readMoney(r *reading, b []byte) (*mark, *fault) {
	if f := r.read(&l.money, b); f != nil {
		return nil, f
	}
	if r.digits-r.frac > maxWhole || r.frac > maxFrac {
		return nil, &fault{err: ErrRange, at: r.start, hint: "more digits than an amount has"}
	}
	first, f := l.marks.find(r.before)
	if f != nil {
		return nil, f
	}
	second, f := l.marks.find(r.after)
	switch {
	case f != nil:
		return nil, f
	case first == nil:
		return second, nil
	case second == nil:
		return first, nil
	}
	both := first.and(second)
	if len(both.currencies) == 0 {
		return nil, &fault{err: ErrConflict, at: r.after.at}
	}
	return both, nil
}

// markAt is where the first mark stands.
func (r *reading) markAt() int {
	if len(r.before.text) > 0 {
		return r.before.at
	}
	return r.after.at
}

// shared is the fault of a sign that several currencies have, with the amount in each.
func (l *Locale) shared(r *reading, m *mark) *fault {
	var candidates []string
	for _, cur := range m.currencies {
		if money, err := l.amount(r, cur, Sign); err == nil {
			candidates = append(candidates, money.Amount.String())
		}
	}
	return &fault{err: ErrAmbiguous, at: r.markAt(), candidates: candidates, hint: "declare the column's or the home currency"}
}

func (l *Locale) amount(r *reading, cur funnel.Currency, e Evidence) (Money, error) {
	n := r.number()
	var amount funnel.Money
	var err error
	if n.Big != nil {
		amount, err = funnel.NewBigMoney(n.Big, int(n.Exp), cur)
	} else {
		amount, err = funnel.NewMoney(n.Coef, int(n.Exp), cur)
	}
	if err != nil {
		return Money{}, l.refuse(r.text, "an amount", &fault{err: ErrRange, at: r.start, hint: err.Error()})
	}
	return Money{Amount: amount, Evidence: e, Repairs: n.Repairs}, nil
}
