package normalize_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/koine-go/koine/normalize"
)

func encodingOf(t testing.TB, name string) normalize.Encoding {
	t.Helper()
	enc, err := normalize.EncodingByName(name)
	if err != nil {
		t.Fatal(err)
	}
	return enc
}

func TestDecode(t *testing.T) {
	for _, c := range []struct{ encoding, bytes, want string }{
		{"utf8", "Müller", "Müller"},
		{"UTF-8", "\xef\xbb\xbfMüller", "Müller"},
		{"UTF-8", "a\uFFFDb", "a\uFFFDb"}, // a replacement character that the text has by itself
		{"UTF-8", "", ""},
		{"windows-1252", "M\xfcller \x80", "Müller €"},
		{"cp1250", "\x8a", "Š"},
		{"latin1", "\xe9\x85", "é\u0085"},
		{"ISO_8859-15", "\xa4", "€"},
		{"UTF-16", "\xff\xfea\x00\x3d\xd8\x00\xde", "a😀"},
		{"UTF-16", "\xfe\xff\x00a", "a"},
		{"UTF-16LE", "\xff\xfea\x00", "a"},
		{"UTF-16BE", "\x00a", "a"},
		{"GB18030", "\xd6\xd0\xce\xc4\x84\x31\xa4\x37", "中文\uFFFD"},
		{"GB18030", "\x84\x31\x95\x33\xd6\xd0", "中"},
		{"gb2312", "\xd6\xd0", "中"},
		{"Shift_JIS", "\x93\x5f\x8c\x9f\\~", "点検\\~"},
		{"Big5", "\xa4\xa4", "中"},
		{"EUC-KR", "\xc7\xd1", "한"},
		{"EUC-JP", "\xc6\xfc", "日"},
	} {
		got, err := normalize.Decode([]byte(c.bytes), encodingOf(t, c.encoding))
		if err != nil || string(got) != c.want {
			t.Errorf("%s %q: got %q, %v; want %q", c.encoding, c.bytes, got, err, c.want)
		}
	}
}

func TestDecodeRefused(t *testing.T) {
	for _, c := range []struct {
		encoding, bytes string
		offset          int
	}{
		{"UTF-8", "ab\xffc", 2},
		{"UTF-8", "\xef\xbb\xbfab\xff", 5}, // counted in the original bytes
		{"UTF-8", "ab\xc3", 2},
		{"UTF-8", "\xed\xa0\x80", 0}, // a surrogate
		{"UTF-8", "\xff\xfea\x00", 0},
		{"windows-1252", "ab\x81", 2},
		{"windows-1252", "\xef\xbb\xbfab", 0}, // the mark of UTF-8
		{"US-ASCII", "ab\x80", 2},
		{"UTF-16", "a\x00", 0}, // nothing says which byte comes first
		{"UTF-16LE", "\xfe\xff\x00a", 0},
		{"UTF-16LE", "a\x00\x00\xdc", 2},
		{"UTF-16LE", "a\x00\x00\xd8b\x00", 2},
		{"UTF-16LE", "a\x00\x00\xd8", 2},
		{"UTF-16LE", "a\x00b", 2},
		{"GB18030", "\xd6\xd0\xff", 2},
		{"GB18030", "\xd6\xd0\x81", 2},
		{"Shift_JIS", "\x93\x5f\xa0", 2},
		{"EUC-KR", "\xc7\xd1\xff", 2},
	} {
		_, err := normalize.Decode([]byte(c.bytes), encodingOf(t, c.encoding))
		t.Run(c.encoding+" "+c.bytes, func(t *testing.T) { checkRefusal(t, err, normalize.ErrEncoding, c.offset) })
	}
	if _, err := normalize.EncodingByName("utf-7"); !errors.Is(err, normalize.ErrEncoding) {
		t.Errorf("got %v", err)
	}
	if _, err := normalize.Decode([]byte("a"), normalize.Encoding{}); !errors.Is(err, normalize.ErrEncoding) {
		t.Errorf("no encoding: got %v", err)
	}
}

