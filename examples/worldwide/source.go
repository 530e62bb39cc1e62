package main

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/mapping"
)

// exports are the five sources that the program reads without flags.
//
//go:embed data
var exports embed.FS

// source is one selling entity's files.
type source struct {
	profile, deals, history string
	lookups                 map[string]string
	embedded                bool
}

// ownSources names the five exports, in the order in which they are read.
func ownSources() []*source {
	var list []*source
	for _, entity := range [...]string{"CN", "DE", "IN", "SE", "US"} {
		dir := "data/" + entity + "/"
		s := &source{profile: dir + "profile.toml", deals: dir + "deals.csv", history: dir + "history.csv", embedded: true}
		if entity == "US" {
			s.lookups = map[string]string{"owners": dir + "owners.csv"}
		}
		list = append(list, s)
	}
	return list
}

func (s *source) lookup(value string) error {
	name, file, ok := strings.Cut(value, "=")
	if !ok || name == "" || file == "" {
		return errors.New("want NAME=FILE")
	}
	if _, twice := s.lookups[name]; twice {
		return fmt.Errorf("look-up %q is given twice for one profile", name)
	}
	if s.lookups == nil {
		s.lookups = map[string]string{}
	}
	s.lookups[name] = file
	return nil
}

func (s *source) open(file string) (fs.File, error) {
	if s.embedded {
		return exports.Open(file)
	}
	return os.Open(file)
}

// imported is what became of one source.
type imported struct {
	history  bool // a stage history was given
	profile  *mapping.Profile
	set      *mapping.Set
	counts   mapping.Counts
	coverage mapping.Coverage
	fields   []mapping.FieldCount
	findings []mapping.Finding
}

// read imports the source and hands every deal to add.
func (s *source) read(add func(*funnel.Deal)) (*imported, error) {
	set, err := s.compile()
	if err != nil {
		return nil, err
	}
	i := &imported{profile: set.Profile(), set: set, history: s.history != ""}
	var open []io.Closer
	defer func() {
		for _, c := range open {
			c.Close()
		}
	}()
	reader := func(file string) (io.Reader, error) {
		f, err := s.open(file)
		if err == nil {
			open = append(open, f)
		}
		return f, err
	}
	files, err := s.files(reader)
	if err != nil {
		return nil, err
	}
	m, err := set.Import(files, mapping.Options{Finding: func(f mapping.Finding) { i.findings = append(i.findings, f) }})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.profile, err)
	}
	for d, err := range m.Deals() {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.profile, err)
		}
		add(d)
	}
	i.counts, i.coverage, i.fields = m.Counts(), m.Coverage(), m.Fields()
	return i, nil
}

func (s *source) compile() (*mapping.Set, error) {
	f, err := s.open(s.profile)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	p, err := mapping.ReadProfile(s.profile, f, time.LoadLocation)
	if err != nil {
		return nil, err
	}
	return mapping.Compile(p, funnel.V1())
}

func (s *source) files(reader func(string) (io.Reader, error)) (f mapping.Files, err error) {
	if f.Deals, err = reader(s.deals); err != nil {
		return f, err
	}
	if s.history != "" {
		if f.History, err = reader(s.history); err != nil {
			return f, err
		}
	}
	f.Lookups = map[string]io.Reader{}
	for name, file := range s.lookups {
		if f.Lookups[name], err = reader(file); err != nil {
			return f, err
		}
	}
	return f, nil
}
