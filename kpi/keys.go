package kpi

import (
	"maps"
	"slices"
)

// Keys is a set of distinct keys such as customers: a result that merges by union, so that the numbers of regions do not add up to that of all where
// they share a key. It takes memory for every key. The zero value is the empty set.
type Keys struct{ set map[string]struct{} }

// Add puts a key into the set. The empty key is one that nobody knows: it is not added, and ok is false, so that a fold leaves the deal.
func (k *Keys) Add(key string) (ok bool) {
	if key == "" {
		return false
	}
	if k.set == nil {
		k.set = map[string]struct{}{}
	}
	k.set[key] = struct{}{}
	return true
}

// N returns how many distinct keys there are.
func (k Keys) N() int64 { return int64(len(k.set)) }

// All returns the keys in the order of their code points.
func (k Keys) All() []string { return slices.Sorted(maps.Keys(k.set)) }

// Plus unites the two sets.
func (k Keys) Plus(o Keys) Keys {
	for key := range o.set {
		k.Add(key)
	}
	return k
}

// AppendBinary appends the binary form: the keys in order.
func (k Keys) AppendBinary(b []byte) []byte {
	b = appendCounts(b, k.N())
	for _, key := range k.All() {
		b = appendText(b, key)
	}
	return b
}

// DecodeBinary reads it back.
func (Keys) DecodeBinary(b []byte) (k Keys, rest []byte, err error) {
	var n int64
	if rest, err = decodeCounts(b, &n); err != nil || n > int64(len(rest)) {
		return Keys{}, nil, ErrForm
	}
	last := ""
	for range n {
		var key string
		if key, rest, err = decodeText(rest); err != nil || key <= last {
			return Keys{}, nil, ErrForm
		}
		k.Add(key)
		last = key
	}
	return k, rest, nil
}

// Read sets the number of keys, which is also n: the observations of this value are keys, not deals.
func (k Keys) Read(v *Value) { v.Num, v.N = whole(k.N()), k.N() }

// Trace has every deal with a key in the whole and in the part.
func (k Keys) Trace() (part, all bool) { return k.N() > 0, k.N() > 0 }
