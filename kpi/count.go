package kpi

import "encoding/binary"

// Count is a number of deals. Zero is a value: none.
type Count struct{ N int64 }

// Add counts one deal.
func (c *Count) Add() { c.N++ }

// Plus adds.
func (c Count) Plus(o Count) Count { return Count{c.N + o.N} }

// AppendBinary appends the binary form.
func (c Count) AppendBinary(b []byte) []byte { return appendCounts(b, c.N) }

// DecodeBinary reads it back.
func (Count) DecodeBinary(b []byte) (c Count, rest []byte, err error) {
	rest, err = decodeCounts(b, &c.N)
	return c, rest, err
}

// Read sets the number.
func (c Count) Read(v *Value) { v.Num, v.N = whole(c.N), c.N }

// Trace has every deal in the whole and in the part.
func (c Count) Trace() (part, all bool) { return c.N > 0, c.N > 0 }

func appendCounts(b []byte, counts ...int64) []byte {
	for _, n := range counts {
		b = binary.AppendUvarint(b, uint64(n))
	}
	return b
}

func decodeCounts(b []byte, counts ...*int64) (rest []byte, err error) {
	for _, n := range counts {
		if *n, b, err = decodeCount(b); err != nil {
			return nil, err
		}
	}
	return b, nil
}
