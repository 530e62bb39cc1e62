package normalize_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/koine-go/koine/normalize"
)

func region(code string) normalize.Region {
	if code == "" {
		return normalize.Region{}
	}
	return normalize.MustRegion(code)
}

// One line a text: the region it is in, and the name, the form with its jurisdiction, and the position that it is read as.
func TestCompany(t *testing.T) {
	const none, before, after, around = normalize.NoForm, normalize.FormBefore, normalize.FormAfter, normalize.FormAround
	l := normalize.MustFor("en-US")
	for _, c := range []struct {
		text, in, name, form string
		position             normalize.Position
	}{
		{"Meyer GmbH", "", "Meyer", "GmbH", after},
		{"Meyer GmbH", "AT", "Meyer", "GmbH (AT)", after},
		{"Meyer GmbH", "FR", "Meyer", "GmbH", after}, // not a form of France, and not known whose
		{"Meyer G.m.b.H.", "DE", "Meyer", "GmbH (DE)", after},
		{"MEYER GMBH", "DE", "MEYER", "GmbH (DE)", after},
		{"Meyer Ges. m. b. H.", "AT", "Meyer", "GmbH (AT)", after},
		{"Meyer Gesellschaft mit beschränkter Haftung", "DE", "Meyer", "GmbH (DE)", after},
		{"Meyer Gesellschaft mit beschra\u0308nkter Haftung", "DE", "Meyer", "GmbH (DE)", after},
		{"Meyer GmbH & Co. KG", "DE", "Meyer", "GmbH & Co. KG (DE)", after}, // the longest, not KG
		{"Meyer GmbH & Co.KG", "DE", "Meyer", "GmbH & Co. KG (DE)", after},
		{"Meyer GmbH&Co KG", "DE", "Meyer", "GmbH & Co. KG (DE)", after},
		{"Meyer GmbH und Co. KG", "DE", "Meyer", "GmbH & Co. KG (DE)", after},
		{"Meyer & Co. KG", "DE", "Meyer", "KG (DE)", after},
		{"Meyer UG (haftungsbeschränkt)", "DE", "Meyer", "UG (DE)", after},
		{"Meyer & Söhne oHG", "DE", "Meyer & Söhne", "OHG (DE)", after},
		{"Siemens AG", "", "Siemens", "AG", after},
		{"Siemens AG", "CH", "Siemens", "AG (CH)", after},
		{"Meyer SA", "DE", "Meyer", "SA", after},
		{"Meyer S.A.", "LU", "Meyer", "SA (LU)", after},
		{"Kinepolis S.à r.l.", "LU", "Kinepolis", "Sàrl (LU)", after},
		{"Foo SARL", "FR", "Foo", "Sàrl (FR)", after},
		{"Foo, Inc.", "US", "Foo", "Inc (US)", after},
		{"Foo Incorporated", "US", "Foo", "Inc (US)", after},
		{"Foo L.L.C.", "US", "Foo", "LLC (US)", after},
		{"foo llc", "US", "foo", "LLC (US)", after},
		{"Foo P L C", "GB", "Foo", "PLC (GB)", after},
		{"Ford Motor Company", "US", "Ford Motor", "Co (US)", after},
		{"Tiffany & Co.", "US", "Tiffany", "Co (US)", after},
		{"Foo Pty Limited", "AU", "Foo", "Pty Ltd (AU)", after}, // cleanco 41
		{"Foo (Pty) Ltd", "ZA", "Foo", "Pty Ltd (ZA)", after},
		{"Foo Pvt. Ltd.", "IN", "Foo", "Pvt Ltd (IN)", after},
		{"Foo Private Limited", "IN", "Foo", "Pvt Ltd (IN)", after},
		{"Foo Sdn. Bhd.", "", "Foo", "Sdn Bhd", after},
		{"Foo Co., Ltd.", "CN", "Foo", "Co Ltd (CN)", after},
		{"Foo K.K.", "", "Foo", "株式会社 (JP)", after},
		{"Foo B.V.", "NL", "Foo", "BV (NL)", after},
		{"Foo N.V.", "", "Foo", "NV", after},
		{"Nokia Oyj", "", "Nokia", "Oyj (FI)", after},
		{"Kone Oy", "FI", "Kone", "Oy (FI)", after},
		{"Volvo AB (publ)", "SE", "Volvo", "AB (SE)", after},
		{"AB Volvo (publ)", "SE", "Volvo", "AB (SE)", around},
		{"AB Volvo", "SE", "Volvo", "AB (SE)", before},
		{"A B Volvo", "SE", "Volvo", "AB (SE)", before},
		{"A B Smith", "", "A B Smith", "", none},
		{"A/S Dampskibsselskabet Torm", "DK", "Dampskibsselskabet Torm", "AS (DK)", before},
		{"Foo A/S", "", "Foo", "AS", after},
		{"Foo a.s.", "CZ", "Foo", "AS (CZ)", after},
		{"Foo spol. s r.o.", "SK", "Foo", "s.r.o. (SK)", after},
		{"Foo A.Ş.", "TR", "Foo", "AS (TR)", after},
		{"Eni S.p.A.", "", "Eni", "SpA", after},
		{"Eni S.p.A.", "IT", "Eni", "SpA (IT)", after},
		{"Orlen Sp. z o.o.", "", "Orlen", "Sp. z o.o. (PL)", after}, // cleanco 43
		{"Orlen sp.zo.o.", "PL", "Orlen", "Sp. z o.o. (PL)", after},
		{"Orlen Sp. z o.o. sp. k.", "PL", "Orlen", "Sp. z o.o. sp. k. (PL)", after},
		{"Foo Zrt.", "", "Foo", "Zrt. (HU)", after},
		{"Foo Kft", "", "Foo", "Kft. (HU)", after},
		{"Foo d.o.o.", "SI", "Foo", "d.o.o. (SI)", after},
		{"Foo ApS", "", "Foo", "ApS (DK)", after},
		{"Foo Ltda.", "BR", "Foo", "Ltda (BR)", after},
		{"Foo, S.A. de C.V.", "", "Foo", "SA de CV (MX)", after},
		{"PT Bank Central Asia Tbk", "", "Bank Central Asia", "PT Tbk (ID)", around},
		{"PT. Astra", "ID", "Astra", "PT (ID)", before}, // cleanco 79
		{"CV. Maju Jaya", "ID", "Maju Jaya", "CV (ID)", before},
		{"S.C. Dacia S.R.L.", "RO", "Dacia", "SRL (RO)", around},
		{"UAB Maxima", "", "Maxima", "UAB (LT)", before},
		{"ООО «Ромашка»", "RU", "«Ромашка»", "ООО (RU)", before},
		{"ПАО Газпром", "", "Газпром", "ПАО (RU)", before},
		{"ТОВ \"Нова Пошта\"", "", "\"Нова Пошта\"", "ТОВ (UA)", before},
		{"Общество с ограниченной ответственностью «Ромашка»", "KZ", "«Ромашка»", "ООО (KZ)", before},
		{"株式会社日立製作所", "", "日立製作所", "株式会社 (JP)", before},
		{"トヨタ自動車株式会社", "JP", "トヨタ自動車", "株式会社 (JP)", after},
		{"(株)日立製作所", "", "日立製作所", "株式会社 (JP)", before},
		{"日立製作所（株）", "", "日立製作所", "株式会社 (JP)", after},
		{"㈱日立製作所", "", "日立製作所", "株式会社 (JP)", before},
		{"有限会社 山田", "", "山田", "有限会社 (JP)", before},
		{"合同会社西友", "", "西友", "合同会社 (JP)", before},
		{"上海汽车有限公司", "CN", "上海汽车", "有限公司 (CN)", after},
		{"鴻海精密工業股份有限公司", "TW", "鴻海精密工業", "股份有限公司 (TW)", after},
		{"鴻海精密工業股份有限公司", "", "鴻海精密工業", "股份有限公司", after},
		{"阿里巴巴集团有限公司", "CN", "阿里巴巴集团", "有限公司 (CN)", after}, // a group is no legal form
		{"华为技术有限责任公司", "", "华为技术", "有限责任公司 (CN)", after},
		{"삼성전자 주식회사", "", "삼성전자", "주식회사 (KR)", after},
		{"(주)카카오", "", "카카오", "주식회사 (KR)", before},
		{"㈜카카오", "", "카카오", "주식회사 (KR)", before},
		{"บริษัท ปตท. จำกัด (มหาชน)", "", "ปตท.", "บริษัทมหาชนจำกัด (TH)", around},
		{"Μότορ Όιλ Α.Ε.", "GR", "Μότορ Όιλ", "SA (GR)", after},
		{"טבע תעשיות בע\"מ", "", "טבע תעשיות", "בע\"מ (IL)", after},
		{"შპს თბილისი", "", "თბილისი", "შპს (GE)", before},

		{"GmbH", "DE", "GmbH", "", none}, // cleanco 57: a name is never emptied
		{"GmbH & Co. KG", "DE", "GmbH & Co. KG", "", none},
		{"Private Limited", "IN", "Private Limited", "", none},
		{"株式会社", "JP", "株式会社", "", none},
		{"PT Tbk", "ID", "PT Tbk", "", none},
		{"Deutsche Bank", "DE", "Deutsche Bank", "", none},
		{"Beauty Spa", "", "Beauty Spa", "", none},
		{"BEAUTY SPA", "", "BEAUTY SPA", "", none},
		{"Eni SpA", "", "Eni", "SpA", after},
		{"Same as", "", "Same as", "", none},
		{"Foo SE", "", "Foo", "SE", after},
		{"FOO SE", "", "FOO SE", "", none},
		{"FOO SE", "DE", "FOO", "SE (DE)", after},
		{"AS Roma", "", "AS Roma", "", none},
		{"AO World", "GB", "AO World", "", none},
		{"Los Angeles CA", "US", "Los Angeles CA", "", none},
		{"Post-AG", "DE", "Post-AG", "", none},
		{"shop.SE", "", "shop.SE", "", none},
		{"Smith & AG", "", "Smith & AG", "", none},
		{"Smith + AG", "", "Smith + AG", "", none},
		{"+ AG", "", "+ AG", "", none},
		{"A+ GmbH", "DE", "A+", "GmbH (DE)", after}, // the name's own
		{"Foo+ AG", "", "Foo+", "AG", after},
		{"C++ Ltd", "GB", "C++", "Ltd (GB)", after},
		{"C++, Ltd.", "GB", "C++", "Ltd (GB)", after},
		{"Foo+ GmbH & Co. KG", "DE", "Foo+", "GmbH & Co. KG (DE)", after},
		{"Foo GmbH + Co. KG", "DE", "Foo", "GmbH & Co. KG (DE)", after},
		{"Foo GmbH+Co. KG", "DE", "Foo", "GmbH & Co. KG (DE)", after},
		{"Foo + Co. KG", "DE", "Foo", "KG (DE)", after},
		{"Foo+Co. KG", "DE", "Foo", "KG (DE)", after},
		{"C+ Co. KG", "DE", "C+ Co.", "KG (DE)", after},
		{"(Foo GmbH)", "DE", "(Foo GmbH)", "", none},
		{"🚀 GmbH", "DE", "🚀", "GmbH (DE)", after},
		{"...", "", "...", "", none},
	} {
		got, err := l.Company([]byte(c.text), region(c.in))
		if err != nil || got.Name != c.name || got.Form.String() != c.form || got.Position != c.position {
			t.Errorf("%q in %q is read as %q, %v, %v (%v), want %q, %s, %v", c.text, c.in, got.Name, got.Form, got.Position, err, c.name, c.form, c.position)
		}
	}
}

