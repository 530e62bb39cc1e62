package main

import (
	"errors"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/koine-go/koine/internal/cldr"
)

// regionName has the code of a country or territory and the kind of name; "ZZ" is nowhere, "XA" is for tests.
var regionName = regexp.MustCompile(`^([A-Z]{2})(-alt-[a-z]+)?$`)

// noRegion are groups of countries, and codes that stand for nowhere.
var noRegion = []string{"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}

func readNames(p packages, l *cldr.Locale) error {
	var file struct {
		Main map[string]struct {
			Names struct{ Territories map[string]string } `json:"localeDisplayNames"`
		}
	}
	err := p.read(&file, "localenames-full", "main", l.Tag, "territories.json")
	if err != nil && !errors.Is(err, fs.ErrNotExist) { // about ninety locales have none
		return err
	}
	names := file.Main[l.Tag].Names.Territories
	l.Regions = map[string][]string{}
	for _, key := range slices.Sorted(maps.Keys(names)) {
		m := regionName.FindStringSubmatch(key)
		if m == nil || slices.Contains(noRegion, m[1]) || names[key] == m[1] {
			continue
		}
		l.Regions[m[1]] = distinct(append(l.Regions[m[1]], names[key]))
	}
	return readWords(p, l)
}

// readWords reads the words for yes and no, "evet:e", each with its first letter.
func readWords(p packages, l *cldr.Locale) error {
	var file struct {
		Main map[string]struct {
			Posix struct {
				Messages struct{ Yesstr, Nostr string }
			}
		}
	}
	if err := p.read(&file, "misc-full", "main", l.Tag, "posix.json"); err != nil {
		return err
	}
	words := file.Main[l.Tag].Posix.Messages
	l.Yes, l.No = distinct(strings.Split(words.Yesstr, ":")), distinct(strings.Split(words.Nostr, ":"))
	return nil
}
