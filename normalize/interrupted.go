package normalize

import (
	"unicode"
	"unicode/utf8"
)

// interrupted reads an amount whose name stands before the last digit, "CHF 1.234,5 İsviçre frangı6", as ICU writes Turkish
// amounts that have both a code and a name. The mark before the number and the name must mean one and the same currency,
// else the fault of the text as it stands remains.
func (l *Locale) interrupted(r *reading, g *grammar, b []byte) *mark {
	if !l.row.below("tr") || len(b) > maxMark {
		return nil
	}
	end := skipBack(b, 0, len(b), new(Repairs), 0)
	last, n := utf8.DecodeLastRune(b[:end])
	name := end - n
	if before, _ := utf8.DecodeLastRune(b[:name]); g.zeroOf(last) == 0 || !unicode.IsLetter(before) {
		return nil
	}
	digits := name // where the digits before the name end
	for digits > 0 {
		before, size := utf8.DecodeLastRune(b[:digits])
		if g.zeroOf(before) != 0 || runeClass(before) == g.conventions[0].decimal && digits-size > 0 && b[digits-size-1]-'0' <= 9 {
			break // the decimal sign, where the last digit is all of the fraction
		}
		digits -= size
	}
	whole := append(append([]byte(nil), b[:digits]...), b[name:]...)
	var joined reading
	if digits == 0 || joined.read(g, whole) != nil || len(joined.after.text) > 0 || joined.bounded() != nil {
		return nil
	}
	at := skip(b, digits, &joined.repairs, 0)
	first, _ := l.marks().find(joined.before)
	second, _ := l.marks().find(span{b[at:name], at})
	if first == nil || second == nil || first.evidence > Sign || second.evidence != Name {
		return nil
	}
	both := first.and(second)
	if len(both.currencies) != 1 {
		return nil
	}
	*r = joined
	return both.with(NameInside)
}
