package main

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/encoding"
)

// badByte stands in a cell for a byte that no text of the file's encoding holds; 0xFF is one in GB18030 and in UTF-8.
const badByte = "\uE000"

// sheet is one CSV file in the making.
type sheet struct {
	path     string
	comma    string
	newline  string
	mark     string            // before the header, such as a byte order mark
	encoding encoding.Encoding // nil for UTF-8
	sorted   bool              // by deal id: a repeated row then follows its twin
	header   []string
	rows     []row
}

type row struct {
	deal  string
	cells []string
}

func (s *sheet) add(deal string, cells ...string) {
	if len(cells) != len(s.header) {
		panic(fmt.Sprintf("gen: %s: %d cells under %d headers", s.path, len(cells), len(s.header)))
	}
	s.rows = append(s.rows, row{deal, cells})
}

// find returns the place of the k-th row of a deal; a negative k counts from its end.
func (s *sheet) find(deal string, k int) int {
	var places []int
	for i, r := range s.rows {
		if r.deal == deal {
			places = append(places, i)
		}
	}
	if k < 0 {
		k += len(places)
	}
	return places[k]
}

func (s *sheet) column(name string) int {
	i := slices.Index(s.header, name)
	if i < 0 {
		panic("gen: " + s.path + " has no column " + name)
	}
	return i
}

// spoil writes text into the column of the k-th row of each deal.
func (s *sheet) spoil(l *ledger, what, reading, column, text string, k int, deals []*deal) {
	for _, d := range deals {
		s.rows[s.find(d.id, k)].cells[s.column(column)] = text
	}
	l.note(s.path, what, reading, ids(deals)...)
}

// repeat writes the rows of deals again, unchanged.
func (s *sheet) repeat(l *ledger, k int, deals []*deal) {
	for _, d := range deals {
		s.insertTwin(s.find(d.id, k), func([]string) {})
	}
	l.note(s.path, "the same row twice", "one kept, one refused", ids(deals)...)
}

// contradict writes the row of each deal again with another text in one column.
func (s *sheet) contradict(l *ledger, column, text string, deals []*deal) {
	for _, d := range deals {
		s.insertTwin(s.find(d.id, 0), func(cells []string) { cells[s.column(column)] = text })
	}
	l.note(s.path, "two rows that differ in "+column, "both refused, and the history with them", ids(deals)...)
}

// insertTwin copies a row; an export that is not sorted has the copy some rows further down.
func (s *sheet) insertTwin(i int, change func([]string)) {
	twin := row{s.rows[i].deal, slices.Clone(s.rows[i].cells)}
	change(twin.cells)
	at := i + 1
	if !s.sorted {
		at = min(i+12, len(s.rows))
	}
	s.rows = slices.Insert(s.rows, at, twin)
}

// widen gives rows one cell too many.
func (s *sheet) widen(l *ledger, deals []*deal) {
	for _, d := range deals {
		r := &s.rows[s.find(d.id, 0)]
		r.cells = slices.Insert(r.cells, 2, "")
	}
	l.note(s.path, "one cell too many", "row refused, and the history with it", ids(deals)...)
}

// bytes writes the sheet in its encoding.
func (s *sheet) bytes() ([]byte, error) {
	var b strings.Builder
	b.WriteString(s.mark)
	for _, cells := range s.lines() {
		for i, c := range cells {
			if i > 0 {
				b.WriteString(s.comma)
			}
			b.WriteString(s.quoted(c))
		}
		b.WriteString(s.newline)
	}
	return s.encoded(b.String())
}

func (s *sheet) lines() [][]string {
	lines := [][]string{s.header}
	for _, r := range s.rows {
		lines = append(lines, r.cells)
	}
	return lines
}

func (s *sheet) quoted(c string) string {
	if !strings.ContainsAny(c, s.comma+"\"\r\n") {
		return c
	}
	return `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
}

func (s *sheet) encoded(text string) ([]byte, error) {
	var out []byte
	for i, part := range strings.Split(text, badByte) {
		if i > 0 {
			out = append(out, 0xFF)
		}
		if s.encoding == nil {
			out = append(out, part...)
			continue
		}
		b, err := s.encoding.NewEncoder().Bytes([]byte(part))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.path, err)
		}
		out = append(out, b...)
	}
	return out, nil
}
