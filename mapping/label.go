package mapping

import (
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// labels brings labels of one locale into the form in which they match: NFC, without space around, runs of spaces (the no-break ones
// too) as one, case folded. Turkish and Azeri fold their dotless i to itself, not to i.
type labels struct{ turkic bool }

func labelsOf(tag language.Tag) labels {
	base, _ := tag.Base()
	return labels{base.String() == "tr" || base.String() == "az"}
}

func (l labels) fold(s string) string {
	s = strings.Join(strings.Fields(norm.NFC.String(s)), " ")
	if l.turkic {
		s = cases.Lower(language.Turkish).String(s)
	}
	return norm.NFC.String(cases.Fold().String(s))
}
