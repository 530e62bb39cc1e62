package normalize

import (
	"cmp"
	"slices"
)

// settle says what the column is.
func (t *tally) settle() (Convention, error) {
	all := t.standing()
	var open []standing
	for _, s := range all {
		if s.refused == 0 {
			open = append(open, s)
		}
	}
	filled := t.next - t.blank
	switch {
	case filled == 0:
		return Convention{}, &ColumnError{Kind: t.kind, Err: ErrAmbiguous, Blank: t.blank, Hint: "no cell is filled"}
	case len(open) == 0:
		return Convention{}, t.none(all)
	case len(open) > 1:
		return Convention{}, &ColumnError{Kind: t.kind, Err: ErrAmbiguous, Filled: filled, Blank: t.blank, Witness: t.witness(open)}
	}
	won := open[0]
	first := &t.candidates[won.members[0]]
	c := Convention{Locale: first.Locale, Alike: t.locales(won)[1:]}
	c.Strength = Strength{Cells: filled, Blank: t.blank, Assumed: first.assumed,
		Numeric: won.swap.numeric, Distinct: won.swap.distinct(), Past12: won.swap.past12}
	for _, s := range all {
		if s.at != won.at {
			c.Strength.Rivals = append(c.Strength.Rivals, t.rival(won, s))
		}
	}
	return c, nil
}

// standing is a camp with those of its members that count.
type standing struct {
	*camp
	at      int // in the list of camps
	members []int
}

// standing lists the camps in the order of their first members. Where a locale by itself reads every cell, it is not
// counted with an order declared: the declaration is for what the locale leaves open.
func (t *tally) standing() (all []standing) {
	settled := make([]bool, len(t.candidates))
	for _, c := range t.camps {
		for _, i := range c.members {
			settled[i] = c.refused == 0
		}
	}
	for at, c := range t.camps {
		s := standing{camp: c, at: at}
		for _, i := range c.members {
			if plain := t.candidates[i].plain; plain == i || !settled[plain] {
				s.members = append(s.members, i)
			}
		}
		if len(s.members) > 0 {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b standing) int { return cmp.Compare(a.members[0], b.members[0]) })
	return all
}

func (t *tally) locales(s standing) (list []*Locale) {
	for _, i := range s.members {
		list = append(list, t.candidates[i].Locale)
	}
	return list
}

func (t *tally) rival(won, s standing) Rival {
	r := Rival{Locales: t.locales(s), Refused: s.refused, By: t.cell(s.broken[0], won, s)}
	if c := t.between(won.at, s.at); c.cells > 0 {
		r.Differs, r.Witness = c.cells, t.cell(c.first, won, s)
	}
	return r
}

// none is the error of a column that no candidate reads, with the cells that break the candidate that fewest break.
func (t *tally) none(all []standing) error {
	best := slices.MinFunc(all, func(a, b standing) int { return cmp.Compare(a.refused, b.refused) })
	e := &ColumnError{Kind: t.kind, Err: ErrSyntax, Filled: t.next - t.blank, Blank: t.blank, Broken: best.refused, Witness: t.witness(all)}
	var alike []standing
	for _, s := range all {
		if s.refused == best.refused {
			alike = append(alike, s)
		}
	}
	for _, k := range best.broken {
		e.Cells = append(e.Cells, t.cell(k, alike...))
	}
	return e
}

// witness is the first cell that two of the camps read to different values; the zero Cell if there is none.
func (t *tally) witness(among []standing) Cell {
	var found *clash
	for i, a := range among {
		for _, b := range among[:i] {
			if c := t.between(a.at, b.at); c.cells > 0 && (found == nil || c.first.index < found.first.index) {
				found = c
			}
		}
	}
	if found == nil {
		return Cell{}
	}
	return t.cell(found.first, among...)
}

// cell reads a kept cell once more, for what the camps say of it.
func (t *tally) cell(k keptCell, by ...standing) Cell {
	c := Cell{Index: k.index, Text: echo([]byte(k.text))}
	for _, s := range by {
		r := Reading{Locales: t.locales(s)}
		v, _, err := t.read(r.Locales[0], []byte(k.text))
		if r.Err = err; err == nil {
			r.Value = t.text(v)
		}
		c.Readings = append(c.Readings, r)
	}
	return c
}
