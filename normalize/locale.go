package normalize

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/internal/lexicon"
)

// Locale reads the text of one locale: its numbers, percentages, amounts, days and times. What it reads never changes; it
// remembers how texts of a shape are read, which makes the next one fast. It is safe for concurrent use. The zero value is
// no locale; get one from For.
type Locale struct {
	tag      string
	region   Region // the one that the tag has
	row      localeRow
	naming   naming
	options  options
	number   grammar
	money    grammar
	ordering ordering

	signs   late[marks]
	dates   late[dating]
	spans   late[periods]
	powers  late[compacts]
	names   late[countries]
	answers late[truths]
}

// options is what the caller declared.
type options struct {
	order   Order
	pivot   int
	home    funnel.Currency
	neutral bool
	lexicon *lexicon.Table
	zones   *zoneNames
	excel   DateSystem
	fiscal  FiscalNaming

	countries Evidence
}

// Option declares something about the text that the locale alone does not say. It serves any number of locales; nil is
// not an option.
type Option func(*options)

// DateOrder declares the order of a column's numeric dates. It settles "/", "." and "-" alike; dates that begin with a
// year of four digits are read as year, month, day all the same.
func DateOrder(o Order) Option { return func(p *options) { p.order = o } }

// Pivot places a two-digit year in the hundred years that begin with first, flagged Pivoted. Without it such a year is
// ErrAmbiguous. Zero is no pivot.
func Pivot(first int) Option { return func(p *options) { p.pivot = first } }

// HomeCurrency reads a sign that several currencies share as cur if cur is one of them, flagged AssumedCurrency. Without
// it such a sign is ErrAmbiguous. The zero Currency is none.
func HomeCurrency(cur funnel.Currency) Option { return func(p *options) { p.home = cur } }

// NeutralGroups accepts spaces and apostrophes between groups of digits in any locale, in numbers, percentages and amounts:
// neither is a decimal sign anywhere. In fr-CH it reads "CHF 1'234.50", as exports write it and CLDR 48.0 does not.
func NeutralGroups() Option { return func(p *options) { p.neutral = true } }

// For returns the reader for a locale. A region that CLDR does not list is read as its parent, such as de-JP as de; the
// root, whose number signs belong to nobody, is never a parent: und and unknown languages are ErrLocale.
func For(tag language.Tag, opts ...Option) (*Locale, error) {
	row, ok := findLocale(tag)
	if !ok {
		return nil, &Error{Input: tag.String(), Kind: "a locale", Err: ErrLocale}
	}
	l := &Locale{tag: tag.String(), region: RegionOf(tag), row: row}
	for _, o := range opts {
		o(&l.options)
	}
	numbers := newNumberRow(numberRows[row.number])
	l.naming = newNaming(row, l.options)
	l.number = newGrammar(numbers, numbers.sizes, row.tag, l.options.neutral)
	l.money = newGrammar(numbers, numbers.moneySizes, row.tag, l.options.neutral, numbers.money)
	l.ordering = newOrdering(dateRows[row.dates], l.options.order, l.number.script('0'))
	return l, nil
}

// MustFor is For with the tag as text, for tests and examples; it panics where For has an error.
func MustFor(tag string, opts ...Option) *Locale {
	l, err := For(language.MustParse(tag), opts...)
	if err != nil {
		panic(err)
	}
	return l
}

// marks are the currency marks of the locale.
func (l *Locale) marks() *marks {
	return l.signs.get(func() *marks { return newMarks(l.row, l.region, &l.naming) })
}

// compacts are the words for powers of ten.
func (l *Locale) compacts() *compacts {
	return l.powers.get(func() *compacts { return newCompacts(l.row) })
}

// String returns the tag that was asked for.
func (l *Locale) String() string { return l.tag }

// findLocale looks for language-script-region, then without region, then without script; a script other than the usual
// one is never dropped, since zh-Hant is not zh.
func findLocale(tag language.Tag) (localeRow, bool) {
	base, script, region := tag.Raw()
	lang := base.String()
	if lang == "und" {
		return localeRow{}, false
	}
	usual := scriptOf(lang)
	where, is := "", ""
	if region.String() != "ZZ" {
		where = "-" + region.String()
	}
	switch {
	case script.String() != "Zzzz":
		is = script.String()
	case scriptOf(lang+where) != "":
		is = scriptOf(lang + where)
	default:
		is = usual
	}
	tries := []string{lang + "-" + is + where, lang + "-" + is}
	if is == usual {
		tries = []string{tries[0], lang + where, tries[1], lang}
	}
	for _, try := range tries {
		if row, ok := localeByTag(try); ok {
			return row, true
		}
	}
	return localeRow{}, false
}

func localeByTag(tag string) (localeRow, bool) {
	i, ok := slices.BinarySearchFunc(localeRows[:], tag, func(r localeRow, t string) int { return strings.Compare(r.tag, t) })
	if !ok {
		return localeRow{}, false
	}
	return localeRows[i], true
}

// scriptOf is the script that a language, or a language in a region, is written in; none if the region is as all others.
func scriptOf(tag string) string {
	for line := range strings.SplitSeq(scripts, "\n") {
		if strings.HasPrefix(line, tag) && len(line) == len(tag)+5 {
			return line[len(tag)+1:]
		}
	}
	if strings.Contains(tag, "-") {
		return ""
	}
	return "Latn"
}

func (l *Locale) refuse(b []byte, kind string, f *fault) error {
	return &Error{Input: echo(b), Offset: f.at, Locale: l.tag, Kind: kind, Err: f.err, Candidates: f.candidates, Hint: f.hint}
}

// fault is an error in the making: what is wrong and where. No fault has a nil err.
type fault struct {
	err        error
	at         int
	candidates []string
	hint       string
}
