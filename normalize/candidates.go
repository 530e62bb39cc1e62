package normalize

import (
	"bytes"
)

// Encodings lists the encodings by which b is text without a fault, those that give the same text together. It is not a
// guess: a short text is often text by twenty of them, and whoever knows the source declares one. The text that most of
// the list agrees on may still be the wrong one.
//
// After a byte order mark only the encoding that it names is tried, which is UTF-16 besides if it is one of the two. Otherwise the order is, by the first of each group and
// within a group: UTF-8, US-ASCII, windows-1250 to -1258 and -874, ISO-8859-1 to -16, KOI8-R, KOI8-U, GB18030, GBK, Big5,
// Shift_JIS, EUC-JP, EUC-KR, and, since nearly any text of even length is text by them, UTF-16LE and UTF-16BE last. An
// empty text has all of them in one group. If none fits, Decode with the likeliest says at which byte it fails.
func Encodings(b []byte) [][]Encoding { return candidates(b, true) }

// SampleEncodings is Encodings for the beginning of a longer text: a character that is cut off at the end of b is no fault.
// What the rest of the text would exclude is still listed.
func SampleEncodings(b []byte) [][]Encoding { return candidates(b, false) }

// candidateOrder lists the names that Encodings tries. UTF-16 needs a mark, unless there is no text.
var candidateOrder = [...]string{
	utf8Name, usASCII,
	"windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-1258", "windows-874",
	"ISO-8859-1", "ISO-8859-2", "ISO-8859-3", "ISO-8859-4", "ISO-8859-5", "ISO-8859-6", "ISO-8859-7", "ISO-8859-8", "ISO-8859-9", "ISO-8859-10",
	"ISO-8859-13", "ISO-8859-14", "ISO-8859-15", "ISO-8859-16", "KOI8-R", "KOI8-U",
	"GB18030", "GBK", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR",
	utf16LE, utf16BE, utf16,
}

func candidates(b []byte, whole bool) (groups [][]Encoding) {
	if marked, rest := afterMark(b); marked != "" {
		return ofMark(marked, newPieces(marked, rest, whole).sound())
	}
	for _, name := range candidateOrder {
		if name == utf16 && len(b) > 0 || !newPieces(name, b, whole).sound() {
			continue
		}
		i := 0
		for i < len(groups) && !sameText(newPieces(name, b, whole), newPieces(groups[i][0].name, b, whole)) {
			i++
		}
		if i == len(groups) {
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], Encoding{name})
	}
	return groups
}

// ofMark is the encoding that a byte order mark names, and UTF-16 if it names one of the two.
func ofMark(name string, sound bool) [][]Encoding {
	switch {
	case !sound:
		return nil
	case name == utf16LE || name == utf16BE:
		return [][]Encoding{{{name}, {utf16}}}
	}
	return [][]Encoding{{{name}}}
}

// afterMark is the encoding that a byte order mark names, empty if there is none, and what follows the mark.
func afterMark(b []byte) (name string, rest []byte) {
	for _, m := range byteOrderMarks {
		if rest, ok := bytes.CutPrefix(b, []byte(m.bytes)); ok {
			return m.name, rest
		}
	}
	return "", b
}

// pieces decodes a text piece by piece, so that a comparison of two texts needs no room for either.
type pieces struct {
	decoding decoding
	rest     []byte
	whole    bool // rest ends where the text ends
	out      []byte
	bad      bool
}

func newPieces(name string, b []byte, whole bool) *pieces {
	return &pieces{decoding: decoders[name](), rest: b, whole: whole}
}

// next returns the next piece of text, nothing at the end or before a fault.
func (p *pieces) next() []byte {
	for len(p.rest) > 0 && !p.bad {
		piece := p.rest[:min(len(p.rest), pieceSize)]
		last := len(piece) == len(p.rest)
		out, n, bad := p.decoding.run(p.out[:0], piece, last && p.whole)
		p.out, p.rest, p.bad = out, p.rest[n:], bad > 0
		if len(out) > 0 {
			return out
		}
		if n == 0 { // what is left is the beginning of a character
			return nil
		}
	}
	return nil
}

// sound tells whether the whole text has no fault.
func (p *pieces) sound() bool {
	for len(p.next()) > 0 {
	}
	return !p.bad
}

// sameText tells whether two sound texts are equal.
func sameText(a, b *pieces) bool {
	var x, y []byte
	for {
		if len(x) == 0 {
			x = a.next()
		}
		if len(y) == 0 {
			y = b.next()
		}
		n := min(len(x), len(y))
		if n == 0 {
			return len(x) == len(y)
		}
		if !bytes.Equal(x[:n], y[:n]) {
			return false
		}
		x, y = x[n:], y[n:]
	}
}
