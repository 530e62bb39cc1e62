package normalize

import "unicode/utf8"

// shape is a text in which each run of digits is replaced by how many there are, written as a digit of the same script:
// "5. März 2026" has the shape "1. März 4". Which field a run is depends on the shape alone, never on its value; except
// where names have digits themselves: "3월" is a month in Korean. A run that may belong to a name stays as it is.
type shape struct {
	key  [maxShape]byte
	size int
	runs [maxRuns]run
	n    int
}

const (
	maxShape = 128 // bytes
	maxRuns  = 8   // a day and a time have seven
	maxRun   = 9   // digits: the count is a digit, and an int32 holds the value
)

// run is a run of digits in a text.
type run struct {
	value  int32
	at     uint8
	digits uint8
}

// take makes the shape of a text; it is false for one that is too long or has too many digits.
func (s *shape) take(b []byte, v *vocabulary) bool {
	if len(b) > maxShape || v == nil {
		return false
	}
	g, size := v.grammar, 0
	for i := 0; i < len(b); {
		c := b[i]
		var script *script
		if c-'0' <= 9 {
			script = &latin
		} else if c >= utf8.RuneSelf && g.leads.has(c) {
			script = g.scriptAt(b, i)
		}
		if script == nil {
			s.key[size] = c
			size++
			i++
			continue
		}
		end, count := s.run(b, i, script)
		if count == 0 {
			return false
		}
		if v.spelled != nil && v.mayBeNamed(b, i, end) {
			size += copy(s.key[size:], b[i:end])
		} else {
			size += copy(s.key[size:], script.stem)
			s.key[size] = script.last + count
			size++
		}
		i = end
	}
	s.size = size
	return true
}

// run takes the run of digits at i and returns where it ends and how many digits it has, 0 for too many.
func (s *shape) run(b []byte, i int, script *script) (end int, count uint8) {
	value, end, n := script.run(b, i, 0)
	if s.n == maxRuns || n > maxRun {
		return end, 0
	}
	s.runs[s.n] = run{int32(value), uint8(i), uint8(n)}
	s.n++
	return end, uint8(n)
}
