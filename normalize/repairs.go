package normalize

import "strings"

// Repairs is the set of liberties taken while reading one text. The zero value means none: the text was written
// as the locale itself writes it.
type Repairs uint32

// The liberties, each named by what the text had.
const (
	Padding         Repairs = 1 << iota // white space around the text
	Invisible                           // a byte order mark, zero-width space or direction mark
	SpaceVariant                        // another space than the locale's own
	ApostropheForm                      // another apostrophe than the locale's own
	SignVariant                         // another minus or plus than the locale's own
	WideForm                            // full-width digits or signs
	LatinDigits                         // Latin digits where the locale writes its own
	NativeDigits                        // the script's digits where the locale writes Latin ones
	OtherSeparators                     // another permitted pair of separators than the locale's first, or another date separator
	LeadingZeros                        // digits before the first that counts
	BareFraction                        // no digit before the decimal sign
	Accounting                          // parentheses for a negative number
	TrailingMinus                       // the sign after the number
	AssumedCurrency                     // a shared sign read as the home currency
	Pivoted                             // a two-digit year placed in its century by Pivot
	OtherCase                           // a name in another case than the locale's own
	ClosingOmitted                      // the locale's closing word or full stop left out
	Serial                              // a number read as a day or a time by ExcelSerial
	OldCode                             // a withdrawn or reserved code, read as that of the country which it stands for today
	Unmarked                            // accents, apostrophes or full stops of a name left out, or letters in their place (oe for ö)
	HyphenForm                          // another hyphen than in the name, or a space for one, or the reverse
	OtherForm                           // a period in a form that people write and CLDR does not have for the locale
	NameInside                          // the name of a currency before the last digit
)

var repairNames = [...]string{
	"padding", "invisible", "space variant", "apostrophe form", "sign variant", "wide form", "Latin digits", "native digits",
	"other separators", "leading zeros", "bare fraction", "accounting", "trailing minus", "assumed currency", "pivoted", "other case", "closing omitted", "Excel serial",
	"old code", "unmarked", "hyphen form", "other form", "name inside the digits",
}

// Has reports whether every liberty of q was taken.
func (r Repairs) Has(q Repairs) bool { return r&q == q }

// String lists the liberties in the order of their declaration, or returns "none".
func (r Repairs) String() string {
	if r == 0 {
		return "none"
	}
	var names []string
	for i, name := range repairNames {
		if r&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}
