package mapping

import "github.com/koine-go/koine/normalize"

// maxScale leaves room for decimals of the number itself: an amount has at most 12 digits behind the point.
const maxScale = 9

// scaled puts the point where the column's scale says, and leaves out the zeros that come behind it: a million micros are 1, not 1.000000.
func (c *cellReader) scaled(n normalize.Number) normalize.Number {
	for range c.column.Scale {
		if n.Big == nil && n.Coef%10 == 0 {
			n.Coef /= 10
		} else {
			n.Exp--
		}
	}
	return n
}
