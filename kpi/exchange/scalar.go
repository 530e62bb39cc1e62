package exchange

import (
	"math/big"
	"strings"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/shopspring/decimal"
)

// instant reads 2006-01-02T15:04:05 with at most 6 fraction digits and Z or an offset. Package time is more lenient: it takes a comma, and
// as many digits as there are.
func instant(text []byte) (funnel.Moment, bool) {
	if len(text) < len("2006-01-02T15:04:05Z") || text[10] != 'T' {
		return funnel.Moment{}, false
	}
	day, err := funnel.ParseDate(string(text[:10]))
	clock, rest := text[11:19], text[19:]
	hour, ok1 := twoDigits(clock[0:2], 23)
	minute, ok2 := twoDigits(clock[3:5], 59)
	second, ok3 := twoDigits(clock[6:8], 59)
	micros, rest, ok4 := fraction(rest)
	offset, ok5 := zoneOffset(rest)
	if err != nil || clock[2] != ':' || clock[5] != ':' || !(ok1 && ok2 && ok3 && ok4 && ok5) {
		return funnel.Moment{}, false
	}
	y, m, d := day.YMD()
	at := funnel.At(time.Date(y, m, d, hour, minute, second, micros*1000, time.UTC).Add(-offset))
	return at, !at.IsZero()
}

// fraction reads the dot and the 1 to 6 digits that may begin text, as microseconds.
func fraction(text []byte) (micros int, rest []byte, ok bool) {
	if len(text) == 0 || text[0] != '.' {
		return 0, text, true
	}
	n := 0
	for unit := 100_000; n+1 < len(text) && isDigit(text[n+1]); unit /= 10 {
		micros += int(text[n+1]-'0') * unit
		n++
	}
	return micros, text[n+1:], n >= 1 && n <= 6
}

func zoneOffset(text []byte) (time.Duration, bool) {
	if string(text) == "Z" {
		return 0, true
	}
	if len(text) != len("+01:00") || text[3] != ':' || text[0] != '+' && text[0] != '-' {
		return 0, false
	}
	hours, ok1 := twoDigits(text[1:3], 23)
	minutes, ok2 := twoDigits(text[4:6], 59)
	offset := time.Duration(hours)*time.Hour + time.Duration(minutes)*time.Minute
	if text[0] == '-' {
		offset = -offset
	}
	return offset, ok1 && ok2
}

func twoDigits(text []byte, most int) (n int, ok bool) {
	if !isDigit(text[0]) || !isDigit(text[1]) {
		return 0, false
	}
	n = int(text[0]-'0')*10 + int(text[1]-'0')
	return n, n <= most
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// maxDecimal is the longest decimal read, in bytes, and the most digits after its dot.
const (
	maxDecimal  = 40
	maxFraction = 12
)

// plainDecimal reads -?[0-9]+(\.[0-9]+)? within these limits. The decimal package would take quadratic time on a long one.
func plainDecimal(s string) (d decimal.Decimal, ok bool) {
	whole, frac, dot := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	if len(s) > maxDecimal || len(frac) > maxFraction || whole == "" || dot && frac == "" || !digits(whole+frac) {
		return d, false
	}
	n, ok := new(big.Int).SetString(whole+frac, 10)
	if s[0] == '-' {
		n.Neg(n)
	}
	return decimal.NewFromBigInt(n, -int32(len(frac))), ok
}

func digits(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) < 0
}
