package normalize

import "time"

// Zone is a time zone with its changes laid out, so that finding an offset neither searches nor allocates. It is immutable
// and safe for concurrent use. The zero value and a nil *Zone are UTC.
type Zone struct {
	location *time.Location
	table    []segment
	buckets  []uint16 // the first segment that ends after the beginning of each bucket
}

// segment is a stretch of time with one offset, in seconds since 1970 in UTC.
type segment struct{ from, to, offset int64 }

// segments are those that can hold a local time; two changes within a day and a half do not happen.
type segments struct {
	list [4]segment
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
	for at := int64(zoneFrom - widest); at < zoneTo+2*widest; {
		s := segmentAt(z.location, at)
		z.table = appendSegment(z.table, s)
		at = s.to
	}
	i := 0
	for at := int64(zoneFrom - widest); at < zoneTo+widest; at += 1 << bucketShift {
		for z.table[i].to <= at {
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
	if local < zoneFrom || local >= zoneTo {
		return 0, false
	}
	i := int(z.buckets[(local-zoneFrom)>>bucketShift])
	for z.table[i].to <= local-widest {
		i++
	}
	s := &z.table[i]
	return int(s.offset), s.from <= local-widest && local+widest < s.to
}

// segments returns the stretches that the local time can lie in.
func (z *Zone) segments(local int64) segments {
	if z == nil || z.location == nil {
		return locationSegments(time.UTC, local)
	}
	if local < zoneFrom || local >= zoneTo {
		return locationSegments(z.location, local)
	}
	i := int(z.buckets[(local-zoneFrom)>>bucketShift])
	for z.table[i].to <= local-widest {
		i++
	}
	var s segments
	for ; i < len(z.table) && s.n < len(s.list) && z.table[i].from < local+widest; i++ {
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
		next := segmentAt(location, at)
		s.n = len(appendSegment(s.list[:s.n], next))
		at = next.to
	}
	return s
}

// appendSegment joins stretches of one offset.
func appendSegment(list []segment, s segment) []segment {
	if n := len(list); n > 0 && list[n-1].offset == s.offset {
		list[n-1].to = s.to
		return list
	}
	return append(list, s)
}

const forever = int64(1) << 61

// segmentAt returns the stretch from at on. Package time ends it a day early in leap years to come, so that there it can
// end before it begins; then it is taken day by day.
func segmentAt(location *time.Location, at int64) segment {
	t := time.Unix(at, 0).In(location)
	_, offset := t.Zone()
	s := segment{at, forever, int64(offset)}
	if _, end := t.ZoneBounds(); !end.IsZero() {
		s.to = end.Unix()
	}
	if s.to <= at {
		s.to = at + 86400
	}
	return s
}