func TestCompanyRepairs(t *testing.T) {
	l := normalize.MustFor("de-DE")
	for _, c := range []struct {
		text string
		want normalize.Repairs
	}{
		{"Meyer GmbH", 0},
		{"Meyer G.m.b.H.", 0},
		{" Meyer GmbH ", normalize.Padding},
		{"\u200bMeyer GmbH", normalize.Invisible},
		{"Meyer gmbh", normalize.OtherCase},
		{"meyer", 0},
	} {
		got, err := l.Company([]byte(c.text), region("DE"))
		if err != nil || got.Repairs != c.want {
			t.Errorf("%q: %v, %v, want %v", c.text, got.Repairs, err, c.want)
		}
	}
}

func TestCompanyErrors(t *testing.T) {
	l := normalize.MustFor("de-DE")
	for _, c := range []struct {
		text   string
		err    error
		offset int
	}{
		{"", normalize.ErrSyntax, 0},
		{" \t\u200b", normalize.ErrSyntax, 0},
		{strings.Repeat("x", 513), normalize.ErrRange, 512},
	} {
		var e *normalize.Error
		if _, err := l.Company([]byte(c.text), normalize.Region{}); !errors.Is(err, c.err) || !errors.As(err, &e) || e.Offset != c.offset {
			t.Errorf("%.20q: %v, want %v at %d", c.text, err, c.err, c.offset)
		}
	}
}

// A form that several countries have names them all.
func TestJurisdictions(t *testing.T) {
	c, err := normalize.MustFor("de-DE").Company([]byte("Meyer AG"), region("US"))
	if err != nil || !c.Form.Jurisdiction.IsZero() {
		t.Fatal(c, err)
	}
	var codes []string
	for _, r := range c.Form.Jurisdictions() {
		codes = append(codes, r.String())
	}
	if got := strings.Join(codes, " "); got != "AT CH DE LI LU" {
		t.Errorf("AG is a form of %s", got)
	}
}
