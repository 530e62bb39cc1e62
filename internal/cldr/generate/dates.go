package main

import (
	"fmt"
	"strings"

	"github.com/koine-go/koine/internal/cldr"
)

// dateTable joins what is a list: by "|" within, by "\n" between the months, weekdays and parts of the day.
func dateTable(locales []cldr.Locale) *rows {
	t := newRows("// dateRows has the distinct ways of writing days and times.\nvar dateRows = [...]dateRow")
	for _, l := range locales {
		d := l.Dates
		var periods []string
		for _, name := range sortedKeys(d.Periods) {
			periods = append(periods, name+"|"+strings.Join(strings.Fields(d.Periods[name]), "|"))
		}
		t.add(l.Tag, fmt.Sprintf("{%q, %q, %q, %q, %q, %q, %q},",
			strings.Join(d.Patterns, "|"), strings.Join(d.Times, "|"), strings.Join(d.Glue, "|"),
			lines(d.Months[:]), lines(d.Days[:]), strings.Join(d.Eras, "|"), strings.Join(periods, "\n")))
	}
	return t
}

func lines(lists [][]string) string {
	var out []string
	for _, list := range lists {
		out = append(out, strings.Join(list, "|"))
	}
	return strings.Join(out, "\n")
}
