package normalize

import (
	"math/big"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"github.com/koine-go/koine/funnel"
)

// Kind is what the cells of a column are. The zero value is none.
type Kind uint8

// The kinds of column.
const (
	KindNumber  Kind = iota + 1
	KindPercent      // each with its percent sign
	KindMoney        // each with its currency; amounts without one are a column of numbers
	KindDate
	KindTime
	KindInstant
	KindCompact // numbers, some with a word for a power of ten
	KindCompactMoney
	KindBool
	KindCountry
	KindPeriod // civil ones
)

// kindRow is how the cells of a kind are read. A kind that Infer is to know besides is one more line here.
type kindRow struct {
	name    string
	read    func(*Locale, []byte) (value, Repairs, error)
	text    func(value) string
	quiet   func(*Locale, []byte) (value, Repairs, bool) // read without the words of a refusal, where these are dear; may be nil
	ordered bool                                         // an order may be declared
}

// row is how the cells of the kind are read. It is a function and no table, since a table would tie the tables of every kind to
// every program.
func (k Kind) row() *kindRow {
	switch k {
	case KindNumber:
		return &kindRow{"numbers", readsTo((*Locale).Number, Number.value), value.decimal, (*Locale).quietNumber, false}
	case KindPercent:
		return &kindRow{"percentages", readsTo((*Locale).Percent, Number.value), value.decimal, (*Locale).quietPercent, false}
	case KindMoney:
		return &kindRow{"amounts", readsTo((*Locale).Money, Money.value), value.amount, (*Locale).quietMoney, false}
	case KindDate:
		return &kindRow{"dates", readsTo((*Locale).Date, Date.value), value.date, nil, true}
	case KindTime:
		return &kindRow{"times", readsTo((*Locale).Time, Clock.value), value.clock, nil, false}
	case KindInstant:
		return &kindRow{"points in time", readsTo((*Locale).utc, Instant.value), value.instant, nil, true}
	case KindCompact:
		return &kindRow{"compact numbers", readsTo((*Locale).Compact, Number.value), value.decimal, nil, false}
	case KindCompactMoney:
		return &kindRow{"compact amounts", readsTo((*Locale).CompactMoney, Money.value), value.amount, nil, false}
	case KindPeriod:
		return &kindRow{"periods", readsTo((*Locale).civil, Period.value), value.period, nil, false}
	case KindBool:
		return &kindRow{"yes and no", readsTo((*Locale).Bool, Bool.value), value.answer, nil, false}
	case KindCountry:
		return &kindRow{"countries", readsTo((*Locale).Country, Country.value), value.region, nil, false}
	}
	return nil
}

// String names the kind in the plural, such as "numbers".
func (k Kind) String() string {
	if row := k.row(); row != nil {
		return row.name
	}
	return "nothing"
}

// readsTo is a reading method of Locale with its value in the form that compares.
func readsTo[T any](read func(*Locale, []byte) (T, error), of func(T) (value, Repairs)) func(*Locale, []byte) (value, Repairs, error) {
	return func(l *Locale, b []byte) (value, Repairs, error) {
		v, err := read(l, b)
		if err != nil {
			return value{}, 0, err
		}
		made, repairs := of(v)
		return made, repairs, nil
	}
}

// value is what a cell says, so that == tells whether two say the same: 1.50 is 1.5.
type value struct {
	n    int64           // coefficient, number of a day, or seconds
	part int32           // exponent, or nanoseconds
	unit funnel.Currency // of an amount
	long string          // the coefficient, if it is longer than n; a country's code
}

// exact is a decimal number without trailing noughts.
func exact(coef int64, exp int32, long *big.Int) value {
	if long != nil && long.Sign() != 0 {
		digits := long.String()
		kept := strings.TrimRight(digits, "0")
		exp += int32(len(digits) - len(kept))
		n, err := strconv.ParseInt(kept, 10, 64)
		if err != nil {
			return value{part: exp, long: kept}
		}
		coef = n
	}
	if coef == 0 {
		return value{}
	}
	for coef%10 == 0 {
		coef /= 10
		exp++
	}
	return value{n: coef, part: exp}
}

