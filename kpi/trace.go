package kpi

import (
	"slices"
	"strings"
)

// Trace is the deals behind one value, by id in order: those in the part (the numerator, or what is summed), those in the whole, and those
// left out by reason. The zero value lists none.
type Trace struct {
	Part  []string
	Whole []string
	Left  []LeftDeals
}

// LeftDeals is the deals left out for one reason. The zero value lists none.
type LeftDeals struct {
	Reason string
	IDs    []string
}

// KeepDeals makes the report remember the ids of the deals behind every value, from now on. It costs memory for every deal and metric, and
// one fold more each, so it is off unless asked for.
func (r *Report) KeepDeals() {
	if r.traces == nil {
		r.traces = &traces{entries: make([][]traced, len(r.columns))}
	}
}

// traces remembers for each metric where every deal went.
type traces struct{ entries [][]traced }

type traced struct {
	id          string
	group       int
	part, whole bool
	reason      string
}

func (t *traces) fold(metric int, c column, rows []Row, out *Out) {
	for _, row := range rows {
		part, whole, reason := c.trace(row, out)
		if part || whole {
			t.add(metric, traced{row.ID, row.Group, part, whole, ""})
		} else if reason != "" {
			t.add(metric, traced{id: row.ID, group: row.Group, reason: reason})
		}
	}
}

func (t *traces) leave(metric int, row Row, reason Skip) {
	t.add(metric, traced{id: row.ID, group: row.Group, reason: reason.String()})
}

func (t *traces) add(metric int, e traced) { t.entries[metric] = append(t.entries[metric], e) }

// of lists the deals of one group, all those of the metric.
func (t *traces) of(metric, group int) *Trace {
	return t.list(metric, func(e traced) bool { return e.group == group })
}

func (t *traces) all(metric int) *Trace { return t.list(metric, func(traced) bool { return true }) }

func (t *traces) list(metric int, wanted func(traced) bool) *Trace {
	trace := &Trace{}
	left := map[string][]string{}
	for _, e := range t.entries[metric] {
		if !wanted(e) {
			continue
		}
		if e.part {
			trace.Part = append(trace.Part, e.id)
		}
		if e.whole {
			trace.Whole = append(trace.Whole, e.id)
		}
		if e.reason != "" {
			left[e.reason] = append(left[e.reason], e.id)
		}
	}
	slices.Sort(trace.Part)
	slices.Sort(trace.Whole)
	for reason, ids := range left {
		slices.Sort(ids)
		trace.Left = append(trace.Left, LeftDeals{reason, ids})
	}
	slices.SortFunc(trace.Left, func(a, b LeftDeals) int {
		if n := precedence(a.Reason) - precedence(b.Reason); n != 0 {
			return n
		}
		return strings.Compare(a.Reason, b.Reason)
	})
	return trace
}

func (t *traces) merge(o *traces, renumbered []int) {
	for metric, entries := range o.entries {
		for _, e := range entries {
			e.group = renumbered[e.group]
			t.add(metric, e)
		}
	}
}
