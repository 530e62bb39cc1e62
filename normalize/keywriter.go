package normalize

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// keyWriter appends a key. Most characters are written one by one (easy); those that Unicode takes apart or puts together
// go through a keySegment.
type keyWriter struct {
	dst   []byte
	start int // where the key begins
	lang  keyLanguage
}

func appendKey(dst, text []byte, lang keyLanguage) []byte {
	w := keyWriter{dst, len(dst), lang}
	for i := 0; i < len(text); {
		size := 1
		if text[i] >= utf8.RuneSelf {
			_, size = utf8.DecodeRune(text[i:])
		}
		next := i + size
		if (next == len(text) || settled(text[next:])) && w.easy(text[i:next]) {
			i = next
			continue
		}
		for next < len(text) && !settled(text[next:]) {
			_, size = utf8.DecodeRune(text[next:])
			next += size
		}
		w.hard(text[i:next])
		i = next
	}
	if n := len(w.dst); n > w.start && w.dst[n-1] == ' ' {
		w.dst = w.dst[:n-1]
	}
	return w.dst
}

// settled tells whether what came before b is not changed by it: b does not begin with a mark, nor with something ignorable
// that a mark could follow.
func settled(b []byte) bool {
	switch c := b[0]; {
	case c < 0xc2 || c > 0xc2 && c < 0xcc, 0xce <= c && c <= 0xd1, 0xe4 <= c && c <= 0xe9:
		return true // ASCII, Latin, Greek, Cyrillic, Han, and bytes that are not UTF-8
	}
	r, size := utf8.DecodeRune(b)
	switch {
	case size == 1, isLetterAlone(r):
		return true
	case isIgnorable(r):
		return false
	}
	return norm.NFKC.Properties(b).BoundaryBefore()
}

// isSyllable tells Hangul syllables.
func isSyllable(r rune) bool { return hangulBase <= r && r < hangulEnd }

// isLetterAlone tells the common letters that are never folded, taken apart or put together with what comes before them.
func isLetterAlone(r rune) bool {
	switch {
	case r < 'א':
		return false
	case r < 'ぁ':
		return r <= 'ת' || 'ا' <= r && r <= 'ي' || 'अ' <= r && r <= 'न' || 'व' <= r && r <= 'ह' || 'ก' <= r && r <= 'า' || 'เ' <= r && r <= '็'
	}
	return r <= 'ゖ' || 'ァ' <= r && r <= 'ヺ' || r == 'ー' || 0x4e00 <= r && r <= 0x9fff || isSyllable(r)
}

// easy writes one character that stands for itself or has an entry in a short table; it is false, and nothing is written,
// for any other.
func (w *keyWriter) easy(b []byte) bool {
	if len(b) == 1 {
		if b[0] < utf8.RuneSelf {
			w.ascii(b[0])
		} else {
			w.dst = utf8.AppendRune(w.dst, utf8.RuneError)
		}
		return true
	}
	r, _ := utf8.DecodeRune(b)
	switch {
	case latinFirst <= r && r <= latinLast:
		return w.latin(r)
	case 'Ѐ' <= r && r <= 'џ':
		w.cyrillic(r)
		return true
	case greekFirst <= r && r <= greekLast:
		return w.greek(r)
	case isLetterAlone(r):
		w.dst = append(w.dst, b...)
		return true
	case isIgnorable(r):
		return true
	}
	if p := norm.NFKD.Properties(b); p.Decomposition() != nil || p.CCC() != 0 {
		return false
	}
	w.starter(r, 0)
	return true
}

func (w *keyWriter) ascii(c byte) {
	switch {
	case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
	case c == 'I' && w.lang == turkishKey:
		w.dst = append(w.dst, "ı"...)
		return
	case 'A' <= c && c <= 'Z':
		c |= 0x20
	case c <= ' ' || c == 0x7f:
		w.space()
		return
	case c == '`':
		c = '\''
	}
	w.dst = append(w.dst, c)
}

// space writes one space between what is written.
func (w *keyWriter) space() {
	if n := len(w.dst); n > w.start && w.dst[n-1] != ' ' {
		w.dst = append(w.dst, ' ')
	}
}

