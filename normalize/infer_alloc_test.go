package normalize_test

import (
	"testing"

	"github.com/koine-go/koine/normalize"
)

// A longer column costs no more memory: what is kept is kept once, and every further cell is free, be it a number that some
// of the locales refuse or anything that they read.
func TestInferAllocatesNothingPerCell(t *testing.T) {
	for _, c := range []struct {
		kind  normalize.Kind
		among string
		cells []string
	}{
		{normalize.KindNumber, "de-DE en-US fr-FR", []string{"1.234,5", "17", "1.234"}},
		{normalize.KindPercent, "de-DE nl-NL", []string{"12,5 %", "1.234 %"}},
		{normalize.KindMoney, "de-DE fr-FR", []string{"1234,5 €", "EUR 17"}},
		{normalize.KindDate, "de-DE de-AT", []string{"05.03.2026", "11.03.2026", "5. März 2026"}},
		{normalize.KindTime, "de-DE en-US", []string{"14:30:05", "9:05"}},
		{normalize.KindInstant, "de-DE de-AT", []string{"05.03.2026 14:30", "2026-03-05T14:30:05Z", "11.03.2026 14:30"}},
	} {
		locales := among(c.among)
		texts := make([][]byte, len(c.cells))
		for i, cell := range c.cells {
			texts[i] = []byte(cell)
		}
		cost := func(cells int) float64 {
			return testing.AllocsPerRun(5, func() {
				_, _ = normalize.Infer(c.kind, func(yield func([]byte) bool) {
					for i := range cells {
						if !yield(texts[i%len(texts)]) {
							return
						}
					}
				}, locales...)
			})
		}
		if short, long := cost(100), cost(1100); long > short+10 { // the runtime itself may allocate now and then
			t.Errorf("%v: %v allocations for 100 cells, %v for 1100", c.kind, short, long)
		}
	}
}
