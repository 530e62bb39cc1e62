package normalize_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// starting is a calendar whose fiscal years start in a month.
func starting(t testing.TB, m time.Month) *funnel.Calendar {
	t.Helper()
	c, err := funnel.NewCalendar(time.UTC, m, time.Monday)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestPeriod(t *testing.T) {
	const (
		march   = "2026-03-01..2026-04-01"
		first   = "2026-01-01..2026-04-01"
		half    = "2026-07-01..2027-01-01"
		all     = "2026-01-01..2027-01-01"
		form    = normalize.OtherForm
		other   = normalize.OtherSeparators
		anycase = normalize.OtherCase
	)
	for _, c := range []struct {
		tag, text, want string
		unit            normalize.Unit
		repairs         normalize.Repairs
	}{
		{"de-DE", "März 2026", march, normalize.Month, 0},
		{"de-DE", "märz 2026", march, normalize.Month, anycase},
		{"de-DE", "2026 März", march, normalize.Month, form},
		{"de-DE", "Dez. 2026", "2026-12-01..2027-01-01", normalize.Month, 0},
		{"en-US", "Mar 2026", march, normalize.Month, 0},
		{"en-US", "March, 2026", march, normalize.Month, form},
		{"en-US", "March of 2026", march, normalize.Month, form},
		{"en-US", "MAR-2026", march, normalize.Month, form | anycase},
		{"es-ES", "marzo de 2026", march, normalize.Month, 0},
		{"pl-PL", "marzec 2026", march, normalize.Month, 0},
		{"pl-PL", "listopad 2026", "2026-11-01..2026-12-01", normalize.Month, 0},
		{"hr-HR", "listopad 2026.", "2026-10-01..2026-11-01", normalize.Month, 0},
		{"ru-RU", "март 2026 г.", march, normalize.Month, 0},
		{"ru-RU", "март 2026", march, normalize.Month, normalize.ClosingOmitted},
		{"zh-CN", "2026年3月", march, normalize.Month, 0},
		{"ja-JP", "２０２６年３月", march, normalize.Month, normalize.WideForm},
		{"ko-KR", "2026년 3월", march, normalize.Month, 0},
		{"ar-EG", "مارس ٢٠٢٦", march, normalize.Month, 0},
		{"de-DE", "2026-03", march, normalize.Month, 0}, // ISO 8601 is read everywhere
		{"en-US", "2026/3", march, normalize.Month, 0},
		{"en-US", "2026.03", march, normalize.Month, 0},
		{"en-US", "03/2026", march, normalize.Month, 0},
		{"de-DE", "03/2026", march, normalize.Month, 0},
		{"de-DE", "03.2026", march, normalize.Month, other},
		{"de-DE", "3-2026", march, normalize.Month, other},
		{"de-DE", "202603", march, normalize.Month, 0},
		{"de-DE", "2026M03", march, normalize.Month, form}, // as statistical offices write it
		{"de-DE", " 2026-03 ", march, normalize.Month, normalize.Padding},
		{"de-DE", "1800-01", "1800-01-01..1800-02-01", normalize.Month, 0},
		{"de-DE", "2199-12", "2199-12-01..2200-01-01", normalize.Month, 0},

		{"en-US", "Q1 2026", first, normalize.Quarter, 0},
		{"en-US", "1st quarter 2026", first, normalize.Quarter, 0},
		{"en-US", "first quarter of 2026", first, normalize.Quarter, form},
		{"de-DE", "2026-Q1", first, normalize.Quarter, form},
		{"de-DE", "2026Q1", first, normalize.Quarter, form},
		{"de-DE", "Q1/2026", first, normalize.Quarter, form},
		{"de-DE", "q1-2026", first, normalize.Quarter, form | anycase},
		{"de-DE", "1Q2026", first, normalize.Quarter, form},
		{"de-DE", "1Q 2026", first, normalize.Quarter, form},
		{"de-DE", "2026 Q1", first, normalize.Quarter, form},
		{"de-DE", "1. Quartal 2026", first, normalize.Quarter, 0},
		{"de-DE", "1.Quartal 2026", first, normalize.Quarter, 0},
		{"de-DE", "I. Quartal 2026", first, normalize.Quarter, form},
		{"de-DE", "QI 2026", first, normalize.Quarter, form},
		{"de-DE", "I/2026", first, normalize.Quarter, form},
		{"de-DE", "IV/2026", "2026-10-01..2027-01-01", normalize.Quarter, form},
		{"fr-FR", "T1 2026", first, normalize.Quarter, 0},
		{"fr-FR", "1er trimestre 2026", first, normalize.Quarter, 0},
		{"pt-BR", "1º trim. de 2026", first, normalize.Quarter, form},
		{"pl-PL", "I kwartał 2026", first, normalize.Quarter, 0},
		{"pl-PL", "1 kw. 2026", first, normalize.Quarter, form},
		{"sv-SE", "K1 2026", first, normalize.Quarter, 0},
		{"sv-SE", "kvartal 1 2026", first, normalize.Quarter, form | anycase},
		{"da-DK", "1. kvartal 2026", first, normalize.Quarter, 0},
		{"fi-FI", "K1 2026", first, normalize.Quarter, form},
		{"hu-HU", "2026. I. negyedév", first, normalize.Quarter, 0},
		{"ru-RU", "1-й кв. 2026 г.", first, normalize.Quarter, 0},
		{"ru-RU", "1 кв. 2026 г.", first, normalize.Quarter, form},
		{"ru-RU", "I квартал 2026 года", first, normalize.Quarter, form},
		{"zh-CN", "2026年第1季度", first, normalize.Quarter, 0},
		{"zh-CN", "2026年第一季度", first, normalize.Quarter, form},
		{"zh-TW", "2026年第1季", first, normalize.Quarter, 0},
		{"ja-JP", "2026年第1四半期", first, normalize.Quarter, 0},
		{"ja-JP", "２０２６年第１四半期", first, normalize.Quarter, normalize.WideForm},
		{"ko-KR", "2026년 1분기", first, normalize.Quarter, 0},
		{"th-TH", "ไตรมาส 1 ค.ศ. 2026", first, normalize.Quarter, 0},
		{"vi-VN", "Quý I năm 2026", first, normalize.Quarter, form},

		{"en-US", "H2 2026", half, normalize.HalfYear, form},
		{"en-US", "2H2026", half, normalize.HalfYear, form},
		{"de-DE", "2. Halbjahr 2026", half, normalize.HalfYear, form},
		{"zh-CN", "2026年下半年", half, normalize.HalfYear, form},
		{"ko-KR", "2026년 하반기", half, normalize.HalfYear, form},

		{"de-DE", "2026", all, normalize.Year, 0},
		{"zh-CN", "2026年", all, normalize.Year, 0},
		{"ru-RU", "2026 г.", all, normalize.Year, 0},
		{"fa-IR", "۲۰۲۶", all, normalize.Year, 0},
		{"en-US", "CY2026", all, normalize.Year, 0},
	} {
		l := normalize.MustFor(c.tag)
		for range 2 { // once by all forms, once by the plan
			p, err := l.Period([]byte(c.text), nil)
			if err != nil || p.Period.String() != c.want || p.Unit != c.unit || p.Repairs != c.repairs {
				t.Errorf("%s %q: got %v, %v with %v, %v; want %s, %v with %v", c.tag, c.text, p.Period, p.Unit, p.Repairs, err, c.want, c.unit, c.repairs)
			}
		}
	}
}

// A fiscal year is what the calendar and the declaration say, or what the text itself says.
func TestFiscalPeriod(t *testing.T) {
	april, october, january := starting(t, time.April), starting(t, time.October), starting(t, time.January)
	for _, c := range []struct {
		tag      string
		calendar *funnel.Calendar
		naming   normalize.FiscalNaming
		text     string
		want     string
		unit     normalize.Unit
	}{
		{"en-IN", april, normalize.ByEndYear, "FY2026", "2025-04-01..2026-04-01", normalize.Year},
		{"en-IN", april, normalize.ByStartYear, "FY2026", "2026-04-01..2027-04-01", normalize.Year},
		{"en-US", october, normalize.ByEndYear, "FY2026 Q1", "2025-10-01..2026-01-01", normalize.Quarter},
		{"en-US", october, normalize.ByEndYear, "FY2026-Q1", "2025-10-01..2026-01-01", normalize.Quarter},
		{"en-US", october, normalize.ByEndYear, "Q4 FY2026", "2026-07-01..2026-10-01", normalize.Quarter},
		{"en-US", october, normalize.ByEndYear, "FY26 Q1", "2025-10-01..2026-01-01", normalize.Quarter},
		{"en-US", october, normalize.ByEndYear, "Q1FY26", "2025-10-01..2026-01-01", normalize.Quarter},
		{"en-US", october, normalize.ByEndYear, "1Q FY'26", "2025-10-01..2026-01-01", normalize.Quarter},
		{"en-US", october, normalize.ByEndYear, "FY26 H2", "2026-04-01..2026-10-01", normalize.HalfYear},
		{"en-US", october, normalize.ByEndYear, "fiscal year 2026", "2025-10-01..2026-10-01", normalize.Year},
		{"en-US", october, normalize.ByEndYear, "Q1 CY2026", "2026-01-01..2026-04-01", normalize.Quarter},
		{"en-US", january, 0, "FY2026 Q1", "2026-01-01..2026-04-01", normalize.Quarter}, // no naming is needed
		{"en-US", january, 0, "Q1 2026", "2026-01-01..2026-04-01", normalize.Quarter},
		{"en-IN", april, 0, "FY 2025/26", "2025-04-01..2026-04-01", normalize.Year}, // both years are in it
		{"en-IN", april, normalize.ByStartYear, "FY2025-26", "2025-04-01..2026-04-01", normalize.Year},
		{"en-IN", april, 0, "2025-26", "2025-04-01..2026-04-01", normalize.Year},
		{"en-IN", april, 0, "2025–2026", "2025-04-01..2026-04-01", normalize.Year},
		{"en-IN", april, 0, "FY25-26", "2025-04-01..2026-04-01", normalize.Year},
		{"en-IN", april, 0, "Q2 2025-26", "2025-07-01..2025-10-01", normalize.Quarter},
		{"en-IN", april, 0, "FY1999/00", "1999-04-01..2000-04-01", normalize.Year},
		{"en-IN", april, 0, "2008-03", "2008-03-01..2008-04-01", normalize.Month},
		{"de-DE", october, 0, "GJ 2025/26", "2025-10-01..2026-10-01", normalize.Year},
		{"ja-JP", april, 0, "2026年度", "2026-04-01..2027-04-01", normalize.Year}, // the year in which it begins
		{"ja-JP", april, 0, "2026年度第1四半期", "2026-04-01..2026-07-01", normalize.Quarter},
		{"ja-JP", april, normalize.ByEndYear, "2026年度", "2025-04-01..2026-04-01", normalize.Year}, // what is declared stands over it
		{"en-IN", april, 0, "2026", "2026-01-01..2027-01-01", normalize.Year},
		{"en-IN", april, 0, "March 2026", "2026-03-01..2026-04-01", normalize.Month},
	} {
		l := normalize.MustFor(c.tag, normalize.FiscalYears(c.naming), normalize.Pivot(1970))
		for range 2 {
			p, err := l.Period([]byte(c.text), c.calendar)
			if err != nil || p.Period.String() != c.want || p.Unit != c.unit {
				t.Errorf("%s %q by %v: got %v, %v, %v; want %s, %v", c.tag, c.text, c.naming, p.Period, p.Unit, err, c.want, c.unit)
			}
		}
	}
}

func TestPeriodRefused(t *testing.T) {
	april, january := starting(t, time.April), starting(t, time.January)
	for _, c := range []struct {
		tag, text string
		calendar  *funnel.Calendar
		kind      error
		offset    int
	}{
		{"de-DE", "", nil, normalize.ErrSyntax, 0},
		{"de-DE", "March 2026", nil, normalize.ErrSyntax, 1}, // English
		{"de-DE", "März 2026 x", nil, normalize.ErrSyntax, 10},
		{"de-DE", "März", nil, normalize.ErrSyntax, 5},
		{"de-DE", "Q1", nil, normalize.ErrSyntax, 2},
		{"de-DE", "5. März 2026", nil, normalize.ErrSyntax, 3}, // a day
		{"de-DE", "05.03.2026", nil, normalize.ErrSyntax, 5},
		{"de-DE", "2026-03-05", nil, normalize.ErrSyntax, 8},
		{"de-DE", "03/26", nil, normalize.ErrSyntax, 5}, // could be the 26th
		{"de-DE", "26-03", nil, normalize.ErrSyntax, 5},
		{"en-US", "26-Mar", nil, normalize.ErrSyntax, 6}, // as spreadsheets write a day
		{"de-DE", "26", nil, normalize.ErrSyntax, 2},
		{"de-DE", "2026 03", nil, normalize.ErrSyntax, 5},
		{"de-DE", "2026 1", nil, normalize.ErrSyntax, 6},
		{"zh-CN", "2026年第1", nil, normalize.ErrSyntax, 11}, // what the first is remains unsaid
		{"de-DE", "Q12026", nil, normalize.ErrSyntax, 1},
		{"de-DE", "Q01 2026", nil, normalize.ErrSyntax, 1},
		{"de-DE", "20261", nil, normalize.ErrSyntax, 0},
		{"de-DE", "2026003", nil, normalize.ErrSyntax, 0},
		{"pl-PL", "III 2026", nil, normalize.ErrSyntax, 4}, // a month to some, a quarter to others
		{"en-US", "'2026", nil, normalize.ErrSyntax, 5},
		{"en-US", "Mar FY2026", april, normalize.ErrSyntax, 10},
		{"en-US", "FY2026", nil, normalize.ErrSyntax, 0}, // nobody says when it starts
		{"en-US", "2025/26", nil, normalize.ErrSyntax, 0},
		{"en-US", "2025/26", january, normalize.ErrConflict, 0},
		{"en-US", "FY2025/27", april, normalize.ErrCalendar, 0},
		{"en-US", "FY2025/2027", april, normalize.ErrCalendar, 0},
		{"en-US", "2026-13", april, normalize.ErrCalendar, 0},
		{"en-US", "2026-00", nil, normalize.ErrCalendar, 0},
		{"en-US", "032026", nil, normalize.ErrCalendar, 0},
		{"en-US", "202613", nil, normalize.ErrCalendar, 0},
		{"en-US", "Q5 2026", nil, normalize.ErrCalendar, 0},
		{"en-US", "Q0 2026", nil, normalize.ErrCalendar, 0},
		{"en-US", "H3 2026", nil, normalize.ErrCalendar, 0},
		{"en-US", "1799", nil, normalize.ErrCalendar, 0},
		{"en-US", "Q1 2200", nil, normalize.ErrCalendar, 0},
		{"th-TH", "มีนาคม 2569", nil, normalize.ErrCalendar, 0}, // the Buddhist era
		{"ja-JP", "令和6年3月", nil, normalize.ErrCalendar, 0},
		{"zh-TW", "民國113年3月", nil, normalize.ErrCalendar, 0},
		{"en-US", "Mar 26", nil, normalize.ErrAmbiguous, 0},
		{"en-US", "Q1 2026", april, normalize.ErrAmbiguous, 0},
		{"en-US", "FY2026", april, normalize.ErrAmbiguous, 0},
	} {
		l := normalize.MustFor(c.tag)
		for range 2 {
			_, err := l.Period([]byte(c.text), c.calendar)
			if err == nil {
				t.Errorf("%s %q is read", c.tag, c.text)
				continue
			}
			t.Run(c.tag+" "+c.text, func(t *testing.T) { checkRefusal(t, err, c.kind, c.offset) })
		}
	}
	if _, err := (&normalize.Locale{}).Period([]byte("2026"), nil); !errors.Is(err, normalize.ErrSyntax) {
		t.Errorf("the zero Locale: %v", err)
	}
}

func TestPeriodCandidates(t *testing.T) {
	april := starting(t, time.April)
	for _, c := range []struct {
		tag, text string
		calendar  *funnel.Calendar
		naming    normalize.FiscalNaming
		want      []string
	}{
		{"en-US", "Mar-26", nil, 0, []string{"1926-03-01..1926-04-01", "2026-03-01..2026-04-01"}},
		{"zh-CN", "26年3月", nil, 0, []string{"1926-03-01..1926-04-01", "2026-03-01..2026-04-01"}},
		{"en-US", "1Q26", nil, 0, []string{"1926-01-01..1926-04-01", "2026-01-01..2026-04-01"}},
		{"en-US", "FY2026", april, 0, []string{"2025-04-01..2026-04-01", "2026-04-01..2027-04-01"}},
		{"zh-CN", "2026年度", april, 0, []string{"2025-04-01..2026-04-01", "2026-04-01..2027-04-01"}},
		{"en-US", "FY26", april, normalize.ByEndYear, []string{"1925-04-01..1926-04-01", "2025-04-01..2026-04-01"}},
		{"en-US", "Q1 2026", april, 0, []string{"2025-04-01..2025-07-01", "2026-01-01..2026-04-01", "2026-04-01..2026-07-01"}},
		{"en-US", "Q1 2026", april, normalize.ByEndYear, []string{"2025-04-01..2025-07-01", "2026-01-01..2026-04-01"}},
		{"en-US", "2008-09", april, 0, []string{"2008-04-01..2009-04-01", "2008-09-01..2008-10-01"}}, // ISO 8601, or India
	} {
		l := normalize.MustFor(c.tag, normalize.FiscalYears(c.naming))
		for range 2 {
			_, err := l.Period([]byte(c.text), c.calendar)
			var e *normalize.Error
			if !errors.As(err, &e) || e.Err != normalize.ErrAmbiguous || !slices.Equal(e.Candidates, c.want) || e.Hint == "" {
				t.Errorf("%s %q: got %v, want %q", c.tag, c.text, err, c.want)
			}
		}
	}
}

// What is a day by ExcelSerial is no year besides.
func TestPeriodAndSerial(t *testing.T) {
	l := normalize.MustFor("de-DE", normalize.ExcelSerial(normalize.Excel1900))
	if p, err := l.Period([]byte("2026"), nil); !errors.Is(err, normalize.ErrSyntax) {
		t.Errorf("got %v, %v", p, err)
	}
	if p, err := l.Period([]byte("2026-03"), nil); err != nil {
		t.Errorf("got %v, %v", p, err)
	}
}

func TestUnitAndNamingText(t *testing.T) {
	for u, want := range map[normalize.Unit]string{0: "none", normalize.Month: "month", normalize.HalfYear: "half-year", 9: "none"} {
		if u.String() != want {
			t.Errorf("unit %d: %q", u, u)
		}
	}
	for n, want := range map[normalize.FiscalNaming]string{0: "none", normalize.ByStartYear: "start year", normalize.ByEndYear: "end year", 9: "none"} {
		if n.String() != want {
			t.Errorf("naming %d: %q", n, n)
		}
	}
}
