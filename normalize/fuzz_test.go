package normalize_test

import (
	"bytes"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode/utf8"

	"github.com/koine-go/koine/normalize"
)

// fuzzed are the locales that the fuzz targets choose from.
var fuzzed = slices.Sorted(maps.Keys(references))

func fuzzLocale(choice uint8, known locales) (string, *normalize.Locale) {
	tag := fuzzed[int(choice)%len(fuzzed)]
	return tag, known.of(tag)
}

func addSamples(f *testing.F, texts ...string) {
	for i := range fuzzed {
		for _, text := range texts {
			f.Add(uint8(i), text)
		}
	}
}

// What is accepted is what the reference reads, and a refusal is an *Error that points into the text.
func FuzzNumber(f *testing.F) {
	addSamples(f, "1,234.5", "1.234,5", "12,34,567", "1 234", "(5)", "5-", "−5", ".5", "1٬234٫5", "۱۲", "１２", "1e5", "0,123", strings.Repeat("9", 30))
	known := locales{}
	f.Fuzz(func(t *testing.T, choice uint8, text string) {
		tag, l := fuzzLocale(choice, known)
		n, err := l.Number([]byte(text))
		if err != nil {
			checkPointer(t, err, text)
			return
		}
		want, ok := references[tag].read(text)
		if !ok || n.Decimal().Rat().Cmp(want) != 0 {
			t.Errorf("%s %q is read as %s, want %v", tag, text, n.Decimal(), want)
		}
	})
}

func checkPointer(t *testing.T, err error, text string) {
	t.Helper()
	var e *normalize.Error
	if !errors.As(err, &e) || e.Offset < 0 || e.Offset > len(text) || e.Err == nil || !utf8.ValidString(e.Error()) {
		t.Errorf("%q: %#v", text, err)
	}
}

// An amount has the digits of its text and no others, and it is below zero only if a minus or a parenthesis says so.
func FuzzMoney(f *testing.F) {
	addSamples(f, "5 €", "EUR 1.234,50", "USD 1,234.50", "-5 kr", "(₹5)", "Rs.500", "$5 USD", "￥５", "5 US-Dollar")
	known := locales{}
	f.Fuzz(func(t *testing.T, choice uint8, text string) {
		tag, l := fuzzLocale(choice, known)
		m, err := l.Money([]byte(text))
		if err != nil {
			checkPointer(t, err, text)
			return
		}
		plain := references[tag].spell(text)
		if got, want := digitsOf(m.Amount.Amount()), digitsOf(plain); got != want {
			t.Errorf("%s %q is read as %v: digits %s, want %s", tag, text, m.Amount, got, want)
		}
		if m.Amount.Sign() < 0 != (strings.ContainsAny(plain, "-(") && strings.Trim(digitsOf(plain), "0") != "") && !strings.ContainsAny(plain, "abcdefghijklmnopqrstuvwxyz") {
			t.Errorf("%s %q is read as %v", tag, text, m.Amount)
		}
		if again, err := l.MoneyIn([]byte(text), m.Amount.Currency()); err != nil || !again.Amount.Equal(m.Amount) {
			t.Errorf("%s %q is %v, but in its own currency %v, %v", tag, text, m.Amount, again.Amount, err)
		}
	})
}

// digitsOf are the digits of a text without leading noughts.
func digitsOf(text string) string {
	return strings.TrimLeft(strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text), "0")
}

// layouts are the numeric dates of the fuzzed locales, as package time writes them.
var layouts = map[string][]string{
	"de-DE": {"2.1.2006"},
	"en-US": {"1/2/2006"},
	"en-IN": {"2/1/2006"},
	"zh-CN": {"2006年1月2日"},
}

var everywhere = []string{"2006-1-2", "2006/1/2", "2006.1.2"}

// A date of digits and separators is what package time reads; any date is read again from its ISO form.
func FuzzDate(f *testing.F) {
	addSamples(f, "05.03.2026", "3/5/2026", "2026-03-05", "5. März 2026", "5 mars 2026", "2026年3月5日", "05.03.24", "۲۰۲۶/۳/۵", "Donnerstag, 5. März 2026")
	known := locales{}
	f.Fuzz(func(t *testing.T, choice uint8, text string) {
		tag, l := fuzzLocale(choice, known)
		d, err := l.Date([]byte(text))
		if err != nil {
			checkPointer(t, err, text)
			return
		}
		if again, err := l.Date([]byte(d.Date.String())); err != nil || again.Date != d.Date {
			t.Errorf("%s %q is %v, which is read as %v, %v", tag, text, d.Date, again.Date, err)
		}
		if d.Repairs != 0 || strings.Trim(text, "0123456789./-年月日") != "" {
			return
		}
		for _, layout := range append(everywhere, layouts[tag]...) {
			if want, err := time.Parse(layout, text); err == nil && want.Format(time.DateOnly) == d.Date.String() {
				return
			}
		}
		t.Errorf("%s %q is read as %v", tag, text, d.Date)
	})
}

