package normalize_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/koine-go/koine/normalize"
)

func TestDate(t *testing.T) {
	for _, c := range []struct {
		tag, text, want string
		repairs         normalize.Repairs
	}{
		{"de-DE", "05.03.2026", "2026-03-05", 0},
		{"de-DE", "5.3.2026", "2026-03-05", 0},
		{"de-DE", "5. 3. 2026", "2026-03-05", 0},
		{"en-US", "03/05/2026", "2026-03-05", 0},
		{"en-GB", "03/05/2026", "2026-05-03", 0}, // the same text, two months later
		{"sv-SE", "2026-03-05", "2026-03-05", 0},
		{"de-DE", "2026-03-05", "2026-03-05", 0}, // ISO 8601 is read everywhere
		{"en-US", "2026/3/5", "2026-03-05", 0},
		{"zh-CN", "2026年03月05日", "2026-03-05", 0},
		{"zh-CN", "2026年3月5日星期四", "2026-03-05", 0},
		{"ja-JP", "２０２６年３月５日", "2026-03-05", normalize.WideForm},
		{"ar-EG", "٥\u200f/٣\u200f/٢٠٢٦", "2026-03-05", normalize.Invisible},
		{"ar-EG", "5/3/2026", "2026-03-05", normalize.LatinDigits},
		{"th-TH", "5 มีนาคม ค.ศ. 2026", "2026-03-05", 0},
		{"de-DE", "Donnerstag, 5. März 2026", "2026-03-05", 0},
		{"de-DE", "5. märz 2026", "2026-03-05", normalize.OtherCase},
		{"de-DE", "5. Dez. 2026", "2026-12-05", 0},
		{"de-DE", "5. Dez 2026", "2026-12-05", 0},
		{"pl-PL", "5 marca 2026", "2026-03-05", 0}, // the genitive
		{"pl-PL", "5 marzec 2026", "2026-03-05", 0},
		{"hr-HR", "5. listopada 2026.", "2026-10-05", 0}, // October in Croatian, November in Polish
		{"pl-PL", "5 listopada 2026", "2026-11-05", 0},
		{"ru-RU", "5 марта 2026 г.", "2026-03-05", 0},
		{"ru-RU", "5 марта 2026", "2026-03-05", normalize.ClosingOmitted},
		{"hu-HU", "2026. 03. 05.", "2026-03-05", 0}, // araddon/dateparse reads 1 January
		{"hu-HU", "2026.03.05.", "2026-03-05", 0},
		{"vi-VN", "5 tháng 12, 2026", "2026-12-05", 0},
		{"de-DE", " 05.03.2026 ", "2026-03-05", normalize.Padding},
		{"de-DE", "05/05/2026", "2026-05-05", normalize.OtherSeparators}, // whichever comes first
		{"de-DE", "25/03/2026", "2026-03-25", normalize.OtherSeparators},
		{"de-DE", "29.02.2024", "2024-02-29", 0},
		{"de-DE", "01.01.1800", "1800-01-01", 0},
		{"de-DE", "31.12.2199", "2199-12-31", 0},
	} {
		d, err := normalize.MustFor(c.tag).Date([]byte(c.text))
		if err != nil {
			t.Errorf("%s %q: %v", c.tag, c.text, err)
		} else if d.Date.String() != c.want || d.Repairs != c.repairs {
			t.Errorf("%s %q: got %v with %v, want %s with %v", c.tag, c.text, d.Date, d.Repairs, c.want, c.repairs)
		}
	}
}

