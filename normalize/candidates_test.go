package normalize_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/koine-go/koine/normalize"
)

// One byte that is not ASCII leaves a column of names with many readings, and the source with a question.
func ExampleEncodings() {
	groups := normalize.Encodings([]byte("M\xfcller"))
	for _, group := range groups[:3] {
		text, _ := normalize.Decode([]byte("M\xfcller"), group[0])
		fmt.Printf("%s by %v and %d more\n", text, group[0], len(group)-1)
	}
	fmt.Println("and", len(groups)-3, "other texts")
	// Output:
	// Müller by windows-1250 and 15 more
	// Mьller by windows-1251 and 0 more
	// Mόller by windows-1253 and 1 more
	// and 6 other texts
}

// every lists all encodings by name, as EncodingByName knows them, in the order that Encodings documents.
var every = strings.Fields(`UTF-8 US-ASCII windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256
	windows-1257 windows-1258 windows-874 ISO-8859-1 ISO-8859-2 ISO-8859-3 ISO-8859-4 ISO-8859-5 ISO-8859-6 ISO-8859-7 ISO-8859-8 ISO-8859-9
	ISO-8859-10 ISO-8859-13 ISO-8859-14 ISO-8859-15 ISO-8859-16 KOI8-R KOI8-U GB18030 GBK Big5 Shift_JIS EUC-JP EUC-KR UTF-16LE UTF-16BE UTF-16`)

// slowEncodings decodes with each encoding and compares the texts.
func slowEncodings(t testing.TB, b []byte) (groups [][]normalize.Encoding) {
	var texts [][]byte
	for _, name := range every {
		enc := encodingOf(t, name)
		text, err := normalize.Decode(b, enc)
		if err != nil {
			continue
		}
		i := slices.IndexFunc(texts, func(had []byte) bool { return bytes.Equal(had, text) })
		if i < 0 {
			i = len(texts)
			texts, groups = append(texts, text), append(groups, nil)
		}
		groups[i] = append(groups[i], enc)
	}
	return groups
}

func equalGroups(a, b [][]normalize.Encoding) bool {
	return slices.EqualFunc(a, b, slices.Equal)
}

// The texts of the issues that made detectors famous for being wrong: each is text by encodings of other scripts too.
func TestEncodings(t *testing.T) {
	for _, c := range []struct {
		name, text string
		has, not   string
		groups     int // 0: not looked at
	}{
		{"ASCII is all that has it", "id;name\n", "UTF-8 US-ASCII windows-1252 Shift_JIS UTF-16LE", "UTF-16", 3},
		{"odd ASCII", "name", "UTF-8 UTF-16BE", "UTF-16", 3},
		{"cp1252 umlaut", "M\xfcller", "windows-1252 ISO-8859-1 windows-1250 windows-1251 GBK", "UTF-8 US-ASCII", 0},
		{"Shift_JIS", "\x93\x5f\x8c\x9f\x98\x41\x94\xd4", "Shift_JIS windows-1252 GBK GB18030", "UTF-8 US-ASCII EUC-JP", 0},
		{"UTF-8 is not the only one", "Müller", "UTF-8 windows-1252", "US-ASCII", 0},
		{"UTF-8 with its mark", "\ufeffMüller", "UTF-8", "windows-1252 ISO-8859-1", 1},
		{"UTF-16 with its mark", "\xff\xfea\x00", "UTF-16LE UTF-16", "UTF-16BE UTF-8", 1},
		{"big UTF-16 with its mark", "\xfe\xff\x00a", "UTF-16BE UTF-16", "UTF-16LE UTF-8", 1},
		{"GB18030 with its mark", "\x84\x31\x95\x33\xd6\xd0", "GB18030", "GBK", 1},
		{"a mark that lies", "\xef\xbb\xbfM\xfcller", "", "UTF-8 windows-1252", 0},
		{"a byte of no code page", "\x81", "ISO-8859-1 windows-1251", "windows-1252 UTF-8", 0},
		{"a cut character", "name \xc3", "ISO-8859-1", "UTF-8", 0},
		{"empty", "", "UTF-8 UTF-16", "", 1},
	} {
		groups := normalize.Encodings([]byte(c.text))
		all := slices.Concat(groups...)
		for _, name := range strings.Fields(c.has) {
			if !slices.Contains(all, encodingOf(t, name)) {
				t.Errorf("%s: %s is not among %v", c.name, name, groups)
			}
		}
		for _, name := range strings.Fields(c.not) {
			if slices.Contains(all, encodingOf(t, name)) {
				t.Errorf("%s: %s is among %v", c.name, name, groups)
			}
		}
		if c.groups > 0 && len(groups) != c.groups {
			t.Errorf("%s: %d groups, want %d: %v", c.name, len(groups), c.groups, groups)
		}
		if slow := slowEncodings(t, []byte(c.text)); !equalGroups(groups, slow) {
			t.Errorf("%s: %v, by decoding %v", c.name, groups, slow)
		}
	}
}

