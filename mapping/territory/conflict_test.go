package territory

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
)

// smallClaims are every combination of a few lists and stretches of time.
func smallClaims() (all []Claim) {
	for _, accounts := range [][]string{nil, {"1"}, {"1", "2"}} {
		for _, countries := range [][]string{nil, {"DE"}, {"AT", "DE"}} {
			for _, segments := range [][]string{nil, {"p"}, {"i", "p"}} {
				for _, postal := range [][]string{nil, {"8"}, {"80"}, {"80", "9"}} {
					if postal != nil && countries == nil {
						continue
					}
					for _, span := range [][2]string{{"", ""}, {"2026-01-01", ""}, {"2026-01-01", "2026-03-01"}} {
						c := Claim{Accounts: accounts, Countries: countries, Postal: postal, Segments: segments}
						c.Rest = accounts == nil && countries == nil && segments == nil
						c.From, c.To = date(span[0]), date(span[1])
						all = append(all, c)
					}
				}
			}
		}
	}
	return all
}

func date(s string) funnel.Date {
	if s == "" {
		return funnel.Date{}
	}
	return funnel.MustDate(s)
}

func definitionOf(claims ...Claim) *Definition {
	d := &Definition{File: "t.toml", Name: "T", Version: "1", Zone: time.UTC}
	for i, c := range claims {
		c.Line = 10 + i
		d.Territories = append(d.Territories, Territory{Key: string(rune('a' + i)), Claims: []Claim{c}})
	}
	return d
}

// Every pair of a small world compiles if and only if no account has two winners, and then every account belongs to its winner.
func TestEveryPairOfASmallWorld(t *testing.T) {
	w, claims := smallWorld(), smallClaims()
	conflicts := 0
	for i := range claims {
		for j := i; j < len(claims); j++ {
			if testing.Short() && (i+j)%5 != 0 {
				continue
			}
			if w.check(t, definitionOf(claims[i], claims[j])) {
				conflicts++
			}
		}
	}
	t.Logf("%d conflicts among %d claims", conflicts, len(claims))
	if conflicts < 500 {
		t.Errorf("only %d conflicts: the world is too small to prove anything", conflicts)
	}
}

// The same for three and more claims, of which one may settle what two others dispute, drawn at random.
func TestManyOfASmallWorld(t *testing.T) {
	w, claims := smallWorld("r"), smallClaims()
	r := rand.New(rand.NewPCG(1, 2))
	settled, conflicts := 0, 0
	for range 5_000 {
		var some []Claim
		for range 3 + r.IntN(3) {
			c := claims[r.IntN(len(claims))]
			if r.IntN(3) == 0 {
				c.Regions = []string{"r"}
				c.Rest = false
			}
			some = append(some, c)
		}
		switch {
		case w.check(t, definitionOf(some...)):
			conflicts++
		case w.hasSettled(some):
			settled++
		}
	}
	t.Logf("%d conflicts, %d settled by a third claim", conflicts, settled)
	if settled < 50 || conflicts < 50 {
		t.Errorf("%d conflicts, %d settled: nothing is proved", conflicts, settled)
	}
}

// hasSettled tells whether two of the claims would be in conflict without the others.
func (w *world) hasSettled(claims []Claim) bool {
	for i := range claims {
		for j := range i {
			if _, err := Compile(definitionOf(claims[i], claims[j])); err != nil {
				return true
			}
		}
	}
	return false
}

// check compares Compile and Of with the slow meaning, and tells whether the claims are in conflict.
func (w *world) check(t *testing.T, d *Definition) bool {
	t.Helper()
	s, err := Compile(d)
	if err != nil {
		w.checkWitnesses(t, d, err)
	}
	conflict := false
	for i := range w.accounts {
		for _, day := range w.days {
			a := &w.accounts[i]
			keys := w.winners(d, a, day)
			conflict = conflict || len(keys) > 1
			if err != nil {
				continue
			}
			key, ok := s.Of(*a, funnel.On(day))
			if len(keys) > 1 || ok != (len(keys) == 1) || ok && key != keys[0] {
				t.Fatalf("%s: %v on %v belongs to %q, want one of %q", text(d), *a, day, key, keys)
			}
		}
	}
	if conflict != (err != nil) {
		t.Fatalf("%s: got %v, want a conflict: %v", text(d), err, conflict)
	}
	return conflict
}

// checkWitnesses tells whether each overlap is one: both claims hold for the witness and win it.
func (w *world) checkWitnesses(t *testing.T, d *Definition, err error) {
	t.Helper()
	for _, one := range err.(interface{ Unwrap() []error }).Unwrap() {
		var e *Error
		if !errors.As(one, &e) || !errors.Is(e, ErrOverlap) || e.Witness == nil || e.Other >= e.Line {
			t.Fatalf("%v is no overlap with a witness and two lines", one)
		}
		day := e.Witness.Day
		if day.IsZero() {
			day = w.days[0]
		}
		keys := w.winners(d, &e.Witness.Account, day)
		a, b := d.Territories[e.Other-10].Key, d.Territories[e.Line-10].Key
		if !has(keys, a) || !has(keys, b) {
			t.Fatalf("%s: %v is won by %q, not by %s and %s", text(d), e.Witness, keys, a, b)
		}
	}
}

func has(keys []string, key string) bool { return keys != nil && lists(keys, key) }

func text(d *Definition) (s string) {
	for _, t := range d.Territories {
		s += fmt.Sprintf("%s = (%v) ", t.Key, &t.Claims[0])
	}
	return s
}
