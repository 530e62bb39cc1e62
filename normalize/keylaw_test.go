package normalize

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// keyLocales has one locale for each keyLanguage.
func keyLocales() map[string]*Locale {
	return map[string]*Locale{"en": MustFor("en-US"), "de": MustFor("de-AT"), "da": MustFor("nb-NO"), "tr": MustFor("az-AZ"), "ru": MustFor("ru-RU")}
}

// Every character of Unicode, between letters and with marks, has the key that x/text gives it.
func TestKeyOfEveryCharacter(t *testing.T) {
	for lang, l := range keyLocales() {
		last, wrong := rune(0x530), 0 // languages have rules for letters below this only
		if lang == "en" {
			last = 0x1ffff
		}
		for r := rune(0); r <= last && wrong < 20; r++ {
			if 0x3400 < r && r < 0xd7a0 && r%64 != 0 {
				r |= 63 // of ideographs and syllables every 64th
			}
			for _, text := range [...]string{"a" + string(r) + "b", "Я" + string(r) + "\u0323\u0308"} {
				if got, want := l.Key(text), slowKey(lang, text); got != want {
					t.Errorf("%s: the key of %q (%U) is %q, want %q", lang, text, r, got, want)
					wrong++
				}
			}
		}
	}
}

// checkKey holds what is true of the key of any text.
func checkKey(t *testing.T, lang string, l *Locale, text string) {
	t.Helper()
	key := l.Key(text)
	if want := slowKey(lang, text); key != want {
		t.Errorf("%s: the key of %q is %q, want %q", lang, text, key, want)
	}
	if again := l.Key(key); again != key {
		t.Errorf("%s: the key of %q is %q, and of that %q", lang, text, key, again)
	}
	for _, form := range [...]norm.Form{norm.NFC, norm.NFD, norm.NFKC, norm.NFKD} {
		if other := l.Key(form.String(text)); other != key {
			t.Errorf("%s: the key of %q is %q, and in another form %q", lang, text, key, other)
		}
	}
	if lang != "tr" {
		if upper := l.Key(asciiUpper(text)); upper != key {
			t.Errorf("%s: the key of %q is %q, and in capitals %q", lang, text, key, upper)
		}
	}
	if strings.Contains(key, "  ") || strings.TrimSpace(key) != key {
		t.Errorf("%s: the key of %q is %q", lang, text, key)
	}
}

func asciiUpper(text string) string {
	b := []byte(text)
	for i, c := range b {
		if 'a' <= c && c <= 'z' {
			b[i] = c - 0x20
		}
	}
	return string(b)
}

// keySeeds are texts where the steps of a key could get into each other's way.
var keySeeds = []string{
	"", " ", "Müller", "Mu\u0308ller", "MÜLLER & Söhne", "Straße", "ẞ", "İstanbul", "ISPARTA", "ıi", "I\u0307", "Ørsted", "A\u030angström", "Ёлка", "Йод", "И\u0306",
	"ΑΘΗΝΑ", "Αθήνα", "Ὀδυσσεύς", "ᾳ", "㈱日立", "ｶﾞｷﾞ", "か\u3099", "한국", "\u1112\u1161\u11ab", "ประเทศไทย", "हिन्दी", "க\u0bc6\u0bbe", "مـحـمد", "آب", "א\u05b8ב",
	"a\u00ad\u0301", "½", "ﬁ", "™", "O’Neil", "`´", "«a» – “b”", "x\u200by", "\xff\xfe", "a\xcc", "👩\u200d💻", "1\ufe0f\u20e3", "\u0345", "я\u0345\u0301", "ꭰᎠ", "ǆ", "ŉ",
	"ж" + strings.Repeat("\u0301\u0323", 40), "ᄀ\u20dd\u1161", "ʼ\u0301", "\u3164\u11a8", "\u00a0\u2003x\t\n",
}

func TestKeySeeds(t *testing.T) {
	for lang, l := range keyLocales() {
		for _, text := range keySeeds {
			checkKey(t, lang, l, text)
		}
	}
}

// Any two seeds beside each other are as good as either alone.
func TestKeyOfPairs(t *testing.T) {
	for lang, l := range keyLocales() {
		for _, a := range keySeeds {
			for _, b := range keySeeds {
				checkKey(t, lang, l, a+b)
			}
		}
	}
}

func FuzzKey(f *testing.F) {
	for _, text := range keySeeds {
		f.Add(text)
	}
	all := keyLocales()
	f.Fuzz(func(t *testing.T, text string) {
		for lang, l := range all {
			checkKey(t, lang, l, text)
		}
	})
}
