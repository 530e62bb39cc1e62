package normalize

import (
	_ "embed"
	"strings"
)

// customs are lines of what people write and CLDR does not have, one file for each kind of text, which says how its lines read.
// A form of a locale is added there and nowhere else.
type customs string

var (
	//go:embed customs/sign.txt
	signCustoms customs
	//go:embed customs/compact.txt
	compactCustoms customs
	//go:embed customs/period.txt
	periodCustoms customs
	//go:embed customs/time.txt
	timeCustoms customs
	//go:embed customs/truth.txt
	truthCustoms customs
	//go:embed customs/country.txt
	countryCustoms customs
)

// each yields the forms of a kind that people write in a locale.
func (c customs) each(kind string, row localeRow, yield func(value, forms string)) {
	for line := range strings.SplitSeq(string(c), "\n") {
		own, ok := strings.CutPrefix(line, kind)
		if !ok || !strings.HasPrefix(own, "\t") {
			continue
		}
		scope, rest, _ := strings.Cut(own[1:], "\t")
		if scope == "*" || row.below(scope) {
			value, forms, _ := strings.Cut(rest, "\t")
			yield(value, forms)
		}
	}
}

// below tells whether the locale is the tag or inherits from it.
func (r localeRow) below(tag string) bool {
	for ok := true; ok; r, ok = r.above() {
		if r.tag == tag {
			return true
		}
	}
	return false
}
