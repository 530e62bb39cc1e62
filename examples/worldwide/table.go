package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// table is text in columns: the first to the left, the others to the right under their headings, the last to the left in a table of words.
type table struct {
	head  []string
	rows  [][]string
	words bool
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// addLeft adds a row to a table of words.
func (t *table) addLeft(cells ...string) {
	t.words = true
	t.add(cells...)
}

func (t *table) print(w io.Writer) {
	if len(t.rows) == 0 {
		fmt.Fprintln(w, "nothing")
		return
	}
	widths := make([]int, len(t.head))
	for _, row := range append([][]string{t.head}, t.rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], width(cell))
		}
	}
	t.line(w, widths, t.head)
	rule := make([]string, len(widths))
	for i, n := range widths {
		rule[i] = strings.Repeat("-", n)
	}
	t.line(w, widths, rule)
	for _, row := range t.rows {
		t.line(w, widths, row)
	}
}

func (t *table) line(w io.Writer, widths []int, cells []string) {
	var b strings.Builder
	for i, cell := range cells {
		gap := strings.Repeat(" ", widths[i]-width(cell))
		switch {
		case i == 0:
			b.WriteString(cell + gap)
		case t.words && i >= len(cells)-2:
			b.WriteString("  " + cell + gap)
		default:
			b.WriteString("  " + gap + cell)
		}
	}
	fmt.Fprintln(w, strings.TrimRight(b.String(), " "))
}

// width counts the columns of a terminal: East Asian text takes two a character.
func width(s string) int {
	n := utf8.RuneCountInString(s)
	for _, r := range s {
		if r >= 0x2E80 && r <= 0xFFE6 {
			n++
		}
	}
	return n
}
