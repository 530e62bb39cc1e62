// Diff shows what a new version of a profile does before it is put in force: it maps the same files by the old and by the new, prints for each KPI what
// changes, and lists the deals that end differently. A deal that was won and no longer is makes it fail, unless -allow says that this is meant.
//
// Without flags it compares the profile of DE, from the example worldwide, with that profile followed by its second version. It reads these files from
// the root of the repository. With flags it reads anybody's:
//
//	diff -before FILE [...] -after FILE [...] -deals FILE [-history FILE] [-lookup NAME=FILE ...]
//	     [-period 2026-01-01..2026-04-01] [-as-of 2026-04-01] [-exported 2026-04-02] [-zone Europe/Berlin] [-currency EUR] [-allow]
//
// Several -before or -after are the versions of one profile, each in force on its days. -as-of is the first day that is not known.
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
	"github.com/koine-go/koine/mapping"
)

func main() {
	err := run(os.Args[1:], os.Stdout, os.Stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		os.Exit(2)
	case err != nil:
		fmt.Fprintln(os.Stderr, "diff:", err)
		os.Exit(1)
	}
}

// errUnwon says that a won deal would become another.
var errUnwon = errors.New("won deals would no longer be won; -allow says that this is meant")

func run(args []string, stdout, stderr io.Writer) error {
	s, err := parse(args, stderr)
	if err != nil {
		return err
	}
	before, err := newSide(s, s.before)
	if err != nil {
		return err
	}
	defer before.close()
	after, err := newSide(s, s.after)
	if err != nil {
		return err
	}
	defer after.close()
	changes, err := compare(before, after)
	if err != nil {
		return err
	}
	if err := print(stdout, s, before, after, changes); err != nil {
		return err
	}
	if len(changes.unwon) > 0 && !s.allow {
		return errUnwon
	}
	return nil
}

// side is the files as one of the two profiles reads them, and the report they make.
type side struct {
	set    *mapping.Set
	rows   *mapping.Import
	report *kpi.Report
	open   []io.Closer
}

func newSide(s *settings, profiles []string) (*side, error) {
	set, err := compile(profiles)
	if err != nil {
		return nil, err
	}
	side := &side{set: set}
	files, err := s.files.open(&side.open)
	if err == nil {
		side.rows, err = set.Import(files, mapping.Options{Exported: s.exported})
	}
	var metrics []kpi.Measure
	for _, id := range exchange.IDs() {
		m, err := exchange.Metric(id, nil)
		if err != nil {
			return nil, err
		}
		metrics = append(metrics, m)
	}
	if err == nil {
		side.report, err = kpi.NewReport(s.view, nil, metrics...)
	}
	if err != nil {
		side.close()
		return nil, err
	}
	return side, nil
}

func (s *side) close() {
	for _, f := range s.open {
		f.Close()
	}
}

// changes is what is worth telling of all rows.
type changes struct {
	rows, changed          int
	stage, status, cause   int
	refusedBefore, refused int
	ends                   []end // the deals that end in another status
	unwon, newlyWon        []end
}

// end is a deal that ends in another status.
type end struct {
	id, local string
	line      int
	from, to  funnel.Status
	amount    funnel.Money
	history   int // line of the first event that changes, 0 for none
}

// compare reads both sides at once and feeds the reports.
func compare(before, after *side) (*changes, error) {
	all := &changes{}
	for c, err := range mapping.Diff(before.rows, after.rows) {
		if err != nil {
			return nil, err
		}
		if c.Before != nil {
			before.report.Add(c.Before)
		}
		if c.After != nil {
			after.report.Add(c.After)
		}
		all.add(&c)
	}
	return all, nil
}

func (a *changes) add(c *mapping.Change) {
	if a.rows++; !c.Any() {
		return
	}
	a.changed++
	d := c.Differs()
	for _, part := range [...]struct {
		differs bool
		count   *int
	}{{d.Stage, &a.stage}, {d.Status, &a.status}, {d.Cause, &a.cause}, {c.Before == nil, &a.refusedBefore}, {c.After == nil, &a.refused}} {
		if part.differs {
			*part.count++
		}
	}
	if c.From == c.To {
		return
	}
	e := endOf(c)
	a.ends = append(a.ends, e)
	if c.Unwon() {
		a.unwon = append(a.unwon, e)
	}
	if c.NewlyWon() {
		a.newlyWon = append(a.newlyWon, e)
	}
}

func endOf(c *mapping.Change) end {
	d := c.After
	if d == nil {
		d = c.Before
	}
	e := end{id: d.ID, line: c.Line, from: c.From, to: c.To, amount: d.Amount}
	for _, l := range [...]funnel.Label{d.LocalStage, d.LocalStatus, d.LocalReason} {
		if !l.IsZero() && e.local != "" {
			e.local += ", "
		}
		e.local += l.String()
	}
	if len(c.Events) > 0 {
		e.history = c.Events[0].Line
	}
	return e
}
