package normalize_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"
	"github.com/shopspring/decimal"
)

// decimals are plain decimals of up to thirty digits.
var decimals = gen.RegexMatch(`^-?(0|[1-9][0-9]{0,3}|[1-9][0-9]{3,23})(\.[0-9]{1,6})?$`)

// Whatever CLDR writes for a number or a percentage is read as it: in every locale, in its own digits, those of its script
// and Latin ones, with groups and without.
func TestEveryLocaleReadsNumbers(t *testing.T) {
	p := laws(30)
	p.Property("read(write(x)) = x", prop.ForAll(func(x string, k int) bool {
		for _, a := range some(authors(t), k) {
			for _, h := range a.pens {
				for _, pattern := range []string{h.number, strings.ReplaceAll(h.number, ",", "")} {
					a.mustReadNumber(t, h.write(pattern, x, ""), x)
				}
				a.mustReadPercent(t, h.write(h.percent, x, ""), x)
			}
		}
		return !t.Failed()
	}, decimals, gen.IntRange(0, 7)))
	p.TestingRun(t)
}

func (a *author) mustReadNumber(t *testing.T, text, x string) {
	t.Helper()
	n, err := a.reader.Number([]byte(text))
	if err != nil || !n.Decimal().Equal(decimal.RequireFromString(x)) {
		t.Errorf("%s: %s is %q, read as %v, %v", a.Tag, x, text, n.Decimal(), err)
	}
}

func (a *author) mustReadPercent(t *testing.T, text, x string) {
	t.Helper()
	n, err := a.reader.Percent([]byte(text))
	if err != nil || !n.Decimal().Equal(decimal.RequireFromString(x).Shift(-2)) {
		t.Errorf("%s: %s %% is %q, read as %v, %v", a.Tag, x, text, n.Decimal(), err)
	}
}

// slip is a slip of the pen: what comes in at a place, perhaps instead of the character there.
type slip struct {
	at      uint8
	instead bool
	in      string
}

func (s slip) apply(text string) string {
	runes := []rune(text)
	at := int(s.at) % (len(runes) + 1)
	rest := runes[at:]
	if s.instead && len(rest) > 0 {
		rest = rest[1:]
	}
	return string(runes[:at]) + s.in + string(rest)
}

// strokes are what may slip into a number.
func (a *author) strokes() []string {
	list := strings.Split(". , ' ’ \u00a0 \u202f ٬ ٫ - − + ( ) % $ 0 1 7 ٣ ５ x e é я 万 · _ / \u200f", " ")
	for _, h := range a.pens {
		list = append(list, "", " ", h.Group, h.Decimal, h.Minus, string(h.digits[0]), string(h.digits[4]))
	}
	return list
}

// A text is a number if, and only if, the grammar in words says so, and it has the value that the grammar gives it: for
// numbers of every locale with none to two slips of the pen.
func TestEveryLocaleReadsNothingElse(t *testing.T) {
	p := laws(40)
	p.Property("accepted = in the grammar", prop.ForAll(func(x string, k int, at, stroke []uint8) bool {
		for i, a := range some(authors(t), k) {
			h, strokes := &a.pens[k%len(a.pens)], a.strokes()
			text := h.write(h.number, x, "")
			for j := range k % 3 {
				text = slip{at[j], stroke[j]%2 > 0, strokes[(int(stroke[j])+i)%len(strokes)]}.apply(text)
			}
			a.mustFollowGrammar(t, text)
		}
		return !t.Failed()
	}, decimals, gen.IntRange(0, 7), gen.SliceOfN(2, gen.UInt8()), gen.SliceOfN(2, gen.UInt8())))
	p.TestingRun(t)
}

func (a *author) mustFollowGrammar(t *testing.T, text string) {
	t.Helper()
	want, ok, twice := a.byGrammar(text)
	n, err := a.reader.Number([]byte(text))
	if twice || ok != (err == nil) || ok && !n.Decimal().Equal(want) {
		t.Errorf("%s: %q is read as %v, %v; the grammar has %v, %v, two values %v", a.Tag, text, n.Decimal(), err, want, ok, twice)
	}
}

