package normalize

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/koine-go/koine/funnel"
)

// mark is a currency mark: the currencies it can stand for, sorted, and those that it stands for only where another mark or
// the column says so.
type mark struct {
	currencies []funnel.Currency
	besides    []funnel.Currency
	evidence   Evidence
	repairs    Repairs
	unsure     bool // the one currency has it as a narrow sign of letters, which others may have, too
}

// and is what two marks of one text have in common: a mark of one currency settles the other; of two that say the same, the
// stronger evidence holds.
func (m *mark) and(o *mark) *mark {
	if len(m.currencies) > len(o.currencies) || len(m.currencies) == len(o.currencies) && m.evidence > o.evidence {
		m, o = o, m
	}
	if len(m.currencies) == 1 && o.can(m.currencies[0]) {
		m = m.with(o.repairs)
		if m.unsure && !o.unsure {
			sure := *m
			sure.unsure, sure.evidence = false, o.evidence
			return &sure
		}
		return m
	}
	both := &mark{evidence: min(m.evidence, o.evidence), repairs: m.repairs | o.repairs}
	for _, cur := range m.currencies {
		if slices.Contains(o.currencies, cur) {
			both.currencies = append(both.currencies, cur)
		}
	}
	return both
}

// can tells whether the mark is one of a currency.
func (m *mark) can(cur funnel.Currency) bool {
	return slices.Contains(m.currencies, cur) || slices.Contains(m.besides, cur)
}

// with is the mark with these liberties besides its own.
func (m *mark) with(r Repairs) *mark {
	if m.repairs.Has(r) {
		return m
	}
	more := *m
	more.repairs |= r
	return &more
}

// settle returns the currency that the mark stands for without a column's currency, by which evidence; none if it could be several.
func (m *mark) settle(home funnel.Currency) (funnel.Currency, Evidence) {
	switch {
	case len(m.currencies) == 1 && !m.unsure:
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
	case !m.can(cur):
		return 0
	case len(m.currencies) > 1 || m.unsure || m.currencies[0] != cur:
		return Given
	}
	return m.evidence
}

// marks are the currency marks of a locale, by their text in the form that markKey gives. Names are found in any case.
type marks struct{ exact, folded map[string]*mark }

// claim says that a locale writes a currency so; a weak one is by a narrow or variant sign, which CLDR gives to several currencies.
type claim struct {
	currency funnel.Currency
	evidence Evidence
	weak     bool
}

// claims are the marks of a locale in the making, by the form that markKey gives.
type claims map[string][]claim

func newMarks(row localeRow, in Region, n *naming) *marks {
	c := claims{}
	for _, line := range signLines(row) {
		code, rest, _ := strings.Cut(line, "\t")
		sign, narrow, _ := strings.Cut(rest, "\t")
		c.add(code, sign, Sign, false)
		c.add(code, narrow, Sign, true)
	}
	ownWide := c["￥"] != nil
	c.addNames(n)
	signCustoms.each("sign", row, func(code string, signs string) { c.add(code, signs, Sign, true) })
	m := c.settle(nativeTender(in))
	m.addCodes()
	m.addYens(ownWide)
	return m
}

func (m *marks) addCodes() {
	codes := make([]funnel.Currency, len(currencyCodes)/3)
	made := make([]mark, len(codes)) // at once, since there are hundreds
	for i := range codes {
		code := currencyCodes[3*i : 3*i+3]
		codes[i] = funnel.MustCurrency(code)
		made[i] = mark{currencies: codes[i : i+1 : i+1], evidence: Code}
		m.exact[code] = &made[i]
	}
}

// addNames adds the names of currencies, also with the word that stands before a name in some languages.
func (c claims) addNames(n *naming) {
	var units []string
	n.currencies(func(code, names string) {
		if code == "unit" {
			units = split(names)
			return
		}
		c.add(code, names, Name, false)
		for _, name := range split(names) {
			for _, unit := range units {
				c.add(code, unit+" "+name, Name, false)
			}
		}
	})
}

// add adds the marks of a currency, a list with "|" between them. A sign of letters that ends with a full stop is added without it, too.
func (c claims) add(code, list string, e Evidence, weak bool) {
	texts := split(list)
	for _, text := range texts {
		if bare := strings.TrimRight(text, ".\u200f\u200e"); e == Sign && bare != text && utf8.RuneCountInString(bare) > 1 {
			texts = append(texts, bare)
		}
	}
	for _, text := range texts {
		var buf [maxMark]byte
		key, ok := markKey(buf[:0], []byte(text))
		if !ok || len(key) == 0 {
			continue
		}
		cur, had := funnel.MustCurrency(code), c[string(key)]
		if i := slices.IndexFunc(had, func(o claim) bool { return o.currency == cur }); i >= 0 {
			had[i].evidence = min(had[i].evidence, e)
			had[i].weak = had[i].weak && weak
			continue
		}
		c[string(key)] = append(had, claim{cur, e, weak})
	}
}

