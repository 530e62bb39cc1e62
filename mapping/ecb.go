package mapping

import (
	"bytes"
	"io"
	"slices"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// ReadECB reads the daily reference rates of the European Central Bank in their wide CSV form: a column Date and one for each currency with its
// units for 1 EUR, N/A or blank where there was none, and an empty last column. They are spot rates from EUR; Rates.Into derives the other direction.
// A cell or a row that cannot be read is left out and reported as an *Error with its line and column; the errors come joined, beside the rates that
// could be read.
func ReadECB(r io.Reader) ([]funnel.Rate, error) {
	utf8, err := normalize.EncodingByName("utf-8")
	if err != nil {
		return nil, err
	}
	s, err := openSheet("rates", r, &Table{Encoding: utf8, Delimiter: ','}, Limits{})
	if err != nil {
		return nil, err
	}
	if _, faults := s.bind([]string{"Date"}); len(faults) > 0 {
		return nil, joined(faults)
	}
	t := ecb{sheet: s, date: slices.Index(s.header, "Date")}
	t.currencies()
	var rates []funnel.Rate
	for s.nextWhole() {
		rates = t.ratesOf(rates)
	}
	if s.err != nil {
		t.faults = append(t.faults, &Error{File: s.file, Line: s.line, Err: s.err})
	}
	return rates, joined(t.faults)
}

// ecb is the sheet of rates: which column holds which currency.
type ecb struct {
	*sheet
	date   int
	quoted []funnel.Currency
	faults []*Error
}

func (t *ecb) currencies() {
	euro := funnel.MustCurrency("EUR")
	t.quoted = make([]funnel.Currency, len(t.header))
	for i, name := range t.header {
		if i == t.date || name == "" {
			continue
		}
		cur, err := funnel.ParseCurrency(name)
		switch {
		case err != nil || cur == euro:
			t.faults = append(t.faults, &Error{File: t.file, Line: 1, Column: name, Value: name, Err: funnel.ErrCurrency})
		case slices.Contains(t.quoted, cur):
			t.faults = append(t.faults, &Error{File: t.file, Line: 1, Column: name, Value: name, Err: ErrTwice})
		default:
			t.quoted[i] = cur
		}
	}
}

func (t *ecb) ratesOf(rates []funnel.Rate) []funnel.Rate {
	fault := func(column int, value string, err error) {
		e := &Error{File: t.file, Line: t.row.line, Value: value, Err: err}
		if column >= 0 && column < len(t.header) {
			e.Column = t.header[column]
		}
		t.faults = append(t.faults, e)
	}
	r := &t.row
	if r.fault != nil {
		fault(r.column, "", because(r.fault, r.reason))
		return rates
	}
	day := string(trim(r.cell(t.date)))
	date, err := funnel.ParseDate(day)
	if err != nil {
		fault(t.date, day, funnel.ErrDate)
		return rates
	}
	for i, cur := range t.quoted {
		cell := trim(r.cell(i))
		if cur.IsZero() || len(cell) == 0 || bytes.Equal(cell, []byte("N/A")) {
			continue
		}
		rate, err := funnel.Rate{From: funnel.MustCurrency("EUR"), To: cur, Kind: funnel.Spot, Date: date, Source: "ECB"}.Factor(string(cell))
		if err != nil {
			fault(i, string(cell), funnel.ErrRate)
			continue
		}
		rates = append(rates, rate)
	}
	return rates
}
