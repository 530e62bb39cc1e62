package normalize

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// vocabulary is what the fields of a locale can be.
type vocabulary struct {
	grammar  *grammar  // for its digits
	locale   localeRow // for the words of other calendars
	months   names
	weekdays names
	eras     names
	periods  names
	hours    []uint32     // the hours of a part of the day, by value of periods
	spelled  []neighbours // of the digits that names have
	parts    names        // quarters and half-years, where periods are read
	frames   []frame      // the same with a number in them
}

func newVocabulary(row *dateRow, locale localeRow, g *grammar) *vocabulary {
	v := &vocabulary{grammar: g, locale: locale, months: newNames(row.months), weekdays: newNames(row.days)}
	for _, text := range split(row.eras) {
		v.eras = v.eras.add(text, 0)
	}
	v.eras = v.eras.sorted()
	for i, item := range split(row.periods) {
		list := strings.Split(item, "\t")
		v.hours = append(v.hours, hourSet(list[1:]))
		v.periods = v.periods.add(list[0], i)
		v.periods = v.periods.add(withoutSpaces(list[0]), i)
	}
	v.periods = v.periods.sorted()
	return v
}

// withoutSpaces turns "a. m." into "a.m.".
func withoutSpaces(s string) string {
	return strings.Map(func(r rune) rune {
		if runeClass(r) == space {
			return -1
		}
		return r
	}, s)
}

// spell makes ready for texts whose names have digits, given the forms in which names are read.
func (v *vocabulary) spell(forms []form, times []pattern) {
	for _, f := range [...]field{monthName, weekday, era, period} {
		inDays := slices.ContainsFunc(forms, func(p form) bool { return p.contains(f) })
		if inDays || slices.ContainsFunc(times, func(p pattern) bool { return p.contains(f) }) {
			v.spelled = append(v.spelled, newNeighbours(v.grammar, v.names(f))...)
		}
	}
}

func (v *vocabulary) names(f field) names {
	switch f {
	case monthName:
		return v.months
	case weekday:
		return v.weekdays
	case era:
		return v.eras
	case partName:
		return v.parts
	}
	return v.periods
}

// names are the names that a field can have, the longest first.
type names []name

type name struct {
	text  string
	value int
}

// add has every name with and without its full stop.
func (n names) add(text string, value int) names {
	if text == "" {
		return n
	}
	bare, ok := strings.CutSuffix(text, ".")
	if !ok {
		return append(n, name{text, value}, name{text + ".", value})
	}
	return append(n, name{text, value}, name{bare, value})
}

func (n names) sorted() names {
	slices.SortFunc(n, func(a, b name) int {
		if len(a.text) != len(b.text) {
			return len(b.text) - len(a.text)
		}
		return cmp.Or(strings.Compare(a.text, b.text), a.value-b.value)
	})
	return slices.Compact(n)
}

// newNames reads a table's lines of names: line i has the names of value i.
func newNames(lines string) names {
	n := make(names, 0, 2*(1+strings.Count(lines, "\n")+strings.Count(lines, "|")))
	i := 0
	for line := range strings.SplitSeq(lines, "\n") {
		for text := range strings.SplitSeq(line, "|") {
			n = n.add(text, i)
		}
		i++
	}
	return n.sorted()
}

// hourSet reads "0-11" into the bits of these hours; a range may run over midnight.
func hourSet(ranges []string) uint32 {
	var set uint32
	for _, s := range ranges {
		from, to, _ := strings.Cut(s, "-")
		last, _ := strconv.Atoi(to)
		for h, _ := strconv.Atoi(from); ; h = (h + 1) % 24 {
			set |= 1 << h
			if h == last {
				break
			}
		}
	}
	return set
}
