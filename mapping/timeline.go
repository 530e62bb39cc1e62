package mapping

import (
	"cmp"
	"slices"
	"sort"

	"github.com/koine-go/koine/funnel"
)

// timeline is what one key of a look-up means on each day: steps in the order of their days, each up to the next.
type timeline []step

// step is a stretch of days with one value; none where the value is empty, several where the key has two.
type step struct {
	from    int32
	value   string
	label   funnel.Label
	several bool
}

// pair is a row of one key.
type pair struct {
	days
	value string
	line  int
}

// latest is the day that stands for the last one of a timeline that has a value.
const latest = lastDay

// newTimeline returns what the rows of one key mean together. differ receives each row that another value holds beside on some day, and a row with that
// value; on the days of both neither counts.
func newTimeline(rows []pair, differ func(row, other pair)) timeline {
	slices.SortStableFunc(rows, func(a, b pair) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.line, b.line)) })
	var bounds []int32
	for _, r := range rows {
		bounds = append(bounds, r.from, r.to)
	}
	slices.Sort(bounds)
	var t timeline
	begun := holders{several: firstDay}
	for _, day := range slices.Compact(bounds) {
		if day == lastDay {
			break
		}
		for len(rows) > 0 && rows[0].from == day {
			if other, ok := begun.rival(rows[0]); ok {
				differ(rows[0], other)
			}
			begun.add(rows[0])
			rows = rows[1:]
		}
		if s := begun.on(day); len(t) == 0 || s.value != t[len(t)-1].value || s.several != t[len(t)-1].several {
			t = append(t, s)
		}
	}
	return t
}

// holders are those of the rows begun so far that hold longest: the longest of all, and the longest with another value. With them each row is compared
// once, however many there are.
type holders struct {
	first, second pair
	several       int32 // up to which day two values hold
}

// rival returns the longest of the rows begun that differ from r while it holds.
func (h *holders) rival(r pair) (pair, bool) {
	other := h.first
	if other.value == r.value {
		other = h.second
	}
	if other.value == "" || other.to <= r.from {
		return pair{}, false
	}
	h.several = max(h.several, min(r.to, other.to))
	return other, true
}

func (h *holders) add(r pair) {
	switch {
	case h.first.value == "" || r.value == h.first.value && r.to > h.first.to:
		h.first = r
	case r.value == h.first.value:
	case r.to > h.first.to:
		h.first, h.second = r, h.first
	case h.second.value == "" || r.to > h.second.to:
		h.second = r
	}
}

// on returns the step that begins on a day.
func (h *holders) on(day int32) step {
	switch {
	case day < h.several:
		return step{from: day, several: true}
	case day < h.first.to:
		return step{from: day, value: h.first.value, label: funnel.LabelOf(h.first.value)}
	}
	return step{from: day}
}

// on returns the number of the step that a day is in, -1 before the first.
func (t timeline) on(day int32) int {
	if day != latest {
		return sort.Search(len(t), func(i int) bool { return t[i].from > day }) - 1
	}
	n := len(t) - 1
	for n > 0 && t[n].value == "" && !t[n].several {
		n--
	}
	return n
}

// find returns the value on a day, or why there is none.
func (t timeline) find(day int32, name string) (string, error) {
	n := t.on(day)
	switch {
	case n >= 0 && t[n].several:
		return "", because(ErrDiffers, "look-up "+name+then(day))
	case n < 0 || t[n].value == "":
		return "", because(ErrNotFound, name+then(day))
	}
	return t[n].value, nil
}

func then(day int32) string {
	if day == latest {
		return ""
	}
	return " on " + funnel.DateOfNumber(day).String()
}
