package mapping

import (
	"encoding/binary"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// plain tells whether text is ASCII, as most is.
func plain(text []byte) bool {
	for ; len(text) >= 8; text = text[8:] {
		if binary.LittleEndian.Uint64(text)&0x8080808080808080 != 0 {
			return false
		}
	}
	for _, c := range text {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// composed returns the text in NFC, mostly as it is.
func composed(text []byte) []byte {
	if plain(text) || norm.NFC.IsNormal(text) {
		return text
	}
	return norm.NFC.Bytes(text)
}

// hidden returns ErrHidden for text with characters that do not show or that turn the direction of others: two texts that look alike differ by them.
func hidden(text []byte) error {
	if plain(text) {
		return nil
	}
	for rest := text; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		if r >= utf8.RuneSelf && unshown(r) {
			return ErrHidden
		}
		rest = rest[n:]
	}
	return nil
}

// unshown tells default-ignorable characters and controls of direction. The joiners belong to the spelling of Persian and of Indic scripts, variation
// selectors to that of Mongolian and of signs, so neither is told.
func unshown(r rune) bool {
	if r == '\u200c' || r == '\u200d' || unicode.Is(unicode.Variation_Selector, r) {
		return false
	}
	return unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Bidi_Control)
}

// formula returns ErrFormula for text that a spreadsheet takes for a formula: one that begins with = + - or @, in either width, and holds a letter. So a
// dash that stands for none, a number and a telephone number are none.
func formula(text []byte) error {
	first, n := utf8.DecodeRune(text)
	switch first {
	case '=', '+', '-', '@', '＝', '＋', '－', '＠':
	default:
		return nil
	}
	for rest := text[n:]; len(rest) > 0; rest = rest[n:] {
		var r rune
		if r, n = utf8.DecodeRune(rest); unicode.IsLetter(r) {
			return ErrFormula
		}
	}
	return nil
}

// odd returns what is to be said of a text that is kept as it is.
func odd(text []byte) error {
	if err := hidden(text); err != nil {
		return err
	}
	return formula(text)
}
