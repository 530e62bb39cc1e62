package normalize

import (
	"slices"

	"github.com/koine-go/koine/funnel"
)

// CompactMoney reads a whole text as an amount with its currency and perhaps a word for a power of ten: "5,2 Mio. €",
// "$5M", "500 T€", "USDm 5". The mark is as in Money, the word as in Compact. A letter that may be either, such as K in
// Zambia, makes the amount ErrAmbiguous if both readings leave nothing over.
func (l *Locale) CompactMoney(b []byte) (Money, error) {
	var r reading
	var room [4]sense
	senses, f := l.readSenses(room[:0], &r, b)
	if f != nil {
		return Money{}, l.refuse(b, "a compact amount", f)
	}
	if !slices.ContainsFunc(senses, func(s sense) bool { return s.mark != nil }) {
		return Money{}, l.refuse(b, "a compact amount", &fault{err: ErrSyntax, at: r.end, hint: "no currency"})
	}
	if only := senses[0]; len(senses) == 1 {
		if cur, evidence := only.mark.settle(l.options.home); evidence != 0 {
			return l.scaled(&r, only, cur, evidence)
		}
	}
	return Money{}, l.refuse(b, "a compact amount", l.manySenses(&r, senses))
}

// CompactMoneyIn is CompactMoney for the cell of a column whose currency is known, with the evidence that MoneyIn takes.
func (l *Locale) CompactMoneyIn(b []byte, cur funnel.Currency) (Money, error) {
	var r reading
	var room [4]sense
	senses, f := l.readSenses(room[:0], &r, b)
	if f != nil {
		return Money{}, l.refuse(b, "a compact amount", f)
	}
	senses = slices.DeleteFunc(senses, func(s sense) bool { return s.mark.in(cur) == 0 })
	for i := range senses {
		senses[i].column = cur
	}
	senses = slices.CompactFunc(senses, func(s, o sense) bool { return s.power == o.power })
	switch len(senses) {
	case 0:
		return Money{}, l.refuse(b, "a compact amount", &fault{err: ErrConflict, at: r.markAt(), hint: "the column is in " + cur.String()})
	case 1:
		return l.scaled(&r, senses[0], cur, senses[0].mark.in(cur))
	}
	return Money{}, l.refuse(b, "a compact amount", l.manySenses(&r, senses))
}

// readSenses, which fills room, reads the number and finds what the marks and words around it can mean, by power; there is one sense at least.
func (l *Locale) readSenses(room []sense, r *reading, b []byte) ([]sense, *fault) {
	if f := r.read(&l.money, b); f != nil {
		return l.wordSenses(r, b, f)
	}
	if f := r.bounded(); f != nil {
		return nil, f
	}
	l.compacts().innerSign(r, l.marks())
	return l.senses(room, r)
}

// wordSenses is readSenses for a text without a digit, which f refuses: "mille euros".
func (l *Locale) wordSenses(r *reading, b []byte, f *fault) ([]sense, *fault) {
	s := l.compacts().alone(r, &l.money, b)
	if s == nil {
		return nil, f
	}
	m, f := l.marks().find(r.after)
	if f != nil {
		return nil, f
	}
	return s.into(nil, m), nil
}

// innerSign takes the minus between a mark and a word that both stand before the number, as in the Swahili "yuro -elfu 5".
func (c *compacts) innerSign(r *reading, marks *marks) {
	text := r.before.text
	if r.negative || !minus.in(text) || plus.in(r.text) {
		return
	}
	for i := 0; i < len(text); {
		is, n := classOf(text[i:])
		if is == minus && c.of(text[i+n:], nil) != nil {
			if m, _ := marks.find(span{text: text[:skipSpacesBack(text, 0, i)]}); m != nil {
				r.negative = true
				r.before.text = slices.Concat(text[:i], []byte(" "), text[i+n:])
				return
			}
		}
		i += n
	}
}

// scaled makes the amount.
func (l *Locale) scaled(r *reading, s sense, cur funnel.Currency, e Evidence) (Money, error) {
	if r.digits-r.frac+int(s.power) > maxWhole {
		return Money{}, l.refuse(r.text, "a compact amount", &fault{err: ErrRange, at: r.start, hint: "more digits than an amount has"})
	}
	n := r.number()
	n.Repairs |= s.repairs
	for n.Exp += int32(s.power); n.Exp > 0; n.Exp-- { // the bound above keeps it below 18 digits
		n.Coef *= 10
	}
	return l.amountOf(r, n, cur, e)
}

// manySenses is the fault of an amount with several senses, with each of them.
func (l *Locale) manySenses(r *reading, senses []sense) *fault {
	f := &fault{err: ErrAmbiguous, at: r.wordAt(), hint: "declare the column's or the home currency"}
	for _, s := range senses {
		if s.power != senses[0].power {
			f.hint = "a word stands for several powers of ten, or is a currency's sign or a credit too"
		}
		for _, cur := range s.currencies(l.options.home) {
			if m, err := l.scaled(r, s, cur, Sign); err == nil {
				f.candidates = append(f.candidates, m.Amount.String())
			}
		}
		if s.mark == nil && s.column.IsZero() {
			n := r.number()
			n.Exp += int32(s.power)
			f.candidates = append(f.candidates, n.Decimal().String())
		}
	}
	f.candidates = sorted(f.candidates...)
	return f
}

// orCompact is the hint of a refused amount that is one with a word for a power of ten. A long text has none.
func (l *Locale) orCompact(f *fault, b []byte) string {
	if f.err != ErrSyntax && f.err != ErrConflict || len(b) > maxEcho {
		return ""
	}
	var r reading
	senses, _ := l.readSenses(nil, &r, b)
	if slices.ContainsFunc(senses, func(s sense) bool { return s.power > 0 }) {
		return "CompactMoney reads words for powers of ten"
	}
	return ""
}
