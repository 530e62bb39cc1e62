package normalize

import (
	"math/bits"
	"strconv"

	"github.com/koine-go/koine/funnel"
)

// DateSystem is how a spreadsheet numbers days. The zero value is none: numbers are not days.
type DateSystem uint8

// The date systems of Excel.
const (
	Excel1900 DateSystem = iota + 1 // 1 is 1 January 1900; 60 is a 29 February that was not, so that 61 is 1 March
	Excel1904                       // 0 is 1 January 1904, as in files from old Macintoshes
)

// String returns the year that names the system, or "none".
func (s DateSystem) String() string {
	switch s {
	case Excel1900:
		return "1900"
	case Excel1904:
		return "1904"
	}
	return "none"
}

// ExcelSerial reads numbers as days and times of a spreadsheet, flagged Serial, beside what is read anyway: Date takes whole
// ones, Instant takes days with a fraction, in local time, and Time fractions alone, from 0 to less than 1. Latin digits
// without groups, sign or leading nought, and the locale's decimal sign; "." is one besides it behind more than three digits.
// A fraction of eight digits or more is rounded to the millisecond, one of five to seven to the second, half away from
// nought, which gives back what the spreadsheet showed; a shorter one must be a whole number of seconds. Day 60 of the 1900
// system and its day 0 are ErrCalendar, days after 2199 ErrRange. Zero is no system.
func ExcelSerial(s DateSystem) Option { return func(p *options) { p.excel = s } }

// serial is a number of days as a spreadsheet writes it.
type serial struct {
	day      int    // whole days
	fraction uint64 // of a day, in units of ten to the power -digits
	digits   int    // of the fraction, without trailing noughts
	written  int    // with them
	repairs  Repairs
}

const (
	lastSerial      = 109574 // 2199-12-31 in the 1900 system
	maxSerialDigits = 18     // of a fraction: a double has 17
	millisOfDay     = 24 * 60 * 60 * 1000
)

// serial reads a whole text as a serial; false if it does not have the form of one.
func (l *Locale) serial(b []byte) (serial, *fault, bool) {
	s := serial{repairs: Serial}
	i := skip(b, 0, &s.repairs, Padding)
	b = b[:skipBack(b, i, len(b), &s.repairs, Padding)]
	start := i
	for ; i < len(b) && b[i]-'0' <= 9; i++ {
		s.day = min(s.day*10+int(b[i]-'0'), lastSerial+1)
	}
	whole := i - start
	if whole == 0 || whole > 1 && b[start] == '0' {
		return s, nil, false
	}
	if i < len(b) {
		if !l.decimal(b[i], whole, &s.repairs) || !s.fractionOf(b[i+1:]) {
			return s, nil, false
		}
	}
	switch {
	case s.day > lastSerial:
		return s, &fault{err: ErrRange, at: start, hint: "Excel serials go to " + strconv.Itoa(lastSerial)}, true
	case s.written > maxSerialDigits:
		return s, &fault{err: ErrRange, at: start + whole + 1 + maxSerialDigits, hint: "a fraction has " + strconv.Itoa(maxSerialDigits) + " digits at most"}, true
	}
	return s, nil, true
}

// decimal tells whether a sign behind so many digits is a decimal sign.
func (l *Locale) decimal(sign byte, behind int, r *Repairs) bool {
	is := dot
	switch sign {
	case '.':
	case ',':
		is = comma
	default:
		return false
	}
	for i := range l.number.conventions {
		if c := &l.number.conventions[i]; c.decimal == is && (c.only == 0 || c.only == '0') {
			return true
		}
	}
	*r |= OtherSeparators
	return sign == '.' && behind > 3
}

// fractionOf takes the digits behind the decimal sign; false if there is none or something else among them.
func (s *serial) fractionOf(b []byte) bool {
	for i, c := range b {
		if c-'0' > 9 {
			return false
		}
		if i < maxSerialDigits && c != '0' {
			for ; s.digits <= i; s.digits++ {
				s.fraction *= 10
			}
			s.fraction += uint64(c - '0')
		}
	}
	s.written = len(b)
	return len(b) > 0
}

// clock rounds the fraction to a time of day in milliseconds, which may be the midnight that ends the day; false if it has
// too few digits to be one.
func (s *serial) clock() (millis int, ok bool) {
	unit := 1
	if s.written < 8 {
		unit = 1000
	}
	power := uint64(1)
	for range s.digits {
		power *= 10
	}
	hi, lo := bits.Mul64(s.fraction, uint64(millisOfDay/unit))
	count, rest := bits.Div64(hi, lo, power)
	if s.written < 5 && rest != 0 {
		return 0, false
	}
	if rest >= power-rest && rest != 0 {
		count++
	}
	return int(count) * unit, true
}

