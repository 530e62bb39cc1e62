package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"github.com/koine-go/koine/kpi"
)

// matrixColumns is how many groups fit beside each other; more are listed below each other.
const matrixColumns = 9

// numbers prints every KPI: beside each other the groups, below each other the number, what it is made of, and what belongs to it.
func numbers(w io.Writer, groups []kpi.Group) {
	if len(groups) > matrixColumns {
		listed(w, groups)
		return
	}
	t := table{head: []string{"KPI"}}
	for _, g := range groups {
		t.head = append(t.head, heading(g.Key))
	}
	for i, v := range groups[0].Values {
		labels, columns := labelled(v), make([][]string, len(groups))
		lines := len(labels)
		for j, g := range groups {
			columns[j] = append([]string{figure(g.Values[i])}, below(g.Values[i])...)
			lines = max(lines, len(columns[j]))
		}
		for line := range lines {
			row := []string{at(labels, line)}
			for _, c := range columns {
				row = append(row, at(c, line))
			}
			t.add(row...)
		}
	}
	t.print(w)
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

// listed prints one table for each KPI, with a row for each group.
func listed(w io.Writer, groups []kpi.Group) {
	for i, v := range groups[0].Values {
		labels := labelled(v)
		t := table{head: []string{labels[0], "value", "made of", "left out"}}
		for _, g := range groups {
			t.add(heading(g.Key), figure(g.Values[i]), strings.Join(below(g.Values[i]), " "), blankZero(g.Values[i].LeftOut()))
		}
		t.print(w)
		fmt.Fprintln(w, strings.Join(labels[1:], ""))
	}
}

// heading names a group; what deals lack is said.
func heading(k kpi.Key) string {
	names := make([]string, len(k))
	for i, p := range k {
		names[i] = p.Name
		switch {
		case !p.Known:
			names[i] = "(none)"
		case strings.ContainsFunc(p.Name, unicode.IsControl): // a cell of an export must not drive the terminal
			names[i] = strconv.Quote(p.Name)
		}
	}
	if len(names) == 0 {
		return "total"
	}
	return strings.Join(names, " ")
}

// labelled is the id with its unit, and below it what the definition was called with, since one KPI may be asked in several ways.
func labelled(v kpi.Value) []string {
	name := v.ID
	switch {
	case v.Currency != "":
		name += ", " + v.Currency
	case v.Unit == kpi.UnitDays:
		name += ", mean days"
	}
	lines := []string{name}
	for i := 0; i < len(v.Parameters); i += 2 {
		pair := v.Parameters[i:min(i+2, len(v.Parameters))]
		var words []string
		for _, p := range pair {
			words = append(words, p.Name+" "+p.Value)
		}
		lines = append(lines, "  "+strings.Join(words, ", "))
	}
	return lines
}
