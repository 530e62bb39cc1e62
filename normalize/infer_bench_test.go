package normalize_test

import (
	"testing"

	"github.com/koine-go/koine/normalize"
)

// The time is that of one cell; Infer itself is begun once for ten thousand.
func BenchmarkInfer(b *testing.B) {
	for _, c := range []struct {
		kind        normalize.Kind
		name, among string
		cells       []string
	}{
		{normalize.KindNumber, "3", "de-DE en-US fr-FR", []string{"1.234.567,89", "1.234,5"}},
		{normalize.KindMoney, "3", "de-DE en-US fr-FR", []string{"1.234.567,89 €", "1.234,5 €"}},
		{normalize.KindDate, "1", "de-DE", []string{"05.03.2026", "25.03.2026"}},
		{normalize.KindDate, "3", "de-DE en-US fr-FR", []string{"05.03.2026", "25.03.2026"}},
		{normalize.KindDate, "3 names", "de-DE en-US fr-FR", []string{"5. März 2026", "25. Mai 2026"}},
		{normalize.KindInstant, "3", "de-DE en-US fr-FR", []string{"05.03.2026 14:30", "25.03.2026 14:30"}},
	} {
		b.Run(c.kind.String()+"/among "+c.name, func(b *testing.B) {
			locales := among(c.among)
			texts := [][]byte{[]byte(c.cells[0]), []byte(c.cells[1])}
			b.ReportAllocs()
			for more := true; more; {
				_, err := normalize.Infer(c.kind, func(yield func([]byte) bool) {
					for i := 0; i < 10000 && more; i++ {
						if more = b.Loop(); more && !yield(texts[i%2]) {
							return
						}
					}
				}, locales...)
				if err != nil && b.N > 2 {
					b.Fatal(err)
				}
			}
		})
	}
}
