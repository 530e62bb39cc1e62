package normalize

import "strings"

// ordering is the order in which a locale writes the numbers of a date.
type ordering struct {
	orders   [3]orders // of "-", "." and "/": those in which the locale itself uses them
	own      orders    // of any of them
	declared Order
	latin    Repairs // what Latin digits are here: LatinDigits or nothing
	triples  [3]triples
	vague    bool // see vagueTimes
}

// orders is a set of orders, bit o for Order o.
type orders uint8

func (s orders) has(o Order) bool { return s&(1<<o) != 0 }

// separators of numeric dates, in the order of ordering.orders.
const dateSeparators = "-./"

// separatorIndex is more than two for what is no separator.
func separatorIndex(c byte) uint8 { return c - '-' }

func newOrdering(row string, declared Order, latin Repairs) ordering {
	d := ordering{declared: declared, latin: latin}
	days, rest, _ := strings.Cut(row, " ")
	times, _, _ := strings.Cut(rest, " ")
	d.vague = vagueTimes(times)
	for _, r := range days {
		text := patternAt(r)
		i := strings.IndexAny(text, dateSeparators)
		if i < 0 {
			continue
		}
		p, ok := newPattern(text)
		if order := p.numericOrder(); ok && order != 0 && !p.contains(weekday) {
			d.orders[separatorIndex(text[i])] |= 1 << order
			d.own |= 1 << order
		}
	}
	for i, own := range d.orders {
		d.triples[i] = d.newTriples(own)
	}
	return d
}

// vagueTimes tells whether a locale writes the 12-hour clock without saying which half of the day is meant, and never with AM
// and PM, as French in Cameroon does. Then 9:17 alone is two times of day.
func vagueTimes(list string) bool {
	bare := false
	for _, r := range list {
		text := unquoted(patternAt(r))
		if strings.Contains(text, "a") {
			return false
		}
		bare = bare || strings.ContainsAny(text, "hK") && !strings.ContainsAny(text, "bB")
	}
	return bare
}
