package mapping

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/koine-go/koine/internal/salesterms"
)

// axisKinds are the kinds of word that a value of an axis can be, the nearest first: systems write outcomes as stages and as reasons too.
var axisKinds = [...][]salesterms.Kind{
	Stage:  {salesterms.Stage, salesterms.Status},
	Status: {salesterms.Status, salesterms.Stage},
	Reason: {salesterms.Cause, salesterms.Status},
}

// seen is one value of an axis in the files of the sample.
type seen struct {
	text   string
	rows   int
	column *draftColumn // in which it is seen first
	sure   bool         // some column that is surely of the axis has it
}

// axisColumns returns the column of each file that is of the axis: the sure one, else the first that may be.
func (d *draft) axisColumns(a Axis) (columns []*draftColumn) {
	for _, s := range d.sheets() {
		var of *draftColumn
		for _, c := range s.columns {
			if slot, ok := c.found.field.local(); ok && Axis(slot/int(kindCount)) == a && (of == nil || c.found.Sure && !of.found.Sure) {
				of = c
			}
		}
		if of != nil {
			columns = append(columns, of)
		}
	}
	return columns
}

// unify gives the columns of an axis one kind of name, so that one rule reads both files.
func (d *draft) unify(a Axis) {
	columns := d.axisColumns(a)
	if len(columns) < 2 {
		return
	}
	both := &draftColumn{}
	for _, v := range d.values(a) {
		both.values = append(both.values, draftValue{v.text, v.rows})
	}
	f := d.localField(both, a.String())
	for _, c := range columns {
		c.found.field, c.found.Proposed = f, f.String()
		for i, name := range c.found.Candidates {
			if other, ok := fieldIn(name, c.sheet.place); ok && sameField(other, f) {
				c.found.Candidates[i] = f.String()
			}
		}
	}
}

// values returns the values of an axis in both files.
func (d *draft) values(a Axis) (all []seen) {
	at := map[string]int{}
	for _, c := range d.axisColumns(a) {
		if len(c.values) > fewValues {
			continue
		}
		for _, v := range c.values {
			i, ok := at[v.text]
			if !ok {
				i, at[v.text] = len(all), len(all)
				all = append(all, seen{text: v.text, column: c})
			}
			all[i].rows += v.rows
			all[i].sure = all[i].sure || c.found.Sure
		}
	}
	return all
}

// proposeValues proposes what the values of each axis mean.
func (d *draft) proposeValues() {
	steps := d.steps()
	for a := Stage; a < axisCount; a++ {
		first := len(d.out.Proposals)
		for _, v := range d.values(a) {
			d.add(d.judge(a, v))
		}
		if judged := d.out.Proposals[first:]; a == Stage {
			steps.doubt(judged)
			steps.confirm(judged)
		}
	}
	d.holdLost()
	for _, c := range d.deals.columns {
		if c.found.field == ForecastCategory {
			d.proposeCategories(c)
		}
	}
}

// judge weighs the words for one value.
func (d *draft) judge(a Axis, v seen) Proposal {
	field := v.column.found.field
	slot, _ := field.local()
	p := Proposal{What: "value", File: v.column.sheet.place.String(), Column: v.column.name, Axis: a.String(), Value: v.text, Rows: v.rows,
		field: field, by: Kind(slot % int(kindCount)), column: v.column}
	m, ok := d.meaning(v.text, axisKinds[a]...)
	if !ok {
		p.Sets = map[Axis]string{Stage: "stage", Status: "status", Reason: "cause"}[a]
		p.Evidence = append([]string{"no word of the languages of this sample"}, d.beside(v)...)
		return p
	}
	p.Sets, p.Proposed, p.Candidates = m.sets, m.means, m.candidates
	p.Evidence = []string{fmt.Sprintf("a word for %s in %s (%s)", meansWhat(m), m.term.Language, m.term.Source)}
	wants := func(why string) Proposal {
		p.Evidence = append(p.Evidence, "but "+why)
		return p
	}
	switch {
	case m.doubt == salesterms.Open:
		return wants("a word that does not mean the same everywhere")
	case !v.sure:
		return wants("whether the column holds " + plural[a] + " is a question itself")
	case a == Status && m.sets == "stage":
		return wants("a stage rather than a status")
	case a == Reason && m.sets == "status" && slices.Contains([]string{"open", "on_hold", "won", "lost", "no_response"}, m.means):
		return wants("an outcome rather than a reason")
	case m.doubt == salesterms.Weak:
		why, ok := d.closingShows(a, v, m)
		if !ok {
			return wants("one that means other things too")
		}
		p.Evidence = append(p.Evidence, why)
	}
	p.Evidence = append(p.Evidence, "in a column of "+plural[a])
	p.Sure, p.Candidates = true, nil
	return p
}

