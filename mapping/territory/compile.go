package territory

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/koine-go/koine/funnel"
)

// Bounds of a definition that Compile accepts. A step is a look at one claim, or at one of its values, in the proof.
const (
	maxClaims  = 10_000
	maxEntries = 1 << 21 // of the index: a claim has one for each prefix in each country
	maxSteps   = 1 << 27
)

// Compile proves the definition and makes it ready. Two claims of different territories that hold for one account on one day, of which neither is beaten
// there, do not compile: the *Error has both lines, and the account and the day. Where
// the definition names a universe and is not open, an account of it that nobody claims does not compile either. The package comment says what beats what,
// and what is decided. Every fault is reported, of overlaps at least one for each claim that is in any, of gaps one for each country of a market; a nil definition
// lacks all that is required. The definition is kept and must not be changed afterwards.
func Compile(d *Definition) (*Set, error) {
	if d == nil {
		d = &Definition{}
	}
	c := &compiler{faults: faults{file: d.File}, definition: d, set: &Set{definition: d}}
	for _, together := range [...][]func(){{c.check}, {c.claims, c.markets}, {c.index}, {c.overlaps, c.gaps}} {
		for _, step := range together {
			step()
		}
		if len(c.all) > 0 {
			return nil, c.err()
		}
	}
	return c.set, nil
}

type compiler struct {
	faults
	definition *Definition
	set        *Set
	steps      int // at most maxSteps and what one look takes, so 32 bits hold them
}

// spend counts steps of the proof; false means that there have been too many, which is one fault.
func (c *compiler) spend(n int) bool {
	within := c.steps <= maxSteps
	if c.steps += n; within && c.steps > maxSteps {
		c.add(Error{Key: "territories", Reason: "the proof takes more than " + strconv.Itoa(maxSteps) + " steps", Err: ErrTooLarge})
	}
	return c.steps <= maxSteps
}

// check finds what would make the rest impossible.
func (c *compiler) check() {
	d := c.definition
	for _, part := range [...]struct {
		key   string
		given bool
	}{{"name", d.Name != ""}, {"version", d.Version != ""}, {"zone", d.Zone != nil}, {"territories", len(d.Territories) > 0}} {
		if !part.given {
			c.add(Error{Key: part.key, Err: ErrMissing})
		}
	}
	if d.Zone != nil {
		var err error
		if c.set.calendar, err = funnel.NewCalendar(d.Zone, time.January, time.Monday); err != nil {
			c.add(Error{Key: "zone", Value: d.Zone.String(), Err: err})
		}
	}
	lines := map[string]int{}
	for _, t := range d.Territories {
		if t.Key == "" {
			c.add(Error{Line: t.Line, Key: "territories.key", Err: ErrMissing})
		} else if first, twice := lines[t.Key]; twice {
			c.add(Error{Line: t.Line, Other: first, Key: "territories.key", Value: t.Key, Reason: lined("also", first), Err: ErrTwice})
		} else {
			lines[t.Key] = t.Line
		}
		if len(t.Claims) == 0 {
			c.add(Error{Line: t.Line, Key: "territories.claims", Err: ErrMissing})
		}
	}
}

// claims turns those of all territories into numbers.
func (c *compiler) claims() {
	for i := range c.set.vocabularies {
		c.set.vocabularies[i] = map[string]uint32{}
	}
	for t := range c.definition.Territories {
		of := &c.definition.Territories[t]
		for i := range of.Claims {
			if len(c.set.claims) == maxClaims {
				c.add(Error{Line: of.Claims[i].Line, Key: "territories.claims", Reason: "at most " + strconv.Itoa(maxClaims), Err: ErrTooLarge})
				return
			}
			c.set.claims = append(c.set.claims, c.claim(int32(t), &of.Claims[i]))
		}
	}
}

