package exact

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"
)

const lawSeed = 20260401

// check states a law against math/big: it holds if it returns an empty text.
func check(t *testing.T, law any, gens ...gopter.Gen) {
	t.Helper()
	p := gopter.DefaultTestParametersWithSeed(lawSeed)
	p.MinSuccessfulTests = 500
	laws := gopter.NewProperties(p)
	laws.Property(t.Name(), prop.ForAll(law, gens...))
	var told strings.Builder
	if !laws.Run(gopter.NewFormatedReporter(true, 200, &told)) {
		t.Errorf("seed %d\n%s", lawSeed, told.String())
	}
}

// coefficients generates whole numbers of every length, and the ends of int64.
func coefficients() gopter.Gen {
	return gen.OneGenOf(gen.Int64Range(-1000, 1000), gen.Int64Range(-1e9, 1e9), gen.Int64(),
		gen.OneConstOf(int64(0), int64(1), int64(-1), int64(math.MaxInt64), int64(math.MinInt64), int64(1e18-1), int64(1e18)))
}

// exponents reach well beyond what 128 bits hold, in both directions.
func exponents() gopter.Gen { return gen.OneGenOf(gen.IntRange(-16, 6), gen.IntRange(-60, 60)) }

// decimal is coef × 10^exp by multiplying and dividing.
func decimal(coef int64, exp int) *big.Rat {
	r := big.NewRat(coef, 1)
	for range max(exp, -exp) {
		if exp > 0 {
			r.Mul(r, big.NewRat(10, 1))
		} else {
			r.Quo(r, big.NewRat(10, 1))
		}
	}
	return r
}

// differs tells how an amount is not the number it should be, or not in the one form that number has.
func differs(a Amount, want *big.Rat) string {
	if got := a.Rat(); got.Cmp(want) != 0 {
		return fmt.Sprintf("got %v, want %v", got, want)
	}
	if a.Sign() != want.Sign() {
		return fmt.Sprintf("%v has the sign %d", want, a.Sign())
	}
	if (a.wide == nil) != fits(want) {
		return fmt.Sprintf("%v is wide: %v", want, a.wide != nil)
	}
	return ""
}

// fits tells by definition whether a number belongs into 128 bits: 16 fraction digits, below 2^120 of their units.
func fits(r *big.Rat) bool {
	units := new(big.Rat).Mul(r, decimal(1, Scale))
	return units.IsInt() && units.Num().BitLen() <= 120
}

func TestDecimalLaw(t *testing.T) {
	check(t, func(coef int64, exp int) string { return differs(Decimal(coef, exp), decimal(coef, exp)) }, coefficients(), exponents())
}

func TestProductLaw(t *testing.T) {
	check(t, func(a int64, aexp int, b int64, bexp int) string {
		return differs(Product(a, aexp, b, bexp), new(big.Rat).Mul(decimal(a, aexp), decimal(b, bexp)))
	}, coefficients(), exponents(), coefficients(), exponents())
}

func TestTimesLaw(t *testing.T) {
	check(t, func(a int64, aexp int, b int64, bexp int, c int64) string {
		x := Decimal(a, aexp).Times(b, bexp)
		want := new(big.Rat).Mul(decimal(a, aexp), decimal(b, bexp))
		if d := differs(x, want); d != "" {
			return d
		}
		return differs(x.Times(c, 0), want.Mul(want, decimal(c, 0)))
	}, coefficients(), exponents(), coefficients(), exponents(), coefficients())
}

func TestWideLaw(t *testing.T) {
	check(t, func(a, b int64, exp int) string {
		coef := new(big.Int).Mul(big.NewInt(a), big.NewInt(b))
		kept := new(big.Int).Set(coef)
		x := Wide(coef, exp)
		if coef.Cmp(kept) != 0 {
			return "the coefficient was changed"
		}
		want := new(big.Rat).Mul(decimal(a, exp), decimal(b, 0))
		return differs(x, want)
	}, coefficients(), coefficients(), exponents())
}

