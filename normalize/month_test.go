package normalize_test

import (
	"errors"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// Months in the spelling of exports and of people, which CLDR has for some regions of a language or not at all.
func TestMonthsThatPeopleWrite(t *testing.T) {
	for _, c := range []struct{ tag, text, want string }{
		{"en-GB", "12-Sep-2026", "2026-09-12"}, {"en-GB", "12 Sept 2026", "2026-09-12"}, {"en-AU", "12-SEP-2026", "2026-09-12"}, {"en-IN", "12-Sep-2026", "2026-09-12"},
		{"en-US", "Sept. 12, 2026", "2026-09-12"}, {"en-AU", "3-Jun-2026", "2026-06-03"}, {"en-AU", "3-Mar-2026", "2026-03-03"},
		{"es-ES", "12 sep 2026", "2026-09-12"}, {"es-MX", "12-set-2026", "2026-09-12"}, {"ru-RU", "12 сен 2026 г.", "2026-09-12"}, {"ru-RU", "2 фев. 2026", "2026-02-02"},
		{"ru-RU", "5 май 2026", "2026-05-05"}, {"uk-UA", "5-жов-2026", "2026-10-05"}, {"bg-BG", "5-мар-2026", "2026-03-05"},
		{"de-DE", "5. Mrz. 2026", "2026-03-05"}, {"de-DE", "5. Maerz 2026", "2026-03-05"}, {"de-AT", "5. Januar 2026", "2026-01-05"}, {"de-DE", "5. Jänner 2026", "2026-01-05"},
		{"fr-FR", "5 fév. 2026", "2026-02-05"}, {"fr-CA", "8 aout 2026", "2026-08-08"}, {"pt-BR", "5-fev-2026", "2026-02-05"}, {"it-IT", "5 sett. 2026", "2026-09-05"},
		{"nl-NL", "5-mar-2026", "2026-03-05"}, {"sv-SE", "5 sept 2026", "2026-09-05"}, {"tr-TR", "5 Agu 2026", "2026-08-05"}, {"tr-TR", "5 NİSAN 2026", "2026-04-05"},
		{"pl-PL", "5 pazdziernika 2026", "2026-10-05"}, {"cs-CZ", "5. cervence 2026", "2026-07-05"}, {"cs-CZ", "5. cervna 2026", "2026-06-05"},
	} {
		d, err := normalize.MustFor(c.tag).Date([]byte(c.text))
		if err != nil || d.Date.String() != c.want {
			t.Errorf("%s %q: got %v, %v; want %s", c.tag, c.text, d.Date, err, c.want)
		}
	}
	p, err := normalize.MustFor("en-GB").Period([]byte("Sep 2026"), nil)
	if want := funnel.MustDate("2026-09-01"); err != nil || p.Period.From != want {
		t.Errorf("Sep 2026: got %v, %v", p.Period, err)
	}
}

// A date of another calendar is refused by the name of the calendar, as a day and as a period.
func TestOtherCalendars(t *testing.T) {
	const (
		japanese = "a year of the Japanese calendar"
		minguo   = "a year of the Minguo calendar"
		buddhist = "a year of the Buddhist calendar"
		hijri    = "a year of the Hijri calendar"
		solar    = "a year of the Solar Hijri calendar"
		hebrew   = "a year of the Hebrew calendar"
		outside  = " is outside 1800 to 2199"
	)
	for _, c := range []struct{ tag, text, hint string }{
		{"ja-JP", "令和6年3月5日", japanese}, {"ja-JP", "令和六年三月五日", japanese}, {"en-US", "令和6年", japanese}, {"ja-JP", "R8.3.4", japanese}, {"ja-JP", " Ｈ３０／４／１", japanese},
		{"ja-JP", "S63年3月4日", japanese}, {"ja-JP", "r8-3-4", japanese}, {"ja-JP", "㋿8年3月4日", japanese},
		{"zh-TW", "民國113年3月5日", minguo}, {"zh-TW", "中華民國115年3月5日", minguo}, {"zh-TW", "115年3月4日", minguo}, {"zh-Hant", "９９年3月4日", minguo},
		{"th-TH", "5 มีนาคม พ.ศ. 2569", buddhist}, {"de-DE", "5 มีนาคม พุทธศักราช 2569", buddhist}, {"th-TH", "5/3/2569", "year 2569" + outside + ": " + buddhist},
		{"th-TH", "5 มีนาคม 2569", "year 2569" + outside + ": " + buddhist},
		{"ar-SA", "1446/09/05 هـ", hijri}, {"ar-SA", "١٤٤٦/٠٩/٠٥هـ", hijri}, {"ar-EG", "12 رمضان 1447", hijri}, {"ar-EG", "12 جمادى الآخرة 1447", hijri}, {"ar-SA", "5/9/1446", "year 1446" + outside + ": " + hijri},
		{"fa-IR", "۱۵ اسفند ۱۴۰۳", solar}, {"fa-IR", "1403/12/15 ه.ش", solar}, {"ar-EG", "1403/12/15 هـ.ش", solar}, {"fa-IR", "1403/12/15", "year 1403" + outside + ": " + solar},
		{"he-IL", "15 בניסן 5786", hebrew}, {"he-IL", "15 ניסן 5786", hebrew}, {"he-IL", "5.3.5786", "year 5786" + outside + ": " + hebrew},
		{"de-DE", "5.3.2569", "year 2569" + outside}, {"th-TH", "5/3/1447", "year 1447" + outside}, {"th-TH", "5/3/2700", "year 2700" + outside},
	} {
		refusedAs(t, c.tag, c.text, c.hint, normalize.ErrCalendar)
	}
	for _, c := range []struct{ tag, text, hint string }{
		{"ja-JP", "令和6年3月", japanese}, {"ja-JP", "R8.3", japanese}, {"zh-TW", "115年3月", minguo}, {"th-TH", "มีนาคม 2569", "year 2569" + outside + ": " + buddhist}, {"fa-IR", "اسفند ۱۴۰۳", solar},
	} {
		_, err := normalize.MustFor(c.tag).Period([]byte(c.text), nil)
		checkHint(t, c.tag, c.text, err, c.hint, normalize.ErrCalendar)
	}
}

// What only looks like a word or a year of another calendar is bad text, no other calendar.
func TestNoOtherCalendar(t *testing.T) {
	for _, c := range []struct{ tag, text string }{
		{"ar-EG", "صفر"}, {"ar-EG", "أصفر 12"}, {"he-IL", "אבא 5"}, {"ja-JP", "S10"}, {"ja-JP", "H1/2026"}, {"ja-JP", "T1000"}, {"de-DE", "R8.3.4"},
		{"zh-CN", "115年3月4日"}, {"zh-TW", "1151年"}, {"zh-TW", "5年3月4日"}, {"en-US", "12 رمضان 1447"}, {"ja-JP", ""}, {"ja-JP", "R"}, {"zh-TW", "\xff115年"},
	} {
		refusedAs(t, c.tag, c.text, "", normalize.ErrSyntax)
	}
}

func refusedAs(t *testing.T, tag, text, hint string, kind error) {
	t.Helper()
	l := normalize.MustFor(tag)
	for range 2 { // once by all forms, once by the plan if there is one
		_, err := l.Date([]byte(text))
		checkHint(t, tag, text, err, hint, kind)
	}
}

func checkHint(t *testing.T, tag, text string, err error, hint string, kind error) {
	t.Helper()
	var e *normalize.Error
	if !errors.As(err, &e) || e.Err != kind || e.Hint != hint {
		t.Errorf("%s %q: got %v; want %v, %q", tag, text, err, kind, hint)
	}
}
