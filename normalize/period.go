package normalize

import "github.com/koine-go/koine/funnel"

// Period is a month, a quarter, a half-year or a year read from text. The zero value is none.
type Period struct {
	Period  funnel.Period // its days
	Unit    Unit
	Repairs Repairs
}

// Unit is how long a period is. The zero value is none.
type Unit uint8

// The units.
const (
	Month Unit = iota + 1
	Quarter
	HalfYear
	Year
)

var unitNames = [...]string{"none", "month", "quarter", "half-year", "year"}

// String names the unit, such as quarter.
func (u Unit) String() string {
	if int(u) < len(unitNames) {
		return unitNames[u]
	}
	return unitNames[0]
}

// months is how many months the unit has.
func (u Unit) months() int { return [...]int{Month: 1, Quarter: 3, HalfYear: 6, Year: 12}[u] }

// FiscalNaming is which civil year a fiscal year is named after. The zero value is not known.
type FiscalNaming uint8

// The namings in use. FY2026 of an April start begins in April 2026 by the first, in April 2025 by the second.
const (
	ByStartYear FiscalNaming = iota + 1
	ByEndYear
)

// String returns "start year", "end year" or "none".
func (n FiscalNaming) String() string {
	switch n {
	case ByStartYear:
		return "start year"
	case ByEndYear:
		return "end year"
	}
	return "none"
}

// FiscalYears declares which civil year a fiscal year is named after. It stands over what the language settles; it does not
// matter to a text that has both years, or where fiscal years start in January. Zero declares nothing.
func FiscalYears(n FiscalNaming) Option { return func(p *options) { p.fiscal = n } }

// Period reads a whole text as a month, a quarter, a half-year or a year. The calendar says when fiscal years start; nil
// says that there are civil periods only, and a fiscal one is ErrSyntax then.
//
// A quarter or half-year of a plain year is ErrAmbiguous, civil and fiscal, unless the calendar is nil or its fiscal years
// start in January; a mark of the year, such as CY or FY, settles it. A fiscal year of one number is ErrAmbiguous in the same
// case unless FiscalYears is declared, or the language settles it; "2025/26" is one of two. A year of two digits is
// ErrAmbiguous without Pivot; it is read behind the name of a month, in a quarter, a half-year or a fiscal year. Candidates
// are written as funnel.Period does. A text that is a day of the locale is never a period.
func (l *Locale) Period(b []byte, c *funnel.Calendar) (Period, error) {
	if l.tag == "" {
		return Period{}, l.refuse(b, "a period", &fault{err: ErrSyntax})
	}
	found, f := l.periods().read(b, c)
	if f == nil && l.isSerial(b) {
		f = &fault{err: ErrSyntax, hint: "by ExcelSerial it is a day"}
	}
	if f != nil {
		return Period{}, l.refuse(b, "a period", f)
	}
	return found, nil
}

func (l *Locale) isSerial(b []byte) bool {
	_, f, ok := l.serialDate(b)
	return ok && f == nil
}
