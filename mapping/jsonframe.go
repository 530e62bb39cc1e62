package mapping

import (
	"bytes"
	"io"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
)

// jsonForm is how records stand in a JSON file. The zero value is not known yet.
type jsonForm uint8

const (
	noForm    jsonForm = iota
	lines              // each line is a record
	array              // the file is an array, each element a record
	documents          // objects one after another, each a record
	streamed           // objects one after another, the elements of a list in them records
)

// frames cuts JSON into its outermost records by lines or brackets, in memory bounded by one of them. What is inside a record is left to those who read it,
// so that one that is not JSON costs no other; where even the brackets are not right, the file ends there.
type frames struct {
	*cursor
	r        io.Reader
	buf      []byte
	from, to int   // what is read and not yet taken
	base     int64 // offset of buf[0] in the decoded stream
	block    int   // by which the buffer grows at least
	eof      bool
	form     jsonForm
	step     []string // where the records' list stands in a document; nil for JSON lines
	whole    bool     // a document is a record itself, because something of it is read
	nest     nesting
	open     int    // objects of a document that are open on the way to its list
	taken    []bool // whether the next name of the step was met in them
	inList   bool
	begun    bool // an element or a member was met in the list or object at hand
	found    bool // the list, in some document
}

// next takes the next record. It returns false at the end, and when there is no going on, with err set then.
func (f *frames) next() (record []byte, ok bool) {
	if f.form == noForm {
		f.begin()
	}
	for f.err == nil {
		switch f.form {
		case lines:
			return f.nextLine()
		case documents:
			if c, ok := f.peek(); !ok || c != '{' {
				return nil, ok && f.fail("something follows the document")
			}
			return f.element()
		}
		if f.inList {
			if record, ok = f.item(); ok {
				return record, true
			}
			continue
		}
		if f.form == array {
			if _, more := f.peek(); more {
				f.fail("something follows the document")
			}
			return nil, false
		}
		if !f.descend() {
			return nil, false
		}
	}
	return nil, false
}

// begin finds out the form.
func (f *frames) begin() {
	switch c, _ := f.peek(); {
	case c == '[':
		f.from++
		f.form, f.inList = array, true
	case c != '{' || f.step == nil || f.wholeLine():
		f.form = lines
	case f.whole:
		f.form = documents
	default:
		f.form = streamed
	}
}

// wholeLine tells whether the first line holds a whole value.
func (f *frames) wholeLine() bool {
	for {
		data := f.buf[f.from:f.to]
		end := bytes.IndexByte(data, '\n')
		if end < 0 && len(data) <= f.limits.RowBytes && f.more() {
			continue
		}
		if end >= 0 {
			data = data[:end]
		}
		if len(data) > f.limits.RowBytes {
			return false
		}
		f.nest.reset()
		size, done, _ := f.nest.scan(data, f.limits.Depth)
		return done && len(bytes.TrimSpace(data[size:])) == 0
	}
}

// nextLine takes the next line that is not blank.
func (f *frames) nextLine() ([]byte, bool) {
	for scanned := 0; ; {
		data := f.buf[f.from:f.to]
		end := bytes.IndexByte(data[scanned:], '\n')
		if end >= 0 {
			end += scanned
		} else if f.eof && len(data) > 0 {
			end = len(data)
		}
		switch scanned = len(data); {
		case end < 0 && scanned > f.limits.RowBytes+2:
			return nil, f.longLine()
		case end < 0 && !f.more():
			if f.eof && f.err == nil && f.to > f.from {
				continue
			}
			return nil, false
		case end < 0:
			continue
		}
		scanned = 0
		f.row.line, f.row.at = f.line, f.base+int64(f.from)
		f.from += min(end+1, len(data))
		f.line++
		f.row.size = int(f.base + int64(f.from) - f.row.at)
		line := trimCR(data[:end])
		if len(line) > f.limits.RowBytes {
			f.row.fault, f.row.reason = ErrTooLarge, f.rowLimit()
			return nil, true
		}
		if len(bytes.TrimSpace(line)) > 0 {
			return line, true
		}
	}
}

// longLine passes over a line that is over the limit, without holding it.
func (f *frames) longLine() bool {
	f.row.line, f.row.at = f.line, f.base+int64(f.from)
	f.row.fault, f.row.reason = ErrTooLarge, f.rowLimit()
	for {
		n := bytes.IndexByte(f.buf[f.from:f.to], '\n')
		if n >= 0 {
			f.from += n + 1
			break
		}
		f.from = f.to
		if !f.more() {
			break
		}
	}
	f.line++
	f.row.size = int(f.base + int64(f.from) - f.row.at)
	return true
}

// item takes the next element of the list; false at its end.
func (f *frames) item() ([]byte, bool) {
	c, ok := f.peek()
	switch {
	case !ok:
		return nil, f.truncated()
	case c == ']':
		f.from++
		f.inList, f.begun = false, true
		return nil, false
	case f.begun && c != ',':
		return nil, f.fail("want a comma or the end of the list")
	case f.begun:
		f.from++
		if _, ok = f.peek(); !ok {
			return nil, f.truncated()
		}
	}
	f.begun = true
	return f.element()
}

