package normalize_test

import (
	"errors"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// inferSeed makes every run the same; change it by hand to look elsewhere.
const inferSeed = 20260305

// inferred are the kinds with texts that two of the locales read differently, texts that only some of them read, and
// texts that nobody reads.
var inferred = []struct {
	kind  normalize.Kind
	among string
	opts  []normalize.Option
	texts []any
}{
	{normalize.KindNumber, "de-DE en-US fr-FR de-CH en-IN nl-NL", nil,
		[]any{"1", "1.234", "1,234", "1,5", "1.5", "1 234", "12,34,567", "1.234,5", "1’234.5", "x", " ", "1234567890123456789.5"}},
	{normalize.KindPercent, "de-DE en-US tr-TR", nil, []any{"5 %", "%5", "1.234 %", "1,234 %", "1,5 %", "5"}},
	{normalize.KindMoney, "de-DE en-US en-CA de-AT", []normalize.Option{normalize.HomeCurrency(funnel.MustCurrency("USD"))},
		[]any{"5 €", "1.234 EUR", "1,234 EUR", "$5", "$1.50", "5", "kr 5", ""}},
	{normalize.KindDate, "de-DE en-US en-GB mt", nil,
		[]any{"05.03.2026", "25.03.2026", "05/03/2026", "25/03/2026", "03/25/2026", "05-03-2026", "2026-03-05", "5. März 2026", "Mar 5, 2026", "05/05/2026", "5.3.26", ""}},
	{normalize.KindDate, "de-DE en-US", []normalize.Option{normalize.Pivot(1970)},
		[]any{"05.03.26", "25.03.26", "05/03/26", "26/03/05", "03/25/26", "05-03-26", "2026-03-05", "5. März 2026"}},
	{normalize.KindTime, "en-US de-DE zh-CN", nil, []any{"14:30", "2:30 PM", "下午1:05", "25:00", "00:00:00.5"}},
	{normalize.KindInstant, "de-DE en-US", nil, []any{"05.03.2026 14:30", "05/03/2026 14:30", "3/25/2026 2:30 PM", "2026-03-05T14:30:05Z", "2026-03-05"}},
	// Texts of one shape of which only some are read: an offset too wide, a zone that is none, a day that the system lacks.
	{normalize.KindInstant, "de-DE en-US", nil, []any{"2026-03-05T14:30:05+15:00", "2026-03-05T14:30:05+14:00", "05.03.2026 14:30 CST", "05.03.2026 14:30 UTC", "05.03.2026 14:30 ABC"}},
	{normalize.KindDate, "de-DE fr-FR", []normalize.Option{normalize.ExcelSerial(normalize.Excel1900)}, []any{"45000", "60", "45000.5", "45000.0", "45000,0", "99999", "05.03.2026", "0"}},
}

// slowConvention is a locale, as given or with a declared order, with what it makes of every cell: a value or nothing.
type slowConvention struct {
	name, plain string
	values      []string
	refused     int
}

// slowRead is the value of a cell as text.
func slowRead(kind normalize.Kind, l *normalize.Locale, b []byte) string {
	var text string
	var err error
	switch kind {
	case normalize.KindNumber:
		var n normalize.Number
		n, err = l.Number(b)
		text = n.Decimal().Rat().RatString()
	case normalize.KindPercent:
		var n normalize.Number
		n, err = l.Percent(b)
		text = n.Decimal().Rat().RatString()
	case normalize.KindMoney:
		var m normalize.Money
		m, err = l.Money(b)
		text = m.Amount.Decimal().Rat().RatString() + m.Amount.Currency().String()
	case normalize.KindDate:
		var d normalize.Date
		d, err = l.Date(b)
		text = d.Date.String()
	case normalize.KindTime:
		var c normalize.Clock
		c, err = l.Time(b)
		text = c.String()
	case normalize.KindInstant:
		var i normalize.Instant
		i, err = l.Instant(b, time.UTC)
		text = i.Time.Format(time.RFC3339Nano)
	}
	if err != nil {
		return ""
	}
	return text
}

// slowCandidates are the locales as given and then with each order declared, by the declaration of the one given.
func slowCandidates(kind normalize.Kind, tags string, opts []normalize.Option) (list []*normalize.Locale, plain []string) {
	list = among(tags, opts...)
	for _, l := range list {
		plain = append(plain, l.Declaration())
	}
	if kind != normalize.KindDate && kind != normalize.KindInstant {
		return list, plain
	}
	for i, tag := range strings.Fields(tags) {
		for _, o := range []normalize.Order{normalize.DMY, normalize.MDY, normalize.YMD} {
			list = append(list, normalize.MustFor(tag, append(slices.Clone(opts), normalize.DateOrder(o))...))
			plain = append(plain, plain[i])
		}
	}
	return list, plain
}

// slowInfer reads all cells by all conventions and only then looks at what it has.
func slowInfer(kind normalize.Kind, cells []string, list []*normalize.Locale, plain []string) (all []slowConvention) {
	for i, l := range list {
		c := slowConvention{name: l.Declaration(), plain: plain[i]}
		for _, cell := range cells {
			v := ""
			if strings.TrimSpace(cell) != "" {
				if v = slowRead(kind, l, []byte(cell)); v == "" {
					c.refused++
				}
			}
			c.values = append(c.values, v)
		}
		all = append(all, c)
	}
	return all
}

// slowVerdict groups conventions that agree about every cell; those with an order declared for a locale that reads all
// without are left out. Each group is written as its names, its refusals and its values.
func slowVerdict(all []slowConvention) (open, broken []string) {
	settled := map[string]bool{}
	for _, c := range all {
		if c.name == c.plain {
			settled[c.name] = c.refused == 0
		}
	}
	var order []string
	groups := map[string][]string{}
	for _, c := range all {
		if c.name != c.plain && settled[c.plain] {
			continue
		}
		key := strings.Join(c.values, "\x00")
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], c.name)
		if c.refused > 0 && len(groups[key]) == 1 {
			broken = append(broken, key)
		}
	}
	for _, key := range order {
		if !slices.Contains(broken, key) {
			open = append(open, strings.Join(groups[key], "; "))
		}
	}
	for i, key := range broken {
		broken[i] = strings.Join(groups[key], "; ")
	}
	return open, broken
}

