package kpi

import (
	"encoding/binary"
	"maps"
	"math"
	"math/big"
	"slices"
	"strconv"
)

// Days is a table of how many deals took how many civil days: from it come n, sum, mean, and exact quantiles, and tables add. Without deals
// the mean is undefined. The zero value holds none.
type Days struct {
	near []uint32        // by number of days, for the first thousand
	far  map[int64]int64 // what does not fit there, so that a hostile date does not buy memory, and a count does not wrap
}

const nearDays = 1024

// Add counts one deal of this many days. ok is false if they are negative: then nothing is counted, and a fold leaves the deal as
// NegativeDuration (R-DAYS).
func (d *Days) Add(days int) (ok bool) {
	if days < 0 {
		return false
	}
	if days < len(d.near) && d.near[days] < math.MaxUint32 {
		d.near[days]++
		return true
	}
	d.addMany(int64(days), 1)
	return true
}

func (d *Days) addMany(days, n int64) {
	if days < nearDays {
		if days >= int64(len(d.near)) {
			d.near = grown(d.near, min(nearDays, int(days)*5/4+8))
		}
		if sum := int64(d.near[days]) + n; sum <= math.MaxUint32 {
			d.near[days] = uint32(sum)
			return
		}
	}
	if d.far == nil {
		d.far = map[int64]int64{}
	}
	d.far[days] += n
}

// Table returns the counts in rising order of days.
func (d Days) Table() []DayCount {
	var t []DayCount
	for i, n := range d.near {
		days := int64(i)
		if count := int64(n) + d.far[days]; count > 0 {
			t = append(t, DayCount{days, count})
		}
	}
	for _, days := range slices.Sorted(maps.Keys(d.far)) {
		if days >= int64(len(d.near)) {
			t = append(t, DayCount{days, d.far[days]})
		}
	}
	return t
}

// DayCount is one line of the table. The zero value counts none.
type DayCount struct{ Days, Count int64 }

// N returns how many deals there are.
func (d Days) N() (n int64) {
	for _, c := range d.Table() {
		n += c.Count
	}
	return n
}

// Sum returns the days of all deals together.
func (d Days) Sum() *big.Int {
	sum := new(big.Int)
	for _, c := range d.Table() {
		sum.Add(sum, new(big.Int).Mul(big.NewInt(c.Days), big.NewInt(c.Count)))
	}
	return sum
}

// Quantile returns the days at a share of permille/1000: quantile type 2, the value at position ⌈p·n⌉ or the mean of it and the next where p·n is
// whole (R-PCTL). ok is false without deals.
func (d Days) Quantile(permille int) (q *big.Rat, ok bool) {
	n := d.N()
	if n == 0 {
		return nil, false
	}
	i, j := quantilePositions(n, permille)
	t := d.Table()
	return big.NewRat(dayAt(t, i)+dayAt(t, j), 2), true
}

func dayAt(t []DayCount, position int64) int64 {
	for _, c := range t {
		if position -= c.Count; position < 0 {
			return c.Days
		}
	}
	return 0
}

// Plus adds the tables.
func (d Days) Plus(o Days) Days {
	d.near = grown(d.near, len(o.near))
	for days, n := range o.near {
		if n > 0 {
			d.addMany(int64(days), int64(n))
		}
	}
	for days, n := range o.far {
		d.addMany(days, n)
	}
	return d
}

// AppendBinary appends the binary form: the lines of the table, days as differences.
func (d Days) AppendBinary(b []byte) []byte {
	t := d.Table()
	b = appendCounts(b, int64(len(t)))
	last := int64(-1)
	for _, c := range t {
		b = binary.AppendUvarint(b, uint64(c.Days-last))
		b = binary.AppendUvarint(b, uint64(c.Count))
		last = c.Days
	}
	return b
}

// maxDays is more days than the calendar has.
const maxDays = 4_000_000

// DecodeBinary reads it back.
func (Days) DecodeBinary(b []byte) (d Days, rest []byte, err error) {
	var lines int64
	if rest, err = decodeCounts(b, &lines); err != nil {
		return Days{}, nil, err
	}
	last, all := int64(-1), int64(0)
	for range lines {
		var step, n int64
		if rest, err = decodeCounts(rest, &step, &n); err != nil {
			return Days{}, nil, err
		}
		last, all = last+step, all+n
		if step == 0 || n == 0 || step > maxDays || last > maxDays || all > maxCount {
			return Days{}, nil, ErrForm
		}
		d.addMany(last, n)
	}
	return d, rest, nil
}

// Read sets the mean by its parts, n, and as extra the median, the 80th percentile and the histogram.
func (d Days) Read(v *Value) {
	n := d.N()
	v.Num, v.Den, v.N = new(big.Rat).SetInt(d.Sum()), whole(n), n
	median, _ := d.Quantile(500)
	p80, _ := d.Quantile(800)
	v.number("median", median)
	v.number("p80", p80)
	t := d.Table()
	entries := make([]Entry, len(t))
	for i, c := range t {
		entries[i] = Entry{strconv.FormatInt(c.Days, 10), c.Count}
	}
	v.table("histogram", entries)
}

// Trace has every deal in the whole and in the part.
func (d Days) Trace() (part, all bool) { return d.N() > 0, d.N() > 0 }
