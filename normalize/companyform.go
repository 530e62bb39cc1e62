package normalize

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// formMatch is a legal form found at an end of a text, as it is written there.
type formMatch struct {
	form       *spelledForm
	start, end int
}

// maxMatches is how many forms at one end are kept, the longest: each is the end of the next one, as KG is of GmbH & Co. KG.
const maxMatches = 4

// formMatches has the longest match last.
type formMatches struct {
	list [maxMatches]formMatch
	n    int
}

func (m *formMatches) add(f formMatch) {
	if m.n == maxMatches {
		copy(m.list[:], m.list[1:])
		m.n--
	}
	m.list[m.n] = f
	m.n++
}

// formWalk goes through sorted spellings letter by letter: those from lo to hi begin with what was met so far.
type formWalk struct {
	side          *formSide
	lo, hi, depth int
}

// step narrows the range to the spellings with byte c next; it is false if there are none.
func (w *formWalk) step(c byte) bool {
	switch {
	case w.depth == 0:
		w.lo, w.hi = int(w.side.starts[c]), int(w.side.starts[int(c)+1])
	case w.next(w.lo) != int(c) || w.next(w.hi-1) != int(c): // else all of them go on with c, as most do inside a character
		w.lo = w.search(w.lo, int(c))
		w.hi = w.search(w.lo, int(c)+1)
	}
	w.depth++
	return w.lo < w.hi
}

// next is the byte that spelling i goes on with, -1 at its end.
func (w *formWalk) next(i int) int {
	if key := w.side.forms[i].key; len(key) > w.depth {
		return int(key[w.depth])
	}
	return -1
}

