package exchange

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
)

// collection is the records of one kind with the lines they came from.
type collection[T any] struct {
	one     func(a, b T) (T, bool) // what stands for two records of one identity, if they agree; nil for those that are the same
	records []T
	lines   []int
	places  map[identity]int
	twins   map[int]*twins // by place
}

// identity is what makes two records the same one (ruling Q18a); one without an id has none.
type identity struct{ scheme, id string }

// twins are the lines that give a record again.
type twins struct {
	lines   []int
	differs bool
}

// add keeps a record. One whose identity is known already waits for settle.
func (c *collection[T]) add(id identity, line int, r T) {
	if id.id != "" {
		if at, known := c.places[id]; known {
			c.again(at, line, r)
			return
		}
		if c.places == nil {
			c.places = map[identity]int{}
		}
		c.places[id] = len(c.records)
	}
	c.records = append(c.records, r)
	c.lines = append(c.lines, line)
}

func (c *collection[T]) again(at, line int, r T) {
	t := c.twins[at]
	if t == nil {
		if c.twins == nil {
			c.twins = map[int]*twins{}
		}
		t = &twins{}
		c.twins[at] = t
	}
	t.lines = append(t.lines, line)
	agree := false
	if c.one == nil {
		agree = reflect.DeepEqual(c.records[at], r)
	} else {
		c.records[at], agree = c.one(c.records[at], r)
	}
	t.differs = t.differs || !agree
}

// settle collapses records given several times in the same words, and refuses all of those given in different ones.
func (c *collection[T]) settle(field string) (collapsed int, faults []*Error) {
	dropped := map[int]bool{}
	for _, at := range slices.Sorted(maps.Keys(c.twins)) {
		t := c.twins[at]
		if !t.differs {
			collapsed += len(t.lines)
			continue
		}
		first := c.lines[at]
		dropped[first] = true
		faults = append(faults, contradicts(field, first, t.lines[0]))
		for _, line := range t.lines {
			faults = append(faults, contradicts(field, line, first))
		}
	}
	if len(dropped) > 0 {
		c.keep(func(_ *T, line int) bool { return !dropped[line] })
	}
	c.places, c.twins = nil, nil
	return collapsed, faults
}

func contradicts(field string, line, other int) *Error {
	return &Error{line, field, "see line " + strconv.Itoa(other), ErrDuplicate}
}

// keep drops the records that wanted refuses.
func (c *collection[T]) keep(wanted func(r *T, line int) bool) {
	n := 0
	for i := range c.records {
		if wanted(&c.records[i], c.lines[i]) {
			c.records[n], c.lines[n] = c.records[i], c.lines[i]
			n++
		}
	}
	clear(c.records[n:])
	c.records, c.lines = c.records[:n], c.lines[:n]
}
