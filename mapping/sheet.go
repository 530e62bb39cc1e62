package mapping

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/koine-go/koine/normalize"
)

// sheet is a file of rows, whatever its syntax: decoded, cut into rows, each checked as a row. The columns of a CSV have the names of its header, those of
// JSON are the paths that are bound.
type sheet struct {
	*cursor
	csv      *splitter
	json     *jsonRows // one of the two
	file     string
	encoding normalize.Encoding
	bad      []normalize.Fault // byte sequences not of the encoding, in the rows to come
	header   []string
	first    []byte // the header's bytes
}

// openSheet opens a file as the table describes it. A CSV without a header that can be read is an *Error.
func openSheet(file string, r io.Reader, t *Table, l Limits) (*sheet, error) {
	l = l.orDefault()
	s := &sheet{file: file, encoding: t.Encoding}
	text := normalize.NewDecoder(&bounded{r, l.FileBytes, l.FileBytes}, t.Encoding, func(f normalize.Fault) { s.bad = append(s.bad, f) })
	if t.Syntax == JSON {
		s.cursor = &cursor{limits: l, line: 1}
		s.json = newJSONRows(text, s.cursor, t.Each)
		return s, nil
	}
	s.csv = newSplitter(text, t.Delimiter, l)
	s.cursor = &s.csv.cursor
	return s, s.readHeader()
}

func (s *sheet) readHeader() error {
	if !s.csv.next() {
		if s.err != nil {
			return &Error{File: s.file, Err: s.err}
		}
		return &Error{File: s.file, Line: 1, Reason: "no header", Err: ErrMissing}
	}
	s.spoilt()
	if s.refuseLong(); s.row.fault != nil {
		return &Error{File: s.file, Line: s.row.line, Err: fmt.Errorf("the header cannot be read: %w", because(s.row.fault, s.row.reason))}
	}
	s.first = slices.Clone(s.row.bytes)
	for i := range s.row.cells {
		s.header = append(s.header, headerName(string(s.row.cell(i))))
	}
	return nil
}

func headerName(s string) string {
	return norm.NFC.String(strings.TrimSpace(strings.TrimPrefix(s, "\ufeff")))
}

// next takes the next row and checks it: a row with a fault is to be refused. Cells over the limit are left to those who read them.
func (s *sheet) next() bool {
	if s.json != nil {
		return s.nextRecord()
	}
	if !s.csv.next() {
		return false
	}
	s.spoilt()
	r := &s.row
	switch {
	case r.fault != nil:
	case len(r.cells) != len(s.header):
		r.fault, r.reason = ErrCells, strconv.Itoa(len(r.cells))+", not "+strconv.Itoa(len(s.header))
	case bytes.Equal(r.bytes, s.first):
		r.fault = ErrHeader
	}
	return true
}

// nextRecord is next for JSON. An outermost record that holds what is not of the encoding is refused as one row.
func (s *sheet) nextRecord() bool {
	for {
		if s.json.inner() {
			return true
		}
		record, ok := s.json.frame()
		if len(s.bad) > 0 && (!ok || s.bad[0].Output < s.row.at) && s.err == nil {
			s.err = s.unreadable(s.bad[0]) // beside the records, so no row of them is to blame
		}
		if !ok || s.err != nil {
			return false
		}
		if s.spoilt(); s.row.fault == nil {
			s.json.open(record)
		}
		if s.row.fault != nil {
			return true
		}
	}
}

// nextWhole is next for a file of which every cell matters: one over the limit is a fault of its row.
func (s *sheet) nextWhole() bool {
	ok := s.next()
	s.refuseLong()
	return ok
}

func (s *sheet) refuseLong() {
	r := &s.row
	if i := slices.IndexFunc(r.cells, func(c span) bool { return c.long }); r.long && r.fault == nil {
		r.fault, r.column = s.cellLimit(), i
	}
}