// An importer refuses the row of a fault and goes on, so a fault must be found wherever the pieces of a stream end, and
// a U+FFFD of the text itself must not look like one.
func TestDecoderReports(t *testing.T) {
	for _, c := range []struct{ encoding, good, bad, want string }{
		{"UTF-8", "é\uFFFD", "\xff", "é\uFFFD"},
		{"windows-1252", "\xe9", "\x81", "é"},
		{"UTF-16LE", "\xe9\x00", "\x00\xdc", "é"},
		{"GB18030", "\xd6\xd0\x84\x31\xa4\x37", "\xff", "中\uFFFD"},
		{"Shift_JIS", "\x93\x5f", "\xa0", "点"},
	} {
		enc := encodingOf(t, c.encoding)
		times := 40_000 / len(c.good) // beyond one piece
		stream := strings.Repeat(c.good, times) + c.bad + c.good + c.bad
		for name, r := range map[string]io.Reader{"whole": strings.NewReader(stream), "halves": iotest.HalfReader(strings.NewReader(stream)), "bytes": iotest.OneByteReader(strings.NewReader(stream))} {
			var faults []normalize.Fault
			got, err := io.ReadAll(normalize.NewDecoder(r, enc, func(f normalize.Fault) { faults = append(faults, f) }))
			want := strings.Repeat(c.want, times) + "\uFFFD" + c.want + "\uFFFD"
			if err != nil || string(got) != want {
				t.Fatalf("%s in %s: %d bytes, %v; want %d", c.encoding, name, len(got), err, len(want))
			}
			if len(faults) != 2 {
				t.Fatalf("%s in %s: %d faults", c.encoding, name, len(faults))
			}
			for i, f := range faults {
				at, out := len(c.good)*times, len(c.want)*times
				if i == 1 {
					at, out = len(stream)-len(c.bad), len(want)-len("\uFFFD")
				}
				if f.Offset != int64(at) || f.Output != int64(out) || string(f.Bytes[:f.Len]) != c.bad {
					t.Errorf("%s in %s: fault %+v, want at %d and %d", c.encoding, name, f, at, out)
				}
			}
		}
	}
}

// What goes wrong with the source is the source's error.
func TestDecoderPassesErrorsOn(t *testing.T) {
	failure := errors.New("disk on fire")
	d := normalize.NewDecoder(io.MultiReader(strings.NewReader("abc"), iotest.ErrReader(failure)), encodingOf(t, "UTF-8"), nil)
	if _, err := io.ReadAll(d); !errors.Is(err, failure) {
		t.Errorf("got %v", err)
	}
	d = normalize.NewDecoder(bytes.NewReader([]byte("abc")), encodingOf(t, "UTF-8"), nil)
	if n, err := d.Read(nil); n != 0 || err != nil {
		t.Errorf("reading nothing: %d, %v", n, err)
	}
}

// A character that is cut off before a delimiter is the commonest damage of all: in every multi-byte encoding every pair of bytes is either text or a
// fault, and the delimiter after it is still there.
func TestEveryPairOfBytes(t *testing.T) {
	for _, name := range []string{"GB18030", "GBK", "Shift_JIS", "Big5", "EUC-KR", "EUC-JP"} {
		enc := encodingOf(t, name)
		for pair := range 1 << 16 {
			if testing.Short() && pair>>8%15 != 0 {
				continue
			}
			b := []byte{'a', byte(pair >> 8), byte(pair), ',', 'z', ',', 'z', 'z'}
			out, faults, err := decodeAll(bytes.NewReader(b), enc)
			if err != nil {
				t.Fatalf("%s %q: %v", name, b, err)
			}
			if n := bytes.Count(out, []byte("\uFFFD")); n != len(faults) {
				t.Fatalf("%s %q gives %q with %d faults", name, b, out, len(faults))
			}
			if len(faults) > 0 && faults[0].Offset != 1 && faults[0].Offset != 2 {
				t.Fatalf("%s %q: fault at byte %d", name, b, faults[0].Offset)
			}
			if !bytes.HasSuffix(out, []byte(",zz")) {
				t.Fatalf("%s %q gives %q: the end was swallowed", name, b, out)
			}
			if pair%16 != 0 { // the strict way is the same code; a part of the pairs will do
				continue
			}
			if _, err := normalize.Decode(b, enc); (err == nil) != (len(faults) == 0) {
				t.Fatalf("%s %q: %v with %d faults", name, b, err, len(faults))
			}
		}
	}
}

// The delimiter after a lead byte alone is not part of the fault.
func TestDelimiterAfterFault(t *testing.T) {
	for _, name := range []string{"GB18030", "GBK", "Shift_JIS", "Big5", "EUC-KR"} {
		out, faults, err := decodeAll(bytes.NewReader([]byte("ab\x81,cd")), encodingOf(t, name))
		if err != nil || string(out) != "ab\uFFFD,cd" || len(faults) != 1 || faults[0].Offset != 2 || faults[0].Len != 1 {
			t.Errorf("%s: %q, %+v, %v", name, out, faults, err)
		}
	}
}
