package exact

import (
	"errors"
	"strings"
	"testing"
)

func TestDecodeRefuses(t *testing.T) {
	narrow := func(hi, lo byte) string {
		return "\x00" + string([]byte{hi}) + strings.Repeat("\x00", 14) + string([]byte{lo})
	}
	for name, form := range map[string]string{
		"nothing":                          "",
		"no such kind":                     "\x02" + strings.Repeat("\x00", 16),
		"narrow cut short":                 narrow(0, 1)[:16],
		"narrow that is too large":         narrow(1, 0),
		"narrow that is too small":         narrow(0x80, 0),
		"wide without a length":            "\x01",
		"wide cut short":                   "\x01\x051/3",
		"wide with an endless length":      "\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01",
		"wide with a longer length":        "\x01\x83\x001/3",
		"wide longer than any":             "\x01\xff\xff\x03" + strings.Repeat("9", 65535),
		"wide with an exponent":            "\x01\x091e9999999",
		"wide with a sign in the wrong":    "\x01\x041/-3",
		"wide with a plus":                 "\x01\x04+1/3",
		"wide not in lowest terms":         "\x01\x032/6",
		"wide that would fit":              "\x01\x0212",
		"wide that would fit, as fraction": "\x01\x031/2",
		"wide over zero":                   "\x01\x031/0",
		"wide with zeros in front":         "\x01\x0401/3",
		"wide that is no number":           "\x01\x03abc",
		"wide that is only a sign":         "\x01\x01-",
		"wide with an underscore":          "\x01\x041_/3",
	} {
		if a, rest, err := DecodeAmount([]byte(form)); !errors.Is(err, ErrForm) || rest != nil || a.Sign() != 0 {
			t.Errorf("%s: got %v, %v", name, a.Rat(), err)
		}
	}
}

func TestDecodeTakes(t *testing.T) {
	for _, form := range []string{"\x01\x031/3", "\x01\x04-1/3", string(Decimal(5, -1).AppendBinary(nil)), string(Decimal(-5, 30).AppendBinary(nil))} {
		if a, rest, err := DecodeAmount([]byte(form + "!")); err != nil || string(rest) != "!" || string(a.AppendBinary(nil)) != form {
			t.Errorf("%q: got %v, %q, %v", form, a.Rat(), rest, err)
		}
	}
}

// FuzzDecode: no panic, and what is accepted is the one form of its number.
func FuzzDecode(f *testing.F) {
	for _, a := range []Amount{{}, Decimal(-1, 0), Decimal(1, -16), Decimal(1, -17), Decimal(1, 40), Decimal(12345678901, -4)} {
		f.Add(a.AppendBinary(nil))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		a, rest, err := DecodeAmount(b)
		if err != nil {
			return
		}
		if form := string(a.AppendBinary(nil)); form+string(rest) != string(b) {
			t.Errorf("%x is accepted and written as %x", b, form)
		}
	})
}
