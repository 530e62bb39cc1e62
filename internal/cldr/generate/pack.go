package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/koine-go/koine/internal/cldr"
	"github.com/koine-go/koine/internal/lexicon"
)

// list is one of the packs of a lexicon: its keys, and the names that a locale has for a key.
type list struct {
	name    string
	locales []cldr.Locale
	keys    []string
	of      func(cldr.Locale, string) []string
}

// text has a line for each key, lexicon.Same where the base has the same names; it is empty if that is so everywhere.
func (p list) text(l, base cldr.Locale) string {
	lines := make([]string, len(p.keys))
	last := 0
	for i, key := range p.keys {
		lines[i] = lexicon.Same
		if own := p.of(l, key); !slices.Equal(own, p.of(base, key)) {
			lines[i] = strings.Join(own, "|")
			last = i + 1
		}
	}
	return strings.Join(lines[:last], "\n")
}

// writeLexicon writes the packs of names of some locales, and the tables that tie them to a package, each a variable of its
// own, so that a program has those that it uses.
func writeLexicon(t tree, dir, of string, lists []list) error {
	var b strings.Builder
	b.WriteString("import (\n_ \"embed\"\n\n\"github.com/koine-go/koine/internal/lexicon\"\n)\n")
	for _, p := range lists {
		index, err := p.write(t, filepath.Join(dir, p.name+".gz"))
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "\n//go:embed %s.gz\nvar %sBytes string\n", p.name, p.name)
		fmt.Fprintf(&b, "\nvar %sPack = lexicon.Pack{\nKeys: %q,\nBytes: &%sBytes,\nIndex: []lexicon.Member{\n%s},\n}\n", p.name, strings.Join(p.keys, " "), p.name, index)
	}
	return write(filepath.Join(dir, "tables_lexicon.go"), of, b.String())
}

// write writes the texts of the locales into a file, each a gzip member, and returns the index of what is in it. A file
// that says the same stays as it is, since another release of Go may pack otherwise.
func (p list) write(t tree, name string) (index string, err error) {
	var tags []string
	var packed, plain bytes.Buffer
	for _, l := range p.locales {
		s := p.text(l, t.base(l.Tag, p.name))
		if s == "" {
			continue
		}
		tags = append(tags, l.Tag)
		plain.WriteString(s)
		w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
		if err != nil {
			return "", err
		}
		if _, err := io.WriteString(w, s); err != nil {
			return "", err
		}
		if err := w.Close(); err != nil {
			return "", err
		}
	}
	if had, err := os.ReadFile(name); err == nil {
		if ends, said, err := members(had); err == nil && said == plain.String() && len(ends) == len(tags) {
			return indexOf(tags, ends), nil
		}
	}
	ends, _, err := members(packed.Bytes())
	if err != nil {
		return "", err
	}
	return indexOf(tags, ends), os.WriteFile(name, packed.Bytes(), 0o644)
}

func indexOf(tags []string, ends []int) string {
	var b strings.Builder
	for i, tag := range tags {
		fmt.Fprintf(&b, "{Tag: %q, End: %d},\n", tag, ends[i])
	}
	return b.String()
}

// members returns where each gzip member of b ends, and what they say together.
func members(b []byte) (ends []int, text string, err error) {
	source := bytes.NewReader(b)
	in := bufio.NewReader(source)
	var said strings.Builder
	var z gzip.Reader
	for in.Buffered()+source.Len() > 0 {
		if err := z.Reset(in); err != nil {
			return nil, "", err
		}
		z.Multistream(false)
		if _, err := io.Copy(&said, &z); err != nil {
			return nil, "", err
		}
		ends = append(ends, len(b)-in.Buffered()-source.Len())
	}
	return ends, said.String(), nil
}
