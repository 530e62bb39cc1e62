package exact

import "reflect"

// summand is one amount of a generated sum.
type summand struct {
	Coef int64
	Exp  int
}

var summandType = reflect.TypeFor[summand]()

func (s summand) amount() Amount { return Decimal(s.Coef, s.Exp) }