func TestDateRefused(t *testing.T) {
	for _, c := range []struct {
		tag, text string
		kind      error
		offset    int
	}{
		{"de-DE", "", normalize.ErrSyntax, 0},
		{"de-DE", "5. March 2026", normalize.ErrSyntax, 3},
		{"de-DE", "05.03.2026 x", normalize.ErrSyntax, 10},
		{"de-DE", "05.03", normalize.ErrSyntax, 5},
		{"de-DE", "20260305", normalize.ErrSyntax, 0},
		{"de-DE", "05.03/2026", normalize.ErrSyntax, 5},
		{"de-DE", "0x.03.2026", normalize.ErrSyntax, 1},
		{"de-DE", "05.03.20x6", normalize.ErrSyntax, 8},
		{"de-DE", "2x26-03-05", normalize.ErrSyntax, 1},
		{"de-DE", "05.03.20261", normalize.ErrSyntax, 6},
		{"de-DE", "30.02.2024", normalize.ErrCalendar, 0},
		{"de-DE", "29.02.2023", normalize.ErrCalendar, 0},
		{"de-DE", "03.25.2024", normalize.ErrCalendar, 0},
		{"de-DE", "00.03.2024", normalize.ErrCalendar, 0},
		{"de-DE", "Freitag, 5. März 2026", normalize.ErrCalendar, 0},
		{"en-US", "25.03.2026", normalize.ErrCalendar, 0}, // no day by the order of this locale
		{"th-TH", "5/3/2569", normalize.ErrCalendar, 0},   // the Buddhist era
		{"fa-IR", "1403/12/15", normalize.ErrCalendar, 0},
		{"ar-SA", "1446/09/05", normalize.ErrCalendar, 0},
		{"ja-JP", "令和6年3月5日", normalize.ErrCalendar, 0},
		{"zh-TW", "民國113年3月5日", normalize.ErrCalendar, 0},
		{"de-DE", "01.01.1799", normalize.ErrCalendar, 0},
		{"de-DE", "01.01.2200", normalize.ErrCalendar, 0},
		{"de-DE", "05.03.24", normalize.ErrAmbiguous, 0},
		{"de-DE", "05-03-2026", normalize.ErrAmbiguous, 0},
		{"en-US", "05.03.2026", normalize.ErrAmbiguous, 0},
		{"sv-SE", "05-03-2026", normalize.ErrAmbiguous, 0},
	} {
		_, err := normalize.MustFor(c.tag).Date([]byte(c.text))
		if err == nil {
			t.Errorf("%s %q is read", c.tag, c.text)
			continue
		}
		t.Run(c.tag+" "+c.text, func(t *testing.T) { checkRefusal(t, err, c.kind, c.offset) })
	}
}

func TestDateCandidates(t *testing.T) {
	for _, c := range []struct {
		tag, text string
		want      []string
	}{
		{"de-DE", "05.03.24", []string{"1924-03-05", "2024-03-05"}},
		{"de-DE", "29.02.00", []string{"2000-02-29"}}, // 1900 had none; a single candidate is still not said
		{"de-DE", "05-03-2026", []string{"2026-03-05", "2026-05-03"}},
		{"mt", "5/3/2026", []string{"2026-03-05", "2026-05-03"}}, // CLDR has both orders there
	} {
		_, err := normalize.MustFor(c.tag).Date([]byte(c.text))
		var e *normalize.Error
		if !errors.As(err, &e) || !errors.Is(err, normalize.ErrAmbiguous) || !slices.Equal(e.Candidates, c.want) {
			t.Errorf("%s %q: got %v, want %q", c.tag, c.text, err, c.want)
		}
	}
}

func TestDateOrder(t *testing.T) {
	for _, c := range []struct {
		tag   string
		order normalize.Order
		text  string
		want  string // empty: refused
	}{
		{"en-IN", normalize.DMY, "05-03-2026", "2026-03-05"},
		{"en-IN", normalize.DMY, "05/03/2026", "2026-03-05"},
		{"en-IN", normalize.DMY, "05.03.2026", "2026-03-05"},
		{"en-IN", normalize.DMY, "2026-03-05", "2026-03-05"},
		{"en-US", normalize.DMY, "05/03/2026", "2026-03-05"}, // what is declared stands over the locale
		{"de-DE", normalize.MDY, "05.03.2026", "2026-05-03"},
		{"de-DE", normalize.MDY, "25.03.2026", ""},
		{"de-DE", normalize.YMD, "05.03.2026", ""},
		{"de-DE", normalize.YMD, "2026.3.5", "2026-03-05"},
	} {
		d, err := normalize.MustFor(c.tag, normalize.DateOrder(c.order)).Date([]byte(c.text))
		if got := d.Date.String(); err == nil && got != c.want || err != nil && c.want != "" {
			t.Errorf("%s %v %q: got %s, %v; want %q", c.tag, c.order, c.text, got, err, c.want)
		}
	}
}

func TestPivot(t *testing.T) {
	l := normalize.MustFor("de-DE", normalize.Pivot(1970))
	for text, want := range map[string]string{"05.03.70": "1970-03-05", "05.03.69": "2069-03-05", "05.03.00": "2000-03-05"} {
		d, err := l.Date([]byte(text))
		if err != nil || d.Date.String() != want || d.Repairs != normalize.Pivoted {
			t.Errorf("%q: got %v with %v, %v; want %s", text, d.Date, d.Repairs, err, want)
		}
	}
}
