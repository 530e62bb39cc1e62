package normalize

import "bytes"

// plain is one convention with one script of digits: what the cells of an export are full of. It reads what takes no
// thought, 18 digits at most, and says that it does not know of all else, which is left to reading.read.
type plain struct {
	*script
	*convention
	repairs Repairs
}

// newPlains compiles the conventions of each script.
func (g *grammar) newPlains() [][]plain {
	all := make([][]plain, len(g.scripts))
	for s := range g.scripts {
		script := &g.scripts[s]
		for k := range g.conventions {
			c := &g.conventions[k]
			if c.only != 0 && c.only != script.zero {
				continue
			}
			p := plain{script: script, convention: c, repairs: g.script(script.zero)}
			if !c.first {
				p.repairs |= OtherSeparators
			}
			all[s] = append(all[s], p)
		}
	}
	return all
}

// plain reads the longest number that begins at i, without a sign.
func (g *grammar) plain(b []byte, i int) (n Number, end int, ok bool) {
	if n, end, ok = g.latin.scan(b, i); ok && (g.latin.alone || end == len(b)) {
		return n, end, true
	}
	return g.farthest(b, i)
}

// farthest reads by all conventions of the script and keeps the reading that goes farthest, as numeral.scanOthers does.
func (g *grammar) farthest(b []byte, i int) (n Number, end int, ok bool) {
	k := g.scriptIndex(b, i)
	if k < 0 || k >= len(g.plains) {
		return n, i, false
	}
	for _, p := range g.plains[k] {
		m, to, known := p.scan(b, i)
		if !known {
			return n, i, false
		}
		if to > end {
			n, end, ok = m, to, true
		}
		if end == len(b) {
			break
		}
	}
	return n, end, ok
}

// scan reads the longest number that begins at i; ok is false if it is not known what that is.
func (p *plain) scan(b []byte, i int) (n Number, end int, ok bool) {
	coef, end, run := p.run(b, i, 0)
	if run == 0 {
		return n, end, false
	}
	n.Repairs = p.repairs
	digits, nought := run, b[i+len(p.stem)] == p.last
	if nought && run > 1 {
		n.Repairs |= LeadingZeros
	}
	if size := p.sign(b, end, p.group, p.signs.group); size > 0 {
		if nought {
			return n, end, false
		}
		shapes := p.sizes.first[min(run, maxGroup)]
		for {
			if p.first && string(b[end:end+size]) != p.signs.group {
				n.Repairs |= variant(p.group)
			}
			coef, end, run = p.run(b, end+size, coef)
			digits += run
			if size = p.sign(b, end, p.group, p.signs.group); size == 0 {
				break
			}
			shapes &= p.sizes.inner[min(run, maxGroup)]
		}
		if shapes&p.sizes.last[min(run, maxGroup)] == 0 {
			return n, end, false
		}
	}
	if size := p.sign(b, end, p.decimal, p.signs.decimal); size > 0 {
		if size > 1 && p.decimal <= comma {
			n.Repairs |= WideForm
		}
		coef, end, run = p.run(b, end+size, coef)
		digits += run
		n.Exp = int32(-run)
	}
	n.Coef = int64(coef)
	return n, end, digits <= fastDigits
}

// sign returns the length of a sign of class c at i with a digit after it, 0 if there is none; the sign is likely text.
func (p *plain) sign(b []byte, i int, c class, text string) int {
	if i+1 >= len(b) || c == other {
		return 0
	}
	size := len(text)
	if b[i] != text[0] || size > 1 && (b[i+1] != text[1] || size > 2 && (i+size > len(b) || string(b[i:i+size]) != text)) {
		var is class
		if is, size = classOf(b[i:]); is != c {
			return 0
		}
	}
	if !p.at(b, i+size) {
		return 0
	}
	return size
}

// signed reads a whole text as a number with a sign before it or none.
func (g *grammar) signed(b []byte) (Number, bool) {
	if len(b) > maxNumberText {
		return Number{}, false
	}
	sign, i := g.signAt(b, 0)
	n, end, ok := g.plain(b, i)
	sign.apply(&n)
	return n, ok && end == len(b)
}

// plainSign is a minus or a plus before a number. The zero value is none.
type plainSign struct {
	minus   bool
	repairs Repairs
}

func (s plainSign) apply(n *Number) {
	if s.minus {
		n.Coef = -n.Coef
	}
	n.Repairs |= s.repairs
}

// signAt reads the sign at i and returns where it ends, which is i if there is none.
func (g *grammar) signAt(b []byte, i int) (s plainSign, end int) {
	if i >= len(b) {
		return s, i
	}
	is := rune(b[i])
	switch {
	case is == '+':
		return s, i + 1
	case is == '-':
		end = i + 1
	case is == 0xe2 && bytes.HasPrefix(b[i:], []byte("−")):
		is, end = '−', i+3
	default:
		return s, i
	}
	if s.minus = true; is != g.minus {
		s.repairs = SignVariant
	}
	return s, end
}
