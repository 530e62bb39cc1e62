package normalize

import (
	"testing"

	"github.com/koine-go/koine/internal/lexicon/others"
)

// In no locale is a word a yes and a no, however it is written, and each locale has both.
func TestNoWordIsBoth(t *testing.T) {
	for _, row := range localeRows {
		n := newNaming(row, options{lexicon: others.Table()})
		words := newTruths(row, &n)
		has := map[string]bool{}
		for key, list := range words.folded {
			for _, s := range list {
				has[s.value] = true
				if s.value != list[0].value {
					t.Errorf("%s: %q is %v", row.tag, key, list)
				}
				if got, f := words.find([]byte(s.text)); f != nil || got.value != s.value || got.repairs != 0 {
					t.Errorf("%s: %q is %v, %v", row.tag, s.text, got, f)
				}
			}
		}
		if !has[yes] || !has[no] || has[neither] {
			t.Errorf("%s: %v", row.tag, has)
		}
	}
}

// The zero Locale has no words and no names, and does not panic.
func TestZeroLocaleHasNoWords(t *testing.T) {
	var l Locale
	if b, err := l.Bool([]byte("true")); err == nil {
		t.Error(b)
	}
	if c, err := l.Country([]byte("DE")); err == nil {
		t.Error(c)
	}
}

// The initials of the English words never mean the opposite, in whatever language, case and width, nor the Greek letters that look like them. The
// Swahili and Yoruba yes begin with n; the no of Azerbaijani, Uzbek, Turkmen and Gusii with y.
func TestEnglishInitialsAreNeverTheOpposite(t *testing.T) {
	for _, row := range localeRows {
		n := newNaming(row, options{lexicon: others.Table()})
		words := newTruths(row, &n)
		for value, texts := range map[string]string{yes: "nNｎＮνΝ", no: "yYｙＹυΥ"} {
			for _, text := range texts {
				if got, f := words.find([]byte(string(text))); f == nil && got.value == value {
					t.Errorf("%s: %q is %s", row.tag, string(text), value)
				}
			}
		}
	}
}
