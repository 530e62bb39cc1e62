package normalize_test

import (
	"fmt"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// A quarter of a plain year has two meanings where fiscal years do not start in January; FY says which.
func ExampleLocale_Period() {
	calendar, err := funnel.NewCalendar(time.UTC, time.October, time.Monday)
	if err != nil {
		panic(err)
	}
	l := normalize.MustFor("de-DE", normalize.FiscalYears(normalize.ByEndYear))
	for _, text := range []string{"März 2026", "FY2026 Q1", "GJ 2025/26", "Q1 2026"} {
		p, err := l.Period([]byte(text), calendar)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(p.Period, p.Unit)
	}
	// Output:
	// 2026-03-01..2026-04-01 month
	// 2025-10-01..2026-01-01 quarter
	// 2025-10-01..2026-10-01 year
	// normalize: "Q1 2026" is not a period in de-DE: more than one reading at byte 0: 2025-10-01..2026-01-01 or 2026-01-01..2026-04-01 (a fiscal year is written FY2026, a civil one CY2026)
}
