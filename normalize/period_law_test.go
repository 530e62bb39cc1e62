package normalize

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/koine-go/koine/funnel"
)

// writeSpan formats a month and its quarter by a CLDR pattern of months or quarters, letter by letter, with the names at index
// k of each list; false if a name is not known or is only a number.
func writeSpan(c compiled, pattern string, y, m, k int) (string, bool) {
	pick := func(lines string, i int) (string, bool) {
		list := strings.Split(strings.Split(lines, "\n")[i], "|")
		name := list[k%len(list)]
		return name, strings.Trim(name, "IV1234/") != ""
	}
	var s strings.Builder
	for len(pattern) > 0 {
		n := len(pattern) - len(strings.TrimLeft(pattern, pattern[:1]))
		known := true
		text := ""
		switch letter := pattern[0]; {
		case letter == '\'':
			text, pattern, _ = strings.Cut(pattern[1:], "'")
			s.WriteString(text)
			continue
		case letter == 'y' || letter == 'Y':
			text = strconv.Itoa(y)
		case (letter == 'M' || letter == 'L') && n < 3:
			text = fmt.Sprintf("%0*d", n, m)
		case letter == 'M' || letter == 'L':
			text, known = pick(c.dates.months, m-1)
		case letter == 'Q' && n < 3:
			text = strconv.Itoa((m + 2) / 3)
		case letter == 'Q':
			text, known = pick(c.dates.quarters, (m+2)/3-1)
		case letter == 'G':
			text, known = strings.Split(c.dates.eras, "|")[0], c.dates.eras != ""
		default:
			n, text = 1, pattern[:1]
		}
		if !known {
			return "", false
		}
		s.WriteString(text)
		pattern = pattern[n:]
	}
	return s.String(), true
}

// A month and a quarter that CLDR's patterns print are read back, in every locale and with every form of its names, and so by
// the plan of their shape. None of them is a day besides.
func TestEveryLocaleReadsItsOwnPeriods(t *testing.T) {
	ambiguous, read := map[string]bool{}, 0
	for _, c := range everyLocale(t) {
		written := map[string]bool{}
		c.dates = datesOf(c.row) // of the locale that package language makes of the tag: el for el-polyton
		for _, pattern := range strings.Split(c.dates.spans, "|") {
			for m := 1; m <= 12; m++ {
				for k := range 4 {
					text, ok := writeSpan(c, pattern, 2014+m, m, k) // no two years are joined by a hyphen
					if !ok || written[text] {
						continue
					}
					written[text] = true
					want := Period{Unit: Month, Period: monthsFrom(2014+m, m, 1)}
					if strings.Contains(pattern, "Q") {
						want = Period{Unit: Quarter, Period: monthsFrom(2014+m, (m-1)/3*3+1, 3)}
					}
					for range 2 {
						checkOwnPeriod(t, c, text, want, ambiguous)
					}
					if d, err := c.Date([]byte(text)); err == nil {
						t.Errorf("%v: %q is %v as well", c, text, d.Date)
					}
					read++
				}
			}
		}
	}
	if len(ambiguous) > 5 || read < 40000 && !testing.Short() {
		t.Errorf("%d texts, ambiguous in %d locales: %v", read, len(ambiguous), ambiguous)
	}
}

func checkOwnPeriod(t *testing.T, c compiled, text string, want Period, ambiguous map[string]bool) {
	t.Helper()
	got, err := c.Period([]byte(text), nil)
	var e *Error
	switch {
	case err == nil && got.Period == want.Period && got.Unit == want.Unit:
	case errors.As(err, &e) && e.Err == ErrAmbiguous && slices.Contains(e.Candidates, want.Period.String()):
		ambiguous[c.tag] = true
	default:
		t.Errorf("%v: %q is %v, read as %v %v, %v", c, text, want.Period, got.Unit, got.Period, err)
	}
}

// monthsFrom counts months as package time does.
func monthsFrom(y, m, n int) funnel.Period {
	day := func(m int) funnel.Date {
		t := time.Date(y, time.Month(m), 1, 0, 0, 0, 0, time.UTC)
		return funnel.MustDate(t.Format(time.DateOnly))
	}
	return funnel.Period{From: day(m), To: day(m + n)}
}

// Fiscal years follow each other without a gap, and their quarters and halves fill them, whatever month they start in and
// however they are named.
func TestFiscalYearsAreWhole(t *testing.T) {
	for start := time.January; start <= time.December; start++ {
		calendar, err := funnel.NewCalendar(time.UTC, start, time.Monday)
		if err != nil {
			t.Fatal(err)
		}
		for _, naming := range []FiscalNaming{ByStartYear, ByEndYear} {
			l := MustFor("en-US", FiscalYears(naming))
			next := funnel.Date{}
			for y := 1999; y <= 2030; y++ {
				year := mustRead(t, l, calendar, fmt.Sprintf("FY%d", y))
				if !next.IsZero() && year.From != next || calendar.FiscalYear(year.From) != year {
					t.Errorf("%v by %v: FY%d is %v", start, naming, y, year)
				}
				next = year.To
				for n, mark := range map[int]string{4: "Q", 2: "H"} {
					from := year.From
					for i := 1; i <= n; i++ {
						part := mustRead(t, l, calendar, fmt.Sprintf("%s%d FY%d", mark, i, y))
						if part.From != from {
							t.Errorf("%v by %v: %s%d FY%d is %v", start, naming, mark, i, y, part)
						}
						from = part.To
					}
					if from != year.To {
						t.Errorf("%v by %v: FY%d ends %v, its parts %v", start, naming, y, year.To, from)
					}
				}
			}
		}
	}
}

func mustRead(t *testing.T, l *Locale, c *funnel.Calendar, text string) funnel.Period {
	t.Helper()
	p, err := l.Period([]byte(text), c)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return p.Period
}

// What people write besides CLDR is read in every locale of its line: each form of a part with a year is that part, or
// ambiguous with it.
func TestCustomaryPeriods(t *testing.T) {
	n := 0
	for _, c := range everyLocale(t) {
		row, _ := localeByTag(c.tag)
		for kind, unit := range map[string]Unit{"quarter": Quarter, "half": HalfYear} {
			periodCustoms.each(kind, row, func(value, forms string) {
				for form := range strings.SplitSeq(forms, "|") {
					number := 2
					if value != "#" {
						number = int(value[0] - '0')
					}
					text := strings.Replace(form, "#", strconv.Itoa(number), 1) + " 2026"
					p, err := c.Period([]byte(text), nil)
					want := monthsFrom(2026, 1+(number-1)*unit.months(), unit.months())
					if err != nil || p.Unit != unit || p.Period != want {
						t.Errorf("%v: %q is %v, read as %v, %v", c, text, want, p.Period, err)
					}
					n++
				}
			})
		}
	}
	if n < 3000 && !testing.Short() {
		t.Errorf("only %d forms", n)
	}
}

// No form is twice in a locale, where it would have two values, and none has spaces around it.
func TestCustomaryPeriodsOnce(t *testing.T) {
	for _, tag := range []string{"de", "en", "fr", "es", "pt", "it", "pl", "ru", "ja", "zh", "ko"} {
		row, _ := localeByTag(tag)
		for _, kind := range []string{"quarter", "half", "year", "joint"} {
			seen := map[string]bool{}
			periodCustoms.each(kind, row, func(_, forms string) {
				for form := range strings.SplitSeq(forms, "|") {
					if seen[form] || strings.TrimFunc(form, unicode.IsSpace) != form {
						t.Errorf("%s %s: %q", tag, kind, form)
					}
					seen[form] = true
				}
			})
		}
	}
}
