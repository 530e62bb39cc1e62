package normalize_test

import (
	"regexp"
	"strconv"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// months is how many months a period of whole months has; 0 for another.
func months(p funnel.Period) int {
	y, m, d := p.From.YMD()
	y2, m2, d2 := p.To.YMD()
	if d != 1 || d2 != 1 {
		return 0
	}
	return (y2-y)*12 + int(m2-m)
}

var (
	yearText  = regexp.MustCompile(`[0-9]{4}`)
	unitSizes = map[normalize.Unit]int{normalize.Month: 1, normalize.Quarter: 3, normalize.HalfYear: 6, normalize.Year: 12}
)

// hasYear tells whether a text has a year in four digits, or the next one, after which fiscal years may be named.
func hasYear(plain string, year int) bool {
	for _, found := range yearText.FindAllString(plain, -1) {
		if y, _ := strconv.Atoi(found); y == year || y == year+1 {
			return true
		}
	}
	return false
}

// What is accepted is as long as its unit, begins in a year that the text has, is no day, and is the whole text.
func FuzzPeriod(f *testing.F) {
	addSamples(f, "2026-03", "03/2026", "202603", "März 2026", "Mar-26", "2026年3月", "Q1 2026", "2026Q1", "1Q26", "1. Quartal 2026", "FY2026 Q1", "FY 2025/26",
		"2008-09", "H1 2026", "2026", "I/2026", "2026年度", "CY2026", "Q1'26", "2026M03", "２０２６年３月", "مارس ۲۰۲۶")
	known := locales{}
	april := starting(f, time.April)
	f.Fuzz(func(t *testing.T, choice uint8, text string) {
		tag, l := fuzzLocale(choice, known)
		for _, c := range []*funnel.Calendar{nil, april} {
			p, err := l.Period([]byte(text), c)
			if err != nil {
				checkPointer(t, err, text)
				continue
			}
			year, _, _ := p.Period.From.YMD()
			if months(p.Period) != unitSizes[p.Unit] || !hasYear(references[tag].spell(text), year) {
				t.Errorf("%s %q is read as %v %v", tag, text, p.Unit, p.Period)
			}
			if d, err := l.Date([]byte(text)); err == nil {
				t.Errorf("%s %q is read as %v and as %v", tag, text, p.Period, d.Date)
			}
			if again, err := l.Period([]byte(text), c); err != nil || again != p {
				t.Errorf("%s %q is read as %v, then as %v, %v", tag, text, p, again, err)
			}
			for _, longer := range []string{text + "§", "§" + text} {
				if more, err := l.Period([]byte(longer), c); err == nil {
					t.Errorf("%s %q is read as %v", tag, longer, more.Period)
				}
			}
		}
	})
}
