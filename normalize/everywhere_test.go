package normalize_test

import (
	"sync"
	"testing"

	"github.com/leanovate/gopter"
	"golang.org/x/text/language"

	"github.com/koine-go/koine/internal/cldr"
	"github.com/koine-go/koine/normalize"
	"github.com/koine-go/koine/normalize/allnames"
)

// author is a locale as the extract of CLDR has it. It writes values by CLDR's patterns and knows nothing of the tables that
// its reader was made from: what it writes is what the reader must read.
type author struct {
	cldr.Locale
	pens    []pen // the usual one first
	reader  *normalize.Locale
	grammar func() []convention // of its numbers
}

// readAuthors reads the extract once for all tests.
var readAuthors = sync.OnceValues(func() ([]*author, error) {
	locales, s, err := cldr.Read("../internal/cldr/data")
	if err != nil {
		return nil, err
	}
	var all []*author
	for _, l := range locales {
		tag, err := language.Parse(l.Tag)
		if err != nil || tag.String() != l.Tag || len(tag.Variants()) > 0 { // variants, such as el-polyton, are read as the language
			continue
		}
		reader, err := normalize.For(tag, allnames.Table())
		if err != nil {
			return nil, err
		}
		a := &author{Locale: l, pens: newPens(l.Numbers, s.Digits), reader: reader}
		a.grammar = sync.OnceValue(func() []convention { return grammarOf(a) })
		all = append(all, a)
	}
	return all, nil
})

func authors(t testing.TB) []*author {
	t.Helper()
	all, err := readAuthors()
	if err != nil || len(all) < 700 {
		t.Fatal(len(all), err)
	}
	return all
}

// some are all authors, in a short run an eighth of them.
func some(all []*author, k int) []*author {
	if !testing.Short() {
		return all
	}
	var few []*author
	for i := k % 8; i < len(all); i += 8 {
		few = append(few, all[i])
	}
	return few
}

// laws are properties with the same values in every run; change the seed by pen to look elsewhere.
func laws(runs int) *gopter.Properties {
	p := gopter.DefaultTestParametersWithSeed(20260305)
	p.MinSuccessfulTests = runs
	return gopter.NewProperties(p)
}

// The extract must be what the authors take it for: else they would write less than they seem to.
func TestAuthorsHaveAllPatterns(t *testing.T) {
	for _, a := range authors(t) {
		for _, h := range a.pens {
			if h.number == "" || h.percent == "" || len(h.money) == 0 {
				t.Errorf("%s: %q", a.Tag, h.Patterns)
			}
		}
		if len(a.pens) == 0 || len(a.Dates.Patterns) < 4 || len(a.Dates.Times) < 2 || len(a.Currencies) < 100 {
			t.Errorf("%s: %d pens, %d currencies, %q, %q", a.Tag, len(a.pens), len(a.Currencies), a.Dates.Patterns, a.Dates.Times)
		}
	}
}
