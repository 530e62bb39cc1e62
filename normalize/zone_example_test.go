package normalize_test

import (
	"fmt"
	"time"

	"github.com/koine-go/koine/normalize"
)

// A text may name its zone, and an offset beside the name must be one that the zone has then.
func ExampleZoneNames() {
	l := normalize.MustFor("de-DE", normalize.ZoneNames(time.LoadLocation))
	for _, cell := range []string{"05.07.2026 14:30 W. Europe Standard Time", "2026-07-05T14:30:00+01:00[Europe/Berlin]"} {
		i, err := l.Instant([]byte(cell), time.UTC)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(i.Time)
	}
	// Output:
	// 2026-07-05 12:30:00 +0000 UTC
	// normalize: "2026-07-05T14:30:00+01:00[Europe/Berlin]" is not a point in time in de-DE: marks disagree at byte 26 (Europe/Berlin had +02:00 then)
}

// A number is a day only for a caller who says so.
func ExampleExcelSerial() {
	_, err := normalize.MustFor("de-DE").Date([]byte("46086"))
	fmt.Println(err)

	l := normalize.MustFor("de-DE", normalize.ExcelSerial(normalize.Excel1900))
	d, _ := l.Date([]byte("46086"))
	fmt.Println(d.Date, "with", d.Repairs)

	i, _ := l.Instant([]byte("46086,604166667"), time.UTC)
	fmt.Println(i.Time)
	// Output:
	// normalize: "46086" is not a date in de-DE: not in the locale's grammar at byte 0 (an Excel serial needs ExcelSerial)
	// 2026-03-05 with Excel serial
	// 2026-03-05 14:30:00 +0000 UTC
}

func ExampleWindowsZone() {
	for _, region := range []string{"DE", "AT"} {
		iana, _ := normalize.WindowsZone("W. Europe Standard Time", normalize.MustRegion(region))
		fmt.Println(region, iana)
	}
	// Output:
	// DE Europe/Berlin
	// AT Europe/Vienna
}
