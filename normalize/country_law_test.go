package normalize

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/koine-go/koine/internal/lexicon/others"
)

// named is a locale that has names of countries of its own, with what they are compiled to.
type named struct {
	*testing.T
	row localeRow
	*naming
	*countries
}

// names yields each name that CLDR has.
func (n named) names(yield func(code, name string)) {
	n.regions(func(code, list string) {
		for _, name := range split(list) {
			yield(code, name)
		}
	})
}

// The countries of every locale hold to these laws.
func TestEveryLocaleReadsItsCountries(t *testing.T) {
	read := map[string]int{}
	for _, row := range localeRows {
		n := newNaming(row, options{lexicon: others.Table()})
		own := row.parent < 0
		n.ownRegions(0, func(string, string) { own = true })
		if !own {
			continue // it has its parent's
		}
		l := named{t, row, &n, newCountries(row, &n, 0)}
		l.readsItsNames(read)
		l.readsChangedNames(read)
		l.isCertainOfCustoms()
		l.comparesAsItLooksUp()
	}
	for law, n := range read {
		if law != "ambiguous" && n < read["names"]*998/1000 {
			t.Errorf("%s: %d of %d read", law, n, read["names"])
		}
	}
	if read["names"] < 60000 && !testing.Short() || read["ambiguous"] > 30 {
		t.Error(read)
	}
}

// Every name reads back to its code without a liberty, and has room. Those that are another country's code as well, two
// capitals, are ambiguous.
func (n named) readsItsNames(read map[string]int) {
	n.names(func(code, name string) {
		read["names"]++
		if len(name) > maxSpelling || len(fold(nil, []byte(name), true)) > 2*maxSpelling {
			n.Errorf("%s: %q of %s is too long", n.row.tag, name, code)
		}
		got, f := n.find([]byte(name))
		switch {
		case f == nil && got.value == code && got.repairs == 0:
		case f != nil && f.err == ErrAmbiguous && slices.Contains(f.candidates, code) && len(name) == 2:
			read["ambiguous"]++
		default:
			n.Errorf("%s: %q of %s is %v, %+v", n.row.tag, name, code, got, f)
		}
	})
}

// changes are what exports do to a name.
var changes = map[string]func(string) string{
	"capitals":   strings.ToUpper,
	"small":      strings.ToLower,
	"decomposed": norm.NFD.String,
	"unaccented": func(s string) string {
		return norm.NFC.String(without(norm.NFD.String(s), func(r rune) bool { return r >= 0x300 && r <= 0x36f }))
	},
	"unstopped": func(s string) string {
		return without(s, func(r rune) bool { return strings.ContainsRune(".’'", r) })
	},
	"ASCII":      strings.NewReplacer("’", "'", "–", "-", "\u00a0", " ", "\u202f", " ").Replace,
	"no hyphens": strings.NewReplacer("-", " ").Replace,
}

func without(s string, drop func(rune) bool) string {
	return strings.Map(func(r rune) rune {
		if drop(r) {
			return -1
		}
		return r
	}, s)
}

// A changed name is read as its country or not at all; if it is ambiguous its country is among the candidates.
func (n named) readsChangedNames(read map[string]int) {
	n.names(func(code, name string) {
		for change, apply := range changes {
			got, f := n.find([]byte(apply(name)))
			switch {
			case f == nil && got.value == code:
				read[change]++
			case f == nil || f.err == ErrAmbiguous && !slices.Contains(f.candidates, code):
				n.Errorf("%s: %q of %s, %s, is %v, %+v", n.row.tag, name, code, change, got, f)
			}
		}
	})
}

// sharedNames are those that the hand list gives to several countries.
var sharedNames = strings.Split("Congo|Kongo|Korea|Corea|Corée|Coreia|Kore|Корея|刚果|Virgin Islands", "|")

// What the hand list adds belongs to one country, unless the list itself gives it to several.
func (n named) isCertainOfCustoms() {
	countryCustoms.each("country", n.row, func(code, list string) {
		if !strings.Contains("\n"+regionCodes, "\n"+code) {
			n.Errorf("%s: no code %s", n.row.tag, code)
		}
		for _, name := range split(list) {
			if got, f := n.find([]byte(name)); slices.Contains(sharedNames, name) != (f != nil) || f == nil && got.value != code {
				n.Errorf("%s: %q of %s is %v, %+v", n.row.tag, name, code, got, f)
			}
		}
	})
}

// What is looked up as it is written is what the full comparison says. A name with small letters is not taken for a code.
func (n named) comparesAsItLooksUp() {
	for text, exact := range n.exact {
		like, f := n.like([]byte(text))
		name := exact.evidence == Name && strings.ContainsFunc(text, unicode.IsLower) && f != nil && f.err == ErrAmbiguous
		if (exact.value == "") != (f != nil) && !name || f == nil && like.value != exact.value {
			n.Errorf("%s: %q is %v, by comparison %v, %+v", n.row.tag, text, exact, like, f)
		}
	}
}
