package normalize_test

import (
	"testing"

	"github.com/koine-go/koine/normalize"
)

// companyTexts are names as they come, Latin and others, with a form and without.
var companyTexts = []struct{ tag, in, text string }{
	{"en-US", "US", "Johnson Controls International, Inc."},
	{"en-US", "US", "Schmidt Armstrong and Sons"},
	{"de-DE", "DE", "Müller & Söhne GmbH & Co. KG"},
	{"fr-FR", "FR", "Société Générale S.A."},
	{"ja-JP", "JP", "株式会社日立製作所"},
	{"zh-CN", "CN", "华为技术有限公司"},
	{"ko-KR", "KR", "삼성전자 주식회사"},
	{"ja-JP", "JP", "日立製作所"},
	{"ru-RU", "RU", "ООО «Газпром нефть»"},
	{"el-GR", "GR", "Εθνική Τράπεζα Α.Ε."},
	{"th-TH", "TH", "บริษัท ปตท. จำกัด (มหาชน)"},
	{"ja-JP", "JP", "ｶﾌﾞｼｷｶﾞｲｼｬ e\u0301"},
}

func TestCompanyKeyAllocations(t *testing.T) {
	for _, c := range companyTexts {
		l, in, text := normalize.MustFor(c.tag), region(c.in), []byte(c.text)
		dst := make([]byte, 0, 256)
		if n := testing.AllocsPerRun(100, func() { dst = l.AppendCompanyKey(dst[:0], text, in) }); n != 0 {
			t.Errorf("the company key of %q: %v allocations", c.text, n)
		}
		if n := testing.AllocsPerRun(100, func() { dst = l.AppendKey(dst[:0], text) }); n != 0 {
			t.Errorf("the key of %q: %v allocations", c.text, n)
		}
	}
}

func BenchmarkCompanyKey(b *testing.B) {
	for _, c := range companyTexts {
		l, in, text := normalize.MustFor(c.tag), region(c.in), []byte(c.text)
		dst := make([]byte, 0, 256)
		b.Run(c.text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				dst = l.AppendCompanyKey(dst[:0], text, in)
			}
		})
	}
}

func BenchmarkKey(b *testing.B) {
	for _, c := range companyTexts {
		l, text := normalize.MustFor(c.tag), []byte(c.text)
		dst := make([]byte, 0, 256)
		b.Run(c.text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				dst = l.AppendKey(dst[:0], text)
			}
		})
	}
}
