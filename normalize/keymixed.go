package normalize

import (
	"unicode"
	"unicode/utf8"
)

// MixedScripts looks for a word with letters of two scripts, such as a Latin a in a Cyrillic word: a sign of a text typed or
// forged with look-alikes. It returns the byte offset of the first letter that differs from the one before it, and whether there
// is one. Nothing is changed, and Key does not put it right. Han, kana, Hangul and the scripts of South and East Asia stand
// beside others in ordinary words, and are not asked; nor are digits and marks.
func MixedScripts(text []byte) (offset int, ok bool) {
	var word *unicode.RangeTable // the script of the word so far
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		switch s, letter := keyScript(r); {
		case !letter:
			if !unicode.In(r, unicode.M, unicode.N) && !isIgnorable(r) {
				word = nil
			}
		case s == nil:
			word = nil
		case word == nil:
			word = s
		case word != s:
			return i, true
		}
		i += size
	}
	return 0, false
}

// keyScript is the script of a letter, nil for one that MixedScripts does not ask, and whether it is a letter.
func keyScript(r rune) (script *unicode.RangeTable, letter bool) {
	if r < utf8.RuneSelf {
		if c := r | 0x20; c < 'a' || c > 'z' {
			return nil, false
		}
		return unicode.Latin, true
	}
	if !unicode.IsLetter(r) {
		return nil, false
	}
	for _, s := range [...]*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Georgian, unicode.Hebrew, unicode.Arabic, unicode.Cherokee} {
		if unicode.Is(s, r) {
			return s, true
		}
	}
	return nil, true
}
