package territory

import (
	"slices"
	"strings"

	"github.com/koine-go/koine/funnel"
)

// dim is a list that a claim may have, other than that of postal prefixes.
type dim uint8

const (
	accountDim dim = iota
	countryDim
	regionDim
	segmentDim
	dims
)

var dimKeys = [dims]string{"accounts", "countries", "regions", "segments"}

func (c *Claim) lists() [dims][]string {
	return [...][]string{c.Accounts, c.Countries, c.Regions, c.Segments}
}

func (m *Market) lists() [dims][]string {
	return [...][]string{nil, m.Countries, m.Regions, m.Segments}
}

// claim is a Claim made ready: values and days are numbers.
type claim struct {
	source    *Claim
	territory int32
	sets      [dims]set
	postal    []string // an antichain
	from, to  int32    // to exclusive
}

// set is the sorted numbers of values; none, and everything is in it, even what is unknown (0).
type set []uint32

func (s set) has(n uint32) bool {
	if len(s) <= 8 {
		return len(s) == 0 || slices.Contains(s, n)
	}
	_, ok := slices.BinarySearch(s, n)
	return ok
}

// within tells whether all of s is in o.
func (s set) within(o set) bool {
	switch {
	case len(o) == 0:
		return true
	case len(s) == 0 || len(s) > len(o):
		return false
	}
	for _, n := range s {
		if !o.has(n) {
			return false
		}
	}
	return true
}

// common returns the values that are in both; ok is false if none can be.
func (s set) common(o set) (both set, ok bool) {
	switch {
	case len(o) == 0:
		return s, true
	case len(s) == 0:
		return o, true
	}
	for _, n := range s {
		if o.has(n) {
			both = append(both, n)
		}
	}
	return both, len(both) > 0
}

func (c *claim) isNamed() bool { return len(c.sets[accountDim]) > 0 }

// given counts the lists.
func (c *claim) given() (n int) {
	for _, s := range c.sets {
		if len(s) > 0 {
			n++
		}
	}
	if len(c.postal) > 0 {
		n++
	}
	return n
}

// breadth counts the values other than postal prefixes.
func (c *claim) breadth() (n int) {
	for _, s := range c.sets {
		n += len(s)
	}
	return n
}

// size counts all values, and is at least 1.
func (c *claim) size() int { return 1 + c.breadth() + len(c.postal) }

// share measures the prefixes by what they can begin, in codes of maxPrefix characters: prefixes within others cannot have more. It is at most 36^12,
// since no prefix begins another.
func (c *claim) share() (sum uint64) {
	for _, p := range c.postal {
		part := uint64(1)
		for range maxPrefix - len(p) {
			part *= uint64(len(digits) + len(letters))
		}
		sum += part
	}
	return sum
}

func (c *claim) days() int64 { return int64(c.to) - int64(c.from) }

func (c *claim) inForce(day int32) bool { return c.from <= day && day < c.to }

// accountsWithin tells whether every account that c matches while it is in force is one that o matches while it is. Every list is open, a region can always
// have another name, so this can be read off the lists.
func (c *claim) accountsWithin(o *claim) bool {
	for d := range c.sets {
		if !c.sets[d].within(o.sets[d]) {
			return false
		}
	}
	return postalWithin(c.postal, o.postal)
}

func postalWithin(a, b []string) bool {
	if len(b) == 0 {
		return true
	}
	for _, p := range a {
		if _, ok := beginning(b, p); !ok {
			return false
		}
	}
	return len(a) > 0
}

// asks tells whether c asks of an account all that o asks, and is no wider in it. Both hold for the account and have the same prefix if any, so of several
// accounts, countries and prefixes only the account's own count: a claim with two countries means what two claims mean.
func (c *claim) asks(o *claim) bool {
	for _, d := range [...]dim{accountDim, countryDim} {
		if len(o.sets[d]) > 0 && len(c.sets[d]) == 0 {
			return false
		}
	}
	return (len(o.postal) == 0 || len(c.postal) > 0) && c.sets[regionDim].within(o.sets[regionDim]) && c.sets[segmentDim].within(o.sets[segmentDim])
}

// narrower tells whether c asks more of an account than o; or as much, and its accounts are a strict subset of those of o; or these are the same, for a
// part of the time.
func (c *claim) narrower(o *claim) bool {
	switch {
	case !c.asks(o):
		return false
	case !o.asks(c):
		return true
	case !c.accountsWithin(o):
		return false
	}
	return !o.accountsWithin(c) || c.from >= o.from && c.to <= o.to && c.days() < o.days()
}

// beats tells whether c beats o at an account that both hold for by prefixes of these lengths; both name it, or neither does.
func (c *claim) beats(o *claim, length, other int) bool {
	if length > 0 && other > 0 && length != other {
		return length > other
	}
	return c.narrower(o)
}

// market is a Market made ready.
type market struct {
	source   *Market
	sets     [dims]set
	shapes   []shape // none: any code, or an unknown one
	from, to int32
}

// holds tells whether the account is of this market on that day.
func (m *market) holds(p *point, a *Account, day int32) bool {
	for d, s := range m.sets {
		if !s.has(p.values[d]) {
			return false
		}
	}
	if len(m.shapes) > 0 {
		text, ok := folded(a.Postal)
		if !ok || !slices.ContainsFunc(m.shapes, func(s shape) bool { return s.holds(text) }) {
			return false
		}
	}
	return m.from <= day && day < m.to
}

// String names the lists of the claim and its days, such as "countries DE; postal 8, 9; from 2026-01-01".
func (c *Claim) String() string {
	var parts []string
	for _, list := range [...]struct {
		key    string
		values []string
	}{{"accounts", c.Accounts}, {"countries", c.Countries}, {"regions", c.Regions}, {"postal", c.Postal}, {"segments", c.Segments}} {
		if len(list.values) > 0 {
			parts = append(parts, list.key+" "+few(list.values))
		}
	}
	if c.Rest {
		parts = append(parts, "the rest")
	}
	if s := interval(c.From, c.To); s != "" {
		parts = append(parts, s)
	}
	return strings.Join(parts, "; ")
}

// few lists the first four and says that there are more.
func few(values []string) string {
	var shown []string
	for _, v := range values[:min(4, len(values))] {
		shown = append(shown, named(v))
	}
	if len(values) > len(shown) {
		shown = append(shown, "...")
	}
	return strings.Join(shown, ", ")
}

func interval(from, to funnel.Date) string {
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case to.IsZero():
		return "from " + from.String()
	case from.IsZero():
		return "to " + to.String()
	}
	return "from " + from.String() + " to " + to.String()
}
