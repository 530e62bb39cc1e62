package exact

import "testing"

// Amounts of 16 fraction digits and 22 before the point cost no memory.
func TestNarrowDoesNotAllocate(t *testing.T) {
	var s Sum
	a := Decimal(123456789012345678, -2)
	if n := testing.AllocsPerRun(100, func() {
		s.Add(a)
		s.Add(Product(99999999999, -2, 1070123456789, -12))
		s.Add(a.Times(35, -2))
		var o Sum
		o.Merge(s)
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
