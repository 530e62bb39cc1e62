package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/koine-go/koine/kpi"
)

// unmappedLimit is the share of events, in per cent, above which numbers by stage should not be compared.
const unmappedLimit = 5

// limits prints what breaks a comparison between the sources: where their clocks start, what they cannot express, what they assume, and which
// groups have too many unmapped events.
func limits(w io.Writer, groups []kpi.Group, imports []*imported) {
	for _, i := range imports {
		for _, line := range limitsOf(i) {
			fmt.Fprintf(w, "%s: %s\n", i.profile.Name, line)
		}
	}
	if n := derived(groups[0].Values); n > 0 {
		fmt.Fprintf(w, "%s converted at rates that were derived by inverting or crossing others\n", deals(n))
	}
	for _, g := range groups[1:] {
		for _, v := range g.Values {
			if r, ok := v.Rat(); ok && v.ID == "unmapped_rate" && r.Num().Int64()*100 > unmappedLimit*r.Denom().Int64() {
				fmt.Fprintf(w, "%s: %s of its events are unmapped; numbers by stage leave their deals out\n", heading(g.Key), figure(v))
			}
		}
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
	return lines
}

func joined[T fmt.Stringer](list []T) string {
	names := make([]string, len(list))
	for i, one := range list {
		names[i] = one.String()
	}
	return strings.Join(names, ", ")
}
