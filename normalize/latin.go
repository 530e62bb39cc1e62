package normalize

// latinText is how a locale writes numbers in Latin digits with its first convention. It is plain.scan once more for what
// most cells of most exports are, without a step that such a number does not need.
type latinText struct {
	point     byte
	pointSign class
	group     string
	groupSign class
	sizes     *sizes
	alone     bool // there is no other convention for Latin digits
}

// newLatinText is the zero value where plain.scan has to read all.
func (g *grammar) newLatinText() (t latinText) {
	own := &g.conventions[0]
	if g.native || g.group == "" || own.decimal != dot && own.decimal != comma {
		return t
	}
	t = latinText{'.', own.decimal, g.group, own.group, &own.sizes, len(g.plains[0]) == 1}
	if own.decimal == comma {
		t.point = ','
	}
	return t
}

// scan reads the longest number that begins at i; ok is false if it is not known what that is.
func (t *latinText) scan(b []byte, i int) (n Number, end int, ok bool) {
	coef, end := latinRun(b, i, 0)
	run := end - i
	if run == 0 || run > 1 && b[i] == '0' || t.point == 0 {
		return n, end, false
	}
	digits := run
	if i = end; i < len(b) && b[i] == t.group[0] && coef > 0 {
		shapes := t.sizes.first[min(run, maxGroup)]
		for {
			if i += len(t.group); i >= len(b) || string(b[i-len(t.group):i]) != t.group {
				return n, end, false
			}
			coef, end = latinRun(b, i, coef)
			run, i = end-i, end
			digits += run
			if i == len(b) || b[i] != t.group[0] {
				break
			}
			shapes &= t.sizes.inner[min(run, maxGroup)]
		}
		if shapes&t.sizes.last[min(run, maxGroup)] == 0 {
			return n, end, false
		}
	}
	if i < len(b) {
		if b[i] == t.point && i+1 < len(b) {
			coef, end = latinRun(b, i+1, coef)
			n.Exp = int32(i + 1 - end)
			if n.Exp == 0 {
				return n, end, false
			}
			digits += end - i - 1
		}
		if end < len(b) && !t.ends(b, end) {
			return n, end, false
		}
	}
	n.Coef = int64(coef)
	return n, end, digits <= fastDigits
}

// ends tells whether what stands at i is certainly no sign of the number.
func (t *latinText) ends(b []byte, i int) bool {
	c, n := classOf(b[i:])
	return c != t.groupSign && c != t.pointSign || c == space && i+n < len(b) && b[i+n]-'0' > 9
}

func latinRun(b []byte, i int, coef uint64) (uint64, int) {
	for i < len(b) && b[i]-'0' <= 9 {
		coef = coef*10 + uint64(b[i]-'0')
		i++
	}
	return coef, i
}
