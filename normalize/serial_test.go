package normalize_test

import (
	"errors"
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/koine-go/koine/normalize"
)

var systems = [...]normalize.DateSystem{normalize.Excel1900, normalize.Excel1904}

func TestSerialDate(t *testing.T) {
	for _, c := range []struct {
		tag     string
		system  normalize.DateSystem
		text    string
		want    string
		repairs normalize.Repairs
	}{
		{"de-DE", normalize.Excel1900, "45292", "2024-01-01", normalize.Serial},
		{"de-DE", normalize.Excel1900, "45292,0", "2024-01-01", normalize.Serial},
		{"de-DE", normalize.Excel1900, "45292.000", "2024-01-01", normalize.Serial | normalize.OtherSeparators},
		{"en-US", normalize.Excel1900, "45292.0", "2024-01-01", normalize.Serial},
		{"ar-EG", normalize.Excel1900, "45292", "2024-01-01", normalize.Serial},
		{"de-DE", normalize.Excel1900, " 45292\u00a0", "2024-01-01", normalize.Serial | normalize.Padding},
		{"de-DE", normalize.Excel1904, "43830", "2024-01-01", normalize.Serial},
		{"de-DE", normalize.Excel1904, "0", "1904-01-01", normalize.Serial},
		{"de-DE", normalize.Excel1904, "60", "1904-03-01", normalize.Serial},
		{"de-DE", normalize.Excel1900, "1", "1900-01-01", normalize.Serial},
		{"de-DE", normalize.Excel1900, "59", "1900-02-28", normalize.Serial},
		{"de-DE", normalize.Excel1900, "61", "1900-03-01", normalize.Serial},
		{"de-DE", normalize.Excel1900, "109574", "2199-12-31", normalize.Serial},
		{"de-DE", normalize.Excel1900, "05.03.2026", "2026-03-05", 0}, // as without it
		{"de-DE", normalize.Excel1900, "5. März 2026", "2026-03-05", 0},
	} {
		d, err := normalize.MustFor(c.tag, normalize.ExcelSerial(c.system)).Date([]byte(c.text))
		if err != nil || d.Date.String() != c.want || d.Repairs != c.repairs {
			t.Errorf("%s %v %q: got %v with %v, %v; want %s with %v", c.tag, c.system, c.text, d.Date, d.Repairs, err, c.want, c.repairs)
		}
	}
}

func TestSerialRefused(t *testing.T) {
	date := func(l *normalize.Locale, b []byte) error { _, err := l.Date(b); return err }
	instant := func(l *normalize.Locale, b []byte) error { _, err := l.Instant(b, time.UTC); return err }
	clock := func(l *normalize.Locale, b []byte) error { _, err := l.Time(b); return err }
	for _, c := range []struct {
		read   func(*normalize.Locale, []byte) error
		system normalize.DateSystem
		text   string
		kind   error
		offset int
		hint   string
	}{
		{date, normalize.Excel1900, "60", normalize.ErrCalendar, 0, "29 February 1900 was no day"},
		{date, normalize.Excel1900, "0", normalize.ErrCalendar, 0, "day 0 of the 1900 date system is before its first"},
		{date, normalize.Excel1900, "109575", normalize.ErrRange, 0, "Excel serials go to 109574"},
		{date, normalize.Excel1904, "108113", normalize.ErrRange, 0, "after 2199"},
		{date, normalize.Excel1900, "20260305", normalize.ErrRange, 0, "Excel serials go to 109574"}, // neither a serial nor a date
		{date, normalize.Excel1900, strings.Repeat("9", 200), normalize.ErrRange, 0, "Excel serials go to 109574"},
		{date, normalize.Excel1900, "45292,5", normalize.ErrSyntax, 0, "a serial with a time of day, which is a point in time"},
		{date, normalize.Excel1900, "-5", normalize.ErrSyntax, 0, ""},
		{date, normalize.Excel1900, "(45292)", normalize.ErrSyntax, 0, ""},
		{date, normalize.Excel1900, "010126", normalize.ErrSyntax, 0, ""}, // six digits of a day, not the serial 10126
		{date, normalize.Excel1900, "45.292", normalize.ErrSyntax, 3, ""}, // a number with groups
		{date, normalize.Excel1900, "45292,", normalize.ErrSyntax, 0, ""},
		{date, normalize.Excel1900, ",5", normalize.ErrSyntax, 0, ""},
		{date, normalize.Excel1900, "4.5292E4", normalize.ErrSyntax, 2, ""},
		{date, normalize.Excel1900, "４５２９２", normalize.ErrSyntax, 0, ""},
		{date, normalize.Excel1900, "", normalize.ErrSyntax, 0, ""},
		{instant, normalize.Excel1900, "60,5", normalize.ErrCalendar, 0, "29 February 1900 was no day"},
		{instant, normalize.Excel1900, "59,9999999999", normalize.ErrCalendar, 0, "29 February 1900 was no day"}, // rounded to the next midnight
		{instant, normalize.Excel1900, "0,5", normalize.ErrCalendar, 0, "day 0 of the 1900 date system is before its first"},
		{instant, normalize.Excel1900, "109574,9999999999", normalize.ErrRange, 0, "after 2199"},
		{instant, normalize.Excel1900, "45292,6042", normalize.ErrSyntax, 0, "too few digits of a fraction to tell the second"}, // 14:30:03, or 14:30
		{instant, normalize.Excel1900, "45292,6041666666666666667", normalize.ErrRange, 24, "a fraction has 18 digits at most"},
		{instant, normalize.Excel1900, "45292,5 Europe/Berlin", normalize.ErrSyntax, 0, ""},
		{instant, normalize.Excel1900, "20260305", normalize.ErrRange, 0, "Excel serials go to 109574"},
		{clock, normalize.Excel1900, "1", normalize.ErrRange, 0, "a serial of a day or more, which is a point in time"},
		{clock, normalize.Excel1900, "0,99999999999", normalize.ErrRange, 0, "a serial of a day or more, which is a point in time"},
		{clock, normalize.Excel1900, "0,6042", normalize.ErrSyntax, 0, "too few digits of a fraction to tell the second"},
		{clock, normalize.Excel1900, "0.5", normalize.ErrSyntax, 1, ""}, // "." is not the decimal sign here
		{date, 0, "45292", normalize.ErrSyntax, 0, "an Excel serial needs ExcelSerial"},
		{instant, 0, "45292,604166667", normalize.ErrSyntax, 0, "an Excel serial needs ExcelSerial"},
		{date, 0, "19999", normalize.ErrSyntax, 0, ""},
		{date, 0, "80001", normalize.ErrSyntax, 0, ""},
		{date, 0, "20260305", normalize.ErrSyntax, 0, ""},
		{clock, 0, "0,5", normalize.ErrSyntax, 1, ""},
	} {
		err := c.read(normalize.MustFor("de-DE", normalize.ExcelSerial(c.system)), []byte(c.text))
		var e *normalize.Error
		if !errors.As(err, &e) || e.Err != c.kind || e.Offset != c.offset || e.Hint != c.hint {
			t.Errorf("%v %q: got %v; want %v at %d, %q", c.system, c.text, err, c.kind, c.offset, c.hint)
		}
	}
}

