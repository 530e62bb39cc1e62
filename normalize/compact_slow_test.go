package normalize

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// slowForm is a form of a locale as its table or customs has it.
type slowForm struct {
	before, after string
	whole         bool
	power         int
}

// slowForms lists the forms that stand with a number alone, with and without a full stop at their end.
func slowForms(row localeRow) (all []slowForm) {
	add := func(power, forms string) {
		p, _ := strconv.Atoi(power)
		for form := range strings.SplitSeq(forms, "|") {
			before, after, ok := strings.Cut(form, "0")
			if form == "" || strings.HasSuffix(form, "¤") {
				continue
			}
			f := slowForm{strings.TrimSpace(before), strings.TrimSpace(after), !ok, p}
			all = append(all, f)
			if f.after != "" {
				f.after = strings.TrimSuffix(f.after, ".")
				all = append(all, f)
				f.after += "."
				all = append(all, f)
			}
		}
	}
	for line := range strings.SplitSeq(compactRows[row.compact], "\n") {
		power, forms, _ := strings.Cut(line, "\t")
		add(power, forms)
	}
	compactCustoms.each("compact", row, add)
	return append(all, slowForm{})
}

// slowCompact is a slow and obvious reader, laxer than Compact: it tries every form, in any case, at every place of a sign. It
// returns every value that the text can have.
func (l *Locale) slowCompact(forms []slowForm, text string) (values []decimal.Decimal) {
	key, _ := markKey(nil, []byte(text))
	low := strings.TrimSpace(string(appendLower(nil, key)))
	for _, unsigned := range unsigned(low) {
		for _, f := range forms {
			number, ok := f.inner(unsigned.text)
			if !ok {
				continue
			}
			n := Number{Coef: 1}
			if !f.whole {
				var err error
				if n, err = l.slowNumber([]byte(number)); err != nil {
					continue
				}
			}
			v := n.Decimal().Mul(decimal.New(unsigned.sign, int32(f.power)))
			if !slices.ContainsFunc(values, v.Equal) {
				values = append(values, v)
			}
		}
	}
	return values
}

// inner is what a form leaves for the number.
func (f slowForm) inner(text string) (string, bool) {
	low := func(s string) string { return string(appendLower(nil, []byte(s))) }
	if f.whole {
		return "", text == low(f.before)
	}
	rest, ok := strings.CutPrefix(text, low(f.before))
	if !ok {
		return "", false
	}
	rest, ok = strings.CutSuffix(rest, low(f.after))
	return strings.TrimSpace(rest), ok
}

// unsignedText is a text without its sign.
type unsignedText struct {
	text string
	sign int64
}

// unsigned takes a sign, or parentheses, away in every way.
func unsigned(text string) []unsignedText {
	all := []unsignedText{{text, 1}}
	first, n := utf8.DecodeRuneInString(text)
	last, m := utf8.DecodeLastRuneInString(text)
	if runeClass(first) == open && runeClass(last) == closing {
		all = append(all, unsignedText{strings.TrimSpace(text[n : len(text)-m]), -1})
	}
	for i, r := range text {
		sign, size := int64(0), utf8.RuneLen(r)
		switch runeClass(r) {
		case minus:
			sign = -1
		case plus:
			sign = 1
		}
		if sign != 0 && size > 0 {
			left, right := strings.TrimSpace(text[:i]), strings.TrimSpace(text[i+size:])
			all = append(all, unsignedText{left + right, sign}, unsignedText{left + " " + right, sign})
		}
	}
	return all
}

// agreeOnCompact holds Compact against the slow reader: what is read is one of its values and the only one but for the case of
// letters, and what has several is ambiguous.
func (l *Locale) agreeOnCompact(t *testing.T, forms []slowForm, text string) {
	t.Helper()
	n, err := l.Compact([]byte(text))
	full, fullErr := l.compactOf([]byte(text))
	agrees(t, l, "compact", []byte(text), n, err, full, kindOf(fullErr))
	var e *Error
	switch {
	case err == nil:
		if values := l.slowCompact(forms, text); !slices.ContainsFunc(values, n.Decimal().Equal) {
			t.Errorf("%v %q is read as %v, want one of %v", l, text, n.Decimal(), values)
		}
	case !errors.As(err, &e) || e.Offset < 0 || e.Offset > len(text) || !utf8.ValidString(e.Error()):
		t.Errorf("%v %q: %#v", l, text, err)
	case e.Err == ErrAmbiguous && (len(e.Candidates) < 2 || !slices.IsSorted(e.Candidates)):
		t.Errorf("%v %q: candidates %q", l, text, e.Candidates)
	}
}

// fuzzedCompacts have forms before, after and around the number, words of one letter, two powers for a word, whole words.
var fuzzedCompacts = []string{"de", "en", "en-IN", "es", "fr", "sw", "bn", "my", "si", "tr", "vec", "ja", "zh-Hant", "ar-EG", "fi", "id", "pt-PT", "to", "ca", "kk"}

func FuzzCompact(f *testing.F) {
	for i := range fuzzedCompacts {
		for _, text := range []string{
			"5K", "1,5 Mio.", "1.5m", "-5 mil", "elfu -5", "(5 Mrd)", "5 LCr", "mille", "-mille", "1", "ဋေ ၅ ထ", "කෝ5", "৫ কো", "5 kM", "5MM", "5 t.",
			"5,000.00 Cr", "5億", "+5 bn", "5- Mio", "5 Mio.-", " 5 K ", "5\u00a0\u200fألف",
		} {
			f.Add(uint8(i), text)
		}
	}
	known := map[string]*Locale{}
	f.Fuzz(func(t *testing.T, choice uint8, text string) {
		tag := fuzzedCompacts[int(choice)%len(fuzzedCompacts)]
		if known[tag] == nil {
			known[tag] = MustFor(tag)
		}
		known[tag].agreeOnCompact(t, slowForms(known[tag].row), text)
		known[tag].agreeOnCompactMoney(t, text)
	})
}

// agreeOnCompactMoney: an amount that Money reads is the same to CompactMoney, or it is said to be ambiguous.
func (l *Locale) agreeOnCompactMoney(t *testing.T, text string) {
	t.Helper()
	compact, err := l.CompactMoney([]byte(text))
	var e *Error
	if err != nil && (!errors.As(err, &e) || e.Offset < 0 || e.Offset > len(text) || !utf8.ValidString(e.Error())) {
		t.Errorf("%v %q: %#v", l, text, err)
	}
	plain, plainErr := l.Money([]byte(text))
	if plainErr == nil && !plain.Repairs.Has(NameInside) && err == nil && !plain.Amount.Equal(compact.Amount) {
		t.Errorf("%v %q is %v to Money, and %v", l, text, plain.Amount, compact.Amount)
	}
	if plainErr == nil && !plain.Repairs.Has(NameInside) && err != nil && e.Err != ErrAmbiguous {
		t.Errorf("%v %q is %v to Money: %v", l, text, plain.Amount, err)
	}
}
