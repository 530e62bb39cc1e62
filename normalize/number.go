package normalize

import (
	"math/big"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// Number is an exact decimal number: Coef · 10^Exp, or Big · 10^Exp when Big is not nil, which is beyond 18 digits. The
// fraction keeps the digits it was written with: "1.50" is 150 · 10^-2. The zero value is 0.
type Number struct {
	Coef    int64
	Exp     int32
	Big     *big.Int
	Repairs Repairs
}

// Decimal returns the number as a decimal; unlike reading it, that allocates.
func (n Number) Decimal() decimal.Decimal {
	if n.Big != nil {
		return decimal.NewFromBigInt(n.Big, n.Exp)
	}
	return decimal.New(n.Coef, n.Exp)
}

// Number reads a whole text as a number.
func (l *Locale) Number(b []byte) (Number, error) {
	if n, ok := l.number.signed(b); ok {
		return n, nil
	}
	var r reading
	f := r.read(&l.number, b)
	if f == nil {
		f = r.alone()
	}
	if f != nil {
		f.hint = l.orConvention(f, b, func(r *reading, g *grammar) bool { return r.read(g, b) == nil && r.alone() == nil })
		return Number{}, l.refuse(b, "a number", f)
	}
	return r.number(), nil
}

// Percent reads a whole text as a percentage and returns the ratio: "5 %" is 0.05. The percent sign is required.
func (l *Locale) Percent(b []byte) (Number, error) {
	var a affixed
	if a.split(&l.number, b) && a.percent() {
		a.Exp -= 2
		return a.Number, nil
	}
	var r reading
	f := r.read(&l.number, b)
	if f == nil {
		f = r.percent()
	}
	if f != nil {
		f.hint = l.orConvention(f, b, func(r *reading, g *grammar) bool { return r.read(g, b) == nil && r.percent() == nil })
		return Number{}, l.refuse(b, "a percentage", f)
	}
	n := r.number()
	n.Exp -= 2
	return n, nil
}

// reading is a numeral with its sign and with what stands around it.
type reading struct {
	numeral
	negative      bool
	before, after span // neither sign nor space at their ends
}

// span is a piece of the text.
type span struct {
	text []byte
	at   int
}

// number is the signed value.
func (r *reading) number() Number {
	n := r.numeral.number()
	if r.negative {
		n.Coef = -n.Coef
		if n.Big != nil {
			n.Big.Neg(n.Big)
		}
	}
	return n
}

// alone makes sure that there is nothing but a number.
func (r *reading) alone() *fault {
	switch {
	case len(r.before.text) > 0:
		return &fault{err: ErrSyntax, at: r.before.at}
	case len(r.after.text) > 0:
		return &fault{err: ErrSyntax, at: r.after.at}
	}
	return nil
}

// percent makes sure that there is nothing but a number and one percent sign.
func (r *reading) percent() *fault {
	mark, rest := r.after, r.before
	if len(mark.text) == 0 {
		mark, rest = rest, mark
	}
	switch {
	case len(mark.text) == 0:
		return &fault{err: ErrSyntax, at: r.end, hint: "no percent sign"}
	case len(rest.text) > 0:
		return &fault{err: ErrSyntax, at: rest.at}
	}
	if c, n := classOf(mark.text); c != percent || n != len(mark.text) {
		return &fault{err: ErrSyntax, at: mark.at}
	}
	return nil
}

// read finds the one numeral of a text and its sign. Whatever else the text holds is left in before and after.
func (r *reading) read(g *grammar, b []byte) *fault {
	if len(b) > maxNumberText {
		return &fault{err: ErrRange, at: maxNumberText, hint: "too long for a number"}
	}
	i := 0
	if len(b) > 1 && b[0] == '-' && g.minus == '-' {
		i = 1
	}
	if i < len(b) && b[i]-'0' <= 9 { // as nearly all cells of an export are: no space, no mark
		if f := r.scan(g, b, i); f != nil || r.end == len(b) {
			r.negative = i == 1
			return f
		}
	}
	return r.readAround(g, b)
}

func (r *reading) readAround(g *grammar, b []byte) *fault {
	var around Repairs
	lo := skip(b, 0, &around, Padding)
	hi := skipBack(b, lo, len(b), &around, Padding)
	if lo == hi {
		return &fault{err: ErrSyntax, at: 0, hint: "empty"}
	}
	signs := signs{own: g.minus}
	if first, n := classOf(b[lo:]); first == open {
		if last, m := lastClass(b[lo:hi]); last == closing {
			signs.set(minus, Accounting)
			lo, hi = lo+n, hi-m
			lo = skip(b[:hi], lo, &around, 0)
			hi = skipBack(b, lo, hi, &around, 0)
		}
	}
	start := g.find(b[:hi], lo)
	f := r.scan(g, b[:hi], start)
	if f == nil {
		r.before, f = signs.strip(b, lo, start, &around, 0)
	}
	if f == nil {
		r.after, f = signs.strip(b, r.end, hi, &around, TrailingMinus)
	}
	r.negative = signs.is == minus
	r.repairs |= around | signs.repairs
	return f
}

// find returns where the first numeral begins. A decimal sign begins one only after a space or sign: in "Rs.500" the dot
// belongs to the mark.
func (g *grammar) find(b []byte, i int) int {
	before := space
	for i < len(b) {
		r, size := utf8.DecodeRune(b[i:])
		if g.zeroOf(r) != 0 {
			return i
		}
		c := runeClass(r)
		if before == space || before == minus || before == plus || before == ignored {
			n := numeral{grammar: g, text: b, end: i}
			for k := range g.conventions {
				if c == g.conventions[k].decimal && n.sign(c) > 0 {
					return i
				}
			}
		}
		before = c
		i += size
	}
	return i
}

// signs collects the sign of a number: exactly one of leading, trailing or parentheses.
type signs struct {
	own     rune  // the locale's minus
	is      class // minus or plus; other for none
	repairs Repairs
}

func (s *signs) set(c class, r Repairs) {
	s.is = c
	s.repairs |= r
}

// strip takes spaces and at most one sign from the ends of b[lo:hi].
func (s *signs) strip(b []byte, lo, hi int, around *Repairs, found Repairs) (span, *fault) {
	lo = skip(b[:hi], lo, around, 0)
	hi = skipBack(b, lo, hi, around, 0)
	if lo < hi {
		if c, n := classOf(b[lo:hi]); c == minus || c == plus {
			if s.is != other {
				return span{}, &fault{err: ErrSyntax, at: lo}
			}
			s.take(b[lo:lo+n], c, found)
			lo = skip(b[:hi], lo+n, around, 0)
		}
	}
	if lo < hi {
		if c, n := lastClass(b[lo:hi]); c == minus || c == plus {
			if s.is != other {
				return span{}, &fault{err: ErrSyntax, at: hi - n}
			}
			s.take(b[hi-n:hi], c, found)
			hi = skipBack(b, lo, hi-n, around, 0)
		}
	}
	return span{b[lo:hi], lo}, nil
}

func (s *signs) take(sign []byte, c class, found Repairs) {
	r := firstRune(sign)
	if c == minus && r != s.own || c == plus && r != '+' {
		found |= SignVariant
	}
	s.set(c, found)
}
