package kpi_test

import (
	"fmt"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

// Every metric gives what its formula gives, in total and by region, with all that belongs to the value.
func TestFormulaLaw(t *testing.T) {
	check(t, func(seeds []uint64, view int) string { return compareFormulas(deals(seeds), everyView[view]) }, dealSeeds(), viewIndex())
}

// The same in one large world, for the combinations that hardly ever meet.
func TestFormulaAtLarge(t *testing.T) {
	list := steadyDeals(3000)
	for i, v := range everyView {
		if d := compareFormulas(list, v); d != "" {
			t.Errorf("view %d: %s", i, d)
		}
	}
}

func compareFormulas(list []*funnel.Deal, v kpi.View) string {
	r := report(v, kpi.By(kpi.Region()), list, measures()...)
	var base []*funnel.Snapshot
	for _, d := range list {
		s := new(funnel.Snapshot)
		d.AsOf(funnel.At(v.AsOf), v.Calendar, s)
		if s.Flags.Has(funnel.Base) {
			base = append(base, s)
		}
	}
	for i, l := range catalogue {
		if d := compareFormula(r, world{v, allRates}, i, l, base); d != "" {
			return l.function + ": " + d
		}
	}
	return ""
}

// compareFormula compares total and regions of one metric with the slow second computation.
func compareFormula(r *kpi.Report, w world, metric int, l law, base []*funnel.Snapshot) string {
	var all []sighting
	regions := map[string][]sighting{}
	for _, s := range base {
		regions[s.Region.String()] = append(regions[s.Region.String()], sighting{aside: true}) // held, so shown (ruling Q25)
		for _, seen := range l.formula(w, s) {
			at := s.Region
			if !seen.at.IsZero() {
				at = s.LabelAt(funnel.RegionField, seen.at)
			}
			all = append(all, seen)
			regions[at.String()] = append(regions[at.String()], seen)
		}
	}
	got := r.Total().Values[metric]
	if d := difference(spell(got), spell(slowValue(l, got, all))); d != "" {
		return "total\n" + d
	}
	for g := range r.Rows() {
		name := g.Key[0].Name
		if shown := r.Shown(metric, g.Key); shown != (regions[name] != nil) {
			return fmt.Sprintf("region %q: shown %v", name, shown)
		}
		if d := difference(spell(g.Values[metric]), spell(slowValue(l, g.Values[metric], regions[name]))); d != "" {
			return fmt.Sprintf("region %q\n%s", name, d)
		}
		delete(regions, name)
	}
	if len(regions) > 0 {
		return fmt.Sprintf("regions missing: %v", regions)
	}
	return ""
}
