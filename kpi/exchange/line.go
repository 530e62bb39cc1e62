package exchange

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// MaxLine is the longest line in bytes that is read where the caller sets no other limit.
const MaxLine = 1 << 20

// lines yields the lines of an input one by one, in memory that does not grow beyond the longest line allowed.
type lines struct {
	in     *bufio.Reader
	limit  int
	number int
	line   []byte
}

func newLines(in io.Reader, limit int) *lines {
	if limit <= 0 {
		limit = MaxLine
	}
	return &lines{in: bufio.NewReaderSize(in, 1<<16), limit: limit}
}

// next reads the next line that is not blank. long tells that it was longer than the limit and is lost; ok is false at the end.
func (l *lines) next() (long, ok bool, err error) {
	for {
		long, err = l.fill()
		if err != nil && !errors.Is(err, io.EOF) {
			return false, false, err
		}
		if long || len(bytes.TrimSpace(l.line)) > 0 {
			return long, true, nil
		}
		if err != nil {
			return false, false, nil
		}
	}
}

// fill reads up to the end of a line.
func (l *lines) fill() (long bool, err error) {
	l.line = l.line[:0]
	l.number++
	for {
		part, err := l.in.ReadSlice('\n')
		if long = long || len(l.line)+len(bytes.TrimRight(part, "\r\n")) > l.limit; !long {
			l.line = append(l.line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return long, err
		}
	}
}
