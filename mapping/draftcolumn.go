package mapping

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// draftColumn is one column of a sample and what its cells are like.
type draftColumn struct {
	sheet     *draftSheet
	name      string
	twice     bool     // the header has the name more than once
	cells     []string // of each row, without space around it
	filled    int
	values    []draftValue // the different ones, in the order in which they are first seen
	marks     map[string]int
	numbers   int         // cells that are a number, with or without a mark
	integers  int         // of these, without a mark and a fraction
	shares    int         // with a percent sign
	fractions bool        // every number lies between 0 and 1, and one does not stand at either end
	dates     int         // cells read as a day or an instant by the best reading
	instants  int         // of these, with a time of day
	times     []time.Time // of each row; zero for none
	reading   dateReading
	claims    []claim
	found     Proposal
	order     *Proposal
}

// draftValue is one of the values of a column.
type draftValue struct {
	text string
	rows int
}

// fewValues bounds a column of names for something, such as stages.
const fewValues = 60

func (c *draftColumn) count() {
	at := map[string]int{}
	for _, cell := range c.cells {
		if cell == "" {
			continue
		}
		c.filled++
		if i, ok := at[cell]; ok {
			c.values[i].rows++
			continue
		}
		at[cell] = len(c.values)
		c.values = append(c.values, draftValue{text: cell, rows: 1})
	}
	c.marks = map[string]int{}
	inside := c.filled > 0
	between := false
	for _, v := range c.values {
		mark, digits, ok := numeral(v.text)
		switch {
		case !ok:
			inside = false
			continue
		case mark == "%":
			c.shares += v.rows
			continue
		}
		c.numbers += v.rows
		c.marks[mark] += v.rows
		if mark == "" && !strings.ContainsAny(digits, ".,") {
			c.integers += v.rows
		}
		low := strings.HasPrefix(digits, "0.") || strings.HasPrefix(digits, "0,")
		inside = inside && (low || digits == "0" || digits == "1")
		between = between || low
	}
	c.fractions = inside && between
}

// numeral takes a number apart: a mark before or behind it, which may be of letters, and its digits with what separates them.
func numeral(s string) (mark, digits string, ok bool) {
	if len(s) > echo {
		return "", "", false
	}
	inner := func(r rune) bool {
		return unicode.IsDigit(r) || strings.ContainsRune(".,'’ \u00a0\u202f", r)
	}
	from := strings.IndexFunc(s, unicode.IsDigit)
	to := strings.LastIndexFunc(s, unicode.IsDigit)
	if from < 0 {
		return "", "", false
	}
	_, size := utf8.DecodeRuneInString(s[to:])
	digits = s[from : to+size]
	if strings.ContainsFunc(digits, func(r rune) bool { return !inner(r) }) {
		return "", "", false
	}
	if !inGroups(digits) {
		return "", "", false
	}
	trim := func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("()+-−\u200e\u200f", r) }
	before, behind := strings.TrimFunc(s[:from], trim), strings.TrimFunc(s[to+size:], trim)
	if before != "" && behind != "" || !isMark(before+behind) {
		return "", "", false
	}
	if strings.ContainsFunc(before, unicode.IsLetter) && s[from-1] == '-' { // CAD-0001 is an id
		return "", "", false
	}
	return before + behind, digits, true
}

// inGroups tells whether separators that repeat stand before three digits in the end, which the points of 18.08.2025 do not.
func inGroups(digits string) bool {
	for _, separator := range [...]string{".", ",", " ", "'"} {
		if strings.Count(digits, separator) < 2 {
			continue
		}
		last := digits[strings.LastIndex(digits, separator)+1:]
		if whole, _, _ := strings.Cut(last, "."); len(whole) != 3 {
			if whole, _, _ = strings.Cut(last, ","); len(whole) != 3 {
				return false
			}
		}
	}
	return true
}

// isMark tells whether it can be the mark of a currency or of a share: one of Unicode's signs, a code, or what letters are used for one.
func isMark(s string) bool {
	if s == "" || s == "%" || s == "٪" || letterMarks[s] != "" {
		return true
	}
	if r, size := utf8.DecodeRuneInString(s); unicode.Is(unicode.Sc, r) && size == len(s) {
		return true
	}
	return isCode4217(s) || strings.HasSuffix(s, "$") && len(s) <= 3
}

