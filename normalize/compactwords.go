package normalize

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// compacts are the forms in which a locale writes a number with a word for a power of ten. A key has 0 for the number, no
// space beside it, and spaces otherwise as markKey has them: "0Mio.", "elfu0".
type compacts struct {
	forms    map[string]*scale
	folded   map[string]*scale // in lower case
	before   map[string]*scale // the words that stand before a currency mark alone, such as the T of T€
	whole    map[string]*scale // the whole text is the word: "mille"
	numerals bool              // some of these are numerals
}

// scale is what a word stands for: a power of ten, several where CLDR has it for several.
type scale struct {
	powers  []int8
	repairs Repairs
	ledger  *scale // what it stands for beside an amount of a ledger; nil for the same
}

// ledgerFraction is how many digits of fraction the amounts of a ledger have.
const ledgerFraction = 2

// beside is the scale of a word beside the number n. Ledgers write 5,000.00 Cr for a credit: groups, and paise even if there are none.
func (s *scale) beside(n *numeral) *scale {
	if s == nil || s.ledger == nil || n.frac != ledgerFraction || !n.grouped() {
		return s
	}
	return s.ledger
}

// unscaled is the scale of a number without a word.
var unscaled = scale{powers: []int8{0}}

// newCompacts compiles the forms of CLDR and of customs. A custom form has a mark's place behind the word if it is read
// nowhere else: "0T¤".
func newCompacts(row localeRow) *compacts {
	c := &compacts{map[string]*scale{}, map[string]*scale{}, map[string]*scale{}, map[string]*scale{}, false}
	for line := range strings.SplitSeq(compactRows[row.compact], "\n") {
		power, forms, _ := strings.Cut(line, "\t")
		c.add(power, forms)
	}
	compactCustoms.each("compact", row, c.add)
	c.loosen()
	compactCustoms.each("credit", row, c.addCredit)
	return c
}

// addCredit lets forms that are there stand for a credit too, which scales nothing.
func (c *compacts) addCredit(_, forms string) {
	for _, form := range split(forms) {
		if s := c.forms[form]; s != nil {
			s.ledger = &scale{powers: append([]int8{0}, s.powers...), repairs: s.repairs}
		}
	}
}

func (c *compacts) add(power, forms string) {
	n, err := strconv.ParseInt(power, 10, 8)
	if err != nil {
		return
	}
	for _, form := range split(forms) {
		before, after, ok := strings.Cut(form, "0")
		word, marked := strings.CutSuffix(after, "¤")
		switch {
		case !ok:
			enter(c.whole, tableKey(form), int8(n), 0)
			c.numerals = c.numerals || strings.ContainsFunc(form, unicode.IsDigit)
		case marked:
			enter(c.before, tableKey(word), int8(n), 0)
		default:
			enter(c.forms, tableKey(before)+"0"+tableKey(after), int8(n), 0)
		}
	}
}

func enter(m map[string]*scale, key string, power int8, r Repairs) {
	s := m[key]
	if s == nil {
		s = &scale{repairs: r}
		m[key] = s
	}
	if i, had := slices.BinarySearch(s.powers, power); !had {
		s.powers = slices.Insert(s.powers, i, power)
	}
}

// loosen adds words with and without their full stop, and in any case. A letter or two are read as they are written: m is
// not M, and MM is not mM. What a locale writes for something else stays what it is.
func (c *compacts) loosen() {
	derived := map[string]*scale{}
	for _, key := range slices.Sorted(maps.Keys(c.forms)) {
		other, ok := otherStop(key)
		if ok && c.forms[other] == nil {
			for _, power := range c.forms[key].powers {
				enter(derived, other, power, 0)
			}
		}
	}
	maps.Copy(c.forms, derived)
	for key, s := range c.forms {
		if letters(key) > 2 {
			for _, power := range s.powers {
				enter(c.folded, string(appendLower(nil, []byte(key))), power, OtherCase)
			}
		}
	}
}

// otherStop is a form with a full stop for one without, and the other way round. A single letter keeps what it has.
func otherStop(key string) (string, bool) {
	if letters(key) < 2 {
		return "", false
	}
	if bare, ok := strings.CutSuffix(key, "."); ok {
		return bare, true
	}
	last, _ := utf8.DecodeLastRuneInString(key)
	return key + ".", unicode.IsLetter(last)
}

func letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// wordKey is markKey without a space at the end. It is false for a text longer than any word.
func wordKey(key, text []byte) ([]byte, bool) {
	key, ok := markKey(key, text)
	if n := len(key); n > 0 && key[n-1] == ' ' {
		key = key[:n-1]
	}
	return key, ok
}

// tableKey is the key of a word of the tables, none of which is too long.
func tableKey(word string) string {
	key, _ := wordKey(nil, []byte(word))
	return string(key)
}

// of is the scale of what stands before and after a number: unscaled for nothing, nil for what is no word.
func (c *compacts) of(before, after []byte) *scale {
	if len(before)+len(after) == 0 {
		return &unscaled
	}
	var first, second [maxMark]byte
	left, ok := wordKey(first[:0], before)
	right, also := wordKey(second[:0], after)
	if !ok || !also {
		return nil
	}
	var buf [2*maxMark + 1]byte
	return c.get(append(append(append(buf[:0], left...), '0'), right...))
}

// get looks a form up as it is written, then in any case if that makes no difference.
func (c *compacts) get(key []byte) *scale {
	if s := c.forms[string(key)]; s != nil {
		return s
	}
	var buf [4 * maxMark]byte
	if s := c.folded[string(appendLower(buf[:0], key))]; s != nil && len(s.powers) == 1 {
		return s
	}
	return nil
}

// around is the scale of what stands around a number. In Venetian, where CLDR leaves a word out, 1 alone has two.
func (c *compacts) around(r *reading) *scale {
	s := c.of(r.before.text, r.after.text)
	if s == &unscaled {
		return c.numeral(r)
	}
	return s.beside(&r.numeral)
}

// numeral is the scale of a number without a word.
func (c *compacts) numeral(r *reading) *scale {
	if !c.numerals {
		return &unscaled
	}
	if s := c.whole[string(r.text[r.start:r.end])]; s != nil {
		return &scale{powers: append([]int8{0}, s.powers...)}
	}
	return &unscaled
}

// alone reads a text that begins with a word which is a number itself, such as the French "mille", perhaps with a sign. What
// follows the word is left in after.
func (c *compacts) alone(r *reading, g *grammar, b []byte) *scale {
	if len(c.whole) == 0 || len(b) > maxMark {
		return nil
	}
	*r = reading{numeral: numeral{grammar: g, text: b, coef: 1, digits: 1}}
	signs := signs{own: g.minus}
	lo := skip(b, 0, &r.repairs, Padding)
	hi := skipBack(b, lo, len(b), &r.repairs, Padding)
	text, f := signs.strip(b, lo, hi, &r.repairs, 0)
	if f != nil {
		return nil
	}
	n := 0
	for n < len(text.text) {
		is, size := classOf(text.text[n:])
		if is == space {
			break
		}
		n += size
	}
	r.start, r.end = text.at, text.at+n
	r.negative, r.repairs = signs.is == minus, r.repairs|signs.repairs
	rest := skip(text.text, n, &r.repairs, 0)
	r.after = span{text.text[rest:], text.at + rest}
	return c.whole[string(text.text[:n])]
}
