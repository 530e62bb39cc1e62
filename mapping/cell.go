package mapping

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"golang.org/x/text/unicode/norm"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// cellReader reads the cells of one column.
type cellReader struct {
	column    *Column
	format    Format
	index     int    // in the row, -1 for a constant
	constant  []byte // the constant
	none      []string
	locale    *normalize.Locale
	literals  *normalize.Locale // of numbers of JSON that are days of a spreadsheet
	kind      cellKind          // of the cell read last
	zone      *normalize.Zone
	home      funnel.Currency
	sentinels []funnel.Date
	calendar  *funnel.Calendar
	fiscal    *funnel.Calendar // the profile's own
	lookup    *lookup
	asked     int32 // the day on which the look-up is asked
	words     *dictionary[word]
	wordBytes int               // of the cells in words
	tooLong   error             // of a cell over the limit
	taken     normalize.Repairs // with the cell read last, until it is noted
	count     FieldCount
	liberties liberties
}

func (m *Import) newCellReader(c *Column, index int, s *sheet) *cellReader {
	zone := c.Zone
	if zone == nil {
		zone = m.set.profile.Zone
	}
	format := c.Format
	if format == NoFormat {
		format = fields[c.Field].formats[0]
	}
	return &cellReader{
		column: c, format: format, index: index, constant: []byte(c.Value), none: c.None, locale: m.set.locales[c.dates()], literals: m.set.literals[c.dates()], zone: m.set.zones[zone], home: m.set.profile.Currency,
		sentinels: m.set.profile.Sentinels, calendar: m.set.calendars[zone], fiscal: m.set.calendar, lookup: m.ready[c.Lookup], asked: m.day, words: newDictionary[word](),
		tooLong: s.cellLimit(), count: FieldCount{File: s.file, Field: c.Field, Column: c.Name},
	}
}

// unseen tells whether the column is a path that no record had.
func (c *cellReader) unseen(s *sheet) bool {
	return s.json != nil && c.index >= 0 && !s.json.leaves[c.index].seen
}

// cell returns the column's cell of a row without space around it, an empty one for what stands for none. Of one over the limit not all is there.
func (c *cellReader) cell(r *row) ([]byte, error) {
	if c.index < 0 {
		return c.constant, nil
	}
	cell := trim(r.cell(c.index))
	if c.kind = r.cells[c.index].kind; c.kind > literalCell {
		return c.structured(cell)
	}
	if r.long && r.cells[c.index].long {
		return cell, c.tooLong
	}
	for _, none := range c.none {
		if string(cell) == none {
			return nil, nil
		}
	}
	return cell, nil
}

// structured returns a list, which only a column of lists wants, and refuses what nests deeper.
func (c *cellReader) structured(cell []byte) ([]byte, error) {
	switch {
	case c.kind == nestedCell:
		return cell, because(ErrType, "want one value")
	case c.format != List:
		return bytes.ReplaceAll(cell, []byte{entryEnd}, []byte{','}), because(ErrType, "want one value, not a list")
	}
	return cell, nil
}

// raw returns the cell without space around it, whatever it stands for.
func (c *cellReader) raw(r *row) []byte {
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
	if c.format == Day {
		d, err := c.day(cell)
		return funnel.On(d), err
	}
	if c.isEpoch(cell) {
		m, err := c.column.Epoch.instant(cell)
		if err == nil && c.isSentinel(c.calendar.Date(m)) {
			return funnel.Moment{}, ErrSentinel
		}
		return m, err
	}
	t, err := c.times().InstantIn(cell, c.zone)
	if err != nil {
		return funnel.Moment{}, c.orSentinel(cell, c.orEpoch(cell, err))
	}
	m := funnel.AtMicro(t.Time.UnixMicro())
	if len(c.sentinels) > 0 && c.isSentinel(c.calendar.Date(m)) {
		return funnel.Moment{}, ErrSentinel
	}
	c.taken = t.Repairs
	return m, nil
}

// times returns what reads the time in the cell read last: a number of JSON is written the same everywhere.
func (c *cellReader) times() *normalize.Locale {
	if c.kind == literalCell && c.literals != nil {
		return c.literals
	}
	return c.locale
}

func (c *cellReader) day(cell []byte) (funnel.Date, error) {
	if c.format == Instant {
		m, err := c.moment(cell)
		if err != nil {
			return funnel.Date{}, err
		}
		return c.calendar.Date(m), nil
	}
	if c.isEpoch(cell) {
		return c.epochDay(cell)
	}
	d, err := c.times().Date(cell)
	if err != nil {
		return funnel.Date{}, c.orSentinel(cell, c.orEpoch(cell, err))
	}
	if c.isSentinel(d.Date) {
		return funnel.Date{}, ErrSentinel
	}
	c.taken = d.Repairs
	return d.Date, nil
}

// orSentinel returns ErrSentinel instead of err for a sentinel in a year that no locale reads, such as 9999-12-31: the cell is read with another
// year in its place, one that is a leap year if that one is.
func (c *cellReader) orSentinel(cell []byte, err error) error {
	if !errors.Is(err, normalize.ErrCalendar) && !errors.Is(err, normalize.ErrRange) {
		return err
	}
	for _, s := range c.sentinels {
		y, m, d := s.YMD()
		near, unread := funnel.NewDate(y%4+2000, m, d)
		year, instead := fmt.Appendf(nil, "%04d", y), fmt.Appendf(nil, "%04d", y%4+2000)
		if unread != nil || !bytes.Contains(cell, year) {
			continue
		}
		if day, err := c.civil(bytes.Replace(cell, year, instead, 1)); err == nil && day == near {
			return ErrSentinel
		}
	}
	return err
}

