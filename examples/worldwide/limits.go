package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
	"github.com/koine-go/koine/mapping"
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
		lines = append(lines, "its creation date is: "+p.CreatedMeans)
	}
	if len(p.History.Columns) == 0 {
		lines = append(lines, "it keeps no stage history, so its deals have none of the numbers by stage")
	}
	if missing := missingStages(i.set.Variant()); len(missing) > 0 {
		lines = append(lines, "it has no stage "+strings.Join(missing, ", "))
	}
	if missing := missingStatuses(i.set.Variant()); len(missing) > 0 {
		lines = append(lines, "it cannot say "+strings.Join(missing, ", "))
	}
	if assumed := p.Assumed(); len(assumed) > 0 {
		lines = append(lines, "assumed rather than recorded: "+joined(assumed))
	}
	return lines
}

func missingStages(v *funnel.Variant) (missing []string) {
	for _, s := range funnel.V1().Stages() {
		if !v.HasStage(s.Rank) {
			missing = append(missing, s.Key)
		}
	}
	return missing
}

func missingStatuses(v *funnel.Variant) (missing []string) {
	for s := funnel.Open; s <= funnel.Void; s++ {
		if !v.HasStatus(s) {
			missing = append(missing, s.String())
		}
	}
	return missing
}

func joined(fields []mapping.Field) string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.String()
	}
	return strings.Join(names, ", ")
}
