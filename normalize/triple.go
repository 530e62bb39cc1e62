package normalize

import "github.com/koine-go/koine/funnel"

// triples is how three numbers of Latin digits with one separator and no space are read, such as 05.03.2026: what the dates
// of nearly all exports are. It takes a four-digit year, and an order that is the only one; what has more than one reading is
// left to days.read.
type triples struct {
	yearFirst bool  // as year, month, day
	order     Order // DMY or MDY with the year last; none if that is not read
	first     Repairs
	last      Repairs
}

func (d *ordering) newTriples(own orders) triples {
	t := triples{yearFirst: !d.own.has(ydm), order: d.declared, first: d.latin, last: d.latin}
	switch {
	case t.order != 0:
		if !own.has(t.order) {
			t.last |= OtherSeparators
		}
	case own == 1<<DMY:
		t.order = DMY
	case own == 1<<MDY:
		t.order = MDY
	}
	return t
}

// triple reads a triple from the beginning of a text and returns where it ends; it only says yes.
func (d *ordering) triple(b []byte) (date funnel.Date, r Repairs, end int, ok bool) {
	if len(b) == 10 || len(b) > 10 && b[10]-'0' > 9 {
		t := (*[10]byte)(b)
		switch {
		case t[2] == t[5] && separatorIndex(t[2]) < 3:
			date, r, ok = d.yearLast(t[2], twoAt(t, 0), twoAt(t, 3), twoAt(t, 6)*100+twoAt(t, 8))
			return date, r, 10, ok
		case t[4] == t[7] && separatorIndex(t[4]) < 3:
			date, r, ok = d.yearFirst(t[4], twoAt(t, 0)*100+twoAt(t, 2), twoAt(t, 5), twoAt(t, 8))
			return date, r, 10, ok
		}
	}
	return d.freeTriple(b)
}

// twoAt is the number of the two digits at i; 10,000, which is more than any year, if they are not digits.
func twoAt(b *[10]byte, i int) int {
	tens, ones := b[i]-'0', b[i+1]-'0'
	if tens > 9 || ones > 9 {
		return 10000
	}
	return int(tens)*10 + int(ones)
}

func (d *ordering) yearFirst(sep byte, year, month, day int) (date funnel.Date, r Repairs, ok bool) {
	if t := &d.triples[separatorIndex(sep)]; t.yearFirst {
		date, ok = realDay(year, month, day)
		return date, t.first, ok
	}
	return date, 0, false
}

func (d *ordering) yearLast(sep byte, x, y, year int) (date funnel.Date, r Repairs, ok bool) {
	switch t := &d.triples[separatorIndex(sep)]; t.order {
	case DMY:
		date, ok = realDay(year, y, x)
		return date, t.last, ok
	case MDY:
		date, ok = realDay(year, x, y)
		return date, t.last, ok
	}
	return date, 0, false
}

// freeTriple is triple for numbers without their noughts, such as 5.3.2026.
func (d *ordering) freeTriple(b []byte) (date funnel.Date, r Repairs, end int, ok bool) {
	x, i := upToFour(b, 0)
	first := i
	if first == 0 || i == len(b) || separatorIndex(b[i]) > 2 {
		return date, 0, 0, false
	}
	sep := b[i]
	y, j := upToFour(b, i+1)
	if n := j - i - 1; n == 0 || n > 2 || j == len(b) || b[j] != sep {
		return date, 0, 0, false
	}
	z, end := upToFour(b, j+1)
	if end < len(b) && b[end]-'0' <= 9 {
		return date, 0, 0, false
	}
	last := end - j - 1
	switch {
	case first == 4 && last > 0 && last <= 2:
		date, r, ok = d.yearFirst(sep, x, y, z)
	case first <= 2 && last == 4:
		date, r, ok = d.yearLast(sep, x, y, z)
	}
	return date, r, end, ok
}

// upToFour reads four digits at most.
func upToFour(b []byte, i int) (v, end int) {
	for end = i; end < len(b) && end < i+4 && b[end]-'0' <= 9; end++ {
		v = v*10 + int(b[end]-'0')
	}
	return v, end
}
