package mapping

import (
	"encoding/binary"
	"hash/maphash"
)

// roster numbers the deals of a file by id and knows which ids stand on more than one row. It holds no pointers for a deal, so that the garbage
// collector need not walk them.
type roster struct {
	seed    maphash.Seed
	slots   []uint64       // the upper half of the hash, then the number plus one; a power of two of them, at most three quarters in use
	ids     column[uint64] // where the id stands in blocks
	rows    column[uint64] // hash of the row's cells
	lines   column[uint32] // the first row with the id
	differ  map[uint32]int // deals on rows that differ: the line of the first that does
	last    uint32         // the deal found or added last
	blocks  [][]byte       // ids, each after its length in two bytes
	idBytes int64
}

// DealBytes and EventBytes bound what Import holds for a deal and for an event when its files are not sorted, the ids' own bytes not counted.
// A deal whose id stands on rows that differ counts twice; an event for which only the required fields are read costs 24 bytes.
const (
	DealBytes  = 64
	EventBytes = 64
)

const idBlock = 1 << 16

func newRoster() *roster {
	return &roster{seed: maphash.MakeSeed(), slots: make([]uint64, 1024), differ: map[uint32]int{}}
}

func (r *roster) len() int { return r.ids.len() }

func (r *roster) bytes() int64 { return int64(r.len()+len(r.differ))*DealBytes + r.idBytes }

// find returns the number of a deal. Mostly it is the one of the row before, or the next.
func (r *roster) find(id []byte) (n uint32, ok bool) {
	for n := r.last; n < min(r.last+2, uint32(r.len())); n++ {
		if string(r.id(n)) == string(id) {
			r.last = n
			return n, true
		}
	}
	return r.seek(id, maphash.Bytes(r.seed, id))
}

func (r *roster) seek(id []byte, h uint64) (n uint32, ok bool) {
	mask := uint64(len(r.slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		slot := r.slots[i]
		if slot == 0 {
			return 0, false
		}
		if n := uint32(slot) - 1; slot>>32 == h>>32 && string(r.id(n)) == string(id) {
			r.last = n
			return n, true
		}
	}
}

func (r *roster) id(n uint32) []byte {
	at := r.ids.at(n)
	b := r.blocks[at>>16][at&(idBlock-1):]
	size := binary.LittleEndian.Uint16(b)
	return b[2 : 2+size]
}

// add enters a row: a new deal, or one more row of a known one.
func (r *roster) add(id []byte, row uint64, line int) {
	h := maphash.Bytes(r.seed, id)
	if n, ok := r.seek(id, h); ok {
		if _, known := r.differ[n]; !known && r.rows.at(n) != row {
			r.differ[n] = line
		}
		return
	}
	if 4*r.len() >= 3*len(r.slots) {
		r.grow()
	}
	r.keep(id)
	r.rows.push(row)
	r.lines.push(uint32(line))
	r.put(h, uint64(r.len()))
}

// keep copies the id, which is shorter than a block, behind the others.
func (r *roster) keep(id []byte) {
	last := len(r.blocks) - 1
	if last < 0 || len(r.blocks[last])+len(id)+2 > idBlock {
		r.blocks = append(r.blocks, make([]byte, 0, idBlock))
		last++
	}
	b := r.blocks[last]
	r.ids.push(uint64(last)<<16 | uint64(len(b)))
	b = binary.LittleEndian.AppendUint16(b, uint16(len(id)))
	r.blocks[last] = append(b, id...)
	r.idBytes += int64(len(id)) + 2
}

func (r *roster) put(h, entry uint64) {
	mask := uint64(len(r.slots) - 1)
	i := h & mask
	for r.slots[i] != 0 {
		i = (i + 1) & mask
	}
	r.slots[i] = h>>32<<32 | entry
}

func (r *roster) grow() {
	r.slots = make([]uint64, 2*len(r.slots))
	for n := range uint32(r.len()) {
		r.put(maphash.Bytes(r.seed, r.id(n)), uint64(n)+1)
	}
}

// column is a list that grows without being copied.
type column[T any] struct {
	pieces [][]T
	n      int
}

const piece = 1 << 12

func (c *column[T]) len() int { return c.n }

func (c *column[T]) push(v T) {
	if c.n%piece == 0 {
		c.pieces = append(c.pieces, make([]T, 0, piece))
	}
	last := &c.pieces[len(c.pieces)-1]
	*last = append(*last, v)
	c.n++
}

func (c *column[T]) at(i uint32) T { return c.pieces[i/piece][i%piece] }
