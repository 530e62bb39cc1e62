package normalize_test

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// grammarOf is the grammar of an author's numbers as one regular expression for each script and pair of separators: slow,
// and easy to compare with what package normalize says of itself.
func grammarOf(a *author) []convention {
	scripts := slices.Clone(a.pens)
	if strings.Contains("zh ja ko", a.Tag[:2]) {
		scripts = append(scripts, pen{digits: []rune("０１２３４５６７８９")})
	}
	var all []convention
	for i, script := range scripts {
		for j, h := range a.pens {
			exchanged := slices.ContainsFunc(a.pens, func(o pen) bool { return alike(o.Group, h.Decimal) || alike(o.Decimal, h.Group) })
			if i == j || !exchanged {
				all = append(all, newConvention(script.digits, h.Group, h.Decimal, a.shapes()))
			}
		}
	}
	return all
}

// convention reads the numbers of one script and one pair of separators.
type convention struct {
	whole  *regexp.Regexp
	group  *regexp.Regexp
	digits []rune
}

// forms has the forms of one sign, that of space first. Other signs have one form.
var forms = []string{" \t\u00a0\u202f\u2009\u2007\u3000", "'’ʼ＇", ".．", ",，،⹁"}

func formsOf(sign string) string {
	for _, f := range forms {
		if strings.Contains(f, sign) {
			return f
		}
	}
	return sign
}

func alike(a, b string) bool { return formsOf(a) == formsOf(b) }

// shapes are the sizes of groups in all of an author's patterns of numbers: the last and those before it.
func (a *author) shapes() [][2]int {
	sizes := map[[2]int]bool{}
	for _, s := range a.Numbers.Symbols {
		for _, pattern := range s.Patterns {
			if g := groupSizes(body.FindString(pattern)); len(g) > 0 && !strings.Contains(pattern, "¤") {
				sizes[[2]int{g[0], g[len(g)-1]}] = true
			}
		}
	}
	return slices.SortedFunc(maps.Keys(sizes), func(a, b [2]int) int { return a[1] - b[1] })
}

const minuses = "-−–－﹣"

func newConvention(digits []rune, group, point string, shapes [][2]int) convention {
	d := fmt.Sprintf("[%c-%c]", digits[0], digits[9])
	g, p := class(formsOf(group)), class(formsOf(point))
	whole := []string{d + "+"}
	for _, s := range shapes {
		whole = append(whole, fmt.Sprintf("[%c-%c]%s{0,%d}(?:%s%s{%d})*%s%s{%d}", digits[1], digits[9], d, s[1]-1, g, d, s[1], g, d, s[0]))
	}
	number := fmt.Sprintf("((?:%s)(?:%s%s+)?|%s%s+)", strings.Join(whole, "|"), p, d, p, d)
	sign, around := "(["+minuses+"+＋﹢])?", "["+forms[0]+"\u200e\u200f\u061c\ufeff\u200b]*"
	return convention{
		whole:  regexp.MustCompile("^" + around + "(?:[(（]" + around + number + around + "[)）]|" + sign + around + number + around + sign + ")" + around + "$"),
		group:  regexp.MustCompile(g),
		digits: digits,
	}
}

func class(characters string) string { return "[" + regexp.QuoteMeta(characters) + "]" }

// read returns the value that a text has by the convention.
func (c *convention) read(text string) (decimal.Decimal, bool) {
	m := c.whole.FindStringSubmatch(text)
	if m == nil || m[2] != "" && m[4] != "" {
		return decimal.Decimal{}, false
	}
	plain := strings.Map(func(r rune) rune {
		if i := slices.Index(c.digits, r); i >= 0 {
			return '0' + rune(i)
		}
		return '.'
	}, c.group.ReplaceAllString(m[1]+m[3], ""))
	value := decimal.RequireFromString("0" + plain)
	if m[1] != "" || strings.ContainsAny(minuses, m[2]+m[4]) && m[2]+m[4] != "" {
		value = value.Neg()
	}
	return value, true
}

// byGrammar returns the value that a text has by any convention, and whether there are two.
func (a *author) byGrammar(text string) (value decimal.Decimal, ok, twice bool) {
	for _, c := range a.grammar() {
		v, is := c.read(text)
		twice = twice || is && ok && !v.Equal(value)
		if is {
			value, ok = v, true
		}
	}
	return value, ok, twice
}
