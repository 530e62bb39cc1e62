package mapping

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// cellReader reads the cells of one column.
type cellReader struct {
	column    *Column
	index     int    // in the row, -1 for a constant
	constant  []byte // the constant
	locale    *normalize.Locale
	zone      *normalize.Zone
	home      funnel.Currency
	sentinels []funnel.Date
	calendar  *funnel.Calendar
	lookup    *lookup
	words     *dictionary[word]
	wordBytes int // of the cells in words
}

func (s *Set) newCellReader(c *Column, index int, lookups map[string]*lookup) *cellReader {
	p, zone := s.profile, c.Zone
	if zone == nil {
		zone = s.profile.Zone
	}
	return &cellReader{
		column: c, index: index, constant: []byte(c.Value), locale: s.locales[c.Order], zone: s.zones[zone], home: p.Currency,
		sentinels: p.Sentinels, calendar: s.calendar, lookup: lookups[c.Lookup], words: newDictionary[word](),
	}
}

// cell returns the column's cell of a row without space around it.
func (c *cellReader) cell(r *row) []byte {
	if c.index < 0 {
		return c.constant
	}
	return trim(r.cell(c.index))
}

func trim(b []byte) []byte {
	if n := len(b); n == 0 || b[0] > ' ' && b[0] < utf8.RuneSelf && b[n-1] > ' ' && b[n-1] < utf8.RuneSelf {
		return b
	}
	return bytes.TrimSpace(b)
}

// moment reads a day or an instant.
func (c *cellReader) moment(cell []byte) (funnel.Moment, error) {
	if c.column.Format == Day {
		d, err := c.day(cell)
		return funnel.On(d), err
	}
	t, err := c.locale.InstantIn(cell, c.zone)
	if err != nil {
		return funnel.Moment{}, c.orSentinel(cell, err)
	}
	m := funnel.AtMicro(t.Time.UnixMicro())
	if len(c.sentinels) > 0 && c.isSentinel(c.calendar.Date(m)) {
		return funnel.Moment{}, ErrSentinel
	}
	return m, nil
}

func (c *cellReader) day(cell []byte) (funnel.Date, error) {
	d, err := c.locale.Date(cell)
	if err != nil {
		return funnel.Date{}, c.orSentinel(cell, err)
	}
	if c.isSentinel(d.Date) {
		return funnel.Date{}, ErrSentinel
	}
	return d.Date, nil
}

// orSentinel returns ErrSentinel instead of err for a text with the numbers of a sentinel that no locale reads, such as 9999-12-31.
func (c *cellReader) orSentinel(cell []byte, err error) error {
	if len(c.sentinels) == 0 || !errors.Is(err, normalize.ErrCalendar) {
		return err
	}
	numbers := strings.FieldsFunc(string(cell), func(r rune) bool { return r < '0' || r > '9' })
	for _, s := range c.sentinels {
		y, m, d := s.YMD()
		want := []string{fmt.Sprintf("%04d", y), fmt.Sprintf("%02d", m), fmt.Sprintf("%02d", d)}
		slices.Sort(want)
		if len(numbers) >= 3 && slices.Equal(slices.Sorted(slices.Values(numbers[:3])), want) {
			return ErrSentinel
		}
	}
	return err
}

func (c *cellReader) isSentinel(d funnel.Date) bool {
	for _, s := range c.sentinels {
		if s == d {
			return true
		}
	}
	return false
}

// amount reads an amount in the currency that another column gives, or in the one its mark names, or in the profile's.
func (c *cellReader) amount(cell []byte, given funnel.Currency) (funnel.Money, error) {
	if given.IsZero() && (c.column.Format == Number || !marked(cell)) {
		if given = c.home; given.IsZero() {
			return funnel.Money{}, because(ErrMissing, "the currency of the amount")
		}
	}
	if c.column.Format == Number {
		n, err := c.locale.Number(cell)
		if err != nil {
			return funnel.Money{}, err
		}
		return moneyOf(n, given)
	}
	if given.IsZero() {
		m, err := c.locale.Money(cell)
		return m.Amount, err
	}
	m, err := c.locale.MoneyIn(cell, given)
	return m.Amount, err
}

func moneyOf(n normalize.Number, cur funnel.Currency) (funnel.Money, error) {
	if n.Big != nil {
		return funnel.NewBigMoney(n.Big, int(n.Exp), cur)
	}
	return funnel.NewMoney(n.Coef, int(n.Exp), cur)
}

// marked tells whether the cell has a letter or a currency sign.
func marked(cell []byte) bool {
	for i := 0; i < len(cell); {
		r, n := rune(cell[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(cell[i:])
		}
		if r > '9' && unicode.IsLetter(r) || r == '$' || r >= utf8.RuneSelf && unicode.Is(unicode.Sc, r) {
			return true
		}
		i += n
	}
	return false
}

// share reads a probability or another share from 0 to 1.
func (c *cellReader) share(cell []byte) (funnel.Share, error) {
	read := c.locale.Percent
	if c.column.Format == Number {
		read = c.locale.Number
	}
	n, err := read(cell)
	if err != nil {
		return funnel.Share{}, err
	}
	if s := funnel.NewShare(n.Coef, int(n.Exp)); n.Big == nil && s.Valid() {
		return s, nil
	}
	return funnel.Share{}, because(ErrValue, "want a share from 0 to 1")
}

// integer reads a whole number from least to most.
func (c *cellReader) integer(cell []byte, least, most int64) (int64, error) {
	n, err := c.locale.Number(cell)
	if err != nil {
		return 0, err
	}
	v := n.Coef
	for range max(0, min(19, -n.Exp)) {
		if v%10 != 0 {
			return 0, because(ErrValue, "not a whole number")
		}
		v /= 10
	}
	if n.Big != nil || n.Exp > 0 || v < least || v > most {
		return 0, because(ErrValue, "out of range")
	}
	return v, nil
}

// list reads the entries between separators; blank ones do not count.
func (c *cellReader) list(cell []byte) []string {
	var entries []string
	for entry := range strings.SplitSeq(norm.NFC.String(string(cell)), c.column.Separator) {
		if entry = strings.TrimSpace(entry); entry != "" {
			entries = append(entries, entry)
		}
	}
	return entries
}
