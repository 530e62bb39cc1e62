package kpi

import (
	"slices"

	"github.com/koine-go/koine/funnel"
)

// grouping gives each combination of dimension values a dense number. Each dimension has a dictionary of its own; a combination is a path of
// pairs (group so far, value of the next dimension).
type grouping struct {
	dimensions []Dimension
	values     []dictionary
	pairs      []branches // by dimension from the second on; a value of the first is its own path
	keys       [][]uint32 // by group: the value numbers of its combination
	parents    [][]uint32 // by dimension: group number of the path so far, the last level being the groups
	firsts     uint32     // number of values of the first dimension
	moves      bool       // a deal may be in different groups by different clocks, even without field events
	row        []uint32   // value numbers of the deal that was looked up last
	group      int        // and its group
}

func newGrouping(dimensions []Dimension) (*grouping, error) {
	g := &grouping{dimensions: dimensions, row: make([]uint32, len(dimensions))}
	for i, d := range dimensions {
		if d.Name == "" || (d.Label == nil) == (d.Day == nil) {
			return nil, &Error{Subject: d.Name, Reason: "a dimension has a name and either Label or Day", Err: ErrGrouping}
		}
		if slices.ContainsFunc(dimensions[:i], func(o Dimension) bool { return o.Name == d.Name }) {
			return nil, &Error{Subject: d.Name, Reason: "named twice", Err: ErrGrouping}
		}
		g.moves = g.moves || d.Moves
		g.values = append(g.values, dictionary{labels: map[funnel.Label]uint32{}, days: map[funnel.Date]uint32{}})
	}
	g.pairs = make([]branches, len(dimensions))
	if len(dimensions) == 0 {
		g.keys = [][]uint32{nil}
	}
	return g, nil
}

// find returns the group of f as it stands at the view's instant.
func (g *grouping) find(f *Fact, c *funnel.Calendar) int {
	for i := range g.dimensions {
		g.row[i] = g.value(i, f, funnel.Moment{}, c)
	}
	g.group = g.follow()
	return g.group
}

// findAt returns the group of the same deal at the moment of a clock. One that is steady, having no field events, is looked up again only in
// the dimensions that move.
func (g *grouping) findAt(f *Fact, at funnel.Moment, c *funnel.Calendar, steady bool) int {
	if steady && !g.moves {
		return g.group
	}
	for i := range g.dimensions {
		if !steady || g.dimensions[i].Moves {
			g.row[i] = g.value(i, f, at, c)
		}
	}
	return g.follow()
}

func (g *grouping) value(i int, f *Fact, at funnel.Moment, c *funnel.Calendar) uint32 {
	if d := &g.dimensions[i]; d.Label != nil {
		return g.values[i].label(d.Label(f, at))
	}
	return g.values[i].day(g.dimensions[i].Day(f, at, c))
}

// follow returns the group whose values are in row.
func (g *grouping) follow() int {
	path := uint32(0)
	for i, v := range g.row {
		path = g.step(i, path, v)
	}
	return int(path)
}

// step returns the number of the path that continues path with value v of dimension i.
func (g *grouping) step(i int, path, v uint32) uint32 {
	if i == 0 {
		if v == g.firsts { // values are numbered as they come
			g.firsts++
			g.begin(i, path, v)
		}
		return v
	}
	n, ok := g.pairs[i].number(path, v)
	if !ok {
		n = g.pairs[i].add(path, v)
		g.begin(i, path, v)
	}
	return n
}

// begin remembers how a new path came about: one of all dimensions is a group, of the others groups will be spelt.
func (g *grouping) begin(i int, path, v uint32) {
	if i == len(g.dimensions)-1 {
		g.keys = append(g.keys, g.spell(i, path, v))
		return
	}
	for len(g.parents) <= i {
		g.parents = append(g.parents, nil)
	}
	g.parents[i] = append(g.parents[i], path, v)
}

func (g *grouping) spell(i int, path, v uint32) []uint32 {
	key := make([]uint32, i+1)
	key[i] = v
	for i--; i >= 0; i-- {
		key[i] = g.parents[i][2*path+1]
		path = g.parents[i][2*path]
	}
	return key
}

// size returns the number of groups.
func (g *grouping) size() int { return len(g.keys) }

// key returns the values of a group in the order of the dimensions; a missing value is not Known.
func (g *grouping) key(group int) Key {
	k := make(Key, len(g.dimensions))
	for i, v := range g.keys[group] {
		k[i] = Part{g.values[i].names[v], g.values[i].given[v]}
	}
	return k
}

// absorb returns the number in g of each group of o.
func (g *grouping) absorb(o *grouping) []int {
	renumbered := make([]int, o.size())
	for group := range renumbered {
		renumbered[group] = g.place(o.key(group))
	}
	return renumbered
}

// place returns the number of the group with this key, adding it if need be.
func (g *grouping) place(k Key) int {
	path := uint32(0)
	for i, part := range k {
		path = g.step(i, path, g.values[i].named(part, g.dimensions[i].Day != nil))
	}
	return int(path)
}

// lookup returns the number of the group with this key, -1 if there is none.
func (g *grouping) lookup(k Key) int {
	if len(k) != len(g.dimensions) {
		return -1
	}
	path := uint32(0)
	for i, part := range k {
		v, ok := g.values[i].number(part, g.dimensions[i].Day != nil)
		if !ok {
			return -1
		}
		if i == 0 {
			path = v
		} else if path, ok = g.pairs[i].number(path, v); !ok {
			return -1
		}
	}
	return int(path)
}
