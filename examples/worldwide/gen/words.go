package main

import (
	"cmp"
	"fmt"
	"slices"
)

// words are how one CRM spells what all of them mean.
type words struct {
	stages   [stages]string
	outcomes [outcomes]string
	causes   [causes]string
	products [products]string
	segments [segments]string
}

// line is one row of a history: the n-th step of a deal.
type line struct {
	step
	deal *deal
	n    int
}

// chronicle lists the steps of all deals in the order of time, as a CRM logs them.
func (b *book) chronicle() []line {
	lines := b.byDeal()
	slices.SortStableFunc(lines, func(x, y line) int { return cmp.Compare(x.at.Unix(), y.at.Unix()) })
	return lines
}

// byDeal lists the steps deal by deal.
func (b *book) byDeal() []line {
	var lines []line
	for _, d := range b.deals {
		for n, s := range d.steps {
			lines = append(lines, line{s, d, n})
		}
	}
	return lines
}

// customers makes accounts of every first with every second word, numbered keys from n on; every seventh has no key yet.
func customers(n int, first, second []string, name func(first, second string, i int) string) []account {
	var all []account
	for _, f := range first {
		for _, s := range second {
			a := account{name: name(f, s, len(all))}
			if len(all)%7 != 6 {
				a.key = fmt.Sprintf("EC-%04d", n+len(all))
			}
			all = append(all, a)
		}
	}
	return all
}
