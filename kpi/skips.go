package kpi

import "encoding/binary"

// skips counts the deals left out, by group and reason. Each reason that occurs gets a column.
type skips struct {
	column [skipCount]uint8 // position of a reason's column plus one
	order  []Skip
	counts [][]int64 // by column, by group
	groups int
}

func (s *skips) grow(groups int) {
	for i := range s.counts {
		s.counts[i] = grown(s.counts[i], groups)
	}
	s.groups = groups
}

func (s *skips) add(group int, reason Skip) { s.addMany(group, reason, 1) }

func (s *skips) addMany(group int, reason Skip, n int64) {
	at := s.column[reason]
	if at == 0 {
		s.order = append(s.order, reason)
		s.counts = append(s.counts, make([]int64, s.groups))
		at = uint8(len(s.order))
		s.column[reason] = at
	}
	s.counts[at-1][group] += n
}

// of returns how many deals of the group were left out for this reason.
func (s *skips) of(group int, reason Skip) int64 {
	if at := s.column[reason]; at > 0 && group < len(s.counts[at-1]) {
		return s.counts[at-1][group]
	}
	return 0
}

// any tells whether the group has anything at all, a reason or a count beside them.
func (s *skips) any(group int) bool {
	for _, counts := range s.counts {
		if group < len(counts) && counts[group] > 0 {
			return true
		}
	}
	return false
}

// leaves tells whether a deal of the group was left out, or priced at a derived rate: what makes a group one to show.
func (s *skips) leaves(group int) bool {
	for _, reason := range s.order {
		if reason != silent && s.of(group, reason) > 0 {
			return true
		}
	}
	return false
}

func (s *skips) merge(o *skips, renumbered []int) {
	for _, reason := range o.order {
		for group, to := range renumbered {
			if n := o.of(group, reason); n > 0 {
				s.addMany(to, reason, n)
			}
		}
	}
}

// appendBinary appends the counts of one group, in the order of the reasons.
func (s *skips) appendBinary(b []byte, group int) []byte {
	n := 0
	for r := Counted; r < skipCount; r++ {
		if s.of(group, r) > 0 {
			n++
		}
	}
	b = append(b, byte(n))
	for r := Counted; r < skipCount; r++ {
		if c := s.of(group, r); c > 0 {
			b = binary.AppendUvarint(append(b, byte(r)), uint64(c))
		}
	}
	return b
}

// decodeBinary adds the counts that appendBinary wrote.
func (s *skips) decodeBinary(b []byte, group int) ([]byte, error) {
	if len(b) == 0 || b[0] >= skipCount {
		return nil, ErrForm
	}
	n := int(b[0])
	b = b[1:]
	last := -1
	for range n {
		if len(b) == 0 || b[0] >= skipCount || int(b[0]) <= last {
			return nil, ErrForm
		}
		last = int(b[0])
		c, rest, err := decodeCount(b[1:])
		if err != nil || c == 0 {
			return nil, ErrForm
		}
		s.addMany(group, Skip(last), c)
		b = rest
	}
	return b, nil
}

func grown[T any](s []T, n int) []T {
	if n > len(s) {
		s = append(s, make([]T, n-len(s))...)
	}
	return s
}
