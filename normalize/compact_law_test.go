package normalize

import (
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"
)

// write formats a compact number by a form of CLDR: the form with the number in place of 0, and its space as CLDR prints it.
func writeCompact(numbers *numberRow, form string, n Number) string {
	return strings.Replace(strings.ReplaceAll(form, " ", "\u00a0"), "0", numbers.write(n), 1)
}

// The formatter knows the table's forms and nothing of how they are read. A form that CLDR has for two powers is ambiguous, with
// the right value among the candidates.
func TestEveryLocaleReadsItsOwnCompactNumbers(t *testing.T) {
	all := everyLocale(t)
	p := laws(10)
	p.Property("read(write(x)) = x", prop.ForAll(func(coef int64, frac int32) bool {
		ok := true
		for _, c := range all {
			for _, f := range cldrForms(c.row) {
				want := Number{Coef: coef, Exp: -frac}
				text := writeCompact(c.numbers, f.form, want)
				want.Exp += int32(f.power)
				got, err := c.Compact([]byte(text))
				got.Repairs &^= Invisible
				var e *Error
				ambiguous := errors.As(err, &e) && e.Err == ErrAmbiguous && slices.Contains(e.Candidates, want.Decimal().String())
				if err == nil && got != want || err != nil && (!ambiguous || !f.shared) {
					t.Logf("%v %q: %+v, %v", c, text, got, err)
					ok = false
				}
			}
		}
		return ok
	}, gen.Int64Range(-9999, 9999), gen.Int32Range(0, 2)))
	p.TestingRun(t)
}

// cldrForm is a form of the generated table.
type cldrForm struct {
	form   string
	power  int
	shared bool // by another power
}

func cldrForms(row localeRow) []cldrForm {
	powers := map[string][]int{}
	var list []cldrForm
	spaceless := func(form string) string { return strings.Join(strings.Split(form, " 0"), "0") }
	key := func(form string) string { return strings.ReplaceAll(spaceless(form), "0 ", "0") }
	for line := range strings.SplitSeq(compactRows[row.compact], "\n") {
		power, forms, _ := strings.Cut(line, "\t")
		n, _ := strconv.Atoi(power)
		for _, form := range split(forms) {
			if strings.Contains(form, "0") {
				powers[key(form)] = append(powers[key(form)], n)
				list = append(list, cldrForm{form: form, power: n})
			}
		}
	}
	for i := range list {
		shared := slices.Compact(slices.Clone(powers[key(list[i].form)]))
		list[i].shared = len(shared) > 1
	}
	return list
}

// What people write never changes what CLDR writes.
func TestCustomCompactFormsLeaveThoseOfCLDR(t *testing.T) {
	for _, row := range localeRows {
		own := newCompacts(localeRow{tag: "", parent: -1, compact: row.compact})
		both := newCompacts(row)
		for _, key := range slices.Sorted(maps.Keys(own.forms)) {
			if got := both.forms[key]; !slices.Equal(got.powers, own.forms[key].powers) {
				t.Errorf("%s %q: powers %v, CLDR has %v", row.tag, key, got.powers, own.forms[key].powers)
			}
		}
	}
}

// A custom line is for a locale that there is, has a power of ten and forms with one place for the number at most.
func TestCustomCompactForms(t *testing.T) {
	n := 0
	for line := range strings.SplitSeq(string(compactCustoms), "\n") {
		f := strings.Split(line, "\t")
		if f[0] != "compact" {
			continue
		}
		n++
		power, err := strconv.Atoi(f[2])
		if err != nil || power < 3 || power > 16 || len(f) != 4 {
			t.Errorf("%q", line)
		}
		if _, ok := localeByTag(f[1]); !ok && f[1] != "*" {
			t.Errorf("%q: no such locale", line)
		}
		for _, form := range split(f[3]) {
			if strings.Count(form, "0") > 1 || form == "" {
				t.Errorf("%q: form %q", line, form)
			}
		}
	}
	if n < 50 {
		t.Errorf("%d lines", n)
	}
}

// A credit form is one of the locale's own compact forms, or it would be read nowhere.
func TestCreditFormsAreCompactForms(t *testing.T) {
	for _, row := range localeRows {
		c := newCompacts(row)
		compactCustoms.each("credit", row, func(power, forms string) {
			for _, form := range split(forms) {
				if s := c.forms[form]; power != "0" || s == nil || s.ledger == nil || slices.Contains(s.powers, 0) {
					t.Errorf("%s: %q is no compact form", row.tag, form)
				}
			}
		})
	}
}

// Numbers with every word of every locale, written in ways that no table has.
func TestCompactAgreesWithTheSlowReader(t *testing.T) {
	for _, c := range everyLocale(t) {
		forms := slowForms(c.row)
		for i, f := range forms {
			number := []string{"5", "1.5", "1,5", "-5", "(5", "1 234", "5-"}[i%7]
			text := strings.TrimSpace(f.before + " " + number + " " + f.after)
			switch i % 4 {
			case 1:
				text = f.before + number + f.after
			case 2:
				text = strings.ToUpper(text)
			case 3:
				text = "\u200f" + strings.ReplaceAll(text, " ", "\u202f")
			}
			if number == "(5" {
				text = "(" + strings.Replace(text, "(", "", 1) + ")"
			}
			c.agreeOnCompact(t, forms, text)
		}
	}
}

// A code is a code, whatever letters of it are a word or a sign, and what Money reads is the same to CompactMoney.
func TestCompactMoneyAgreesWithMoney(t *testing.T) {
	for _, tag := range fuzzedCompacts {
		l := MustFor(tag)
		for i := 0; i < len(currencyCodes); i += 3 {
			code := currencyCodes[i : i+3]
			for _, text := range []string{"5 " + code, code + "5", "-5" + code} {
				m, err := l.CompactMoney([]byte(text))
				if err != nil || m.Amount.Currency().String() != code {
					t.Errorf("%s %q: %v, %v", tag, text, m.Amount, err)
				}
			}
		}
		for mark := range l.marks().exact {
			l.agreeOnCompactMoney(t, "5 "+mark)
			l.agreeOnCompactMoney(t, mark+"5")
		}
	}
}
