package normalize

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// companySeeds are names with forms of all positions, and texts that try to have none left.
var companySeeds = []string{
	"Meyer GmbH & Co. KG", "S.C. Dacia S.R.L.", "PT Bank Tbk", "AB Volvo (publ)", "株式会社日立", "日立（株）", "㈱日立", "ООО «Ромашка»", "(Foo) Ltd", "Foo (Pty) Ltd",
	"GmbH", "& Co. KG", "AG AG", "PT Tbk", "บริษัท ปตท. จำกัด (มหาชน)", "Foo, S.A. de C.V.", "\xffGmbH", "Foo\u200bGmbH", "()", "🚀 GmbH", "A B C", "Foo S A", "a.s.", "주식회사", "طيران ش.م.م", "C++ Ltd", "C+ Co. KG", "A + GmbH+ Co. KG",
}

var companyRegions = []string{"", "DE", "US", "SE", "ID", "JP", "RU", "TR"}

// The tables for Thai and half-width kana are Unicode's decompositions.
func TestFoldFormAgreesWithDecompositions(t *testing.T) {
	for _, block := range [][2]rune{{0x0e00, 0x0e7f}, {0xff61, 0xff9f}} {
		for r := block[0]; r <= block[1]; r++ {
			if got, want := foldForm(nil, r, 0, 0), foldDecomposed(nil, r); string(got) != string(want) {
				t.Errorf("%U is folded to %q, decomposed to %q", r, got, want)
			}
		}
	}
}

// A company is the whole text: the name, the form, and between them and around them nothing that could be a name. The name is never
// empty, nor is the key, and the form is found again behind a name of letters only.
func FuzzCompany(f *testing.F) {
	for i, text := range companySeeds {
		f.Add(text, uint8(i))
	}
	l := MustFor("de-DE")
	f.Fuzz(func(t *testing.T, text string, choice uint8) {
		var in Region
		if code := companyRegions[int(choice)%len(companyRegions)]; code != "" {
			in = MustRegion(code)
		}
		if key := l.CompanyKey(text, in); key == "" != (text == "") || !utf8.ValidString(key) {
			t.Errorf("the company key of %q is %q", text, key)
		}
		c, err := l.Company([]byte(text), in)
		if err != nil {
			return
		}
		if c.Name == "" || !strings.Contains(text, c.Name) || c.Form.IsZero() != (c.Position == NoForm) {
			t.Fatalf("%q is read as %#v", text, c)
		}
		if !c.Form.IsZero() {
			checkParts(t, text, in, c)
		}
	})
}

func checkParts(t *testing.T, text string, in Region, c Company) {
	t.Helper()
	var r Repairs
	inner := unpadded([]byte(text), &r)
	p := partCompany(inner, in)
	bare := len(inner) - len(p.before) - len(p.name) - len(p.after)
	if bare < 0 || string(p.name) != c.Name || !isName(p.name) {
		t.Errorf("%q is parted as %q, %q, %q", text, p.before, p.name, p.after)
	}
	between := strings.Replace(string(inner[len(p.before):len(inner)-len(p.after)]), c.Name, "", 1)
	if i := strings.IndexFunc(between, func(r rune) bool { return unicode.In(r, unicode.L, unicode.N, unicode.S) }); i >= 0 {
		t.Errorf("%q is parted as %q, %q, %q, which leaves %q", text, p.before, p.name, p.after, between)
	}
	again := partCompany(unpadded([]byte(string(p.before)+" Qwxz "+string(p.after)), &r), in)
	if again.form == nil || again.form.code != c.Form.Code {
		t.Errorf("%q has the form %v, and %q has not", text, c.Form, string(p.before)+" Qwxz "+string(p.after))
	}
}

// Every spelling of the table is read as its form where it says so, in every region that has it.
func TestEverySpelling(t *testing.T) {
	l := MustFor("en-US")
	read := func(text string, s *spelledForm) {
		for i := 0; i < len(s.among); i += 2 {
			in := regionAt(s.among, i)
			c, err := l.Company([]byte(text), in)
			if err != nil || c.Name != "Qwxz" || c.Form.Code != s.code || c.Form.Jurisdiction != in {
				t.Errorf("%q in %v is read as %q, %v, %v", text, in, c.Name, c.Form, err)
				return
			}
		}
	}
	forms := compiledForms()
	for _, s := range forms.after.forms {
		for _, spelling := range s.spellings {
			read("Qwxz "+spelling, &s)
			read("Qwxz, "+strings.ToUpper(spelling), &s)
		}
	}
	for _, s := range forms.before.forms {
		for _, spelling := range s.spellings {
			read(spelling+" Qwxz", &s)
		}
	}
	for _, s := range forms.around.forms {
		for i := 0; i < len(s.spellings); i += 2 {
			read(s.spellings[i]+" Qwxz "+s.spellings[i+1], &s)
		}
	}
}
