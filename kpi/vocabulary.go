package kpi

import (
	"fmt"

	"github.com/koine-go/koine/funnel"
)

// Vocabulary is the statuses that a source must be able to say (funnel.Variant) for its deals to be counted: all of All, and at least one of Any. A CRM that
// knows no lost deals has not lost none: counted all the same, its wins would make a hit rate of 100 %. Its deals are left out as insufficient_source,
// those that the clock places in the period; where the population admits a status that is not said, whatever status they have, since any of them
// may stand for it. A value without any other deal is InsufficientSource (ruling Q20, spec/funnel.md 6.10), also where the clock places none, because they
// never end.
// Vocabularies compare with ==. The zero value asks nothing.
type Vocabulary struct {
	All Statuses // the zero value asks for none
	Any Statuses // the zero value asks for none

	most  Statuses // if bound: what sources say at most
	bound bool
}

// Saying is v where no source says more than these statuses, whatever the deals' own variants tell.
func (v Vocabulary) Saying(most Statuses) Vocabulary {
	v.most, v.bound = most, true
	return v
}

// SaidBy tells whether a source that says these statuses says enough.
func (v Vocabulary) SaidBy(said Statuses) bool { return v.lacking(said) == 0 }

// text is what two reports must share of it.
func (v Vocabulary) text() string {
	t := fmt.Sprintf(" says %d any %d", v.All, v.Any)
	if v.bound {
		t += fmt.Sprintf(" of %d", v.most)
	}
	return t
}

// lacking returns the statuses asked for that are not said.
func (v Vocabulary) lacking(said Statuses) Statuses {
	if v.bound {
		said &= v.most
	}
	lacking := v.All &^ said
	if v.Any&said == 0 {
		lacking |= v.Any
	}
	return lacking
}

// everything is what a source says that has not been declared.
const everything = OpenDeals | ClosedDeals | Statuses(1<<funnel.Void)

// speech is what the last source can say: deals come source by source.
type speech struct {
	variant *funnel.Variant
	said    Statuses
}

func (s *speech) of(v *funnel.Variant) Statuses {
	if v == nil {
		return everything
	}
	if v != s.variant {
		*s = speech{variant: v}
		for status := funnel.Open; status <= funnel.Void; status++ {
			if v.HasStatus(status) {
				s.said |= 1 << status
			}
		}
	}
	return s.said
}

// unsaid returns which of the statuses that the population admits, or reads if it admits all, a source with these words does not say.
func (p *Population) unsaid(said Statuses) Statuses {
	lacking := p.Vocabulary.lacking(said)
	if p.Statuses == 0 {
		return lacking
	}
	return lacking & p.Statuses
}

// countSilent counts the deals of the batch that the population may hold for all anybody knows, in the group they are in at the view's instant: they
// await an end that their source does not say, so neither clock nor status tells. Without them a source that never lost anything it could
// speak of would have a count of 0.
func (r *Report) countSilent(p *pool) {
	if !p.population.Clock.awaitsEnd() || !r.partial && p.population.unsaid(everything) == 0 {
		return
	}
	for i := range r.batch[:r.size] {
		f := &r.batch[i]
		over := f.Status.Closed() && f.CloseDay.Before(r.span.From) && !f.CloseDay.IsZero()
		if p.population.unsaid(f.said) != 0 && !over && f.CreatedDay.Before(r.span.To) {
			p.left.add(f.Held, silent)
		}
	}
}
