package kpi_test

import (
	"errors"
	"math/big"
	"testing"

	"github.com/koine-go/koine/kpi"
)

// Two tallies of parts of the golden deals are one of all of them, and the state that was taken before does not follow.
func TestTallyMerge(t *testing.T) {
	a, b := must(kpi.NewTally(quarter(), kpi.HitRateNarrow())), must(kpi.NewTally(quarter(), kpi.HitRateNarrow()))
	for i, d := range golden() {
		if i%2 == 0 {
			a.Add(d)
		} else {
			b.Add(d)
		}
	}
	before := a.State()
	if err := a.Merge(b); err != nil {
		t.Fatal(err)
	}
	if got := a.State(); got != (kpi.Ratio{Part: 3, Whole: 5}) || got == before {
		t.Errorf("got %+v, before %+v", got, before)
	}
	if err := a.Merge(a); !errors.Is(err, kpi.ErrMerge) {
		t.Errorf("merged with itself: %v", err)
	}
	other := quarter()
	other.Period.To = other.Period.To.AddDays(1)
	if err := a.Merge(must(kpi.NewTally(other, kpi.HitRateNarrow()))); !errors.Is(err, kpi.ErrMerge) {
		t.Errorf("merged with another period: %v", err)
	}
}

// A caller's own metric compares and multiplies with amounts of its own making, whatever the number of digits.
func TestDecimalAmount(t *testing.T) {
	if a, b := kpi.DecimalAmount(15, -1), kpi.DecimalAmount(150, -2); a.Cmp(b) != 0 || a.Rat().Cmp(big.NewRat(3, 2)) != 0 {
		t.Errorf("%v and %v", a.Rat(), b.Rat())
	}
	if a := kpi.DecimalAmount(-1, -18); a.Sign() >= 0 || a.Cmp(kpi.DecimalAmount(0, 0)) >= 0 {
		t.Errorf("a digit beyond the sixteenth is lost: %v", a.Rat())
	}
}
