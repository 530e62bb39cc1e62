package normalize_test

import (
	"math/big"
	"regexp"
	"strings"
)

// reference reads a number the slow and obvious way: spell every sign one way, check the whole text against a regular
// expression, delete the group signs.
type reference struct {
	digits string // the locale's ten digits, besides the Latin ones
	shapes []*regexp.Regexp
	groups string // what the group signs are, for each shape one
	points string // what the decimal signs are, for each shape one
}

// shape has G for the group sign, D for the decimal sign and N for the number of digits in all groups but the last.
func shape(group, point, inner string) *regexp.Regexp {
	return regexp.MustCompile(strings.NewReplacer("G", regexp.QuoteMeta(group), "D", regexp.QuoteMeta(point), "N", inner).Replace(
		`^(?:(?:[0-9]+|[1-9][0-9]{0,2}G[0-9]{3}|[1-9][0-9]{0,N}(?:G[0-9]{N})*G[0-9]{3})(?:D[0-9]+)?|D[0-9]+)$`))
}

var references = map[string]reference{
	"de-DE": {"", []*regexp.Regexp{shape(".", ",", "3")}, ".", ","},
	"en-US": {"", []*regexp.Regexp{shape(",", ".", "3")}, ",", "."},
	"en-IN": {"", []*regexp.Regexp{shape(",", ".", "2")}, ",", "."},
	"sv-SE": {"", []*regexp.Regexp{shape(" ", ",", "3")}, " ", ","},
	"zh-CN": {"０１２３４５６７８９", []*regexp.Regexp{shape(",", ".", "3")}, ",", "."},
	"fa-IR": {"۰۱۲۳۴۵۶۷۸۹", []*regexp.Regexp{shape("٬", "٫", "3"), shape(",", ".", "3")}, "٬,", "٫."},
}

var spellings = strings.NewReplacer(
	"\u00a0", " ", "\u202f", " ", "\u2009", " ", "\u2007", " ", "\u3000", " ", "\t", " ",
	"−", "-", "–", "-", "－", "-", "﹣", "-", "＋", "+", "﹢", "+", "（", "(", "）", ")", "．", ".", "，", ",",
)

var invisible = regexp.MustCompile("[\u200e\u200f\u061c\u202a\u202b\u202c\u2066-\u2069\ufeff\u200b]")

// spell gives every digit, sign and space its plain form.
func (r reference) spell(text string) string {
	text = strings.Trim(spellings.Replace(invisible.ReplaceAllString(text, "")), " ")
	for i, d := range []rune(r.digits) {
		text = strings.ReplaceAll(text, string(d), string(rune('0'+i)))
	}
	return text
}

// read returns the value that the text must have if it is a number.
func (r reference) read(text string) (*big.Rat, bool) {
	text = r.spell(text)
	negative := strings.ContainsAny(text, "-(")
	if strings.HasPrefix(text, "(") && strings.HasSuffix(text, ")") {
		text = text[1 : len(text)-1]
	} else {
		sign := strings.IndexAny(text, "+-")
		if sign == 0 {
			text = text[1:]
		} else if sign > 0 {
			text = text[:len(text)-1]
		}
	}
	text = strings.Trim(text, " ")
	for i, s := range r.shapes {
		if s.MatchString(text) {
			plain := strings.ReplaceAll(text, string([]rune(r.groups)[i]), "")
			value, ok := new(big.Rat).SetString(strings.Replace(plain, string([]rune(r.points)[i]), ".", 1))
			if ok && negative {
				value.Neg(value)
			}
			return value, ok
		}
	}
	return nil, false
}
