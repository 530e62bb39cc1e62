// Draft looks at an export of deals and prints a profile for it: what the file proves as plain text with the reason behind each line, and what it does not
// prove as questions to answer.
//
//	draft FILE [-history FILE] [-name NAME] [-locale de-DE] [-zone Europe/Berlin] [-json]
//
// FILE has a header and a row for each deal; a few thousand rows are enough. The history has a row for each change of stage. What -name, -locale and -zone
// say is not asked. -json prints a list of the proposals instead, each sure or not.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/text/language"

	"github.com/koine-go/koine/mapping"
)

func main() {
	err := run(os.Args[1:], os.Stdout, os.Stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		os.Exit(2)
	case err != nil:
		fmt.Fprintln(os.Stderr, "draft:", err)
		os.Exit(1)
	}
}

func run(args []string, stdout, stderr io.Writer) error {
	s, err := parse(args, stderr)
	if err != nil {
		return err
	}
	var sample mapping.Sample
	if sample.Deals, err = begin(s.deals); err != nil {
		return err
	}
	if s.history != "" {
		if sample.History, err = begin(s.history); err != nil {
			return err
		}
	}
	drafted, err := mapping.Draft(sample, s.options)
	if err != nil {
		return err
	}
	if !s.json {
		return drafted.WriteTOML(stdout)
	}
	list := json.NewEncoder(stdout)
	list.SetEscapeHTML(false)
	list.SetIndent("", "  ")
	return list.Encode(drafted.Proposals)
}

// beginning is how much of a file is read: more than a draft looks at.
const beginning = 8 << 20

func begin(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, beginning))
}

type settings struct {
	deals, history string
	json           bool
	options        mapping.DraftOptions
}

// parse reads the arguments; the file may stand before the flags or behind them.
func parse(args []string, stderr io.Writer) (s settings, err error) {
	flags := flag.NewFlagSet("draft", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: draft FILE [-history FILE] [-name NAME] [-locale TAG] [-zone ZONE] [-json]")
		flags.PrintDefaults()
	}
	flags.StringVar(&s.history, "history", "", "the `file` of changes of stage")
	flags.StringVar(&s.options.Name, "name", "", "what the source shall be called")
	flags.StringVar(&s.options.Zone, "zone", "", "the time `zone` of the source's clocks, such as Europe/Berlin")
	flags.BoolVar(&s.json, "json", false, "print the proposals as JSON")
	flags.Func("locale", "how numbers and dates are written, such as de-DE", func(tag string) (err error) {
		s.options.Locale, err = language.Parse(tag)
		return err
	})
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		s.deals, args = args[0], args[1:]
	}
	if err := flags.Parse(args); err != nil {
		return s, err
	}
	rest := flags.Args()
	if s.deals == "" && len(rest) > 0 {
		s.deals, rest = rest[0], rest[1:]
	}
	if s.deals == "" || len(rest) > 0 {
		flags.Usage()
		return s, errors.New("want one file of deals")
	}
	return s, nil
}
