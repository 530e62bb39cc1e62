package mapping

import (
	"errors"
	"strconv"
)

// localColumn numbers the distinct values of a column of local codes; 0 is blank. Cells that cannot be read have numbers of their own, from refused
// on, so that their rows are told from rows without a cell.
type localColumn struct {
	slot   int
	reader *cellReader
	cells  *dictionary[word]
	dated  *datedWords // nil where no look-up changes with the day
	amiss  *dictionary[error]
	key    []byte // of the cell asked for in amiss
}

const (
	refused  = 1 << 31
	unheld   = 1<<32 - 1 // the number of all cells that are over a limit
	maxAmiss = 1 << 10   // cells that cannot be read and have a number; the others count as unheld
)

// datedWords numbers what cells mean on which days.
type datedWords struct {
	numbers map[uint64]uint32 // by the cell's number and the step of its timeline
	words   []word            // words[n-1] is number n
}

// maxLocal bounds the text of a local code.
const maxLocal = 1 << 10

func newLocalColumn(c *cellReader, slot int) *localColumn {
	l := &localColumn{slot: slot, reader: c, cells: newDictionary[word](), amiss: newDictionary[error]()}
	if c.lookup != nil && len(c.lookup.times) > 0 {
		l.dated = &datedWords{numbers: map[uint64]uint32{}}
	}
	return l
}

// word returns the value with this number.
func (c *localColumn) word(n uint32) *word {
	if c.dated != nil {
		return &c.dated.words[n-1]
	}
	return &c.cells.values[n-1]
}

// number returns the number of a cell that is not blank, and what is to be said of it.
func (c *localColumn) number(cell []byte, limit int) (uint32, error) {
	if n, ok := c.cells.find(cell); ok {
		if c.dated != nil {
			return c.numberOn(n, cell, limit)
		}
		return uint32(n) + 1, c.cells.values[n].repair
	}
	if len(c.cells.keys) >= limit || len(cell) > maxLocal {
		return unheld, c.overLimit(limit)
	}
	w := c.reader.newWord(cell)
	if c.dated != nil {
		return c.numberOn(c.cells.add(cell, w), cell, limit)
	}
	if w.err != nil {
		return c.refuse(cell, w.err), w.err
	}
	return uint32(c.cells.add(cell, w)) + 1, w.repair
}

// numberOn returns the number of what a cell means on the day on which the reader asks: of one that means nothing then, that of what cannot be read.
func (c *localColumn) numberOn(n int, cell []byte, limit int) (uint32, error) {
	key := uint64(n)<<32 | uint64(c.cells.values[n].times.on(c.reader.asked)+1)
	if number, ok := c.dated.numbers[key]; ok {
		return number, c.dated.words[number-1].repair
	}
	w := c.reader.newWord(cell)
	if w.err != nil {
		return c.refuse(cell, w.err), w.err
	}
	if len(c.dated.words) >= limit {
		return unheld, c.overLimit(limit)
	}
	c.dated.words = append(c.dated.words, w)
	c.dated.numbers[key] = uint32(len(c.dated.words))
	return uint32(len(c.dated.words)), w.repair
}

// refuse returns the number of a cell that cannot be read. One that a look-up has twice on one day and not at all on another has two.
func (c *localColumn) refuse(cell []byte, err error) uint32 {
	c.key = append(c.key[:0], 'n')
	sentinel := ErrNotFound
	if errors.Is(err, ErrDiffers) {
		c.key[0], sentinel = 'd', ErrDiffers
	}
	c.key = append(c.key, cell...)
	if n, ok := c.amiss.find(c.key); ok {
		return refused + uint32(n)
	}
	if len(c.amiss.keys) == maxAmiss {
		return unheld
	}
	if c.dated == nil {
		return refused + uint32(c.amiss.add(c.key, err))
	}
	return refused + uint32(c.amiss.add(c.key, because(sentinel, c.reader.lookup.name+" on its day"))) // whatever the day, which err names
}

// refusedCell returns the cell with this number, and why it cannot be read.
func (c *localColumn) refusedCell(n uint32) unreadCell {
	return unreadCell{c.slot, clean([]byte(c.amiss.keys[n-refused][1:])), c.amiss.values[n-refused]}
}

func (c *localColumn) overLimit(limit int) error {
	return because(ErrTooLarge, "a local code has at most "+strconv.Itoa(maxLocal)+" bytes, a column at most "+strconv.Itoa(limit)+" of them")
}
