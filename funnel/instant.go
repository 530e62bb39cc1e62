package funnel

import "time"

// ParseInstant reads 2006-01-02T15:04:05 with at most 6 fraction digits and Z or an offset, the form of an instant in the exchange format, and
// nothing else; anything else is an ErrMoment. Package time is more lenient: it takes a comma, and as many digits as there are.
func ParseInstant(s string) (Moment, error) {
	if m := parseInstant(s); !m.IsZero() {
		return m, nil
	}
	return Moment{}, &Error{Input: s, Reason: "want an RFC 3339 instant with Z or an offset and at most 6 fraction digits", Err: ErrMoment}
}

// parseInstant returns no moment for what is no instant.
func parseInstant(s string) Moment {
	if len(s) < len("2006-01-02T15:04:05Z") || s[10] != 'T' || s[13] != ':' || s[16] != ':' {
		return Moment{}
	}
	day, err := ParseDate(s[:10])
	hour, ok1 := twoDigits(s[11:13], 23)
	minute, ok2 := twoDigits(s[14:16], 59)
	second, ok3 := twoDigits(s[17:19], 59)
	micros, zone, ok4 := fraction(s[19:])
	offset, ok5 := zoneOffset(zone)
	if err != nil || !(ok1 && ok2 && ok3 && ok4 && ok5) {
		return Moment{}
	}
	y, m, d := day.YMD()
	return At(time.Date(y, m, d, hour, minute, second, micros*1000, time.UTC).Add(-offset))
}

// fraction reads the dot and the 1 to 6 digits that may begin s, as microseconds.
func fraction(s string) (micros int, rest string, ok bool) {
	if s == "" || s[0] != '.' {
		return 0, s, true
	}
	n := 0
	for unit := 100_000; n+1 < len(s) && isDigit(s[n+1]); unit /= 10 {
		micros += int(s[n+1]-'0') * unit
		n++
	}
	return micros, s[n+1:], n >= 1 && n <= 6
}

func zoneOffset(s string) (time.Duration, bool) {
	if s == "Z" {
		return 0, true
	}
	if len(s) != len("+01:00") || s[3] != ':' || s[0] != '+' && s[0] != '-' {
		return 0, false
	}
	hours, ok1 := twoDigits(s[1:3], 23)
	minutes, ok2 := twoDigits(s[4:6], 59)
	offset := time.Duration(hours)*time.Hour + time.Duration(minutes)*time.Minute
	if s[0] == '-' {
		offset = -offset
	}
	return offset, ok1 && ok2
}

func twoDigits(s string, most int) (n int, ok bool) {
	n, ok = digits(s)
	return n, ok && n <= most
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
