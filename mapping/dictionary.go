package mapping

import (
	"hash/maphash"
	"strings"
)

// dictionary numbers byte strings from 0 and keeps a value for each: the few distinct cells of a column cost one look-up each
// time and one allocation in all.
type dictionary[T any] struct {
	seed   maphash.Seed
	slots  []uint64 // the upper half of the hash, then the number plus one; a power of two of them, at most half in use
	keys   []string
	values []T
}

func newDictionary[T any]() *dictionary[T] {
	return &dictionary[T]{seed: maphash.MakeSeed(), slots: make([]uint64, 64)}
}

// find returns the number of b.
func (d *dictionary[T]) find(b []byte) (n int, ok bool) {
	h := maphash.Bytes(d.seed, b)
	mask := uint64(len(d.slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		slot := d.slots[i]
		if slot == 0 {
			return 0, false
		}
		if n := int(uint32(slot)) - 1; slot>>32 == h>>32 && d.keys[n] == string(b) {
			return n, true
		}
	}
}

// add gives b, which is not in it, the next number.
func (d *dictionary[T]) add(b []byte, v T) int {
	if 2*len(d.keys) >= len(d.slots) {
		d.grow()
	}
	key := string(b)
	d.keys, d.values = append(d.keys, key), append(d.values, v)
	d.put(key, len(d.keys))
	return len(d.keys) - 1
}

func (d *dictionary[T]) put(key string, entry int) {
	h := maphash.String(d.seed, key)
	mask := uint64(len(d.slots) - 1)
	i := h & mask
	for d.slots[i] != 0 {
		i = (i + 1) & mask
	}
	d.slots[i] = h>>32<<32 | uint64(entry)
}

func (d *dictionary[T]) grow() {
	d.slots = make([]uint64, 2*len(d.slots))
	for i, key := range d.keys {
		d.put(key, i+1)
	}
}

// slab makes strings that stand in few large pieces of memory, so that the ids of a thousand rows cost one allocation. A piece is never written
// again where a string stands.
type slab struct{ piece strings.Builder }

const slabSize = 64 << 10

func (s *slab) string(b []byte) string {
	if s.piece.Cap()-s.piece.Len() < len(b) {
		s.piece = strings.Builder{}
		s.piece.Grow(max(slabSize, len(b)))
	}
	from := s.piece.Len()
	s.piece.Write(b)
	return s.piece.String()[from:]
}
