package script

import (
	"maps"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/koine-go/koine/kpi"
)

// wording writes a value the way a script states it: with as many fraction digits as shown, or as a fraction if that is one, and with the details
// that are asked for. What a script may not pass over in silence is written unasked: parts, n, a status.
func wording(v kpi.Value, shown string, details []string) string {
	items := []string{number(v, shown)}
	status := v.Status.String()
	told := v.Status == kpi.OK || v.Status == kpi.UndefinedZeroDenominator // "unknown" says it
	for _, d := range details {
		switch {
		case !isStatus(d):
			items = append(items, detail(v, d))
		case !told:
			items, told = append(items, status), true
		}
	}
	if !told {
		items = append(items, status)
	}
	return strings.Join(items, ", ")
}

func isStatus(text string) bool {
	for s := kpi.OK; s <= kpi.NotReached; s++ {
		if s.String() == text {
			return true
		}
	}
	return false
}

// number writes the value, its unit and its parts.
func number(v kpi.Value, shown string) string {
	figure, _, _ := strings.Cut(shown, " ")
	r, ok := v.Rat()
	switch {
	case ok && v.Unit == kpi.UnitDeals:
		return exactText(r) + " " + dealsOf(v.N)
	case !ok:
		return "unknown" + parts(v)
	case v.Den != nil && strings.Contains(figure, "/"):
		return fractionText(v) + unitOf(v)
	case v.Den == nil:
		return exactDigits(r, digits(figure)) + unitOf(v) + parts(v)
	case v.Unit == kpi.UnitRatio:
		n := digits(figure)
		d, _ := v.Decimal(n + 2)
		return d.Shift(2).StringFixed(n) + "%" + parts(v)
	}
	d, _ := v.Decimal(digits(figure))
	return d.StringFixed(digits(figure)) + unitOf(v) + parts(v)
}

// parts writes what a value is made of: the fraction as summed, and n where it is not the denominator.
func parts(v kpi.Value) string {
	n := strconv.FormatInt(v.N, 10) + " " + dealsOf(v.N)
	switch {
	case v.Den == nil:
		return " (" + n + ")"
	case v.Den.Cmp(new(big.Rat).SetInt64(v.N)) == 0:
		return " (" + fractionText(v) + ")"
	}
	return " (" + fractionText(v) + ", " + n + ")"
}

func fractionText(v kpi.Value) string { return exactText(v.Num) + "/" + exactText(v.Den) }

func unitOf(v kpi.Value) string {
	switch v.Unit {
	case kpi.UnitDays:
		return " days"
	case kpi.UnitCurrency:
		return " " + v.Currency
	}
	return ""
}

func dealsOf(n int64) string {
	if n == 1 {
		return "deal"
	}
	return "deals"
}

// digits counts the fraction digits of a number as written; two where none is.
func digits(figure string) int32 {
	if figure == "" {
		return 2
	}
	_, fraction, _ := strings.Cut(strings.TrimSuffix(figure, "%"), ".")
	return int32(min(len(fraction), 12))
}

// exactText writes a number that has an end in full, another as a fraction.
func exactText(r *big.Rat) string {
	if n, ends := r.FloatPrec(); ends {
		return r.FloatString(n)
	}
	return r.RatString()
}

// exactDigits pads with zeros and never rounds.
func exactDigits(r *big.Rat, digits int32) string {
	if n, ends := r.FloatPrec(); ends && n <= int(digits) {
		return r.FloatString(int(digits))
	}
	return exactText(r)
}

// detail writes the part of a value's extra that text names, in the words of text if it is right.
func detail(v kpi.Value, text string) string {
	name, stated, _ := strings.Cut(text, " ")
	i := slices.IndexFunc(v.Extra, func(e kpi.Extra) bool { return e.Name == name })
	if i < 0 {
		return "no " + name
	}
	switch e := v.Extra[i]; {
	case e.Kind == kpi.CountExtra:
		return name + " " + strconv.FormatInt(e.Count, 10)
	case e.Kind == kpi.TableExtra:
		return name + " " + tableText(e.Table)
	case e.Number == nil:
		return name + " unknown"
	case sameNumber(stated, e.Number):
		return text
	default:
		return name + " " + exactText(e.Number)
	}
}

// sameNumber tells whether text is r, as a decimal or as a fraction.
func sameNumber(text string, r *big.Rat) bool {
	if strings.Trim(text, "-0123456789./") != "" {
		return false
	}
	stated, ok := new(big.Rat).SetString(text)
	return ok && stated.Cmp(r) == 0
}

func tableText(table []kpi.Entry) string {
	if len(table) == 0 {
		return "none"
	}
	items := make([]string, len(table))
	for i, e := range table {
		items[i] = e.Key + ":" + strconv.FormatInt(e.Count, 10)
	}
	return strings.Join(items, " ")
}

func leftWording(left map[string]int64) string {
	if len(left) == 0 {
		return "none"
	}
	var items []string
	for _, reason := range slices.Sorted(maps.Keys(left)) {
		items = append(items, strconv.FormatInt(left[reason], 10)+" "+reason)
	}
	return strings.Join(items, ", ")
}

func dealsWording(t *kpi.Trace) string {
	var items []string
	add := func(word string, ids []string) {
		if len(ids) > 0 {
			items = append(items, word+" "+strings.Join(ids, " "))
		}
	}
	if slices.Equal(t.Part, t.Whole) {
		add("counted", t.Whole)
	} else {
		add("part", t.Part)
		add("whole", t.Whole)
	}
	left := slices.Clone(t.Left)
	slices.SortFunc(left, func(a, b kpi.LeftDeals) int { return strings.Compare(a.Reason, b.Reason) })
	for _, l := range left {
		add(l.Reason, l.IDs)
	}
	if len(items) == 0 {
		return "none"
	}
	return strings.Join(items, "; ")
}

func listWording(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, " ")
}
