package mapping

import (
	"io"
	"strconv"
)

// Limits bound what a file and a row of it may cost. A zero field stands for its default, and none of an int is more than 1 Gi.
type Limits struct {
	FileBytes int64 // of one file as it is read, unpacked; default 8 GiB
	CellBytes int   // of one cell; default 256 KiB
	RowBytes  int   // of what is held of one row, line ends inside quotes included, or of one outermost record of JSON; default 1 MiB
	Columns   int   // of a row, or members of an object; default 4096
	Depth     int   // of brackets within each other; default 100
}

func (l Limits) orDefault() Limits {
	or := func(n, d int) int {
		if n <= 0 {
			return d
		}
		return min(n, 1<<30)
	}
	if l.FileBytes <= 0 {
		l.FileBytes = 8 << 30
	}
	return Limits{l.FileBytes, or(l.CellBytes, 256<<10), or(l.RowBytes, 1<<20), or(l.Columns, 4096), or(l.Depth, 100)}
}

// cursor is what the syntaxes have in common: the row that was read last, and how far reading is.
type cursor struct {
	limits Limits
	line   int   // on which the next row begins
	err    error // why there is no going on
	row    row
	stages []stageColumn // those found so far
}

func (c *cursor) rowLimit() string {
	return "more than " + strconv.Itoa(c.limits.RowBytes) + " bytes in a row (RowBytes)"
}

func (c *cursor) cellLimit() error {
	return because(ErrTooLarge, "more than "+strconv.Itoa(c.limits.CellBytes)+" bytes in a cell (CellBytes)")
}

func (c *cursor) columnLimit() string {
	return "more than " + strconv.Itoa(c.limits.Columns) + " columns (Columns)"
}

// fill reads until b is full. Unlike io.ReadFull it tells the end of r, io.EOF, from its failure: packed text that is cut off ends with another error.
func fill(r io.Reader, b []byte) (n int, err error) {
	for idle := 0; n < len(b) && err == nil; {
		var more int
		more, err = r.Read(b[n:])
		n += more
		if idle++; more > 0 {
			idle = 0
		} else if idle == 100 && err == nil {
			err = io.ErrNoProgress
		}
	}
	return n, err
}

// bounded reads r up to a number of bytes, and then fails.
type bounded struct {
	r    io.Reader
	left int64
	most int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left == 0 {
		var more [1]byte
		if n, err := b.r.Read(more[:]); n == 0 {
			return 0, err
		}
		return 0, because(ErrTooLarge, "more than "+strconv.FormatInt(b.most, 10)+" bytes in the file (FileBytes)")
	}
	n, err := b.r.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}
