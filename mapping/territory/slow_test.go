package territory

import (
	"slices"
	"strings"

	"github.com/koine-go/koine/funnel"
)

// The meaning of a definition, read off its fields and the package comment, by looking at every account of a small world. In each list of the world there
// is a value that no claim names, and the codes are those among which prefixes can tell.
type world struct {
	accounts []Account
	days     []funnel.Date
	extents  map[[5]string]extent
}

// extent is the accounts that a claim holds for, whatever the day.
type extent [7]uint64

func smallWorld(regions ...string) *world {
	w := &world{extents: map[[5]string]extent{}}
	for _, id := range []string{"", "1", "2"} {
		for _, country := range []string{"", "AT", "DE"} {
			for _, region := range append([]string{""}, regions...) {
				for _, segment := range []string{"", "i", "p"} {
					for _, code := range []string{"", "1", "8", "80", "81", "90", "801"} {
						w.accounts = append(w.accounts, Account{id, country, region, code, segment})
					}
				}
			}
		}
	}
	for _, day := range []string{"2025-06-01", "2026-02-01", "2026-06-01"} {
		w.days = append(w.days, funnel.MustDate(day))
	}
	return w
}

func lists(list []string, value string) bool { return list == nil || slices.Contains(list, value) }

func prefixOf(c *Claim, a *Account) string {
	for _, p := range c.Postal {
		if strings.HasPrefix(a.Postal, p) {
			return p
		}
	}
	return ""
}

func claimsAccount(c *Claim, a *Account) bool {
	return lists(c.Accounts, a.ID) && lists(c.Countries, a.Country) && lists(c.Regions, a.Region) && lists(c.Segments, a.Segment) &&
		(c.Postal == nil || prefixOf(c, a) != "")
}

func inForceOn(from, to, day funnel.Date) bool {
	return (from.IsZero() || !day.Before(from)) && (to.IsZero() || day.Before(to))
}

func (w *world) extent(c *Claim) extent {
	var key [5]string
	for i, list := range [...][]string{c.Accounts, c.Countries, c.Regions, c.Postal, c.Segments} {
		key[i] = strings.Join(list, ",")
	}
	e, known := w.extents[key]
	if !known {
		for i := range w.accounts {
			if claimsAccount(c, &w.accounts[i]) {
				e[i/64] |= 1 << (i % 64)
			}
		}
		w.extents[key] = e
	}
	return e
}

func (e extent) within(o extent) bool {
	for i := range e {
		if e[i]&^o[i] != 0 {
			return false
		}
	}
	return true
}

// own returns c as it stands for one account: with that account, its country and its prefix only.
func own(c *Claim, a *Account) *Claim {
	n := *c
	if c.Accounts != nil {
		n.Accounts = []string{a.ID}
	}
	if c.Countries != nil {
		n.Countries = []string{a.Country}
	}
	if c.Postal != nil {
		n.Postal = []string{prefixOf(c, a)}
	}
	return &n
}

// beats tells whether a beats b at an account that both hold for: the five points of the package comment.
func (w *world) beats(a, b *Claim, at *Account) bool {
	if named := a.Accounts != nil; named != (b.Accounts != nil) {
		return named
	}
	if p, q := prefixOf(a, at), prefixOf(b, at); p != "" && q != "" && p != q {
		return len(p) > len(q)
	}
	if x, y := w.extent(own(a, at)), w.extent(own(b, at)); x != y {
		return x.within(y)
	}
	if x, y := w.extent(a), w.extent(b); x != y {
		return x.within(y)
	}
	return partOfTime(a, b)
}

// partOfTime tells whether the days of a are a strict part of those of b.
func partOfTime(a, b *Claim) bool {
	if a.From == b.From && a.To == b.To {
		return false
	}
	begins := b.From.IsZero() || !a.From.IsZero() && !a.From.Before(b.From)
	ends := b.To.IsZero() || !a.To.IsZero() && !b.To.Before(a.To)
	return begins && ends
}

// winners returns the territories that a claim has which holds and is not beaten.
func (w *world) winners(d *Definition, a *Account, day funnel.Date) (keys []string) {
	type entry struct {
		key   string
		claim *Claim
	}
	var holding []entry
	for i := range d.Territories {
		t := &d.Territories[i]
		for j := range t.Claims {
			if c := &t.Claims[j]; claimsAccount(c, a) && inForceOn(c.From, c.To, day) {
				holding = append(holding, entry{t.Key, c})
			}
		}
	}
	for _, one := range holding {
		beaten := slices.ContainsFunc(holding, func(other entry) bool { return w.beats(other.claim, one.claim, a) })
		if !beaten && !slices.Contains(keys, one.key) {
			keys = append(keys, one.key)
		}
	}
	return keys
}

// isSold tells whether the account is of the universe on that day.
func isSold(d *Definition, a *Account, day funnel.Date) bool {
	return slices.ContainsFunc(d.Universe, func(m Market) bool {
		fits := m.Postal == nil || slices.ContainsFunc(m.Postal, func(s string) bool { return len(s) == len(a.Postal) })
		return fits && lists(m.Countries, a.Country) && lists(m.Regions, a.Region) && lists(m.Segments, a.Segment) && inForceOn(m.From, m.To, day)
	})
}
