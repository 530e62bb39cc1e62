package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/koine-go/koine/kpi"
)

// print writes the whole page: the question, the numbers, what was left out, what the exports held, how far the mapping reaches, and what limits
// comparison.
func print(w io.Writer, s *settings, r *kpi.Report, imports []*imported) error {
	out := &pages{w: w}
	out.title(question(s))
	groups := []kpi.Group{r.Total()}
	if len(s.by) > 0 {
		for g := range r.Rows() {
			groups = append(groups, g)
		}
	}
	out.section("The numbers, each with its parts")
	numbers(out, groups)
	out.section("What was left out of a number, and why")
	leftOut(out, groups)
	fmt.Fprintln(out)
	fmt.Fprintln(out, census(r.Census()))
	out.section("What the exports held")
	sources(out, imports)
	out.section("What was not clean in them")
	findings(out, imports)
	out.section("How complete the fields are")
	completeness(out, imports)
	out.section("How far the mapping reaches")
	coverage(out, imports)
	out.section("What limits comparison")
	limits(out, groups, imports)
	return out.err
}

// pages remembers the first error of writing, so that printing need not ask after every line.
type pages struct {
	w   io.Writer
	err error
}

func (p *pages) Write(b []byte) (int, error) {
	if p.err == nil {
		_, p.err = p.w.Write(b)
	}
	return len(b), nil
}

func (p *pages) title(text string) { fmt.Fprintln(p, text) }

func (p *pages) section(text string) { fmt.Fprintf(p, "\n%s\n\n", strings.ToUpper(text)) }

// census tells what the data set holds, whatever the KPIs.
func census(c kpi.Census) string {
	return fmt.Sprintf("%d deals came in. %d of them are outside every number: void, deleted, test, merged, or not yet existing.\n"+
		"Of the others %d have no stage history, %d no creation date, %d an unmapped stage, %d an unmapped status, and %d events whose order is a tie.",
		c.Deals, c.Outside, c.NoHistory, c.NoCreatedAt, c.UnmappedStage, c.UnmappedStatus, c.AmbiguousOrder)
}

func question(s *settings) string {
	v := s.view
	names := "in total"
	if len(s.by) > 0 {
		names = "by " + namesOf(s.by)
	}
	return fmt.Sprintf("%v, as known at %s, in %v at %v rates, %s", v.Period,
		v.AsOf.In(v.Calendar.Location()).Format("2006-01-02 15:04 MST"), v.Currency, v.Policy, names)
}

// matrixColumns is how many groups fit beside each other; more are listed below each other.
const matrixColumns = 9

func numbers(w io.Writer, groups []kpi.Group) {
	if len(groups) > matrixColumns {
		listed(w, groups)
		return
	}
	t := table{head: []string{"KPI"}}
	for _, g := range groups {
		t.head = append(t.head, heading(g.Key))
	}
	for i, v := range groups[0].Values {
		number, below := []string{name(v)}, []string{""}
		for _, g := range groups {
			number = append(number, figure(g.Values[i]))
			below = append(below, parts(g.Values[i]))
		}
		t.add(number...)
		if v.Unit != kpi.UnitDeals {
			t.add(below...)
		}
	}
	t.print(w)
}

// listed prints one table for each KPI, with a row for each group.
func listed(w io.Writer, groups []kpi.Group) {
	for i, v := range groups[0].Values {
		t := table{head: []string{name(v), "value", "parts", "left out"}}
		for _, g := range groups {
			t.add(heading(g.Key), figure(g.Values[i]), parts(g.Values[i]), blankZero(g.Values[i].LeftOut()))
		}
		t.print(w)
		fmt.Fprintln(w)
	}
}

// heading names a group; what deals lack is said.
func heading(k kpi.Key) string {
	names := make([]string, len(k))
	for i, p := range k {
		names[i] = p.Name
		if !p.Known {
			names[i] = "(none)"
		}
	}
	if len(names) == 0 {
		return "total"
	}
	return strings.Join(names, " ")
}

// name is the id with its unit where the number alone would not tell.
func name(v kpi.Value) string {
	if v.Currency != "" {
		return v.ID + " " + v.Currency
	}
	return v.ID
}

func leftOut(w io.Writer, groups []kpi.Group) {
	t := table{head: []string{"KPI", "reason"}}
	for _, g := range groups {
		t.head = append(t.head, heading(g.Key))
	}
	if len(groups) > matrixColumns {
		groups, t.head = groups[:1], t.head[:3]
	}
	for i, total := range groups[0].Values {
		for _, left := range total.Left {
			row := []string{total.ID, left.Reason}
			for _, g := range groups {
				row = append(row, blankZero(g.Values[i].Skipped(left.Reason)))
			}
			t.add(row...)
		}
	}
	t.print(w)
}

// blankZero leaves a cell empty where there is nothing, so that what is there can be seen.
func blankZero(n int64) string {
	if n == 0 {
		return "."
	}
	return strconv.FormatInt(n, 10)
}