// In UTC, a point in time is the day and the time of its text: what package time makes of them.
func FuzzInstant(f *testing.F) {
	addSamples(f, "05.03.2026 14:30", "3/5/2026 2:30 PM", "2026-03-05T14:30:05Z", "2026-03-05 14:30:05.25+01:00", "5. März 2026 um 14:30", "2026年03月05日 14:30", "2026-03-05 14:30 CST")
	known := locales{}
	zone := normalize.NewZone(time.UTC)
	f.Fuzz(func(t *testing.T, choice uint8, text string) {
		tag, l := fuzzLocale(choice, known)
		got, err := l.Instant([]byte(text), time.UTC)
		if err != nil {
			checkPointer(t, err, text)
			return
		}
		if again, err := l.InstantIn([]byte(text), zone); err != nil || again != got {
			t.Errorf("%s %q: %v and %v, %v", tag, text, got, again, err)
		}
		if want, err := time.Parse(time.RFC3339Nano, text); err == nil && !want.Equal(got.Time) {
			t.Errorf("%s %q is read as %v", tag, text, got.Time)
		}
		again, err := l.Instant([]byte(got.Time.Format(time.RFC3339Nano)), nil)
		if err != nil && got.Time.Year() >= 1800 && got.Time.Year() < 2200 || err == nil && !again.Time.Equal(got.Time) {
			t.Errorf("%s %q is %v, which is read as %v, %v", tag, text, got.Time, again.Time, err)
		}
	})
}

// Decoding yields UTF-8 whatever the bytes, the same in one piece and byte by byte, with the faults in order; without a
// report it fails at the first of them. UTF-8 itself comes out as it went in.
func FuzzDecode(f *testing.F) {
	names := []string{"UTF-8", "UTF-16LE", "UTF-16", "windows-1252", "GB18030", "GBK", "Shift_JIS", "Big5", "EUC-KR", "EUC-JP"}
	for i := range names {
		f.Add(uint8(i), []byte("M\xfcller \xd6\xd0\x84\x31\xa4\x37"))
		f.Add(uint8(i), []byte("\xef\xbb\xbfMüller\xff"))
		f.Add(uint8(i), []byte("\xff\xfea\x00\x3d\xd8\x00\xde"))
	}
	f.Fuzz(func(t *testing.T, choice uint8, b []byte) {
		enc := encodingOf(t, names[int(choice)%len(names)])
		whole, faults, err := decodeAll(bytes.NewReader(b), enc)
		pieces, faultsAgain, errAgain := decodeAll(iotest.OneByteReader(bytes.NewReader(b)), enc)
		if !bytes.Equal(whole, pieces) || !slices.Equal(faults, faultsAgain) || (err == nil) != (errAgain == nil) {
			t.Fatalf("%v %q: %q %v %v and %q %v %v", enc, b, whole, faults, err, pieces, faultsAgain, errAgain)
		}
		if !utf8.Valid(whole) {
			t.Errorf("%v %q gives %q", enc, b, whole)
		}
		for _, fault := range faults {
			if !bytes.HasPrefix(b[fault.Offset:], fault.Bytes[:fault.Len]) || !bytes.HasPrefix(whole[fault.Output:], []byte("\uFFFD")) {
				t.Errorf("%v %q: fault %+v", enc, b, fault)
			}
		}
		// But for the encodings that can write it, U+FFFD in the output is a fault that was reported.
		writable := strings.HasPrefix(enc.String(), "UTF") || bytes.Contains(b, []byte("\x84\x31\xa4\x37")) // the latter is it in GB18030
		if n := bytes.Count(whole, []byte("\uFFFD")); !writable && n != len(faults) {
			t.Errorf("%v %q gives %q with %d faults", enc, b, whole, len(faults))
		}
		strict, errStrict := normalize.Decode(b, enc)
		if (errStrict == nil) != (err == nil && len(faults) == 0) || errStrict == nil && !bytes.Equal(strict, whole) {
			t.Errorf("%v %q: %q, %v", enc, b, strict, errStrict)
		}
		if errStrict == nil && enc.String() == "UTF-8" && !bytes.Equal(strict, bytes.TrimPrefix(b, []byte("\ufeff"))) {
			t.Errorf("%q is decoded as %q", b, strict)
		}
	})
}

func decodeAll(r io.Reader, enc normalize.Encoding) ([]byte, []normalize.Fault, error) {
	var faults []normalize.Fault
	out, err := io.ReadAll(normalize.NewDecoder(r, enc, func(f normalize.Fault) { faults = append(faults, f) }))
	return out, faults, err
}