func TestSerialInstant(t *testing.T) {
	for _, c := range []struct {
		system            normalize.DateSystem
		text, zone, wants string
	}{
		{normalize.Excel1900, "45292", "UTC", "2024-01-01T00:00:00Z"},
		{normalize.Excel1900, "45292,604166667", "UTC", "2024-01-01T14:30:00Z"},
		{normalize.Excel1900, "45292,604166667", "Europe/Berlin", "2024-01-01T13:30:00Z"},
		{normalize.Excel1900, "45292.60416666666666667", "UTC", "2024-01-01T14:30:00Z"}, // a double's seventeen digits
		{normalize.Excel1900, "45292,60417", "UTC", "2024-01-01T14:30:00Z"},             // as a narrow column shows it
		{normalize.Excel1900, "45292,604172", "UTC", "2024-01-01T14:30:00Z"},
		{normalize.Excel1900, "45292,60417245", "UTC", "2024-01-01T14:30:00.5Z"},
		{normalize.Excel1900, "45292,5", "UTC", "2024-01-01T12:00:00Z"},
		{normalize.Excel1900, "45292,6", "UTC", "2024-01-01T14:24:00Z"},
		{normalize.Excel1900, "45291,9999999999", "UTC", "2024-01-01T00:00:00Z"}, // rounded to the next midnight
		{normalize.Excel1900, "45291,999999", "UTC", "2024-01-01T00:00:00Z"},
		{normalize.Excel1904, "0,5", "UTC", "1904-01-01T12:00:00Z"},
		{normalize.Excel1904, "43830,604166667", "UTC", "2024-01-01T14:30:00Z"},
		{normalize.Excel1900, "45292,00000001", "UTC", "2024-01-01T00:00:00.001Z"},
		{normalize.Excel1900, "05.03.2026 14:30", "Europe/Berlin", "2026-03-05T13:30:00Z"},
	} {
		got, err := both(t, normalize.MustFor("de-DE", normalize.ExcelSerial(c.system)), c.text, c.zone)
		if s := got.Time.Format(time.RFC3339Nano); err != nil || s != c.wants {
			t.Errorf("%v %q: got %s, %v; want %s", c.system, c.text, s, err, c.wants)
		}
	}
	_, err := both(t, normalize.MustFor("de-DE", normalize.ExcelSerial(normalize.Excel1900)), "46110,104166667", "Europe/Berlin")
	if !errors.Is(err, normalize.ErrGap) { // 2026-03-29 02:30
		t.Errorf("got %v", err)
	}
}