func (c *compiler) claim(territory int32, source *Claim) claim {
	const path = "territories.claims"
	n := claim{source: source, territory: territory}
	n.from, n.to = c.days(source.Line, path, source.From, source.To)
	c.countries(source.Line, path, source.Countries)
	for d, values := range source.lists() {
		n.sets[d] = c.numbers(source.Line, path+"."+dimKeys[d], dim(d), values)
	}
	for _, prefix := range source.Postal {
		text, ok := folded(prefix)
		if !ok || len(text) > maxPrefix || strings.Contains(prefix, "-") { // it could be meant as a range
			c.add(Error{Line: source.Line, Key: path + ".postal", Value: prefix, Reason: "want 1 to 12 letters and digits, no hyphen", Err: ErrValue})
		}
		n.postal = append(n.postal, text)
	}
	n.postal = antichain(n.postal)
	limited := len(n.postal) > 0 || n.given() > 0
	switch {
	case len(n.postal) > 0 && len(source.Countries) == 0:
		c.add(Error{Line: source.Line, Key: path + ".countries", Reason: "a postal code is one of a country", Err: ErrMissing})
	case limited && source.Rest:
		c.add(Error{Line: source.Line, Key: path + ".rest", Value: "true", Reason: "a claim to the rest has no lists", Err: ErrValue})
	case !limited && !source.Rest:
		c.add(Error{Line: source.Line, Key: path, Reason: "say rest = true to claim every account that no narrower claim does", Err: ErrMissing})
	}
	return n
}

// markets turns the universe into numbers.
func (c *compiler) markets() {
	const path = "universe"
	for i := range c.definition.Universe {
		source := &c.definition.Universe[i]
		m := market{source: source}
		m.from, m.to = c.days(source.Line, path, source.From, source.To)
		c.countries(source.Line, path, source.Countries)
		for d, values := range source.lists() {
			m.sets[d] = c.numbers(source.Line, path+"."+dimKeys[d], dim(d), values)
		}
		for _, text := range source.Postal {
			sh, ok := shapeOf(text)
			if !ok {
				c.add(Error{Line: source.Line, Key: path + ".postal", Value: text, Reason: "want 9, A, X for each of 1 to 12 characters, or * at the end",
					Err: ErrValue})
			}
			m.shapes = append(m.shapes, sh)
		}
		if len(source.Postal) > 0 && len(source.Countries) == 0 {
			c.add(Error{Line: source.Line, Key: path + ".countries", Reason: "a postal code is one of a country", Err: ErrMissing})
		}
		c.set.markets = append(c.set.markets, m)
	}
}

// numbers returns the sorted numbers of the values.
func (c *compiler) numbers(line int, key string, d dim, values []string) set {
	var numbers set
	for _, v := range values {
		if v == "" {
			c.add(Error{Line: line, Key: key, Reason: "blank: what is unknown cannot be named", Err: ErrValue})
		}
		n := c.set.vocabularies[d][v]
		if n == 0 {
			n = uint32(len(c.set.vocabularies[d]) + 1)
			c.set.vocabularies[d][v] = n
			c.set.texts[d] = append(c.set.texts[d], v)
		}
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	return slices.Compact(numbers)
}

// countries finds those that are not a code of ISO 3166-1 as the standard writes it.
func (c *compiler) countries(line int, path string, codes []string) {
	for _, text := range codes {
		region, err := language.ParseRegion(text)
		usual := region.Canonicalize()
		switch {
		case err != nil || len(text) != 2 || !region.IsCountry():
			c.add(Error{Line: line, Key: path + ".countries", Value: text, Reason: "want a code of ISO 3166-1 such as DE", Err: ErrValue})
		case usual.String() != text:
			c.add(Error{Line: line, Key: path + ".countries", Value: text, Candidates: []string{usual.String()}, Err: ErrValue})
		}
	}
}

// days returns the stretch as day numbers, to exclusive.
func (c *compiler) days(line int, path string, from, to funnel.Date) (first, end int32) {
	first, end = firstDay, endOfDays
	if !from.IsZero() {
		first = from.Number()
	}
	if !to.IsZero() {
		end = to.Number()
	}
	if first >= end {
		c.add(Error{Line: line, Key: path + ".to", Value: to.String(), Reason: "not after from", Err: ErrValue})
	}
	return first, end
}

// The days of a claim without limits: all that a funnel.Date can be.
const (
	firstDay  = 1
	endOfDays = 3652059 + 1
)

// precedence orders claims so that one that is narrower than another comes first: what is narrower has more lists; failing that fewer regions and
// segments, failing that fewer values, failing that fewer postal codes, failing that less time. Claims equal in all of them keep the order of the definition.
func precedence(a, b *claim) int {
	own := func(c *claim) int { return len(c.sets[regionDim]) + len(c.sets[segmentDim]) }
	return cmp.Or(cmp.Compare(b.given(), a.given()), cmp.Compare(own(a), own(b)), cmp.Compare(a.breadth(), b.breadth()),
		cmp.Compare(a.share(), b.share()), cmp.Compare(len(b.postal), len(a.postal)), cmp.Compare(a.days(), b.days()))
}
