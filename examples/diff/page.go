package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
	"github.com/koine-go/koine/mapping"
)

// print writes the whole page: what is compared, what becomes of the rows, what that does to each KPI, and the deals that end differently.
func print(w io.Writer, s *settings, before, after *side, c *changes) error {
	var page bytes.Buffer
	fmt.Fprintf(&page, "before  %s\nafter   %s\n%v as known at %s, in %v\n", versions(before.set), versions(after.set), s.view.Period,
		s.view.AsOf.In(s.view.Calendar.Location()).Format("2006-01-02 15:04 MST"), s.view.Currency)
	section(&page, "What becomes of the rows")
	rows(&page, before, after, c)
	section(&page, "What the change does to each KPI")
	numbers(&page, before.report.Total().Values, after.report.Total().Values)
	section(&page, "Deals that end differently")
	ends(&page, c.ends)
	won(&page, c)
	_, err := w.Write(page.Bytes())
	return err
}

func section(w io.Writer, title string) { fmt.Fprintf(w, "\n%s\n\n", strings.ToUpper(title)) }

// versions names the versions of a side and since when each holds.
func versions(s *mapping.Set) string {
	var names []string
	for _, p := range s.Versions() {
		name := p.String()
		if !p.From.IsZero() {
			name += " from " + p.From.String()
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

// rows accounts for the rows of each side: rows in = deals + events + refused.
func rows(w io.Writer, before, after *side, c *changes) {
	fmt.Fprintf(w, "%-8s%8s%8s%8s%10s%12s\n", "", "rows", "deals", "events", "refused", "unmapped")
	for _, s := range [...]struct {
		name string
		side *side
	}{{"before", before}, {"after", after}} {
		n, unmapped := s.side.rows.Counts(), 0
		for _, v := range s.side.rows.Coverage().Values {
			unmapped += v.Unmapped
		}
		fmt.Fprintf(w, "%-8s%8d%8d%8d%10d%12d\n", s.name, n.Rows(), n.Deals, n.Events, n.Refused(), unmapped)
	}
	fmt.Fprintf(w, "\n%d of %d deals are mapped differently: %d in a stage, %d in a status, %d in a cause, each counted once for its record and events.\n",
		c.changed, c.rows, c.stage, c.status, c.cause)
	if c.refused+c.refusedBefore > 0 {
		fmt.Fprintf(w, "%d deals are no longer read, %d are read that were not.\n", c.refused, c.refusedBefore)
	}
}

// numbers prints each KPI that changes, and names the others.
func numbers(w io.Writer, before, after []kpi.Value) {
	var same []string
	fmt.Fprintf(w, "%-26s%14s%14s%14s%8s%8s\n", "KPI", "before", "after", "difference", "n", "n after")
	for i, v := range before {
		x, y := figure(v), figure(after[i])
		if x == y && v.N == after[i].N {
			same = append(same, v.ID)
			continue
		}
		line := fmt.Sprintf("%-26s%14s%14s%14s%8d%8d  %s", v.ID, x, y, difference(v, after[i]), v.N, after[i].N, parameters(v))
		fmt.Fprintln(w, strings.TrimRight(line, " "))
	}
	if len(same) == len(before) {
		fmt.Fprintln(w, "none changes")
		return
	}
	fmt.Fprintf(w, "\nThe same before and after: %s.\n", wrapped(same))
}

// wrapped joins names into lines.
func wrapped(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	var b strings.Builder
	width := len("The same before and after: ")
	for i, name := range names {
		width += len(name) + 2
		switch {
		case i > 0 && width > 100:
			b.WriteString(",\n  ")
			width = len(name)
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(name)
	}
	return b.String()
}

// digits is how many fraction digits a unit is shown with.
func digits(u kpi.Unit) int32 {
	switch u {
	case kpi.UnitRatio:
		return 4
	case kpi.UnitDays:
		return 2
	}
	return 0
}

// shown is the number of a value as it is printed, rounded half-even; ok is false where it is not known.
func shown(v kpi.Value) (d decimal.Decimal, ok bool) {
	if v.Status == kpi.NotInLocalModel {
		return d, false
	}
	return v.Decimal(digits(v.Unit))
}

func figure(v kpi.Value) string {
	d, ok := shown(v)
	switch {
	case !ok:
		return strings.ReplaceAll(v.Status.String(), "undefined_zero_denominator", "unknown")
	case v.Unit == kpi.UnitRatio:
		return d.Shift(2).StringFixed(2) + "%"
	}
	return d.StringFixed(digits(v.Unit))
}

// difference is that of the two numbers shown, of shares in percentage points; without one of them there is none.
func difference(before, after kpi.Value) string {
	x, known := shown(before)
	y, too := shown(after)
	if !known || !too {
		return "-"
	}
	d, unit := y.Sub(x), ""
	places := digits(before.Unit)
	if before.Unit == kpi.UnitRatio {
		d, places, unit = d.Shift(2), 2, " pt"
	}
	switch text := d.StringFixed(places) + unit; {
	case d.IsPositive():
		return "+" + text
	case d.IsZero():
		return "0" + unit
	default:
		return text
	}
}

func parameters(v kpi.Value) string {
	var all []string
	for _, p := range v.Parameters {
		all = append(all, p.Name+" "+p.Value)
	}
	if v.Currency != "" {
		all = append(all, v.Currency)
	}
	if v.Unit == kpi.UnitDays {
		all = append(all, "days")
	}
	return strings.Join(all, ", ")
}

func ends(w io.Writer, list []end) {
	for _, e := range list {
		fmt.Fprintln(w, e)
	}
	if len(list) == 0 {
		fmt.Fprintln(w, "none")
	}
}

// String returns the deal, what it ended in and ends in, its amount, where its rows stand, and its own words.
func (e end) String() string {
	amount := "-"
	if e.amount.Known() {
		amount = e.amount.String()
	}
	where := fmt.Sprintf("deals:%d", e.line)
	if e.history > 0 {
		where += fmt.Sprintf(" history:%d", e.history)
	}
	return fmt.Sprintf("%-10s%-13s> %-13s%15s  %-24s %s", plain(e.id), named(e.from), named(e.to), amount, where, plain(e.local))
}

func named(s funnel.Status) string {
	if s == funnel.UnknownStatus {
		return "unknown"
	}
	return s.String()
}

// plain quotes a text of an export that would drive the terminal.
func plain(s string) string {
	if strings.ContainsFunc(s, unicode.IsControl) {
		return fmt.Sprintf("%q", s)
	}
	return s
}

// won says loudly what becomes of orders.
func won(w io.Writer, c *changes) {
	for _, part := range [...]struct {
		title string
		list  []end
	}{{"won before and not after", c.unwon}, {"won after and not before", c.newlyWon}} {
		if len(part.list) == 0 {
			continue
		}
		section(w, fmt.Sprintf("!!! %d deals %s", len(part.list), part.title))
		ends(w, part.list)
	}
	if len(c.unwon) == 0 {
		fmt.Fprintln(w, "\nNo deal that was won becomes another.")
	}
}
