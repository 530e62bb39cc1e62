package normalize

import "slices"

// Compact reads a whole text as a number with a word or a letter for a power of ten, such as "1,5 Mio." or "3.4K"; a number
// without a word is read as Number does. The value is exact: "5.5M" is 55 · 10^5. Of a word that stands for several powers
// in this locale the number is ErrAmbiguous, and a word that the locale does not have is ErrSyntax.
func (l *Locale) Compact(b []byte) (Number, error) {
	var a affixed
	if a.split(&l.number, b) {
		if s := l.compacts().beside(&a); s != nil && len(s.powers) == 1 && (s.ledger == nil || a.Exp != -ledgerFraction) {
			return s.apply(a.Number, s.powers[0]), nil
		}
	}
	return l.compactOf(b)
}

// compactOf is Compact by the full grammar.
func (l *Locale) compactOf(b []byte) (Number, error) {
	c := l.compacts()
	var r reading
	f := r.read(&l.number, b)
	var s *scale
	if f == nil {
		s = c.around(&r)
	} else if s = c.alone(&r, &l.number, b); s == nil || len(r.after.text) > 0 {
		return Number{}, l.refuse(b, "a compact number", f)
	}
	switch {
	case s == nil:
		f = &fault{err: ErrSyntax, at: r.wordAt()}
	case len(s.powers) > 1:
		f = &fault{err: ErrAmbiguous, at: r.wordAt(), hint: "a word stands for several powers of ten, or for a credit too"}
		for _, power := range s.powers {
			f.candidates = append(f.candidates, s.apply(r.number(), power).Decimal().String())
		}
		slices.Sort(f.candidates)
	default:
		return s.apply(r.number(), s.powers[0]), nil
	}
	return Number{}, l.refuse(b, "a compact number", f)
}

// beside is the scale of a word that is written as the locale itself writes it; nil if there is none or it is not known.
func (c *compacts) beside(a *affixed) *scale {
	n, m := len(a.before), len(a.after)
	switch {
	case n+m > maxMark:
		return nil
	case n+m > 0:
		var key [maxMark + 1]byte
		copy(key[:], a.before)
		key[n] = '0'
		copy(key[n+1:], a.after)
		return c.forms[string(key[:n+1+m])]
	case c.numerals:
		return nil
	}
	return &unscaled
}

// apply makes the number so many powers of ten larger.
func (s *scale) apply(n Number, power int8) Number {
	n.Exp += int32(power)
	n.Repairs |= s.repairs
	return n
}

// wordAt is where the word stands; the one after the number is the usual one.
func (r *reading) wordAt() int {
	if len(r.after.text) > 0 {
		return r.after.at
	}
	return r.before.at
}