func (n Number) value() (value, Repairs) { return exact(n.Coef, n.Exp, n.Big), n.Repairs }

func (m Money) value() (value, Repairs) {
	coef, exp, ok := m.Amount.Coefficient()
	var long *big.Int
	if !ok {
		long, exp = m.Amount.Big()
	}
	v := exact(coef, int32(exp), long)
	v.unit = m.Amount.Currency()
	return v, m.Repairs
}

func (d Date) value() (value, Repairs) { return value{n: int64(d.Date.Number())}, d.Repairs }

func (c Clock) value() (value, Repairs) {
	return value{n: int64(c.seconds()), part: int32(c.Nanosecond)}, c.Repairs
}

func (i Instant) value() (value, Repairs) {
	return value{n: i.Time.Unix(), part: int32(i.Time.Nanosecond())}, i.Repairs
}

func (a Bool) value() (value, Repairs) {
	if a.Value {
		return value{n: 1}, a.Repairs
	}
	return value{}, a.Repairs
}

func (v value) answer() string { return strconv.FormatBool(v.n == 1) }

func (c Country) value() (value, Repairs) { return value{long: c.Region.String()}, c.Repairs }

func (v value) region() string { return v.long }

func (p Period) value() (value, Repairs) {
	return value{n: int64(p.Period.From.Number()), part: int32(p.Period.Days())}, p.Repairs
}

func (v value) period() string {
	from := funnel.DateOfNumber(int32(v.n))
	return funnel.Period{From: from, To: from.AddDays(int(v.part))}.String()
}

// civil reads a period without a calendar, so that no fiscal one is.
func (l *Locale) civil(b []byte) (Period, error) { return l.Period(b, nil) }

// utc reads local time as if it were in UTC, where no time is skipped.
func (l *Locale) utc(b []byte) (Instant, error) { return l.InstantIn(b, nil) }

func (v value) decimal() string {
	if v.long != "" {
		long, _ := new(big.Int).SetString(v.long, 10)
		return decimal.NewFromBigInt(long, v.part).String()
	}
	return decimal.New(v.n, v.part).String()
}

func (v value) amount() string { return v.decimal() + " " + v.unit.String() }

func (v value) date() string { return funnel.DateOfNumber(int32(v.n)).String() }

func (v value) clock() string {
	s := int(v.n)
	return Clock{Hour: s / 3600, Minute: s / 60 % 60, Second: s % 60, Nanosecond: int(v.part)}.String()
}

func (v value) instant() string { return time.Unix(v.n, int64(v.part)).UTC().Format(time.RFC3339Nano) }

func (l *Locale) quietNumber(b []byte) (value, Repairs, bool) {
	n, ok := l.number.signed(b)
	if !ok {
		var r reading
		if r.read(&l.number, b) != nil || r.alone() != nil {
			return value{}, 0, false
		}
		n = r.number()
	}
	v, repairs := n.value()
	return v, repairs, true
}

func (l *Locale) quietPercent(b []byte) (value, Repairs, bool) {
	var r reading
	if r.read(&l.number, b) != nil || r.percent() != nil {
		return value{}, 0, false
	}
	n := r.number()
	n.Exp -= 2
	v, repairs := n.value()
	return v, repairs, true
}

func (l *Locale) quietMoney(b []byte) (value, Repairs, bool) {
	var r reading
	mark, f := l.readMoney(&r, &l.money, b)
	if f != nil || mark == nil {
		return value{}, 0, false
	}
	cur, evidence := mark.settle(l.options.home)
	if evidence == 0 {
		return value{}, 0, false
	}
	m, err := l.amount(&r, cur, evidence)
	if err != nil {
		return value{}, 0, false
	}
	v, repairs := m.value()
	return v, repairs, true
}
