package normalize

// Region is a country or territory by its ISO 3166-1 alpha-2 code. Regions compare with ==. The zero value is none.
type Region struct{ code [2]byte }

// ParseRegion takes two Latin letters, whatever their case, as a code; it does not know which of them are given to a country.
// Anything else is ErrSyntax; Locale.Country reads what people write.
func ParseRegion(code string) (Region, error) {
	if len(code) == 2 {
		a, b := code[0]&^0x20, code[1]&^0x20
		if 'A' <= a && a <= 'Z' && 'A' <= b && b <= 'Z' {
			return Region{[2]byte{a, b}}, nil
		}
	}
	return Region{}, &Error{Input: echo([]byte(code)), Kind: "a region", Err: ErrSyntax, Hint: "two letters"}
}

// MustRegion is ParseRegion for tests and examples; it panics where that has an error.
func MustRegion(code string) Region {
	r, err := ParseRegion(code)
	if err != nil {
		panic(err)
	}
	return r
}

// IsZero reports whether r is no region.
func (r Region) IsZero() bool { return r == Region{} }

// String returns the code in capitals, nothing for the zero Region.
func (r Region) String() string {
	if r.IsZero() {
		return ""
	}
	return string(r.code[:])
}