// date is the day of a serial in a date system.
func (s *serial) date(system DateSystem) (funnel.Date, *fault) {
	n := s.day
	switch {
	case system == Excel1904:
		n += daysTo1904
	case n == 0:
		return funnel.Date{}, &fault{err: ErrCalendar, hint: "day 0 of the 1900 date system is before its first"}
	case n == leapSerial:
		return funnel.Date{}, &fault{err: ErrCalendar, hint: "29 February 1900 was no day"}
	case n > leapSerial:
		n--
	}
	if n > lastSerial-1 {
		return funnel.Date{}, &fault{err: ErrRange, hint: "after 2199"}
	}
	return funnel.DateOfNumber(int32(dayBefore1900 + n)), nil
}

const (
	leapSerial    = 60
	dayBefore1900 = 693595 // the number of 1899-12-31
	daysTo1904    = 1461   // from there to 1904-01-01
)

// serialDate reads a serial as a day; false if the text is none.
func (l *Locale) serialDate(b []byte) (Date, *fault, bool) {
	if l.options.excel == 0 {
		return Date{}, nil, false
	}
	s, f, ok := l.serial(b)
	if !ok || f != nil {
		return Date{}, f, ok
	}
	if s.fraction != 0 {
		return Date{}, &fault{err: ErrSyntax, hint: "a serial with a time of day, which is a point in time"}, true
	}
	date, f := s.date(l.options.excel)
	if f != nil {
		return Date{}, f, true
	}
	return Date{date, s.repairs}, nil, true
}

// serialLocal reads a serial as a day and a time; false if the text is none.
func (l *Locale) serialLocal(t *local, b []byte) (*fault, bool) {
	if l.options.excel == 0 {
		return nil, false
	}
	s, f, ok := l.serial(b)
	if !ok || f != nil {
		return f, ok
	}
	millis, ok := s.clock()
	if !ok {
		return tooFewDigits(), true
	}
	if millis == millisOfDay {
		millis = 0
		s.day++
	}
	date, f := s.date(l.options.excel)
	if f == nil {
		*t = local{}
		t.set(date, millis/1000, millis%1000*1e6, s.repairs)
	}
	return f, true
}

// serialTime reads a serial as a time of day; false if the text is none. In Assamese and Sinhala, where 0.30 is half past
// midnight and three tenths, it may be two times.
func (l *Locale) serialTime(b []byte) (Clock, *fault, bool) {
	if l.options.excel == 0 {
		return Clock{}, nil, false
	}
	s, f, ok := l.serial(b)
	if !ok {
		return Clock{}, nil, false
	}
	var c Clock
	if f == nil {
		c, f = s.time()
	}
	if !l.dating().clock.stops {
		return c, f, true
	}
	var room someMatches
	if list, most := l.dating().clock.matches(b, room[:0]); len(list) > 0 {
		switch read, refused := l.dating().clock.settle(list, most); {
		case refused != nil:
		case f != nil || c.sameTime(read):
			return read, nil, true
		default:
			return Clock{}, &fault{err: ErrAmbiguous, candidates: sorted(c.String(), read.String()), hint: "a time or a fraction of a day"}, true
		}
	}
	return c, f, true
}

// time is the time of day that a serial of less than a day is.
func (s *serial) time() (Clock, *fault) {
	millis, ok := s.clock()
	switch {
	case !ok:
		return Clock{}, tooFewDigits()
	case s.day > 0 || millis == millisOfDay:
		return Clock{}, &fault{err: ErrRange, hint: "a serial of a day or more, which is a point in time"}
	}
	return Clock{millis / 3600000, millis / 60000 % 60, millis / 1000 % 60, millis % 1000 * 1e6, s.repairs}, nil
}

func tooFewDigits() *fault {
	return &fault{err: ErrSyntax, hint: "too few digits of a fraction to tell the second"}
}

// orSerial says of a refused text that it can be a serial, if its day is from 1954 to 2119.
func (l *Locale) orSerial(f *fault, b []byte) *fault {
	if f.err != ErrSyntax || f.hint != "" || l.options.excel != 0 {
		return f
	}
	if s, bad, ok := l.serial(b); ok && bad == nil && s.day >= 20000 && s.day <= 80000 {
		f.hint = "an Excel serial needs ExcelSerial"
	}
	return f
}
