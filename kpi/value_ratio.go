package kpi

import "github.com/koine-go/koine/internal/exact"

// ValueRatio is a share of money: the exact sum of Part of that of Whole. It weights every deal by its amount, so its name must say so. With
// a Whole of zero it is undefined.
type ValueRatio struct {
	Part, Whole Sum
	N           int64 // deals in the whole
	InPart      int64 // deals in the part
}

// Add counts one amount into the whole, and into the part if in is true.
func (r *ValueRatio) Add(a Amount, in bool) {
	r.Whole.Add(a)
	r.N++
	if in {
		r.Part.Add(a)
		r.InPart++
	}
}

// Plus adds part to part and whole to whole.
func (r ValueRatio) Plus(o ValueRatio) ValueRatio {
	r.Part.Merge(o.Part)
	r.Whole.Merge(o.Whole)
	return ValueRatio{r.Part, r.Whole, r.N + o.N, r.InPart + o.InPart}
}

// AppendBinary appends the binary form.
func (r ValueRatio) AppendBinary(b []byte) []byte {
	return r.Whole.AppendBinary(r.Part.AppendBinary(appendCounts(b, r.N, r.InPart)))
}

// DecodeBinary reads it back.
func (ValueRatio) DecodeBinary(b []byte) (r ValueRatio, rest []byte, err error) {
	if rest, err = decodeCounts(b, &r.N, &r.InPart); err != nil || r.InPart > r.N {
		return ValueRatio{}, nil, ErrForm
	}
	if r.Part, rest, err = exact.DecodeSum(rest); err != nil {
		return ValueRatio{}, nil, err
	}
	r.Whole, rest, err = exact.DecodeSum(rest)
	return r, rest, err
}

// Read sets numerator, denominator and n.
func (r ValueRatio) Read(v *Value) { v.Num, v.Den, v.N = r.Part.Rat(), r.Whole.Rat(), r.N }

// Trace tells where a single deal is.
func (r ValueRatio) Trace() (part, all bool) { return r.InPart > 0, r.N > 0 }
