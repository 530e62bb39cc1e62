package normalize

import (
	"strings"
	"sync"
)

// Country is a country or territory read from text. The zero value is none.
type Country struct {
	Region   Region
	Evidence Evidence // Code or Name
	Repairs  Repairs
}

// Country reads a whole text as a country or territory: by one of its codes of ISO 3166-1 (two letters, three letters, three
// digits), or by a name that it has in the locale's language. Letters may be in another case, accents and full stops may
// be missing; a withdrawn or reserved code, such as UK, is read as that of its only successor, flagged OldCode. Names in
// other languages are ErrSyntax, whatever they are spelt like: "Kongo" is two countries in two languages. A text that can be
// read as several countries is ErrAmbiguous, and its candidates are their codes: in Spanish, RU is the code of Russia and
// short for Reino Unido, which CountriesBy settles; AN is the code of what are three countries now. A part of a country
// that has no code, such as England, is ErrSyntax. It is safe for concurrent use.
func (l *Locale) Country(b []byte) (Country, error) {
	c := l.countries()
	s, f := c.find(b)
	if f != nil {
		if f.err == ErrSyntax && f.hint == "" {
			f.hint = c.hint(b)
		}
		return Country{}, l.refuse(b, "a country", f)
	}
	return Country{MustRegion(s.value), s.evidence, s.repairs}, nil
}

// CountriesBy declares by what a column has its countries: by Code or by Name alone. What is not such a one is ErrSyntax.
// Any other evidence is no declaration.
func CountriesBy(e Evidence) Option { return func(p *options) { p.countries = e } }

// countries are the spellings of countries in a locale.
type countries struct {
	*spellings
	named   bool              // names of the locale are known
	english func() *spellings // to say what a refused text is; nil if the locale is English
}

// countries are those of the locale, none for the zero Locale.
func (l *Locale) countries() *countries {
	return l.names.get(func() *countries {
		if l.tag == "" {
			return &countries{spellings: newSpellings(0), named: true}
		}
		return newCountries(l.row, &l.naming, l.options.countries)
	})
}

func newCountries(row localeRow, n *naming, by Evidence) *countries {
	c := &countries{spellings: newSpellings(1500), named: n.knowsRegions()}
	if by != Name {
		c.addCodes()
	}
	if by != Code && c.named {
		c.addNames(row, n)
	}
	if by != Name {
		c.addOldCodes()
	}
	if !row.below("en") {
		c.english = sync.OnceValue(func() *spellings {
			en, _ := localeByTag("en")
			own := newNaming(en, options{})
			return newCountries(en, &own, Name).spellings
		})
	}
	return c
}

// hint says what a refused text is, if that is known.
func (c *countries) hint(b []byte) string {
	if c.english != nil {
		if s, f := c.english().find(b); f == nil && s.value != "" {
			return "an English name: declare the column's locale as en"
		}
	}
	if !c.named {
		return "the names of this locale are not known; allnames.Table has those of all that CLDR has any for"
	}
	return ""
}

// addCodes adds the codes of ISO 3166-1.
func (c *countries) addCodes() {
	for line := range strings.SplitSeq(regionCodes, "\n") {
		codes := strings.Fields(line)
		for _, code := range codes {
			c.add(spelling{text: code, value: codes[0], evidence: Code})
		}
	}
}

// addOldCodes adds codes that have given way to others.
func (c *countries) addOldCodes() {
	for line := range strings.SplitSeq(regionAliases+otherAliases, "\n") {
		codes := strings.Fields(line)
		for _, successor := range codes[1:] {
			c.add(spelling{text: codes[0], value: successor, evidence: Code, repairs: OldCode})
		}
	}
}

// otherAliases are codes besides regionAliases: those of the European Union and of the World Bank, then the withdrawn ones
// with several successors (ISO 3166-3).
const otherAliases = `
EL GR
XKX XK
ROM RO
ZAR CD
TMP TL
AN BQ CW SX
CS CZ ME RS SK
NT IQ SA
PC FM MH MP PW
SU AM AZ BY EE GE KG KZ LT LV MD RU TJ TM UA UZ
YU BA HR ME MK RS SI`

// addNames adds the names of CLDR, then those that people write besides, then those of the locale's ancestors, which are
// in the same language; these give way where the locale itself calls something else so.
func (c *countries) addNames(row localeRow, n *naming) {
	r := newRespelling(row)
	all := func(code, names string) {
		for _, name := range split(names) {
			r.each(name, func(text string, repairs Repairs) {
				c.add(spelling{text: text, value: code, evidence: Name, repairs: repairs})
			})
		}
	}
	n.regions(all)
	countryCustoms.each("country", row, all)
	for i := 1; i < len(n.tags); i++ {
		n.ownRegions(i, func(code, names string) {
			for _, name := range split(names) {
				if !c.means(name, code) {
					all(code, name)
				}
			}
		})
	}
}
