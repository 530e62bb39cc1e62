package normalize_test

import (
	"testing"
	"time"

	"github.com/koine-go/koine/normalize"
)

func BenchmarkZoneName(b *testing.B) {
	l := normalize.MustFor("de-DE", normalize.ZoneNames(time.LoadLocation))
	for _, text := range []string{
		"2026-03-05 14:30 Europe/Berlin", "2026-03-05T14:30:00+01:00[Europe/Berlin]", "05.03.2026 14:30 W. Europe Standard Time", "5. März 2026 um 14:30 Europe/Berlin",
	} {
		cells(b, "de-DE", text, func(cell []byte) error { _, err := l.InstantIn(cell, nil); return err })
	}
	cells(b, "WindowsZone", "W. Europe Standard Time", func(cell []byte) error {
		normalize.WindowsZone("W. Europe Standard Time", normalize.Region{})
		return nil
	})
	b.Run("first", func(b *testing.B) {
		cell := []byte("2026-03-05 14:30 Europe/Berlin")
		for b.Loop() {
			if _, err := normalize.MustFor("de-DE", normalize.ZoneNames(time.LoadLocation)).InstantIn(cell, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkSerial(b *testing.B) {
	l := normalize.MustFor("de-DE", normalize.ExcelSerial(normalize.Excel1900))
	cells(b, "date", "46086", func(cell []byte) error { _, err := l.Date(cell); return err })
	cells(b, "instant", "46086,604166667", func(cell []byte) error { _, err := l.InstantIn(cell, nil); return err })
	cells(b, "time", "0,604166667", func(cell []byte) error { _, err := l.Time(cell); return err })
}
