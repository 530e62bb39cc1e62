package mapping

import (
	"bytes"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// jsonRows reads rows from JSON: each record that the table's steps lead to is one, and its cells are the values at the paths that are bound. A record in
// a list has the cells of the records around it too.
type jsonRows struct {
	*cursor
	frames frames
	levels []level  // of records within records, the outermost first
	at     int      // the level of the record that was entered last, -1 for none
	rows   int      // so far
	names  []string // of the cells, as they were bound
	leaves []*branch
}

// level is one kind of record, and the record of it at hand.
type level struct {
	root    *branch
	step    string  // to the list of the next level, as in the profile; empty for the last
	next    *branch // at its end
	cells   []int   // the numbers of those that stand in such a record
	from    int64   // where the record begins in the decoded stream
	size    int
	line    int    // on which it begins
	taken   bool   // as a row
	end     int    // where the text of its cells ends in the row
	rest    []byte // of the list of the next level, what is not yet taken
	restAt  int64
	restOn  int // the line on which rest begins
	buffer  bytes.Buffer
	decoder jsontext.Decoder
}

// newJSONRows returns a reader of the records that the steps lead to, which Compile has looked at.
func newJSONRows(r io.Reader, read *cursor, each []string) *jsonRows {
	j := &jsonRows{cursor: read, at: -1, frames: frames{cursor: read, r: r, block: 64 << 10}, levels: make([]level, len(each)+1)}
	for n := range j.levels {
		l := &j.levels[n]
		l.root = newBranch()
		if n == len(each) {
			break
		}
		names, _ := parseStep(each[n])
		l.step, l.next = each[n], l.root.at(names)
		l.next.list = true
		if n == 0 {
			j.frames.step = names
		}
	}
	return j
}

// bind returns the number of the cell that stands at the path, which Compile has looked at.
func (j *jsonRows) bind(name string) (cell int) {
	p, _ := parsePath(name)
	l := &j.levels[len(j.levels)-1-p.up]
	b := l.root.at(p.names)
	if b.cell < 0 {
		j.add(l, b, name)
	}
	return b.cell
}

// add gives the branch the next cell.
func (j *jsonRows) add(l *level, b *branch, name string) {
	b.cell = len(j.names)
	j.names, j.leaves = append(j.names, name), append(j.leaves, b)
	l.cells = append(l.cells, b.cell)
	j.row.cells = append(j.row.cells, span{})
}

// frame takes the next outermost record and leaves it to open. It returns false at the end.
func (j *jsonRows) frame() (record []byte, ok bool) {
	j.row = row{column: -1, cells: j.row.cells, bytes: j.row.bytes[:0]}
	if j.frames.form == noForm {
		first := &j.levels[0]
		j.frames.whole = len(first.cells) > 0 || len(first.root.stages) > 0
	}
	return j.frames.next()
}

// open enters an outermost record. What is wrong with it is the row's fault.
func (j *jsonRows) open(record []byte) {
	first := 0
	if j.frames.form == streamed {
		first = 1
	}
	j.at = -1
	if err := j.enter(first, record, j.row.at, j.row.line); err != nil {
		j.row.fault = err
	}
}

// inner goes on to the next row within the record that was opened. It returns false if there is none.
func (j *jsonRows) inner() bool {
	j.row.fault, j.row.reason, j.row.column = nil, "", -1
	for j.at >= 0 {
		l := &j.levels[j.at]
		if l.next == nil && !l.taken {
			l.taken = true
			j.rows++
			j.row.line, j.row.at, j.row.size = l.line, l.from, l.size
			return true
		}
		item := l.item()
		if item == nil {
			j.at--
			continue
		}
		at, line := l.restAt-int64(len(item)), l.restOn-bytes.Count(item, []byte{'\n'})
		if err := j.enter(j.at+1, item, at, line); err != nil {
			j.row.line, j.row.at, j.row.fault = line, at, err
			return true
		}
	}
	return false
}

// enter reads the cells of a record of a level, and where the list of the next one stands in it.
func (j *jsonRows) enter(n int, record []byte, at int64, line int) error {
	l, begin := &j.levels[n], 0
	if j.at >= 0 {
		begin = j.levels[j.at].end
	}
	j.row.bytes = j.row.bytes[:begin]
	for _, cell := range l.cells {
		j.row.cells[cell] = span{}
	}
	l.from, l.size, l.line, l.taken, l.rest = at, len(record), line, false, nil
	l.buffer = *bytes.NewBuffer(record)
	l.decoder.Reset(&l.buffer)
	if err := j.record(l, record); err != nil {
		j.row.bytes = j.row.bytes[:begin]
		return jsonFault(err)
	}
	l.end = len(j.row.bytes)
	j.at = n
	return nil
}

// item takes the next element of the list of the next level, nil if there is none. The list is known to be JSON.
func (l *level) item() []byte {
	n := 0
	for n < len(l.rest) && (l.rest[n] <= ' ' || l.rest[n] == ',') {
		n++
	}
	if l.take(n); len(l.rest) == 0 {
		return nil
	}
	var nest nesting
	size, _, _ := nest.scan(l.rest, 0)
	return l.take(size)
}

func (l *level) take(n int) []byte {
	taken := l.rest[:n]
	l.rest = l.rest[n:]
	l.restAt += int64(n)
	l.restOn += bytes.Count(taken, []byte{'\n'})
	return taken
}

// unseenSteps returns the steps that no record had.
func (j *jsonRows) unseenSteps() (steps []string) {
	for n := range j.levels {
		if l := &j.levels[n]; l.next != nil && !l.next.seen && !(n == 0 && j.frames.found) {
			steps = append(steps, l.step)
		}
	}
	return steps
}
