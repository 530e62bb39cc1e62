package kpi

import "github.com/koine-go/koine/internal/exact"

// Mean is an exact average of amounts: the sum and the number it is divided by, once, on reading. Without amounts it is undefined. The zero
// value holds no amount.
type Mean struct {
	Sum Sum
	N   int64
}

// Add adds one amount.
func (m *Mean) Add(a Amount) {
	m.Sum.Add(a)
	m.N++
}

// Plus adds sum to sum and n to n.
func (m Mean) Plus(o Mean) Mean {
	m.Sum.Merge(o.Sum)
	return Mean{m.Sum, m.N + o.N}
}

// AppendBinary appends the binary form.
func (m Mean) AppendBinary(b []byte) []byte { return m.Sum.AppendBinary(appendCounts(b, m.N)) }

// DecodeBinary reads it back.
func (Mean) DecodeBinary(b []byte) (m Mean, rest []byte, err error) {
	if rest, err = decodeCounts(b, &m.N); err != nil {
		return Mean{}, nil, err
	}
	m.Sum, rest, err = exact.DecodeSum(rest)
	return m, rest, err
}

// Read sets sum, divisor and n.
func (m Mean) Read(v *Value) { v.Num, v.Den, v.N = m.Sum.Rat(), whole(m.N), m.N }

// Trace has every deal in the whole and in the part.
func (m Mean) Trace() (part, all bool) { return m.N > 0, m.N > 0 }
