package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/koine-go/koine/mapping"
)

// sources prints what became of every row: rows in = deals + events + refused rows.
func sources(w io.Writer, imports []*imported) {
	t := table{head: []string{"profile", "rows", "= deals", "+ events", "+ refused", "cells set aside", "cells repaired"}}
	for _, i := range imports {
		c := i.counts
		cells := map[mapping.Fate]int{}
		for _, f := range i.findings {
			cells[f.Fate()]++
		}
		t.add(i.profile.String(), count(c.Rows()), count(c.Deals), count(c.Events), count(c.Refused()), count(cells[mapping.SetAside]),
			count(cells[mapping.Repaired]))
	}
	t.print(w)
}

// findings prints what was not clean, by file, column and reason, with the first row that shows it.
func findings(w io.Writer, imports []*imported) {
	t := table{head: []string{"profile", "count", "what became of it", "the first of them"}}
	for _, i := range imports {
		for _, k := range gathered(i.findings) {
			t.addLeft(i.profile.Name, count(k.count), k.first.Fate().String(), k.example())
		}
	}
	t.print(w)
}

// kind is the findings that are alike.
type kind struct {
	first mapping.Finding
	count int
}

// example says where the first is and what is wrong with it.
func (k kind) example() string {
	f := k.first
	text := fmt.Sprintf("%s:%d: ", f.File, f.Line)
	if f.Column != "" {
		text += f.Column + ": "
	}
	if f.Value != "" {
		text += strconv.Quote(f.Value) + " is "
	}
	if text += f.Reason.Error(); f.Other != 0 {
		text += fmt.Sprintf(" (see line %d)", f.Other)
	}
	return text
}

// gathered puts findings of one file, column, reason and fate together, repaired cells also by what they said, in the order of their first rows.
func gathered(list []mapping.Finding) []kind {
	var kinds []kind
	for _, f := range list {
		i := slices.IndexFunc(kinds, func(k kind) bool { return alike(k.first, f) })
		if i < 0 {
			kinds, i = append(kinds, kind{first: f}), len(kinds)
		}
		kinds[i].count++
	}
	return kinds
}

func alike(a, b mapping.Finding) bool {
	return a.File == b.File && a.Column == b.Column && a.Fate() == b.Fate() && root(a.Reason) == root(b.Reason) &&
		(a.Fate() != mapping.Repaired || a.Value == b.Value)
}

// root is the sentinel that an error wraps.
func root(err error) error {
	for {
		next := errors.Unwrap(err)
		if next == nil {
			return err
		}
		err = next
	}
}

// coverage prints how many local values and rows each profile maps, and how surely; then every value that no rule knows.
func coverage(w io.Writer, imports []*imported) {
	t := table{head: []string{"profile", "axis", "values", "rows", "exact", "assumed", "lossy", "unmapped"}}
	var unknown []string
	for _, i := range imports {
		for _, axis := range [...]mapping.Axis{mapping.Stage, mapping.Status, mapping.Reason} {
			r := i.coverage.On(axis)
			if rows := r.Rows(); rows > 0 {
				t.add(i.profile.Name, axis.String(), count(values(i.coverage.Values, axis)), count(rows), share(r.Exact, rows), share(r.Assumed, rows),
					share(r.Lossy, rows), share(r.Unmapped, rows))
			}
		}
		for _, v := range i.coverage.Values {
			if v.Unmapped > 0 {
				unknown = append(unknown, fmt.Sprintf("%s %s %q (%s)", i.profile.Name, v.Axis, v.Text, count(v.Unmapped)))
			}
		}
	}
	t.print(w)
	if len(unknown) > 0 {
		fmt.Fprintf(w, "\nNo rule knows: %s.\n", strings.Join(unknown, ", "))
	}
}

// values counts those of an axis.
func values(all []mapping.Value, axis mapping.Axis) (n int) {
	for _, v := range all {
		if v.Axis == axis {
			n++
		}
	}
	return n
}

// share is n of so many in per cent, half-even; what there is none of can be seen from afar.
func share(n, of int) string {
	if n == 0 {
		return "."
	}
	tenths, rest := 1000*n/of, 1000*n%of
	if 2*rest > of || 2*rest == of && tenths%2 == 1 {
		tenths++
	}
	return fmt.Sprintf("%d.%d%%", tenths/10, tenths%10)
}

// count is a number of rows or cells.
func count(n int) string {
	if n == 0 {
		return "."
	}
	return grouped(strconv.Itoa(n))
}
