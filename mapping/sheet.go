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

// sheet is a CSV file with a header: decoded, split, each row checked as a row.
type sheet struct {
	splitter
	file     string
	encoding normalize.Encoding
	bad      []normalize.Fault // byte sequences not of the encoding, in the rows to come
	header   []string
	first    []byte // the header's bytes
}

// openSheet reads the header; a file without one that can be read is an *Error.
func openSheet(file string, r io.Reader, enc normalize.Encoding, delimiter byte, l Limits) (*sheet, error) {
	s := &sheet{file: file, encoding: enc}
	s.splitter = *newSplitter(normalize.NewDecoder(r, enc, func(f normalize.Fault) { s.bad = append(s.bad, f) }), delimiter, l)
	if !s.splitter.next() {
		if s.err != nil {
			return nil, &Error{File: file, Err: s.err}
		}
		return nil, &Error{File: file, Line: 1, Reason: "no header", Err: ErrMissing}
	}
	s.spoilt()
	if s.refuseLong(); s.row.fault != nil {
		return nil, &Error{File: file, Line: s.row.line, Err: fmt.Errorf("the header cannot be read: %w", because(s.row.fault, s.row.reason))}
	}
	s.first = slices.Clone(s.row.bytes)
	for i := range s.row.cells {
		s.header = append(s.header, headerName(string(s.row.cell(i))))
	}
	return s, nil
}

func headerName(s string) string {
	return norm.NFC.String(strings.TrimSpace(strings.TrimPrefix(s, "\ufeff")))
}

// next splits the next row and checks it: a row with a fault is to be refused. Cells over the limit are left to those who read them.
func (s *sheet) next() bool {
	if !s.splitter.next() {
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
		f := s.bad[n]
		r.column = r.columnAt(int(f.Output - r.at))
		r.fault = unread{&normalize.Error{Input: string(f.Bytes[:f.Len]), Offset: int(f.Offset), Kind: "text in " + s.encoding.String(), Err: normalize.ErrEncoding}}
	}
	for n < len(s.bad) && s.bad[n].Output < r.at+int64(r.size) {
		n++
	}
	s.bad = s.bad[:copy(s.bad, s.bad[n:])]
}

// refusal returns the Finding of a row with a fault.
func (s *sheet) refusal() Finding {
	f := Finding{File: s.file, Line: s.row.line, Reason: because(s.row.fault, s.row.reason)}
	if c := s.row.column; c >= 0 && c < len(s.header) {
		f.Column = s.header[c]
	}
	return f
}

// lacks tells whether the header has no column with this name.
func (s *sheet) lacks(name string) bool { return !slices.Contains(s.header, headerName(name)) }

// bind finds the columns with these names in the header. Every one that is not there, or twice, is a fault.
func (s *sheet) bind(names []string) ([]int, []*Error) {
	var at []int
	var faults []*Error
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
		if c == s.delimiter {
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
			return &Error{File: s.file, Line: 1, Value: string(s.delimiter), Err: ErrDelimiter,
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
