package normalize

import (
	"slices"
	"strings"

	"github.com/koine-go/koine/internal/lexicon"
)

// ownRegions yields the names that the locale itself has, or the one of its ancestors that is i above it.
func (n *naming) ownRegions(i int, yield func(code, names string)) {
	n.each(n.tags[i:i+1], [2]*lexicon.Pack{n.more.Regions, &regionsPack}, yield)
}

// knowsRegions tells whether a table has names in the language, be they the English ones. English ones are not those of a
// language that no table has.
func (n *naming) knowsRegions() bool {
	return slices.ContainsFunc(n.tags, func(tag string) bool {
		_, ok := n.more.Regions.Text(tag)
		if !ok {
			_, ok = regionsPack.Text(tag)
		}
		return ok
	})
}

// respelling is how a language writes a name in other words, "and" for "&", and letters where accents cannot be had, "oe"
// for "ö".
type respelling struct {
	words   [][2]string
	letters *strings.Replacer
}

func newRespelling(row localeRow) respelling {
	var r respelling
	countryCustoms.each("word", row, func(value, forms string) {
		for _, form := range split(forms) {
			r.words = append(r.words, [2]string{value, form})
		}
	})
	var letters []string
	countryCustoms.each("letter", row, func(value, form string) { letters = append(letters, value, form) })
	r.letters = strings.NewReplacer(letters...)
	return r
}

// each yields a name and its other spellings.
func (r *respelling) each(name string, yield func(text string, repairs Repairs)) {
	texts := []string{name}
	for _, w := range r.words {
		for _, text := range texts {
			if other := strings.Trim(strings.ReplaceAll(" "+text+" ", " "+w[0]+" ", " "+w[1]+" "), " "); other != text {
				texts = append(texts, other)
			}
		}
	}
	for _, text := range texts {
		yield(text, 0)
		if other := r.letters.Replace(text); other != text {
			yield(other, Unmarked)
		}
	}
}
