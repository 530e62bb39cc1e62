package normalize_test

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/koine-go/koine/internal/cldr"
)

// pen is how an author writes numbers in one numbering system.
type pen struct {
	cldr.Symbols
	digits          []rune
	number, percent string   // patterns
	money           []string // standard, accounting
}

// newPens has the usual system first. Systems without ten consecutive digits, such as the Chinese decimal one, are left
// out: numbers are not read by them.
func newPens(n cldr.Numbers, digits map[string]string) []pen {
	var pens []pen
	for _, system := range []string{n.Default, n.Native, "latn"} {
		s, ok := n.Symbols[system]
		ten := []rune(digits[system])
		if !ok || len(ten) != 10 || ten[9] != ten[0]+9 || slices.ContainsFunc(pens, func(h pen) bool { return h.digits[0] == ten[0] }) {
			continue
		}
		h := pen{Symbols: s, digits: ten}
		for _, pattern := range s.Patterns {
			switch {
			case strings.Contains(pattern, "¤"):
				h.money = append(h.money, pattern)
			case strings.Contains(pattern, "%"):
				h.percent = pattern
			default:
				h.number = pattern
			}
		}
		pens = append(pens, h)
	}
	return pens
}

// body is where the digits of a pattern stand.
var body = regexp.MustCompile(`[#0][#0,.]*`)

// write writes a plain decimal, such as -1234.50, by a pattern (UTS #35, number patterns), with all digits that it has.
func (h *pen) write(pattern, number, mark string) string {
	number, negative := strings.CutPrefix(number, "-")
	positive, below, two := strings.Cut(pattern, ";")
	shape := body.FindString(positive)
	if negative && two {
		positive = below
	}
	at := body.FindStringIndex(positive)
	before, after := h.affix(positive[:at[0]], mark), h.affix(positive[at[1]:], mark)
	if strings.HasSuffix(positive[:at[0]], "¤") && crowds(utf8.DecodeLastRuneInString(mark)) {
		before += "\u00a0"
	}
	if strings.HasPrefix(positive[at[1]:], "¤") && crowds(utf8.DecodeRuneInString(mark)) {
		after = "\u00a0" + after
	}
	if negative && !two {
		before = h.Minus + before
	}
	return before + h.numeral(shape, number, strings.Contains(pattern, "¤")) + after
}

// crowds tells whether a currency mark that ends so needs a space to stand beside digits (UTS #35, currencySpacing).
func crowds(r rune, _ int) bool { return !unicode.In(r, unicode.S, unicode.Z) }

func (h *pen) affix(text, mark string) string {
	return strings.NewReplacer("'", "", "-", h.Minus, "%", h.Percent, "¤", mark).Replace(text)
}

func (h *pen) numeral(shape, number string, money bool) string {
	group, point := h.separators(money)
	whole, fraction, has := strings.Cut(number, ".")
	var groups []string
	sizes := groupSizes(shape)
	for len(sizes) > 0 && len(whole) > sizes[0] {
		cut := len(whole) - sizes[0]
		groups, whole = append(groups, whole[cut:]), whole[:cut]
		sizes = sizes[min(1, len(sizes)-1):]
	}
	groups = append(groups, whole)
	slices.Reverse(groups)
	text := strings.Join(groups, group)
	if has {
		text += point + fraction
	}
	return h.spell(text)
}

func (h *pen) separators(money bool) (group, point string) {
	group, point = h.Group, h.Decimal
	if money && h.CurrencyGroup != "" {
		group = h.CurrencyGroup
	}
	if money && h.CurrencyDecimal != "" {
		point = h.CurrencyDecimal
	}
	return group, point
}

// spell writes Latin digits in the pen's own.
func (h *pen) spell(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return h.digits[r-'0']
		}
		return r
	}, text)
}

// groupSizes are the sizes of groups from the decimal sign on; the last one goes on for ever.
func groupSizes(shape string) []int {
	whole, _, _ := strings.Cut(shape, ".")
	parts := strings.Split(whole, ",")
	var sizes []int
	for i := len(parts) - 1; i > 0; i-- {
		sizes = append(sizes, len(parts[i]))
	}
	return sizes
}
