package kpi

import "github.com/koine-go/koine/funnel"

// dictionary numbers the values of one dimension in the order they appear.
type dictionary struct {
	labels map[funnel.Label]uint32
	days   map[funnel.Date]uint32
	names  []string
	given  []bool // false: the value is missing
	recent [recentDays]numberedDay
}

func (d *dictionary) label(l funnel.Label) uint32 {
	if n, ok := d.labels[l]; ok {
		return n
	}
	return d.add(l)
}

func (d *dictionary) add(l funnel.Label) uint32 {
	n := uint32(len(d.names))
	d.labels[l] = n
	d.names = append(d.names, l.String())
	d.given = append(d.given, !l.IsZero())
	return n
}

// recentDays is how many days are found without a look-up: the months of a few years do not crowd each other out.
const recentDays = 64

type numberedDay struct {
	day    funnel.Date
	number uint32
}

func (d *dictionary) day(day funnel.Date) uint32 {
	r := &d.recent[uint32(day.Number())*2654435769>>26] // Fibonacci hashing to 6 bits
	if r.day != day || day.IsZero() {
		*r = numberedDay{day, d.numberOf(day)}
	}
	return r.number
}

func (d *dictionary) numberOf(day funnel.Date) uint32 {
	if n, ok := d.days[day]; ok {
		return n
	}
	n := uint32(len(d.names))
	d.days[day] = n
	d.names = append(d.names, day.String())
	d.given = append(d.given, !day.IsZero())
	return n
}

// number is named without adding what is not there.
func (d *dictionary) number(p Part, isDay bool) (n uint32, ok bool) {
	if isDay {
		day, _ := funnel.ParseDate(p.Name)
		n, ok = d.days[day]
	} else {
		n, ok = d.labels[funnel.LabelOf(p.Name)]
	}
	return n, ok
}

func (d *dictionary) named(p Part, isDay bool) uint32 {
	if isDay {
		day, _ := funnel.ParseDate(p.Name)
		return d.day(day)
	}
	return d.label(funnel.LabelOf(p.Name))
}