// element takes a value as a record.
func (f *frames) element() ([]byte, bool) {
	f.row.line, f.row.at = f.line, f.base+int64(f.from)
	text, ok := f.value(f.limits.RowBytes)
	f.row.size = int(f.base + int64(f.from) - f.row.at)
	if ok && text == nil {
		f.row.fault, f.row.reason = ErrTooLarge, f.rowLimit()
	}
	return text, ok
}

// value takes the value that begins at the next byte; one of more than limit bytes is passed over and nil. It returns false if it does not end.
func (f *frames) value(limit int) ([]byte, bool) {
	f.nest.reset()
	line, over, scanned := f.line, false, 0
	for {
		data := f.buf[f.from:f.to]
		n, done, bad := f.nest.scan(data[scanned:], f.limits.Depth)
		f.line += bytes.Count(data[scanned:scanned+n], []byte{'\n'})
		scanned += n
		over = over || scanned > limit
		if bad {
			return nil, f.fail("brackets that do not match")
		}
		if over {
			f.from, scanned = f.from+scanned, 0
		}
		if !done && (f.more() || f.err != nil) {
			if f.err != nil {
				return nil, false
			}
			continue
		}
		if !done && !f.nest.atEnd() {
			return nil, f.fail("the file ends within the record that begins at line " + strconv.Itoa(line))
		}
		data = f.buf[f.from : f.from+scanned : f.from+scanned]
		if f.from += scanned; over {
			data = nil
		}
		return data, true
	}
}

// descend goes on to the list that the step leads to; false at the end of the file.
func (f *frames) descend() bool {
	for f.err == nil {
		c, ok := f.peek()
		switch {
		case f.open == 0 && !ok:
			return false
		case f.open == 0 && c != '{':
			return f.fail("something follows the document")
		case f.open == 0:
			f.enter()
		case !ok:
			return f.truncated()
		case c == '}':
			f.from++
			f.open, f.begun = f.open-1, true
			f.taken = f.taken[:f.open]
		default:
			if f.member(c) {
				return true
			}
		}
	}
	return false
}

// enter goes into an object on the way.
func (f *frames) enter() {
	f.from++
	f.open, f.begun = f.open+1, false
	f.taken = append(f.taken, false)
}

// member takes the next member of an object on the way; true if it is the list.
func (f *frames) member(c byte) bool {
	if f.begun && c == ',' {
		f.from++
		c, _ = f.peek()
	} else if f.begun {
		return f.fail("want a comma or the end of the object")
	}
	if c != '"' {
		return f.fail("want the name of a member")
	}
	f.begun = true
	name, ok := f.value(f.limits.RowBytes)
	here := ok && f.isStep(name)
	if c, ok = f.peek(); !ok || c != ':' {
		return f.fail("want a colon")
	}
	f.from++
	c, ok = f.peek()
	last := f.open == len(f.step)
	switch {
	case !ok:
		return f.truncated()
	case !here || c == 'n':
		f.value(0)
		return false
	case f.taken[f.open-1]:
		f.err = because(ErrTwice, "the member "+strconv.Quote(f.step[f.open-1]))
		return false
	case last && c != '[', !last && c != '{':
		f.err = because(ErrType, strconv.Quote(f.step[f.open-1])+": want "+[]string{"an object", "a list"}[btoi(last)])
		return false
	}
	f.taken[f.open-1] = true
	if !last {
		f.enter()
		return false
	}
	f.from++
	f.inList, f.begun, f.found = true, false, true
	return true
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// isStep tells whether a member's name is the next one of the step.
func (f *frames) isStep(quoted []byte) bool {
	name, err := jsontext.AppendUnquote(nil, quoted)
	return err == nil && string(name) == f.step[f.open-1]
}

// fail ends the file; it returns false.
func (f *frames) fail(reason string) bool {
	if f.err == nil {
		f.err = because(ErrJSON, reason)
	}
	return false
}

func (f *frames) truncated() bool { return f.fail("the file ends within the document") }

// peek passes over space and returns the byte that follows; false at the end.
func (f *frames) peek() (byte, bool) {
	for {
		for ; f.from < f.to; f.from++ {
			switch c := f.buf[f.from]; c {
			case '\n':
				f.line++
			case ' ', '\t', '\r':
			default:
				return c, true
			}
		}
		if !f.more() {
			return 0, false
		}
	}
}

// more reads on behind what is not yet taken; false at the end and on an error.
func (f *frames) more() bool {
	if f.eof || f.err != nil {
		return false
	}
	f.base += int64(f.from)
	f.to = copy(f.buf, f.buf[f.from:f.to])
	f.from = 0
	if f.to == len(f.buf) {
		f.buf = append(f.buf, make([]byte, max(f.block, len(f.buf)))...)
	}
	n, err := fill(f.r, f.buf[f.to:])
	f.to += n
	if err == io.EOF {
		f.eof = true
	} else if err != nil {
		f.err = err
	}
	return n > 0 && f.err == nil
}
