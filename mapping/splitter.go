package mapping

import (
	"bytes"
	"io"
)

// splitter cuts decoded CSV into rows and cells, on bytes, without allocating. A quote has a meaning only as the first byte of a cell; inside, two
// quotes are one, and the closing quote ends the cell. Rows end with LF or CRLF; an empty line is no row. A row that breaks these
// rules has a fault, and reading goes on at the line after the one on which the fault begins: so one quote too few costs one row. A cell over its
// limit is marked; without quotes, which bound it to its line, it may be of any length, since what is beyond the limit is not held.
type splitter struct {
	cursor
	r         io.Reader
	delimiter byte
	buf       []byte
	from, to  int   // what is read and not yet split
	base      int64 // offset of buf[0] in the decoded stream
	skipped   int64 // bytes of the current row that are not held
	block     int   // by which the buffer grows at least
	eof       bool
}

func newSplitter(r io.Reader, delimiter byte, l Limits) *splitter {
	return &splitter{cursor: cursor{limits: l.orDefault(), line: 1}, r: r, delimiter: delimiter, block: 64 << 10}
}

// next splits the next row. It returns false at the end, and when r fails, with err set then.
func (s *splitter) next() bool {
	for {
		data := s.buf[s.from:s.to]
		if len(data) == 0 && !s.more() {
			return false
		}
		if len(data) == 0 {
			continue
		}
		s.row = row{line: s.line, at: s.base + int64(s.from), cells: s.row.cells[:0], column: -1, plain: true}
		size, lines, done := s.scan(data)
		if !done {
			if s.more() || s.eof && s.err == nil {
				continue
			}
			return false
		}
		s.from += size
		s.base, s.skipped = s.base+s.skipped, 0
		s.line += lines
		s.row.size = int(s.base + int64(s.from) - s.row.at)
		if s.row.fault == nil && len(s.row.bytes) == 0 {
			continue
		}
		return true
	}
}

// scan splits the row at the beginning of data; done is false if the data end before it is known where the row does.
func (s *splitter) scan(data []byte) (size, lines int, done bool) {
	within := data[:min(len(data), s.limits.RowBytes+2)] // so that what is found does not depend on how much was read
	end := bytes.IndexByte(within, '\n')
	if end < 0 && s.eof && len(within) == len(data) {
		end = len(data)
	}
	line := within
	if end >= 0 {
		line = within[:end]
	}
	switch {
	case bytes.IndexByte(line, '"') >= 0:
		return s.scanQuoted(within, len(within) == len(data))
	case end < 0 && (len(within) == len(data) || s.skip(bytes.LastIndexByte(line, s.delimiter)+1, len(line))):
		return 0, 0, false
	case end < 0:
		return s.broken(0, 0, ErrTooLarge, s.rowLimit())
	}
	s.split(trimCR(line))
	return min(end+1, len(data)), 1, true
}

// skip drops the rest of the cell without quotes at offset from, which goes up to offset to at least, and reads on to where it ends. What is kept is
// over the limit even without a CR at its end. It returns false if there is no more than that.
func (s *splitter) skip(from, to int) bool {
	keep := s.from + from + s.limits.CellBytes + 2
	if keep >= s.from+to {
		return false
	}
	if len(s.buf) < keep+s.block {
		s.buf = append(s.buf, make([]byte, s.block)...)
	}
	for {
		rest := s.buf[keep:s.to]
		n := s.cellEnd(rest)
		s.skipped += int64(n)
		s.to = keep + copy(rest, rest[n:])
		if s.to > keep || s.eof || s.err != nil {
			return true
		}
		s.fill()
	}
}

// cellEnd returns where in b a cell without quotes ends, len(b) if it does not.
func (s *splitter) cellEnd(b []byte) int {
	if n := bytes.IndexByte(b, '\n'); n >= 0 {
		b = b[:n]
	}
	if n := bytes.IndexByte(b, s.delimiter); n >= 0 {
		b = b[:n]
	}
	return len(b)
}

