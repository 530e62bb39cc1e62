package normalize_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/koine-go/koine/normalize"
	"github.com/koine-go/koine/normalize/allnames"
)

// What exports write is read, and what was taken liberty with is said.
func TestCountry(t *testing.T) {
	for _, c := range []struct {
		tag, text, want string
		by              normalize.Evidence
		repairs         normalize.Repairs
	}{
		{"de-DE", "DE", "DE", normalize.Code, 0},
		{"de-DE", "de", "DE", normalize.Code, normalize.OtherCase},
		{"de-DE", "Deu", "DE", normalize.Code, normalize.OtherCase},
		{"de-DE", "276", "DE", normalize.Code, 0},
		{"de-DE", "004", "AF", normalize.Code, 0},
		{"ja-JP", "ＤＥ", "DE", normalize.Code, normalize.WideForm},
		{"ja-JP", "２７６", "DE", normalize.Code, normalize.WideForm},
		{"de-DE", "in", "IN", normalize.Code, normalize.OtherCase},
		{"de-DE", " DE\ufeff", "DE", normalize.Code, normalize.Padding | normalize.Invisible},
		{"fr-FR", "UK", "GB", normalize.Code, normalize.OldCode},
		{"en-GB", "UK", "GB", normalize.Name, 0},
		{"de-DE", "EL", "GR", normalize.Code, normalize.OldCode},
		{"de-DE", "XKX", "XK", normalize.Code, normalize.OldCode},
		{"de-DE", "DD", "DE", normalize.Code, normalize.OldCode},

		{"de-DE", "Österreich", "AT", normalize.Name, 0},
		{"de-DE", "O\u0308sterreich", "AT", normalize.Name, 0},
		{"de-DE", "ÖSTERREICH", "AT", normalize.Name, normalize.OtherCase},
		{"de-DE", "Osterreich", "AT", normalize.Name, normalize.Unmarked},
		{"de-DE", "OESTERREICH", "AT", normalize.Name, normalize.Unmarked | normalize.OtherCase},
		{"de-DE", "Weissrussland", "BY", normalize.Name, 0},
		{"de-DE", "Saudi Arabien", "SA", normalize.Name, normalize.HyphenForm},
		{"de-DE", "Saudi–Arabien", "SA", normalize.Name, normalize.HyphenForm},
		{"de-DE", "Cote d'Ivoire", "CI", normalize.Name, normalize.Unmarked | normalize.ApostropheForm},
		{"de-DE", "Cote dIvoire", "CI", normalize.Name, normalize.Unmarked},
		{"de-DE", "Vereinigte\u00a0Arabische  Emirate", "AE", normalize.Name, normalize.SpaceVariant},
		{"de-DE", "BRD", "DE", normalize.Name, 0},
		{"de-DE", "Holland", "NL", normalize.Name, 0},
		{"de-DE", "St. Lucia", "LC", normalize.Name, 0},
		{"de-DE", "Bosnien & Herzegowina", "BA", normalize.Name, 0},
		{"en-US", "St Lucia", "LC", normalize.Name, normalize.Unmarked},
		{"en-US", "Saint Lucia", "LC", normalize.Name, 0},
		{"en-US", "Bosnia and Herzegovina", "BA", normalize.Name, 0},
		{"en-US", "Iran, Islamic Republic of", "IR", normalize.Name, 0},
		{"en-US", "U.S.A.", "US", normalize.Name, 0},
		{"en-US", "united states of america", "US", normalize.Name, normalize.OtherCase},
		{"en-US", "Taiwan, Province of China", "TW", normalize.Name, 0},
		{"en-US", "Korea, Republic of", "KR", normalize.Name, 0},
		{"fr-FR", "Etats-Unis", "US", normalize.Name, normalize.Unmarked},
		{"fr-FR", "Côte d'Ivoire", "CI", normalize.Name, normalize.ApostropheForm},
		{"es-ES", "EE.UU.", "US", normalize.Name, 0},
		{"es-ES", "EEUU", "US", normalize.Name, 0},
		{"pt-PT", "Irã", "IR", normalize.Name, 0},
		{"da-DK", "Oestrig", "AT", normalize.Name, normalize.Unmarked},
		{"nb-NO", "Kongo", "CD", normalize.Name, 0},
		{"pl-PL", "Kongo", "CG", normalize.Name, 0},
		{"tr-TR", "IRAK", "IQ", normalize.Name, normalize.OtherCase},
		{"tr-TR", "İRLANDA", "IE", normalize.Name, normalize.OtherCase},
		{"tr-TR", "IRLANDA", "IE", normalize.Name, normalize.OtherCase},
		{"el-GR", "ΓΕΡΜΑΝΙΑ", "DE", normalize.Name, normalize.Unmarked | normalize.OtherCase},
		{"ru-RU", "Объединенные Арабские Эмираты", "AE", normalize.Name, 0},
		{"ar-EG", "الاردن", "JO", normalize.Name, normalize.Unmarked},
		{"he-IL", "ארה\"ב", "US", normalize.Name, 0},
		{"vi-VN", "Nga", "RU", normalize.Name, 0},
		{"zh-CN", "中华人民共和国", "CN", normalize.Name, 0},
		{"zh-TW", "中華民國", "TW", normalize.Name, 0},
		{"ja-JP", "米国", "US", normalize.Name, 0},
		{"ja-JP", "ボスニアヘルツェゴビナ", "BA", normalize.Name, normalize.Unmarked},
		{"ja-JP", "ﾌﾗﾝｽ", "FR", normalize.Name, normalize.WideForm},
		{"ko-KR", "미국", "US", normalize.Name, 0},
	} {
		got, err := normalize.MustFor(c.tag).Country([]byte(c.text))
		if err != nil || got.Region.String() != c.want || got.Evidence != c.by || got.Repairs != c.repairs {
			t.Errorf("%s %q: got %v by %v, %v (%v), want %s by %v, %v", c.tag, c.text, got.Region, got.Evidence, got.Repairs, err, c.want, c.by, c.repairs)
		}
	}
}

