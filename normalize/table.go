package normalize

import (
	"strconv"
	"strings"
)

// The rows of the generated tables (tables_*.go), as CLDR has them. For compiles a locale from its rows.

// localeRow ties a locale to its parent, -1 for none, and to its rows in the other tables.
type localeRow struct {
	tag                    string
	parent                 int16
	number, compact, dates uint16
}

// above returns the row of the parent; false for a locale that only the root is above, and for the zero row.
func (r localeRow) above() (localeRow, bool) {
	if r.tag == "" || r.parent < 0 {
		return localeRow{}, false
	}
	return localeRows[r.parent], true
}

// numberRow has the digit nought of the locale and of its script, its minus, the group sizes of numbers and of amounts ("3;2" is
// #,##,##0) and the separators: the locale's own, those of its script's digits, of Latin digits, and of amounts of money.
type numberRow struct {
	zero, native              string
	minus                     string
	sizes, moneySizes         string
	own, script, latin, money separators
}

type separators struct{ group, decimal string }

func newNumberRow(line string) *numberRow {
	f := strings.Split(line, "\t")
	return &numberRow{
		f[0], f[1], f[2], f[3], f[4],
		separators{f[5], f[6]}, separators{f[7], f[8]}, separators{f[9], f[10]}, separators{f[11], f[12]},
	}
}

// dateRow has CLDR date patterns and names. "|" stands between the items of a list, "\n" between the months, weekdays and quarters.
// A part of the day is its name and its hours: "上午\t0-11".
type dateRow struct{ patterns, times, glue, spans, months, days, quarters, eras, periods, yes, no string }

// patternAt is the pattern that a code point of dateRows stands for.
func patternAt(r rune) string {
	i, from := int(r-'0'), uint16(0)
	if i > 0 {
		from = patternEnds[i-1]
	}
	return patternText[from:patternEnds[i]]
}

// newDateRow takes the patterns of a locale's row of dateRows, the locale's words, and the months that people write besides.
func newDateRow(row localeRow, words words) *dateRow {
	var lists [4]string
	for i, list := range strings.SplitN(dateRows[row.dates], " ", len(lists)) {
		var names []string
		for _, r := range list {
			names = append(names, patternAt(r))
		}
		lists[i] = strings.Join(names, "|")
	}
	return &dateRow{
		lists[0], lists[1], lists[2], lists[3],
		withCustomMonths(words.list("month", 12), row), words.list("weekday", 7), words.list("quarter", 4),
		words["era"], words["period"], words["yes"], words["no"],
	}
}

// withCustomMonths adds what people write to the lines of months. A month without a name gets none: its names are not at hand.
func withCustomMonths(months string, row localeRow) string {
	lines := strings.Split(months, "\n")
	timeCustoms.each("month", row, func(number, forms string) {
		if n, err := strconv.Atoi(number); err == nil && lines[n-1] != "" {
			lines[n-1] += "|" + forms
		}
	})
	return strings.Join(lines, "\n")
}
