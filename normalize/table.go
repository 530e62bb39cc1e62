package normalize

import "strings"

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

// newDateRow takes the patterns of a row of dateRows and the words of a locale.
func newDateRow(row string, words words) *dateRow {
	var lists [4]string
	for i, list := range strings.SplitN(row, " ", len(lists)) {
		var names []string
		for _, r := range list {
			names = append(names, patterns[r-'0'])
		}
		lists[i] = strings.Join(names, "|")
	}
	return &dateRow{
		lists[0], lists[1], lists[2], lists[3],
		words.list("month", 12), words.list("weekday", 7), words.list("quarter", 4),
		words["era"], words["period"], words["yes"], words["no"],
	}
}
