package mapping

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/koine-go/koine/normalize"
)

// liberal is a profile in this locale whose amounts, days and shares invite every liberty.
func liberal(locale string) string {
	return fmt.Sprintf(`name = "A"
version = "1"
source_scheme = "a"
locale = %q
zone = "UTC"
currency = "USD"
[deals]
delimiter = ";"
[deals.fields]
id = { column = "id" }
amount = { column = "amount" }
created_on = { column = "created", order = "dmy", pivot = 1970 }
probability = { column = "chance", format = "number" }
term_months = { column = "months" }
stage_label = { column = "stage" }
[history.fields]
deal_id = { column = "id" }
on = { column = "day", order = "dmy", pivot = 1970 }
seq = { column = "seq" }
stage_label = { column = "stage" }
`, locale)
}

// A cell that is read although the locale would write it otherwise is counted by what was taken as a liberty; the form of a space or a digit is none.
func TestLiberties(t *testing.T) {
	for _, test := range []struct {
		locale, deal string // amount;created;chance;months
		column       string
		want         []Liberty
	}{
		{"en-US", "$1,234.50;;;", "amount", []Liberty{{normalize.AssumedCurrency, 1}}},
		{"en-US", "(1,234.50);;;", "amount", []Liberty{{normalize.Accounting, 1}}},
		{"en-US", "1,234.50-;;;", "amount", []Liberty{{normalize.TrailingMinus, 1}}},
		{"en-US", "−5;;;", "amount", []Liberty{{normalize.SignVariant, 1}}},
		{"en-US", "-.5;;;", "amount", []Liberty{{normalize.BareFraction, 1}}},
		{"en-US", "1,234.50 USD;;;", "amount", nil},
		{"sv-SE", "1 234,50;;;", "amount", nil}, // a plain space instead of the no-break one
		{"de-DE", ";31.12.1999;;", "created", nil},
		{"en-IN", ";31-12-1999;;", "created", []Liberty{{normalize.OtherSeparators, 1}}},
		{"de-DE", ";31.12.70;;", "created", []Liberty{{normalize.Pivoted, 1}}},
		{"de-DE", ";;,5;", "chance", []Liberty{{normalize.BareFraction, 1}}},
		{"de-DE", ";;;012", "months", []Liberty{{normalize.LeadingZeros, 1}}},
	} {
		t.Run(test.locale+" "+test.deal, func(t *testing.T) {
			const refused = "2;(5);01/02/69;.5;012;x\n2;(6);01/02/69;.5;012;x\n" // one id, so neither counts
			deals := "id;amount;created;chance;months;stage\n1;" + test.deal + ";x\n" + refused
			r := read(compile(t, liberal(test.locale)), Files{Deals: strings.NewReader(deals)}, Options{})
			if r.err != nil || len(r.deals) != 1 {
				t.Fatal(r.err, r.findings)
			}
			for _, f := range r.fields {
				want := test.want
				if f.Column != test.column {
					want = nil
				}
				if !reflect.DeepEqual(f.Liberties, want) || want != nil && f.Given != 1 {
					t.Errorf("%s: got %v, want %v; %v", f.Column, f.Liberties, want, r.findings)
				}
			}
		})
	}
}

// Those of the history count with its kept rows alone.
func TestLibertiesOfEvents(t *testing.T) {
	const history = "id;day;seq;stage\n1;31.12.69;01;x\n1;31.12.1999;−2;x\n9;31.12.69;01;x\n1;31.12.69;01;\n"
	for _, sorted := range []bool{false, true} {
		deals := strings.NewReader("id;amount;created;chance;months;stage\n1;;;;;x\n")
		r := read(compile(t, liberal("de-DE")), Files{Deals: deals, History: strings.NewReader(history)}, Options{})
		if r.err != nil {
			t.Fatal(r.err)
		}
		got := map[string][]Liberty{}
		for _, f := range r.fields {
			if f.File == "history" && f.Liberties != nil {
				got[f.Column] = f.Liberties
			}
		}
		want := map[string][]Liberty{"day": {{normalize.Pivoted, 1}}, "seq": {{normalize.SignVariant, 1}, {normalize.LeadingZeros, 1}}}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("sorted %v: got %v, want %v", sorted, got, want)
		}
	}
}

// The hundred years that begin with the pivot: its own year is the first, the one before it a hundred years later is the last.
func TestPivot(t *testing.T) {
	for _, test := range []struct{ pivot, text, want string }{
		{"1970", "05.03.70", "1970-03-05"},
		{"1970", "05.03.69", "2069-03-05"},
		{"1970", "05.03.26", "2026-03-05"},
		{"2000", "05.03.99", "2099-03-05"},
		{"1800", "05.03.00", "1800-03-05"},
		{"2100", "05.03.99", "2199-03-05"},
		{"1970", "05.03.1926", "1926-03-05"}, // four digits need none
		{"1970", "29.02.00", "2000-02-29"},
	} {
		profile := strings.Replace(least, `"created" }`, `"created", pivot = `+test.pivot+` }`, 1)
		r := read(compile(t, profile), Files{Deals: strings.NewReader("id,stage,created,amount\n1,," + test.text + ",\n")}, Options{})
		if r.err != nil || len(r.findings) > 0 || r.deals[0].Created.String() != test.want {
			t.Errorf("%s from %s: got %v, want %s; %v %v", test.text, test.pivot, r.deals, test.want, r.findings, r.err)
		}
	}
}
