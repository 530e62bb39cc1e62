package territory

import (
	"slices"
	"strconv"

	"github.com/koine-go/koine/funnel"
)

// Set is a compiled definition. It is immutable and safe for concurrent use. Of nil and the zero value no account has a territory.
type Set struct {
	definition   *Definition
	calendar     *funnel.Calendar
	vocabularies [dims]map[string]uint32 // values by their numbers, from 1
	texts        [dims][]string          // of the number n at n-1
	claims       []claim                 // in their order of precedence
	markets      []market
	named        map[uint32][]int32 // claims by the number of an account
	places       map[string]*place  // by country
	elsewhere    place
	allNamed     []int32 // claims
	unnamed      []int32
}

// place lists the claims that hold for a country, those to named accounts apart, each list in the order of precedence.
type place struct {
	all     []int32
	postal  map[string][]int32 // by prefix
	longest int                // of the prefixes
	rest    []int32            // without prefixes
}

// Definition returns what the set was compiled from; it must not be changed. Nil and the zero value have none.
func (s *Set) Definition() *Definition {
	if s == nil {
		return nil
	}
	return s.definition
}

// Of returns the key of the territory that the account belongs to at that moment; ok is false if it belongs to none, and Explain says why. It does not
// allocate. No moment has no territory.
func (s *Set) Of(a Account, at funnel.Moment) (key string, ok bool) {
	if s == nil || s.calendar == nil || at.IsZero() {
		return "", false
	}
	var p point
	s.locate(&a, &p)
	n := s.decide(&p, s.calendar.Date(at).Number())
	if n < 0 {
		return "", false
	}
	return s.key(n), true
}

func (s *Set) key(claim int32) string { return s.definition.Territories[s.claims[claim].territory].Key }

// point is an account in numbers.
type point struct {
	values [dims]uint32 // 0 for what is unknown, and for what no claim and no market names
	code   code
	place  *place
}

func (s *Set) locate(a *Account, p *point) {
	for d, text := range [dims]string{a.ID, a.Country, a.Region, a.Segment} {
		p.values[d] = s.vocabularies[d][text]
	}
	p.code, _ = codeOf(a.Postal)
	if p.place = s.places[a.Country]; p.place == nil {
		p.place = &s.elsewhere
	}
}

// decide returns the claim that beats all others that hold, -1 if none holds: those to the named account come first, then the longest prefix, then the
// order of precedence.
func (s *Set) decide(p *point, day int32) int32 {
	if n := s.firstNamed(p, day); n >= 0 {
		return n
	}
	for n := min(p.place.longest, p.code.n); n > 0; n-- {
		if c := s.first(p.place.postal[string(p.code.text[:n])], p, day); c >= 0 {
			return c
		}
	}
	return s.first(p.place.rest, p, day)
}

// first returns the first of the claims that holds; their countries and prefixes do.
func (s *Set) first(list []int32, p *point, day int32) int32 {
	for _, n := range list {
		c := &s.claims[n]
		if c.sets[segmentDim].has(p.values[segmentDim]) && c.sets[regionDim].has(p.values[regionDim]) && c.inForce(day) {
			return n
		}
	}
	return -1
}

func (s *Set) firstNamed(p *point, day int32) int32 {
	best, longest := int32(-1), -1
	if p.values[accountDim] == 0 {
		return best
	}
	for _, n := range s.named[p.values[accountDim]] {
		c := &s.claims[n]
		if !c.inForce(day) || !c.sets[countryDim].has(p.values[countryDim]) || !c.sets[segmentDim].has(p.values[segmentDim]) ||
			!c.sets[regionDim].has(p.values[regionDim]) {
			continue
		}
		if length, ok := c.reach(&p.code); ok && length > longest {
			best, longest = n, length
		}
	}
	return best
}

// reach returns the length of the prefix that begins the code, 0 for a claim without prefixes; ok is false if none does.
func (c *claim) reach(k *code) (length int, ok bool) {
	if len(c.postal) == 0 {
		return 0, true
	}
	prefix, ok := beginning(c.postal, string(k.text[:k.n]))
	return len(prefix), ok
}

// index puts each claim in the lists where it can be met.
func (c *compiler) index() {
	s := c.set
	slices.SortStableFunc(s.claims, func(a, b claim) int { return precedence(&a, &b) })
	s.named, s.places = map[uint32][]int32{}, map[string]*place{}
	for _, country := range s.texts[countryDim] {
		s.places[country] = &place{postal: map[string][]int32{}}
	}
	entries := 0
	for i := range s.claims {
		n := &s.claims[i]
		if entries += c.entries(n); entries > maxEntries {
			c.add(Error{Line: n.source.Line, Key: "territories.claims", Reason: "more than " + strconv.Itoa(maxEntries) + " prefixes times countries", Err: ErrTooLarge})
			return
		}
		s.enter(int32(i), n)
	}
}

// entries counts those that the claim has in the index.
func (c *compiler) entries(n *claim) int {
	if n.isNamed() {
		return len(n.sets[accountDim])
	}
	countries := len(n.sets[countryDim])
	if countries == 0 {
		countries = len(c.set.places) + 1
	}
	return countries * (1 + len(n.postal))
}

func (s *Set) enter(i int32, n *claim) {
	if n.isNamed() {
		s.allNamed = append(s.allNamed, i)
		for _, id := range n.sets[accountDim] {
			s.named[id] = append(s.named[id], i)
		}
		return
	}
	s.unnamed = append(s.unnamed, i)
	if len(n.sets[countryDim]) == 0 {
		for _, p := range s.places {
			p.enter(i, n)
		}
		s.elsewhere.enter(i, n)
		return
	}
	for _, country := range n.sets[countryDim] {
		s.places[s.texts[countryDim][country-1]].enter(i, n)
	}
}

func (p *place) enter(i int32, n *claim) {
	p.all = append(p.all, i)
	if len(n.postal) == 0 {
		p.rest = append(p.rest, i)
	}
	for _, prefix := range n.postal {
		p.postal[prefix] = append(p.postal[prefix], i)
		p.longest = max(p.longest, len(prefix))
	}
}
