package normalize

import (
	_ "embed"
	"strings"
)

// customs is what people write and CLDR does not have.
//
//go:embed customs.txt
var customs string

// customary yields the forms of a kind that people write in a locale.
func customary(kind string, row localeRow, yield func(value, forms string)) {
	for line := range strings.SplitSeq(customs, "\n") {
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
