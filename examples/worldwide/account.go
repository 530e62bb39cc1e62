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
	t := table{head: []string{"profile", "rows", "= deals", "+ events", "+ refused", "cells left empty or repaired"}}
	for _, i := range imports {
		c := i.counts
		kept := 0
		for _, f := range i.findings {
			if f.Kept {
				kept++
			}
		}
		t.add(i.profile.String(), grouped(strconv.Itoa(c.Rows())), grouped(strconv.Itoa(c.Deals)), grouped(strconv.Itoa(c.Events)),
			strconv.Itoa(c.Refused()), strconv.Itoa(kept))
	}
	t.print(w)
}

// findings prints what was not clean, by file, column and reason, with the first row that shows it.
func findings(w io.Writer, imports []*imported) {
	t := table{head: []string{"profile", "count", "what became of it", "the first of them"}}
	for _, i := range imports {
		for _, k := range gathered(i.findings) {
			t.addLeft(i.profile.Name, strconv.Itoa(k.count), k.fate(), k.example())
		}
	}
	t.print(w)
}

// kind is the findings that are alike.
type kind struct {
	first mapping.Finding
	count int
}

func (k kind) fate() string {
	if k.first.Kept {
		return "cell set aside"
	}
	return "row refused"
}

// example says where the first is and what is wrong with it.
func (k kind) example() string {
	f := k.first
	text := fmt.Sprintf("%s:%d: ", f.File, f.Line)
	if f.Column != "" {
		text += f.Column + ": "
	}
	reason := strings.TrimPrefix(f.Reason.Error(), "normalize: ")
	if f.Value != "" && !strings.Contains(reason, strconv.Quote(f.Value)) {
		text += strconv.Quote(f.Value) + " is "
	}
	if text += reason; f.Other != 0 {
		text += fmt.Sprintf(" (see line %d)", f.Other)
	}
	return text
}

// gathered puts findings of one file, column, reason and fate together, in the order of their first rows.
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
	return a.File == b.File && a.Column == b.Column && a.Kept == b.Kept && root(a.Reason) == root(b.Reason)
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
			c := covered(i.values, axis)
			if c.values > 0 {
				t.add(i.profile.Name, axis.String(), strconv.Itoa(c.values), strconv.Itoa(c.rows), share(c.exact, c.rows), share(c.assumed, c.rows),
					share(c.lossy, c.rows), share(c.unmapped, c.rows))
			}
		}
		for _, v := range i.values {
			if v.Unmapped > 0 {
				unknown = append(unknown, fmt.Sprintf("%s %s %q (%d)", i.profile.Name, v.Axis, v.Text, v.Unmapped))
			}
		}
	}
	t.print(w)
	if len(unknown) > 0 {
		fmt.Fprintf(w, "\nNo rule knows: %s.\n", strings.Join(unknown, ", "))
	}
}

// reach is the rows of one axis by how they were mapped.
type reach struct{ values, rows, exact, assumed, lossy, unmapped int }

func covered(values []mapping.Value, axis mapping.Axis) (c reach) {
	for _, v := range values {
		if v.Axis != axis {
			continue
		}
		rows := v.Deals + v.Events
		c.values++
		c.rows += rows
		c.unmapped += v.Unmapped
		switch rows -= v.Unmapped; v.Confidence {
		case mapping.Exact:
			c.exact += rows
		case mapping.Assumed:
			c.assumed += rows
		default:
			c.lossy += rows
		}
	}
	return c
}

func share(n, of int) string {
	if n == 0 {
		return "."
	}
	return fmt.Sprintf("%d.%d%%", n*100/of, n*1000/of%10)
}
