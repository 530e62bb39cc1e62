package mapping

import (
	"math"

	"github.com/koine-go/koine/funnel"
)

// days is a stretch of civil days by their numbers, to exclusive.
type days struct{ from, to int32 }

// The ends of a stretch without limits.
const (
	firstDay = math.MinInt32
	lastDay  = math.MaxInt32
)

// daysOf returns the stretch between two dates; one that is not given does not limit.
func daysOf(from, to funnel.Date) days {
	d := days{firstDay, lastDay}
	if !from.IsZero() {
		d.from = from.Number()
	}
	if !to.IsZero() {
		d.to = to.Number()
	}
	return d
}

func (d days) isEmpty() bool { return d.from >= d.to }

func (d days) has(day int32) bool { return d.from <= day && day < d.to }

func (d days) count() int64 { return int64(d.to) - int64(d.from) }

func (d days) within(o days) days { return days{max(d.from, o.from), min(d.to, o.to)} }

// String returns the limits, such as "from 2025-01-01 to 2026-01-01"; without any, "always".
func (d days) String() string {
	if d.from == firstDay && d.to == lastDay {
		return "always"
	}
	s := ""
	if d.from != firstDay {
		s = "from " + funnel.DateOfNumber(d.from).String()
	}
	if d.to != lastDay {
		if s != "" {
			s += " "
		}
		s += "to " + funnel.DateOfNumber(d.to).String()
	}
	return s
}
