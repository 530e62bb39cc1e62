package normalize

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/internal/lexicon/others"
)

// What people write for a month is no name of another one in any locale that has it, and is read.
func TestEveryLocaleReadsCustomMonths(t *testing.T) {
	count := 0
	for _, c := range everyLocale(t) {
		n := newNaming(c.row, options{lexicon: others.Table()})
		words := n.words()
		v := newVocabulary(c.dates, c.row, &c.number)
		timeCustoms.each("month", c.row, func(number, forms string) {
			m, _ := strconv.Atoi(number)
			if words["month"+number] == "" {
				t.Errorf("%s: month %s has no name", c.tag, number)
			}
			for _, form := range split(forms) {
				count++
				if other, ok := anotherMonth(v.months, form, m-1); ok {
					t.Errorf("%s: %q is month %s, and may be %q", c.tag, form, number, other.text)
				}
				if i := slices.IndexFunc(split(words["month"+number]), func(own string) bool { return firstRune(bare(own)) == firstRune(bare(form)) }); i < 0 {
					t.Errorf("%s: %q is like no name of month %s", c.tag, form, number)
				}
				for _, text := range []string{"5-" + form + "-2026", "5-" + strings.ToLower(form) + ".-2026"} {
					if strings.ContainsRune(form, 'İ') && text != "5-"+form+"-2026" {
						continue // only capitals are added there
					}
					d, err := c.Date([]byte(text))
					if want := fmt.Sprintf("2026-%02d-05", m); err != nil || d.Date != funnel.MustDate(want) {
						t.Errorf("%s: %q is read as %v, %v; want %s", c.tag, text, d.Date, err, want)
					}
				}
			}
		})
	}
	if count < 1000 && !testing.Short() {
		t.Errorf("only %d forms", count)
	}
}

// anotherMonth finds a name of another month that is the form or begins with it, accents apart. The Czech names of June begin
// those of July: one that is a whole name but for accents is no abbreviation.
func anotherMonth(months names, form string, own int) (name, bool) {
	accented := func(o name) bool {
		return o.value == own && bare(o.text) == bare(form) && len(strings.TrimSuffix(o.text, ".")) > len(form)
	}
	for _, o := range months {
		if o.value != own && (bare(o.text) == bare(form) || strings.HasPrefix(bare(o.text), bare(form)) && !slices.ContainsFunc(months, accented)) {
			return o, true
		}
	}
	return name{}, false
}

// bare is a name without case, accents and full stops.
func bare(text string) string { return string(bared(nil, fold(nil, []byte(text), true))) }

// A word that names another calendar is not what a locale itself writes in its dates: neither a month nor a weekday nor an era.
func TestCalendarWordsAreNotTheLocales(t *testing.T) {
	for _, c := range everyLocale(t) {
		v := newVocabulary(c.dates, c.row, &c.number)
		timeCustoms.each("calendar", c.row, func(calendar, forms string) {
			for _, word := range split(forms) {
				for _, own := range slices.Concat(v.months, v.weekdays, v.eras) {
					if own.text == word {
						t.Errorf("%s: %q is a word of the %s calendar and of the locale", c.tag, word, calendar)
					}
				}
			}
		})
	}
}
