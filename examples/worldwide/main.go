// Worldwide reads the exports of selling entities in their own languages, encodings and habits, and prints one table of KPIs that compares
// them: every number with its parts, what was left out and why, how much of each source the mapping covers, and what limits comparison.
//
// Without flags it reads the five exports beside it. With flags it reads anybody's files:
//
//	worldwide -profile FILE -deals FILE [-history FILE] [-lookup NAME=FILE ...] [-profile ...]
//	          [-period 2026-01-01..2026-04-01] [-as-of 2026-04-01] [-zone Europe/Berlin] [-currency EUR] [-rates FILE]
//	          [-by region,product_group] [-kpis NAME,...] [-json]
//
// -as-of is the first instant that is not known: the start of that day in the zone. -rates is fx_rate JSON lines, or the wide daily CSV of
// the ECB. -json prints the values as JSON lines instead of tables.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	_ "time/tzdata" // so that zones are known on a machine without them

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
	"github.com/koine-go/koine/kpi/exchange"
)

//go:generate go run ./gen

func main() {
	err := run(os.Args[1:], os.Stdout, os.Stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		os.Exit(2)
	case err != nil:
		fmt.Fprintln(os.Stderr, "worldwide:", err)
		os.Exit(1)
	}
}

// run does the main job: settings, import, report, print.
func run(args []string, stdout, stderr io.Writer) error {
	s, err := parse(args, stderr)
	if err != nil {
		return err
	}
	report, err := kpi.NewReport(s.view, s.by, s.metrics...)
	if err != nil {
		return err
	}
	imports, err := read(s.sources, report)
	if err != nil {
		return err
	}
	if s.json {
		sources(stderr, imports)
		findings(stderr, imports)
		return exchange.Write(stdout, report)
	}
	return print(stdout, s, report, imports)
}

// read imports the sources into the report. A deal that two of them hold under one scheme and id would be counted twice, and which of them is right
// would be a guess, so that is an error.
func read(list []*source, report *kpi.Report) ([]*imported, error) {
	var imports []*imported
	known := map[string]string{}
	for _, s := range list {
		var twice error
		i, err := s.read(func(d *funnel.Deal) {
			key := d.SourceScheme.String() + "\x00" + d.ID
			if file, ok := known[key]; ok && twice == nil {
				twice = fmt.Errorf("deal %q of %v is in %s and in %s", d.ID, d.SourceScheme, file, s.deals)
			}
			known[key] = s.deals
			report.Add(d)
		})
		if err = errors.Join(err, twice); err != nil {
			return nil, err
		}
		imports = append(imports, i)
	}
	return imports, nil
}
