package main

import (
	"fmt"
	"strings"

	"github.com/koine-go/koine/internal/cldr"
)

// tree knows which locale inherits from which.
type tree struct {
	supplement cldr.Supplement
	byTag      map[string]*cldr.Locale
}

// parent returns the nearest ancestor that has a row, empty when only the root is left.
func (t tree) parent(tag string) string {
	for {
		if explicit, ok := t.supplement.Parents[tag]; ok {
			tag = explicit
		} else {
			tag = tag[:max(0, strings.LastIndexByte(tag, '-'))]
		}
		if tag == "" || tag == "und" || tag == "root" {
			return ""
		}
		if t.byTag[tag] != nil {
			return tag
		}
	}
}

// localeTable also lists, for each language, the script it is likely written in, and for each region that prefers another
// script, that script: zh-TW is zh-Hant-TW.
func localeTable(t tree, locales []cldr.Locale, numbers, dates *rows) string {
	var b strings.Builder
	fmt.Fprintf(&b, "// CLDRVersion is the release of the Unicode Common Locale Data Repository that the tables come from.\nconst CLDRVersion = %q\n\n", cldr.Version)
	b.WriteString("// localeRows has a row for each locale of CLDR, sorted by tag.\nvar localeRows = [...]localeRow{\n")
	languages := map[string]bool{}
	var scripts strings.Builder
	for _, l := range locales {
		fmt.Fprintf(&b, "{%q, %q, %d, %d},\n", l.Tag, t.parent(l.Tag), numbers.of[l.Tag], dates.of[l.Tag])
		language, _, _ := strings.Cut(l.Tag, "-")
		if !languages[language] {
			languages[language] = true
			scripts.WriteString(likelyScripts(t.supplement.Likely, language))
		}
	}
	fmt.Fprintf(&b, "}\n\n// scriptRows says in which script a language, or a language in a region, is written; sorted by tag.\nvar scriptRows = [...]scriptRow{\n%s}\n", scripts.String())
	return b.String()
}

func likelyScripts(likely map[string]string, language string) string {
	var b strings.Builder
	usual := script(likely[language])
	if usual == "" {
		return ""
	}
	fmt.Fprintf(&b, "{%q, %q},\n", language, usual)
	for _, tag := range sortedKeys(likely) {
		base, region, _ := strings.Cut(tag, "-")
		if base == language && (len(region) == 2 || len(region) == 3) && script(likely[tag]) != usual {
			fmt.Fprintf(&b, "{%q, %q},\n", tag, script(likely[tag]))
		}
	}
	return b.String()
}

func script(tag string) string {
	parts := strings.Split(tag, "-")
	if len(parts) != 3 {
		return ""
	}
	return parts[1]
}
