package mapping

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/koine-go/koine/internal/salesterms"
)

// dayField returns the field for days or the one for instants, as the cells have it.
func (c *draftColumn) dayField(day, instant Field) Field {
	if c.hasTime() {
		return instant
	}
	return day
}

// proveDate asks whether the cells are dates that lie as the role says.
func (d *draft) proveDate(c *draftColumn, role string) proof {
	p := proof{why: c.looks()}
	if !c.isDate() {
		return p
	}
	switch role {
	case "created":
		p.field = c.dayField(CreatedOn, CreatedAt)
		first, all := c.comesFirst()
		p.fits = c.filled*10 >= c.sheet.rows*9 && first*20 >= all*17
		p.proper = p.fits && all >= enoughRows && first*20 >= all*19
		p.why += fmt.Sprintf(", before the other dates of the row in %d of %d cases", first, all)
	case "at":
		p.field = c.dayField(On, At)
		p.fits = c.filled*20 >= c.sheet.rows*19
	case "closed":
		p.field = c.dayField(ClosedOn, ClosedAt)
		open, ended := d.filledWhere(c, "open"), d.filledWhere(c, "ended")
		p.fits = open.all == 0 || open.filled*10 <= open.all
		p.proper = p.fits && open.all >= 5 && ended.filled*2 >= ended.all && ended.all >= 5
		p.why += open.of("open deals") + ended.of("deals that have ended")
	case "expected_close_date":
		open := d.filledWhere(c, "open")
		p.field, p.fits = ExpectedClose, !c.hasTime() && (open.all < 5 || open.filled*2 >= open.all)
		p.why += open.of("open deals")
	case "close":
		return d.proveClose(c)
	}
	return p
}

// proveClose tells the close that is hoped for from the one that came: only the former stands beside open deals.
func (d *draft) proveClose(c *draftColumn) proof {
	open, ended := d.filledWhere(c, "open"), d.filledWhere(c, "ended")
	p := proof{fits: true, field: ExpectedClose, why: c.looks() + open.of("open deals") + ended.of("deals that have ended")}
	switch {
	case open.all >= 5 && open.filled*5 >= open.all*4:
		p.proper = !c.hasTime()
	case open.all >= 5 && open.filled*20 <= open.all && ended.all >= 5 && ended.filled*5 >= ended.all*4:
		p.field, p.proper = c.dayField(ClosedOn, ClosedAt), true
	default:
		p.field = c.dayField(ClosedOn, ClosedAt)
	}
	return p
}

// comesFirst counts the rows in which the date is not after the other dates that a deal has, and all such rows.
func (c *draftColumn) comesFirst() (first, all int) {
	for _, o := range c.sheet.columns {
		if o == c || !o.isDate() {
			continue
		}
		for i, at := range c.times {
			if at.IsZero() || o.times[i].IsZero() {
				continue
			}
			if all++; !o.times[i].Before(at.Truncate(24 * time.Hour)) {
				first++
			}
		}
	}
	return first, all
}

// part is how many rows of all have a cell filled.
type part struct{ filled, all int }

// of says so of a kind of deals, and nothing where there are none.
func (p part) of(what string) string {
	if p.all == 0 {
		return ""
	}
	return fmt.Sprintf(", filled in %d of %d %s", p.filled, p.all, what)
}

// filledWhere counts the rows whose deal stands so: open, ended or won, by the words of its status, or of its stage where there is no status.
func (d *draft) filledWhere(c *draftColumn, stands string) (f part) {
	of := c.sheet.outcome
	if of == nil {
		return f
	}
	for i, cell := range c.cells {
		is, known := d.outcome(of.cells[i])
		if !known || is != stands && !(stands == "ended" && is != "open") {
			continue
		}
		if f.all++; cell != "" {
			f.filled++
		}
	}
	return f
}

// outcomeColumn returns the column whose words say how a deal stands: that of the status if its words are known, else that of the stage, which tells
// won from lost only where there is no status.
func (d *draft) outcomeColumn(s *draftSheet) (of *draftColumn) {
	best := 1
	for _, c := range s.columns {
		if len(c.values) > fewValues || len(c.values) < 2 {
			continue
		}
		status := slices.ContainsFunc(d.heard(headerWord(c.name), salesterms.Column), func(t salesterms.Term) bool {
			return t.Means == "status" || t.Means == "stage" || t.Means == "new_stage"
		})
		n := c.share(func(v string) bool { m, ok := d.meaning(v, salesterms.Status); return ok && m.means != "" })
		if status && n > best {
			best, of = n, c
		}
	}
	return of
}

// outcome says how a deal with this status, or with this stage where the outcome is one, stands.
func (d *draft) outcome(value string) (is string, known bool) {
	m, ok := d.meaning(value, salesterms.Status, salesterms.Stage)
	switch {
	case !ok || m.means == "":
		return "", false
	case m.sets == "stage" || m.means == "open" || m.means == "on_hold":
		return "open", m.sets == "stage" || m.doubt == salesterms.Plain
	}
	return m.means, m.doubt == salesterms.Plain
}

// proveSequence asks for whole numbers that rise within each deal in the order of its events.
func (d *draft) proveSequence(c *draftColumn) proof {
	p := proof{field: Sequence, why: c.looks()}
	ids := d.columnIn(c.sheet, "deal_id")
	if !c.most(c.integers) || ids == nil {
		return p
	}
	last := map[string]int{}
	rises, falls := 0, 0
	for i, cell := range c.cells {
		n, err := strconv.Atoi(cell)
		if err != nil {
			continue
		}
		if was, ok := last[ids.cells[i]]; ok {
			if n > was {
				rises++
			} else {
				falls++
			}
		}
		last[ids.cells[i]] = n
	}
	starts := c.share(func(v string) bool { return v == "1" || v == "0" }) > 0
	p.fits = starts && rises >= enoughRows && falls*10 <= rises
	p.proper = p.fits
	p.why = fmt.Sprintf("rises in %d of %d steps from one event of a deal to the next", rises, rises+falls)
	return p
}

// columnIn returns the one column whose name says that it has the role in this file.
func (d *draft) columnIn(s *draftSheet, role string) (found *draftColumn) {
	for _, c := range s.columns {
		for _, t := range d.heard(headerWord(c.name), salesterms.Column) {
			if roleIn(t.Means, s.place) == role && t.Doubt == salesterms.Plain {
				return c
			}
		}
	}
	return nil
}