var plural = [...]string{Stage: "stages", Status: "statuses", Reason: "reasons"}

func meansWhat(m meaning) string {
	if m.means == "" {
		return "a " + m.sets
	}
	return m.sets + " " + m.means
}

// closingShows lets a column of closing dates decide whether a word for something under way means that, and whether a word for something put off means
// that it came to an end.
func (d *draft) closingShows(a Axis, v seen, m meaning) (why string, ok bool) {
	if a != Status || v.column.sheet != d.deals {
		return "", false
	}
	c := cmp.Or(d.deals.fed(ClosedOn), d.deals.fed(ClosedAt))
	if c == nil || !c.found.Sure {
		return "", false
	}
	is := v.beside(c)
	ended := d.filledWhere(c, "ended")
	if is.all < 5 || ended.all < 5 || ended.filled*5 < ended.all*4 {
		return "", false
	}
	switch {
	case m.means == "open" && is.filled == 0:
		return "no deal with it has a closing date, and those that have ended have one", true
	case m.means == "no_decision" && is.filled == is.all:
		return "every deal with it has a closing date, so that it has ended", true
	}
	return "", false
}

// beside counts the rows with the value in which another column of the file is filled.
func (v seen) beside(o *draftColumn) (is part) {
	for i, cell := range v.column.cells {
		if cell == v.text {
			if is.all++; o.cells[i] != "" {
				is.filled++
			}
		}
	}
	return is
}

// beside says what helps a person to tell what a value means that no word explains: whether a reason and a closing date stand beside it.
func (d *draft) beside(v seen) (said []string) {
	for _, o := range v.column.sheet.columns {
		slot, local := o.found.field.local()
		if o != v.column && (local && Axis(slot/int(kindCount)) == Reason || o.found.field == ClosedOn || o.found.field == ClosedAt) {
			is := v.beside(o)
			said = append(said, fmt.Sprintf("beside it %q is filled in %d of %d rows", o.name, is.filled, is.all))
		}
	}
	return said
}

// lostHolder is a condition that only lost deals meet.
type lostHolder struct {
	field  Field
	values []string
}

// holdLost finds the values that mean lost: what a reason says of the outcome is a narrower rule beside them.
func (d *draft) holdLost() {
	for _, p := range d.out.Proposals {
		if p.What != "value" || !p.Sure || p.Sets != "status" || p.Proposed != "lost" || p.Axis == "reason" {
			continue
		}
		at := slices.IndexFunc(d.out.lost, func(h lostHolder) bool { return h.field == p.field })
		if at < 0 {
			at = len(d.out.lost)
			d.out.lost = append(d.out.lost, lostHolder{field: p.field})
		}
		d.out.lost[at].values = append(d.out.lost[at].values, p.Value)
	}
	if columns := d.axisColumns(Status); len(columns) > 0 {
		d.out.status = columns[0].found.field
	}
}

// proposeCategories proposes the look-up of a column of forecast categories.
func (d *draft) proposeCategories(c *draftColumn) {
	for _, v := range c.values {
		m, ok := d.meaning(v.text, salesterms.Category)
		p := Proposal{What: "value", File: c.sheet.place.String(), Column: c.name, Axis: "forecast_category", Value: v.text, Rows: v.rows, Sets: "category", column: c}
		if p.Evidence = []string{"no known category"}; ok {
			p.Proposed, p.Evidence = m.means, []string{"a category of " + m.term.Source}
			p.Sure = c.found.Sure && m.doubt == salesterms.Plain && m.means != ""
		}
		d.add(p)
	}
}