// civil reads the day of a day or an instant.
func (c *cellReader) civil(cell []byte) (funnel.Date, error) {
	if c.format == Day {
		d, err := c.locale.Date(cell)
		return d.Date, err
	}
	t, err := c.locale.InstantIn(cell, c.zone)
	if err != nil {
		return funnel.Date{}, err
	}
	return c.calendar.Date(funnel.AtMicro(t.Time.UnixMicro())), nil
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
	if given.IsZero() && (c.format == Number || c.kind == literalCell || !marked(cell)) {
		if given = c.home; given.IsZero() {
			return funnel.Money{}, because(ErrMissing, "the currency of the amount")
		}
	}
	if c.format == Number || c.kind == literalCell {
		n, err := c.number(cell)
		if err != nil {
			return funnel.Money{}, err
		}
		if n.Big != nil && c.format == Money {
			return funnel.Money{}, because(ErrValue, "more digits than an amount has")
		}
		c.taken = n.Repairs
		return moneyOf(c.scaled(n), given)
	}
	var m normalize.Money
	var err error
	if given.IsZero() {
		m, err = c.locale.Money(cell)
	} else {
		m, err = c.locale.MoneyIn(cell, given)
	}
	c.taken = m.Repairs
	return m.Amount, err
}

// number reads a number in the locale's grammar, or in that of JSON if it is one there.
func (c *cellReader) number(cell []byte) (normalize.Number, error) {
	if c.kind == literalCell {
		return literalNumber(cell)
	}
	return c.locale.Number(cell)
}

func moneyOf(n normalize.Number, cur funnel.Currency) (funnel.Money, error) {
	if n.Big != nil {
		return funnel.NewBigMoney(n.Big, int(n.Exp), cur)
	}
	return funnel.NewMoney(n.Coef, int(n.Exp), cur)
}

// marked tells whether the cell has a letter or a currency sign; mostly it stands at one end.
func marked(cell []byte) bool {
	if last, _ := utf8.DecodeLastRune(cell); marks(last) {
		return true
	}
	for i := 0; i < len(cell); {
		r, n := rune(cell[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(cell[i:])
		}
		if marks(r) {
			return true
		}
		i += n
	}
	return false
}

func marks(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '$' || r|' ' >= 'a' && r|' ' <= 'z'
	}
	return r == '€' || unicode.IsLetter(r) || unicode.Is(unicode.Sc, r)
}

// share reads a probability or another share from 0 to 1.
func (c *cellReader) share(cell []byte) (funnel.Share, error) {
	read := c.locale.Percent
	switch {
	case c.format == Number:
		read = c.number
	case c.kind == literalCell:
		return funnel.Share{}, because(ErrValue, "a number has no percent sign; format = \"number\" reads 0 to 1")
	}
	n, err := read(cell)
	if err != nil {
		return funnel.Share{}, err
	}
	n = c.scaled(n)
	if s := funnel.NewShare(n.Coef, int(n.Exp)); n.Big == nil && s.Valid() {
		c.taken = n.Repairs
		return s, nil
	}
	return funnel.Share{}, because(ErrValue, "want a share from 0 to 1")
}

// integer reads a whole number from least to most.
func (c *cellReader) integer(cell []byte, least, most int64) (int64, error) {
	n, err := c.number(cell)
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
	c.taken = n.Repairs
	return v, nil
}

// decimal reads a number as one.
func (c *cellReader) decimal(cell []byte) (*decimal.Decimal, error) {
	n, err := c.number(cell)
	if err != nil {
		return nil, err
	}
	if n.Big != nil {
		return nil, because(ErrValue, "more than 18 digits")
	}
	c.taken = n.Repairs
	n = c.scaled(n)
	d := decimal.New(n.Coef, n.Exp)
	return &d, nil
}

// price reads a price per unit in the row's currency, or the one its mark names, which must be that.
func (c *cellReader) price(cell []byte, cur funnel.Currency) (*decimal.Decimal, error) {
	if c.format == Number || c.kind == literalCell {
		return c.decimal(cell)
	}
	m, err := c.amount(cell, cur)
	if err != nil {
		return nil, err
	}
	if want := cmp.Or(cur, c.home); m.Currency() != want {
		return nil, because(ErrValue, "in "+m.Currency().String()+", not in the currency of its offer")
	}
	d := m.Decimal()
	return &d, nil
}

// period reads a month, a quarter, a half-year or a year.
func (c *cellReader) period(cell []byte) (funnel.Period, error) {
	p, err := c.locale.Period(cell, c.fiscal)
	c.taken = p.Repairs
	return p.Period, err
}

func (c *cellReader) sequence(cell []byte) (funnel.Sequence, error) {
	n, err := c.integer(cell, math.MinInt32, math.MaxInt32)
	if err != nil {
		return funnel.Sequence{}, err
	}
	return funnel.Seq(int(n)), nil
}

// list reads the entries between separators, or those of a list in JSON; blank ones do not count.
func (c *cellReader) list(cell []byte) []string {
	var entries []string
	separator := c.column.Separator
	if c.kind == listCell {
		separator, cell = string([]byte{entryEnd}), bytes.TrimSuffix(cell, []byte{entryEnd})
	}
	text := norm.NFC.String(string(cell))
	if separator == "" {
		return append(entries, text)
	}
	for entry := range strings.SplitSeq(text, separator) {
		if entry = strings.TrimSpace(entry); entry != "" {
			entries = append(entries, entry)
		}
	}
	return entries
}
