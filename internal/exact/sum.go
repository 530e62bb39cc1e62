package exact

import (
	"encoding/binary"
	"errors"
	"math/big"
	"math/bits"
	"strings"
)

// Sum is a running total of amounts: the same whatever the order, and never rounded or wrapped. It is for one goroutine; sums of several
// are united by Merge. The zero value is 0.
type Sum struct {
	hi   int64
	lo   uint64
	wide *big.Rat // what did not fit into 128 bits, in addition to them
}

// Add adds a.
func (s *Sum) Add(a Amount) {
	lo, carry := bits.Add64(s.lo, a.lo, 0)
	hi := s.hi + a.hi + int64(carry)
	if a.wide != nil || (hi^s.hi)&(hi^a.hi) < 0 {
		s.widen(a)
		return
	}
	s.hi, s.lo = hi, lo
}

func (s *Sum) widen(a Amount) {
	r := s.Rat()
	*s = Sum{wide: r.Add(r, a.Rat())}
}

// Merge adds the total of o.
func (s *Sum) Merge(o Sum) {
	s.Add(Amount{hi: o.hi, lo: o.lo})
	if o.wide != nil {
		s.widen(Amount{wide: o.wide})
	}
}

// Clone returns a sum that shares nothing with s.
func (s Sum) Clone() Sum {
	if s.wide != nil {
		s.wide = new(big.Rat).Set(s.wide)
	}
	return s
}

// Sign returns -1, 0 or +1.
func (s Sum) Sign() int {
	if s.wide == nil {
		return Amount{hi: s.hi, lo: s.lo}.Sign()
	}
	return s.Rat().Sign()
}

// Rat returns the total as a fraction in lowest terms; the caller owns it.
func (s Sum) Rat() *big.Rat {
	r := Amount{hi: s.hi, lo: s.lo}.Rat()
	if s.wide != nil {
		r.Add(r, s.wide)
	}
	return r
}

// ErrForm is a binary form that is cut short or altered.
var ErrForm = errors.New("not the binary form of a sum")

const (
	narrowForm = 0
	wideForm   = 1
)

// AppendBinary appends the one binary form of the total: equal totals have equal bytes.
func (s Sum) AppendBinary(b []byte) []byte {
	a := Amount{hi: s.hi, lo: s.lo}
	if hi, _ := a.magnitude(); s.wide != nil || hi >= 1<<(maxBits-64) {
		a = Rational(s.Rat())
	}
	return a.AppendBinary(b)
}

// AppendBinary appends the one binary form of the number: equal numbers have equal bytes.
func (a Amount) AppendBinary(b []byte) []byte {
	if a.wide == nil {
		b = append(b, narrowForm)
		b = binary.BigEndian.AppendUint64(b, uint64(a.hi))
		return binary.BigEndian.AppendUint64(b, a.lo)
	}
	text := a.wide.RatString()
	b = append(b, wideForm)
	b = binary.AppendUvarint(b, uint64(len(text)))
	return append(b, text...)
}

// DecodeSum reads what Sum.AppendBinary wrote and returns the bytes after it.
func DecodeSum(b []byte) (Sum, []byte, error) {
	a, rest, err := DecodeAmount(b)
	if err != nil {
		return Sum{}, nil, err
	}
	return Sum(a), rest, nil
}

// maxText bounds a wide number in a binary form: no sum of real amounts comes near it.
const maxText = 4096

// DecodeAmount reads what Amount.AppendBinary wrote and returns the bytes after it.
func DecodeAmount(b []byte) (Amount, []byte, error) {
	if len(b) >= 17 && b[0] == narrowForm {
		a := Amount{hi: int64(binary.BigEndian.Uint64(b[1:])), lo: binary.BigEndian.Uint64(b[9:])}
		if hi, _ := a.magnitude(); hi >= 1<<(maxBits-64) {
			return Amount{}, nil, ErrForm
		}
		return a, b[17:], nil
	}
	if len(b) < 2 || b[0] != wideForm {
		return Amount{}, nil, ErrForm
	}
	n, size := binary.Uvarint(b[1:])
	if size <= 0 || n > maxText || uint64(len(b)-1-size) < n || size > 1 && b[size] == 0 { // a length has one shortest form
		return Amount{}, nil, ErrForm
	}
	text := string(b[1+size : 1+size+int(n)])
	if strings.Trim(text, "-/0123456789") != "" { // no exponent, which could ask for any amount of memory
		return Amount{}, nil, ErrForm
	}
	r, ok := new(big.Rat).SetString(text)
	if !ok || r.RatString() != text || Rational(new(big.Rat).Set(r)).wide == nil {
		return Amount{}, nil, ErrForm
	}
	return Amount{wide: r}, b[1+size+int(n):], nil
}