// verdict is what Infer says, in the form of slowVerdict.
func verdict(c normalize.Convention, err error) (open, broken []string) {
	var e *normalize.ColumnError
	switch {
	case err == nil:
		open = append(open, declarations(append([]*normalize.Locale{c.Locale}, c.Alike...)))
		for _, r := range c.Strength.Rivals {
			broken = append(broken, declarations(r.Locales))
		}
	case errors.As(err, &e) && e.Err == normalize.ErrAmbiguous:
		for _, r := range e.Witness.Readings {
			open = append(open, declarations(r.Locales))
		}
	}
	return open, broken
}

// columns generates columns of the texts.
func columns(texts []any) gopter.Gen {
	return gen.SliceOfN(6, gen.OneConstOf(texts...)).SuchThat(func(c []string) bool { return strings.TrimSpace(strings.Join(c, "")) != "" })
}

// forAllColumns checks a law of columns for each kind.
func forAllColumns(t *testing.T, runs int, law func(kind normalize.Kind, among []*normalize.Locale, cells []string) string) {
	for _, c := range inferred {
		p := gopter.DefaultTestParametersWithSeed(inferSeed)
		p.MinSuccessfulTests = runs
		laws := gopter.NewProperties(p)
		locales := among(c.among, c.opts...)
		laws.Property(c.kind.String()+" in "+c.among, prop.ForAll(func(cells []string) *gopter.PropResult {
			fault := law(c.kind, locales, cells)
			return gopter.NewPropResult(fault == "", fault)
		}, columns(c.texts)))
		laws.TestingRun(t)
	}
}

// Infer says what reading every cell by every convention says.
func TestInferAgreesWithReadingEverything(t *testing.T) {
	for _, c := range inferred {
		p := gopter.DefaultTestParametersWithSeed(inferSeed)
		p.MinSuccessfulTests = 100
		laws := gopter.NewProperties(p)
		locales := among(c.among, c.opts...)
		list, plain := slowCandidates(c.kind, c.among, c.opts)
		laws.Property(c.kind.String()+" in "+c.among, prop.ForAll(func(cells []string) *gopter.PropResult {
			got, err := normalize.Infer(c.kind, column(cells...), locales...)
			all := slowInfer(c.kind, cells, list, plain)
			open, broken := verdict(got, err)
			wantOpen, wantBroken := slowVerdict(all)
			switch {
			case !slices.Equal(open, wantOpen):
				return gopter.NewPropResult(false, strings.Join(open, " | ")+" for "+strings.Join(wantOpen, " | "))
			case err == nil && !slices.Equal(broken, wantBroken):
				return gopter.NewPropResult(false, "rivals "+strings.Join(broken, " | ")+" for "+strings.Join(wantBroken, " | "))
			}
			fault := checkCells(cells, all, got, err)
			return gopter.NewPropResult(fault == "", fault)
		}, columns(c.texts)))
		laws.TestingRun(t)
	}
}

