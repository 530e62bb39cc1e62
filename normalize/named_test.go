package normalize_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/koine-go/koine/normalize"
)

// Databases write day, name of the month and year with one separator in every language.
func TestNamedTriples(t *testing.T) {
	const other = normalize.OtherSeparators
	for _, c := range []struct {
		tag, text, want string
		repairs         normalize.Repairs
	}{
		{"en-IN", "5-Mar-2026", "2026-03-05", other},
		{"en-IN", "05-Mar-2026", "2026-03-05", other},
		{"en-US", "05-MAR-2026", "2026-03-05", other | normalize.OtherCase}, // as Oracle writes it
		{"en-US", "5 Mar 2026", "2026-03-05", other},
		{"en-GB", "5 Mar 2026", "2026-03-05", 0}, // the locale's own
		{"en-GB", "5/Mar/2026", "2026-03-05", other},
		{"en-US", "5.Mar.2026", "2026-03-05", other},
		{"en-US", "2026-Mar-05", "2026-03-05", other},
		{"de-DE", "05-Mär-2026", "2026-03-05", other},
		{"de-DE", "05.März.2026", "2026-03-05", other},
		{"de-DE", "5. Dez. 2026", "2026-12-05", 0},
		{"fr-FR", "5-févr.-2026", "2026-02-05", other},
		{"es-ES", "5-mar-2026", "2026-03-05", other},
		{"tr-TR", "05-Mar-2026", "2026-03-05", other},
		{"pl-PL", "5-mar-2026", "2026-03-05", other},
		{"ru-RU", "5-мар-2026", "2026-03-05", other},
		{"hu-HU", "05-márc-2026", "2026-03-05", other},
		{"ko-KR", "2026-3월-5", "2026-03-05", other},
	} {
		for range 2 { // once by all forms, once by the plan
			d, err := normalize.MustFor(c.tag).Date([]byte(c.text))
			if err != nil || d.Date.String() != c.want || d.Repairs != c.repairs {
				t.Errorf("%s %q: got %v with %v, %v; want %s with %v", c.tag, c.text, d.Date, d.Repairs, err, c.want, c.repairs)
			}
		}
	}
}

// A name settles which number is the month, but not which is the year; and it must be a name in this language.
func TestNamedTriplesRefused(t *testing.T) {
	pivot := normalize.Pivot(1970)
	for _, c := range []struct {
		l          *normalize.Locale
		text       string
		kind       error
		candidates []string
	}{
		{normalize.MustFor("en-IN"), "5-Mar-26", normalize.ErrAmbiguous, []string{"1926-03-05", "2026-03-05"}},
		{normalize.MustFor("en-CA", pivot), "05-Mar-26", normalize.ErrAmbiguous, []string{"2005-03-26", "2026-03-05"}}, // years come first there
		{normalize.MustFor("en-IN"), "30-Feb-2026", normalize.ErrCalendar, nil},
		{normalize.MustFor("en-IN"), "5-Mar/2026", normalize.ErrSyntax, nil},
		{normalize.MustFor("en-IN"), "5-März-2026", normalize.ErrSyntax, nil},
		{normalize.MustFor("de-DE"), "5-March-2026", normalize.ErrSyntax, nil},
		{normalize.MustFor("pl-PL"), "5-listopad-2026x", normalize.ErrSyntax, nil},
		{normalize.MustFor("ja-JP"), "5-3月-2026", normalize.ErrSyntax, nil}, // dates have no names there
		{normalize.MustFor("en-IN"), "Mar-5-2026", normalize.ErrSyntax, nil},
		{normalize.MustFor("en-IN"), "Friday, 5 March 2026", normalize.ErrCalendar, nil}, // a Thursday
		{normalize.MustFor("dz"), "5-༣-2026", normalize.ErrSyntax, nil},                  // the name is a number, and the order open
	} {
		_, err := c.l.Date([]byte(c.text))
		var e *normalize.Error
		if !errors.As(err, &e) || e.Err != c.kind || !slices.Equal(e.Candidates, c.candidates) {
			t.Errorf("%v %q: got %v; want %v with %q", c.l, c.text, err, c.kind, c.candidates)
		}
	}
}

// A pivot and a declared order say how a date is read, and do not make its separators the locale's.
func TestPivotKeepsOtherSeparators(t *testing.T) {
	const both = normalize.OtherSeparators | normalize.Pivoted
	for _, c := range []struct {
		tag     string
		order   normalize.Order
		text    string
		want    string
		repairs normalize.Repairs
	}{
		{"de-DE", 0, "31/12/99", "1999-12-31", both},
		{"de-DE", normalize.DMY, "05/03/26", "2026-03-05", both},
		{"de-DE", normalize.DMY, "05-03-26", "2026-03-05", both},
		{"de-DE", normalize.DMY, "05.03.26", "2026-03-05", normalize.Pivoted},
		{"de-DE", normalize.MDY, "03.05.26", "2026-03-05", both},
		{"de-DE", normalize.YMD, "26-03-05", "2026-03-05", both},
		{"de-DE", normalize.DMY, " 05/03/2026", "2026-03-05", normalize.OtherSeparators | normalize.Padding},
		{"de-DE", normalize.DMY, "05/03/2026", "2026-03-05", normalize.OtherSeparators},
		{"de-DE", normalize.DMY, "2026/03/05 ", "2026-03-05", normalize.Padding}, // year first is everyone's
		{"en-IN", 0, "5-Mar-26", "2026-03-05", both},
		{"en-CA", normalize.DMY, "05-Mar-26", "2026-03-05", both},
		{"en-CA", normalize.YMD, "26-Mar-05", "2026-03-05", both},
	} {
		d, err := normalize.MustFor(c.tag, normalize.DateOrder(c.order), normalize.Pivot(1970)).Date([]byte(c.text))
		if err != nil || d.Date.String() != c.want || d.Repairs != c.repairs {
			t.Errorf("%s %v %q: got %v with %v, %v; want %s with %v", c.tag, c.order, c.text, d.Date, d.Repairs, err, c.want, c.repairs)
		}
	}
}

// Thai dates say of a Gregorian year that it is one; CLDR's full, long and medium styles with and without it.
func TestThaiEras(t *testing.T) {
	l := normalize.MustFor("th-TH")
	for _, text := range []string{
		"วันพฤหัสบดีที่ 5 มีนาคม คริสต์ศักราช 2026", "วันพฤหัสบดีที่ 5 มีนาคม ค.ศ. 2026", "5 มีนาคม ค.ศ. 2026", "5 มีนาคม คริสต์ศักราช 2026",
		"5 มี.ค. ค.ศ. 2026", "5 มี.ค. 2026", "5/3/2026",
	} {
		if d, err := l.Date([]byte(text)); err != nil || d.Date.String() != "2026-03-05" || d.Repairs != 0 {
			t.Errorf("%q: got %v with %v, %v", text, d.Date, d.Repairs, err)
		}
	}
	for _, text := range []string{"5 มีนาคม พ.ศ. 2569", "5 มีนาคม 2569", "วันพฤหัสบดีที่ 5 มีนาคม พุทธศักราช 2569"} {
		if d, err := l.Date([]byte(text)); !errors.Is(err, normalize.ErrCalendar) {
			t.Errorf("%q: got %v, %v", text, d, err)
		}
	}
}
