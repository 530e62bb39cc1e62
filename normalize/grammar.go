package normalize

import (
	"slices"
	"strings"
)

// grammar is how a locale writes numbers: the pairs of separators it may use, and its digits.
type grammar struct {
	conventions []convention
	zeros       [3]rune  // digit nought of the locale, of its script, and full-width; 0 for none
	native      bool     // zeros[0] is not the Latin one
	minus       rune     // the locale's own
	group       string   // its own group sign, to notice another of the same class
	scripts     []script // the Latin one first
	leads       leads
	plains      [][]plain // of each script, in the order of conventions
	latin       latinText
}

// convention is one way of writing numbers in a locale. Only one holds within one number.
type convention struct {
	group, decimal class
	signs          separators // as CLDR has them
	sizes          sizes
	first          bool // the locale's own; another is a liberty
	only           rune // digit nought of the only script that it is for; 0 if it is for all
}

// sizes has, for up to eight shapes of grouping, in bit k of first[n], inner[n] and last[n] whether shape k allows n
// digits in the first group, in those between, and in the last one before the decimal sign.
type sizes struct{ first, inner, last [maxGroup + 1]uint8 }

// maxGroup is one more digit than any group has.
const maxGroup = 5

func newSizes(shapes string) sizes {
	var s sizes
	for k, shape := range strings.Fields(shapes) {
		last, inner := int(shape[0]-'0'), int(shape[2]-'0')
		s.last[last] |= 1 << k
		s.inner[inner] |= 1 << k
		for n := 1; n <= inner; n++ {
			s.first[n] |= 1 << k
		}
	}
	return s
}

// newGrammar compiles the grammar of numbers with groups of the sizes given; amounts have separators besides, which differ
// in de-AT and fr-CH.
func newGrammar(row *numberRow, sizes string, tag string, neutral bool, besides ...separators) grammar {
	g := grammar{minus: lastRune(row.minus, minus), group: row.own.group}
	g.zeros[0] = firstRune(row.zero)
	g.native = g.zeros[0] != '0'
	if row.native != row.zero && row.native != "0" {
		g.zeros[1] = firstRune(row.native)
	}
	switch tag[:2] {
	case "zh", "ja", "ko":
		g.zeros[2] = '０'
	}
	s := newSizes(sizes)
	g.add(row.own, s)
	g.add(row.latin, s)
	g.addScript(row.script, s)
	n := len(g.conventions)
	for _, more := range besides {
		g.add(more, s)
	}
	for k := range g.conventions[n:] {
		g.conventions[n+k].only = g.conventions[0].only
	}
	if neutral {
		g.addNeutral(s)
	}
	g.scripts = g.newScripts()
	g.leads = newLeads(g.scripts)
	g.plains = g.newPlains()
	g.latin = g.newLatinText()
	return g
}

// addScript adds the separators of the script's own digits. Where they are the Latin ones with their parts exchanged, as
// in Khmer, each goes with its digits.
func (g *grammar) addScript(s separators, sizes sizes) {
	n := len(g.conventions)
	g.add(s, sizes)
	if len(g.conventions) == n || g.native {
		return
	}
	own, script := &g.conventions[0], &g.conventions[n]
	if own.group == script.decimal || own.decimal == script.group {
		own.only, script.only = g.zeros[0], g.zeros[1]
	}
}

// addNeutral adds groups by spaces and by apostrophes for each decimal sign that there is.
func (g *grammar) addNeutral(sizes sizes) {
	for _, c := range slices.Clone(g.conventions) {
		for _, group := range [...]string{" ", "'"} {
			n := len(g.conventions)
			g.add(separators{group, c.signs.decimal}, sizes)
			for k := range g.conventions[n:] {
				g.conventions[n+k].only = c.only
			}
		}
	}
}

func (g *grammar) add(s separators, sizes sizes) {
	c := convention{signs: s, group: runeClass(firstRune(s.group)), decimal: runeClass(firstRune(s.decimal)), sizes: sizes, first: len(g.conventions) == 0}
	for _, had := range g.conventions {
		if had.group == c.group && had.decimal == c.decimal {
			return
		}
	}
	if c.decimal != other {
		g.conventions = append(g.conventions, c)
	}
}

func firstRune[T string | []byte](s T) rune {
	for _, r := range string(s) {
		return r
	}
	return 0
}

// lastRune returns the last code point of class c: CLDR's minus signs carry direction marks.
func lastRune(s string, c class) rune {
	found := rune(0)
	for _, r := range s {
		if runeClass(r) == c {
			found = r
		}
	}
	return found
}
