package exchange

import (
	"strconv"

	"github.com/koine-go/koine/funnel"
	"github.com/shopspring/decimal"
)

// wrong notes that a field is not what it should be.
func (o *object) wrong(name string, v []byte, want string) {
	o.fault(name, ErrType, "want "+want+", got "+quoted(v))
}

// bytes returns the text of a field, nil if it is absent.
func (o *object) bytes(name, want string) []byte {
	v := o.find(name)
	if v == nil {
		return nil
	}
	if v[0] != '"' {
		o.wrong(name, v, want)
		return nil
	}
	return unquoted(v)
}

func (o *object) text(name string) string { return string(o.bytes(name, "a text")) }

func (o *object) label(name string) funnel.Label {
	return o.scanner.labels.of(o.bytes(name, "a text"))
}

func (o *object) flag(name string, absent bool) bool {
	switch v := o.find(name); string(v) {
	case "":
	case "true", "false":
		return v[0] == 't'
	default:
		o.wrong(name, v, "true or false")
	}
	return absent
}

// whole reads a whole number from least to most. ok is false if the field is absent or wrong.
func (o *object) whole(name string, least, most int64) (n int64, ok bool) {
	v := o.find(name)
	if v == nil {
		return 0, false
	}
	n, err := strconv.ParseInt(string(v), 10, 64)
	if err != nil || n < least || n > most || string(v) == "-0" {
		o.wrong(name, v, "a whole number from "+strconv.FormatInt(least, 10)+" to "+strconv.FormatInt(most, 10))
		return 0, false
	}
	return n, true
}

func (o *object) sequence(name string) funnel.Sequence {
	if n, ok := o.whole(name, -maxWhole, maxWhole); ok {
		return funnel.Seq(int(n))
	}
	return funnel.Sequence{}
}

// maxWhole is the greatest whole number that every reader of JSON takes exactly.
const maxWhole = 1<<53 - 1

func (o *object) date(name string) funnel.Date {
	text := o.bytes(name, "a date such as \"2026-01-31\"")
	if text == nil {
		return funnel.Date{}
	}
	d, err := funnel.ParseDate(string(text))
	if err != nil {
		o.wrong(name, text, "a date such as \"2026-01-31\"")
	}
	return d
}

func (o *object) instant(name string) funnel.Moment {
	const want = "an RFC 3339 instant with Z or an offset and at most 6 fraction digits"
	return enum(o, name, want, funnel.ParseInstant)
}

// moment reads an instant from the field at or a day from the field on; both at once contradict each other.
func (o *object) moment(at, on string) funnel.Moment {
	m, d := o.instant(at), o.date(on)
	if d.IsZero() {
		return m
	}
	if !m.IsZero() {
		o.fault(on, ErrType, "given together with "+at)
	}
	return funnel.On(d)
}

func (o *object) period(name string) funnel.Period {
	const want = `a period such as ["2026-01-01","2026-04-01"]`
	v := o.find(name)
	if v == nil {
		return funnel.Period{}
	}
	days := o.list(name, v, want)
	if len(days) != 2 || days[0][0] != '"' || days[1][0] != '"' {
		o.wrong(name, v, want)
		return funnel.Period{}
	}
	from, err1 := funnel.ParseDate(string(unquoted(days[0])))
	to, err2 := funnel.ParseDate(string(unquoted(days[1])))
	switch p := (funnel.Period{From: from, To: to}); {
	case err1 != nil || err2 != nil:
		o.wrong(name, v, want)
	case p.Days() <= 0:
		o.fault(name, ErrPeriod, p.String())
	default:
		return p
	}
	return funnel.Period{}
}

// list returns the elements of an array; anything else is a fault.
func (o *object) list(name string, v []byte, want string) [][]byte {
	if v[0] != '[' {
		o.wrong(name, v, want)
		return nil
	}
	list, err := o.scanner.elements(v)
	if err != nil {
		o.wrong(name, v, want)
	}
	return list
}

func (o *object) texts(name string) []string {
	v := o.find(name)
	if v == nil {
		return nil
	}
	var texts []string
	for _, e := range o.list(name, v, "a list of texts") {
		if e[0] != '"' {
			o.wrong(name, e, "a text")
			return nil
		}
		texts = append(texts, string(unquoted(e)))
	}
	return texts
}

// money reads {"amount":"<decimal>","currency":"<code>"}.
func (o *object) money(name string) funnel.Money {
	v := o.find(name)
	if v == nil {
		return funnel.Money{}
	}
	if v[0] != '{' {
		o.wrong(name, v, `{"amount":"<decimal>","currency":"<code>"}`)
		return funnel.Money{}
	}
	in := &o.scanner.inner
	o.scanner.scan(v, o.line, o.path+name+".", in)
	in.require("amount", "currency")
	amount, currency := in.bytes("amount", wantDecimal), in.currency("currency")
	var m funnel.Money
	if len(in.faults) == 0 {
		var err error
		if m, err = funnel.ParseMoney(string(amount), currency); err != nil {
			in.wrong("amount", amount, wantDecimal)
		}
	}
	o.faults = append(o.faults, in.faults...)
	return m
}

func (o *object) currency(name string) funnel.Currency {
	return enum(o, name, "a currency code of three capital letters", funnel.ParseCurrency)
}

const wantDecimal = `a decimal in a text such as "1234.50"`

func (o *object) share(name string) funnel.Share {
	return enum(o, name, wantDecimal, funnel.ParseShare)
}

func (o *object) decimal(name string) *decimal.Decimal {
	text := o.bytes(name, wantDecimal)
	if text == nil {
		return nil
	}
	d, err := funnel.ParseDecimal(string(text))
	if err != nil {
		o.wrong(name, text, wantDecimal)
		return nil
	}
	return &d
}

// enum reads a text that parse understands; the empty text is none.
func enum[T any](o *object, name, want string, parse func(string) (T, error)) T {
	var none T
	text := o.bytes(name, want)
	if text == nil {
		return none
	}
	v, err := parse(string(text))
	if err != nil || len(text) == 0 {
		o.wrong(name, text, want)
		return none
	}
	return v
}

// labels keeps the labels that were made, since making one costs a look-up among all of the program's.
type labels map[string]funnel.Label

func (l labels) of(text []byte) funnel.Label {
	if v, ok := l[string(text)]; ok {
		return v
	}
	s := string(text)
	l[s] = funnel.LabelOf(s)
	return l[s]
}