// A sample may end within a character, wherever it is cut; a fault before its end is a fault.
func TestSampleEncodings(t *testing.T) {
	for name, text := range map[string]string{
		"UTF-8":     "5 € für Müller 😀",
		"Shift_JIS": "\x93\x5f\x8c\x9f\x98\x41\x94\xd4",
		"GB18030":   "\xd6\xd0\x81\x30\x84\x36\xd6\xd0",
		"UTF-16LE":  "\xff\xfea\x00\x3d\xd8\x00\xdeb\x00",
	} {
		enc := encodingOf(t, name)
		for cut := range len(text) + 1 {
			if groups := normalize.SampleEncodings([]byte(text[:cut])); !slices.Contains(slices.Concat(groups...), enc) {
				t.Errorf("%s cut at %d is not among %v", name, cut, groups)
			}
		}
		broken := text[:len(text)-1] + "\xff\xff\xff\xff;"
		if groups := normalize.SampleEncodings([]byte(broken)); name != "UTF-16LE" && slices.Contains(slices.Concat(groups...), enc) {
			t.Errorf("broken %s is among %v", name, groups)
		}
	}
}

// Without the character that is cut off, a text is not the same as one that has it.
func TestSampleWithoutItsEnd(t *testing.T) {
	groups := normalize.SampleEncodings([]byte("name \xc3"))
	if len(groups) == 0 || groups[0][0] != encodingOf(t, "UTF-8") || slices.Contains(groups[0], encodingOf(t, "windows-1252")) {
		t.Errorf("%v", groups)
	}
}

// Texts longer than a piece are cut within characters and still compared in full: one byte at the end tells two apart.
func TestEncodingsOfLongText(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("x", 40000),
		strings.Repeat("x", 40000) + "\xa4",
		strings.Repeat("\xd6\xd0x", 20000),
		strings.Repeat("ü€😀", 10000),
		strings.Repeat("\x93\x5f\x8c\x9f.", 15000) + "\x93",
	} {
		got, slow := normalize.Encodings([]byte(text)), slowEncodings(t, []byte(text))
		if !equalGroups(got, slow) {
			t.Errorf("%.12q...: %v, by decoding %v", text, got, slow)
		}
	}
}

// Encodings lists just what Decode decodes, in the documented order, and what gives one text together. A sample allows
// no less.
func FuzzEncodings(f *testing.F) {
	for _, text := range []string{"", "id;name", "M\xfcller \xd6\xd0\x84\x31\xa4\x37", "\xef\xbb\xbfMüller\xff", "\xff\xfea\x00\x3d\xd8\x00\xde", "\xfe\xff", "\x84\x31\x95\x33"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		groups := normalize.Encodings(b)
		if slow := slowEncodings(t, b); !equalGroups(groups, slow) {
			t.Fatalf("%q: %v, by decoding %v", b, groups, slow)
		}
		sample := slices.Concat(normalize.SampleEncodings(b)...)
		for _, enc := range slices.Concat(groups...) {
			if !slices.Contains(sample, enc) && len(b) > 0 {
				t.Errorf("%q: %v is not in the sample's %v", b, enc, sample)
			}
		}
		for _, enc := range sample { // what a sample excuses is a character that the text ends in, and nothing else
			var e *normalize.Error
			if _, err := normalize.Decode(b, enc); errors.As(err, &e) && e.Offset < len(b)-3 {
				t.Errorf("%q as a sample is %v, which decodes to %v", b, enc, err)
			}
		}
	})
}
