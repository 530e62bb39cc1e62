package normalize

import "unicode/utf8"

// class is what a code point can be in a number. Separators are classes, not code points: whoever types a French number
// has four spaces to choose from, and none of them can change the value.
type class uint8

const (
	other class = iota
	space
	apostrophe
	dot
	comma
	arabicGroup
	arabicDecimal
	minus
	plus
	percent
	open
	closing
	ignored // direction marks, byte order mark, zero-width space: they print nothing
)

// asciiClass is classOf for one byte.
var asciiClass = [utf8.RuneSelf]class{
	' ': space, '\t': space, '\'': apostrophe, '.': dot, ',': comma,
	'-': minus, '+': plus, '%': percent, '(': open, ')': closing,
}

// classOf returns the class of the code point that b begins with, and its length in bytes.
func classOf(b []byte) (class, int) {
	if c := b[0]; c < utf8.RuneSelf {
		return asciiClass[c], 1
	}
	r, n := utf8.DecodeRune(b)
	return runeClass(r), n
}

func runeClass(r rune) class {
	switch r {
	case '\u00a0', '\u202f', '\u2009', '\u2007', '\u3000':
		return space
	case '\u2019', '\u02bc', '\uff07':
		return apostrophe
	case '\uff0e':
		return dot
	case '\uff0c', '\u060c', '\u2e41':
		return comma
	case '\u066c':
		return arabicGroup
	case '\u066b':
		return arabicDecimal
	case '\u2212', '\u2013', '\uff0d', '\ufe63':
		return minus
	case '\uff0b', '\ufe62':
		return plus
	case '\u066a', '\ufe6a', '\uff05':
		return percent
	case '\uff08':
		return open
	case '\uff09':
		return closing
	case '\u200e', '\u200f', '\u061c', '\u202a', '\u202b', '\u202c', '\u2066', '\u2067', '\u2068', '\u2069', '\ufeff', '\u200b':
		return ignored
	}
	if r < utf8.RuneSelf && r >= 0 {
		return asciiClass[r]
	}
	return other
}

// skip steps over spaces and ignored code points from i on. What it met is noted: ignored ones as Invisible, spaces as
// whatever the caller calls them.
func skip(b []byte, i int, r *Repairs, spaces Repairs) int {
	for i < len(b) {
		c, n := classOf(b[i:])
		switch c {
		case ignored:
			*r |= Invisible
		case space:
			*r |= spaces
		default:
			return i
		}
		i += n
	}
	return i
}

// skipBack is skip from end backwards, not before i.
func skipBack(b []byte, i, end int, r *Repairs, spaces Repairs) int {
	for end > i {
		c, n := lastClass(b[i:end])
		switch c {
		case ignored:
			*r |= Invisible
		case space:
			*r |= spaces
		default:
			return end
		}
		end -= n
	}
	return end
}

// lastClass is classOf for the code point that b ends with.
func lastClass(b []byte) (class, int) {
	if n := len(b); n > 0 && b[n-1] < utf8.RuneSelf {
		return asciiClass[b[n-1]], 1
	}
	r, n := utf8.DecodeLastRune(b)
	return runeClass(r), n
}