// A text that is not certainly one country is refused where it begins, with the countries that it could be.
func TestCountryErrors(t *testing.T) {
	english := "an English name: declare the column's locale as en"
	mixed := "a code and a name: declare by CountriesBy which of them the column has"
	for _, c := range []struct {
		tag, text  string
		err        error
		at         int
		candidates []string
		hint       string
	}{
		{"de-DE", "", normalize.ErrSyntax, 0, nil, "no text"},
		{"de-DE", " \u00a0", normalize.ErrSyntax, 3, nil, "no text"},
		{"de-DE", "  Germany", normalize.ErrSyntax, 2, nil, english},
		{"de-DE", "ENGLAND", normalize.ErrSyntax, 0, nil, ""},
		{"en-GB", "Scotland", normalize.ErrSyntax, 0, nil, ""},
		{"de-DE", "Kongo", normalize.ErrAmbiguous, 0, []string{"CD", "CG"}, ""},
		{"en-US", " korea", normalize.ErrAmbiguous, 1, []string{"KP", "KR"}, ""},
		{"en-US", "Virgin Islands", normalize.ErrAmbiguous, 0, []string{"VG", "VI"}, ""},
		{"es-ES", "RU", normalize.ErrAmbiguous, 0, []string{"GB", "RU"}, mixed},
		{"id-ID", "AS", normalize.ErrAmbiguous, 0, []string{"AS", "US"}, mixed},
		{"vi-VN", "MY", normalize.ErrAmbiguous, 0, []string{"MY", "US"}, mixed},
		{"cs-CZ", "CR", normalize.ErrAmbiguous, 0, []string{"CR", "CZ"}, mixed},
		{"de-DE", "AN", normalize.ErrAmbiguous, 0, []string{"BQ", "CW", "SX"}, ""},
		{"de-DE", "CS", normalize.ErrAmbiguous, 0, []string{"CZ", "ME", "RS", "SK"}, ""},
		{"de-DE", "ZZ", normalize.ErrSyntax, 0, nil, ""},
		{"de-DE", "EU", normalize.ErrSyntax, 0, nil, ""},
		{"de-DE", "8", normalize.ErrSyntax, 0, nil, ""},
		{"de-DE", "D.E.", normalize.ErrSyntax, 0, nil, ""},
		{"de-DE", "DÉ", normalize.ErrSyntax, 0, nil, ""},
		{"de-DE", "Deutschland.", normalize.ErrSyntax, 0, nil, ""},
		{"de-DE", "Fränkreich", normalize.ErrSyntax, 0, nil, ""},
		{"de-DE", "Saudi--Arabien", normalize.ErrSyntax, 0, nil, ""},
		{"de-DE", "-Deutschland", normalize.ErrSyntax, 0, nil, ""},
		{"de-DE", "Deutschland, Berlin", normalize.ErrSyntax, 0, nil, ""},
		{"de-DE", "DE/AT", normalize.ErrSyntax, 0, nil, ""},
		{"de-DE", "...", normalize.ErrSyntax, 0, nil, ""},
		{"de-DE", "D\xffE", normalize.ErrSyntax, 0, nil, ""},
		{"ja-JP", "カンコク", normalize.ErrSyntax, 0, nil, ""},
		{"de-DE", strings.Repeat("é", 1000), normalize.ErrRange, 0, nil, "longer than any name"},
		{"sw", "Germany", normalize.ErrSyntax, 0, nil, english},
		{"sw", "Ujerumani", normalize.ErrSyntax, 0, nil, "the names of this locale are not known; allnames.Table has those of all that CLDR has any for"},
	} {
		got, err := normalize.MustFor(c.tag).Country([]byte(c.text))
		var e *normalize.Error
		if !errors.As(err, &e) || e.Err != c.err || e.Offset != c.at || !slices.Equal(e.Candidates, c.candidates) || e.Hint != c.hint {
			t.Errorf("%s %q: got %v, %v", c.tag, c.text, got, err)
		}
	}
}

