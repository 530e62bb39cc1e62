package kpi

// branches numbers the pairs of a path and a value: the ways in which one more dimension continues the combinations so far. The first values of each
// path, which are nearly all, are found by their position.
type branches struct {
	near  [][]uint32        // by path, by value: the number plus one
	far   map[uint64]uint32 // of the other values, so that many of them cost no more than they are
	count uint32
}

const nearValues = 64

// number returns the number of a pair. ok is false if it has none yet.
func (b *branches) number(path, value uint32) (n uint32, ok bool) {
	if value >= nearValues {
		n, ok = b.far[uint64(path)<<32|uint64(value)]
		return n, ok
	}
	if int(path) < len(b.near) && int(value) < len(b.near[path]) {
		n = b.near[path][value]
	}
	return n - 1, n > 0
}

// add gives a new pair its number.
func (b *branches) add(path, value uint32) uint32 {
	n := b.count
	b.count++
	if value >= nearValues {
		if b.far == nil {
			b.far = map[uint64]uint32{}
		}
		b.far[uint64(path)<<32|uint64(value)] = n
		return n
	}
	b.near = grown(b.near, int(path)+1)
	b.near[path] = grown(b.near[path], int(value)+1)
	b.near[path][value] = n + 1
	return n
}
