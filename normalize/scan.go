package normalize

import (
	"math/big"
	"slices"
	"unicode/utf8"
)

// Limits of a number's text, checked before any work on its digits.
const (
	maxNumberText = 4096 // bytes
	maxDigits     = 1000
	fastDigits    = 18 // whatever these digits are, an int64 holds them
)

// numeral is a run of digits and separators in a text, without a sign. While it is scanned, end is how far it has come.
type numeral struct {
	grammar    *grammar
	text       []byte
	start, end int
	zero       rune   // digit nought of its script; 0 before the first digit
	coef       uint64 // right only up to fastDigits
	digits     int
	frac       int // how many of the digits are after the decimal sign
	repairs    Repairs
}

// scan reads the longest numeral that begins at i.
func (n *numeral) scan(g *grammar, b []byte, i int) *fault {
	*n = numeral{grammar: g, text: b, start: i, end: i}
	if len(g.conventions) == 0 {
		return &fault{err: ErrLocale, at: i}
	}
	f := n.scanAs(&g.conventions[0])
	if len(g.conventions) > 1 {
		f = n.scanOthers(f)
	}
	if f == nil && n.digits > maxDigits {
		f = &fault{err: ErrRange, at: i, hint: "too many digits"}
	}
	return f
}

// scanOthers tries the other conventions too and keeps the reading that goes farthest. Two that go equally far are the
// same number: no sign of one means the opposite in another.
func (n *numeral) scanOthers(f *fault) *fault {
	for k := 1; k < len(n.grammar.conventions); k++ {
		o := numeral{grammar: n.grammar, text: n.text, start: n.start, end: n.start}
		of := o.scanAs(&n.grammar.conventions[k])
		switch {
		case of != nil && f != nil:
			f.at = max(f.at, of.at)
		case of == nil && (f != nil || o.end > n.end):
			o.repairs |= OtherSeparators
			*n, f = o, nil
		}
	}
	return f
}

func sorted(list ...string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}

// scanAs reads a numeral by one convention. It ends before the first byte that cannot belong to it; groups of the wrong
// size are a fault, because what they mean is not known.
func (n *numeral) scanAs(c *convention) *fault {
	first := n.run()
	n.digits = first
	if first > 0 && n.end < len(n.text) {
		more, ok := n.groups(c, first)
		if !ok || more > 0 && n.zero == firstRune(n.text[n.start:]) {
			return &fault{err: ErrSyntax, at: n.end}
		}
		n.digits += more
	}
	if size := n.sign(c.decimal); size > 0 {
		if size > 1 && c.decimal <= comma {
			n.repairs |= WideForm
		}
		n.end += size
		n.frac = n.run()
		n.digits += n.frac
	}
	if n.digits == 0 || c.only != 0 && n.zero != c.only {
		return &fault{err: ErrSyntax, at: n.start}
	}
	n.repairs |= n.grammar.script(n.zero)
	switch {
	case first == 0:
		n.repairs |= BareFraction
	case first > 1 && n.zero == firstRune(n.text[n.start:]):
		n.repairs |= LeadingZeros
	}
	return nil
}

// run reads digits of one script as far as they go and returns how many there are.
func (n *numeral) run() int {
	if n.zero > '0' {
		return n.runNative()
	}
	text, i, coef := n.text, n.end, n.coef
	for i < len(text) && text[i]-'0' <= 9 {
		coef = coef*10 + uint64(text[i]-'0')
		i++
	}
	count := i - n.end
	if count == 0 && n.zero == 0 {
		return n.runNative()
	}
	n.zero, n.end, n.coef = '0', i, coef
	return count
}

func (n *numeral) runNative() int {
	count := 0
	for n.end < len(n.text) {
		r, size := utf8.DecodeRune(n.text[n.end:])
		zero := n.grammar.zeroOf(r)
		if zero == 0 || n.zero != 0 && zero != n.zero {
			break
		}
		n.zero = zero
		n.coef = n.coef*10 + uint64(r-zero)
		n.end += size
		count++
	}
	return count
}

// zeroOf returns digit nought of the script that r is a digit of; 0 if r is no digit here.
func (g *grammar) zeroOf(r rune) rune {
	if r-'0' >= 0 && r-'0' <= 9 {
		return '0'
	}
	for _, zero := range g.zeros {
		if zero != 0 && r >= zero && r <= zero+9 {
			return zero
		}
	}
	return 0
}

// groups reads the groups after the first one, which has run digits, and returns how many digits they have.
func (n *numeral) groups(c *convention, run int) (digits int, ok bool) {
	shapes, allowed := uint8(0xff), &c.sizes.first
	for {
		size := n.sign(c.group)
		if size == 0 {
			break
		}
		if shapes &= allowed[min(run, maxGroup)]; shapes == 0 {
			return digits, false
		}
		if c.first && string(n.text[n.end:n.end+size]) != n.grammar.group {
			n.repairs |= variant(c.group)
		}
		n.end += size
		run = n.run()
		digits += run
		allowed = &c.sizes.inner
	}
	return digits, digits == 0 || shapes&c.sizes.last[min(run, maxGroup)] != 0
}

func variant(c class) Repairs {
	switch c {
	case space:
		return SpaceVariant
	case apostrophe:
		return ApostropheForm
	}
	return WideForm
}

// sign returns the length of a sign of class c with a digit of the same script after it, 0 if there is none.
func (n *numeral) sign(c class) int {
	rest := n.text[n.end:]
	if len(rest) < 2 || c == other {
		return 0
	}
	is, size := classOf(rest)
	if is != c || size == len(rest) {
		return 0
	}
	if d := rest[size]; d < utf8.RuneSelf {
		if d-'0' > 9 || n.zero > '0' {
			return 0
		}
		return size
	}
	zero := n.grammar.zeroOf(firstRune(rest[size:]))
	if zero == 0 || n.zero != 0 && zero != n.zero {
		return 0
	}
	return size
}

// grouped tells whether there are signs between the digits besides that before a fraction.
func (n *numeral) grouped() bool {
	signs := utf8.RuneCount(n.text[n.start:n.end]) - n.digits
	return signs > 1 || signs == 1 && n.frac == 0
}

// script names digits of another script than the locale's.
func (g *grammar) script(zero rune) Repairs {
	switch {
	case zero == '0':
		if g.native {
			return LatinDigits
		}
	case zero == g.zeros[2]:
		return WideForm
	case zero == g.zeros[1]:
		return NativeDigits
	}
	return 0
}

// number is the value of the numeral.
func (n *numeral) number() Number {
	v := Number{Exp: int32(-n.frac), Repairs: n.repairs}
	if n.digits <= fastDigits {
		v.Coef = int64(n.coef)
		return v
	}
	digits := make([]byte, 0, n.digits)
	for _, r := range string(n.text[n.start:n.end]) {
		if zero := n.grammar.zeroOf(r); zero != 0 {
			digits = append(digits, byte('0'+r-zero))
		}
	}
	big, _ := new(big.Int).SetString(string(digits), 10)
	if big.IsInt64() && big.Int64() < 1e18 {
		v.Coef = big.Int64()
	} else {
		v.Big = big
	}
	return v
}
