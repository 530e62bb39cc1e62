package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"iter"
	"os"
)

// maxLine bounds a row in bytes: the longest text that normalize takes has 4,096, and JSON may escape each.
const maxLine = 1 << 16

// lines are the lines of a file, one at a time.
type lines struct {
	file   *os.File
	r      *bufio.Reader
	number int   // of the last line given out, from 1
	err    error // that ended the reading, nil at the end of the file
}

// open opens a file and looks through gzip, which is known by its first two bytes and not by a name.
func open(name string) (*lines, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	l := &lines{file: f, r: bufio.NewReaderSize(f, maxLine)}
	if magic, _ := l.r.Peek(2); string(magic) != "\x1f\x8b" {
		return l, nil
	}
	z, err := gzip.NewReader(l.r)
	if err != nil {
		l.close()
		return nil, err
	}
	l.r = bufio.NewReaderSize(z, maxLine)
	return l, nil
}

func (l *lines) close() { l.file.Close() }

// all yields each line that is not blank, or the error of one that is too long; a line is valid until the next.
func (l *lines) all() iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for l.err == nil {
			line, err := l.next()
			switch {
			case l.err != nil && l.err != io.EOF:
				return // the line broke off
			case err == nil && len(bytes.TrimSpace(line)) == 0:
				continue
			case !yield(line, err):
				return
			}
		}
		if l.err == io.EOF {
			l.err = nil
		}
	}
}

// next reads a line; where the file ends or breaks off, l.err says so.
func (l *lines) next() ([]byte, error) {
	line, err := l.r.ReadSlice('\n')
	l.number++
	if err != bufio.ErrBufferFull {
		l.err = err
		return line, nil
	}
	for err == bufio.ErrBufferFull {
		_, err = l.r.ReadSlice('\n')
	}
	l.err = err
	return nil, fmt.Errorf("a line of more than %d bytes", maxLine)
}
