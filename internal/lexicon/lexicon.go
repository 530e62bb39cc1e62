// Package lexicon is the form of the generated tables of names: what each locale calls months, currencies and countries.
// Package normalize has a table for the languages that most deals are written in, package allnames one for all others.
package lexicon

import (
	"compress/gzip"
	"io"
	"slices"
	"strings"
)

// Table has the names of a set of locales. The zero Table has none.
type Table struct {
	Words      *Pack // of time, and for yes and no
	Currencies *Pack // by ISO 4217 code; before them, by "unit", the words that stand between a number and a name
	Regions    *Pack // by ISO 3166-1 code; what a language without a parent does not have is as in English
}

// Same is a line that says what the parent's line says; so does one that is missing at the end of a text.
const Same = "="

// Pack holds one text for each of its locales. A line of a text has the names of one key, with "|" between several. Every text
// is a gzip member of its own, so that only what is asked for is unpacked, and gzip -dc shows all. A locale that is not
// there has the names of its parent. A Pack is immutable and safe for concurrent use. The zero Pack and a nil *Pack are empty.
type Pack struct {
	Keys  string   // of the lines, with a space between them
	Index []Member // sorted by tag
	Bytes *string  // the members, in the order of the index
}

// Member says where the text of a locale ends in a Pack; it begins where the one before it ends.
type Member struct {
	Tag string
	End uint32
}

// Text unpacks the text of a locale; false if there is none.
func (p *Pack) Text(tag string) (string, bool) {
	if p == nil {
		return "", false
	}
	i, ok := slices.BinarySearchFunc(p.Index, tag, func(m Member, t string) int { return strings.Compare(m.Tag, t) })
	if !ok {
		return "", false
	}
	from := uint32(0)
	if i > 0 {
		from = p.Index[i-1].End
	}
	r, err := gzip.NewReader(strings.NewReader((*p.Bytes)[from:p.Index[i].End]))
	if err != nil {
		return "", false
	}
	var text strings.Builder
	if _, err := io.Copy(&text, r); err != nil {
		return "", false
	}
	return text.String(), true
}
