package territory

import (
	"slices"
	"strings"
)

// maxPrefix is the longest beginning of a postal code that a claim may name; no country's code is longer.
const maxPrefix = 12

const (
	digits  = "0123456789"
	letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
)

// code is the beginning of a postal code as prefixes are written, without spaces and hyphens, in capitals. The zero value is an unknown code.
type code struct {
	text [maxPrefix]byte
	n    int
}

// codeOf reads an account's postal code; ok is false if it holds anything but letters, digits, spaces and hyphens. All of it is looked at, and as much
// kept as a prefix can ask for.
func codeOf(s string) (c code, ok bool) {
	for i := range len(s) {
		b, ok := foldedByte(s[i])
		if !ok {
			return code{}, false
		}
		if b != 0 && c.n < maxPrefix {
			c.text[c.n] = b
			c.n++
		}
	}
	return c, true
}

// folded returns all of a postal code in the form of code; ok is false if it is none.
func folded(s string) (string, bool) {
	var all []byte
	for i := range len(s) {
		b, ok := foldedByte(s[i])
		if !ok {
			return "", false
		}
		if b != 0 {
			all = append(all, b)
		}
	}
	return string(all), len(all) > 0
}

// foldedByte returns a character as prefixes are written, 0 for one that does not matter.
func foldedByte(b byte) (folded byte, ok bool) {
	switch {
	case b == ' ' || b == '-':
		return 0, true
	case 'a' <= b && b <= 'z':
		return b - 'a' + 'A', true
	}
	return b, '0' <= b && b <= '9' || 'A' <= b && b <= 'Z'
}

// antichain sorts prefixes and drops those that another one covers, so that at most one of them begins a code.
func antichain(prefixes []string) []string {
	slices.Sort(prefixes)
	kept := prefixes[:0]
	for _, p := range prefixes {
		if len(kept) == 0 || !strings.HasPrefix(p, kept[len(kept)-1]) {
			kept = append(kept, p)
		}
	}
	return slices.Clip(kept)
}

// beginning returns the prefix in an antichain that begins s; ok is false if none does.
func beginning(prefixes []string, s string) (prefix string, ok bool) {
	i, found := slices.BinarySearch(prefixes, s)
	if found {
		return s, true
	}
	if i > 0 && strings.HasPrefix(s, prefixes[i-1]) {
		return prefixes[i-1], true
	}
	return "", false
}

// shape is a set of postal codes: for each place the characters that may stand there. The zero value has no code.
type shape struct {
	places []string
	more   bool // any number of other characters may follow
}

// shapeOf reads a market's notation: 9, A, X, and * at the end.
func shapeOf(s string) (shape, bool) {
	s, more := strings.CutSuffix(s, "*")
	sh := shape{more: more}
	for i := range len(s) {
		switch s[i] {
		case '9':
			sh.places = append(sh.places, digits)
		case 'A':
			sh.places = append(sh.places, letters)
		case 'X':
			sh.places = append(sh.places, digits+letters)
		case ' ', '-':
		default:
			return shape{}, false
		}
	}
	return sh, len(sh.places) > 0 && len(sh.places) <= maxPrefix
}

// exactly returns the shape of one code.
func exactly(code string) shape {
	var sh shape
	for i := range len(code) {
		sh.places = append(sh.places, code[i:i+1])
	}
	return sh
}

// holds tells whether the code has this shape.
func (s shape) holds(code string) bool {
	if len(code) < len(s.places) || len(code) > len(s.places) && !s.more {
		return false
	}
	for i, place := range s.places {
		if strings.IndexByte(place, code[i]) < 0 {
			return false
		}
	}
	return true
}

// outside returns a code of this shape that none of the prefixes begins; ok is false if there is none. The prefixes are an antichain.
func (s shape) outside(prefixes []string) (code string, ok bool) { return s.walk("", prefixes) }

// walk looks at the codes that begin with path; the prefixes all do.
func (s shape) walk(path string, prefixes []string) (string, bool) {
	switch {
	case len(prefixes) == 0:
		return path + s.least(len(path)), true
	case prefixes[0] == path:
		return "", false
	case len(path) == len(s.places):
		return path, true // the code ends here, and every prefix is longer
	}
	for i := range len(s.places[len(path)]) {
		next := path + s.places[len(path)][i:i+1]
		if code, ok := s.walk(next, under(prefixes, next)); ok {
			return code, true
		}
	}
	return "", false
}

// least returns the first characters that the places from n on allow.
func (s shape) least(n int) string {
	var b strings.Builder
	for _, place := range s.places[min(n, len(s.places)):] {
		b.WriteByte(place[0])
	}
	return b.String()
}

// under returns those of the sorted prefixes that begin with path.
func under(prefixes []string, path string) []string {
	from, _ := slices.BinarySearch(prefixes, path)
	n := from
	for n < len(prefixes) && strings.HasPrefix(prefixes[n], path) {
		n++
	}
	return prefixes[from:n]
}
