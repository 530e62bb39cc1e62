package normalize_test

import (
	"fmt"

	"github.com/koine-go/koine/normalize"
)

// A form that several countries have is that of the country given, or not known whose.
func ExampleLocale_Company() {
	l := normalize.MustFor("de-DE")
	for _, in := range []string{"CH", "US"} {
		c, _ := l.Company([]byte("Müller & Söhne AG"), normalize.MustRegion(in))
		fmt.Println(c.Name, "|", c.Form, c.Form.Jurisdictions())
	}
	for _, text := range []string{"Meyer GmbH & Co. KG", "株式会社日立製作所", "PT Bank Central Asia Tbk", "GmbH"} {
		c, _ := l.Company([]byte(text), normalize.Region{})
		fmt.Println(c.Name, "|", c.Form.Code, c.Position)
	}
	// Output:
	// Müller & Söhne | AG (CH) [CH]
	// Müller & Söhne | AG [AT CH DE LI LU]
	// Meyer | GmbH & Co. KG after
	// 日立製作所 | 株式会社 before
	// Bank Central Asia | PT Tbk around
	// GmbH |  none
}

// One name, four spellings, one key.
func ExampleLocale_CompanyKey() {
	l, de := normalize.MustFor("de-DE"), normalize.MustRegion("DE")
	for _, text := range []string{"Müller & Söhne GmbH & Co. KG", "MÜLLER UND SÖHNE", "Mueller + Soehne GmbH", "Müller-Söhne"} {
		fmt.Println(l.CompanyKey(text, de))
	}
	// Output:
	// muellersoehne
	// muellersoehne
	// muellersoehne
	// muellersoehne
}

func ExampleLocale_Key() {
	for _, tag := range []string{"de-DE", "sv-SE"} {
		fmt.Println(normalize.MustFor(tag).Key("  Hans “Häns” MÜLLER—Straße "))
	}
	// Output:
	// hans "haens" mueller-strasse
	// hans "hans" muller-strasse
}

// In German, Müller is written Mueller by some and Muller by others.
func ExampleLocale_Keys() {
	fmt.Println(normalize.MustFor("de-DE").Keys("Müller"))
	// Output: [mueller muller]
}

func ExampleMixedScripts() {
	fmt.Println(normalize.MixedScripts([]byte("Gаzprom"))) // the а is Cyrillic
	// Output: 1 true
}
