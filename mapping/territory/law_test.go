package territory

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/koine-go/koine/funnel"
)

// parameters are those of every law here: a fixed seed, so that a failure repeats.
func parameters(runs int) *gopter.TestParameters {
	p := gopter.DefaultTestParametersWithSeed(1)
	p.MinSuccessfulTests = runs
	if testing.Short() {
		p.MinSuccessfulTests = runs / 5
	}
	return p
}

func some(r *rand.Rand, lists ...[]string) []string { return lists[r.IntN(len(lists))] }

func randomClaim(r *rand.Rand) Claim {
	c := Claim{Countries: some(r, nil, []string{"DE"}, []string{"AT", "DE"}, []string{"AT"}), Regions: some(r, nil, nil, nil, []string{"r"}),
		Segments: some(r, nil, nil, []string{"p"}, []string{"i"}), From: date([]string{"", "", "2026-01-01"}[r.IntN(3)])}
	if c.Countries != nil {
		c.Postal = some(r, nil, nil, []string{"8"}, []string{"80", "9"})
	}
	if r.IntN(6) == 0 {
		c.Accounts = some(r, []string{"1"}, []string{"1", "2"})
	}
	c.Rest = c.Countries == nil && c.Regions == nil && c.Segments == nil && c.Accounts == nil
	return c
}

func randomMarket(r *rand.Rand) Market {
	m := Market{Countries: some(r, []string{"DE"}, []string{"AT", "DE"}, nil), Segments: some(r, nil, []string{"i", "p"}, []string{"p"}),
		Regions: some(r, nil, []string{"r"}), From: date([]string{"", "2026-01-01"}[r.IntN(2)]), Line: 5}
	if m.Countries != nil {
		m.Postal = some(r, nil, []string{"99"}, []string{"9", "99"})
	}
	return m
}

// A closed definition that compiles gives every account of its universe exactly one territory on every day; one that does not has an account with
// two or, in its universe, with none; and each witness of a gap is one.
func TestExactlyOneLaw(t *testing.T) {
	w := smallWorld("r")
	compiled, gaps := 0, 0
	properties := gopter.NewProperties(parameters(3_000))
	properties.Property("exactly one", prop.ForAll(func(seed uint64) string {
		r := rand.New(rand.NewPCG(seed, 0))
		var claims []Claim
		for range 1 + r.IntN(4) {
			claims = append(claims, randomClaim(r))
		}
		d := definitionOf(claims...)
		d.Universe = []Market{randomMarket(r)}
		_, err := Compile(d)
		if err == nil {
			compiled++
		}
		if errors.Is(err, ErrGap) {
			gaps++
		}
		return w.verdict(d, err)
	}, gen.UInt64()))
	properties.TestingRun(t)
	if compiled < 50 || gaps < 50 {
		t.Errorf("%d compile, %d have gaps: nothing is proved", compiled, gaps)
	}
}

// verdict compares what Compile found with every account of the world; empty if they agree.
func (w *world) verdict(d *Definition, err error) string {
	two, none := false, false
	for i := range w.accounts {
		for _, day := range w.days {
			keys := w.winners(d, &w.accounts[i], day)
			two = two || len(keys) > 1
			none = none || len(keys) == 0 && isSold(d, &w.accounts[i], day)
		}
	}
	if two != errors.Is(err, ErrOverlap) || none != errors.Is(err, ErrGap) {
		return text(d) + ": " + errorText(err)
	}
	if err == nil {
		return ""
	}
	for _, one := range err.(interface{ Unwrap() []error }).Unwrap() {
		var e *Error
		if !errors.As(one, &e) || e.Witness == nil {
			return "no witness: " + one.Error()
		}
		day := e.Witness.Day
		if day.IsZero() {
			day = w.days[0]
		}
		if errors.Is(e, ErrGap) && (!isSold(d, &e.Witness.Account, day) || w.winners(d, &e.Witness.Account, day) != nil) {
			return text(d) + ": no witness: " + one.Error()
		}
	}
	return ""
}

func errorText(err error) string {
	if err == nil {
		return "no error"
	}
	return err.Error()
}

// Explain decides as Of does, gives a reason exactly where there is no territory, and a claim exactly where there is one; Check counts the same whatever
// the order of the accounts.
func TestAgreementLaw(t *testing.T) {
	w := smallWorld("r")
	properties := gopter.NewProperties(parameters(400))
	properties.Property("explained", prop.ForAll(func(seed uint64) string {
		r := rand.New(rand.NewPCG(seed, 0))
		d := definitionOf(randomClaim(r), randomClaim(r), randomClaim(r))
		s, err := Compile(d)
		if err != nil {
			return ""
		}
		at := funnel.On(w.days[r.IntN(len(w.days))])
		for _, a := range w.accounts {
			key, ok := s.Of(a, at)
			e := s.Explain(a, at)
			if e.Territory != key || ok != (e.Claim != nil) || ok != (e.Reason == Assigned) {
				return text(d) + e.String()
			}
			if why := w.unsure(d, a, e, at); why != "" {
				return text(d) + why + "\n" + e.String()
			}
		}
		return agree(s, w.accounts, at, r)
	}, gen.UInt64()))
	properties.TestingRun(t)
}

// unsure says what is wrong with the certainty of an explanation: one that is sure is right for every account that knows more.
func (w *world) unsure(d *Definition, a Account, e Explanation, at funnel.Moment) string {
	if e.Unsure || e.Claim == nil && e.Reason != Uncovered {
		return ""
	}
	day, _ := at.Date()
	for i := range w.accounts {
		more := &w.accounts[i]
		if !knowsMore(a, *more) {
			continue
		}
		if keys := w.winners(d, more, day); len(keys) == 0 && e.Claim != nil || len(keys) > 0 && keys[0] != e.Territory {
			return "sure, but " + more.String() + " is won by " + strings.Join(keys, ", ")
		}
	}
	return ""
}

func knowsMore(a, b Account) bool {
	same := func(known, now string) bool { return known == "" || known == now }
	return same(a.ID, b.ID) && same(a.Country, b.Country) && same(a.Region, b.Region) && same(a.Postal, b.Postal) && same(a.Segment, b.Segment)
}

func agree(s *Set, accounts []Account, at funnel.Moment, r *rand.Rand) string {
	shuffled := slices.Clone(accounts)
	r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	a, b := s.Check(slices.Values(accounts), at), s.Check(slices.Values(shuffled), at)
	total := 0
	for _, t := range a.Territories {
		total += t.Accounts
	}
	for _, g := range a.Unassigned {
		total += g.Accounts
	}
	if a.String() != b.String() || total != len(accounts) {
		return a.String() + b.String()
	}
	return ""
}
