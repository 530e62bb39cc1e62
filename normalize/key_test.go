package normalize_test

import (
	"slices"
	"testing"

	"github.com/koine-go/koine/normalize"
)

func TestKeys(t *testing.T) {
	for _, c := range []struct {
		tag, text string
		want      []string
	}{
		{"de-DE", "Müller", []string{"mueller", "muller"}},
		{"de-CH", "Mueller", []string{"mueller"}},
		{"de-AT", "Muller", []string{"muller"}},
		{"nb-NO", "Ærø", []string{"aeroe", "aero"}},
		{"sv-SE", "Åhléns", []string{"ahlens"}},
		{"en-US", "Müller", []string{"muller"}},
		{"tr-TR", "Işık", []string{"ısık"}},
	} {
		if got := normalize.MustFor(c.tag).Keys(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s: the keys of %q are %q, want %q", c.tag, c.text, got, c.want)
		}
	}
}

// The offset is that of the first letter of the second script.
func TestMixedScripts(t *testing.T) {
	for _, c := range []struct {
		text   string
		offset int
		mixed  bool
	}{
		{"", 0, false},
		{"Газпром", 0, false},
		{"Гaзпром", 2, true}, // Latin a
		{"Gаzprom", 1, true}, // Cyrillic а
		{"ООО Gazprom", 0, false},
		{"ООО-Gazprom", 0, false},
		{"Αlpha", 2, true},
		{"3М", 0, false},
		{"x\u0301я", 3, true}, // a mark does not end a word
		{"x\u200bя", 4, true}, // nor does what is not seen
		{"NTTドコモ", 0, false},
		{"Samsung전자", 0, false},
		{"Aクラスя", 0, false}, // the kana do
		{"\xffa\xffя", 0, false},
	} {
		if offset, mixed := normalize.MixedScripts([]byte(c.text)); offset != c.offset || mixed != c.mixed {
			t.Errorf("%q: %d, %v, want %d, %v", c.text, offset, mixed, c.offset, c.mixed)
		}
	}
}
