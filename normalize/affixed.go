package normalize

import "unicode/utf8"

// affixed is a plain number with a sign and with what stands around it: most amounts and percentages of an export.
// Before and after are neither sign nor space at their ends, as in reading.
type affixed struct {
	Number
	before, after []byte
}

// split takes a whole text apart; it is false if it is not known how to.
func (a *affixed) split(g *grammar, b []byte) (ok bool) {
	if len(b) > maxNumberText {
		return false
	}
	sign, lo := g.signAt(b, 0)
	end := 0
	if lo < len(b) && b[lo]-'0' <= 9 {
		a.Number, end, ok = g.plain(b, lo)
	} else {
		end, ok = a.prefixed(g, &b, &sign, lo)
	}
	if !ok {
		return false
	}
	if sign.apply(&a.Number); end == len(b) {
		return true
	}
	a.after = b[skipSpaces(b, end):]
	return len(a.after) > 0 // space alone is padding
}

// prefixed goes on where a text begins with a mark or a parenthesis. A decimal sign before the first digit goes to the mark;
// if it is the number's, as in "€ .5", then what is left is no mark.
func (a *affixed) prefixed(g *grammar, text *[]byte, sign *plainSign, lo int) (end int, ok bool) {
	b, signed := *text, lo > 0
	if !signed && len(b) > 1 && b[0] == '(' && b[len(b)-1] == ')' {
		*sign, signed = plainSign{true, Accounting}, true
		b, lo = b[:skipSpacesBack(b, 1, len(b)-1)], 1
		*text = b
	}
	from := skipSpaces(b, lo)
	start := g.firstDigit(b, from)
	if !signed && from > 0 || start == len(b) { // padding, or no number
		return 0, false
	}
	hi := skipSpacesBack(b, from, start)
	if second, at := g.signBefore(b, from, hi); at < hi {
		if signed {
			return 0, false
		}
		*sign, hi = second, skipSpacesBack(b, from, at)
	}
	a.before = b[from:hi]
	a.Number, end, ok = g.plain(b, start)
	return end, ok
}

// firstDigit returns where the first digit from i on is, the length of b if there is none.
func (g *grammar) firstDigit(b []byte, i int) int {
	for i < len(b) && b[i]-'0' > 9 && (b[i] < utf8.RuneSelf || !g.leads.has(b[i]) || g.scriptIndex(b, i) < 0) {
		i++
	}
	return i
}

// signBefore reads the sign that b[lo:hi] ends with and returns where it begins, which is hi if there is none.
func (g *grammar) signBefore(b []byte, lo, hi int) (s plainSign, from int) {
	for _, n := range [...]int{1, 3} {
		if hi-n >= lo {
			if s, end := g.signAt(b[:hi], hi-n); end == hi {
				return s, hi - n
			}
		}
	}
	return s, hi
}

// skipSpaces and skipSpacesBack step over nothing but spaces, which are no liberty inside a text.
func skipSpaces(b []byte, i int) int {
	for i < len(b) {
		c, n := classOf(b[i:])
		if c != space {
			break
		}
		i += n
	}
	return i
}

func skipSpacesBack(b []byte, lo, hi int) int {
	for hi > lo {
		c, n := lastClass(b[lo:hi])
		if c != space {
			break
		}
		hi -= n
	}
	return hi
}

// percent tells whether there is one percent sign and nothing else besides the number.
func (a *affixed) percent() bool {
	sign := a.after
	if len(sign) == 0 {
		sign = a.before
	}
	if len(sign) == 0 || len(a.before)+len(a.after) > len(sign) {
		return false
	}
	c, n := classOf(sign)
	return c == percent && n == len(sign)
}
