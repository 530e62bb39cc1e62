package normalize

import (
	"fmt"
	"slices"
	"strings"
)

// common are the separators by which a refused text might be a number.
var common = [...]separators{{",", "."}, {".", ","}, {" ", ","}, {" ", "."}, {"'", "."}, {"'", ","}}

// orConvention is the hint of a refused text: its own, or else by which other conventions the text would be exact, and
// what it would then be. Only who knows the source can tell whether that is meant. read says whether a text is read by a
// grammar. A long text has none: the hint would be as long.
func (l *Locale) orConvention(f *fault, b []byte, read func(*reading, *grammar) bool) string {
	if f.err != ErrSyntax || f.hint != "" || len(b) > maxEcho {
		return f.hint
	}
	sizes := newSizes("3;3")
	var found []string
	for _, s := range common {
		other := l.number
		other.conventions = nil
		other.add(s, sizes)
		if r := (reading{}); read(&r, &other) {
			found = append(found, r.with(s, l.number.writes(&other.conventions[0], r.zero)))
		}
	}
	if len(found) == 0 {
		return ""
	}
	return "reads as " + strings.Join(sorted(found...), " or as ")
}

// writes tells whether the locale has the signs of a convention for these digits, be it with groups of other sizes.
func (g *grammar) writes(c *convention, zero rune) bool {
	return slices.ContainsFunc(g.conventions, func(own convention) bool {
		return own.group == c.group && own.decimal == c.decimal && (own.only == 0 || own.only == zero)
	})
}

// with is what was read, with those of the signs that it has. If they are the locale's own, what differs is the groups.
func (r *reading) with(s separators, own bool) string {
	n := r.number()
	var signs []string
	if r.grammar.conventions[0].group.in(r.text[r.start:r.end]) {
		sign := fmt.Sprintf("%q between groups", s.group)
		if own {
			sign += " of three"
		}
		signs = append(signs, sign)
	}
	if r.frac > 0 {
		signs = append(signs, fmt.Sprintf("%q before the fraction", s.decimal))
	}
	return n.Decimal().StringFixed(int32(r.frac)) + " with " + strings.Join(signs, " and ")
}

// in tells whether a text has a code point of the class.
func (c class) in(text []byte) bool {
	for i := 0; i < len(text); {
		is, n := classOf(text[i:])
		if is == c {
			return true
		}
		i += n
	}
	return false
}
