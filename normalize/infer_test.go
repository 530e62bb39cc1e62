package normalize_test

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// column yields texts the way a CSV reader does: every cell lies in the same bytes.
func column(texts ...string) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		var room []byte
		for _, text := range texts {
			room = append(room[:0], text...)
			if !yield(room) {
				return
			}
		}
	}
}

func among(tags string, opts ...normalize.Option) (list []*normalize.Locale) {
	for _, tag := range strings.Fields(tags) {
		list = append(list, normalize.MustFor(tag, opts...))
	}
	return list
}

// One cell with three digits behind its separator says nothing; one with two says which locale wrote the column.
func ExampleInfer() {
	de, us, nl := normalize.MustFor("de-DE"), normalize.MustFor("en-US"), normalize.MustFor("nl-NL")
	_, err := normalize.Infer(normalize.KindNumber, column("1.234", "17"), de, us, nl)
	fmt.Println(err)

	c, _ := normalize.Infer(normalize.KindNumber, column("1.234", "", "0,50"), de, us, nl)
	fmt.Println(c, "and", len(c.Alike), "more, by", c.Strength.Cells, "cells")
	for _, r := range c.Strength.Rivals {
		fmt.Println("excluded by", r.Refused, "which decides", r.Witness)
	}

	_, err = normalize.Infer(normalize.KindNumber, column("1.234,50", "n/a"), de, us)
	fmt.Println(err)
	// Output:
	// normalize: column of numbers: more than one reading: cell 0, "1.234": 1234 by locale = "de-DE" and 1 more or 1.234 by locale = "en-US"
	// locale = "de-DE" and 1 more, by 2 cells
	// excluded by 1 which decides cell 0, "1.234": 1234 by locale = "de-DE" and 1 more or 1.234 by locale = "en-US"
	// normalize: column of numbers: not in the locale's grammar: 1 of 2 cells: cell 1, "n/a": normalize: "n/a" is not a number in de-DE: not in the locale's grammar at byte 3
}

// A German system writes slashes: day and month are told apart by the first day that is no month, and the order is declared.
func ExampleInfer_dates() {
	de := normalize.MustFor("de-DE")
	c, _ := normalize.Infer(normalize.KindDate, column("05/03/2026", "11/04/2026", "25/04/2026"), de)
	fmt.Println(c)
	d, _ := c.Locale.Date([]byte("05/03/2026"))
	fmt.Println(d.Date)

	c, _ = normalize.Infer(normalize.KindDate, column("05.03.2026", "11.04.2026", "07.04.2026", "01.05.2026", "02.05.2026"), de)
	digits, open := c.Strength.Swapped()
	fmt.Println(c, digits, open)
	// Output:
	// locale = "de-DE", order = "dmy"
	// 2026-03-05
	// locale = "de-DE" 2 true
}

