package mapping

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/koine-go/koine/normalize"
)

// A day that stands for none is found in whatever way the locale writes it, also in a year that no locale reads; a neighbour of it is not.
func TestSentinels(t *testing.T) {
	for _, test := range []struct {
		locale, zone, text string
		err                error
	}{
		{"de-DE", "", "31.12.9999", ErrSentinel},
		{"de-DE", "", "31.12.9999 00:00", ErrSentinel},
		{"de-DE", "", "9999-12-31", ErrSentinel},
		{"de-DE", "", "31. Dezember 9999", ErrSentinel},
		{"de-DE", "", "01.01.0001", ErrSentinel},
		{"de-DE", "", "30.12.9999", normalize.ErrCalendar},
		{"de-DE", "", "31.12.9998", normalize.ErrCalendar},
		{"de-DE", "", "31.13.9999", normalize.ErrCalendar},
		{"en-US", "", "12/31/9999", ErrSentinel},
		{"en-US", "", "Dec 31, 9999", ErrSentinel},
		{"en-US", "", "1/1/1753 12:00:00 AM", ErrSentinel},
		{"en-US", "", "31/12/9999", normalize.ErrCalendar},
		{"zh-CN", "", "9999年12月31日", ErrSentinel},
		{"zh-CN", "", "9999年12月31日 00:00", ErrSentinel},
		{"sv-SE", "", "9999-12-31", ErrSentinel},
		{"sv-SE", "", "2050-01-01", ErrSentinel},
		{"sv-SE", "", "2050-01-02", nil},
		{"sv-SE", "Asia/Shanghai", "2050-01-01 00:00", ErrSentinel}, // by the day of its own zone, where UTC still has the year before
		{"sv-SE", "Asia/Shanghai", "2050-01-02 00:00", nil},
		{"sv-SE", "Asia/Shanghai", "9999-12-31 00:00", ErrSentinel},
	} {
		t.Run(test.locale+" "+test.text, func(t *testing.T) {
			field, zone := "created_on", ""
			if strings.Contains(test.text, ":") {
				field = "created_at"
			}
			if test.zone != "" {
				zone = fmt.Sprintf(", zone = %q", test.zone)
			}
			profile := fmt.Sprintf("name = \"A\"\nversion = \"1\"\nsource_scheme = \"a\"\nlocale = %q\nzone = \"UTC\"\n"+
				"sentinels = [9999-12-31, 0001-01-01, 1753-01-01, 2050-01-01]\n"+
				"[deals]\ndelimiter = \";\"\n[deals.fields]\nid = { column = \"id\" }\n%s = { column = \"created\"%s }\n", test.locale, field, zone)
			r := read(compile(t, profile), Files{Deals: strings.NewReader("id;created\n1;" + test.text + "\n")}, Options{})
			if r.err != nil {
				t.Fatal(r.err)
			}
			known := !r.deals[0].Created.IsZero()
			if known != (test.err == nil) || len(r.findings) > 1 {
				t.Fatalf("got %v, %v", r.deals[0].Created, r.findings)
			}
			for _, f := range r.findings {
				if !errors.Is(f.Reason, test.err) || f.Line != 2 || f.Column != "created" || !f.Kept {
					t.Errorf("got %v, want %v", f, test.err)
				}
			}
		})
	}
}
