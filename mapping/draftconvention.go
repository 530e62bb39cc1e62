package mapping

import (
	"fmt"

	"github.com/koine-go/koine/normalize"
)

// proposeOrders proposes an order for each column of dates that the locale does not read by itself.
func (d *draft) proposeOrders(s *draftSheet) {
	for _, c := range s.columns {
		if f := c.found.field; f == NoField || !c.isDate() {
			continue
		}
		sample := c.values[:min(len(c.values), dateValues)]
		reads := map[normalize.Order]int{}
		plain := 0
		for _, l := range d.locales {
			plain = max(plain, c.readBy(dateReading{locale: l.locale}, sample))
			for o, in := range l.ordered {
				reads[o] = max(reads[o], c.readBy(dateReading{locale: in}, sample))
			}
		}
		if plain*10 < len(sample)*9 {
			c.order = orderBy(c, reads, len(sample))
		}
	}
}

// orderBy proposes the one order in which the dates can be read. A few of them are wrong in any.
func orderBy(c *draftColumn, reads map[normalize.Order]int, all int) *Proposal {
	p := &Proposal{What: "order", File: c.sheet.place.String(), Column: c.name, Rows: c.filled, column: c}
	best, second := normalize.Order(0), 0
	for o := normalize.DMY; o <= normalize.YMD; o++ {
		if n := reads[o]; n*10 >= all*9 {
			p.Candidates = append(p.Candidates, orderKeys[o])
		}
		if reads[o] > reads[best] {
			best = o
		}
	}
	for o, n := range reads {
		if o != best {
			second = max(second, n)
		}
	}
	p.Proposed = orderKeys[best]
	p.Evidence = []string{fmt.Sprintf("%d of %d different dates can be read %s, and no more than %d in another order", reads[best], all, best, second)}
	if p.Sure = reads[best]*10 >= all*9 && reads[best] >= second+fewSteps && second*10 < all*9; p.Sure {
		p.Candidates = nil
	}
	return p
}