func TestInfer(t *testing.T) {
	usd := normalize.HomeCurrency(funnel.MustCurrency("USD"))
	for _, c := range []struct {
		name   string
		kind   normalize.Kind
		among  []*normalize.Locale
		cells  []string
		want   string // the declarations, or how the error ends
		err    error
		broken int
	}{
		{"one locale", normalize.KindNumber, among("de-DE"), []string{"1.234"}, `locale = "de-DE"`, nil, 0},
		{"a billion is not everywhere one", normalize.KindCompact, among("en-US fr-FR"), []string{"5 billion"}, ``, normalize.ErrAmbiguous, 0},
		{"a milliard settles it", normalize.KindCompact, among("en-US fr-FR"), []string{"5 billion", "5 milliards"}, `locale = "fr-FR"`, nil, 0},
		{"thousands", normalize.KindCompact, among("da-DK en-US"), []string{"5 t"}, `locale = "da-DK"`, nil, 0},
		{"answers", normalize.KindBool, among("de-DE fr-FR"), []string{"ja", "nein", "1"}, `locale = "de-DE"`, nil, 0},
		{"a country of two languages", normalize.KindCountry, among("nb-NO pl-PL"), []string{"Kongo"}, ``, normalize.ErrAmbiguous, 0},
		{"months", normalize.KindPeriod, among("de-DE en-US"), []string{"März 2026", "Q1 2026"}, `locale = "de-DE"`, nil, 0},
		{"letters of two languages", normalize.KindCompactMoney, among("de-DE en-US"), []string{"5 Mrd. €"}, `locale = "de-DE"`, nil, 0},
		{"a country that decides", normalize.KindCountry, among("nb-NO pl-PL"), []string{"Kongo", "Niemcy"}, `locale = "pl-PL"`, nil, 0},
		{"nobody needs to decide", normalize.KindNumber, among("de-DE en-US fr-FR"), []string{"1", "25"}, `locale = "de-DE"; locale = "en-US"; locale = "fr-FR"`, nil, 0},
		{"the first given stands for all", normalize.KindNumber, among("fr-FR en-US de-DE"), []string{"1", "25"}, `locale = "fr-FR"; locale = "en-US"; locale = "de-DE"`, nil, 0},
		{"a later cell decides", normalize.KindNumber, among("de-DE en-US"), []string{"1.234", "1.234.567"}, `locale = "de-DE"`, nil, 0},
		{"an earlier cell decides", normalize.KindNumber, among("de-DE en-US"), []string{"1.23", "1.234"}, `locale = "en-US"`, nil, 0},
		{"equal in value is alike", normalize.KindNumber, among("en-US en-IN"), []string{"1,234.50", "1.5"}, `locale = "en-US"; locale = "en-IN"`, nil, 0},
		{"lakh", normalize.KindNumber, among("en-US en-IN"), []string{"1,234.50", "12,34,567"}, `locale = "en-IN"`, nil, 0},
		{"beyond int64", normalize.KindNumber, among("de-DE en-US"), []string{"1.000.000.000.000.000.000.000"}, `locale = "de-DE"`, nil, 0},
		{"alike beyond int64", normalize.KindNumber, among("de-DE en-US"), []string{"12345678901234567890"}, `locale = "de-DE"; locale = "en-US"`, nil, 0},
		{"ambiguous beyond int64", normalize.KindNumber, among("de-DE en-US", normalize.NeutralGroups()), []string{"1 234 567 890 123 456 789 012", "1,234"},
			`cell 1, "1,234": 1.234 by locale = "de-DE", neutral_groups = true or 1234 by locale = "en-US", neutral_groups = true`, normalize.ErrAmbiguous, 0},
		{"percentages", normalize.KindPercent, among("de-DE en-US"), []string{"12,345 %"}, `cell 0, "12,345 %": 0.12345 by locale = "de-DE" or 123.45 by locale = "en-US"`, normalize.ErrAmbiguous, 0},
		{"amounts", normalize.KindMoney, among("de-DE en-US"), []string{"EUR 1,234"}, `cell 0, "EUR 1,234": 1.234 EUR by locale = "de-DE" or 1234 EUR by locale = "en-US"`, normalize.ErrAmbiguous, 0},
		{"a plain number is no amount", normalize.KindMoney, among("de-DE"), []string{"1.234,50"}, `(no currency)`, normalize.ErrSyntax, 1},
		{"a shared sign", normalize.KindMoney, among("en-US"), []string{"$5"}, `(declare the column's or the home currency)`, normalize.ErrSyntax, 1},
		{"a shared sign at home", normalize.KindMoney, among("en-US", usd), []string{"$5", "EUR 5"}, `locale = "en-US"`, nil, 0},
		{"names of months", normalize.KindDate, among("hr-HR pl-PL cs-CZ"), []string{"5. listopada 2026."}, `locale = "hr-HR"`, nil, 0},
		{"one order each", normalize.KindDate, among("en-US en-GB"), []string{"05/03/2026"},
			`cell 0, "05/03/2026": 2026-05-03 by locale = "en-US" or 2026-03-05 by locale = "en-GB"`, normalize.ErrAmbiguous, 0},
		{"a separator that is foreign", normalize.KindDate, among("de-DE"), []string{"05/03/2026"},
			`cell 0, "05/03/2026": 2026-03-05 by locale = "de-DE", order = "dmy" or 2026-05-03 by locale = "de-DE", order = "mdy"`, normalize.ErrAmbiguous, 0},
		{"a foreign separator, decided", normalize.KindDate, among("de-DE"), []string{"03/25/2026", "05/03/2026"}, `locale = "de-DE", order = "mdy"`, nil, 0},
		{"the day is its own month", normalize.KindDate, among("de-DE"), []string{"05/05/2026"}, `locale = "de-DE"`, nil, 0},
		{"a locale's own separator needs no order", normalize.KindDate, among("de-DE"), []string{"05.03.2026"}, `locale = "de-DE"`, nil, 0},
		{"a declared order stands", normalize.KindDate, among("de-DE", normalize.DateOrder(normalize.MDY)), []string{"05/03/2026"}, `locale = "de-DE", order = "mdy"`, nil, 0},
		{"year first is one order everywhere", normalize.KindDate, among("de-DE en-US"), []string{"2026-03-05"}, `locale = "de-DE"; locale = "en-US"`, nil, 0},
		{"two digits of a year", normalize.KindDate, among("de-DE"), []string{"05.03.26"}, `(a two-digit year needs Pivot)`, normalize.ErrSyntax, 1},
		{"two digits with a pivot", normalize.KindDate, among("de-DE", normalize.Pivot(1970)), []string{"05.03.26"}, `locale = "de-DE", pivot = 1970`, nil, 0},
		{"both orders in one column", normalize.KindDate, among("en-US"), []string{"3/25/2026", "25/3/2026", "3/26/2026"}, `no such day at byte 0`, normalize.ErrSyntax, 1},
		{"three orders, of which the first cell excludes none", normalize.KindDate, among("de-DE", normalize.Pivot(1970)), []string{"05/05/26", "05/03/26"},
			`cell 0, "05/05/26": 2026-05-05 by locale = "de-DE", order = "dmy", pivot = 1970 or 2026-05-05 by locale = "de-DE", order = "mdy", pivot = 1970 or 2005-05-26 by locale = "de-DE", order = "ymd", pivot = 1970`, normalize.ErrAmbiguous, 0},
		{"times", normalize.KindTime, among("de-DE zh-CN"), []string{"下午1:05", "14:30"}, `locale = "zh-CN"`, nil, 0},
		{"points in time", normalize.KindInstant, among("de-DE en-US"), []string{"05/03/2026 14:30", "25/03/2026 14:30"},
			`locale = "de-DE", order = "dmy"; locale = "en-US", order = "dmy"`, nil, 0},
		{"an hour that a zone may skip", normalize.KindInstant, among("de-DE"), []string{"29.03.2026 02:30"}, `locale = "de-DE"`, nil, 0},
		{"neutral groups are named", normalize.KindNumber, among("de-DE", normalize.NeutralGroups()), []string{"1'234,5"}, `locale = "de-DE", neutral_groups = true`, nil, 0},
		{"no cell", normalize.KindNumber, among("de-DE"), nil, `(no cell is filled)`, normalize.ErrAmbiguous, 0},
		{"blank cells", normalize.KindNumber, among("de-DE"), []string{"", " ", "\u00a0\ufeff"}, `(no cell is filled)`, normalize.ErrAmbiguous, 0},
		{"no locale", normalize.KindNumber, nil, []string{"1"}, `(none is given)`, normalize.ErrLocale, 0},
		{"nil for a locale", normalize.KindNumber, []*normalize.Locale{nil}, []string{"1"}, `(locale 0 is none)`, normalize.ErrLocale, 0},
		{"a zero locale", normalize.KindNumber, append(among("de-DE"), &normalize.Locale{}), []string{"1"}, `(locale 1 is none)`, normalize.ErrLocale, 0},
		{"no kind", 0, among("de-DE"), []string{"1"}, `(no such kind)`, normalize.ErrSyntax, 0},
		{"an unknown kind", 200, among("de-DE"), []string{"1"}, `(no such kind)`, normalize.ErrSyntax, 0},
	} {
		got, err := normalize.Infer(c.kind, column(c.cells...), c.among...)
		if c.err == nil {
			if err != nil || declarations(append([]*normalize.Locale{got.Locale}, got.Alike...)) != c.want {
				t.Errorf("%s: %v, %v, %v", c.name, got, got.Alike, err)
			}
			continue
		}
		var e *normalize.ColumnError
		if !errors.Is(err, c.err) || !errors.As(err, &e) || !strings.HasSuffix(err.Error(), c.want) || e.Broken != c.broken {
			t.Errorf("%s: %v", c.name, err)
		}
		if got.Locale != nil || got.String() != "" {
			t.Errorf("%s: %v beside an error", c.name, got)
		}
	}
}

