package normalize

import (
	"bytes"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold appends a text as it is compared: compatibility forms decomposed, letters in lower case, spaces and hyphens as one
// space, apostrophes alike, what prints nothing left out, and letters that people write without their stroke or as two
// (ø, ß) taken apart, so that bared can leave the mark out. It does not know the language, which it need not: a locale has
// few names, and a test says that no two of them come together. Case is kept if lower is false.
func fold(dst, text []byte, lower bool) []byte {
	var even [2 * maxSpelling]byte
	from := len(dst)
	for r := range runes(evened(even[:0], inNFC(text))) {
		if r < utf8.RuneSelf {
			dst = appendFolded(dst, from, r, lower)
			continue
		}
		var room [utf8.UTFMax]byte
		whole := utf8.AppendRune(room[:0], r)
		if parts := norm.NFKD.Properties(whole).Decomposition(); parts != nil && !isSyllable(r) {
			whole = parts
		}
		for len(whole) > 0 {
			part, size := utf8.DecodeRune(whole)
			dst = appendFolded(dst, from, part, lower)
			whole = whole[size:]
		}
	}
	return dst
}

// appendFolded appends one code point to a folded text that begins at from.
func appendFolded(dst []byte, from int, r rune, lower bool) []byte {
	if last := dst[from:]; r == dotAbove && len(last) > 0 && last[len(last)-1]|0x20 == 'i' {
		return dst // İ is the capital of i
	}
	if r = oneForm(r); lower {
		if r = unicode.ToLower(r); r == 'ı' {
			r = 'i' // I is the capital of both
		}
	}
	if pair := apart(r); pair != "" {
		return append(dst, pair...)
	}
	return utf8.AppendRune(dst, r)
}

// inNFC is a text in Unicode's composed form, NFC, which nearly all text is in already.
func inNFC(text []byte) []byte {
	for r := range runes(text) {
		if !isSettled(r) {
			return norm.NFC.Bytes(bytes.Clone(text)) // a copy, so that the caller's cell stays where it is
		}
	}
	return text
}

// isSettled tells code points that NFC never changes, nor joins to the one before them.
func isSettled(r rune) bool {
	switch {
	case r < 0x300, r >= 0x370 && r < 0x483 && r != 0x374 && r != 0x37e && r != 0x387, r >= 0x48a && r < 0x590:
		return true
	case r >= 0x5d0 && r <= 0x5f4, r >= 0x620 && r <= 0x64a, r >= 0x671 && r <= 0x6d5: // letters of Hebrew and Arabic
		return true
	case r >= 0x1e00 && r < 0x1f00, r >= 0x3040 && r < 0x3099, r >= 0x30a0 && r < 0x3100, r >= 0x3400 && r < 0xa000, r >= 0xac00 && r < 0xd7a4:
		return true
	}
	return r >= 0x2007 && r < 0x2070 || r >= 0xff00 && r < 0xfff0 && r != utf8.RuneError
}

// evened appends a text with one form for each kind of space, hyphen and apostrophe. A second hyphen in a row stays, so that
// nothing is like it.
func evened(dst, text []byte) []byte {
	hyphens := 0
	for r := range runes(text) {
		class := runeClass(r)
		switch {
		case class == ignored:
		case isHyphen(r) && hyphens == 0 || class == space:
			if n := len(dst); n == 0 || dst[n-1] != ' ' {
				dst = append(dst, ' ')
			}
			if class != space {
				hyphens++
			}
		case isApostrophe(r):
			dst, hyphens = append(dst, '\''), 0
		case r == '\u05f4': // in Hebrew abbreviations, for which people type a quotation mark
			dst, hyphens = append(dst, '"'), 0
		default:
			dst = utf8.AppendRune(dst, r)
			if !isHyphen(r) {
				hyphens = 0
			}
		}
	}
	return dst
}

// dotAbove is what is left of İ in lower case.
const dotAbove = '\u0307'

// apart takes apart what Unicode does not: into a letter and its stroke, or two letters and the tie between them.
func apart(r rune) string {
	switch r {
	case 'ø':
		return "o\u0338"
	case 'Ø':
		return "O\u0338"
	case 'ł':
		return "l\u0338"
	case 'Ł':
		return "L\u0338"
	case 'đ', 'ð':
		return "d\u0335"
	case 'Đ', 'Ð':
		return "D\u0335"
	case 'æ':
		return "a\u0361e"
	case 'Æ':
		return "A\u0361E"
	case 'œ':
		return "o\u0361e"
	case 'Œ':
		return "O\u0361E"
	case 'ß':
		return "s\u0361s"
	case 'ẞ':
		return "S\u0361S"
	case 'þ':
		return "t\u0361h"
	case 'Þ':
		return "T\u0361H"
	}
	return ""
}

// oneForm is the form in which a letter with two code points is compared.
func oneForm(r rune) rune {
	switch r {
	case 'ς':
		return 'σ'
	case '\u0327':
		return '\u0326' // cedilla and comma below, as in Romanian
	case 'ی', 'ى':
		return 'ي'
	case 'ک':
		return 'ك'
	}
	return r
}

// bared appends a folded text without what may be left out.
func bared(dst, folded []byte) []byte {
	for r := range runes(folded) {
		if !omissible(r) {
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

// omissible tells what people leave out of a name: accents of Latin, Greek and Cyrillic letters, points and vowel signs of
// Hebrew and Arabic ones, full stops, apostrophes, middle dots and joiners. The vowels of Indic scripts are not among them,
// nor are the voicing marks of Japanese.
func omissible(r rune) bool {
	switch {
	case r < 0x80:
		return r == '.' || r == '\'' || r == '"'
	case r >= 0x300 && r <= 0x36f, r >= 0x591 && r <= 0x5c7, r >= 0x64b && r <= 0x655:
		return true
	}
	return strings.ContainsRune("\u0640\u0670\u200c\u200d\u00ad·・", r)
}

func isApostrophe(r rune) bool {
	return runeClass(r) == apostrophe || strings.ContainsRune("\u2018\u02bb\u02b9\u0060\u00b4\u05f3", r)
}

// isHyphen tells hyphens and dashes, the Hebrew one among them; the long vowel of Katakana is none.
func isHyphen(r rune) bool {
	return runeClass(r) == minus || r >= 0x2010 && r <= 0x2015 || r == 0x05be || r == '゠'
}

func isSpace(r rune) bool { return runeClass(r) == space }

// runes yields the code points of a text. Unlike range string(b), it has no need of memory.
func runes(b []byte) iter.Seq[rune] {
	return func(yield func(rune) bool) {
		for len(b) > 0 {
			r, n := utf8.DecodeRune(b)
			if b = b[n:]; !yield(r) {
				return
			}
		}
	}
}