// The column's declaration settles what a text alone does not say, and shuts out what it does not name.
func TestCountriesBy(t *testing.T) {
	codes, names := normalize.MustFor("es-ES", normalize.CountriesBy(normalize.Code)), normalize.MustFor("es-ES", normalize.CountriesBy(normalize.Name))
	for _, c := range []struct {
		l          *normalize.Locale
		text, want string
	}{
		{codes, "RU", "RU"}, {names, "RU", "GB"}, {codes, "UK", "GB"}, {codes, "Rusia", ""}, {names, "Rusia", "RU"}, {names, "DE", ""}, {names, "UK", ""}, {names, "276", ""},
	} {
		if got, err := c.l.Country([]byte(c.text)); got.Region.String() != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%q: got %v, %v", c.text, got.Region, err)
		}
	}
}

// Names that are different countries in different languages are never read by another language than the locale's.
func TestCountryIsOfItsLanguage(t *testing.T) {
	for text, meanings := range map[string]map[string]string{
		"Kongo":         {"nb": "CD", "pl": "CG", "et": "", "en": "", "fr": ""},
		"Свети Мартин":  {"bs-Cyrl": "MF", "mk": "SX", "ru": "", "en": ""},
		"لتونی":         {"fa": "LV", "en": ""},
		"Deutschland":   {"de": "DE", "en": "", "nl": ""},
		"Liechtenstein": {"de": "LI", "en": "LI", "fr": "LI"},
	} {
		for tag, want := range meanings {
			got, err := normalize.MustFor(tag, allnames.Table()).Country([]byte(text))
			if want == "" && err == nil || want != "" && got.Region.String() != want {
				t.Errorf("%s %q: got %v, %v, want %q", tag, text, got.Region, err, want)
			}
		}
	}
}

// TestCorpusOfCountries holds that every name is read right, or said to be a code as well: "RU" in Spanish, "AS" in Indonesian.
func TestCorpusOfCountries(t *testing.T) {
	known := locales{}
	samples := readCorpus(t, "country")
	ambiguous := 0
	for _, s := range samples {
		got, err := known.of(s.Locale).Country([]byte(s.Text))
		var e *normalize.Error
		switch {
		case err == nil && got.Region.String() == s.Expected && got.Repairs == 0:
		case errors.Is(err, normalize.ErrAmbiguous) && errors.As(err, &e) && slices.Contains(e.Candidates, s.Expected) && len(s.Text) == 2:
			ambiguous++
		default:
			t.Errorf("%s %q is read as %v, %v, want %s", s.Locale, s.Text, got, err, s.Expected)
		}
	}
	if len(samples) != 15724 || ambiguous != 6 {
		t.Errorf("%d rows, %d ambiguous", len(samples), ambiguous)
	}
}

func TestCountryAllocatesNothing(t *testing.T) {
	de, vi, ja := normalize.MustFor("de-DE"), normalize.MustFor("vi-VN"), normalize.MustFor("ja-JP")
	for _, c := range []struct {
		l    *normalize.Locale
		text string
	}{
		{de, "DE"}, {de, "deu"}, {de, "276"}, {de, "Österreich"}, {de, " SAO TOME UND PRINCIPE "}, {de, "Cote d'Ivoire"}, {vi, "Ấn Độ"}, {ja, "ﾌﾗﾝｽ"},
		{de, "Demokratische Republik Kongo"}, {de, "südgeorgien und die südlichen sandwichinseln"},
	} {
		cell := []byte(c.text)
		if _, err := c.l.Country(cell); err != nil {
			t.Error(err)
		}
		if n := testing.AllocsPerRun(100, func() { _, _ = c.l.Country(cell) }); n != 0 {
			t.Errorf("%q: %v allocations", c.text, n)
		}
	}
}

func ExampleLocale_Country() {
	l := normalize.MustFor("de-DE")
	for _, text := range []string{"AT", "OESTERREICH", "Austria", "Kongo"} {
		c, err := l.Country([]byte(text))
		fmt.Println(c.Region, c.Repairs, err)
	}
	// Output:
	// AT none <nil>
	// AT other case, unmarked <nil>
	//  none normalize: "Austria" is not a country in de-DE: not in the locale's grammar at byte 0 (an English name: declare the column's locale as en)
	//  none normalize: "Kongo" is not a country in de-DE: more than one reading at byte 0: CD or CG
}

func BenchmarkCountry(b *testing.B) {
	l := normalize.MustFor("de-DE")
	for _, text := range []string{"DE", "Österreich", "ÖSTERREICH", "Cote d'Ivoire"} {
		cells(b, "de-DE", text, func(cell []byte) error { _, err := l.Country(cell); return err })
	}
	b.Run("compile", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := normalize.MustFor("de-DE").Country([]byte("DE")); err != nil {
				b.Fatal(err)
			}
		}
	})
}