func trimCR(line []byte) []byte {
	if n := len(line); n > 0 && line[n-1] == '\r' {
		return line[:n-1]
	}
	return line
}

// split cuts a line without quotes.
func (s *splitter) split(line []byte) {
	s.row.bytes = line
	for from := 0; ; {
		n := bytes.IndexByte(line[from:], s.delimiter)
		if n < 0 {
			s.add(from, len(line), false)
			break
		}
		s.add(from, from+n, false)
		from += n + 1
	}
	s.checkSize(len(line))
}

func (s *splitter) add(from, to int, doubled bool) {
	if len(s.row.cells) < s.limits.Columns {
		s.row.cells = append(s.row.cells, span{from: int32(from), to: int32(to), doubled: doubled})
		return
	}
	if s.row.fault == nil {
		s.row.fault, s.row.reason = ErrTooLarge, s.columnLimit()
	}
}

// checkSize marks the cells over the limit, and gives the row a fault if the rest of it, n bytes less theirs, is over its own.
func (s *splitter) checkSize(n int) {
	if n <= min(s.limits.CellBytes, s.limits.RowBytes) || s.row.fault != nil {
		return
	}
	for i := range s.row.cells {
		c := &s.row.cells[i]
		if over := int(c.to-c.from) - s.limits.CellBytes; over > 0 {
			c.long, s.row.long = true, true
			n -= max(0, over-2)
		}
	}
	if n > s.limits.RowBytes {
		s.row.fault, s.row.reason = ErrTooLarge, s.rowLimit()
	}
}

// passage is the way through a row that has a quote somewhere.
type passage struct {
	data  []byte
	whole bool // data are all there is so far, not cut at the limit
	last  bool // and nothing will follow them
	at    int  // where the next cell begins
	eol   int  // the next line end; negative if it is not looked for yet
	lines int  // line ends inside quotes so far
}

// scanQuoted splits a row that has a quote somewhere. whole tells that data is all there is so far, not cut at the limit.
func (s *splitter) scanQuoted(data []byte, whole bool) (size, lines int, done bool) {
	p := passage{data: data, whole: whole, last: whole && s.eof, eol: -1}
	for more := true; more; {
		if p.at < len(data) && data[p.at] == '"' {
			size, lines, done, more = s.quotedCell(&p)
		} else {
			size, lines, done, more = s.plainCell(&p)
		}
	}
	return size, lines, done
}

// quotedCell adds the cell in quotes at p; more tells that another one follows.
func (s *splitter) quotedCell(p *passage) (size, lines int, done, more bool) {
	end, doubled, ok := closing(p.data, p.at+1)
	unsure := !ok || end+2 >= len(p.data) // what follows the quote is not known
	switch {
	case unsure && p.whole && !p.last:
		return 0, 0, false, false
	case !ok:
		size, lines, done = s.broken(p.at, p.lines, ErrQuote, "the quote is not closed")
		return size, lines, done, false
	case unsure && !p.last:
		size, lines, done = s.broken(0, 0, ErrTooLarge, s.rowLimit())
		return size, lines, done, false
	}
	next, ended := s.after(p.data, end+1)
	if next < 0 {
		size, lines, done = s.broken(p.at, p.lines, ErrQuote, "text after the closing quote")
		return size, lines, done, false
	}
	cell := p.data[p.at+1 : end]
	p.lines += bytes.Count(cell, []byte{'\n'})
	s.row.plain = s.row.plain && (doubled || bytes.IndexByte(cell, s.delimiter) >= 0 || bytes.IndexByte(cell, '\n') >= 0)
	s.add(p.at+1, end, doubled)
	if p.at = next; !ended {
		return 0, 0, false, true
	}
	size, lines, done = s.ended(p.data[:end+1], next, p.lines)
	return size, lines, done, false
}

