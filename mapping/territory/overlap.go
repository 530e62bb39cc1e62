package territory

import (
	"encoding/binary"
	"maps"
	"slices"
	"strconv"
)

// Two claims are in conflict about an account if both hold, their territories differ, and no claim that holds beats either. Whether one names the account
// and the other does not, or has the longer prefix, is plain from where they stand in the index; so it is enough to compare the claims that hold for one
// named account, or for none of the named in one country, and of postal codes those that are as short as a prefix, for which no longer one holds.

// prover compares the pairs of the lists.
type prover struct {
	*compiler
	seen    map[string]bool // lists by their claims: what is true of one is true of its likes
	accused map[int32]bool  // claims with an overlap reported
}

// overlaps looks at every list of the index.
func (c *compiler) overlaps() {
	s := c.set
	p := prover{c, map[string]bool{}, map[int32]bool{}}
	for _, id := range slices.Sorted(maps.Keys(s.named)) {
		p.codes(s.named[id], space{sets: [dims]set{accountDim: {id}}})
	}
	for _, country := range slices.Sorted(maps.Keys(s.places)) {
		p.codes(s.places[country].all, space{sets: [dims]set{countryDim: {s.vocabularies[countryDim][country]}}})
	}
	p.codes(s.elsewhere.all, space{})
}

// codes compares claims for an unknown postal code, and for each of their prefixes as a code.
func (p *prover) codes(claims []int32, of space) {
	if len(claims) < 2 {
		return
	}
	chains := map[string][]int32{}
	for _, n := range claims {
		for _, prefix := range p.set.claims[n].postal {
			chains[prefix] = nil
		}
	}
	chains[""] = nil
	if !p.spend(len(chains) + len(claims)) {
		return
	}
	for _, n := range claims {
		c := &p.set.claims[n]
		if len(c.postal) == 0 {
			chains[""] = append(chains[""], n)
		}
		for _, prefix := range c.postal {
			chains[prefix] = append(chains[prefix], n)
		}
	}
	for _, code := range slices.Sorted(maps.Keys(chains)) {
		var holding []int32
		for n := range len(code) + 1 {
			holding = append(holding, chains[code[:n]]...)
		}
		slices.Sort(holding)
		if of.shapes = nil; code != "" {
			of.shapes = []shape{exactly(code)}
		}
		if !p.spend(len(holding)) {
			return
		}
		p.list(holding, code, &of)
	}
}

// list compares each pair of claims that hold for a code, unless a shorter one has shown it already.
func (p *prover) list(claims []int32, code string, of *space) {
	signature := []byte{byte(len(code))}
	lengths := make([]int, len(claims))
	for i, n := range claims {
		if prefix, ok := beginning(p.set.claims[n].postal, code); ok {
			lengths[i] = len(prefix)
		}
		signature = append(binary.BigEndian.AppendUint32(signature, uint32(n)), byte(lengths[i]))
	}
	if p.seen[string(signature)] {
		return
	}
	p.seen[string(signature)] = true
	for i := range claims {
		for j := i + 1; j < len(claims); j++ {
			if !p.spend(1) {
				return
			}
			if least, most := min(lengths[i], lengths[j]), max(lengths[i], lengths[j]); most == len(code) && (least == 0 || least == most) {
				p.pair(claims, lengths, i, j, of)
			}
		}
	}
}

// pair compares two claims of a list, of which the first is not beaten by the second.
func (p *prover) pair(claims []int32, lengths []int, i, j int, of *space) {
	a, b := &p.set.claims[claims[i]], &p.set.claims[claims[j]]
	if a.territory == b.territory || p.accused[claims[i]] && p.accused[claims[j]] || !p.spend(a.size()) {
		return
	}
	both, ok := meet(a, b, of)
	if !ok || a.narrower(b) {
		return
	}
	var above []int32
	for k, n := range claims[:j] {
		c := &p.set.claims[n]
		if !p.spend(c.size()) {
			return
		}
		if c.beats(a, lengths[k], lengths[i]) || c.beats(b, lengths[k], lengths[j]) {
			above = append(above, n)
		}
	}
	var h hole
	if p.hole(&both, above, 0, &h) {
		p.accused[claims[i]], p.accused[claims[j]] = true, true
		p.overlap(a, b, p.set.witness(&h))
	}
}

// meet returns what two claims have in common of the space.
func meet(a, b *claim, of *space) (both space, ok bool) {
	both = space{shapes: of.shapes, from: max(a.from, b.from), to: min(a.to, b.to)}
	if both.from >= both.to {
		return both, false
	}
	for d := range dims {
		if both.sets[d], ok = a.sets[d].common(b.sets[d]); !ok {
			return both, false
		}
		if len(of.sets[d]) > 0 {
			both.sets[d] = of.sets[d]
		}
	}
	return both, true
}

func (p *prover) overlap(a, b *claim, w *Witness) {
	if a.source.Line > b.source.Line {
		a, b = b, a
	}
	t := p.definition.Territories
	p.add(Error{Line: b.source.Line, Other: a.source.Line, Key: "territories.claims", Witness: w, Err: ErrOverlap,
		Reason: lined(strconv.Quote(t[a.territory].Key), a.source.Line) + " and " + strconv.Quote(t[b.territory].Key) +
			" here both claim " + w.String()})
}
