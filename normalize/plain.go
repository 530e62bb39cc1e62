package normalize

// plainText is what plain needs to know of a grammar.
type plainText struct {
	minus bool // the locale's own minus is the ASCII one
	point byte // 0 if plain reads nothing here
}

func (g *grammar) plainText() plainText {
	own := &g.conventions[0]
	if g.native || g.group == "" {
		return plainText{}
	}
	p := plainText{minus: g.minus == '-'}
	switch own.decimal {
	case dot:
		p.point = '.'
	case comma:
		p.point = ','
	}
	return p
}

// plain reads what exports are full of: Latin digits with the locale's own separators and minus, 18 digits at most, and
// no liberty to be taken. It only says yes; whatever else there is, and whatever is wrong, is left to reading.read.
func (g *grammar) plain(b []byte) (n Number, ok bool) {
	i, sign := 0, int64(1)
	if len(b) > 1 && b[0] == '-' && g.text.minus {
		i, sign = 1, -1
	}
	coef, end := plainRun(b, i, 0)
	run := end - i
	if run == 0 || run > 1 && b[i] == '0' || g.text.point == 0 {
		return n, false
	}
	digits := run
	if i = end; i < len(b) && b[i] != g.text.point && b[i] == g.group[0] && coef > 0 {
		sizes := &g.conventions[0].sizes
		shapes := sizes.first[min(run, maxGroup)]
		for {
			if i += len(g.group); i >= len(b) || string(b[i-len(g.group):i]) != g.group {
				return n, false
			}
			coef, end = plainRun(b, i, coef)
			run, i = end-i, end
			digits += run
			if i == len(b) || b[i] != g.group[0] {
				break
			}
			shapes &= sizes.inner[min(run, maxGroup)]
		}
		if shapes&sizes.last[min(run, maxGroup)] == 0 {
			return n, false
		}
	}
	if i+1 < len(b) && b[i] == g.text.point {
		if coef, end = plainRun(b, i+1, coef); end == i+1 {
			return n, false
		}
		n.Exp = int32(i + 1 - end)
		digits += end - i - 1
		i = end
	}
	n.Coef = sign * int64(coef)
	return n, i == len(b) && digits <= fastDigits
}

func plainRun(b []byte, i int, coef uint64) (uint64, int) {
	for i < len(b) && b[i]-'0' <= 9 {
		coef = coef*10 + uint64(b[i]-'0')
		i++
	}
	return coef, i
}
