package normalize

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// otherCalendar refuses a text that names a calendar other than the Gregorian one; nil if it names none. It is asked only about
// texts that cannot be read.
func (v *vocabulary) otherCalendar(b []byte) *fault {
	name := calendarOfShape(v.locale, b)
	if name == "" {
		name = calendarOfWords(v.locale, b)
	}
	if name == "" {
		return nil
	}
	return &fault{err: ErrCalendar, hint: "a year of the " + name + " calendar"}
}

// outside says that a year is out of bounds, and of which calendar of the locale it is one.
func (v *vocabulary) outside(year int) string {
	hint := "year " + strconv.Itoa(year) + " is outside 1800 to 2199"
	timeCustoms.each("years", v.locale, func(name, bounds string) {
		first, last, _ := strings.Cut(bounds, "-")
		from, _ := strconv.Atoi(first)
		if to, _ := strconv.Atoi(last); from <= year && year <= to {
			hint += ": a year of the " + name + " calendar"
		}
	})
	return hint
}

// calendarOfWords is the calendar that the longest of the words in a text belongs to.
func calendarOfWords(row localeRow, b []byte) (name string) {
	longest := 0
	timeCustoms.each("calendar", row, func(value, forms string) {
		for word := range strings.SplitSeq(forms, "|") {
			if len(word) > longest && hasWord(b, word) {
				name, longest = value, len(word)
			}
		}
	})
	return name
}

// hasWord tells whether a text has a word. Han and Thai have no spaces between words; in other scripts the word stands alone,
// and somewhere there is a number, for names of months are words and names of people, too.
func hasWord(b []byte, word string) bool {
	if unicode.In(firstRune(word), unicode.Han, unicode.Thai) {
		return bytes.Contains(b, []byte(word))
	}
	if !bytes.ContainsFunc(b, unicode.IsDigit) {
		return false
	}
	for from := 0; ; {
		i := bytes.Index(b[from:], []byte(word))
		if i < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRune(b[:from+i])
		from += i + len(word)
		if after, _ := utf8.DecodeRune(b[from:]); !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
	}
}

// calendarOfShape tells the years of Japan's eras by their initial, as in R8.3.4, and those of Taiwan by their two or three
// digits, as in 115年3月4日.
func calendarOfShape(row localeRow, b []byte) string {
	text := strings.TrimSpace(string(fold(nil, b, true))) // wide forms are plain, hyphens are spaces
	switch {
	case row.below("ja") && strings.IndexAny(text, "mtshr") == 0 && isEraYear(text[1:]):
		return "Japanese"
	case row.below("zh-Hant"):
		if n := countDigits(text); (n == 2 || n == 3) && strings.HasPrefix(text[n:], "年") {
			return "Minguo"
		}
	}
	return ""
}

// isEraYear tells whether a text begins with a year of an era, of one or two digits, and either its sign or a month.
func isEraYear(text string) bool {
	n := countDigits(text)
	switch rest := text[n:]; {
	case n != 1 && n != 2:
		return false
	case strings.HasPrefix(rest, "年"):
		return true
	case strings.IndexAny(rest, " ./") == 0:
		m := countDigits(rest[1:])
		return (m == 1 || m == 2) && (m+1 == len(rest) || strings.IndexAny(rest[m+1:], " ./") == 0)
	}
	return false
}

// countDigits is how many Latin digits a text begins with.
func countDigits(text string) int { return len(text) - len(strings.TrimLeft(text, "0123456789")) }
