package normalize

import (
	"bytes"
	"maps"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// spelling is one way in which a locale writes a value: a name, a code, a word. The zero value is none.
type spelling struct {
	text     string
	value    string // a country's code, "true" or "false"
	evidence Evidence
	repairs  Repairs // what it takes to read this spelling at all
	folded   string  // see folding
}

// spellings are all the ways in which a locale writes the values of one kind. They never change once they are complete.
type spellings struct {
	exact  map[string]spelling // no value where like has to say which there are
	folded map[string][]spelling
}

// maxSpelling is longer than any name in bytes.
const maxSpelling = 256

func newSpellings(size int) *spellings {
	return &spellings{make(map[string]spelling, size), make(map[string][]spelling, size)}
}

// add takes one more spelling in, unless it is there already.
func (s *spellings) add(own spelling) bool {
	if own.text == "" || len(own.text) > maxSpelling {
		return false
	}
	folded := fold(nil, []byte(own.text), true)
	key := string(bared(nil, folded))
	if own.folded = key; key != string(folded) {
		own.folded = string(folded)
	}
	had := s.folded[key]
	if slices.ContainsFunc(had, func(o spelling) bool { return o.text == own.text && o.value == own.value }) {
		return false // the first says it with the least liberty
	}
	s.folded[key] = append(had, own)
	if first, ok := s.exact[own.text]; !ok {
		s.exact[own.text] = own
	} else if first.value != own.value {
		s.exact[own.text] = spelling{}
	}
	for _, o := range had {
		if o.value != own.value {
			s.part(o, own)
			s.part(own, o)
		}
	}
	return true
}

// part makes a text ambiguous that is like a spelling of another value. A name with small letters stays one, though a code
// may be written so: "Nga" is Russia in Vietnamese, and "NGA" may be Nigeria.
func (s *spellings) part(text, other spelling) {
	name := text.evidence == Name && other.evidence == Code && text.text != strings.ToUpper(text.text)
	if !name && omits([]byte(text.folded), other.folded) {
		s.exact[text.text] = spelling{}
	}
}

// means tells whether a text is a spelling of some other value, whatever liberties that takes.
func (s *spellings) means(text, other string) bool {
	key := bared(nil, fold(nil, []byte(text), true))
	return slices.ContainsFunc(s.folded[string(key)], func(o spelling) bool { return o.value != other })
}

// find reads a whole text: the one value that has a spelling like it.
func (s *spellings) find(b []byte) (spelling, *fault) {
	if hit := s.exact[string(b)]; hit.value != "" {
		return hit, nil
	}
	var r Repairs
	from := skip(b, 0, &r, Padding)
	text := b[from:skipBack(b, from, len(b), &r, Padding)]
	switch {
	case len(text) == 0:
		return spelling{}, &fault{err: ErrSyntax, at: from, hint: "no text"}
	case len(text) > maxSpelling:
		return spelling{}, &fault{err: ErrRange, at: from, hint: "longer than any name"}
	}
	hit := s.exact[string(text)]
	if hit.value == "" {
		var f *fault
		if hit, f = s.like(text); f != nil {
			f.at = from
			return hit, f
		}
	}
	hit.repairs |= r
	return hit, nil
}

// like finds the spellings that a text is like, and returns the one that it takes the least liberty to read.
func (s *spellings) like(text []byte) (best spelling, f *fault) {
	var folding, baring [2 * maxSpelling]byte
	folded := fold(folding[:0], text, true)
	list := s.folded[string(bared(baring[:0], folded))]
	several, mixed := false, false
	for _, own := range list {
		if !omits(folded, own.folded) {
			continue
		}
		own.repairs |= own.liberties(text, folded)
		if best.value != "" && own.value != best.value {
			several, mixed = true, mixed || own.evidence != best.evidence
		}
		if best.value == "" || bits.OnesCount32(uint32(own.repairs)) < bits.OnesCount32(uint32(best.repairs)) {
			best = own
		}
	}
	switch {
	case best.value == "":
		return best, &fault{err: ErrSyntax}
	case !several:
		return best, nil
	}
	f = &fault{err: ErrAmbiguous, candidates: candidatesOf(folded, list)}
	if mixed {
		f.hint = "a code and a name: declare by CountriesBy which of them the column has"
	}
	return best, f
}

// candidatesOf are the values of all spellings that a text is like.
func candidatesOf(folded []byte, list []spelling) []string {
	values := map[string]bool{}
	for _, own := range list {
		if omits(folded, own.folded) {
			values[own.value] = true
		}
	}
	return slices.Sorted(maps.Keys(values))
}

// omits tells whether a folded text is a spelling, but for accents, stops and apostrophes that it leaves out. It has none
// of its own.
func omits(text []byte, spelling string) bool {
	i := 0
	for k, r := range spelling {
		letter := spelling[k : k+utf8.RuneLen(r)]
		switch {
		case i+len(letter) <= len(text) && string(text[i:i+len(letter)]) == letter:
			i += len(letter)
		case !omissible(r):
			return false
		}
	}
	return i == len(text)
}

// liberties are those that it takes to read a text as the spelling.
func (s *spelling) liberties(text, folded []byte) (r Repairs) {
	if string(folded) != s.folded {
		r |= Unmarked
	}
	var a, b, c, d [2 * maxSpelling]byte
	own := bared(a[:0], fold(b[:0], append(d[:0], s.text...), false))
	if !bytes.Equal(own, bared(c[:0], fold(b[:0], text, false))) {
		r |= OtherCase
	}
	return r | s.variants(text)
}

// variants are the forms of spaces, hyphens, apostrophes and wide letters that a text has and the spelling has not.
func (s *spelling) variants(text []byte) (r Repairs) {
	hyphens, spaces := 0, 0
	for c := range runes(text) {
		class := runeClass(c)
		if spaces++; class != space {
			spaces = 0
		}
		if isHyphen(c) {
			hyphens++
		}
		switch {
		case class == ignored:
			r |= Invisible
		case spaces > 1:
			r |= SpaceVariant
		case strings.ContainsRune(s.text, c):
		case class == space && strings.ContainsFunc(s.text, isSpace):
			r |= SpaceVariant
		case isApostrophe(c):
			r |= ApostropheForm
		case isHyphen(c):
			r |= HyphenForm
		case c >= 0xff01 && c <= 0xffe6:
			r |= WideForm
		}
	}
	for _, c := range s.text {
		if isHyphen(c) {
			hyphens--
		}
	}
	if hyphens != 0 {
		r |= HyphenForm
	}
	return r
}
