package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/koine-go/koine/kpi"
	"github.com/koine-go/koine/mapping"
)

// unmappedLimit is the share of rows, in per cent, above which numbers by stage should not be compared.
const unmappedLimit = 5

// limits prints what breaks a comparison between the sources, whatever KPIs were asked for: where their clocks start, what they cannot express, what they
// assume, and how much of them is unmapped.
func limits(w io.Writer, groups []kpi.Group, imports []*imported) {
	for _, i := range imports {
		for _, line := range limitsOf(i) {
			fmt.Fprintf(w, "%s: %s\n", i.profile.Name, line)
		}
	}
	if n := derived(groups[0].Values); n > 0 {
		fmt.Fprintf(w, "%s converted at rates that were derived by inverting or crossing others\n", deals(n))
	}
}

// derived is the most deals that any KPI converted at derived rates.
func derived(values []kpi.Value) (most int64) {
	for _, v := range values {
		most = max(most, v.Derived)
	}
	return most
}

func limitsOf(i *imported) []string {
	var lines []string
	p := i.profile
	if p.CreatedMeans != "" {
		lines = append(lines, "its creation date means: "+p.CreatedMeans)
	}
	switch {
	case len(p.History.Columns) == 0:
		lines = append(lines, "it keeps no stage history, so its deals have none of the numbers by stage")
	case !i.history:
		lines = append(lines, "its stage history was not given, so its deals have none of the numbers by stage")
	}
	if p.FiscalStart != time.January {
		lines = append(lines, "its own fiscal year begins in "+p.FiscalStart.String()+"; the period here is the same for all")
	}
	lines = append(lines, p.Caveats...)
	stages, statuses := i.set.Lacks()
	if len(stages) > 0 {
		lines = append(lines, "it has no stage "+joined(stages))
	}
	if len(statuses) > 0 {
		lines = append(lines, "it cannot say "+joined(statuses))
	}
	if assumed := p.Assumed(); len(assumed) > 0 {
		lines = append(lines, "assumed rather than recorded: "+joined(assumed))
	}
	return append(lines, unmapped(i)...)
}

// unmapped warns where too many rows have a stage or a status that no rule knows.
func unmapped(i *imported) (lines []string) {
	for _, axis := range [...]mapping.Axis{mapping.Stage, mapping.Status} {
		r := i.coverage.On(axis)
		if rows, unknown := r.Rows(), r.Unmapped; unknown*100 > unmappedLimit*rows {
			lines = append(lines, fmt.Sprintf("no rule knows the %v in %s of its rows; numbers by stage leave such deals out", axis, share(unknown, rows)))
		}
	}
	return lines
}

func joined[T fmt.Stringer](list []T) string {
	names := make([]string, len(list))
	for i, one := range list {
		names[i] = one.String()
	}
	return strings.Join(names, ", ")
}