// settle says what each mark stands for. Narrow signs are shared by many: a pound sign is that of Gibraltar's, Saint Helena's and
// others', too. Where one of the currencies is that of a business locale or of the locale's own region, and the sign is its
// first one, here or in the root, then the weak claims of all others give way; where two are, or none has it as its own, the sign
// is all of theirs: Rs is no more India's than Pakistan's. Letters that one other currency has as its narrow sign prove
// nothing: C$ is Nicaragua's in CLDR and Canada's in most exports.
func (c claims) settle(native string) *marks {
	m := &marks{make(map[string]*mark, len(currencyCodes)/3+2*len(c)), map[string]*mark{}}
	for text, claims := range c {
		known := func(o claim) bool {
			code := o.currency.String()
			return strings.Contains(coreCurrencies, code) || strings.Contains(native, code)
		}
		owns := func(o claim) bool {
			return known(o) && (!o.weak || ofRoot(o.currency.String(), text))
		}
		strong := slices.DeleteFunc(slices.Clone(claims), func(o claim) bool { return o.weak && !known(o) })
		made := &mark{evidence: Name}
		if slices.ContainsFunc(claims, owns) && len(strong) == 1 {
			made.besides = currenciesOf(claims)
			claims = strong
		}
		made.currencies = currenciesOf(claims)
		made.unsure = len(claims) == 1 && claims[0].weak && !known(claims[0]) && !ownSign(text)
		for _, o := range claims {
			made.evidence = min(made.evidence, o.evidence)
		}
		m.exact[text] = made
	}
	for text, found := range m.exact {
		if found.evidence == Name {
			m.fold(text, found)
		}
	}
	return m
}

// ownSign tells whether a mark has a currency sign that is no dollar, pound or yen.
func ownSign(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Sc, r) && !strings.ContainsRune("$＄£￡¥￥", r) })
}

// ofRoot tells whether a sign is the first one of a currency in the row of all locales.
func ofRoot(code, sign string) bool {
	_, rest, _ := strings.Cut(signRows[0], "\n"+code+"\t")
	first, _, _ := strings.Cut(rest, "\n")
	first, _, _ = strings.Cut(first, "\t")
	return first == sign
}

func currenciesOf(claims []claim) []funnel.Currency {
	list := make([]funnel.Currency, len(claims))
	for i, c := range claims {
		list[i] = c.currency
	}
	return sortedCurrencies(list)
}

func sortedCurrencies(list []funnel.Currency) []funnel.Currency {
	slices.SortFunc(list, func(a, b funnel.Currency) int { return strings.Compare(a.String(), b.String()) })
	return slices.Compact(list)
}

// fold makes a name known in any case, unless names that differ in their case alone are of different currencies.
func (m *marks) fold(text string, found *mark) {
	key := string(appendLower(nil, []byte(text)))
	had := m.folded[key]
	if had == nil {
		m.folded[key] = found.with(OtherCase)
		return
	}
	if !slices.Equal(had.currencies, found.currencies) {
		both := sortedCurrencies(slices.Concat(had.currencies, found.currencies))
		m.folded[key] = &mark{currencies: both, evidence: Name, repairs: OtherCase}
	}
}

// appendLower appends text with each letter in lower case, by the rules that hold for all languages.
func appendLower(key, text []byte) []byte {
	for _, r := range string(text) {
		key = utf8.AppendRune(key, unicode.ToLower(r))
	}
	return key
}

// signLines collects the lines of a locale and of its parents, nearest first, each currency once.
func signLines(row localeRow) []string {
	var lines []string
	seen := map[string]bool{}
	tag := row.tag
	for {
		i, ok := slices.BinarySearchFunc(signRows[:], tag, func(r, t string) int {
			own, _, _ := strings.Cut(r, "\n")
			return strings.Compare(own, t)
		})
		if ok {
			for line := range strings.SplitSeq(signRows[i][len(tag)+1:], "\n") {
				if !seen[line[:3]] {
					seen[line[:3]] = true
					lines = append(lines, line)
				}
			}
		}
		if tag == "" {
			return lines
		}
		tag = ""
		if up, ok := row.above(); ok {
			row, tag = up, up.tag
		}
	}
}

// nativeTender lists the currencies that are legal tender in a region.
func nativeTender(in Region) string {
	for line := range strings.SplitSeq(tender, "\n") {
		if line[:2] == in.String() {
			return line[3:]
		}
	}
	return ""
}

// otherYen exchanges the two code points of one sign: a Japanese keyboard types either, while CLDR has one for each locale.
var otherYen = strings.NewReplacer("¥", "￥", "￥", "¥")

// addYens adds each sign with a yen in the form that is not there yet, for the same currencies. The full-width one is a
// liberty unless the locale writes it. Where CLDR gives ¥ to the yen alone, as in Finnish, ￥ still is of the yuan too.
func (m *marks) addYens(ownWide bool) {
	var yens []string
	for text := range m.exact {
		if strings.ContainsAny(text, "¥￥") {
			yens = append(yens, text)
		}
	}
	slices.Sort(yens)
	for _, text := range yens {
		other := otherYen.Replace(text)
		if m.exact[other] == nil {
			same := *m.exact[text]
			m.exact[other] = &same
		}
		for _, form := range [...]string{text, other} {
			if !ownWide && strings.Contains(form, "￥") {
				m.exact[form].repairs = WideForm
			}
		}
	}
}

func split(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, "|")
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
func (m *marks) find(s span) (*mark, *fault) {
	if len(s.text) == 0 {
		return nil, nil
	}
	var buf [maxMark]byte
	if key, ok := markKey(buf[:0], s.text); ok {
		if found := m.get(key); found != nil {
			return found, nil
		}
		for i, c := range key {
			if c != ' ' {
				continue
			}
			first, second := m.get(key[:i]), m.get(key[i+1:])
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

// get looks a mark up as it is written, then a name in any case.
func (m *marks) get(key []byte) *mark {
	if found := m.exact[string(key)]; found != nil {
		return found
	}
	var buf [2 * maxMark]byte
	return m.folded[string(appendLower(buf[:0], key))]
}