// search is the first spelling from lo on that goes on with a byte of c or more.
func (w *formWalk) search(lo, c int) int {
	hi := w.hi
	for lo < hi {
		m := int(uint(lo+hi) / 2)
		if w.next(m) < c {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// here is the spelling that ends here, if there is one.
func (w *formWalk) here() *spelledForm {
	if f := &w.side.forms[w.lo]; len(f.key) == w.depth {
		return f
	}
	return nil
}

// findAfter finds the forms at the end of a text.
func (f *legalForms) findAfter(text []byte, m *formMatches) {
	w := formWalk{side: &f.after}
	after := rune(0)
	r, size := utf8.DecodeLastRune(text)
	for i := len(text); i > 0; {
		i -= size
		before, next := utf8.DecodeLastRune(text[:i])
		var short [3 * utf8.UTFMax]byte
		letters := foldForm(short[:0], r, before, after)
		if len(letters) == 0 && !isInForm(r) {
			return
		}
		for k := len(letters) - 1; k >= 0; k-- {
			if !w.step(letters[k]) {
				return
			}
		}
		if len(letters) > 0 {
			if s := w.here(); s != nil && beginsForm(text[:i], r, after) {
				m.add(formMatch{s, opened(text[:i]), len(text)})
			}
		}
		after, r, size = r, before, next
	}
}

// opened is where the brackets in front of a form begin, its start if there are none.
func opened(text []byte) int {
	if inner := bytes.TrimRight(text, "( （"); len(bytes.TrimSpace(text[len(inner):])) > 0 {
		return len(inner)
	}
	return len(text)
}

// findBefore finds the forms at the start of a text.
func (f *legalForms) findBefore(text []byte, m *formMatches) {
	w := formWalk{side: &f.before}
	before := rune(0)
	r, size := utf8.DecodeRune(text)
	for i := 0; i < len(text); {
		i += size
		after, next := utf8.DecodeRune(text[i:])
		var short [3 * utf8.UTFMax]byte
		letters := foldForm(short[:0], r, before, after)
		if len(letters) == 0 && !isInForm(r) {
			return
		}
		for _, c := range letters {
			if !w.step(c) {
				return
			}
		}
		if len(letters) > 0 {
			if s := w.here(); s != nil && endsForm(text[i:], r) {
				m.add(formMatch{s, 0, i})
			}
		}
		before, r, size = r, after, next
	}
}

// foldForm appends a character of a legal form as it is compared: letters and digits without case and marks, and "&". Anything else
// is nothing, but a bracket next to a letter of a script without spaces: (株) is a form, and 株 is none.
func foldForm(dst []byte, r, before, after rune) []byte {
	switch {
	case r < utf8.RuneSelf:
		return foldASCII(dst, byte(r), before, after)
	case r == '（' || r == '）':
		return foldASCII(dst, byte(r-'（'+'('), before, after)
	case r == '＆':
		return append(dst, '&')
	case latinFirst <= r && r <= latinLast && latinBare[r-latinFirst] != '?':
		return append(dst, latinBare[r-latinFirst])
	case greekFirst <= r && r <= greekLast:
		return append(dst, strings.TrimSuffix(greekBare[2*(r-greekFirst):2*(r-greekFirst)+2], "·")...)
	case r == '«' || r == '»':
		return dst
	case 'А' <= r && r <= 'я' && r != 'Й' && r != 'й':
		if r < 'а' {
			r += 'а' - 'А'
		}
		return utf8.AppendRune(dst, r)
	case r < 'ぁ' && isLetterAlone(r), 0x4e00 <= r && r <= 0x9fff:
		return utf8.AppendRune(dst, r)
	case isSyllable(r):
		return foldPart(dst, r)
	case 'ก' <= r && r <= thaiLast:
		return foldThai(dst, r)
	case halfKanaFirst <= r && r <= halfKanaLast:
		return append(dst, halfKana[3*(r-halfKanaFirst):3*(r-halfKanaFirst)+3]...)
	}
	return foldDecomposed(dst, r)
}

// Half-width kana without the two marks behind them, and what they decompose to.
const (
	halfKanaFirst, halfKanaLast = 'ｦ', 'ﾝ'

	halfKana = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
)

const thaiLast = '\u0e4e'

// foldThai folds the Thai characters that are not letters by themselves: vowels, and marks of which most go.
func foldThai(dst []byte, r rune) []byte {
	switch {
	case r == 'ำ':
		return append(dst, "\u0e4dา"...)
	case '\u0e38' <= r && r <= '฿', '\u0e48' <= r && r <= '\u0e4b':
		return dst
	}
	return utf8.AppendRune(dst, r)
}

// foldDecomposed is foldForm for any character that needs no neighbours.
func foldDecomposed(dst []byte, r rune) []byte {
	var short [utf8.UTFMax]byte
	b := utf8.AppendRune(short[:0], r)
	if parts := norm.NFKD.Properties(b).Decomposition(); parts != nil {
		b = parts
	}
	for len(b) > 0 {
		part, size := utf8.DecodeRune(b)
		dst = foldPart(dst, part)
		b = b[size:]
	}
	return dst
}

func foldASCII(dst []byte, c byte, before, after rune) []byte {
	switch {
	case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c == '&':
		return append(dst, c)
	case 'A' <= c && c <= 'Z':
		return append(dst, c|0x20)
	case c == '+':
		return append(dst, '&')
	case c == '(' && isUnspaced(after), c == ')' && isUnspaced(before):
		return append(dst, c)
	}
	return dst
}

// foldPart folds one rune of a decomposition.
func foldPart(dst []byte, r rune) []byte {
	var short [utf8.UTFMax]byte
	switch {
	case r == '(' || r == ')':
		return append(dst, byte(r))
	case isSyllable(r):
		s := (r - hangulBase) / tailCount
		dst = utf8.AppendRune(dst, leadBase+s/vowelCount)
		dst = utf8.AppendRune(dst, vowelBase+s%vowelCount)
		if tail := (r - hangulBase) % tailCount; tail > 0 {
			dst = utf8.AppendRune(dst, tailBase+tail)
		}
		return dst
	case norm.NFKD.Properties(utf8.AppendRune(short[:0], r)).CCC() != 0, isIgnorable(r), !unicode.In(r, unicode.L, unicode.M, unicode.N):
		return dst
	}
	if s := stroked(foldRune(r)); s != "" {
		return append(dst, s...)
	}
	return utf8.AppendRune(dst, foldRune(r))
}

// isInForm tells what may stand between the letters of a form.
func isInForm(r rune) bool {
	switch r {
	case '.', ',', ':', '-', '/', '(', ')', '"', '\'', '’', '״', '‐', '‑', '（', '）', '．', '，', '、':
		return true
	}
	return unicode.IsSpace(r) || isIgnorable(r) || unicode.Is(unicode.M, r)
}

// isUnspaced tells letters of scripts that write words without spaces between them.
func isUnspaced(r rune) bool {
	return r >= 0x0e00 && (r < 0x0e80 || 0x4e00 <= r && r <= 0x9fff || isSyllable(r) || r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul))
}

// beginsForm tells whether a form with first as its first character can begin behind text: a word can after a space, a comma, a bracket
// or a quotation mark, but not after "&" or a "+" between spaces. Nothing stands in front of (株). The "+" of "C+ Co." is the name's.
func beginsForm(text []byte, first, second rune) bool {
	r, size := utf8.DecodeLastRune(text)
	switch {
	case first == '+':
		return size == 0 || unicode.IsSpace(r) || !unicode.IsSpace(second)
	case size == 0, first == '&' || first == '＆', isUnspaced(first), isEncircled(first):
		return true
	case !unicode.IsSpace(r):
		return r == ',' || r == ';' || r == '(' || r == ')' || r == '"' || r == '»' || r == '”' || r == '，' || r == '（' || r == '）' || isIgnorable(r)
	}
	for unicode.IsSpace(r) {
		text = text[:len(text)-size]
		r, size = utf8.DecodeLastRune(text)
	}
	if r == '+' {
		before, size := utf8.DecodeLastRune(text[:len(text)-1])
		return size > 0 && !unicode.IsSpace(before)
	}
	return r != '&' && r != '＆'
}

// isEncircled tells characters that hold a form in brackets, ㈱, or the brackets of one.
func isEncircled(r rune) bool {
	return r == '(' || r == ')' || r == '（' || r == '）' || 0x3200 <= r && r <= 0x33ff
}

// endsForm tells whether a form with last as its last character can end before text.
func endsForm(text []byte, last rune) bool {
	r, size := utf8.DecodeRune(text)
	if r == '.' {
		text = text[size:]
		r, size = utf8.DecodeRune(text)
	}
	return size == 0 || isUnspaced(last) || isEncircled(last) || unicode.IsSpace(r) || isIgnorable(r) ||
		r == ',' || r == '"' || r == '«' || r == '“' || r == '„' || r == '('
}

// evidence tells whether what is written is the form and not a word like it. A form in doubt has a full stop or a stroke between
// its letters, or is one of the region that the company is in, or, if the region is not known and the doubt small, has its own
// capitals while the rest of the text is not all in capitals. Single letters with spaces between them are in doubt too.
func evidence(s *spelledForm, written, rest []byte, in Region) bool {
	doubt := s.doubt
	if isSpread(written) {
		doubt = mostlyWord
	}
	if doubt == doubtless || !in.IsZero() && s.index(in) >= 0 || hasInnerStop(written) {
		return true
	}
	if doubt == mostlyWord || !in.IsZero() {
		return false
	}
	for _, own := range s.spellings {
		if string(written) == own {
			return own != string(bytes.ToUpper(written)) || !isUpper(rest)
		}
	}
	return false
}

// isSpread tells A B and s a, but not L L C.
func isSpread(written []byte) bool {
	fields := 0
	for field := range bytes.FieldsSeq(written) {
		if fields++; len(field) > 1 {
			return false
		}
	}
	return fields == 2
}

// hasInnerStop tells whether there is a full stop or a stroke behind a letter and before another.
func hasInnerStop(written []byte) bool {
	for i, c := range written {
		if (c == '.' || c == '/') && i > 0 && foldsByte(written[i-1]) {
			return bytes.ContainsFunc(written[i:], unicode.IsLetter)
		}
	}
	return false
}

// foldsByte tells the bytes of letters, of which those of other scripts than Latin are enough like all others here.
func foldsByte(c byte) bool { return c >= utf8.RuneSelf || 'a' <= c|0x20 && c|0x20 <= 'z' }

// isUpper tells a text with capitals and no small letters.
func isUpper(text []byte) bool {
	return bytes.Equal(text, bytes.ToUpper(text)) && !bytes.Equal(text, bytes.ToLower(text))
}
