package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/koine-go/koine/internal/cldr"
)

// dateTable has the distinct patterns, and rows of four lists of them, those of days, of times, of both, and of months and
// quarters. A list has a code point for each pattern, '0' for the first; the lists are joined by a space.
func dateTable(locales []cldr.Locale) (patterns string, t *rows) {
	all := map[string]rune{}
	var order []string
	t = newRows("// dateRows has the distinct ways of writing days, times, both, and months and quarters, as numbers of patterns.\nvar dateRows = [...]string")
	for _, l := range locales {
		var lists []string
		for _, list := range [][]string{l.Dates.Patterns, l.Dates.Times, l.Dates.Glue, l.Dates.Spans} {
			var s strings.Builder
			for _, pattern := range list {
				if _, ok := all[pattern]; !ok {
					all[pattern] = '0' + rune(len(order))
					order = append(order, pattern)
				}
				s.WriteRune(all[pattern])
			}
			lists = append(lists, s.String())
		}
		t.add(l.Tag, fmt.Sprintf("%+q,", strings.Join(lists, " ")))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "// patternText has the patterns of dateRows, one behind the other.\nconst patternText = %q\n\n", strings.Join(order, ""))
	b.WriteString("// patternEnds has where each of them ends.\nvar patternEnds = [...]uint16{\n")
	end := 0
	for _, pattern := range order {
		end += len(pattern)
		fmt.Fprintf(&b, "%d, // %s\n", end, pattern)
	}
	b.WriteString("}\n\n")
	return b.String(), t
}

// wordKeys are the words of time, and for yes and no.
func wordKeys() []string {
	var keys []string
	for _, k := range []struct {
		name string
		n    int
	}{{"month", 12}, {"weekday", 7}, {"quarter", 4}} {
		for i := range k.n {
			keys = append(keys, k.name+strconv.Itoa(i+1))
		}
	}
	return append(keys, "era", "period", "yes", "no")
}

// words are those of a key. A part of the day is its name and its hours, with tabs between them.
func words(l cldr.Locale, key string) []string {
	d := l.Dates
	name := strings.TrimRight(key, "0123456789")
	i, _ := strconv.Atoi(key[len(name):])
	switch name {
	case "month":
		return d.Months[i-1]
	case "weekday":
		return d.Days[i-1]
	case "quarter":
		return d.Quarters[i-1]
	case "era":
		return d.Eras
	case "yes":
		return l.Yes
	case "no":
		return l.No
	}
	var periods []string
	for _, name := range sortedKeys(d.Periods) {
		periods = append(periods, name+"\t"+strings.ReplaceAll(d.Periods[name], " ", "\t"))
	}
	return periods
}