// plainCell adds the cell without quotes at p; more tells that another one follows.
func (s *splitter) plainCell(p *passage) (size, lines int, done, more bool) {
	if p.eol < p.at {
		if p.eol = bytes.IndexByte(p.data[p.at:], '\n') + p.at; p.eol < p.at {
			p.eol = len(p.data)
		}
	}
	line := p.data[p.at:p.eol]
	if d := bytes.IndexByte(line, s.delimiter); d >= 0 {
		s.add(p.at, p.at+d, false)
		p.at += d + 1
		return 0, 0, false, true
	}
	switch open := p.eol == len(p.data) && !p.last; {
	case open && p.whole, open && s.skip(p.at, p.eol):
		return 0, 0, false, false
	case open:
		size, lines, done = s.broken(0, 0, ErrTooLarge, s.rowLimit())
		return size, lines, done, false
	}
	to := p.at + len(trimCR(line))
	s.add(p.at, to, false)
	size, lines, done = s.ended(p.data[:to], min(p.eol+1, len(p.data)), p.lines)
	return size, lines, done, false
}

func (s *splitter) ended(content []byte, size, lines int) (int, int, bool) {
	s.row.bytes = content
	s.checkSize(len(content))
	return size, lines + 1, true
}

// closing finds the quote that closes a cell whose content begins at from.
func closing(data []byte, from int) (end int, doubled, ok bool) {
	for {
		n := bytes.IndexByte(data[from:], '"')
		if n < 0 {
			return 0, false, false
		}
		end = from + n
		if end+1 >= len(data) || data[end+1] != '"' {
			return end, doubled, true
		}
		doubled = true
		from = end + 2
	}
}

// after tells where reading goes on after a closing quote, and whether the row ends there; next is negative if neither a delimiter nor a line end
// follows.
func (s *splitter) after(data []byte, at int) (next int, ended bool) {
	rest := data[at:]
	switch {
	case len(rest) == 0:
		return at, true
	case rest[0] == s.delimiter:
		return at + 1, false
	case rest[0] == '\n':
		return at + 1, true
	case rest[0] == '\r' && len(rest) > 1 && rest[1] == '\n':
		return at + 2, true
	case rest[0] == '\r' && len(rest) == 1:
		return at + 1, true
	}
	return -1, false
}

// broken gives the row up for what begins at offset at, lines lines down, and goes on at the line after that.
func (s *splitter) broken(at, lines int, fault error, reason string) (int, int, bool) {
	size := bytes.IndexByte(s.buf[s.from+at:s.to], '\n')
	switch {
	case size >= 0:
		size += at + 1
	case s.eof:
		size = s.to - s.from
	case s.to-s.from <= s.limits.RowBytes+2:
		return 0, 0, false
	default:
		size = s.discard() // the rest of the line is not in the buffer yet
	}
	s.row.line += lines
	s.row.cells, s.row.bytes = s.row.cells[:0], nil
	s.row.fault, s.row.reason = fault, reason
	return size, lines + 1, true
}

// discard reads on to the end of the line without keeping it, and returns how much of what is then in the buffer belongs to it.
func (s *splitter) discard() int {
	for {
		s.base += int64(s.to)
		s.from, s.to = 0, 0
		s.fill()
		if n := bytes.IndexByte(s.buf[:s.to], '\n'); n >= 0 || s.to == 0 {
			return n + 1
		}
	}
}

// more reads on behind what is not yet split; false at the end and on an error.
func (s *splitter) more() bool {
	if s.eof || s.err != nil {
		return false
	}
	s.base += int64(s.from)
	s.to = copy(s.buf, s.buf[s.from:s.to])
	s.from = 0
	if s.to == len(s.buf) {
		s.buf = append(s.buf, make([]byte, max(s.block, len(s.buf)))...)
	}
	had := s.to
	s.fill()
	return s.to > had
}

// fill reads until the buffer is full, so that a reader of small pieces does not make scan begin again for each.
func (s *splitter) fill() {
	n, err := fill(s.r, s.buf[s.to:])
	s.to += n
	if err == io.EOF {
		s.eof = true
	} else if err != nil {
		s.err = err
	}
}
