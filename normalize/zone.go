package normalize

import (
	"time"

	"github.com/koine-go/koine/internal/stretch"
)

// Zone is a time zone with its changes laid out, so that finding an offset neither searches nor allocates. It is immutable
// and safe for concurrent use. The zero value and a nil *Zone are UTC.
type Zone struct {
	location *time.Location
	table    []stretch.Stretch
	buckets  []uint16 // the first segment that ends after the beginning of each bucket; nil if package time is asked
}

// segments are those that can hold a local time; two changes within a day and a half do not happen.
type segments struct {
	list [4]stretch.Stretch
	n    int
}

const (
	zoneFrom    = -5364662400 // 1800-01-01
	zoneTo      = 7258118400  // 2200-01-01
	bucketShift = 23          // 97 days: hardly ever two changes
	widest      = 16 * 3600   // no offset is wider
)

// NewZone resolves a location; nil is UTC.
func NewZone(location *time.Location) *Zone {
	z := &Zone{location: location}
	if location == nil {
		z.location = time.UTC
	}
	z.table = stretch.Between(z.location, zoneFrom-widest, zoneTo+2*widest)
	i := 0
	for at := int64(zoneFrom - widest); at < zoneTo+widest; at += 1 << bucketShift {
		for z.table[i].To <= at {
			i++
		}
		z.buckets = append(z.buckets, uint16(i))
	}
	return z
}

// String returns the name of the location.
func (z *Zone) String() string {
	if z == nil || z.location == nil {
		return "UTC"
	}
	return z.location.String()
}

// offset returns the offset at a local time that is far from any change; for others it is false.
func (z *Zone) offset(local int64) (int, bool) {
	if z == nil || z.location == nil {
		return 0, true
	}
	if local < zoneFrom || local >= zoneTo || z.buckets == nil {
		return 0, false
	}
	i := int(z.buckets[(local-zoneFrom)>>bucketShift])
	for z.table[i].To <= local-widest {
		i++
	}
	s := &z.table[i]
	return int(s.Offset), s.From <= local-widest && local+widest < s.To
}

// segments returns the stretches that the local time can lie in.
func (z *Zone) segments(local int64) segments {
	if z == nil || z.location == nil {
		return locationSegments(time.UTC, local)
	}
	if local < zoneFrom || local >= zoneTo || z.buckets == nil {
		return locationSegments(z.location, local)
	}
	i := int(z.buckets[(local-zoneFrom)>>bucketShift])
	for z.table[i].To <= local-widest {
		i++
	}
	var s segments
	for ; i < len(z.table) && s.n < len(s.list) && z.table[i].From < local+widest; i++ {
		s.list[s.n] = z.table[i]
		s.n++
	}
	return s
}

// locationSegments is Zone.segments by package time.
func locationSegments(location *time.Location, local int64) segments {
	if location == nil {
		location = time.UTC
	}
	var s segments
	for at := local - widest; at < local+widest && s.n < len(s.list); {
		next := stretch.At(location, at)
		s.n = len(stretch.Join(s.list[:s.n], next))
		at = next.To
	}
	return s
}
