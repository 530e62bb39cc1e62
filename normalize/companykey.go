package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// blankKey is the company key of a text in which nothing is seen.
const blankKey = "␣"

// CompanyKey returns the form of a company's name by which the same name is found however it is written: the letters, digits and
// symbols of the Key of the name without its legal form. Spaces, hyphens and other punctuation are left out, so that Coca-Cola, Coca
// Cola and CocaCola are one, as are A. B. Smith and AB Smith; so are "&", a "+" between spaces and the words for it (and, and that of the
// locale's language), and "the" in front of a name.
//
// If nothing is left, it is the Key of the whole text, and if nothing is seen of that either, "␣": it is empty only for empty text.
// A text of more than 512 bytes is not looked through for a form. The keys of a KeyVersion change with new legal forms alone.
// Equal keys mean the same name, not the same company; misspelt names have other keys.
func (l *Locale) CompanyKey(text string, in Region) string {
	var short [128]byte
	return string(l.AppendCompanyKey(short[:0], []byte(text), in))
}

// AppendCompanyKey appends the CompanyKey of text to dst. It allocates nothing if dst has the room.
func (l *Locale) AppendCompanyKey(dst, text []byte, in Region) []byte {
	if len(text) == 0 {
		return dst
	}
	lang, from, name := keyLanguageOf(l.tag), len(dst), text
	if len(text) <= maxCompanyText {
		var r Repairs
		name = partCompany(unpadded(text, &r), in).name
	}
	dst = appendKey(dst, name, lang)
	if n := squeezeKey(dst[from:], conjunctions(l.tag)); n > 0 {
		return dst[:from+n]
	}
	if dst = appendKey(dst[:from], text, lang); len(dst) > from {
		return dst
	}
	return append(dst, blankKey...)
}

// squeezeKey writes the tokens of a key that count over the key and returns how long that is.
func squeezeKey(key []byte, and string) int {
	n, first := 0, true
	for i := 0; i < len(key); {
		var end int
		end, i = squeezeToken(key, n, i)
		switch token := key[n:end]; {
		case string(token) == "and", string(token) == "+", isConjunction(token, and):
		case first && string(token) == "the" && i < len(key):
		default:
			n = end
		}
		first = n == 0
	}
	return n
}

// squeezeToken copies what counts of the token at i to n; it returns the ends of both, the latter behind the space or hyphen.
func squeezeToken(key []byte, n, i int) (end, next int) {
	for i < len(key) {
		c := key[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRune(key[i:])
			if !isPunctuation(r) {
				n += copy(key[n:], key[i:i+size])
			}
			i += size
			continue
		}
		i++
		if c == ' ' || c == '-' {
			break
		}
		if counts(c) {
			key[n] = c
			n++
		}
	}
	return n, i
}

// counts tells what of ASCII a company key is made of.
func counts(c byte) bool { return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '+' }

// isPunctuation is unicode.IsPunct, which is slow, for what is not ASCII.
func isPunctuation(r rune) bool {
	return !('а' <= r && r <= 'я' || 'α' <= r && r <= 'ω' || isLetterAlone(r)) && unicode.IsPunct(r)
}

// isConjunction tells the words of a list.
func isConjunction(token []byte, list string) bool {
	for word := range strings.FieldsSeq(list) {
		if string(token) == word {
			return true
		}
	}
	return false
}

// conjunctions are the words for "and" of a locale's language that stand in company names, as keys.
func conjunctions(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	switch base {
	case "de", "gsw":
		return "und u"
	case "fr":
		return "et"
	case "es", "gl":
		return "y e"
	case "it":
		return "e ed"
	case "pt":
		return "e"
	case "ca", "pl":
		return "i"
	case "nl", "af":
		return "en"
	case "sv":
		return "och"
	case "da", "nb", "nn", "no":
		return "og"
	case "fi", "et":
		return "ja"
	case "cs", "sk":
		return "a"
	case "hr", "sl", "bs", "sr":
		return "i и"
	case "hu":
		return "es"
	case "ro":
		return "si"
	case "tr":
		return "ve"
	case "ru", "bg":
		return "и"
	case "uk":
		return "та і й"
	case "el":
		return "και"
	}
	return ""
}
