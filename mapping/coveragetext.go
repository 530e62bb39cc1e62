package mapping

import (
	"strconv"
	"strings"

	"github.com/koine-go/koine/funnel"
)

// String returns the account as a text for sales operations: how far the rules reach on each axis, then every value, what asks for work first.
func (c Coverage) String() string {
	var b strings.Builder
	b.WriteString(named(c.Source) + ": " + counted(len(c.Values), "local value") + " in " + counted(c.All.Rows(), "row") + "\n\n")
	t := grid{right: []bool{false, true, true, false}}
	t.add("axis", "rows", "mapped", "amounts, and what of them is mapped")
	for a := range axisCount {
		c.axis(a).line(&t, a.String())
	}
	c.All.line(&t, "all")
	t.write(&b)
	if len(c.Values) == 0 {
		return b.String()
	}
	b.WriteString("\n")
	t = grid{right: []bool{false, true, true, false, false, false}}
	t.add("", "rows", "amount", "first seen", "last seen", "local value, and what it came to")
	for _, v := range c.Values {
		t.add(standingKeys[v.standing()], strconv.Itoa(v.Rows()), v.totals(), shown(v.First), shown(v.Last), v.name()+": "+v.account())
	}
	t.write(&b)
	return b.String()
}

// line adds the reach on one axis, if any row says something of it.
func (r Reach) line(t *grid, name string) {
	if r.Rows() == 0 {
		return
	}
	var amounts []string
	for _, s := range r.Amounts {
		amounts = append(amounts, s.String()+" ("+percent(s.Share())+")")
	}
	if r.NoAmount > 0 {
		amounts = append(amounts, counted(r.NoAmount, "deal")+" without")
	}
	t.add(name, strconv.Itoa(r.Rows()), percent(r.Share()), strings.Join(amounts, ", "))
}

// totals returns the amounts of all currencies.
func (r Reach) totals() string {
	var all []string
	for _, s := range r.Amounts {
		all = append(all, s.String())
	}
	return strings.Join(all, " + ")
}

// String returns the total and its currency, such as "1250.5 EUR".
func (s Sum) String() string {
	return strings.TrimSpace(s.Total.String() + " " + s.Currency.String())
}

// shown returns the day, or the instant to the minute.
func shown(m funnel.Moment) string {
	if t, ok := m.Time(); ok {
		return t.Format("2006-01-02 15:04Z")
	}
	return m.String()
}
