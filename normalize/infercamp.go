package normalize

import (
	"slices"
	"unicode/utf8"
)

// tally follows all candidates through a column, cell by cell. Candidates that had the same outcome at every cell so far
// are one camp; a cell at which they have not splits it.
type tally struct {
	*kindRow
	kind       Kind
	candidates []candidate
	shapes     shapes    // of the present cell, for dates
	outcomes   []outcome // at the present cell, one for each candidate
	camps      []*camp
	distinct   []value // at the present cell
	next       int     // index of the next cell
	blank      int
}

// candidate is a locale as given, or one of those with an order declared.
type candidate struct {
	*Locale
	plain   int // the number of the locale as given
	assumed int // cells of which something was assumed
	foreign foreign
}

// outcome is what a candidate makes of a cell.
type outcome struct {
	value
	read bool
}

// camp is candidates that are alike so far.
type camp struct {
	members []int // in ascending order
	refused int   // cells
	broken  []keptCell
	swap    swap
	clashes []clash // with each camp before it in the list
	said    int     // which of the distinct values it has at the present cell; -1 for none
}

// clash is that two camps read a cell to different values.
type clash struct {
	cells int
	first keptCell
}

// keptCell is a copy of a cell. Text of any kind that is longer than what is kept is refused, and so is what is kept.
type keptCell struct {
	index int
	text  string
}

const maxKept = maxNumberText + utf8.UTFMax

// maxBroken is how many refused cells are kept for each camp.
const maxBroken = 5

// add takes the next cell.
func (t *tally) add(b []byte) {
	index := t.next
	t.next++
	var around Repairs
	if skip(b, 0, &around, 0) == len(b) {
		t.blank++
		return
	}
	t.shapes.take(t.kind, t.candidates, b)
	for i := range t.candidates {
		c := &t.candidates[i]
		v, repairs, ok := t.look(c, b)
		t.outcomes[i] = outcome{v, ok}
		if repairs&(AssumedCurrency|Pivoted) != 0 {
			c.assumed++
		}
	}
	for _, c := range t.camps {
		t.split(c)
	}
	cell := keptCell{index: index}
	t.count(&cell, b)
	t.compare(&cell, b)
}

// look reads a cell for its value alone.
func (t *tally) look(c *candidate, b []byte) (value, Repairs, bool) {
	if t.quiet != nil {
		return t.quiet(c.Locale, b)
	}
	s := t.shapes.of(c)
	if s != nil && c.foreign.has(s) {
		return value{}, 0, false
	}
	v, repairs, err := t.read(c.Locale, b)
	if s != nil && err != nil {
		c.foreign.learn(s, err)
	}
	return v, repairs, err == nil
}

// keep copies the text of a cell the first time that it is needed.
func (k *keptCell) keep(b []byte) keptCell {
	if k.text == "" {
		k.text = string(b[:min(len(b), maxKept)])
	}
	return *k
}

// split takes those out of a camp that have another outcome than its first member.
func (t *tally) split(c *camp) {
	for !t.uniform(c.members) {
		first := t.outcomes[c.members[0]]
		rest := &camp{refused: c.refused, broken: slices.Clip(c.broken), swap: c.swap, clashes: t.clashesOf(c)}
		var same []int
		for _, i := range c.members {
			if t.outcomes[i] == first {
				same = append(same, i)
			} else {
				rest.members = append(rest.members, i)
			}
		}
		c.members = same
		t.camps = append(t.camps, rest)
		c = rest
	}
}

func (t *tally) uniform(members []int) bool {
	first := &t.outcomes[members[0]]
	for _, i := range members[1:] {
		if t.outcomes[i] != *first {
			return false
		}
	}
	return true
}

// clashesOf are the clashes of a camp with all others, in their order, and with itself none.
func (t *tally) clashesOf(c *camp) []clash {
	all := make([]clash, len(t.camps))
	at := slices.Index(t.camps, c)
	for i := range t.camps {
		if i != at {
			all[i] = *t.between(i, at)
		}
	}
	return all
}

// between is what is known of two different camps.
func (t *tally) between(i, j int) *clash {
	if i < j {
		i, j = j, i
	}
	return &t.camps[i].clashes[j]
}

// count notes for each camp what the cell is to it.
func (t *tally) count(cell *keptCell, b []byte) {
	t.distinct = t.distinct[:0]
	for _, c := range t.camps {
		o := &t.outcomes[c.members[0]]
		if !o.read {
			c.said = -1
			c.refused++
			if len(c.broken) < maxBroken {
				c.broken = append(c.broken, cell.keep(b))
			}
			continue
		}
		if c.said = slices.Index(t.distinct, o.value); c.said < 0 {
			c.said = len(t.distinct)
			t.distinct = append(t.distinct, o.value)
		}
		if t.ordered {
			c.swap.add(&t.candidates[c.members[0]].number, b, t.kind.day(o.value))
		}
	}
}

// compare notes which camps read the cell to different values.
func (t *tally) compare(cell *keptCell, b []byte) {
	if len(t.distinct) < 2 {
		return
	}
	for i, c := range t.camps {
		if c.said < 0 {
			continue
		}
		for j, o := range t.camps[:i] {
			if o.said < 0 || o.said == c.said {
				continue
			}
			if c.clashes[j].cells++; c.clashes[j].cells == 1 {
				c.clashes[j].first = cell.keep(b)
			}
		}
	}
}
