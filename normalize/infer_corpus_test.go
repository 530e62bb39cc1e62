package normalize_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/koine-go/koine/normalize"
)

// columnSize is the length of the short columns: an export of one day.
const columnSize = 12

// corpusColumn is what one locale wrote in one style.
type corpusColumn struct {
	locale string
	texts  []string
}

// corpusColumns cuts what each locale wrote in each style into columns of at most size texts.
func corpusColumns(t testing.TB, kind string, size int) (list []corpusColumn) {
	styles := map[[2]string]int{} // where the last column of a locale and a style is
	for _, s := range readCorpus(t, kind) {
		key := [2]string{s.Locale, s.Style}
		if i, ok := styles[key]; !ok || len(list[i].texts) == size {
			styles[key] = len(list)
			list = append(list, corpusColumn{locale: s.Locale})
		}
		last := &list[styles[key]]
		last.texts = append(last.texts, s.Text)
	}
	return list
}

// TestInferOfCorpora infers each column among all the locales of the corpora. The locale that wrote it is never excluded,
// unless it cannot read a cell itself: short dates hide their century. No column of twelve is ambiguous; of the single cells,
// those with one separator before three digits are.
func TestInferOfCorpora(t *testing.T) {
	for _, c := range []struct {
		kind              string
		of                normalize.Kind
		size, every       int // every fifth column is enough where there is much to compile
		columns           int
		ambiguous, broken int // at most
	}{
		{kind: "number", of: normalize.KindNumber, size: columnSize, every: 1, columns: 480},
		{kind: "number", of: normalize.KindNumber, size: 1, every: 1, columns: 5760, ambiguous: 494},
		{kind: "percent", of: normalize.KindPercent, size: columnSize, every: 1, columns: 60},
		{kind: "date", of: normalize.KindDate, size: columnSize, every: 5, columns: 144, broken: 12},
		{kind: "time", of: normalize.KindTime, size: columnSize, every: 1, columns: 240},
	} {
		if testing.Short() { // under another architecture or the race detector a tenth will do
			c.every, c.columns = 10*c.every, 0
		}
		var columns []corpusColumn
		var tags []string
		for i, col := range corpusColumns(t, c.kind, c.size) {
			if i%c.every == 0 {
				columns = append(columns, col)
			}
			if !slices.Contains(tags, col.locale) {
				tags = append(tags, col.locale)
			}
		}
		known := locales{}
		var all []*normalize.Locale
		for _, tag := range tags {
			all = append(all, known.of(tag))
		}
		ambiguous, broken := 0, 0
		for _, col := range columns {
			got, err := normalize.Infer(c.of, column(col.texts...), all...)
			var e *normalize.ColumnError
			standing := append([]*normalize.Locale{got.Locale}, got.Alike...)
			switch {
			case errors.Is(err, normalize.ErrAmbiguous) && errors.As(err, &e):
				ambiguous++
				for _, r := range e.Witness.Readings {
					standing = append(standing, r.Locales...)
				}
			case err != nil:
				broken++
			}
			own := known.of(col.locale)
			reads := !slices.ContainsFunc(col.texts, func(text string) bool { return slowRead(c.of, own, []byte(text)) == "" })
			if reads && !slices.Contains(standing, own) {
				t.Errorf("%s: %q are inferred %v, %v", col.locale, col.texts, got, err)
			}
		}
		if c.columns != 0 && len(columns) != c.columns || ambiguous > c.ambiguous || broken > c.broken {
			t.Errorf("%s in %d: %d columns, %d ambiguous, %d broken; want %+v", c.kind, c.size, len(columns), ambiguous, broken, c)
		}
	}
}
