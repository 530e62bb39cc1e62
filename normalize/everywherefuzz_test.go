package normalize_test

import (
	"errors"
	"maps"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// seedEvery adds a seed for each locale, so that the fuzzer begins with all of them.
func seedEvery(f *testing.F, add func(index uint16)) []*author {
	all := authors(f)
	for i := range all {
		add(uint16(i))
	}
	return all
}

// A number that a locale writes is read as it, in all of its scripts, with groups and without, with all signs.
func FuzzEveryLocaleNumber(f *testing.F) {
	all := seedEvery(f, func(i uint16) { f.Add(i, int64(i)*-987654321, uint8(i%7), uint8(i)) })
	f.Fuzz(func(t *testing.T, index uint16, coef int64, exp, style uint8) {
		a := all[int(index)%len(all)]
		h := &a.pens[int(style/4)%len(a.pens)]
		x := decimal.NewFromBigInt(big.NewInt(coef), -int32(exp%30)).String()
		switch style % 4 {
		case 0:
			a.mustReadNumber(t, h.write(h.number, x, ""), x)
		case 1:
			a.mustReadNumber(t, h.write("0", x, ""), x)
		case 2:
			a.mustReadPercent(t, h.write(h.percent, x, ""), x)
		case 3:
			if positive, below := strings.CutPrefix(x, "-"); below {
				a.mustReadNumber(t, "("+h.write(h.number, positive, "")+")", x)
				a.mustReadNumber(t, h.write(h.number, positive, "")+"-", x)
			}
		}
	})
}

// Whatever the text, a locale reads it as its grammar says or refuses it.
func FuzzEveryLocaleText(f *testing.F) {
	all := seedEvery(f, func(i uint16) {
		f.Add(i, []string{"1.234,5", "-1,234.5", "(1 234)", "1'234-", "١٬٢٣٤٫٥", "१२,३४,५६७", "+.5", "\u200f−5", "１，２３４", "1\u202f234"}[i%10])
	})
	f.Fuzz(func(t *testing.T, index uint16, text string) {
		a := all[int(index)%len(all)]
		if _, err := a.reader.Number([]byte(text)); len(text) < 200 && !errors.Is(err, normalize.ErrRange) {
			a.mustFollowGrammar(t, text)
		}
	})
}

// An amount that a locale writes, by any mark of the currency, is read in a column of the currency, and without one it is
// read as that currency or as one of givenWay, or is ambiguous.
func FuzzEveryLocaleMoney(f *testing.F) {
	all := seedEvery(f, func(i uint16) { f.Add(i, int64(i)*-98765432, uint8(i%5), uint8(i), uint8(i)) })
	f.Fuzz(func(t *testing.T, index uint16, coef int64, exp, currency, form uint8) {
		a := all[int(index)%len(all)]
		codes := slices.Sorted(maps.Keys(a.Currencies))
		code := codes[int(currency)%len(codes)]
		for _, w := range a.write(decimal.New(coef%1e18, -int32(exp%13)).String(), code, int(form)) {
			if as := a.mustReadMoney(t, w, true); as != "" && !strings.Contains(givenWay[w.mark+" is "+as], code) {
				t.Errorf("%s: %q is read as %s", a.Tag, w.text, as)
			}
		}
	})
}

// A day that a locale writes is read as it.
func FuzzEveryLocaleDate(f *testing.F) {
	all := seedEvery(f, func(i uint16) { f.Add(i, uint32(i)*190, uint8(i), uint8(i)) })
	f.Fuzz(func(t *testing.T, index uint16, offset uint32, pattern, form uint8) {
		a := all[int(index)%len(all)]
		m := moment{form: int(form)}.on(funnel.MustDate("1800-01-01").AddDays(int(offset % 146097)))
		a.mustReadDay(t, a.Dates.Patterns[int(pattern)%len(a.Dates.Patterns)], m)
	})
}

// A time of day that a locale writes is read as it.
func FuzzEveryLocaleTime(f *testing.F) {
	all := seedEvery(f, func(i uint16) { f.Add(i, uint32(i)*113, uint8(i), uint8(i)) })
	f.Fuzz(func(t *testing.T, index uint16, second uint32, pattern, form uint8) {
		a := all[int(index)%len(all)]
		s := int(second % 86400)
		m := moment{hour: s / 3600, minute: s / 60 % 60, second: s % 60, form: int(form)}
		a.mustReadTime(t, a.Dates.Times[int(pattern)%len(a.Dates.Times)], m)
	})
}
