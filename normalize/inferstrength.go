package normalize

import (
	"math/bits"
	"unicode/utf8"

	"github.com/koine-go/koine/funnel"
)

// Strength says how well the cells of a column bear a convention out. The zero value says nothing.
type Strength struct {
	Cells    int     // that were read: all but the blank ones
	Blank    int     // that were skipped
	Assumed  int     // of Cells: those whose currency HomeCurrency or whose century Pivot decided
	Numeric  int     // of Cells: dates that begin with day and month in figures, in either order
	Distinct int     // the different days and months among these
	Past12   int     // of Numeric: those whose day cannot be a month
	Rivals   []Rival // the other conventions, in the order of the locales; those with a declared order come last
}

// Rival is a convention that some cells exclude. Locales to which every cell is the same are one. The zero value is none.
type Rival struct {
	Locales []*Locale
	Refused int  // cells that it does not read: these exclude it
	By      Cell // the first of them
	Differs int  // cells that it reads, but to another value
	Witness Cell // the first of them, if any: the conflict that By decides
}

// Swapped bounds the chance that a column in the opposite order of day and month would have been read all the same, if its
// days were random: it is less than 1 in 10^digits. A day is at most the 12th in 12 of 30.4 cases, so that the chance is
// (12/30.4)^Distinct; repeated days count once. It is false if there is nothing to bound: no date is in figures, or a
// day past the 12th shows that the order is not the opposite one.
func (s Strength) Swapped() (digits int, open bool) {
	return s.Distinct * digitsOfDate / 1000000, s.Numeric > 0 && s.Past12 == 0
}

// digitsOfDate is what each date adds, in millionths of a digit: log10(30.4/12) is 0.4036923...
const digitsOfDate = 403692

// swap counts dates of which day and month might have been confused.
type swap struct {
	numeric, past12 int
	seen            [6]uint64 // bit 31·(month-1) + day-1
}

// add counts a date if its text begins with its day and its month in figures.
func (s *swap) add(g *grammar, b []byte, date funnel.Date) {
	first, second := g.pair(b)
	_, month, day := date.YMD()
	if (first != day || second != int(month)) && (first != int(month) || second != day) {
		return
	}
	s.numeric++
	if day > 12 {
		s.past12++
	}
	bit := 31*(int(month)-1) + day - 1
	s.seen[bit/64] |= 1 << (bit % 64)
}

func (s *swap) distinct() (n int) {
	for _, word := range s.seen {
		n += bits.OnesCount64(word)
	}
	return n
}

// pair reads two numbers of one or two digits with a separator of dates between; noughts if the text does not begin so.
func (g *grammar) pair(b []byte) (first, second int) {
	var around Repairs
	i := skip(b, 0, &around, 0)
	first, i = g.figures(b, i)
	i = skip(b, i, &around, 0)
	if i == len(b) || separatorIndex(b[i]) > 2 {
		return 0, 0
	}
	second, _ = g.figures(b, skip(b, i+1, &around, 0))
	if first == 0 || second == 0 {
		return 0, 0
	}
	return first, second
}

// figures reads a run of one or two digits; 0 if it has more or none.
func (g *grammar) figures(b []byte, i int) (n, end int) {
	digits := 0
	for i < len(b) {
		r, size := utf8.DecodeRune(b[i:])
		zero := g.zeroOf(r)
		if zero == 0 {
			break
		}
		if digits++; digits > 2 {
			return 0, i
		}
		n = n*10 + int(r-zero)
		i += size
	}
	return n, i
}

// day is the day that a value of a column of dates or points in time is of.
func (k Kind) day(v value) funnel.Date {
	if k == KindDate {
		return funnel.DateOfNumber(int32(v.n))
	}
	days := v.n / 86400
	if v.n%86400 < 0 {
		days--
	}
	return funnel.DateOfNumber(int32(days) + unixDay)
}
