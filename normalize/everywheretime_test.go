package normalize_test

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// moment is what the fields of a pattern are written from; it need not exist.
type moment struct {
	year, month, day     int
	weekday              time.Weekday
	hour, minute, second int
	form                 int // which of its names each field has
}

func (m moment) on(d funnel.Date) moment {
	var month time.Month
	m.year, month, m.day = d.YMD()
	m.month, m.weekday = int(month), d.Weekday()
	return m
}

func (m moment) String() string { return fmt.Sprintf("%04d-%02d-%02d", m.year, m.month, m.day) }

// quoted is literal text in a pattern.
var quoted = regexp.MustCompile(`'[^']*'`)

// has tells whether a pattern has one of these fields.
func has(pattern, letters string) bool {
	return strings.ContainsAny(quoted.ReplaceAllString(pattern, ""), letters)
}

// writeTime writes a day or a time by a pattern (UTS #35, date field symbols).
func (a *author) writeTime(pattern string, m moment) string {
	var s strings.Builder
	for i, part := range strings.Split(pattern, "'") {
		if i%2 == 1 {
			s.WriteString(part)
			continue
		}
		for part != "" {
			letter := part[0]
			n := len(part) - len(strings.TrimLeft(part, string(rune(letter))))
			if letter >= 0x80 || !unicode.IsLetter(rune(letter)) {
				n = 1
				s.WriteByte(letter)
			} else {
				s.WriteString(a.field(letter, n, m))
			}
			part = part[n:]
		}
	}
	return s.String()
}

func (a *author) field(letter byte, n int, m moment) string {
	pick := func(names []string) string { return names[m.form%len(names)] }
	switch letter {
	case 'y':
		if n == 2 {
			return a.number(m.year%100, n)
		}
		return a.number(m.year, n)
	case 'M', 'L':
		if n > 2 {
			return pick(a.Dates.Months[m.month-1])
		}
		return a.number(m.month, n)
	case 'd':
		return a.number(m.day, n)
	case 'E', 'c':
		return pick(a.Dates.Days[m.weekday])
	case 'G':
		return pick(a.Dates.Eras)
	case 'H':
		return a.number(m.hour, n)
	case 'h':
		return a.number((m.hour+11)%12+1, n)
	case 'K':
		return a.number(m.hour%12, n)
	case 'm':
		return a.number(m.minute, n)
	case 's':
		return a.number(m.second, n)
	case 'a', 'b', 'B':
		return pick(a.periodsAt(m.hour))
	}
	panic("a field that no pattern of a day or a time has: " + string(rune(letter)))
}

func (a *author) number(v, width int) string { return a.pens[0].spell(fmt.Sprintf("%0*d", width, v)) }

