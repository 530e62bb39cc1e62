package main

import (
	"fmt"
	"slices"
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

// inherited returns the locale that l's own data are told apart from: its parent, or the root.
func (t tree) inherited(tag string) cldr.Locale {
	if parent := t.parent(tag); parent != "" {
		return *t.byTag[parent]
	}
	return cldr.Locale{Currencies: t.supplement.Root.Currencies}
}

// base is inherited, but for the names of regions in a language without a parent: most are spelt as in English.
func (t tree) base(tag, list string) cldr.Locale {
	if list == "regions" && tag != "en" && t.parent(tag) == "" {
		return *t.byTag["en"]
	}
	return t.inherited(tag)
}

// localeTable also lists, for each language, the script it is likely written in, and for each region that prefers another
// script, that script: zh-TW is zh-Hant-TW.
func localeTable(t tree, locales []cldr.Locale, numbers, compacts, dates *rows) string {
	var b strings.Builder
	fmt.Fprintf(&b, "// CLDRVersion is the release of the Unicode Common Locale Data Repository that the tables come from.\nconst CLDRVersion = %q\n\n", cldr.Version)
	b.WriteString("// localeRows has a row for each locale of CLDR, sorted by tag: its parent, -1 for none, and its rows in the other tables.\nvar localeRows = [...]localeRow{\n")
	languages := map[string]bool{}
	var scripts []string
	for _, l := range locales {
		parent := slices.IndexFunc(locales, func(p cldr.Locale) bool { return p.Tag == t.parent(l.Tag) })
		fmt.Fprintf(&b, "{%q, %d, %d, %d, %d},\n", l.Tag, parent, numbers.of[l.Tag], compacts.of[l.Tag], dates.of[l.Tag])
		language, _, _ := strings.Cut(l.Tag, "-")
		if !languages[language] {
			languages[language] = true
			scripts = append(scripts, likelyScripts(t.supplement.Likely, language)...)
		}
	}
	fmt.Fprintf(&b, "}\n\n// scripts says in which script a language, or a language in a region, is written where that is not the Latin one.\nconst scripts = %s\n", textBlock(scripts))
	return b.String()
}

// likelyScripts has a line for a language that is not written in Latin letters, and for its regions that write it otherwise.
func likelyScripts(likely map[string]string, language string) []string {
	usual := script(likely[language])
	if usual == "" {
		return nil
	}
	var lines []string
	if usual != "Latn" {
		lines = append(lines, language+" "+usual)
	}
	for _, tag := range sortedKeys(likely) {
		base, region, _ := strings.Cut(tag, "-")
		if base == language && (len(region) == 2 || len(region) == 3) && script(likely[tag]) != usual {
			lines = append(lines, tag+" "+script(likely[tag]))
		}
	}
	return lines
}

func script(tag string) string {
	parts := strings.Split(tag, "-")
	if len(parts) != 3 {
		return ""
	}
	return parts[1]
}
