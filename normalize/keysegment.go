package normalize

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxMarks is how many marks of one letter count; no language has more. It is the bound of Unicode's Stream-Safe Text, UAX #15,
// and a bound on the work.
const maxMarks = 30

// keySegment is a letter with its marks, taken apart (NFKD), in canonical order.
type keySegment struct {
	base  rune // 0 for none
	marks [maxMarks]rune
	class [maxMarks]uint8
	n     int
	keeps bool // the marks are part of the letter
}

// hard writes characters that have to be taken apart, put in order, and put together again.
func (w *keyWriter) hard(b []byte) {
	var s keySegment
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		switch {
		case isIgnorable(r):
		case isSyllable(r):
			w.syllable(&s, r)
		default:
			parts := norm.NFKD.Properties(b).Decomposition()
			if parts == nil {
				parts = b[:size]
			}
			for len(parts) > 0 {
				r, n := utf8.DecodeRune(parts)
				w.push(&s, r)
				parts = parts[n:]
			}
		}
		b = b[size:]
	}
	w.flush(&s)
}

// push adds one rune of the decomposition.
func (w *keyWriter) push(s *keySegment, r rune) {
	var short [utf8.UTFMax]byte
	class := norm.NFKD.Properties(utf8.AppendRune(short[:0], r)).CCC()
	switch {
	case isIgnorable(r):
		return
	case class == 0:
		if s.base != 0 && s.n == 0 {
			if c := composed(s.base, r); c != 0 {
				s.base = c
				return
			}
		}
		w.flush(s)
		s.open(r)
		return
	case s.n == maxMarks:
		return
	}
	i := s.n
	for ; i > 0 && s.class[i-1] > class; i-- {
		s.class[i], s.marks[i] = s.class[i-1], s.marks[i-1]
	}
	s.class[i], s.marks[i] = class, r
	s.n++
}

func (s *keySegment) open(r rune) {
	s.base, s.n = max(r, ' '), 0 // no NUL, which is none
	s.keeps = unicode.In(keyForm(r), unicode.L, unicode.M) && !unicode.In(r, unicode.Latin, unicode.Greek)
}

// flush writes the segment.
func (w *keyWriter) flush(s *keySegment) {
	if s.keeps {
		w.kept(s)
	} else {
		w.bare(s)
	}
	s.base, s.n = 0, 0
}

// bare writes the letter without its marks.
func (w *keyWriter) bare(s *keySegment) {
	marks := s.marks[:s.n]
	if s.base != 0 {
		w.starter(s.base, spellable(marks))
	}
	for _, m := range marks {
		if m == iotaBelow {
			w.starter('ι', 0)
		}
	}
}

// spellable is the mark that a language could spell out: the first of those, or any other one.
func spellable(marks []rune) (mark rune) {
	for _, m := range marks {
		if m == diaeresis || m == ringAbove {
			return m
		}
		mark = m
	}
	return mark
}

// kept writes the letter with its marks, composed as far as they can be.
func (w *keyWriter) kept(s *keySegment) {
	letter := foldRune(s.base)
	whole, n, last := letter, 0, uint8(0)
	for i, m := range s.marks[:s.n] {
		if m == diaeresis && letter == 'е' && w.lang == russianKey {
			continue
		}
		if c := composed(whole, m); c != 0 && last < s.class[i] {
			whole = c
			continue
		}
		s.marks[n], last = m, s.class[i]
		n++
	}
	w.starter(whole, 0)
	for _, m := range s.marks[:n] {
		w.dst = utf8.AppendRune(w.dst, foldRune(m))
	}
}

// Hangul syllables are composed by rule: The Unicode Standard, section 3.12.
const (
	hangulBase, hangulEnd = 0xac00, 0xd7a4
	leadBase, leadEnd     = 0x1100, 0x1113
	vowelBase, vowelEnd   = 0x1161, 0x1176
	tailBase, tailEnd     = 0x11a7, 0x11c3 // the tail base itself is no tail
	vowelCount, tailCount = vowelEnd - vowelBase, tailEnd - tailBase
	syllablesOfOneLead    = vowelCount * tailCount
)

func (w *keyWriter) syllable(s *keySegment, r rune) {
	i := r - hangulBase
	w.push(s, leadBase+i/syllablesOfOneLead)
	w.push(s, vowelBase+i%syllablesOfOneLead/tailCount)
	if tail := i % tailCount; tail > 0 {
		w.push(s, tailBase+tail)
	}
}

// composed is the composition of two runes, 0 if there is none.
func composed(a, b rune) rune {
	switch {
	case leadBase <= a && a < leadEnd && vowelBase <= b && b < vowelEnd:
		return hangulBase + (a-leadBase)*syllablesOfOneLead + (b-vowelBase)*tailCount
	case isSyllable(a) && (a-hangulBase)%tailCount == 0 && tailBase < b && b < tailEnd:
		return a + b - tailBase
	}
	return composite(a, b)
}
