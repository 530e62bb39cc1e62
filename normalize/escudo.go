package normalize

import (
	"bytes"
	"slices"

	"github.com/koine-go/koine/funnel"
)

// escudo reads an amount of Cape Verde, whose currency's sign stands in the place of the decimal sign: "1 234$50". Digits stand on
// both sides of it; a mark besides must be one of the same currency, else the fault of the text as it stands remains.
func (l *Locale) escudo(r *reading, g *grammar, b []byte) *mark {
	if l.region.String() != "CV" && !l.row.below("kea") || len(b) > maxMark {
		return nil
	}
	at := bytes.IndexByte(b, '$')
	if at < 1 || at+1 >= len(b) || b[at-1]-'0' > 9 || b[at+1]-'0' > 9 || g.conventions[0].decimal != comma {
		return nil
	}
	whole := slices.Clone(b)
	whole[at] = ','
	var decimal reading
	if decimal.read(g, whole) != nil || decimal.bounded() != nil || decimal.start > at || decimal.end <= at {
		return nil
	}
	own := &mark{currencies: []funnel.Currency{funnel.MustCurrency("CVE")}, evidence: Sign}
	m, f := decimal.mark(l.marks())
	switch {
	case f != nil:
		return nil
	case m != nil && !m.can(own.currencies[0]):
		return nil
	case m != nil:
		own = own.and(m)
	}
	*r = decimal
	return own
}
