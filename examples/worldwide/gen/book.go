package main

import "math/rand/v2"

const dealsPerEntity = 160

// account is an invented customer; key is the same wherever in the world the same end customer is quoted, empty where nobody knows it.
type account struct{ name, key string }

// book is the true story of one entity's deals, in the order of their creation.
type book struct {
	market
	deals []*deal
	r     *rand.Rand
}

func newBook(seed uint64, m market, owners int, accounts []account, id func(n int) string) *book {
	b := &book{market: m, r: rand.New(rand.NewPCG(2026, seed))}
	for n := range dealsPerEntity {
		day := workday(opened().AddDate(0, 0, n*season/dealsPerEntity))
		d := &deal{
			id:      id(n + 1),
			account: accounts[b.r.IntN(len(accounts))],
			owner:   1 + b.r.IntN(owners),
			product: b.r.IntN(products),
			segment: b.r.IntN(segments),
			priced:  true,
			created: officeHour(day, b.r.IntN(600)),
		}
		d.amount = m.price(b.r, d.product)
		d.expected = m.expect(b.r, d.created)
		m.walk(b.r, d)
		b.deals = append(b.deals, d)
	}
	return b
}

// pick takes n deals without a fault so far that suit, spread over the whole book, and marks them.
func (b *book) pick(n int, suits func(*deal) bool) []*deal {
	var picked []*deal
	for i := range b.deals {
		d := b.deals[(i*67+29)%len(b.deals)]
		if len(picked) < n && !d.touched && suits(d) {
			d.touched = true
			picked = append(picked, d)
		}
	}
	if len(picked) < n {
		panic("gen: too few deals suit a fault")
	}
	return picked
}

func anyDeal(*deal) bool    { return true }
func openDeal(d *deal) bool { return d.is(open) }
func wonDeal(d *deal) bool  { return d.is(won) }
func lostDeal(d *deal) bool { return d.is(lost) }

// moved tells a deal with some history of its own.
func moved(d *deal) bool { return len(d.steps) > 2 }

// early tells a closed deal that closed before February, which leaves room for a sequel inside the quarter.
func early(o outcome) func(*deal) bool {
	return func(d *deal) bool { return d.is(o) && d.last().at.Year() == 2026 && d.last().at.Month() < 3 }
}

func ids(deals []*deal) []string {
	var s []string
	for _, d := range deals {
		s = append(s, d.id)
	}
	return s
}
