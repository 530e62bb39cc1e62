package kpi_test

import (
	"math/big"
	"slices"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

// The second computation of every metric: the catalogue's formula in fractions over one snapshot at a time, without the engine. What a
// deal adds is a list of sightings; a value is their sum.

// sighting is one observation of a deal, or one reason to leave it out.
type sighting struct {
	at     funnel.Moment // of the metric's clock; none: the view's instant
	reason string        // empty if it counts
	part   *big.Rat      // adds to the numerator
	whole  *big.Rat      // adds to the denominator; nil if the metric has none
	aside  bool          // no observation: only its tags count
	tags   map[string]int64
}

type slow func(w world, s *funnel.Snapshot) []sighting

type world struct {
	view  kpi.View
	rates []funnel.Rate
}

// during tells by the definition of R-PERIOD whether m is in the period.
func (w world) during(m funnel.Moment) bool {
	p, c := w.view.Period, w.view.Calendar
	if d, ok := m.Date(); ok {
		return !d.Before(p.From) && d.Before(p.To)
	}
	t, ok := m.Time()
	from, _ := c.Start(p.From).Time()
	to, _ := c.Start(p.To).Time()
	return ok && !t.Before(from) && t.Before(to)
}

// price converts the deal's amount (R-FX), at the day of the close if there is one and atClose is true.
func (w world) price(s *funnel.Snapshot, atClose bool) (*big.Rat, string) {
	if !s.Amount.Known() {
		return nil, "no_amount"
	}
	coef, exp := s.Amount.Big()
	v := new(big.Rat).Mul(new(big.Rat).SetInt(coef), tenTo(exp))
	if s.Amount.Currency() == w.view.Currency {
		return v, ""
	}
	best := funnel.Rate{}
	for _, r := range w.rates {
		if r.From == s.Amount.Currency() && r.To == w.view.Currency && w.usable(r, s, atClose) && !r.Date.Before(best.Date) {
			best = r
		}
	}
	if best == (funnel.Rate{}) {
		return nil, "no_rate"
	}
	n, e := best.Coefficient()
	return v.Mul(v, new(big.Rat).Mul(big.NewRat(n, 1), tenTo(e))), ""
}

func (w world) usable(r funnel.Rate, s *funnel.Snapshot, atClose bool) bool {
	switch {
	case w.view.Policy == kpi.PlanRates:
		return r.Kind == funnel.Plan && r.Period.Contains(w.view.Period.From)
	case r.Kind != funnel.Spot:
		return false
	case atClose && !s.CloseDay.IsZero():
		return !s.CloseDay.Before(r.Date)
	}
	return w.view.Calendar.Precedes(funnel.On(r.Date), funnel.At(w.view.AsOf))
}

func tenTo(exp int) *big.Rat {
	r := big.NewRat(1, 1)
	for range max(exp, -exp) {
		r.Mul(r, big.NewRat(10, 1))
	}
	if exp < 0 {
		r.Inv(r)
	}
	return r
}

func left(reason string) []sighting { return []sighting{{reason: reason}} }

func counted(tags ...string) []sighting {
	s := sighting{part: big.NewRat(1, 1), tags: map[string]int64{}}
	for _, t := range tags {
		s.tags[t]++
	}
	return []sighting{s}
}

func share(in bool, tags ...string) []sighting {
	s := counted(tags...)
	s[0].whole = big.NewRat(1, 1)
	if !in {
		s[0].part = new(big.Rat)
	}
	return s
}

func days(n int) []sighting {
	if n < 0 {
		return left("negative_duration")
	}
	return []sighting{{part: big.NewRat(int64(n), 1), whole: big.NewRat(1, 1)}}
}

// dated attributes sightings to the moment of the clock, those left out too: a reason has an instant if its deal has one (ruling Q27).
func dated(at funnel.Moment, list []sighting) []sighting {
	for i := range list {
		list[i].at = at
	}
	return list
}

var (
	open      = []funnel.Status{funnel.Open, funnel.OnHold}
	active    = []funnel.Status{funnel.Open}
	won       = []funnel.Status{funnel.Won}
	lost      = []funnel.Status{funnel.Lost}
	undecided = []funnel.Status{funnel.NoDecision, funnel.NoResponse}
	decided   = []funnel.Status{funnel.Won, funnel.Lost}
	broad     = []funnel.Status{funnel.Won, funnel.Lost, funnel.NoDecision, funnel.NoResponse}
	closed    = []funnel.Status{funnel.Won, funnel.Lost, funnel.NoDecision, funnel.NoResponse, funnel.Disqualified}
)

func standingAs(statuses []funnel.Status, next slow) slow {
	return func(w world, s *funnel.Snapshot) []sighting {
		if s.Flags.Has(funnel.UnmappedStatus) {
			return left("unmapped_status")
		}
		if !slices.Contains(statuses, s.Status) {
			return nil
		}
		return next(w, s)
	}
}

// words are the statuses a source must know: each of all, and one of any.
type words struct{ all, any []funnel.Status }

// unknownTo returns those that a source should know and does not.
func (w words) unknownTo(v *funnel.Variant) []funnel.Status {
	list := slices.DeleteFunc(slices.Clone(w.all), v.HasStatus)
	if !slices.ContainsFunc(w.any, v.HasStatus) {
		list = append(list, w.any...)
	}
	return list
}

// saying leaves out what comes from a source that does not know the words, unless an earlier reason has.
func saying(asked words, next slow) slow {
	return func(w world, s *funnel.Snapshot) []sighting {
		list := next(w, s)
		if len(asked.unknownTo(s.Deal.Variant)) == 0 {
			return list
		}
		var out []sighting
		for _, seen := range list {
			switch seen.reason {
			case "unmapped_status", "no_close_date", "no_created_at", "no_history", "unmapped_stage":
			default:
				seen = sighting{at: seen.at, reason: "insufficient_source"}
			}
			out = append(out, seen)
		}
		return out[:min(len(out), 1)]
	}
}

// closedAs takes the deals closed with one of the statuses; where the source does not know one of them, with any status.
func closedAs(statuses []funnel.Status, asked words, next slow) slow {
	return standingOrUnknown(saying(asked, func(w world, s *funnel.Snapshot) []sighting {
		deaf := slices.ContainsFunc(asked.unknownTo(s.Deal.Variant), func(u funnel.Status) bool { return slices.Contains(statuses, u) })
		switch {
		case !slices.Contains(statuses, s.Status) && !(deaf && isClosed(s.Status)):
			return nil
		case s.Flags.Has(funnel.NoCloseDate):
			return left("no_close_date")
		case !w.during(s.Close):
			return nil
		}
		return dated(s.Close, next(w, s))
	}))
}

func standingOrUnknown(next slow) slow { return standingAs(append(closed, open...), next) }

func created(next slow) slow {
	return func(w world, s *funnel.Snapshot) []sighting {
		at := s.Deal.Created
		switch {
		case at.IsZero():
			return left("no_created_at")
		case !w.during(at):
			return nil
		}
		return dated(at, next(w, s))
	}
}

// placed passes on the deals of which a stage KPI by events can tell anything (rulings Q07, Q47a).
func placed(stage funnel.Stage, next slow) slow {
	return func(w world, s *funnel.Snapshot) []sighting {
		moved := slices.ContainsFunc(s.Path, func(p funnel.Step) bool { return w.during(p.At) })
		switch {
		case s.Flags.Has(funnel.NoHistory) && s.Deal.Created.IsZero():
			return left("no_created_at")
		case s.Flags.Has(funnel.NoHistory) && w.during(s.Deal.Created):
			return left("no_history")
		case s.Flags.Has(funnel.NoHistory):
			return nil
		case s.Flags.Has(funnel.UnmappedStage) && moved:
			return left("unmapped_stage")
		case s.Flags.Has(funnel.UnmappedStage):
			return nil
		case !s.Deal.Variant.HasStage(stage) && moved:
			return left("stage_not_in_local_model")
		case !s.Deal.Variant.HasStage(stage):
			return nil
		}
		return next(w, s)
	}
}

func entered(stage funnel.Stage, exactly bool, next slow) slow {
	return placed(stage, func(w world, s *funnel.Snapshot) []sighting {
		for _, p := range s.Path {
			if exactly && p.Named && p.Stage == stage || !exactly && p.Status.IsOpen() && p.Stage >= stage {
				if !w.during(p.At) {
					return nil
				}
				return dated(p.At, next(w, s))
			}
		}
		return nil
	})
}

func staged(next slow) slow {
	return func(w world, s *funnel.Snapshot) []sighting {
		if s.Flags.Has(funnel.NoHistory) {
			return left("no_history")
		}
		if s.Flags.Has(funnel.UnmappedStage) {
			return left("unmapped_stage")
		}
		return next(w, s)
	}
}

func one(world, *funnel.Snapshot) []sighting { return counted() }

// wonOf is the fold of the hit rates.
func wonOf(_ world, s *funnel.Snapshot) []sighting { return share(s.Status == funnel.Won) }

// sum adds up amounts, negative ones included and counted.
func sum(w world, s *funnel.Snapshot) []sighting {
	v, reason := w.price(s, true)
	if reason != "" {
		return left(reason)
	}
	out := []sighting{{part: v, tags: map[string]int64{}}}
	if v.Sign() < 0 {
		out[0].tags["negative_amount"] = 1
	}
	return out
}

// positive leaves negative amounts out too and hands on the others.
func positive(next func(v *big.Rat, w world, s *funnel.Snapshot) []sighting) slow {
	return func(w world, s *funnel.Snapshot) []sighting {
		v, reason := w.price(s, true)
		switch {
		case reason != "":
			return left(reason)
		case v.Sign() < 0:
			return left("negative_amount")
		}
		return next(v, w, s)
	}
}

func alone(v *big.Rat, _ world, _ *funnel.Snapshot) []sighting { return []sighting{{part: v}} }

func averaged(v *big.Rat, _ world, _ *funnel.Snapshot) []sighting {
	return []sighting{{part: v, whole: big.NewRat(1, 1)}}
}

// weigh makes of a share by count one by value.
func weigh(next slow) slow {
	return positive(func(v *big.Rat, w world, s *funnel.Snapshot) []sighting {
		list := next(w, s)
		for i := range list {
			if list[i].reason == "" {
				list[i].part.Mul(list[i].part, v)
				list[i].whole.Mul(list[i].whole, v)
			}
		}
		return list
	})
}
