package main

import (
	"strings"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// kind is one sort of text: how it is read, and the form in which two of its values are the same if their texts are.
type kind struct {
	name   string
	read   func(*normalize.Locale, []byte) (reading, error)
	form   func(string) (string, bool)
	marked bool // the value has a currency
}

// reading is what was read, in the words of normalize.
type reading struct {
	value   string
	assumed bool
}

// kinds are all kinds, in the order of the report.
var kinds = [...]kind{
	{name: "number", read: readNumber, form: decimal},
	{name: "percent", read: readPercent, form: decimal},
	{name: "currency", read: readMoney, form: amount, marked: true},
	{name: "compact", read: readCompact, form: decimal},
	{name: "date", read: readDate, form: day},
	{name: "time", read: readTime, form: clock},
	{name: "country", read: readCountry, form: region},
}

func readNumber(l *normalize.Locale, text []byte) (reading, error) {
	return number(l.Number(text))
}

func readPercent(l *normalize.Locale, text []byte) (reading, error) {
	return number(l.Percent(text))
}

func readCompact(l *normalize.Locale, text []byte) (reading, error) {
	return number(l.Compact(text))
}

func number(n normalize.Number, err error) (reading, error) {
	return reading{n.Decimal().String(), assumed(n.Repairs)}, err
}

func readMoney(l *normalize.Locale, text []byte) (reading, error) {
	m, err := l.Money(text)
	return reading{m.Amount.String(), assumed(m.Repairs) || m.Evidence == normalize.Assumed}, err
}

func readDate(l *normalize.Locale, text []byte) (reading, error) {
	d, err := l.Date(text)
	return reading{d.Date.String(), assumed(d.Repairs)}, err
}

func readTime(l *normalize.Locale, text []byte) (reading, error) {
	c, err := l.Time(text)
	return reading{c.String(), assumed(c.Repairs)}, err
}

func readCountry(l *normalize.Locale, text []byte) (reading, error) {
	c, err := l.Country(text)
	return reading{c.Region.String(), assumed(c.Repairs)}, err
}

// assumed tells whether the value rests on something that is not in the text.
func assumed(r normalize.Repairs) bool { return r&(normalize.AssumedCurrency|normalize.Pivoted) != 0 }

// decimal is the form of a plain decimal, -?[0-9]+(\.[0-9]+)?: no noughts at the ends, no minus before nought.
func decimal(text string) (string, bool) {
	unsigned, negative := strings.CutPrefix(text, "-")
	whole, fraction, point := strings.Cut(unsigned, ".")
	if !digits(whole) || point && !digits(fraction) {
		return "", false
	}
	value := strings.TrimLeft(whole, "0")
	if fraction = strings.TrimRight(fraction, "0"); fraction != "" {
		value += "." + fraction
	}
	switch {
	case value == "":
		return "0", true
	case negative:
		return "-" + value, true
	}
	return value, true
}

func digits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}

// amount is the form of "1234.50 EUR".
func amount(text string) (string, bool) {
	value, code, _ := strings.Cut(text, " ")
	value, ok := decimal(value)
	_, err := funnel.ParseCurrency(code)
	return value + " " + code, ok && err == nil
}

// day is the form of a day, YYYY-MM-DD.
func day(text string) (string, bool) {
	d, err := funnel.ParseDate(text)
	return d.String(), err == nil
}

// clock is the form of a time of day, HH:MM:SS and perhaps a fraction.
func clock(text string) (string, bool) {
	t, err := time.Parse(time.TimeOnly, text)
	return t.Format("15:04:05.999999999"), err == nil
}

// region is the form of an ISO 3166-1 alpha-2 code.
func region(text string) (string, bool) {
	r, err := normalize.ParseRegion(text)
	return text, err == nil && r.String() == text
}
