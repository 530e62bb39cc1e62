package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
	"github.com/koine-go/koine/mapping"
)

// settings is what the flags ask for.
type settings struct {
	before, after []string // profiles
	files         sources
	view          kpi.View
	exported      funnel.Moment
	allow         bool
}

// sources are the names of the files that both sides read.
type sources struct {
	deals, history string
	lookups        map[string]string
}

// The files that are compared without flags, from the root of the repository.
const (
	ownData    = "examples/worldwide/data/DE/"
	ownVersion = "examples/diff/data/DE-2026.2.toml"
)

func parse(args []string, stderr io.Writer) (*settings, error) {
	s := &settings{files: sources{lookups: map[string]string{}}}
	flags := flag.NewFlagSet("diff", flag.ContinueOnError)
	flags.SetOutput(stderr)
	add := func(list *[]string) func(string) error {
		return func(file string) error { *list = append(*list, file); return nil }
	}
	flags.Func("before", "profile `FILE` of today (repeatable: its versions)", add(&s.before))
	flags.Func("after", "profile `FILE` of tomorrow (repeatable: its versions)", add(&s.after))
	flags.StringVar(&s.files.deals, "deals", "", "`FILE` of the deals")
	flags.StringVar(&s.files.history, "history", "", "`FILE` of the stage history")
	flags.Func("lookup", "`NAME=FILE` of a look-up that the profiles name (repeatable)", s.files.lookup)
	period := flags.String("period", "2026-01-01..2026-04-01", "reporting period, FROM..TO without TO")
	asOf := flags.String("as-of", "", "`DATE`: what happened on this day or later is not known (default: the end of the period)")
	exported := flags.String("exported", "", "`DATE` on which the files were written (default: the latest rules read the deals' own codes)")
	zone := flags.String("zone", "Europe/Berlin", "zone of the reporting calendar")
	currency := flags.String("currency", "EUR", "reporting currency; amounts in others are left out")
	flags.BoolVar(&s.allow, "allow", false, "won deals may become others")
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	if flags.NArg() > 0 {
		return nil, fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	if err := s.complete(); err != nil {
		return nil, err
	}
	return s, s.question(*period, *asOf, *exported, *zone, *currency)
}

// complete puts in the files of DE where none is named.
func (s *settings) complete() error {
	if len(s.before)+len(s.after) == 0 && s.files.deals == "" {
		s.before = []string{ownData + "profile.toml"}
		s.after = []string{ownData + "profile.toml", ownVersion}
		s.files.deals, s.files.history = ownData+"deals.csv", ownData+"history.csv"
	}
	if len(s.before) == 0 || len(s.after) == 0 || s.files.deals == "" {
		return fmt.Errorf("-before, -after and -deals belong together")
	}
	return nil
}

func (s *settings) question(period, asOf, exported, zone, currency string) (err error) {
	v := &s.view
	if v.Period, err = funnel.ParsePeriod(period); err != nil {
		return err
	}
	if v.Currency, err = funnel.ParseCurrency(currency); err != nil {
		return err
	}
	location, err := time.LoadLocation(zone)
	if err != nil {
		return err
	}
	if location == time.Local {
		return fmt.Errorf("-zone Local would depend on the machine; name the zone")
	}
	if v.Calendar, err = funnel.NewCalendar(location, time.January, time.Monday); err != nil {
		return err
	}
	day := v.Period.To
	if asOf != "" {
		if day, err = funnel.ParseDate(asOf); err != nil {
			return err
		}
	}
	v.AsOf, _ = v.Calendar.Start(day).Time()
	if exported != "" {
		written, err := funnel.ParseDate(exported)
		if err != nil {
			return err
		}
		s.exported = funnel.On(written)
	}
	return nil
}

func (f *sources) lookup(value string) error {
	name, file, ok := strings.Cut(value, "=")
	if !ok || name == "" || file == "" {
		return fmt.Errorf("want NAME=FILE")
	}
	if _, twice := f.lookups[name]; twice {
		return fmt.Errorf("look-up %q is given twice", name)
	}
	f.lookups[name] = file
	return nil
}

// open opens the files; what is open is added to the list, also where one cannot be opened.
func (f *sources) open(list *[]io.Closer) (mapping.Files, error) {
	var faults error
	reader := func(name string) io.Reader {
		if name == "" || faults != nil {
			return nil
		}
		file, err := os.Open(name)
		if err != nil {
			faults = err
			return nil
		}
		*list = append(*list, file)
		return file
	}
	files := mapping.Files{Deals: reader(f.deals), History: reader(f.history), Lookups: map[string]io.Reader{}}
	for name, file := range f.lookups {
		files.Lookups[name] = reader(file)
	}
	return files, faults
}

// compile reads the versions of a profile.
func compile(names []string) (*mapping.Set, error) {
	if slices.Contains(names, "") {
		return nil, fmt.Errorf("a profile without a name")
	}
	var versions []*mapping.Profile
	for _, name := range names {
		p, err := readProfile(name)
		if err != nil {
			return nil, err
		}
		versions = append(versions, p)
	}
	return mapping.CompileVersions(versions, funnel.V1())
}

func readProfile(name string) (*mapping.Profile, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return mapping.ReadProfile(name, f, time.LoadLocation)
}
