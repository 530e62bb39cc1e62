package mapping

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"
	"github.com/shopspring/decimal"
)

// ledgerRow is a row of a random export whose cells are all that coverage sees.
type ledgerRow struct{ id, made, amount, money, stage, status, reason string }

func ledgerRows(seed uint64) (deals []ledgerRow, history [][3]string) {
	rng := rand.New(rand.NewPCG(seed, 11))
	pick := func(s ...string) string { return s[rng.IntN(len(s))] }
	for i := range rng.IntN(15) {
		deals = append(deals, ledgerRow{fmt.Sprintf("D%02d", i), pick("", "01/05/2026", "02/06/2025"),
			pick("", "5", "-2.25", "900719925474099999", "1234567.125", "0.000000000001"), pick("USD", "EUR"),
			pick("", "Quote", "Fit", "Dead", "Demo", "Sure"), pick("", "O", "L", "X"), pick("", "Silence", "Price", "Rain")})
	}
	for range rng.IntN(25) {
		history = append(history, [3]string{fmt.Sprintf("D%02d", rng.IntN(16)), pick("12/01/2025", "02/01/2026", "x"), pick("", "Quote", "Fit", "Demo")})
	}
	slices.SortStableFunc(history, func(a, b [3]string) int { return strings.Compare(a[0], b[0]) })
	return deals, history
}

func ledgerFiles(deals []ledgerRow, history [][3]string) Files {
	var d, h strings.Builder
	d.WriteString("id,made,amount,money,stage,status,reason\n")
	for _, r := range deals {
		d.WriteString(strings.Join([]string{r.id, r.made, r.amount, r.money, r.stage, r.status, r.reason}, ",") + "\n")
	}
	h.WriteString("id,day,stage\n")
	for _, r := range history {
		h.WriteString(strings.Join(r[:], ",") + "\n")
	}
	return Files{Deals: strings.NewReader(d.String()), History: strings.NewReader(h.String())}
}

// The sums of a coverage are those of the rows, counted by hand: each value's rows and amounts, each axis's, and those in which anything is given.
func TestCoverageLaw(t *testing.T) {
	s := compile(t, crm)
	properties := gopter.NewProperties(parameters())
	properties.Property("coverage = the rows, added up", prop.ForAll(func(seed uint64) string {
		deals, history := ledgerRows(seed)
		for _, o := range []Options{{}, {Sorted: true}} {
			r := read(s, ledgerFiles(deals, history), o)
			if r.err != nil {
				return r.err.Error()
			}
			want := map[string]*tally{}
			for _, d := range deals {
				want["all"] = want["all"].deal(d, d.stage+d.status+d.reason)
				for i, text := range [...]string{d.stage, d.status, d.reason} {
					want[axisKeys[i]] = want[axisKeys[i]].deal(d, text)
					want[axisKeys[i]+text] = want[axisKeys[i]+text].deal(d, text)
				}
			}
			for _, d := range r.deals {
				for _, e := range d.Events {
					for _, key := range [...]string{"all", "stage", "stage" + e.LocalStage.String()} {
						want[key] = want[key].event()
					}
				}
			}
			got := map[string]*tally{"all": tallyOf(r.coverage.All), "stage": tallyOf(r.coverage.Stage), "status": tallyOf(r.coverage.Status), "reason": tallyOf(r.coverage.Reason)}
			for _, v := range r.coverage.Values {
				got[v.Axis.String()+v.Text] = tallyOf(v.Reach)
				rows := 0
				for _, m := range v.Meanings {
					rows += m.Rows
				}
				if rows != v.Rows() || v.Deals+v.Events != rows {
					return fmt.Sprintf("%v does not add up", v)
				}
			}
			for key, w := range want {
				if g := got[key]; w.rows > 0 && (g == nil || g.String() != w.String()) {
					return fmt.Sprintf("%s: got %v, want %v", key, g, w)
				}
			}
			if len(got) > len(want)+4 {
				return "values from nowhere"
			}
		}
		return ""
	}, gen.UInt64()))
	properties.TestingRun(t)
}

// tally is a reach counted by hand.
type tally struct {
	rows, without int
	sums          map[string]decimal.Decimal
}

func (t *tally) or() *tally {
	if t == nil {
		return &tally{sums: map[string]decimal.Decimal{}}
	}
	return t
}

func (t *tally) event() *tally {
	t = t.or()
	t.rows++
	return t
}

// deal counts a deal if the text is given.
func (t *tally) deal(d ledgerRow, text string) *tally {
	t = t.or()
	if text == "" {
		return t
	}
	t.rows++
	if d.amount == "" {
		t.without++
		return t
	}
	t.sums[d.money] = t.sums[d.money].Add(decimal.RequireFromString(d.amount))
	return t
}

func tallyOf(r Reach) *tally {
	t := &tally{rows: r.Rows(), without: r.NoAmount, sums: map[string]decimal.Decimal{}}
	for _, s := range r.Amounts {
		t.sums[s.Currency.String()] = s.Total
	}
	return t
}

func (t *tally) String() string {
	return fmt.Sprintf("%d rows, %d without, %v EUR, %v USD", t.rows, t.without, t.sums["EUR"], t.sums["USD"])
}

// Neither the order of the rows nor how the files are read shows in a coverage, and what is written of it is read back as it was.
func TestCoverageOrderLaw(t *testing.T) {
	s := compile(t, crm)
	written := func(c Coverage) string {
		var b bytes.Buffer
		if err := c.WriteJSON(&b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	properties := gopter.NewProperties(parameters())
	properties.Property("order and round trip", prop.ForAll(func(seed uint64) string {
		deals, history := ledgerRows(seed)
		want := read(s, ledgerFiles(deals, history), Options{Sorted: true}).coverage
		rng := rand.New(rand.NewPCG(seed, 12))
		rng.Shuffle(len(deals), func(i, j int) { deals[i], deals[j] = deals[j], deals[i] })
		rng.Shuffle(len(history), func(i, j int) { history[i], history[j] = history[j], history[i] })
		got := read(s, ledgerFiles(deals, history), Options{}).coverage
		if written(got) != written(want) || got.String() != want.String() {
			return fmt.Sprintf("got  %v\nwant %v", got, want)
		}
		back, err := ReadCoverage(strings.NewReader(written(want)))
		if err != nil || written(back) != written(want) {
			return fmt.Sprintf("read back: %v, %v", err, back)
		}
		if d := got.Since(back); !d.IsZero() || !reflect.DeepEqual(d.New, d.Gone) {
			return "drift from itself: " + d.String()
		}
		return ""
	}, gen.UInt64()))
	properties.TestingRun(t)
}