// checkCells compares counts and witnesses with the cells themselves.
func checkCells(cells []string, all []slowConvention, got normalize.Convention, err error) string {
	of := func(l *normalize.Locale) slowConvention {
		return all[slices.IndexFunc(all, func(c slowConvention) bool { return c.name == l.Declaration() })]
	}
	differ := func(a, b slowConvention) (n, first int) {
		first = -1
		for i := range cells {
			if a.values[i] != "" && b.values[i] != "" && a.values[i] != b.values[i] {
				if n++; n == 1 {
					first = i
				}
			}
		}
		return n, first
	}
	if err == nil {
		for _, r := range got.Strength.Rivals {
			rival, won := of(r.Locales[0]), of(got.Locale)
			by := slices.IndexFunc(cells, func(cell string) bool { return strings.TrimSpace(cell) != "" })
			for by < len(cells) && (rival.values[by] != "" || strings.TrimSpace(cells[by]) == "") {
				by++
			}
			n, first := differ(won, rival)
			if r.Refused != rival.refused || r.By.Index != by || r.Differs != n || n > 0 && r.Witness.Index != first {
				return "a rival is " + r.By.String() + " and " + r.Witness.String()
			}
		}
		return ""
	}
	var e *normalize.ColumnError
	errors.As(err, &e)
	best := slices.MinFunc(all, func(a, b slowConvention) int { return a.refused - b.refused })
	if e.Broken != best.refused {
		return "the count of broken cells is not that of the nearest convention"
	}
	if e.Err == normalize.ErrAmbiguous {
		for i, a := range e.Witness.Readings {
			for _, b := range e.Witness.Readings[:i] {
				if _, first := differ(of(a.Locales[0]), of(b.Locales[0])); first < e.Witness.Index {
					return "the witness is not the first"
				}
			}
		}
	}
	return ""
}

// The order of the cells does not matter.
func TestInferIgnoresTheOrder(t *testing.T) {
	forAllColumns(t, 30, func(kind normalize.Kind, among []*normalize.Locale, cells []string) string {
		open, broken := verdict(normalize.Infer(kind, column(cells...), among...))
		turned := slices.Clone(cells)
		slices.Reverse(turned)
		for range cells {
			turned = append(turned[1:], turned[0])
			again, brokenAgain := verdict(normalize.Infer(kind, column(turned...), among...))
			if !slices.Equal(open, again) || !slices.Equal(broken, brokenAgain) {
				return strings.Join(turned, " | ") + " gives " + strings.Join(again, " | ") + " for " + strings.Join(open, " | ")
			}
		}
		return ""
	})
}

// Blank cells change nothing, and nor does seeing every cell twice: what counts is what is read, not how often.
func TestInferOfAColumnTwice(t *testing.T) {
	forAllColumns(t, 100, func(kind normalize.Kind, among []*normalize.Locale, cells []string) string {
		open, _ := verdict(normalize.Infer(kind, column(cells...), among...))
		twice, _ := verdict(normalize.Infer(kind, column(slices.Concat([]string{"", " "}, cells, cells)...), among...))
		if !slices.Equal(open, twice) {
			return strings.Join(twice, " | ") + " for " + strings.Join(open, " | ")
		}
		return ""
	})
}

// readers are those of the locales that read every cell.
func readers(kind normalize.Kind, among []*normalize.Locale, cells []string) []string {
	open, _ := verdict(normalize.Infer(kind, column(cells...), among...))
	all := strings.Split(strings.Join(open, "; "), "; ")
	slices.Sort(all)
	return all
}

// A convention reads two columns one after the other just if it reads both: no cell brings back what another excluded. Each
// locale has its order declared here, since one that reads the first column by itself may need it for the second.
func TestInferRefines(t *testing.T) {
	for _, c := range inferred {
		p := gopter.DefaultTestParametersWithSeed(inferSeed)
		p.MinSuccessfulTests = 200
		laws := gopter.NewProperties(p)
		declared := among(c.among, append(slices.Clone(c.opts), normalize.DateOrder(normalize.DMY))...)
		laws.Property(c.kind.String()+" in "+c.among, prop.ForAll(func(one, two []string) bool {
			both := readers(c.kind, declared, slices.Concat(one, two))
			first, second := readers(c.kind, declared, one), readers(c.kind, declared, two)
			left := slices.DeleteFunc(first, func(name string) bool { return !slices.Contains(second, name) })
			if len(left) == 0 {
				left = []string{""}
			}
			return slices.Equal(both, left)
		}, columns(c.texts), columns(c.texts)))
		laws.TestingRun(t)
	}
}

// The bound on a swapped column is the largest power of ten that the exact chance allows, for every count there can be:
// 12 days of 12 months.
func TestSwappedIsBound(t *testing.T) {
	for n := range 12*12 + 1 {
		digits, _ := normalize.Strength{Distinct: n}.Swapped()
		power := func(base, n int) *big.Int {
			return new(big.Int).Exp(big.NewInt(int64(base)), big.NewInt(int64(n)), nil)
		}
		fits := func(d int) bool { // (12/30.4)^n = (15/38)^n <= 1/10^d
			return new(big.Int).Mul(power(15, n), power(10, d)).Cmp(power(38, n)) <= 0
		}
		if !fits(digits) || fits(digits+1) {
			t.Errorf("%d dates: %d digits", n, digits)
		}
	}
}
