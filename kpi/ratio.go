package kpi

// Ratio is a share of deals: Part of Whole. It merges by adding both; shares themselves do not add. With a Whole of zero it is undefined, not 0.
type Ratio struct{ Part, Whole int64 }

// Add counts one deal into the whole, and into the part if in is true.
func (r *Ratio) Add(in bool) {
	r.Whole++
	if in {
		r.Part++
	}
}

// Plus adds part to part and whole to whole.
func (r Ratio) Plus(o Ratio) Ratio { return Ratio{r.Part + o.Part, r.Whole + o.Whole} }

// AppendBinary appends the binary form.
func (r Ratio) AppendBinary(b []byte) []byte { return appendCounts(b, r.Part, r.Whole) }

// DecodeBinary reads it back.
func (Ratio) DecodeBinary(b []byte) (r Ratio, rest []byte, err error) {
	if rest, err = decodeCounts(b, &r.Part, &r.Whole); err == nil && r.Part > r.Whole {
		err = ErrForm
	}
	return r, rest, err
}

// Read sets numerator, denominator and n.
func (r Ratio) Read(v *Value) { v.Num, v.Den, v.N = whole(r.Part), whole(r.Whole), r.Whole }

// Trace tells where a single deal is.
func (r Ratio) Trace() (part, all bool) { return r.Part > 0, r.Whole > 0 }
