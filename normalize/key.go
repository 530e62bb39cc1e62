package normalize

import "strings"

// KeyVersion is the version of the normal form of Key and CompanyKey. Keys of one version never change; keys of two versions
// are not compared.
const KeyVersion = 1

// Key returns the form of a text by which equal texts are found: the text to compare, to group by and to look up with, not
// to show. Two texts have the same key if they differ in nothing but
//
//   - the form of their characters: composed or decomposed, full or half width, ligatures, superscripts (NFKC);
//   - case, folded in full (ẞ and ß are ss, ς is σ); in Turkish and Azerbaijani I is the capital of ı and İ of i;
//   - spaces: any number of any kind are one, those around the text none, and control characters are spaces;
//   - what prints nothing (direction marks, joiners, soft hyphens, variation selectors) or goes around a character (circles);
//   - the form of apostrophes, of quotation marks, and of hyphens, dashes and minus signs;
//   - accents on Latin and Greek letters, unless the language spells the letter out, and the letters æ ae, œ oe, ø o, ł l,
//     đ d, ð d, ħ h, ŧ t, þ th, ı i.
//
// German spells ä ae, ö oe, ü ue; Danish and Norwegian spell å aa, æ and ä ae, ø and ö oe; Russian writes ё as е. In other
// scripts marks are part of the letter and stay, composed, thirty of them at most. Punctuation stays too. Bytes that are not UTF-8 are U+FFFD. The key of a key
// is the key itself. Text of nothing but spaces has the empty key.
func (l *Locale) Key(text string) string {
	var short [128]byte
	return string(l.AppendKey(short[:0], []byte(text)))
}

// AppendKey appends the Key of text to dst. It allocates nothing if dst has the room.
func (l *Locale) AppendKey(dst, text []byte) []byte {
	return appendKey(dst, text, keyLanguageOf(l.tag))
}

// Keys returns the keys under which a text may be known: its Key, and where the language spells letters out, the key of those
// who drop the marks instead. In German, Müller is mueller and muller, so that it meets both Mueller and Muller, which do not
// meet each other. Two texts may be the same if they have a key in common.
func (l *Locale) Keys(text string) []string {
	key := l.Key(text)
	lang := keyLanguageOf(l.tag)
	if lang != germanKey && lang != danishKey {
		return []string{key}
	}
	var short [128]byte
	if bare := appendKey(short[:0], []byte(text), plainKey); string(bare) != key {
		return []string{key, string(bare)}
	}
	return []string{key}
}

// keyLanguage is a language with rules of its own for keys.
type keyLanguage uint8

const (
	plainKey keyLanguage = iota
	germanKey
	danishKey // Norwegian as well
	turkishKey
	russianKey
)

func keyLanguageOf(tag string) keyLanguage {
	base, _, _ := strings.Cut(tag, "-")
	switch base {
	case "de", "gsw":
		return germanKey
	case "da", "nb", "nn", "no":
		return danishKey
	case "tr", "az":
		return turkishKey
	case "ru":
		return russianKey
	}
	return plainKey
}

// Marks of letters that languages spell out.
const (
	diaeresis = '\u0308'
	ringAbove = '\u030a'
	iotaBelow = '\u0345' // not an accent: its capital is a letter of its own
)

// spelt is how the language spells a small letter with a mark, 0 for none; nothing if it has no rule for it.
func (k keyLanguage) spelt(letter, mark rune) string {
	switch k {
	case germanKey:
		if mark == diaeresis {
			switch letter {
			case 'a':
				return "ae"
			case 'o':
				return "oe"
			case 'u':
				return "ue"
			}
		}
	case danishKey:
		switch {
		case letter == 'a' && mark == ringAbove:
			return "aa"
		case letter == 'a' && mark == diaeresis:
			return "ae"
		case letter == 'o' && mark == diaeresis, letter == 'ø':
			return "oe"
		}
	case turkishKey:
		if letter == 'ı' {
			return "ı"
		}
	}
	return ""
}

// whole is spelt for a letter and its mark in one character.
func (k keyLanguage) whole(r rune) string {
	switch r {
	case 'Ä', 'ä':
		return k.spelt('a', diaeresis)
	case 'Ö', 'ö':
		return k.spelt('o', diaeresis)
	case 'Ü', 'ü':
		return k.spelt('u', diaeresis)
	case 'Å', 'å':
		return k.spelt('a', ringAbove)
	case 'ı':
		return k.spelt(r, 0)
	}
	return ""
}

// stroked spells the Latin letters that Unicode does not take apart, but people without the keyboard do.
func stroked(letter rune) string {
	switch letter {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'ħ':
		return "h"
	case 'ŧ':
		return "t"
	}
	return ""
}
