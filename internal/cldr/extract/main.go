// Command extract reduces unpacked CLDR packages to what the tables of package normalize need; see package cldr.
//
//	extract PACKAGES DATA
//
// PACKAGES holds the folders core, numbers-full, dates-full, localenames-full and misc-full; DATA receives the extract.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"

	"github.com/koine-go/koine/internal/cldr"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: extract PACKAGES DATA")
	}
	if err := extract(packages(os.Args[1]), os.Args[2]); err != nil {
		log.Fatal("extract: ", err)
	}
}

// packages is the folder of the unpacked packages.
type packages string

func (p packages) read(into any, path ...string) error {
	name := filepath.Join(append([]string{string(p)}, path...)...)
	b, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func extract(p packages, data string) error {
	for _, name := range []string{"core", "numbers-full", "dates-full", "localenames-full", "misc-full"} {
		var about struct{ Version string }
		if err := p.read(&about, name, "package.json"); err != nil {
			return err
		}
		if about.Version != cldr.Version {
			return fmt.Errorf("%s is of CLDR %s, want %s", name, about.Version, cldr.Version)
		}
	}
	s, err := supplement(p)
	if err != nil {
		return err
	}
	periods, err := dayPeriods(p)
	if err != nil {
		return err
	}
	tags, err := os.ReadDir(filepath.Join(string(p), "numbers-full", "main"))
	if err != nil {
		return err
	}
	var locales []cldr.Locale
	s.Root.Tag = "und"
	if err := readCurrencies(p, &s.Root, s.Currencies); err != nil {
		return err
	}
	for _, entry := range tags {
		l := cldr.Locale{Tag: entry.Name()}
		if l.Tag == s.Root.Tag {
			continue
		}
		if err := readNumbers(p, &l, s.Currencies); err != nil {
			return err
		}
		if err := readDates(p, &l, periods); err != nil {
			return err
		}
		if err := readNames(p, &l); err != nil {
			return err
		}
		locales = append(locales, l)
	}
	return cldr.Write(data, locales, s)
}

// distinct drops empty strings and repetitions and keeps the order.
func distinct(list []string) []string {
	var out []string
	for _, s := range list {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
