package funnel

import (
	"time"

	"github.com/koine-go/koine/internal/stretch"
)

// zone answers "which offset holds at this instant" in a few nanoseconds: package time walks its own table and splits a
// whole date each time, which would dominate a snapshot.
type zone struct {
	location *time.Location
	starts   []int64  // microseconds since 1970 from which offsets[i] holds, the beginning of the table first, never last
	offsets  []int64  // microseconds east of UTC
	buckets  []uint16 // for each slice of time the segment that holds at its beginning
}

const (
	zoneFrom     = -70 * 366 * dayMicros // about 1900
	zoneTo       = 130 * 366 * dayMicros // about 2100
	secondMicros = int64(1e6)
	bucketShift  = 43 // 2^43 microseconds are 102 days: hardly ever two changes in one bucket
)

func newZone(location *time.Location) *zone {
	z := &zone{location: location}
	for _, s := range stretch.Between(location, zoneFrom/secondMicros, zoneTo/secondMicros) {
		z.starts, z.offsets = append(z.starts, s.From*secondMicros), append(z.offsets, s.Offset*secondMicros)
	}
	z.starts = append(z.starts, never)
	for at, i := zoneFrom, 0; at < zoneTo; at += 1 << bucketShift {
		for z.starts[i+1] <= at {
			i++
		}
		z.buckets = append(z.buckets, uint16(i))
	}
	return z
}

// date returns the local day at the instant us, no date outside the years 1 to 9999.
func (z *zone) date(us int64) Date {
	if us < zoneFrom || us >= zoneTo {
		return z.slowDate(us)
	}
	return Date{int32((us + z.offsets[z.segment(us)] + epochMicros) / dayMicros)}
}

// slowDate is date for instants outside the table.
func (z *zone) slowDate(us int64) Date {
	_, seconds := time.UnixMicro(us).In(z.location).Zone()
	return DateOfNumber(int32((us + int64(seconds)*1e6 + epochMicros) / dayMicros))
}

func (z *zone) segment(us int64) int {
	i := int(z.buckets[(us-zoneFrom)>>bucketShift])
	for z.starts[i+1] <= us {
		i++
	}
	return i
}

// start returns the first instant whose local date is d or later: of each stretch of constant offset the earliest instant that
// shows the date, and of these the first.
func (z *zone) start(d Date) int64 {
	local := (int64(d.number) - unixDay) * dayMicros
	if local < zoneFrom+2*dayMicros || local > zoneTo-2*dayMicros {
		return z.slowStart(local)
	}
	for i := z.segment(local - 2*dayMicros); ; i++ {
		if us := max(z.starts[i], local-z.offsets[i]); us < z.starts[i+1] {
			return us
		}
	}
}

// slowStart is start for days outside the table.
func (z *zone) slowStart(local int64) int64 {
	for at := (local - 2*dayMicros) / secondMicros; ; {
		s := stretch.At(z.location, at)
		us := max(s.From*secondMicros, local-s.Offset*secondMicros)
		if s.To == stretch.Forever || us < s.To*secondMicros {
			return us
		}
		at = s.To
	}
}
