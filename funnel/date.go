package funnel

import (
	"fmt"
	"time"
)

// Date is a civil day of the Gregorian calendar, from 0001-01-01 to 9999-12-31. It has no zone and never passes through UTC.
// Dates compare with == and order by Compare. The zero value is no date.
type Date struct{ number int32 }

const (
	daysPer400Years = 146097
	lastDay         = 3652059 // 9999-12-31
	unixDay         = 719163  // 1970-01-01
)

// NewDate returns the day with this year, month and day of the month. A day that the calendar does not have, such as
// 30 February, or a year outside 1 to 9999 is an ErrDate.
func NewDate(year int, month time.Month, day int) (Date, error) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return Date{}, &Error{Input: fmt.Sprintf("%d-%d-%d", year, month, day), Err: ErrDate}
	}
	return Date{civilNumber(year, month, day)}, nil
}

// ParseDate reads the form 2006-01-02 and no other; anything else is an ErrDate.
func ParseDate(s string) (Date, error) {
	if len(s) == 10 && s[4] == '-' && s[7] == '-' {
		year, ok1 := digits(s[:4])
		month, ok2 := digits(s[5:7])
		day, ok3 := digits(s[8:])
		if ok1 && ok2 && ok3 {
			if d, err := NewDate(year, time.Month(month), day); err == nil {
				return d, nil
			}
		}
	}
	return Date{}, &Error{Input: s, Err: ErrDate}
}

// MustDate is ParseDate for tests and examples; it panics where ParseDate fails.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// DateOfNumber returns the day with this Number, the zero Date for a number out of range.
func DateOfNumber(n int32) Date {
	if n < 1 || n > lastDay {
		return Date{}
	}
	return Date{n}
}

// Number counts days from 0001-01-01, which is 1; no date is 0.
func (d Date) Number() int32 { return d.number }

// IsZero tells whether d is no date.
func (d Date) IsZero() bool { return d.number == 0 }

// YMD returns year, month and day of the month; for no date all are 0.
func (d Date) YMD() (year int, month time.Month, day int) {
	if d.IsZero() {
		return 0, 0, 0
	}
	// Neri and Schneider, Euclidean affine functions and their application to calendar algorithms (2022): years begin in March, so that the
	// leap day comes last, and divisions become multiplications.
	n := 4*uint32(d.number+305) + 3
	century, ofCentury := n/daysPer400Years, n%daysPer400Years|3
	p := uint64(2939745) * uint64(ofCentury)
	ofYear := uint32(p) / 2939745 / 4
	m := 2141*ofYear + 197913
	year, month, day = int(100*century+uint32(p>>32)), time.Month(m>>16), int(m&0xffff/2141)+1
	if ofYear >= 306 { // January and February
		year, month = year+1, month-12
	}
	return year, month, day
}

// AddDays returns the day n days later; a result outside the calendar, or any from no date, is no date.
func (d Date) AddDays(n int) Date {
	if d.IsZero() || n > lastDay || n < -lastDay {
		return Date{}
	}
	return DateOfNumber(d.number + int32(n))
}

// Sub returns the number of civil days from o to d.
func (d Date) Sub(o Date) int { return int(d.number) - int(o.number) }

// Compare returns -1, 0 or +1 as d is before, on or after o; no date comes before every day.
func (d Date) Compare(o Date) int {
	switch {
	case d.number < o.number:
		return -1
	case d.number > o.number:
		return 1
	}
	return 0
}

// Before tells whether d comes before o.
func (d Date) Before(o Date) bool { return d.number < o.number }

// Weekday returns the day of the week; no date has none, and answers Sunday.
func (d Date) Weekday() time.Weekday { return time.Weekday(d.number % 7) }

// Month returns the first day of d's month.
func (d Date) Month() Date {
	if d.IsZero() {
		return d
	}
	_, _, day := d.YMD()
	return Date{d.number - int32(day) + 1}
}

// String returns the form 2006-01-02, the empty string for no date.
func (d Date) String() string { return string(d.append(nil)) }

// MarshalText writes the form 2006-01-02; no date is empty.
func (d Date) MarshalText() ([]byte, error) { return d.append(nil), nil }

// UnmarshalText reads what MarshalText writes.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	v, err := ParseDate(string(b))
	if err == nil {
		*d = v
	}
	return err
}

func (d Date) append(b []byte) []byte {
	if d.IsZero() {
		return b
	}
	y, m, day := d.YMD()
	return append(b, byte('0'+y/1000), byte('0'+y/100%10), byte('0'+y/10%10), byte('0'+y%10), '-',
		byte('0'+m/10), byte('0'+m%10), '-', byte('0'+day/10), byte('0'+day%10))
}

func civilNumber(year int, month time.Month, day int) int32 {
	y, m := year, int(month)-3
	if m < 0 {
		y, m = y-1, m+12
	}
	era := y / 400
	yoe := y % 400
	doe := yoe*365 + yoe/4 - yoe/100 + (153*m+2)/5 + day - 1
	return int32(era*daysPer400Years + doe - 306 + 1)
}

func daysIn(year int, month time.Month) int {
	switch month {
	case time.April, time.June, time.September, time.November:
		return 30
	case time.February:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

func digits(s string) (n int, ok bool) {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}
