package normalize_test

import (
	"testing"

	"github.com/koine-go/koine/normalize"
)

// Keys are kept in tables for years. If one of these has to change, publish a new version and a list of its own.
func TestPublishedKeys(t *testing.T) {
	if normalize.KeyVersion != 1 {
		t.Fatal("this is the list of version 1")
	}
	for _, c := range []struct{ tag, text, key string }{
		{"en-US", "The  Boeing\tCompany", "the boeing company"},
		{"en-US", "Café ‘Zoë’ – “No. 5”", "cafe 'zoe' - \"no. 5\""},
		{"en-US", "Ⅷ ½ ™ ﬁ ＡＢＣ", "viii 1/2 tm fi abc"},
		{"en-US", "Łódź Đorđe Þór Œuvre", "lodz dorde thor oeuvre"},
		{"en-US", "a\u00adb\u200bc\u200f", "abc"},
		{"en-US", "Ё Й ё й", "ё й ё й"},
		{"en-US", "ΑΘΉΝΑΣ Αθήνας", "αθηνασ αθηνασ"},
		{"en-US", "\xff", "\ufffd"},
		{"de-DE", "Müller STRASSE Straße Größe", "mueller strasse strasse groesse"},
		{"de-DE", "Émile Ångström Ørsted", "emile angstroem orsted"},
		{"da-DK", "Åse Æbelø Ørsted Möller", "aase aebeloe oersted moeller"},
		{"sv-SE", "Åse Östlund Älg", "ase ostlund alg"},
		{"fi-FI", "Yhtiö Äänekoski", "yhtio aanekoski"},
		{"tr-TR", "IĞDIR İzmir ığdır izmir", "ıgdır izmir ıgdır izmir"},
		{"ru-RU", "Ёлка ЙОД", "елка йод"},
		{"ja-JP", "㈱カ\u3099ス ｶﾞｽ ガス", "(株)ガス ガス ガス"},
		{"ko-KR", "삼성 전자", "삼성 전자"},
		{"th-TH", "น้ำ", "น้\u0e4dา"},
		{"ar-SA", "الْبَنك", "الْبَنك"},
		{"hi-IN", "हिन्दी ऩ", "हिन्दी ऩ"},
	} {
		if got := normalize.MustFor(c.tag).Key(c.text); got != c.key {
			t.Errorf("%s: the key of %q is %q and was published as %q: publish a new version", c.tag, c.text, got, c.key)
		}
	}
	for _, c := range []struct{ tag, in, text, key string }{
		{"en-US", "US", "The Coca-Cola Company", "cocacola"},
		{"en-US", "US", "AT&T Inc.", "att"},
		{"en-US", "US", "A. B. Smith and Sons, LLC", "absmithsons"},
		{"en-US", "US", "The The Inc.", "the"},
		{"en-US", "", "GmbH", "gmbh"},
		{"en-US", "", "&", "&"},
		{"en-US", "", "🚀 Ltd", "🚀"},
		{"en-US", "", "\u200b \u00a0", "␣"},
		{"de-DE", "DE", "Müller & Söhne GmbH & Co. KG", "muellersoehne"},
		{"de-DE", "DE", "Mueller und Soehne", "muellersoehne"},
		{"de-DE", "DE", "A+ GmbH", "a+"},
		{"de-DE", "", "Foo+ AG", "foo+"},
		{"en-GB", "GB", "C++ Ltd", "c++"},
		{"de-DE", "DE", "Müller + Söhne GmbH + Co. KG", "muellersoehne"},
		{"fr-FR", "FR", "L’Oréal S.A.", "loreal"},
		{"es-ES", "ES", "García y Hijos, S.L.", "garciahijos"},
		{"ja-JP", "JP", "株式会社日立製作所", "日立製作所"},
		{"ko-KR", "KR", "(주)카카오", "카카오"},
		{"ru-RU", "RU", "ООО «Ёлка»", "елка"},
		{"tr-TR", "TR", "Işık San. ve Tic. A.Ş.", "ısık"},
	} {
		if got := normalize.MustFor(c.tag).CompanyKey(c.text, region(c.in)); got != c.key {
			t.Errorf("%s: the company key of %q is %q and was published as %q: publish a new version", c.tag, c.text, got, c.key)
		}
	}
}
