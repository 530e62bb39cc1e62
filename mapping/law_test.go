package mapping

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/koine-go/koine/funnel"
)

// parameters are those of every law here: a fixed seed, so that a failure repeats.
func parameters() *gopter.TestParameters {
	p := gopter.DefaultTestParametersWithSeed(20260401)
	p.MinSuccessfulTests = 150
	return p
}

// dirty is a random export of the German kind: few ids, so that they repeat, and every kind of dirt.
type dirty struct{ deals, history []string }

func dirt(seed uint64) dirty {
	rng := rand.New(rand.NewPCG(seed, 7))
	pick := func(s ...string) string { return s[rng.IntN(len(s))] }
	id := func() string { return pick("", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "\"D8\"") }
	when := func() string {
		return pick("", "05.03.2026 14:30", "06.03.2026 09:00", "30.02.2026 10:00", "29.03.2026 02:30", "03/04/2026 10:00", "x", "31.12.9999 00:00")
	}
	phase := func() string {
		return pick("", "Lead", "Angebot", "ANGEBOT", "Gewonnen", "Verloren", "Probe", "\"An\"gebot", "An\x81gebot", "\"Angebot", "\x00")
	}
	var d dirty
	for range rng.IntN(12) {
		row := []string{id(), when(), when(), pick("", "5", "$ 5 \x80", "1.2.3", "1.234,50 \x80"), pick("Meier", "Huber", "\"Mei;er\"", ""), pick("Pumpen", "Rohre"), phase(), pick("O", "G", "V", "X", ""), pick("", "Preis")}
		d.deals = append(d.deals, strings.Join(row[:len(row)-rng.IntN(8)/7], ";"))
	}
	for range rng.IntN(20) {
		d.history = append(d.history, strings.Join([]string{id(), when(), phase()}, ";"))
	}
	return d
}

func (d dirty) files() Files {
	return files(strings.Join(d.deals, "\n")+"\n", strings.Join(d.history, "\n")+"\n\n")
}

// Whatever the dirt, every row becomes a deal, an event, or a refused row with a Finding.
func TestRowsLaw(t *testing.T) {
	s := german(t)
	properties := gopter.NewProperties(parameters())
	properties.Property("rows = deals + events + refused", prop.ForAll(func(seed uint64) string {
		r := read(s, dirt(seed).files(), Options{})
		if r.err != nil {
			return r.err.Error()
		}
		c, events := r.counts, 0
		for _, d := range r.deals {
			events += len(d.Events)
		}
		refused := map[string]bool{}
		for _, f := range r.findings {
			if !f.Kept {
				refused[fmt.Sprint(f.File, f.Line)] = true
			}
		}
		if c.Rows() != len(r.deals)+events+c.Refused() || c.Refused() != len(refused) || c.Findings != len(r.findings) {
			return fmt.Sprintf("%+v with %d deals, %d events, %d refused rows", c, len(r.deals), events, len(refused))
		}
		for _, v := range r.coverage.Values {
			if v.Rows() != v.Deals+v.Events {
				return fmt.Sprintf("%+v does not add up", v)
			}
		}
		for _, f := range r.fields {
			rows := f.Given + f.Blank + f.SetAside
			if f.File == "deals" && rows != c.Deals || rows < c.Events && f.File == "history" || f.None > f.Blank || f.Repaired > f.Given {
				return fmt.Sprintf("%+v does not add up", f)
			}
		}
		return ""
	}, gen.UInt64()))
	properties.TestingRun(t)
}

// The order of the rows carries no meaning (ruling Q18a).
func TestOrderLaw(t *testing.T) {
	s := german(t)
	properties := gopter.NewProperties(parameters())
	properties.Property("a shuffled file gives the same deals", prop.ForAll(func(seed uint64) string {
		d := dirt(seed)
		whole := func(row string) bool { return !strings.Contains(row, `;"An`) } // a broken quote takes the next line with it
		d.deals, d.history = slices.DeleteFunc(d.deals, func(r string) bool { return !whole(r) }), slices.DeleteFunc(d.history, func(r string) bool { return !whole(r) })
		want := sortedDeals(read(s, d.files(), Options{}))
		rng := rand.New(rand.NewPCG(seed, 8))
		rng.Shuffle(len(d.deals), func(i, j int) { d.deals[i], d.deals[j] = d.deals[j], d.deals[i] })
		rng.Shuffle(len(d.history), func(i, j int) { d.history[i], d.history[j] = d.history[j], d.history[i] })
		if got := sortedDeals(read(s, d.files(), Options{})); !slices.Equal(got, want) {
			return fmt.Sprintf("got %v, want %v", got, want)
		}
		return ""
	}, gen.UInt64()))
	properties.TestingRun(t)
}

// Reading along two sorted files gives what joining them gives.
func TestMergeLaw(t *testing.T) {
	s := german(t)
	properties := gopter.NewProperties(parameters())
	properties.Property("merge = join", prop.ForAll(func(seed uint64) string {
		d := dirt(seed)
		slices.SortStableFunc(d.deals, byID)
		slices.SortStableFunc(d.history, byID)
		a, b := read(s, d.files(), Options{}), read(s, d.files(), Options{Sorted: true})
		a.counts.Findings, b.counts.Findings = 0, 0 // a refused row's cells are looked at by one of them only
		if b.err != nil || a.counts != b.counts || !slices.Equal(sortedDeals(a), sortedDeals(b)) || fmt.Sprint(a.coverage) != fmt.Sprint(b.coverage) || !reflect.DeepEqual(a.fields, b.fields) {
			return fmt.Sprintf("%v\n%+v\n%+v\n%v\n%v\n%v\n%v", b.err, a.counts, b.counts, sortedDeals(a), sortedDeals(b), a.coverage, b.coverage) + fmt.Sprintf("\n%+v\n%+v", a.fields, b.fields)
		}
		return ""
	}, gen.UInt64()))
	properties.TestingRun(t)
}

// byID orders rows by the id as read.
func byID(a, b string) int {
	return strings.Compare(strings.Trim(strings.SplitN(a, ";", 2)[0], `"`), strings.Trim(strings.SplitN(b, ";", 2)[0], `"`))
}

// sortedDeals writes everything of the deals and their events.
func sortedDeals(r result) (all []string) {
	for _, d := range r.deals {
		one := *d
		one.Variant, one.Events = nil, nil
		all = append(all, fmt.Sprintf("%+v %v %+v", one, d.Amount, eventTexts(d.Events)))
	}
	slices.Sort(all)
	return all
}

func eventTexts(events []funnel.Event) (all []string) {
	for _, e := range events {
		all = append(all, fmt.Sprintf("%+v", e))
	}
	return all
}
