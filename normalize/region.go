package normalize

import "golang.org/x/text/language"

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

// RegionOf is the region that a tag names, none if it names none or a group of countries, such as es-419.
func RegionOf(tag language.Tag) Region {
	_, _, region := tag.Raw()
	r, err := ParseRegion(region.String())
	if err != nil || region.String() == "ZZ" {
		return Region{}
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