func declarations(list []*normalize.Locale) string {
	var s []string
	for _, l := range list {
		s = append(s, l.Declaration())
	}
	return strings.Join(s, "; ")
}

// Nil for the cells is a column without any.
func TestInferWithoutCells(t *testing.T) {
	if _, err := normalize.Infer(normalize.KindDate, nil, among("de-DE")...); !errors.Is(err, normalize.ErrAmbiguous) {
		t.Error(err)
	}
}

func TestStrength(t *testing.T) {
	c, err := normalize.Infer(normalize.KindDate, column("05.03.2026", "", "25.03.2026", "5. April 2026", "05.03.2026", "05.03.2027", "2026-03-05", " 3. 5. 2026 ", "12.03.2026"), among("de-DE en-US")...)
	if err != nil {
		t.Fatal(err)
	}
	s := c.Strength
	if s.Cells != 8 || s.Blank != 1 || s.Numeric != 6 || s.Distinct != 4 || s.Past12 != 1 {
		t.Errorf("%+v", s)
	}
	if digits, open := s.Swapped(); digits != 1 || open {
		t.Errorf("swapped: %d, %v", digits, open)
	}
	// Only the 25th excludes that an American reader was meant to declare the month first, and it decides about five dates.
	mdy := s.Rivals[slices.IndexFunc(s.Rivals, func(r normalize.Rival) bool { return strings.HasSuffix(r.Locales[0].Declaration(), `"mdy"`) })]
	if mdy.Refused != 2 || mdy.By.Index != 2 || mdy.Differs != 5 || mdy.Witness.Index != 0 || mdy.Witness.Text != "05.03.2026" {
		t.Errorf("%+v", mdy)
	}
	if r := mdy.Witness.Readings; len(r) != 2 || r[0].Value != "2026-03-05" || r[1].Value != "2026-05-03" {
		t.Errorf("%v", mdy.Witness)
	}
	if r := mdy.By.Readings; len(r) != 2 || r[0].Value != "2026-03-25" || !errors.Is(r[1].Err, normalize.ErrCalendar) {
		t.Errorf("%v", mdy.By)
	}
}

