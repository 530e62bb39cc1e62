package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/koine-go/koine/kpi"
)

// print writes the whole page: the question, the numbers, what was left out, what the exports held, how far the mapping reaches, and what limits
// comparison.
func print(w io.Writer, s *settings, r *kpi.Report, imports []*imported) error {
	out := &pages{w: w}
	out.title(question(s))
	groups := groupsOf(s, r)
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

// groupsOf lists the total and the groups in order, those that lack a value last.
func groupsOf(s *settings, r *kpi.Report) []kpi.Group {
	groups := []kpi.Group{r.Total()}
	if len(s.by) == 0 {
		return groups
	}
	var lacking []kpi.Group
	for g := range r.Rows() {
		if slices.ContainsFunc(g.Key, func(p kpi.Part) bool { return !p.Known }) {
			lacking = append(lacking, g)
		} else {
			groups = append(groups, g)
		}
	}
	return append(groups, lacking...)
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
	n := func(n int64) string { return grouped(strconv.FormatInt(n, 10)) }
	return fmt.Sprintf("%s deals came in. %s of them are outside every number: void, deleted, test, merged, or not yet existing.\n"+
		"Of the others %s have no stage history, %s no creation date, %s an unmapped stage, %s an unmapped status, and %s events whose order is a tie.",
		n(c.Deals), n(c.Outside), n(c.NoHistory), n(c.NoCreatedAt), n(c.UnmappedStage), n(c.UnmappedStatus), n(c.AmbiguousOrder))
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
	return grouped(strconv.FormatInt(n, 10))
}
