package mapping

import (
	"hash/maphash"
	"slices"
)

// row is the current row; its bytes are valid until the next one is split.
type row struct {
	line   int
	at     int64 // offset in the decoded stream
	size   int   // bytes of the stream, its line end included
	bytes  []byte
	cells  []span
	fault  error // wraps a sentinel; the cells are not to be used then
	column int   // the cell at fault, -1 for none
	reason string
	plain  bool // no cell is in quotes that need not be
	long   bool // some cell is
}

type span struct {
	from, to int32
	doubled  bool // holds doubled quotes
	long     bool // over the limit, and perhaps not held to its end
	kind     cellKind
}

// cellKind is what a cell is in the syntax of its file. The zero value is a text.
type cellKind uint8

const (
	textCell    cellKind = iota
	literalCell          // a number, true or false in JSON
	listCell             // a list in JSON of texts and literals, each ended by a byte that no text has
	nestedCell           // another value in JSON, of which only the beginning is held
)

// cell returns the content of cell i.
func (r *row) cell(i int) []byte {
	c := &r.cells[i]
	if c.doubled {
		c.to, c.doubled = c.from+undouble(r.bytes[c.from:c.to]), false
	}
	return r.bytes[c.from:c.to:c.to]
}

// undouble turns each pair of quotes into one, in place.
func undouble(b []byte) (n int32) {
	for i := 0; i < len(b); i++ {
		b[n] = b[i]
		n++
		if b[i] == '"' {
			i++
		}
	}
	return n
}

// columnAt returns the cell that holds the byte at this offset, -1 for none and where not all of the row is held.
func (r *row) columnAt(offset int) int {
	if r.size > len(r.bytes)+len("\r\n") {
		return -1
	}
	return slices.IndexFunc(r.cells, func(c span) bool { return int(c.from) <= offset && offset < int(c.to) })
}

// hashCells returns a hash of the cells that are not blank, each with its number and kind.
func (r *row) hashCells(seed maphash.Seed) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	for i, c := range r.cells {
		if c.from == c.to {
			continue
		}
		h.WriteByte(entryEnd)
		h.WriteByte(byte(i))
		h.WriteByte(byte(i >> 8))
		h.WriteByte(byte(c.kind))
		h.Write(r.cell(i))
	}
	return h.Sum64()
}
