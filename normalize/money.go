package normalize

import (
	"cmp"

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
func (l *Locale) Money(b []byte) (m Money, err error) {
	var a affixed
	if a.split(&l.money, b) {
		if mark := l.markOf(&a); mark != nil {
			if cur, evidence := mark.settle(l.options.home); evidence != 0 && a.into(&m, cur, evidence) {
				return m, nil
			}
		}
	}
	return l.moneyOf(b)
}

// moneyOf is Money by the full grammar.
func (l *Locale) moneyOf(b []byte) (Money, error) {
	var r reading
	m, f := l.readMoney(&r, &l.money, b)
	switch {
	case f != nil:
		f.hint = cmp.Or(l.orConvention(f, b, func(r *reading, g *grammar) bool {
			m, f := l.readMoney(r, g, b)
			return f == nil && m != nil
		}), l.orCompact(f, b))
	case m == nil:
		f = &fault{err: ErrSyntax, at: r.end, hint: "no currency"}
	default:
		cur, evidence := m.settle(l.options.home)
		if evidence != 0 {
			return l.amount(&r, cur, evidence)
		}
		f = l.shared(&r, m)
	}
	return Money{}, l.refuse(b, "an amount", f)
}

// MoneyIn reads the cell of a column whose currency is known. A mark is not needed; one that is there must be a mark of
// cur, else ErrConflict: "kr 5" goes with SEK, NOK and DKK, "€ 5" with none of them.
func (l *Locale) MoneyIn(b []byte, cur funnel.Currency) (m Money, err error) {
	var a affixed
	if a.split(&l.money, b) {
		if mark := l.markOf(&a); mark != nil || len(a.before)+len(a.after) == 0 {
			if evidence := mark.in(cur); evidence != 0 && a.into(&m, cur, evidence) {
				return m, nil
			}
		}
	}
	return l.moneyIn(b, cur)
}

// moneyIn is MoneyIn by the full grammar.
func (l *Locale) moneyIn(b []byte, cur funnel.Currency) (Money, error) {
	var r reading
	m, f := l.readMoney(&r, &l.money, b)
	if f != nil {
		f.hint = cmp.Or(l.orConvention(f, b, func(r *reading, g *grammar) bool {
			m, f := l.readMoney(r, g, b)
			return f == nil && m.in(cur) != 0
		}), l.orCompact(f, b))
		return Money{}, l.refuse(b, "an amount", f)
	}
	if evidence := m.in(cur); evidence != 0 {
		return l.amount(&r, cur, evidence)
	}
	return Money{}, l.refuse(b, "an amount", &fault{err: ErrConflict, at: r.markAt(), hint: "the column is in " + cur.String()})
}

// readMoney reads the number and what its marks have in common; no mark is a nil mark.
func (l *Locale) readMoney(r *reading, g *grammar, b []byte) (*mark, *fault) {
	f := r.read(g, b)
	if f == nil {
		f = r.bounded()
	}
	var m *mark
	if f == nil {
		m, f = r.mark(l.marks())
	}
	if f != nil {
		if m = l.interrupted(r, g, b); m == nil {
			m = l.escudo(r, g, b)
		}
		if m == nil {
			return nil, f
		}
	}
	if m != nil {
		r.repairs |= m.repairs
	}
	return m, nil
}

// bounded makes sure that there are no more digits than an amount has.
func (n *numeral) bounded() *fault {
	if n.digits-n.frac > maxWhole || n.frac > maxFrac {
		return &fault{err: ErrRange, at: n.start, hint: "more digits than an amount has"}
	}
	return nil
}

// mark is what the marks before and after the number have in common.
func (r *reading) mark(marks *marks) (*mark, *fault) {
	first, f := marks.find(r.before)
	if f != nil {
		return nil, f
	}
	second, f := marks.find(r.after)
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

// markOf is the one mark that stands beside a number, as the locale itself writes it; nil if there is none or it is not known.
func (l *Locale) markOf(a *affixed) *mark {
	text := a.before
	switch {
	case len(text) == 0:
		text = a.after
	case len(a.after) > 0:
		return nil
	}
	if len(text) == 0 {
		return nil
	}
	found := l.marks().exact[string(text)]
	if found != nil {
		a.Repairs |= found.repairs
	}
	return found
}

// into makes the amount; false if it is none, which moneyOf and moneyIn say better.
func (a *affixed) into(m *Money, cur funnel.Currency, e Evidence) bool {
	var err error
	m.Amount, err = funnel.NewMoney(a.Coef, int(a.Exp), cur)
	m.Evidence, m.Repairs = e, a.Repairs
	if e == Assumed {
		m.Repairs |= AssumedCurrency
	}
	return err == nil
}

func (l *Locale) amount(r *reading, cur funnel.Currency, e Evidence) (Money, error) {
	return l.amountOf(r, r.number(), cur, e)
}

// amountOf is amount for a number made of what was read.
func (l *Locale) amountOf(r *reading, n Number, cur funnel.Currency, e Evidence) (Money, error) {
	if e == Assumed {
		n.Repairs |= AssumedCurrency
	}
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