// periodsAt are the names that a locale has for the part of the day of an hour, sorted.
func (a *author) periodsAt(hour int) []string {
	var names []string
	for name, hours := range a.Dates.Periods {
		if a.hoursOf(hours)[hour] {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// hoursOf reads "0-5 22-23"; a range may run over midnight.
func (a *author) hoursOf(ranges string) (set [24]bool) {
	for _, r := range strings.Fields(ranges) {
		first, last, _ := strings.Cut(r, "-")
		h, _ := strconv.Atoi(first)
		end, _ := strconv.Atoi(last)
		for set[h] = true; h != end; set[h] = true {
			h = (h + 1) % 24
		}
	}
	return set
}

// Whatever CLDR writes for a day is read as it, by every pattern and with every name of month, weekday and era. It is
// ambiguous, with the day among the candidates, where the year has two digits, and where a locale writes numbers in two orders.
func TestEveryLocaleReadsDays(t *testing.T) {
	p := laws(25)
	p.Property("read(write(x)) = x", prop.ForAll(func(offset, k int) bool {
		m := moment{form: k}.on(funnel.MustDate("1800-01-01").AddDays(offset))
		for _, a := range some(authors(t), k) {
			for _, pattern := range a.Dates.Patterns {
				a.mustReadDay(t, pattern, m)
			}
		}
		return !t.Failed()
	}, gen.IntRange(0, 146096), gen.IntRange(0, 7)))
	p.TestingRun(t)
}

func (a *author) mustReadDay(t *testing.T, pattern string, m moment) {
	t.Helper()
	text := a.writeTime(pattern, m)
	d, err := a.reader.Date([]byte(text))
	var e *normalize.Error
	switch {
	case err == nil && d.Date.String() == m.String():
	case err != nil && isShort(pattern) && (m.year < 1900 || m.year >= 2100): // centuries that nobody writes so
	case a.hasTwoReadings(pattern) && errors.Is(err, normalize.ErrAmbiguous) && errors.As(err, &e) && slices.Contains(e.Candidates, m.String()):
	default:
		t.Errorf("%s: %v by %q is %q, read as %v, %v", a.Tag, m, pattern, text, d.Date, err)
	}
}

// Days that do not exist, and the wrong weekday, are no days, by whatever pattern.
func TestEveryLocaleRefusesNoDays(t *testing.T) {
	for i, a := range authors(t) {
		for _, pattern := range a.Dates.Patterns {
			for _, m := range []moment{
				{year: 2024, month: 2, day: 30}, {year: 2023, month: 2, day: 29}, {year: 2025, month: 4, day: 31}, {year: 2025, month: 7, day: 32}, {year: 2025, month: 7, day: 0},
				{year: 2025, month: 13, day: 5}, {year: 2025, month: 0, day: 5}, {year: 2025, month: 25, day: 3},
				{year: 2026, month: 3, day: 25, weekday: time.Thursday},
			} {
				m.form = i
				named := strings.Contains(pattern, "MMM") || strings.Contains(pattern, "LLL")
				switch {
				case named && (m.month < 1 || m.month > 12):
				case m.month > 12 && a.hasTwoReadings(pattern): // is a day by the other order
				case m.weekday != 0 && !has(pattern, "Ec"):
				default:
					text := a.writeTime(pattern, m)
					if d, err := a.reader.Date([]byte(text)); err == nil {
						t.Errorf("%s: %v by %q is %q, read as %v", a.Tag, m, pattern, text, d.Date)
					}
				}
			}
		}
	}
}

// hasTwoReadings tells whether a day written by the pattern can be read as another one.
func (a *author) hasTwoReadings(pattern string) bool {
	order := orderOf(pattern)
	return isShort(pattern) || order != "" && slices.ContainsFunc(a.Dates.Patterns, func(other string) bool { return orderOf(other) != "" && orderOf(other) != order })
}

// isShort tells whether the year has two digits.
func isShort(pattern string) bool {
	return strings.Contains(pattern, "yy") && !strings.Contains(pattern, "yyyy")
}

// orderOf has the letters of a pattern of three numbers, such as dMy; nothing for one with a name.
func orderOf(pattern string) string {
	if has(pattern, "Ec") || strings.Contains(pattern, "MMM") || strings.Contains(pattern, "LLL") {
		return ""
	}
	var letters []rune
	for _, r := range quoted.ReplaceAllString(strings.ReplaceAll(pattern, "L", "M"), "") {
		if strings.ContainsRune("yMd", r) && !slices.Contains(letters, r) {
			letters = append(letters, r)
		}
	}
	return string(letters)
}

// Whatever CLDR writes for a time of day is read as it, by every pattern and with every name of the part of the day. It is
// ambiguous where a name is one for the same hour of the morning and the afternoon, and in the French of Cameroon, which
// writes the 12-hour clock without the part of the day. Two other locales have such a pattern beside the right one, es-AR
// and bal-Latn; a text of that form is a time by the 24-hour clock there.
func TestEveryLocaleReadsClocks(t *testing.T) {
	p := laws(40)
	p.Property("read(write(x)) = x", prop.ForAll(func(second, k int) bool {
		m := moment{hour: second / 3600, minute: second / 60 % 60, second: second % 60, form: k}
		for _, a := range some(authors(t), k) {
			for _, pattern := range a.Dates.Times {
				a.mustReadTime(t, pattern, m)
			}
		}
		return !t.Failed()
	}, gen.IntRange(0, 86399), gen.IntRange(0, 7)))
	p.TestingRun(t)
}

func (a *author) mustReadTime(t *testing.T, pattern string, m moment) {
	t.Helper()
	if isBare(pattern) && slices.ContainsFunc(a.Dates.Times, hasHalf) {
		return
	}
	if !has(pattern, "s") {
		m.second = 0
	}
	text := a.writeTime(pattern, m)
	want := fmt.Sprintf("%02d:%02d:%02d", m.hour, m.minute, m.second)
	c, err := a.reader.Time([]byte(text))
	var e *normalize.Error
	switch {
	case err == nil && c.String() == want:
	case errors.Is(err, normalize.ErrAmbiguous) && errors.As(err, &e) && slices.Contains(e.Candidates, want) && a.isVague(pattern, text, m):
	default:
		t.Errorf("%s: %s by %q is %q, read as %v, %v", a.Tag, want, pattern, text, c, err)
	}
}

// The hours go to 23, by the 12-hour clock to 12, and minutes and seconds to 59.
func TestEveryLocaleRefusesNoTimes(t *testing.T) {
	for i, a := range authors(t) {
		for _, pattern := range a.Dates.Times {
			texts := []string{a.writeTime(pattern, moment{hour: 15, minute: 60, form: i})}
			switch {
			case has(pattern, "h") && !isBare(pattern):
				thirteen := strings.NewReplacer("hh", "'"+a.number(13, 2)+"'", "h", "'"+a.number(13, 2)+"'").Replace(pattern)
				texts = append(texts, a.writeTime(thirteen, moment{hour: 13, minute: 5, form: i}))
			case has(pattern, "H"):
				texts = append(texts, a.writeTime(pattern, moment{hour: 24, form: i}))
			}
			if has(pattern, "s") {
				texts = append(texts, a.writeTime(pattern, moment{hour: 15, second: 61, form: i}))
			}
			for _, text := range texts {
				if c, err := a.reader.Time([]byte(text)); err == nil {
					t.Errorf("%s: %q is read as %v", a.Tag, text, c)
				}
			}
		}
	}
}

// isBare tells whether the hour is one of twelve and nothing says which half of the day it is in.
func isBare(pattern string) bool {
	return has(pattern, "hK") && !has(pattern, "abB")
}

func hasHalf(pattern string) bool { return has(pattern, "a") }

// isVague tells whether a text holds for the hour twelve hours away, too: by the name of the part of the day, or without one
// where a locale leaves it out.
func (a *author) isVague(pattern, text string, m moment) bool {
	if !has(pattern, "abB") && !slices.ContainsFunc(a.Dates.Times, hasHalf) {
		return slices.ContainsFunc(a.Dates.Times, isBare)
	}
	m.hour = (m.hour + 12) % 24
	return slices.ContainsFunc(a.periodsAt(m.hour), func(name string) bool { return strings.Contains(text, name) })
}
