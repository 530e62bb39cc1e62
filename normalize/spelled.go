package normalize

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// neighbours are the code points around the digits of a name, such as "3월" or "tháng 12". The zero neighbour is the end of
// the name: behind it anything may follow.
type neighbours struct{ before, after neighbour }

type neighbour struct {
	is    rune
	class class
	cased bool
}

func newNeighbour(r rune) neighbour {
	return neighbour{r, runeClass(r), unicode.SimpleFold(r) != r}
}

// newNeighbours collects those of all names.
func newNeighbours(g *grammar, list names) []neighbours {
	var all []neighbours
	for _, n := range list {
		if !g.hasDigits(n.text) {
			continue
		}
		for _, found := range g.neighbours(n.text) {
			if !slices.Contains(all, found) {
				all = append(all, found)
			}
		}
	}
	return all
}

// hasDigits may say so too often.
func (g *grammar) hasDigits(text string) bool {
	for i := range len(text) {
		if c := text[i]; c-'0' <= 9 || c >= utf8.RuneSelf && g.leads.has(c) {
			return true
		}
	}
	return false
}

func (g *grammar) neighbours(name string) (found []neighbours) {
	var before neighbour
	inside := false
	for _, r := range name {
		digit := g.zeroOf(r) != 0
		switch {
		case digit && !inside:
			found = append(found, neighbours{before: before})
		case !digit && inside:
			found[len(found)-1].after = newNeighbour(r)
		}
		before, inside = newNeighbour(r), digit
	}
	return found
}

// mayBeNamed tells whether the digits of b[i:end] stand where some name has digits. It may say so too often.
func (v *vocabulary) mayBeNamed(b []byte, i, end int) bool {
	before, _ := utf8.DecodeLastRune(b[:i])
	after, _ := utf8.DecodeRune(b[end:])
	for k := range v.spelled {
		if n := &v.spelled[k]; n.before.like(before) && n.after.like(after) {
			return true
		}
	}
	return false
}

// like tells whether a name that has n may be there when the text has r.
func (n *neighbour) like(r rune) bool {
	return n.is == 0 || n.is == r || n.class != other && n.class == runeClass(r) || n.cased && foldEqual(r, n.is)
}
