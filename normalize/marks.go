package normalize

import (
	"maps"
	"slices"
	"strings"

	"github.com/koine-go/koine/funnel"
)

// mark is a currency mark: the currencies it can stand for, sorted.
type mark struct {
	currencies []funnel.Currency
	evidence   Evidence
	repairs    Repairs
}

// and is what two marks of one text have in common: a mark of one currency settles the other; of two that say the same, the
// stronger evidence holds.
func (m *mark) and(o *mark) *mark {
	if len(m.currencies) > len(o.currencies) || len(m.currencies) == len(o.currencies) && m.evidence > o.evidence {
		m, o = o, m
	}
	if len(m.currencies) == 1 && slices.Contains(o.currencies, m.currencies[0]) {
		return m.with(o.repairs)
	}
	both := &mark{evidence: min(m.evidence, o.evidence), repairs: m.repairs | o.repairs}
	for _, cur := range m.currencies {
		if slices.Contains(o.currencies, cur) {
			both.currencies = append(both.currencies, cur)
		}
	}
	return both
}

// with is the mark with these liberties besides its own.
func (m *mark) with(r Repairs) *mark {
	if m.repairs.Has(r) {
		return m
	}
	return &mark{m.currencies, m.evidence, m.repairs | r}
}

// settle returns the currency that the mark stands for without a column's currency, by which evidence; none if it could be several.
func (m *mark) settle(home funnel.Currency) (funnel.Currency, Evidence) {
	switch {
	case len(m.currencies) == 1:
		return m.currencies[0], m.evidence
	case slices.Contains(m.currencies, home):
		return home, Assumed
	}
	return funnel.Currency{}, 0
}

// in returns by which evidence a mark, or no mark, stands for a column's currency; none if it does not.
func (m *mark) in(cur funnel.Currency) Evidence {
	switch {
	case m == nil:
		return Given
	case !slices.Contains(m.currencies, cur):
		return 0
	case len(m.currencies) > 1:
		return Given
	}
	return m.evidence
}

// marks are the currency marks of a locale, by their text in the form that markKey gives.
type marks map[string]*mark

// handSigns are marks that exports have and CLDR does not. A currency is added to a sign's others, never put in their place.
const handSigns = `INR	Rs|Rs.|₨
PKR	Rs|Rs.|₨
LKR	Rs|Rs.|₨
NPR	Rs|Rs.|₨
MUR	Rs|Rs.|₨
SCR	Rs|Rs.|₨
SEK	kr|kr.
NOK	kr|kr.
DKK	kr|kr.
ISK	kr|kr.
CNY	元|￥|RMB
TWD	元|NT$
HKD	元|HK$
JPY	円|￥
KRW	원
CHF	Fr.|SFr.|sFr.
GBP	￡
USD	US$|＄`

func newMarks(row localeRow) marks {
	m := make(marks, len(currencyCodes)) // three letters each: room for names and signs, too
	for i := 0; i < len(currencyCodes); i += 3 {
		code := currencyCodes[i : i+3]
		m[code] = &mark{currencies: []funnel.Currency{funnel.MustCurrency(code)}, evidence: Code}
	}
	names, units := currencyNames(row)
	m.addLines(names, units)
	ownWide := m["￥"] != nil
	m.addLines(strings.Split(handSigns, "\n"), nil)
	m.addYens(ownWide)
	return m
}

func (m marks) addLines(lines, units []string) {
	for _, line := range lines {
		code, rest, _ := strings.Cut(line, "\t")
		signs, names, _ := strings.Cut(rest, "\t")
		cur := funnel.MustCurrency(code)
		for _, sign := range split(signs) {
			m.add(sign, cur, Sign)
		}
		for _, name := range split(names) {
			m.add(name, cur, Name)
			for _, unit := range units {
				m.add(unit+" "+name, cur, Name)
			}
		}
	}
}

// otherYen exchanges the two code points of one sign: a Japanese keyboard types either, while CLDR has one for each locale.
var otherYen = strings.NewReplacer("¥", "￥", "￥", "¥")

// addYens adds each sign with a yen in the form that is not there yet, for the same currencies. The full-width one is a
// liberty unless the locale writes it. Where CLDR gives ¥ to the yen alone, as in Finnish, ￥ still is of the yuan too.
func (m marks) addYens(ownWide bool) {
	for _, text := range slices.Sorted(maps.Keys(m)) {
		if other := otherYen.Replace(text); m[other] == nil {
			same := *m[text]
			m[other] = &same
		}
	}
	for text, mark := range m {
		if !ownWide && strings.Contains(text, "￥") {
			mark.repairs = WideForm
		}
	}
}

func split(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, "|")
}

// currencyNames collects the lines of a locale and of its parents, nearest first, and the words before names.
func currencyNames(row localeRow) (lines, units []string) {
	seen := map[string]bool{}
	for ok := true; ok; row, ok = localeByTag(row.parent) {
		i, has := slices.BinarySearchFunc(currencyRows[:], row.tag, func(r currencyRow, t string) int { return strings.Compare(r.tag, t) })
		if !has {
			continue
		}
		if units == nil {
			units = split(currencyRows[i].units)
		}
		for _, line := range strings.Split(currencyRows[i].lines, "\n") {
			if line != "" && !seen[line[:3]] {
				seen[line[:3]] = true
				lines = append(lines, line)
			}
		}
	}
	return lines, units
}

func (m marks) add(text string, cur funnel.Currency, e Evidence) {
	var buf [maxMark]byte
	key, ok := markKey(buf[:0], []byte(text))
	if !ok || len(key) == 0 {
		return
	}
	had, ok := m[string(key)]
	switch {
	case !ok:
		m[string(key)] = &mark{currencies: []funnel.Currency{cur}, evidence: e}
	case had.evidence == Code:
	case slices.Contains(had.currencies, cur):
		had.evidence = min(had.evidence, e)
	default:
		had.currencies = append(had.currencies, cur)
		slices.SortFunc(had.currencies, func(a, b funnel.Currency) int { return strings.Compare(a.String(), b.String()) })
		had.evidence = min(had.evidence, e)
	}
}

// maxMark is longer than any currency's name.
const maxMark = 192

// markKey appends text with every space as U+0020, once, and without what is ignored. It is false for a text longer than any mark.
func markKey(key, text []byte) ([]byte, bool) {
	for i := 0; i < len(text); {
		c, n := classOf(text[i:])
		if len(key)+n > maxMark {
			return nil, false
		}
		switch {
		case c == ignored:
		case c != space:
			key = append(key, text[i:i+n]...)
		case len(key) > 0 && key[len(key)-1] != ' ':
			key = append(key, ' ')
		}
		i += n
	}
	return key, true
}

// find looks a mark up: the whole text, else two marks with a space between, such as "USD $". No text is a nil mark.
func (m marks) find(s span) (*mark, *fault) {
	if len(s.text) == 0 {
		return nil, nil
	}
	var buf [maxMark]byte
	if key, ok := markKey(buf[:0], s.text); ok {
		if found := m[string(key)]; found != nil {
			return found, nil
		}
		for i, c := range key {
			if c != ' ' {
				continue
			}
			first, second := m[string(key[:i])], m[string(key[i+1:])]
			if first == nil || second == nil {
				continue
			}
			if both := first.and(second); len(both.currencies) > 0 {
				return both, nil
			}
			return nil, &fault{err: ErrConflict, at: s.at}
		}
	}
	return nil, &fault{err: ErrSyntax, at: s.at}
}
