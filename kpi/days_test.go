package kpi

import (
	"math"
	"testing"
)

// A count beyond 32 bits goes on elsewhere and reads as one.
func TestDaysDoNotWrap(t *testing.T) {
	full := func() (d Days) {
		d.Add(7)
		d.near[7] = math.MaxUint32
		d.Add(7)
		return d
	}
	e := full().Plus(full())
	const want = int64(2 * (math.MaxUint32 + 1))
	if got := e.Table(); len(got) != 1 || got[0] != (DayCount{7, want}) || e.N() != want {
		t.Errorf("got %v, want %d on day 7", got, want)
	}
	back, rest, err := Days{}.DecodeBinary(e.AppendBinary(nil))
	if err != nil || len(rest) != 0 || back.N() != want {
		t.Errorf("read back %d, %v", back.N(), err)
	}
}

// A date from a typing error costs an entry, not a table as long as the days it claims.
func TestHostileDays(t *testing.T) {
	var d Days
	d.Add(maxDays)
	if len(d.near) != 0 || d.N() != 1 {
		t.Errorf("%d places for one deal", len(d.near))
	}
}
