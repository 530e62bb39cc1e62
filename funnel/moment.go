package funnel

import "time"

// Moment is when something happened: an instant to the microsecond, or only a civil day where the source gives no time.
// Which of the two comes first is decided in a calendar (rulings Q06, Q06a), so a Moment alone has no order.
// Moments compare with ==. The zero value is no moment.
type Moment struct{ v int64 }

// The low bit tells a day from an instant. Days count from 0001-01-01; microseconds are shifted by the same epoch, so
// that no representable moment is zero.
const epochMicros = int64(unixDay) * dayMicros

const dayMicros = int64(24*time.Hour) / int64(time.Microsecond)

// At returns the instant t, cut to the microsecond. An instant outside the years 1 to 9999 is no moment.
func At(t time.Time) Moment {
	t = t.UTC() // UnixMicro wraps far outside these years
	if y := t.Year(); y < 1 || y > 9999 {
		return Moment{}
	}
	return AtMicro(t.UnixMicro())
}

// AtMicro returns the instant this many microseconds after 1970-01-01T00:00:00Z, no moment outside the years 1 to 9999.
func AtMicro(us int64) Moment {
	if us < -(unixDay-1)*dayMicros || us >= (lastDay+1-unixDay)*dayMicros {
		return Moment{}
	}
	return Moment{(us + epochMicros) << 1}
}

// On returns the civil day d as a moment; no date is no moment.
func On(d Date) Moment {
	if d.IsZero() {
		return Moment{}
	}
	return Moment{int64(d.number)<<1 | 1}
}

// IsZero tells whether m is no moment.
func (m Moment) IsZero() bool { return m.v == 0 }

// IsDate tells whether m is a civil day rather than an instant.
func (m Moment) IsDate() bool { return m.v&1 == 1 }

// Date returns the civil day, if m is one.
func (m Moment) Date() (Date, bool) {
	if !m.IsDate() {
		return Date{}, false
	}
	return Date{int32(m.v >> 1)}, true
}

// Time returns the instant in UTC, if m is one.
func (m Moment) Time() (time.Time, bool) {
	if m.IsZero() || m.IsDate() {
		return time.Time{}, false
	}
	return time.UnixMicro(m.micro()).UTC(), true
}

func (m Moment) micro() int64 { return m.v>>1 - epochMicros }

// String returns the civil day as 2006-01-02 or the instant as RFC 3339 in UTC; no moment is empty.
func (m Moment) String() string {
	if d, ok := m.Date(); ok {
		return d.String()
	}
	if t, ok := m.Time(); ok {
		return t.Format(time.RFC3339Nano)
	}
	return ""
}

// MarshalText writes what String returns.
func (m Moment) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads a civil day or an RFC 3339 instant; empty is no moment, anything else an ErrMoment.
func (m *Moment) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*m = Moment{}
		return nil
	}
	if d, err := ParseDate(string(b)); err == nil {
		*m = On(d)
		return nil
	}
	t, err := time.Parse(time.RFC3339, string(b))
	if err != nil || At(t).IsZero() {
		return &Error{Input: string(b), Err: ErrMoment}
	}
	*m = At(t)
	return nil
}
