package normalize

import "unicode/utf8"

// script is a set of ten digits. Their UTF-8 forms differ in the last byte alone, so that runs of them are read byte by byte.
type script struct {
	zero rune
	stem string // what all ten begin with; empty for the Latin ones
	last byte   // the last byte of nought
}

func newScript(zero rune) script {
	text := string(zero)
	return script{zero, text[:len(text)-1], text[len(text)-1]}
}

// latin are the digits 0 to 9.
var latin = script{zero: '0', last: '0'}

// newScripts has the Latin script first.
func (g *grammar) newScripts() []script {
	list := []script{latin}
	for _, zero := range g.zeros {
		if zero >= utf8.RuneSelf {
			list = append(list, newScript(zero))
		}
	}
	return list
}

// run reads digits from i on and goes on with a value; count is how many there are.
func (s *script) run(b []byte, i int, value uint64) (v uint64, end, count int) {
	v, end = value, i
	if s.stem == "" {
		for end < len(b) && b[end]-'0' <= 9 {
			v = v*10 + uint64(b[end]-'0')
			end++
		}
		return v, end, end - i
	}
	if len(s.stem) == 1 { // two bytes a digit, as in Arabic
		for lead := s.stem[0]; end+1 < len(b) && b[end] == lead && b[end+1]-s.last <= 9; end += 2 {
			v = v*10 + uint64(b[end+1]-s.last)
		}
		return v, end, (end - i) / 2
	}
	for s.at(b, end) {
		end += len(s.stem) + 1
		v = v*10 + uint64(b[end-1]-s.last)
		count++
	}
	return v, end, count
}

// at tells whether there is a digit at i.
func (s *script) at(b []byte, i int) bool {
	n := len(s.stem)
	if i+n >= len(b) || b[i+n]-s.last > 9 {
		return false
	}
	for k := range n {
		if b[i+k] != s.stem[k] {
			return false
		}
	}
	return true
}

// scriptIndex returns which script the digit at i is of, -1 if there is none.
func (g *grammar) scriptIndex(b []byte, i int) int {
	if i < len(b) && b[i]-'0' <= 9 {
		return 0
	}
	for k := 1; k < len(g.scripts); k++ {
		if g.scripts[k].at(b, i) {
			return k
		}
	}
	return -1
}

// scriptAt returns the script of the digit at i, nil if there is none.
func (g *grammar) scriptAt(b []byte, i int) *script {
	if k := g.scriptIndex(b, i); k >= 0 {
		return &g.scripts[k]
	}
	return nil
}

// leads is a set of bytes from 0x80 on: those that begin a digit which is not Latin.
type leads [2]uint64

func newLeads(scripts []script) (l leads) {
	for _, s := range scripts {
		if s.stem != "" {
			l[s.stem[0]>>6&1] |= 1 << (s.stem[0] & 63)
		}
	}
	return l
}

func (l *leads) has(c byte) bool { return l[c>>6&1]>>(c&63)&1 != 0 }