func TestCmpLaw(t *testing.T) {
	check(t, func(a int64, aexp int, b int64, bexp int) string {
		x, y := Decimal(a, aexp), Decimal(b, bexp)
		want := decimal(a, aexp).Cmp(decimal(b, bexp))
		if x.Cmp(y) != want || y.Cmp(x) != -want || x.Cmp(x) != 0 {
			return fmt.Sprintf("got %d and %d, want %d", x.Cmp(y), y.Cmp(x), want)
		}
		return ""
	}, coefficients(), exponents(), coefficients(), exponents())
}

// summands generates amounts as pairs of coefficient and exponent.
func summands() gopter.Gen {
	return gen.SliceOf(gen.Struct(summandType, map[string]gopter.Gen{"Coef": coefficients(), "Exp": exponents()}))
}

func TestSumLaw(t *testing.T) {
	check(t, func(list []summand, order uint64) string {
		want := new(big.Rat)
		var whole, mixed, a, b Sum
		for i, s := range list {
			want.Add(want, decimal(s.Coef, s.Exp))
			whole.Add(s.amount())
			if i%3 == 0 {
				a.Add(s.amount())
			} else {
				b.Add(s.amount())
			}
		}
		r := rand.New(rand.NewPCG(order, 1))
		for _, i := range r.Perm(len(list)) {
			mixed.Add(list[i].amount())
		}
		ab, ba := a.Clone(), b.Clone()
		ab.Merge(b)
		ba.Merge(a)
		form := string(whole.AppendBinary(nil))
		for name, s := range map[string]Sum{"whole": whole, "mixed": mixed, "a+b": ab, "b+a": ba} {
			if s.Rat().Cmp(want) != 0 || s.Sign() != want.Sign() || string(s.AppendBinary(nil)) != form {
				return fmt.Sprintf("%s: got %v, want %v", name, s.Rat(), want)
			}
		}
		return decodes(whole)
	}, summands(), gen.UInt64())
}

// decodes tells what is wrong with the form of a sum on its way back.
func decodes(s Sum) string {
	form := s.AppendBinary(nil)
	back, rest, err := DecodeSum(append(slices.Clone(form), 9, 9))
	if err != nil || len(rest) != 2 || back.Rat().Cmp(s.Rat()) != 0 || string(back.AppendBinary(nil)) != string(form) {
		return fmt.Sprintf("%x comes back as %v, %v", form, back.Rat(), err)
	}
	for n := range form {
		if _, _, err := DecodeSum(form[:n]); err == nil {
			return fmt.Sprintf("%x: the first %d bytes are accepted", form, n)
		}
	}
	return ""
}

// A sum never wraps: past 128 bits, in either direction, it widens and is exact; and it comes back when the summands do.
func TestSumWidens(t *testing.T) {
	largest := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 120), big.NewInt(1)) // in units of 10^-Scale
	for _, sign := range []int64{1, -1} {
		a := Wide(new(big.Int).Mul(largest, big.NewInt(sign)), -Scale)
		if a.wide != nil {
			t.Fatal("the largest 128-bit amount is wide")
		}
		var s Sum
		want := new(big.Rat)
		for i := range 600 {
			s.Add(a)
			want.Add(want, a.Rat())
			if s.Rat().Cmp(want) != 0 || s.Sign() != int(sign) {
				t.Fatalf("after %d: got %v, want %v", i+1, s.Rat(), want)
			}
		}
		if s.wide == nil {
			t.Error("600 times 2^120 did not need to widen")
		}
		for range 600 {
			s.Add(a.Times(-1, 0))
		}
		if s.Sign() != 0 || string(s.AppendBinary(nil)) != string(Sum{}.AppendBinary(nil)) {
			t.Errorf("all taken away again: got %v", s.Rat())
		}
	}
}

// The numbers handed out are copies: changing one changes no sum.
func TestRatIsACopy(t *testing.T) {
	var s Sum
	s.Add(Decimal(1, -30))
	c := s.Clone()
	s.Rat().SetInt64(5)
	Decimal(1, -30).Rat().SetInt64(5)
	s.Add(Decimal(1, 0))
	if c.Rat().Cmp(decimal(1, -30)) != 0 {
		t.Errorf("got %v", c.Rat())
	}
}
