// Package stretch lists the spans of time in which a zone keeps one offset, for tables that answer faster than package time does.
package stretch

import "time"

// Stretch is a span of time with one offset, all in seconds: From and To since 1970 in UTC, To exclusive; Offset east of UTC. The zero value
// is empty.
type Stretch struct{ From, To, Offset int64 }

// Forever is the end of a stretch that does not end.
const Forever = int64(1) << 61

const day = 24 * 60 * 60

// At returns the stretch from at on; an earlier beginning is not looked for. Beyond the table of a zone, package time ends a stretch 365 days
// after New Year, so that on 31 December of a leap year the end is no later than at: there it is taken day by day.
func At(location *time.Location, at int64) Stretch {
	t := time.Unix(at, 0).In(location)
	_, offset := t.Zone()
	s := Stretch{at, Forever, int64(offset)}
	if _, end := t.ZoneBounds(); !end.IsZero() {
		s.To = end.Unix()
	}
	if s.To <= at {
		s.To = at + day
	}
	return s
}

// Between returns the stretches from one instant to another, neighbours of one offset joined; the last one ends no earlier than to.
func Between(location *time.Location, from, to int64) []Stretch {
	var list []Stretch
	for at := from; at < to; {
		s := At(location, at)
		list = Join(list, s)
		at = s.To
	}
	return list
}

// Join appends a stretch that begins where the list ends.
func Join(list []Stretch, s Stretch) []Stretch {
	if n := len(list); n > 0 && list[n-1].Offset == s.Offset {
		list[n-1].To = s.To
		return list
	}
	return append(list, s)
}
