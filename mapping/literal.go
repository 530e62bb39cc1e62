package mapping

import (
	"bytes"
	"math/big"
	"strconv"

	"github.com/koine-go/koine/normalize"
)

// What a number of JSON may have: as many digits as package normalize reads, and an exponent that no amount comes near.
const (
	fastDigits  = 18
	mostDigits  = 1000
	mostExp     = 1000
	mostDecimal = 12 // places of an amount
)

// isNumber tells whether a literal of JSON is a number and not a word.
func isNumber(literal []byte) bool {
	return len(literal) > 0 && (literal[0] == '-' || literal[0] >= '0' && literal[0] <= '9')
}

// literalNumber reads a number of JSON exactly, whatever the locale, and never by way of a float.
func literalNumber(literal []byte) (n normalize.Number, err error) {
	if !isNumber(literal) {
		return n, because(ErrType, "want a number")
	}
	digits, exp, err := scientific(literal)
	if err != nil {
		return n, err
	}
	whole, fraction, _ := bytes.Cut(bytes.TrimPrefix(digits, []byte{'-'}), []byte{'.'})
	for len(fraction) > mostDecimal && fraction[len(fraction)-1] == '0' {
		fraction = fraction[:len(fraction)-1]
	}
	n.Exp = int32(exp - len(fraction))
	significant := len(bytes.TrimLeft(whole, "0")) + len(fraction)
	switch {
	case significant > mostDigits:
		return n, because(ErrTooLarge, "a number has at most "+strconv.Itoa(mostDigits)+" digits")
	case significant > fastDigits:
		n.Big, _ = new(big.Int).SetString(string(whole)+string(fraction), 10)
	default:
		n.Coef = coefficient(coefficient(0, whole), fraction)
	}
	for ; n.Exp > 0 && n.Big == nil && n.Coef < 1e17; n.Exp-- {
		if n.Coef == 0 {
			n.Exp = 0
			break
		}
		n.Coef *= 10
	}
	if literal[0] == '-' {
		n.Coef = -n.Coef
		if n.Big != nil {
			n.Big.Neg(n.Big)
		}
	}
	return n, nil
}

// scientific cuts the exponent from a number.
func scientific(literal []byte) (digits []byte, exp int, err error) {
	at := bytes.IndexAny(literal, "eE")
	if at < 0 {
		return literal, 0, nil
	}
	exp, err = strconv.Atoi(string(literal[at+1:]))
	if err != nil || exp < -mostExp || exp > mostExp {
		return nil, 0, because(ErrTooLarge, "an exponent lies between -"+strconv.Itoa(mostExp)+" and "+strconv.Itoa(mostExp))
	}
	return literal[:at], exp, nil
}

// coefficient puts digits behind those of a number.
func coefficient(of int64, digits []byte) int64 {
	for _, c := range digits {
		of = of*10 + int64(c-'0')
	}
	return of
}
