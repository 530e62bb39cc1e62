package normalize_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/koine-go/koine/normalize"
)

func TestBool(t *testing.T) {
	for _, c := range []struct {
		tag, yes, no string
	}{
		{"en-US", "yes YES Yes y Y true TRUE 1 t on ☑", "no NO n N false FALSE 0 f off ☐"},
		{"en-GB", "yes", "no"},
		{"de-DE", "ja JA j J wahr WAHR true 1 yes y", "nein NEIN n falsch FALSCH false 0 no"},
		{"fr-FR", "oui o VRAI true yes", "non n FAUX false no"},
		{"es-MX", "sí Si SÍ s verdadero", "no n falso"},
		{"it-IT", "sì si s vero", "no n falso"},
		{"pt-BR", "sim s verdadeiro", "não nao NAO n falso"},
		{"nl-NL", "ja waar", "nee neen onwaar"},
		{"sv-SE", "ja sant", "nej falskt"},
		{"nb-NO", "ja j sann", "nei n usann"},
		{"da-DK", "ja sand", "nej falsk"},
		{"fi-FI", "kyllä kylla k tosi", "ei e epätosi"},
		{"pl-PL", "tak t prawda", "nie n fałsz falsz"},
		{"cs-CZ", "ano a pravda", "ne n nepravda"},
		{"sk-SK", "áno ano pravda", "nie n"},
		{"hu-HU", "igen i igaz", "nem n hamis"},
		{"ro-RO", "da adevărat adevarat", "nu fals"},
		{"bg-BG", "да истина", "не неистина"},
		{"el-GR", "ναι ΝΑΙ αληθές", "όχι οχι ΟΧΙ ψευδές"},
		{"hr-HR", "da istina", "ne neistina"},
		{"sl-SI", "da", "ne"},
		{"et-EE", "jah", "ei"},
		{"lv-LV", "jā ja", "nē ne"},
		{"lt-LT", "taip t", "ne n"},
		{"ru-RU", "да Д истина", "нет н ложь"},
		{"uk-UA", "так т", "ні н"},
		{"tr-TR", "evet EVET e doğru dogru", "hayır hayir HAYIR h yanlış"},
		{"he-IL", "כן", "לא"},
		{"ar-EG", "نعم ١ 1", "لا ٠ 0"},
		{"fa-IR", "بله آری ۱", "خیر نه ۰"},
		{"hi-IN", "हाँ हां १", "नहीं ०"},
		{"bn-BD", "হ্যাঁ ১", "না ০"},
		{"th-TH", "ใช่", "ไม่ใช่"},
		{"vi-VN", "có đúng", "không sai"},
		{"id-ID", "ya y benar", "tidak t salah"},
		{"ms-MY", "ya", "tidak palsu"},
		{"zh-CN", "是 有 √ １", "否 无 × ０"},
		{"zh-TW", "是 有 對", "否 無 錯"},
		{"ja-JP", "はい 有 ○ １ ＴＲＵＥ", "いいえ 無 × ０"},
		{"ko-KR", "예 네 참", "아니요 아니오 거짓"},
	} {
		l := normalize.MustFor(c.tag)
		for want, list := range map[bool]string{true: c.yes, false: c.no} {
			for _, text := range strings.Fields(list) {
				if got, err := l.Bool([]byte(text)); err != nil || got.Value != want {
					t.Errorf("%s %q: got %v, %v, want %v", c.tag, text, got.Value, err, want)
				}
			}
		}
	}
}

func TestBoolRepairs(t *testing.T) {
	for _, c := range []struct {
		tag, text string
		want      normalize.Repairs
	}{
		{"de-DE", "ja", 0}, {"de-DE", " Ja", normalize.Padding | normalize.OtherCase}, {"tr-TR", "hayir", normalize.OtherCase}, {"fi-FI", "kylla", normalize.Unmarked},
		{"ja-JP", "１", normalize.WideForm}, {"en-US", "\ufeffTRUE", normalize.Invisible | normalize.OtherCase},
	} {
		if got, err := normalize.MustFor(c.tag).Bool([]byte(c.text)); err != nil || got.Repairs != c.want {
			t.Errorf("%s %q: got %v, %v, want %v", c.tag, c.text, got.Repairs, err, c.want)
		}
	}
}

// What may mean the opposite is refused: a colloquial yes, a first letter that another word has, a letter that looks like
// another one, a cross.
func TestBoolErrors(t *testing.T) {
	for _, c := range []struct {
		tag, text string
		err       error
		at        int
	}{
		{"de-DE", "", normalize.ErrSyntax, 0}, {"de-DE", "  ", normalize.ErrSyntax, 2}, {"de-DE", " vielleicht", normalize.ErrSyntax, 1}, {"de-DE", "oui", normalize.ErrSyntax, 0},
		{"de-DE", "ja nein", normalize.ErrSyntax, 0}, {"de-DE", "j/n", normalize.ErrSyntax, 0}, {"de-DE", "2", normalize.ErrSyntax, 0}, {"de-DE", "-1", normalize.ErrSyntax, 0},
		{"de-DE", "01", normalize.ErrSyntax, 0}, {"de-DE", "x", normalize.ErrSyntax, 0}, {"de-DE", "✗", normalize.ErrSyntax, 0}, {"de-DE", "t", normalize.ErrSyntax, 0},
		{"pl-PL", "no", normalize.ErrSyntax, 0}, {"cs-CZ", "no", normalize.ErrSyntax, 0}, {"sk-SK", "no", normalize.ErrSyntax, 0}, {"tr-TR", "y", normalize.ErrSyntax, 0},
		{"el-GR", "ν", normalize.ErrSyntax, 0}, {"el-GR", "Ν", normalize.ErrSyntax, 0}, {"el-GR", "n", normalize.ErrSyntax, 0}, {"ja-JP", "✓", normalize.ErrSyntax, 0},
		{"zh-CN", "确定", normalize.ErrSyntax, 0}, {"ko-KR", "O", normalize.ErrSyntax, 0}, {"fr-FR", strings.Repeat("oui", 1000), normalize.ErrRange, 0},
	} {
		got, err := normalize.MustFor(c.tag).Bool([]byte(c.text))
		var e *normalize.Error
		if !errors.As(err, &e) || e.Err != c.err || e.Offset != c.at || c.err == normalize.ErrSyntax && !strings.Contains(e.Hint, "true") {
			t.Errorf("%s %q: got %v, %v", c.tag, c.text, got, err)
		}
	}
}

func TestBoolAllocatesNothing(t *testing.T) {
	l := normalize.MustFor("de-DE")
	for _, text := range []string{"ja", "NEIN", " Wahr "} {
		cell := []byte(text)
		if _, err := l.Bool(cell); err != nil {
			t.Error(err)
		}
		if n := testing.AllocsPerRun(100, func() { _, _ = l.Bool(cell) }); n != 0 {
			t.Errorf("%q: %v allocations", text, n)
		}
	}
}

func BenchmarkBool(b *testing.B) {
	l := normalize.MustFor("de-DE")
	for _, text := range []string{"ja", "JA"} {
		cells(b, "de-DE", text, func(cell []byte) error { _, err := l.Bool(cell); return err })
	}
}
