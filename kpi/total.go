package kpi

import "github.com/koine-go/koine/internal/exact"

// Total is an exact sum of amounts in the view's currency, net of negative ones (R-NEG). Zero is a value: nothing, or what cancels out.
type Total struct {
	Sum      Sum
	N        int64
	Negative int64 // of the N, amounts below zero
}

// Add adds one amount.
func (t *Total) Add(a Amount) { t.add(a, a.Sign() < 0) }

// add also counts as negative what a weight of zero has made zero.
func (t *Total) add(a Amount, negative bool) {
	t.Sum.Add(a)
	t.N++
	if negative {
		t.Negative++
	}
}

// Plus adds.
func (t Total) Plus(o Total) Total {
	t.Sum.Merge(o.Sum)
	return Total{t.Sum, t.N + o.N, t.Negative + o.Negative}
}

// AppendBinary appends the binary form.
func (t Total) AppendBinary(b []byte) []byte {
	return t.Sum.AppendBinary(appendCounts(b, t.N, t.Negative))
}

// DecodeBinary reads it back.
func (Total) DecodeBinary(b []byte) (t Total, rest []byte, err error) {
	if rest, err = decodeCounts(b, &t.N, &t.Negative); err != nil || t.Negative > t.N {
		return Total{}, nil, ErrForm
	}
	t.Sum, rest, err = exact.DecodeSum(rest)
	return t, rest, err
}

// Read sets the sum, n, and how many negative amounts are in it.
func (t Total) Read(v *Value) {
	v.Num, v.N = t.Sum.Rat(), t.N
	v.count("negative_amount", t.Negative)
}

// Trace has every deal in the whole and in the part.
func (t Total) Trace() (part, all bool) { return t.N > 0, t.N > 0 }
