package normalize

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// Encoding is a character encoding, declared by name: it is never guessed, since one file often decodes without a fault by
// several. Encodings compare with ==. The zero value is none.
type Encoding struct{ name string }

// EncodingByName finds an encoding by its usual names, whatever their case and punctuation: UTF-8, UTF-16 (which then needs
// a byte order mark), UTF-16LE, UTF-16BE, US-ASCII, windows-1250 to -1258 and -874, ISO-8859-1 to -16 but for -11 and -12,
// KOI8-R, KOI8-U, GB18030, GBK (also GB2312, CP936), Big5, Shift_JIS (also CP932), EUC-JP and EUC-KR (also CP949). Another
// name is ErrEncoding.
func EncodingByName(name string) (Encoding, error) {
	key := squeeze(name)
	if canonical, ok := aliases[key]; ok {
		return Encoding{canonical}, nil
	}
	for canonical := range decoders {
		if squeeze(canonical) == key {
			return Encoding{canonical}, nil
		}
	}
	return Encoding{}, &Error{Input: echo([]byte(name)), Kind: "an encoding", Err: ErrEncoding}
}

// String returns the canonical name; the zero Encoding has none.
func (e Encoding) String() string { return e.name }

// squeeze keeps lower-case letters and digits: "ISO_8859-1" is "iso88591".
func squeeze(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		}
		return -1
	}, name)
}

var aliases = map[string]string{
	"ascii":      usASCII,
	"latin1":     "ISO-8859-1",
	"latin2":     "ISO-8859-2",
	"latin9":     "ISO-8859-15",
	"cp1250":     "windows-1250",
	"cp1251":     "windows-1251",
	"cp1252":     "windows-1252",
	"cp1253":     "windows-1253",
	"cp1254":     "windows-1254",
	"cp1255":     "windows-1255",
	"cp1256":     "windows-1256",
	"cp1257":     "windows-1257",
	"cp1258":     "windows-1258",
	"cp874":      "windows-874",
	"cp932":      "Shift_JIS",
	"ms932":      "Shift_JIS",
	"sjis":       "Shift_JIS",
	"windows31j": "Shift_JIS",
	"cp936":      "GBK",
	"ms936":      "GBK",
	"gb2312":     "GBK",
	"cp949":      "EUC-KR",
	"ms949":      "EUC-KR",
	"uhc":        "EUC-KR",
	"cp950":      "Big5",
	"ms950":      "Big5",
}

// The encodings that are decoded here; x/text decodes the others.
const (
	utf8Name = "UTF-8"
	utf16    = "UTF-16"
	utf16LE  = "UTF-16LE"
	utf16BE  = "UTF-16BE"
	usASCII  = "US-ASCII"
)

var decoders = map[string]func() decoding{
	utf8Name: func() decoding { return utf8Decoding{} },
	utf16:    func() decoding { return utf16Decoding{} },
	utf16LE:  func() decoding { return utf16Decoding{} },
	utf16BE:  func() decoding { return utf16Decoding{big: true} },
	usASCII:  func() decoding { return asciiDecoding{} },

	"windows-874":  bytewise(charmap.Windows874, true),
	"windows-1250": bytewise(charmap.Windows1250, true),
	"windows-1251": bytewise(charmap.Windows1251, true),
	"windows-1252": bytewise(charmap.Windows1252, true),
	"windows-1253": bytewise(charmap.Windows1253, true),
	"windows-1254": bytewise(charmap.Windows1254, true),
	"windows-1255": bytewise(charmap.Windows1255, true),
	"windows-1256": bytewise(charmap.Windows1256, true),
	"windows-1257": bytewise(charmap.Windows1257, true),
	"windows-1258": bytewise(charmap.Windows1258, true),
	"ISO-8859-1":   bytewise(charmap.ISO8859_1, false),
	"ISO-8859-2":   bytewise(charmap.ISO8859_2, false),
	"ISO-8859-3":   bytewise(charmap.ISO8859_3, false),
	"ISO-8859-4":   bytewise(charmap.ISO8859_4, false),
	"ISO-8859-5":   bytewise(charmap.ISO8859_5, false),
	"ISO-8859-6":   bytewise(charmap.ISO8859_6, false),
	"ISO-8859-7":   bytewise(charmap.ISO8859_7, false),
	"ISO-8859-8":   bytewise(charmap.ISO8859_8, false),
	"ISO-8859-9":   bytewise(charmap.ISO8859_9, false),
	"ISO-8859-10":  bytewise(charmap.ISO8859_10, false),
	"ISO-8859-13":  bytewise(charmap.ISO8859_13, false),
	"ISO-8859-14":  bytewise(charmap.ISO8859_14, false),
	"ISO-8859-15":  bytewise(charmap.ISO8859_15, false),
	"ISO-8859-16":  bytewise(charmap.ISO8859_16, false),
	"KOI8-R":       bytewise(charmap.KOI8R, false),
	"KOI8-U":       bytewise(charmap.KOI8U, false),

	"GB18030":   multibyte(simplifiedchinese.GB18030),
	"GBK":       multibyte(simplifiedchinese.GBK),
	"Big5":      multibyte(traditionalchinese.Big5),
	"Shift_JIS": multibyte(japanese.ShiftJIS),
	"EUC-JP":    multibyte(japanese.EUCJP),
	"EUC-KR":    multibyte(korean.EUCKR),
}

// bytewise takes a table over from x/text. The Windows code pages leave bytes without a character, for which x/text, as
// browsers do, gives control characters; text has none of these.
func bytewise(m *charmap.Charmap, windows bool) func() decoding {
	return func() decoding {
		d := new(byteDecoding)
		for i := range d {
			r := m.DecodeByte(byte(i + utf8.RuneSelf))
			if r != utf8.RuneError && !(windows && r >= 0x80 && r <= 0x9f) {
				d[i] = r
			}
		}
		return d
	}
}

func multibyte(e encoding.Encoding) func() decoding {
	return func() decoding { return &multibyteDecoding{decoder: e.NewDecoder()} }
}
