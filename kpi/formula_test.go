package kpi_test

import (
	"math/big"
	"slices"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

// The formulas of the catalogue that take more than a line, one function each.

func openCount(_ world, s *funnel.Snapshot) []sighting { return counted(s.Status.String()) }

// sumNow is the sum of A3: amounts at the rate of the view's instant, whatever the status (ruling Q35).
func sumNow(w world, s *funnel.Snapshot) []sighting {
	v, reason := w.price(s, false)
	if reason != "" {
		return left(reason)
	}
	tags := map[string]int64{}
	if v.Sign() < 0 {
		tags["negative_amount"] = 1
	}
	return []sighting{{part: v, tags: tags}}
}

func weighted(chance func(*funnel.Snapshot) funnel.Share) slow {
	return func(w world, s *funnel.Snapshot) []sighting {
		list := sum(w, s)
		if list[0].reason != "" {
			return list
		}
		p := chance(s)
		if !p.Valid() {
			return left("no_probability")
		}
		coef, exp := p.Coefficient()
		list[0].part.Mul(list[0].part, new(big.Rat).Mul(big.NewRat(coef, 1), tenTo(exp)))
		return list
	}
}

func dealChance(s *funnel.Snapshot) funnel.Share { return s.Probability }

func stageChance(s *funnel.Snapshot) funnel.Share { return chances[s.Stage] }

var chances = kpi.Probabilities{funnel.Qualified: funnel.NewShare(3, -1), funnel.Offered: funnel.NewShare(5, -1)}

func cohort(_ world, s *funnel.Snapshot) []sighting {
	if s.Status.IsOpen() {
		return share(false, "open")
	}
	return share(s.Status == funnel.Won)
}

// cohortOf is B5 by creation or by stage, whose reasons begin with the status.
func cohortOf(place func(slow) slow) slow {
	return func(w world, s *funnel.Snapshot) []sighting {
		list := saying(words{all: decided}, place(cohort))(w, s)
		if len(list) > 0 && s.Flags.Has(funnel.UnmappedStatus) {
			return dated(list[0].at, left("unmapped_status"))
		}
		return list
	}
}

func enteredBy(stage funnel.Stage) func(slow) slow {
	return func(next slow) slow { return entered(stage, false, next) }
}

func conversion(from, to funnel.Stage, strict, resolved bool) slow {
	var asked words
	if !strict {
		asked.all = won
	}
	if resolved {
		asked.all = append(slices.Clone(asked.all), funnel.Lost)
	}
	return saying(asked, entered(from, strict, func(_ world, s *funnel.Snapshot) []sighting {
		if !s.Deal.Variant.HasStage(to) {
			return left("stage_not_in_local_model")
		}
		reached := reachedByRank(s, to)
		if strict {
			reached = reachedByName(s, from, to)
		}
		if !reached && s.Status.IsOpen() && s.Stage < to {
			out := share(false, "den_all", "pending")
			out[0].aside = resolved
			return out
		}
		return share(reached, "den_all", "den_resolved")
	}))
}

func reachedByRank(s *funnel.Snapshot, to funnel.Stage) bool {
	for _, p := range s.Path {
		if p.Status == funnel.Won || p.Status.IsOpen() && p.Stage >= to {
			return true
		}
	}
	return false
}

func reachedByName(s *funnel.Snapshot, from, to funnel.Stage) bool {
	began := false
	for _, p := range s.Path {
		if began && p.Named && p.Stage == to {
			return true
		}
		began = began || p.Named && p.Stage == from
	}
	return false
}

func dropOff(stage funnel.Stage) slow {
	return saying(words{all: decided}, placed(stage, func(w world, s *funnel.Snapshot) []sighting {
		ended := s.Status.Closed() && s.Status != funnel.Won && w.during(s.Close)
		switch {
		case ended && s.Stage == funnel.NoStage:
			return dated(s.Close, left("no_stage"))
		case ended && s.Stage == stage:
			return dated(s.Close, share(true, "causes/"+s.Cause.Group().String()))
		}
		var out []sighting
		for _, v := range s.Visits {
			if v.Stage == stage && !v.Going() && (v.Next > stage || v.Ended != funnel.UnknownStatus) && w.during(v.Leave) {
				out = dated(v.Leave, share(false)) // the last one tells when
			}
		}
		return out
	}))
}

func lossCause(in func(funnel.Cause) bool) slow {
	return func(_ world, s *funnel.Snapshot) []sighting {
		return share(in(s.Cause), "causes/"+s.Cause.String(), "groups/"+s.Cause.Group().String())
	}
}

func isCompetitive(c funnel.Cause) bool { return c == funnel.Competitive }

func isCustomerInternal(c funnel.Cause) bool {
	return c == funnel.Timing || c == funnel.Budget || c == funnel.NoNeed
}

// turned is B15: of the deals that ever had one kind of status, those that went from it to another in the period.
func turned(asked words, had, then func(funnel.Status) bool) slow {
	return standingOrUnknown(func(w world, s *funnel.Snapshot) []sighting {
		if len(asked.unknownTo(s.Deal.Variant)) > 0 {
			return left("insufficient_source")
		}
		if s.Flags.Has(funnel.NoHistory) {
			if had(s.Status) {
				return left("no_history")
			}
			return nil
		}
		ever, back := false, false
		before := funnel.UnknownStatus
		for _, p := range s.Path {
			back = back || had(before) && then(p.Status) && w.during(p.At)
			ever = ever || had(p.Status)
			before = p.Status
		}
		if !ever {
			return nil
		}
		return share(back)
	})
}

func isWon(s funnel.Status) bool { return s == funnel.Won }

func isNotWon(s funnel.Status) bool { return s != funnel.Won }

func isClosed(s funnel.Status) bool { return s >= funnel.Won && s <= funnel.Disqualified }

func isOpen(s funnel.Status) bool { return s == funnel.Open || s == funnel.OnHold }

func cycle(start funnel.Stage, exclude bool) slow {
	return staged(func(w world, s *funnel.Snapshot) []sighting {
		if !s.Deal.Variant.HasStage(start) {
			return left("stage_not_in_local_model")
		}
		for _, p := range s.Path {
			if p.Status.IsOpen() && p.Stage >= start {
				return days(s.CloseDay.Sub(p.Day) - paused(s, p.Day, exclude))
			}
		}
		return left("no_start_event")
	})
}

func lead(exclude bool) slow {
	return func(_ world, s *funnel.Snapshot) []sighting {
		if s.Deal.Created.IsZero() {
			return left("no_created_at")
		}
		return days(s.CloseDay.Sub(s.CreatedDay) - paused(s, s.CreatedDay, exclude))
	}
}

// paused counts the days of ruling Q56 one by one.
func paused(s *funnel.Snapshot, from funnel.Date, exclude bool) (n int) {
	if !exclude {
		return 0
	}
	for i, p := range s.Path {
		end := s.Today
		if i+1 < len(s.Path) {
			end = s.Path[i+1].Day
		}
		for d := p.Day; p.Status == funnel.OnHold && d.Before(end); d = d.AddDays(1) {
			if !d.Before(from) {
				n++
			}
		}
	}
	return n
}

func stay(stage funnel.Stage, perVisit bool) slow {
	return placed(stage, func(w world, s *funnel.Snapshot) []sighting {
		var visits, out []sighting
		sum := 0
		at := funnel.Moment{}
		for _, v := range s.Visits {
			switch {
			case v.Stage != stage:
			case v.Going():
				out = append(out, sighting{aside: true, tags: map[string]int64{"censored": 1, "censored_age_sum": int64(s.Today.Sub(v.In))}})
			case w.during(v.Leave):
				visits, at = append(visits, days(v.Days())...), v.Leave
				sum += v.Days()
			case w.endedBefore(v.Leave):
				sum += v.Days()
			}
		}
		if len(visits) > 0 && !perVisit {
			visits = days(sum)
		}
		return append(out, dated(at, visits)...)
	})
}

func (w world) endedBefore(m funnel.Moment) bool {
	if d, ok := m.Date(); ok {
		return d.Before(w.view.Period.From)
	}
	t, _ := m.Time()
	from, _ := w.view.Calendar.Start(w.view.Period.From).Time()
	return t.Before(from)
}

func age(_ world, s *funnel.Snapshot) []sighting {
	if s.Deal.Created.IsZero() {
		return left("no_created_at")
	}
	return days(s.Today.Sub(s.CreatedDay))
}

func ageFrom(start funnel.Stage) slow {
	return staged(func(_ world, s *funnel.Snapshot) []sighting {
		if !s.Deal.Variant.HasStage(start) {
			return left("stage_not_in_local_model")
		}
		for _, p := range s.Path {
			if p.Status.IsOpen() && p.Stage >= start {
				return days(s.Today.Sub(p.Day))
			}
		}
		return left("no_start_event")
	})
}

func stalled(limits kpi.Limits, value bool) slow {
	older := func(_ world, s *funnel.Snapshot) []sighting {
		limit, ok := limits[s.Stage]
		if limits == nil {
			limit, ok = 30, true
		}
		if !ok {
			return left("no_limit")
		}
		return share(s.Today.Sub(s.Visits[len(s.Visits)-1].In) > limit)
	}
	if value {
		older = weigh(older)
	}
	return staged(func(w world, s *funnel.Snapshot) []sighting {
		if s.Stage == funnel.NoStage {
			return left("no_stage")
		}
		return older(w, s)
	})
}

func pastDue(_ world, s *funnel.Snapshot) []sighting {
	if s.ExpectedClose.IsZero() {
		return left("no_expected_close")
	}
	return share(s.ExpectedClose.Before(s.Today))
}

func noAmount(_ world, s *funnel.Snapshot) []sighting { return share(!s.Amount.Known()) }

// unmappedEvents sights every event of the period, at the view's instant.
func unmappedEvents(w world, s *funnel.Snapshot) (out []sighting) {
	for _, p := range s.Path {
		if w.during(p.At) {
			out = append(out, share(p.Unmapped)...)
		}
	}
	return out
}