// What is assumed is counted: a dollar by the home currency, a century by the pivot.
func TestStrengthCountsAssumptions(t *testing.T) {
	usd := normalize.HomeCurrency(funnel.MustCurrency("USD"))
	c, err := normalize.Infer(normalize.KindMoney, column("$5", "USD 5", "$7"), among("en-US", usd)...)
	if err != nil || c.Strength.Assumed != 2 || c.Strength.Cells != 3 {
		t.Errorf("%+v, %v", c, err)
	}
	c, err = normalize.Infer(normalize.KindDate, column("5.3.26", "5.3.2026"), among("de-DE", normalize.Pivot(1970))...)
	if err != nil || c.Strength.Assumed != 1 {
		t.Errorf("%+v, %v", c, err)
	}
}

// What was counted before the locales differ is counted for each of them, before 1970 as well.
func TestStrengthAfterASplit(t *testing.T) {
	dmy := among("en-US de-DE", normalize.DateOrder(normalize.DMY))
	c, err := normalize.Infer(normalize.KindInstant, column("05.03.1969 14:30", "25.03.1969 14:30", "5. März 1969 um 14:30"), dmy...)
	if err != nil || c.Locale != dmy[1] || c.Strength.Numeric != 2 || c.Strength.Past12 != 1 {
		t.Errorf("%+v, %v", c, err)
	}
	if _, open := (normalize.Strength{}).Swapped(); open {
		t.Error("without dates in figures an order is open")
	}
}

// Native digits are figures as well.
func TestStrengthOfNativeDigits(t *testing.T) {
	c, err := normalize.Infer(normalize.KindDate, column("٥/٣/٢٠٢٦", "٢٥/٣/٢٠٢٦"), among("ar-EG")...)
	if err != nil || c.Strength.Numeric != 2 || c.Strength.Past12 != 1 {
		t.Errorf("%+v, %v", c, err)
	}
}

// Of the cells that stand in the way the first five are shown, each with its own error; the rest are counted. A cell of
// any size is cut and still refused.
func TestBrokenCells(t *testing.T) {
	cells := []string{"1", strings.Repeat("9", 1<<20)}
	for i := range 20 {
		cells = append(cells, fmt.Sprint("x", i))
	}
	_, err := normalize.Infer(normalize.KindNumber, column(cells...), among("de-DE en-US")...)
	var e *normalize.ColumnError
	if !errors.Is(err, normalize.ErrSyntax) || !errors.As(err, &e) {
		t.Fatal(err)
	}
	if e.Broken != 21 || e.Filled != 22 || len(e.Cells) != 5 || len(e.Witness.Readings) != 0 {
		t.Errorf("%+v", e)
	}
	for i, c := range e.Cells {
		var cell *normalize.Error
		if c.Index != i+1 || len(c.Text) > 64 || len(c.Readings) != 1 || !errors.As(c.Readings[0].Err, &cell) || len(c.Readings[0].Locales) != 2 {
			t.Errorf("%+v", c)
		}
	}
	if !errors.Is(e.Cells[0].Readings[0].Err, normalize.ErrRange) {
		t.Errorf("%v", e.Cells[0])
	}
}

// Two conventions can be equally near. The conflict between them is shown even though neither reads the column.
func TestNearestConventions(t *testing.T) {
	_, err := normalize.Infer(normalize.KindNumber, column("1.234", "7,5", "7.5"), among("de-DE en-US fr-FR")...)
	var e *normalize.ColumnError
	if !errors.As(err, &e) || e.Broken != 1 || e.Witness.Index != 0 || len(e.Cells) != 1 || len(e.Cells[0].Readings) != 2 {
		t.Errorf("%+v", e)
	}
}

// Cells that two locales refused together are shown for each, and those that one refuses alone for that one.
func TestBrokenCellsAfterASplit(t *testing.T) {
	_, err := normalize.Infer(normalize.KindNumber, column("x", "y", "z", "7,5", "7.5"), among("en-US de-DE")...)
	var e *normalize.ColumnError
	if !errors.As(err, &e) || len(e.Cells) != 4 || e.Cells[2].Index != 2 || e.Cells[3].Index != 3 {
		t.Errorf("%+v", e)
	}
}
