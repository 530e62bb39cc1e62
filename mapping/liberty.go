package mapping

import (
	"math/bits"

	"github.com/koine-go/koine/normalize"
)

// Liberty says in how many rows a column's cells were read by one liberty: the locale would write them otherwise. Only those are counted by which a sign,
// a separator, a currency, a century or a day was understood: SignVariant, OtherSeparators, LeadingZeros, BareFraction, Accounting, TrailingMinus,
// AssumedCurrency, Pivoted and Serial. Another form of a space, a digit or a letter means the same everywhere. It is a plain value; the zero value is none.
type Liberty struct {
	Kind normalize.Repairs // one of them
	Rows int
}

const told = normalize.SignVariant | normalize.OtherSeparators | normalize.LeadingZeros | normalize.BareFraction | normalize.Accounting |
	normalize.TrailingMinus | normalize.AssumedCurrency | normalize.Pivoted | normalize.Serial

// liberties counts those taken with the cells of a column, each under the number of its bit.
type liberties [32]int

func (l *liberties) add(taken normalize.Repairs) {
	for rest := uint32(taken & told); rest != 0; rest &= rest - 1 {
		l[bits.TrailingZeros32(rest)]++
	}
}

// list returns those that were taken, in the order of package normalize.
func (l *liberties) list() (all []Liberty) {
	for bit, rows := range l {
		if rows > 0 {
			all = append(all, Liberty{1 << bit, rows})
		}
	}
	return all
}
