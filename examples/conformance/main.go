// Conformance reads corpora of text with known values and says, kind by kind, how package normalize reads them.
//
//	conformance [-core] [-v | -json] [-by kind|style|locale|file] FILE...
//
// A corpus is JSON lines, plain or gzip: {"kind":..,"style":..,"locale":..,"currency":..,"text":..,"expected":..}. Each text is read
// by its locale alone, without pivot and without home currency, and is one of four:
//
//	right           read as the expected value, nothing assumed
//	ambiguous       refused, with the expected value among the candidates
//	refused         refused in any other way, or read right by an assumption
//	silently wrong  read as another value
//
// Values are compared as values: 1.5 is 1.50, and an amount needs its currency too. Where the expected value is ERROR, the kind is
// called reject.KIND, every refusal is right, and every value is wrong. Kinds come in one order: number, percent, currency, compact,
// date, time, country, then their rejects; one without rows is left out.
//
// -v adds the first rows of each miss. -json prints one line per kind instead of the table. -by divides each kind further. Names in
// locales outside the core come from package normalize/allnames; -core reads all locales without it.
//
// The exit status is 1 if anything is silently wrong; else 2 if an argument, a file or a row cannot be used, which is reported with
// its line, and the rest is still scored; else 0.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/koine-go/koine/normalize/allnames"
)

// The exit statuses.
const (
	clean      = 0
	wrongRead  = 1
	badRequest = 2
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run scores the files and returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	s, err := parse(args, stderr)
	if err != nil {
		return badRequest
	}
	var total score
	faults := faults{w: stderr}
	known := s.locales()
	for _, file := range s.files {
		if err := scoreFile(&total, known, file, s.by, &faults); err != nil {
			faults.add(file, 0, err)
		}
	}
	faults.close()
	if faults.count > 0 {
		fmt.Fprintf(stderr, "conformance: not scored for the faults above: %s\n", grouped(faults.count))
	}
	if err := s.print(stdout, &total); err != nil {
		fmt.Fprintln(stderr, "conformance:", err)
		faults.count++
	}
	switch {
	case total.wrong():
		return wrongRead
	case faults.count > 0:
		return badRequest
	}
	return clean
}

// settings is what the flags ask for.
type settings struct {
	files         []string
	verbose, json bool
	core          bool
	by            string
}

var divisions = [...]string{"kind", "style", "locale", "file"}

func parse(args []string, stderr io.Writer) (*settings, error) {
	s := &settings{by: divisions[0]}
	flags := flag.NewFlagSet("conformance", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: conformance [flags] FILE...")
		flags.PrintDefaults()
	}
	flags.BoolVar(&s.verbose, "v", false, "show the first rows of each miss")
	flags.BoolVar(&s.json, "json", false, "print one JSON line per kind")
	flags.BoolVar(&s.core, "core", false, "read without package normalize/allnames, as a program that does not import it")
	flags.Func("by", "divide each kind by `style`, locale or file", func(name string) error {
		if !slices.Contains(divisions[:], name) {
			return fmt.Errorf("not one of %s", strings.Join(divisions[:], ", "))
		}
		s.by = name
		return nil
	})
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	s.files = flags.Args()
	switch {
	case len(s.files) == 0:
		flags.Usage()
		return nil, flag.ErrHelp
	case s.json && (s.verbose || s.by != divisions[0]):
		err := fmt.Errorf("-json is one line per kind: it goes with neither -v nor -by")
		fmt.Fprintln(stderr, "conformance:", err)
		return nil, err
	}
	return s, nil
}

// locales are as complete as they can be, unless the core is asked for.
func (s *settings) locales() *locales {
	if s.core {
		return newLocales()
	}
	return newLocales(allnames.Table())
}

// scoreFile adds the rows of a file; the error is about the file as a whole, after which what was read of it stands.
func scoreFile(total *score, known *locales, file, by string, faults *faults) error {
	lines, err := open(file)
	if err != nil {
		return err
	}
	defer lines.close()
	rows := 0
	for line, err := range lines.all() {
		rows++
		if err == nil {
			err = scoreLine(total, known, line, file, by)
		}
		if err != nil {
			faults.add(file, lines.number, err)
		}
	}
	if lines.err == nil && rows == 0 {
		return fmt.Errorf("no rows")
	}
	return lines.err
}

func scoreLine(total *score, known *locales, line []byte, file, by string) error {
	r, err := parseRow(line)
	if err != nil {
		return err
	}
	l, err := known.of(r.locale)
	if err != nil {
		return err
	}
	total.add(r, r.part(by, file), r.judge(l))
	return nil
}

// print writes what was asked for.
func (s *settings) print(w io.Writer, total *score) error {
	p := &printer{w: w}
	if s.json {
		p.json(total)
		return p.err
	}
	p.table(total, s.by)
	if s.verbose {
		p.misses(total)
	}
	return p.err
}
