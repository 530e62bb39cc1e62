package normalize_test

import (
	"errors"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// amounts are plain decimals within the bounds of an amount.
var amounts = gen.RegexMatch(`^-?(0|[1-9][0-9]{0,6}|[1-9][0-9]{6,15})(\.[0-9]{1,4})?$`)

// marks are what an author writes for a currency besides its code.
type marks struct{ signs, names []string }

// marksOf leaves out signs that print nothing, as the Cape Verdean escudo has one.
func (a *author) marksOf(code string) marks {
	c := a.Currencies[code]
	signs := slices.DeleteFunc(append([]string{c.Symbol}, c.Signs...), func(s string) bool { return plainMark(s) == "" })
	return marks{slices.Compact(signs), c.Names}
}

// plainMark is a mark without what is not seen, in lower case, with one form of space and of the yen.
func plainMark(mark string) string {
	return strings.ToLower(strings.Join(strings.Fields(invisible.ReplaceAllString(strings.ReplaceAll(mark, "￥", "¥"), "")), " "))
}

// owners lists, for each mark of a locale, the currencies that it writes so, sorted.
func (a *author) owners() map[string][]string {
	owners := map[string][]string{}
	for _, code := range slices.Sorted(maps.Keys(a.Currencies)) {
		m := a.marksOf(code)
		for _, mark := range slices.Concat(m.signs, m.names) {
			if key := plainMark(mark); !slices.Contains(owners[key], code) {
				owners[key] = append(owners[key], code)
			}
		}
	}
	return owners
}

// written is an amount as an author writes it, by a mark of its currency.
type written struct {
	text, mark string
	amount     funnel.Money
}

// write writes an amount by each mark of its currency; k chooses among the forms that CLDR has for it.
func (a *author) write(number, code string, k int) []written {
	amount, err := funnel.ParseMoney(number, funnel.MustCurrency(code))
	if err != nil {
		panic(err)
	}
	h, m := &a.pens[k%len(a.pens)], a.marksOf(code)
	pattern := h.money[k%len(h.money)]
	all := []written{{h.write(pattern, number, code), code, amount}}
	numeral := h.write(h.number, number, "")
	glued := [...]string{code + numeral, numeral + code, code + " " + numeral, numeral + " " + code}[k/2%4] // as exports have it
	all = append(all, written{glued, code, amount})
	for _, sign := range m.signs {
		all = append(all, written{h.write(pattern, number, sign), sign, amount})
	}
	for i, name := range m.names {
		unit := a.Numbers.Units[(i+k)%len(a.Numbers.Units)]
		if before, _, _ := strings.Cut(unit, "{0}"); strings.Contains(before, "{1}") && strings.ContainsFunc(name, unicode.IsDigit) {
			continue // Burmese names a currency of São Tomé with its year: which of two numbers is the amount is not known
		}
		all = append(all, written{strings.NewReplacer("{0}", numeral, "{1}", name).Replace(unit), name, amount})
	}
	return all
}

// customary are the signs that people write besides those of CLDR, which may be of several currencies.
func customary(t testing.TB) []string {
	t.Helper()
	text, err := os.ReadFile("customs/sign.txt")
	if err != nil {
		t.Fatal(err)
	}
	list := []string{"¥"}
	for line := range strings.Lines(string(text)) {
		if f := strings.Split(strings.TrimSpace(line), "\t"); f[0] == "sign" {
			for _, sign := range strings.Split(f[3], "|") {
				list = append(list, plainMark(sign), plainMark(strings.TrimSuffix(sign, ".")))
			}
		}
	}
	return list
}

// provesNothing tells narrow signs of letters, which may be those of other currencies in use; € and ₦ are of one.
func (a *author) provesNothing(code, mark string) bool {
	c := a.Currencies[code]
	own := func(r rune) bool { return unicode.Is(unicode.Sc, r) && !strings.ContainsRune("$£¥", r) }
	return c.Symbol != mark && slices.Contains(c.Signs, mark) && !strings.ContainsFunc(mark, own)
}

// givenWay has all signs that a locale writes for a currency and that are read as another one, with the currencies that lose
// theirs so. That other one has the sign as its first, or is legal tender in the locale's region, and much is paid in it.
var givenWay = map[string]string{
	"£ is GBP":  "FKP GIP SHP SSP SYP",
	"£ is SSP":  "FKP GIP SHP SYP", // in South Sudan
	"₩ is KRW":  "KPW",
	"C$ is CAD": "NIO",             // in Dutch and Frisian
	"Rs is INR": "LKR MUR NPR PKR", // in India, and in Indonesian
	"FC is CDF": "KMF",             // in the Congo
	"K is PGK":  "MMK",             // in Papua New Guinea
	"K is ZMW":  "MMK",             // in Zambia

	// A code decides, even where CLDR writes the new currency by the code of the old one. To read it as the new one in a column
	// would be wrong by a factor of up to ten thousand.
	"ANG is ANG": "XCG",
	"GHC is GHC": "GHS",
	"STD is STD": "STN",
}

// An amount in any currency that a locale has a sign or a name for is read with that currency; in a column of the currency
// always. Without a column it is ambiguous, with the currency among the candidates, where the locale writes another one by
// the same mark or people do; nothing but givenWay is read as the other one.
func TestEveryLocaleReadsAmounts(t *testing.T) {
	lost, customary := map[string]string{}, customary(t)
	p := laws(1)
	p.Property("read(write(x)) = x", prop.ForAll(func(x string, k int) bool {
		for i, a := range some(authors(t), k) {
			owners := a.owners()
			for _, code := range slices.Sorted(maps.Keys(a.Currencies)) {
				for _, w := range a.write(x, code, i+k) {
					shared := len(owners[plainMark(w.mark)]) > 1 || slices.Contains(customary, plainMark(w.mark)) || a.provesNothing(code, w.mark)
					if as := a.mustReadMoney(t, w, shared); as != "" && !strings.Contains(lost[w.mark+" is "+as], code) {
						lost[w.mark+" is "+as] += code + " "
					}
				}
			}
		}
		return !t.Failed()
	}, amounts, gen.IntRange(0, 7)))
	p.TestingRun(t)
	for as, codes := range lost {
		for _, code := range strings.Fields(codes) {
			if !strings.Contains(givenWay[as], code) {
				t.Errorf("%s, not %s", as, code)
			}
		}
		if len(codes) <= len(givenWay[as]) && !testing.Short() {
			t.Errorf("%s, and only %s give way, not %s", as, codes, givenWay[as])
		}
	}
	if len(lost) < len(givenWay) && !testing.Short() {
		t.Errorf("only %v", lost)
	}
}

// mustReadMoney checks the reading of an amount and returns as what other currency it is read.
func (a *author) mustReadMoney(t *testing.T, w written, shared bool) (other string) {
	t.Helper()
	m, err := a.reader.Money([]byte(w.text))
	in, errIn := a.reader.MoneyIn([]byte(w.text), w.amount.Currency())
	var e *normalize.Error
	switch {
	case err == nil && m.Amount.Equal(w.amount):
	case err == nil && m.Amount.Decimal().Equal(w.amount.Decimal()):
		other = m.Amount.Currency().String()
		if m.Evidence == normalize.Code && errors.Is(errIn, normalize.ErrConflict) {
			return other
		}
	case shared && errors.Is(err, normalize.ErrAmbiguous) && errors.As(err, &e) && slices.Contains(e.Candidates, w.amount.String()):
	default:
		t.Errorf("%s: %v is %q, read as %v, %v", a.Tag, w.amount, w.text, m.Amount, err)
	}
	if errIn != nil || !in.Amount.Equal(w.amount) {
		t.Errorf("%s: %v is %q, read in its column as %v, %v", a.Tag, w.amount, w.text, in.Amount, errIn)
	}
	return other
}
