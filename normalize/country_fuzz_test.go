package normalize

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// oneLetter has one form for letters that have several, or are two.
var oneLetter = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "þ", "th", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "ħ", "h", "ı", "i", "ς", "σ", "ی", "ي", "ى", "ي", "ک", "ك", "\u0640", "")

// onlyLetters is a slow, independent way to compare names: their letters and digits, without accents, in lower case.
func onlyLetters(s string) string {
	s = strings.Map(func(r rune) rune {
		if !unicode.In(r, unicode.L, unicode.N) {
			return -1
		}
		return r
	}, norm.NFKD.String(s))
	return oneLetter.Replace(strings.ToLower(s))
}

// What is accepted is a whole code or name of a known region: it has all letters of one and no others. It stays that region in
// either normal form of Unicode and with space around it. A refusal points into the text.
func FuzzCountry(f *testing.F) {
	tags := []string{"de-DE", "en-US", "fr-FR", "es-ES", "tr-TR", "vi-VN", "el-GR", "ru-RU", "ar-EG", "he-IL", "fa-IR", "hi-IN", "th-TH", "zh-CN", "ja-JP", "ko-KR"}
	for i := range tags {
		for _, text := range []string{"DE", "deu", "276", "Österreich", "O\u0308sterreich", "Côte d’Ivoire", "St. Lucia", "RU", "Kongo", "中国", "ＵＳＡ", " Iran\u200b", "España"} {
			f.Add(uint8(i), text)
		}
	}
	known := map[string]*Locale{}
	f.Fuzz(func(t *testing.T, choice uint8, text string) {
		tag := tags[int(choice)%len(tags)]
		if known[tag] == nil {
			known[tag] = MustFor(tag)
		}
		l := known[tag]
		c, err := l.Country([]byte(text))
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.Offset < 0 || e.Offset > len(text) || e.Err == nil || !utf8.ValidString(e.Error()) {
				t.Errorf("%s %q: %#v", tag, text, err)
			}
			return
		}
		if !strings.Contains("\n"+regionCodes, "\n"+c.Region.String()) {
			t.Errorf("%s %q is %v, which is no region", tag, text, c.Region)
		}
		written := false
		for _, list := range l.countries().folded {
			written = written || slices.ContainsFunc(list, func(s spelling) bool {
				return s.value == c.Region.String() && onlyLetters(s.text) == onlyLetters(text)
			})
		}
		if !written {
			t.Errorf("%s %q is %v, which is not written so", tag, text, c.Region)
		}
		for _, same := range []string{norm.NFD.String(text), norm.NFC.String(text), " " + text + "\u00a0"} {
			if again, err := l.Country([]byte(same)); len(text) < 80 && (err != nil || again.Region != c.Region) {
				t.Errorf("%s %q is %v, but %q is %v, %v", tag, text, c.Region, same, again.Region, err)
			}
		}
	})
}