// The letters from À to ſ without their marks, "?" for those that are not a letter and a mark.
const (
	latinFirst = 'À'
	latinLast  = 'ſ'
	latinBare  = "aaaaaa?ceeeeiiii?nooooo??uuuuy??aaaaaa?ceeeeiiii?nooooo??uuuuy?y" +
		"aaaaaaccccccccdd??eeeeeeeeeegggggggghh??iiiiiiiiii??jjkk?llllll??" +
		"??nnnnnn???oooooo??rrrrrrsssssssstttt??uuuuuuuuuuuuwwyyyzzzzzzs"
)

// latin writes a letter of the table, or is false. The language speaks first.
func (w *keyWriter) latin(r rune) bool {
	if w.lang != plainKey {
		if s := w.lang.whole(r); s != "" {
			w.dst = append(w.dst, s...)
			return true
		}
	}
	c := latinBare[r-latinFirst]
	if c == '?' {
		return false
	}
	w.dst = append(w.dst, c)
	return true
}

// The letters from Ά to ώ without their marks, "·" for what is no letter.
const (
	greekFirst = 'Ά'
	greekLast  = 'ώ'
	greekBare  = "α·εηι·ο·υωιαβγδεζηθικλμνξοπρ·στυφχψωιυαεηιυαβγδεζηθικλμνξοπρσστυφχψωιυουω"
)

// greek writes a letter of the table, or is false.
func (w *keyWriter) greek(r rune) bool {
	i := 2 * (r - greekFirst)
	s := greekBare[i : i+2]
	if s == "·" {
		return false
	}
	w.dst = append(w.dst, s...)
	return true
}

// cyrillic writes a letter from Ѐ to џ.
func (w *keyWriter) cyrillic(r rune) {
	switch {
	case r < 'А':
		r += 'ѐ' - 'Ѐ'
	case r < 'а':
		r += 'а' - 'А'
	}
	if r == 'ё' && w.lang == russianKey {
		r = 'е'
	}
	w.dst = utf8.AppendRune(w.dst, r)
}

// starter writes one character that is not a mark of another, with the mark that a language could spell out, 0 for none.
func (w *keyWriter) starter(r, mark rune) {
	switch r = keyForm(r); {
	case r == ' ':
		w.space()
	case r < utf8.RuneSelf && mark == 0:
		w.ascii(byte(r))
	default:
		w.letter(r, mark)
	}
}

func (w *keyWriter) letter(r, mark rune) {
	if w.lang == turkishKey && r == 'ı' {
		mark = 0
	} else {
		r = foldRune(r)
	}
	s := w.lang.spelt(r, mark)
	if s == "" {
		s = stroked(r)
	}
	if s == "" {
		w.dst = utf8.AppendRune(w.dst, r)
		return
	}
	w.dst = append(w.dst, s...)
}

// foldRune folds the case of one rune. By way of the capital, small letters that share one meet.
func foldRune(r rune) rune { return unicode.ToLower(unicode.ToUpper(r)) }

// keyForm is the one form of characters that people take for each other.
func keyForm(r rune) rune {
	switch r {
	case '‘', '’', '‚', '‛', '‹', '›', '`', 'ʹ', 'ʻ', 'ʼ', 'ʽ', '′', '՚':
		return '\''
	case '“', '”', '„', '‟', '«', '»':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−', '⁃', '֊', '־':
		return '-'
	case '⁄', '∕':
		return '/'
	}
	if unicode.IsSpace(r) || unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Z, r) {
		return ' '
	}
	return r
}

// isIgnorable tells the characters that Unicode calls default ignorable, and circles and the like around what stands before
// them.
func isIgnorable(r rune) bool {
	switch {
	case r < 0xad:
		return false
	case r == 0xad, r == 0x034f, r == 0x061c, r == 0x115f, r == 0x1160, r == 0x17b4, r == 0x17b5,
		0x180b <= r && r <= 0x180f, 0x200b <= r && r <= 0x200f, 0x202a <= r && r <= 0x202e, 0x2060 <= r && r <= 0x206f,
		r == 0x3164, 0xfe00 <= r && r <= 0xfe0f, r == 0xfeff, r == 0xffa0, 0xfff0 <= r && r <= 0xfff8,
		0x1bca0 <= r && r <= 0x1bca3, 0x1d173 <= r && r <= 0x1d17a, 0xe0000 <= r && r <= 0xe0fff:
		return true
	}
	return r >= 0x0488 && unicode.Is(unicode.Me, r)
}
