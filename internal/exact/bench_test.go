package exact

import "testing"

// BenchmarkSum is the cost of one summand: narrow as nearly all are, and converted at a rate.
func BenchmarkSum(b *testing.B) {
	amounts := make([]Amount, 1024)
	for i := range amounts {
		amounts[i] = Decimal(int64(i)*99991, -2)
	}
	b.Run("add", func(b *testing.B) {
		var s Sum
		for i := 0; b.Loop(); i++ {
			s.Add(amounts[i%1024])
		}
	})
	b.Run("product", func(b *testing.B) {
		var s Sum
		for i := 0; b.Loop(); i++ {
			s.Add(Product(int64(i), -2, 1070123, -6))
		}
	})
	b.Run("times", func(b *testing.B) {
		var s Sum
		for i := 0; b.Loop(); i++ {
			s.Add(amounts[i%1024].Times(35, -2))
		}
	})
}