func TestSerialTime(t *testing.T) {
	for text, want := range map[string]string{"0": "00:00:00", "0,5": "12:00:00", "0,604166667": "14:30:00", "0,60417": "14:30:00", "0,99999": "23:59:59", "14:30": "14:30:00"} {
		c, err := normalize.MustFor("de-DE", normalize.ExcelSerial(normalize.Excel1900)).Time([]byte(text))
		if err != nil || c.String() != want || c.Repairs.Has(normalize.Serial) == strings.Contains(text, ":") {
			t.Errorf("%q: got %v with %v, %v; want %s", text, c, c.Repairs, err, want)
		}
	}
	// Where a full stop stands between hours and minutes and before fractions, a text may be both.
	l := normalize.MustFor("si-LK", normalize.ExcelSerial(normalize.Excel1900))
	var e *normalize.Error
	if _, err := l.Time([]byte("0.30")); !errors.As(err, &e) || e.Err != normalize.ErrAmbiguous || fmt.Sprint(e.Candidates) != "[00:30:00 07:12:00]" {
		t.Errorf("got %v", err)
	}
	if c, err := l.Time([]byte("14.30")); err != nil || c.String() != "14:30:00" || c.Repairs != 0 {
		t.Errorf("got %v, %v", c, err)
	}
	if c, err := normalize.MustFor("da-DK", normalize.ExcelSerial(normalize.Excel1900)).Time([]byte("0.30")); err != nil || c.String() != "00:30:00" {
		t.Errorf("got %v, %v", c, err) // the decimal sign is a comma there
	}
}

// Every serial is one day and every day one serial, counted one by one as a person would.
func TestSerialsAreDays(t *testing.T) {
	for i, system := range systems {
		if system.String() != [...]string{"1900", "1904"}[i] {
			t.Errorf("system %d is %v", i, system)
		}
		l := normalize.MustFor("en-US", normalize.ExcelSerial(system))
		day, first := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC), 1
		if system == normalize.Excel1904 {
			day, first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC), 0
		}
		serial := first
		for ; day.Year() < 2200; serial++ {
			d, err := l.Date([]byte(strconv.Itoa(serial)))
			if system == normalize.Excel1900 && serial == 60 {
				if !errors.Is(err, normalize.ErrCalendar) {
					t.Errorf("60 is read as %v, %v", d.Date, err)
				}
				continue
			}
			if err != nil || d.Date.String() != day.Format(time.DateOnly) {
				t.Fatalf("%v: %d is %v, %v; want %s", system, serial, d.Date, err, day.Format(time.DateOnly))
			}
			day = day.AddDate(0, 0, 1)
		}
		if _, err := l.Date([]byte(strconv.Itoa(serial))); !errors.Is(err, normalize.ErrRange) {
			t.Errorf("%v: %d is in 2200 and read: %v", system, serial, err)
		}
	}
}

// A fraction is what exact arithmetic makes of it, and a time that a spreadsheet writes with enough digits comes back.
func TestSerialFractions(t *testing.T) {
	l := normalize.MustFor("en-US", normalize.ExcelSerial(normalize.Excel1900))
	midnight := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	p := gopter.NewProperties(fixedSeed(300))
	p.Property("rounded half away", prop.ForAll(func(digits string) bool {
		unit := time.Millisecond
		if len(digits) < 8 {
			unit = time.Second
		}
		exact, _ := new(big.Rat).SetString("0." + digits)
		exact.Mul(exact, big.NewRat(int64(24*time.Hour/unit), 1)).Add(exact, big.NewRat(1, 2))
		want := midnight.Add(unit * time.Duration(new(big.Int).Quo(exact.Num(), exact.Denom()).Int64()))
		got, err := l.Instant([]byte("45292."+digits), nil)
		return err == nil && got.Time.Equal(want)
	}, gen.RegexMatch("^[0-9]{5,18}$")))
	p.Property("seconds in five digits, milliseconds in eight", prop.ForAll(func(millis int64, digits int) bool {
		if digits < 8 {
			millis -= millis % 1000
		}
		text := "45292" + strings.TrimPrefix(big.NewRat(millis, 86400000).FloatString(digits), "0")
		if strings.HasPrefix(text, "452921") {
			return true // the last moment of the day, in so few digits, is the next one
		}
		got, err := l.Instant([]byte(text), nil)
		return err == nil && got.Time.Equal(midnight.Add(time.Duration(millis)*time.Millisecond))
	}, gen.Int64Range(0, 86400000-1), gen.IntRange(5, 18)))
	p.TestingRun(t)
}

func fixedSeed(runs int) *gopter.TestParameters {
	p := gopter.DefaultTestParametersWithSeed(20260305)
	p.MinSuccessfulTests = runs
	return p
}

func TestSerialsDoNotAllocate(t *testing.T) {
	l := normalize.MustFor("de-DE", normalize.ExcelSerial(normalize.Excel1900))
	for text, read := range map[string]func([]byte) error{
		"45292":           func(b []byte) error { _, err := l.Date(b); return err },
		"45292,604166667": func(b []byte) error { _, err := l.InstantIn(b, nil); return err },
		"0,604166667":     func(b []byte) error { _, err := l.Time(b); return err },
	} {
		cell := []byte(text)
		if err := read(cell); err != nil {
			t.Fatal(err)
		}
		if n := testing.AllocsPerRun(100, func() { _ = read(cell) }); n != 0 {
			t.Errorf("%q: %v allocations", text, n)
		}
	}
}