// traded are the codes of the currencies that deals are in: three capital letters may be anything.
const traded = "AED ARS AUD BDT BGN BHD BRL BYN CAD CHF CLP CNH CNY COP CZK DKK EGP EUR GBP GEL HKD HRK HUF IDR ILS INR ISK JOD JPY KES KRW KWD KZT LKR MAD MDL MXN " +
	"MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD UAH USD UYU UZS VND ZAR"

func isCode4217(s string) bool {
	return len(s) == 3 && !strings.Contains(s, " ") && strings.Contains(traded, s)
}

// letterMarks are marks of currencies that are written in letters, with the currency where there is one only.
var letterMarks = map[string]string{"kr": "kr", "kr.": "kr", "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "TL": "TRY", "R$": "BRL", "lei": "RON", "Rp": "IDR", "руб.": "RUB", "руб": "RUB", "грн": "UAH", "元": "CNY", "円": "JPY", "원": "KRW", "万元": ""}

// signs are the marks that no other currency has, and those that several have, each with these.
var signs = map[string][]string{"€": {"EUR"}, "₹": {"INR"}, "₩": {"KRW"}, "₽": {"RUB"}, "₺": {"TRY"}, "₴": {"UAH"}, "₪": {"ILS"}, "฿": {"THB"}, "₫": {"VND"}, "£": {"GBP", "EGP"},
	"$": {"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "CLP", "COP", "ARS"}, "¥": {"JPY", "CNY"}, "￥": {"JPY", "CNY"}, "kr": {"SEK", "NOK", "DKK", "ISK"}}

// currencies returns those that the mark can stand for.
func currencies(mark string) []string {
	if m := letterMarks[mark]; m != "" {
		mark = m
	}
	if all := signs[mark]; all != nil {
		return all
	}
	if isCode4217(mark) {
		return []string{mark}
	}
	return nil
}

// mark returns the mark that nearly all filled cells have, empty for none.
func (c *draftColumn) mark() string {
	for mark, n := range c.marks {
		if mark != "" && c.most(n) {
			return mark
		}
	}
	return ""
}

// marked counts the cells with a mark of a currency.
func (c *draftColumn) marked() (n int) {
	for mark, rows := range c.marks {
		if mark != "" {
			n += rows
		}
	}
	return n
}

// most tells whether n of the filled cells are nearly all; some are always wrong.
func (c *draftColumn) most(n int) bool { return c.filled > 0 && n*10 >= c.filled*9 }

func (c *draftColumn) isDate() bool   { return c.most(c.dates) }
func (c *draftColumn) hasTime() bool  { return c.instants*2 > c.dates }
func (c *draftColumn) isNumber() bool { return c.most(c.numbers + c.shares) }

// isText tells whether the cells are neither dates nor amounts nor yes and no.
func (c *draftColumn) isText() bool {
	return c.filled > 0 && !c.isDate() && !c.isNumber() && !c.isBool()
}

// isName is isText for a column whose cells may be numbers that name somebody.
func (c *draftColumn) isName() bool {
	return c.isText() || c.filled > 0 && c.most(c.integers) && !c.isDate() && !c.isBool()
}

func (c *draftColumn) isBool() bool {
	if len(c.values) == 0 || len(c.values) > 2 {
		return false
	}
	return !slices.ContainsFunc(c.values, func(v draftValue) bool { _, ok := yesNo(v.text); return !ok })
}

// yesNo reads the words for yes and no of the languages that exports have them in; single letters and digits say too little.
func yesNo(s string) (yes, ok bool) {
	switch strings.ToLower(s) {
	case "true", "yes", "ja", "oui", "si", "sí", "sì", "sim", "tak", "ano", "igen", "da", "evet", "да", "так", "ναι", "はい", "是", "예", "kyllä", "wahr", "vrai", "verdadero", "vero":
		return true, true
	case "false", "no", "nein", "non", "não", "nao", "nej", "nei", "nee", "nie", "ne", "nem", "nu", "hayır", "нет", "ні", "όχι", "いいえ", "否", "아니요", "ei", "falsch", "faux", "falso":
		return false, true
	}
	return false, false
}

// repeats tells whether the cells are some names that stand in many rows, at most one in n rows its own.
func (c *draftColumn) repeats(n int) bool { return len(c.values) >= 2 && len(c.values)*n <= c.filled }

// each tells whether the different values make up nearly every row.
func (c *draftColumn) unique() bool {
	rows := c.sheet.rows
	return rows > 0 && c.filled*50 >= rows*49 && len(c.values)*100 >= rows*95
}
