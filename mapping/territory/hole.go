package territory

import (
	"slices"

	"github.com/koine-go/koine/funnel"
)

// space is a set of accounts and days: those that all its parts hold for. A part that is not given may be anything, even unknown.
type space struct {
	sets     [dims]set
	shapes   []shape
	from, to int32
}

// hole is an account and a day of a space that none of some claims holds for.
type hole struct {
	values   [dims]uint32
	postal   string
	from, to int32 // the days on which it is one
}

// hole looks for one that the claims leave in the space from the dimension d on; the dimensions before it are settled, and each of the claims holds for
// what h says of them. Where the space does not limit a dimension an unknown value is enough: claims that hold for it hold for every other.
func (c *compiler) hole(sp *space, claims []int32, d dim, h *hole) bool {
	if !c.spend(1+len(claims)) || slices.ContainsFunc(claims, func(n int32) bool { return c.covers(n, sp, d) }) {
		return false
	}
	if d == dims {
		return c.holeInTime(sp, claims, h)
	}
	values := sp.sets[d]
	if len(values) == 0 {
		values = set{0}
	}
	for _, v := range values {
		h.values[d] = v
		var kept []int32
		for _, n := range claims {
			if c.set.claims[n].sets[d].has(v) {
				kept = append(kept, n)
			}
		}
		if c.hole(sp, kept, d+1, h) {
			return true
		}
	}
	return false
}

// covers tells whether a claim that holds for the dimensions before d holds for all of the space.
func (c *compiler) covers(n int32, sp *space, d dim) bool {
	of := &c.set.claims[n]
	if len(of.postal) > 0 || of.from > sp.from || of.to < sp.to {
		return false
	}
	for ; d < dims; d++ {
		if len(of.sets[d]) == 0 {
			continue
		}
		if c.spend(len(of.sets[d])); !sp.sets[d].within(of.sets[d]) {
			return false
		}
	}
	return true
}

// holeInTime looks at each stretch of days in which the same claims are in force.
func (c *compiler) holeInTime(sp *space, claims []int32, h *hole) bool {
	bounds := []int32{sp.from, sp.to}
	for _, n := range claims {
		for _, day := range [...]int32{c.set.claims[n].from, c.set.claims[n].to} {
			if sp.from < day && day < sp.to {
				bounds = append(bounds, day)
			}
		}
	}
	slices.Sort(bounds)
	bounds = slices.Compact(bounds)
	for i, from := range bounds[:len(bounds)-1] {
		if h.from, h.to = from, bounds[i+1]; c.holeInCodes(sp, claims, h) {
			return true
		}
	}
	return false
}

// holeInCodes looks at the postal codes while the same claims are in force.
func (c *compiler) holeInCodes(sp *space, claims []int32, h *hole) bool {
	if !c.spend(1 + len(claims)) {
		return false
	}
	var prefixes []string
	for _, n := range claims {
		of := &c.set.claims[n]
		switch {
		case !of.inForce(h.from):
		case len(of.postal) == 0:
			return false
		case !c.spend(len(of.postal)):
			return false
		default:
			prefixes = append(prefixes, of.postal...)
		}
	}
	prefixes = antichain(prefixes)
	h.postal = ""
	if len(sp.shapes) == 0 {
		return true // no prefix begins an unknown code
	}
	for _, sh := range sp.shapes {
		if code, ok := sh.outside(prefixes); ok {
			h.postal = code
			return true
		}
	}
	return false
}

// witness says the hole in words.
func (s *Set) witness(h *hole) *Witness {
	w := &Witness{Account: Account{Postal: h.postal}}
	for d, to := range [dims]*string{&w.Account.ID, &w.Account.Country, &w.Account.Region, &w.Account.Segment} {
		if n := h.values[d]; n > 0 {
			*to = s.texts[d][n-1]
		}
	}
	switch {
	case h.from != firstDay:
		w.Day = funnel.DateOfNumber(h.from)
	case h.to != endOfDays:
		w.Day = funnel.DateOfNumber(h.to - 1)
	}
	return w
}

// gaps looks for what nobody claims in each country of each market.
func (c *compiler) gaps() {
	if c.definition.Open {
		return
	}
	all := make([]int32, len(c.set.claims))
	for i := range all {
		all[i] = int32(i)
	}
	for i := range c.set.markets {
		m := &c.set.markets[i]
		countries := m.sets[countryDim]
		if len(countries) == 0 {
			c.gap(m, all, nil)
		}
		for n := range countries {
			c.gap(m, all, countries[n:n+1])
		}
	}
}

func (c *compiler) gap(m *market, all []int32, country set) {
	sp := space{sets: m.sets, shapes: m.shapes, from: m.from, to: m.to}
	sp.sets[countryDim] = country
	var h hole
	if !c.hole(&sp, all, 0, &h) {
		return
	}
	w := c.set.witness(&h)
	reason := "no claim holds for " + w.String()
	if m.isUnlimited() {
		reason += "; what the market does not limit may be anything, even unknown"
	}
	c.add(Error{Line: m.source.Line, Key: "universe", Reason: reason, Witness: w, Err: ErrGap})
}

// isUnlimited tells whether there is a list that the market could have and has not.
func (m *market) isUnlimited() bool {
	return len(m.shapes) == 0 || len(m.sets[countryDim]) == 0 || len(m.sets[regionDim]) == 0 || len(m.sets[segmentDim]) == 0
}