// spoilt gives the row a fault if it holds a NUL byte or bytes that are not of the encoding.
func (s *sheet) spoilt() {
	r := &s.row
	if i := bytes.IndexByte(r.bytes, 0); i >= 0 && r.fault == nil {
		r.fault, r.column = ErrNUL, r.columnAt(i)
	}
	if len(s.bad) == 0 {
		return
	}
	n := 0
	for n < len(s.bad) && s.bad[n].Output < r.at {
		n++
	}
	if n < len(s.bad) && s.bad[n].Output < r.at+int64(r.size) {
		r.column = r.columnAt(int(s.bad[n].Output - r.at))
		r.fault = s.unreadable(s.bad[n])
	}
	for n < len(s.bad) && s.bad[n].Output < r.at+int64(r.size) {
		n++
	}
	s.bad = s.bad[:copy(s.bad, s.bad[n:])]
}

func (s *sheet) unreadable(f normalize.Fault) error {
	return unread{&normalize.Error{Input: string(f.Bytes[:f.Len]), Offset: int(f.Offset), Kind: "text in " + s.encoding.String(), Err: normalize.ErrEncoding}}
}

// refusal returns the Finding of a row with a fault.
func (s *sheet) refusal() Finding {
	f := Finding{File: s.file, Line: s.row.line, Reason: because(s.row.fault, s.row.reason)}
	if names := s.names(); s.row.column >= 0 && s.row.column < len(names) {
		f.Column = names[s.row.column]
	}
	return f
}

// lacks tells whether the header has no column with this name. Of JSON that is known only in the end.
func (s *sheet) lacks(name string) bool {
	return s.json == nil && !slices.Contains(s.header, headerName(name))
}

// names are those of the columns.
func (s *sheet) names() []string {
	if s.json != nil {
		return s.json.names
	}
	return s.header
}

// bind finds the columns with these names in the header. Every one that is not there, or twice, is a fault; of JSON that is known only in the end.
func (s *sheet) bind(names []string) ([]int, []*Error) {
	var at []int
	var faults []*Error
	if s.json != nil {
		for _, name := range names {
			at = append(at, s.json.bind(name))
		}
		return at, nil
	}
	for _, name := range names {
		n := slices.Index(s.header, headerName(name))
		at = append(at, n)
		switch {
		case n < 0:
			faults = append(faults, &Error{File: s.file, Line: 1, Column: name, Candidates: s.header, Reason: "no such column", Err: ErrMissing})
		case slices.Contains(s.header[n+1:], s.header[n]):
			faults = append(faults, &Error{File: s.file, Line: 1, Column: name, Reason: "columns " + s.places(s.header[n]), Err: ErrTwice})
		}
	}
	if len(faults) > 0 {
		if fault := cmp.Or(s.otherDelimiter(names), s.loneCR()); fault != nil {
			return nil, []*Error{fault}
		}
	}
	return at, faults
}

// loneCR returns the fault of a file whose lines end in a way that ends none, so that its header is all of it.
func (s *sheet) loneCR() *Error {
	if bytes.IndexByte(s.first, '\r') < 0 {
		return nil
	}
	return &Error{File: s.file, Line: 1, Reason: "the ends of lines, LF or CRLF; a CR alone ends none", Err: ErrMissing}
}

func (s *sheet) places(name string) string {
	var at []string
	for i, h := range s.header {
		if h == name {
			at = append(at, strconv.Itoa(i+1))
		}
	}
	return strings.Join(at, ", ")
}

// otherDelimiter returns the fault of a file whose header has all the names if it is split at another character.
func (s *sheet) otherDelimiter(names []string) *Error {
	for _, c := range []byte{',', ';', '\t', '|'} {
		if c == s.csv.delimiter {
			continue
		}
		other := newSplitter(bytes.NewReader(s.first), c, s.limits)
		if !other.next() || other.row.fault != nil || len(other.row.cells) <= len(s.header) {
			continue
		}
		header := make([]string, len(other.row.cells))
		for i := range header {
			header[i] = headerName(string(other.row.cell(i)))
		}
		if !slices.ContainsFunc(names, func(n string) bool { return !slices.Contains(header, headerName(n)) }) {
			return &Error{File: s.file, Line: 1, Value: string(s.csv.delimiter), Err: ErrDelimiter,
				Reason:     "it gives " + columns(len(s.header)) + ", another one gives " + strconv.Itoa(len(header)),
				Candidates: []string{string(c)}}
		}
	}
	return nil
}

func columns(n int) string {
	if n == 1 {
		return "1 column"
	}
	return strconv.Itoa(n) + " columns"
}
