package kpi

import (
	"slices"
	"strings"
)

// Key is the values of the dimensions of one group, in their order. The key of a total is empty. A nil Key is that of a total.
type Key []Part

// Part is one value of a key. Known is false where the deals lack it. The zero value is a missing value.
type Part struct {
	Name  string
	Known bool
}

// String returns the values joined by " · ", a missing one as "-", and "total" for the key of a total.
func (k Key) String() string {
	if len(k) == 0 {
		return "total"
	}
	names := make([]string, len(k))
	for i, p := range k {
		names[i] = p.Name
		if !p.Known {
			names[i] = "-"
		}
	}
	return strings.Join(names, " · ")
}

// Compare orders keys value by value, missing ones first, then by code point.
func (k Key) Compare(o Key) int {
	return slices.CompareFunc(k, o, func(a, b Part) int {
		if a.Known != b.Known {
			if b.Known {
				return -1
			}
			return 1
		}
		return strings.Compare(a.Name, b.Name)
	})
}