// A number is read whole: a letter more anywhere makes it none, a digit more is a digit more of the value.
func TestEveryLocaleReadsTheWholeText(t *testing.T) {
	p := laws(3)
	p.Property("each digit counts", prop.ForAll(func(x string, k int) bool {
		for _, a := range some(authors(t), k) {
			h := &a.pens[0]
			text := []rune(h.write(h.number, x, ""))
			for at := range len(text) + 1 {
				for _, in := range []rune{'0', '5', h.digits[0], h.digits[7], 'x', 'e', 'é', 'я', 'م', '万'} {
					a.mustCountDigits(t, string(text[:at])+string(in)+string(text[at:]))
				}
			}
		}
		return !t.Failed()
	}, decimals, gen.IntRange(0, 7)))
	p.TestingRun(t)
}

func (a *author) mustCountDigits(t *testing.T, text string) {
	t.Helper()
	n, err := a.reader.Number([]byte(text))
	if err != nil {
		return
	}
	digits := ""
	for _, r := range text {
		for _, h := range a.pens {
			if i := slices.Index(h.digits, r); i >= 0 {
				digits += string(rune('0' + i))
				break
			}
		}
	}
	coef := n.Decimal().Coefficient()
	if strings.ContainsFunc(text, unicode.IsLetter) || coef.Abs(coef).String() != cmp.Or(strings.TrimLeft(digits, "0"), "0") {
		t.Errorf("%s: %q is read as %v", a.Tag, text, n.Decimal())
	}
}

// lookalikes are texts that a lenient reader takes for numbers, with G and D for the locale's signs.
var lookalikes = map[string]string{
	"group short": "1G2G345D6", "group long": "1G2345D6", "group double": "1GG234D5", "group in fraction": "1D234G567D8", "group last": "1G234G",
	"two decimals": "1D2D3", "decimal last": "1G234D", "junk behind": "1G234D5abc", "junk inside": "1G2x4D5",
	"two signs": "--5D5", "a sign on each side": "-5D5-", "minus and parentheses": "-(5D5)", "minus inside": "1-234D5",
	"mixed digits": "1٢3D4५", "empty exponent": "1D5e", "exponent": "1D5e3", "group after nought": "0G123",
	"date": "05.03.2024", "phone": "030 1234 567", "ip": "10.1.2.3", "nothing": "", "sign alone": "-", "parentheses alone": "()",
}

// Spellings of real exports are read and what only looks like a number is not, in every locale.
func TestEveryLocaleKeepsToItsForm(t *testing.T) {
	for _, a := range authors(t) {
		h := &a.pens[0]
		own := strings.NewReplacer("G", h.Group, "D", h.Decimal)
		for style, text := range lookalikes {
			if style == "group last" && alike(h.Group, " ") { // a space behind a number is padding
				continue
			}
			if n, err := a.reader.Number([]byte(own.Replace(text))); err == nil {
				t.Errorf("%s: %s %q is read as %v", a.Tag, style, own.Replace(text), n.Decimal())
			}
		}
		plain := h.write(h.number, "1234567.8", "")
		for text, x := range map[string]string{
			"-" + plain: "-1234567.8", "−" + plain: "-1234567.8", "–" + plain: "-1234567.8", "－" + plain: "-1234567.8", plain + "-": "-1234567.8", "(" + plain + ")": "-1234567.8",
			"+" + plain: "1234567.8", " " + plain + "\u00a0": "1234567.8", "\ufeff" + plain: "1234567.8", "\u200f" + plain + "\u200e": "1234567.8",
		} {
			for _, form := range formsOf(h.Group) {
				a.mustReadNumber(t, strings.ReplaceAll(text, h.Group, string(form)), x)
			}
			if strings.Contains("zh ja ko", a.Tag[:2]) {
				wide := pen{digits: []rune("０１２３４５６７８９")}
				a.mustReadNumber(t, wide.spell(text), x)
			}
		}
	}
}
