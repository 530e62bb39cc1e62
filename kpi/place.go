package kpi

import "github.com/koine-go/koine/funnel"

// place is where a clock finds a deal: in the period or not, at which moment, and if it cannot tell, why.
type place struct {
	in   bool
	at   funnel.Moment // none: the view's instant
	skip Skip          // Counted unless the clock itself must leave the deal out
}

// outside is the place of a deal that the clock does not count.
var outside = place{}

// place finds f by the clock. A deal that cannot be placed for want of history counts as left out where it was created in the period, one
// with an unmapped stage where it has an event in it, both at the view's instant (ruling Q07).
func (c Clock) place(f *Fact, p funnel.Span) place {
	switch c.kind {
	case standing:
		return place{in: true}
	case created:
		return place{in: f.Deal.Created.IsZero() || p.Holds(f.Deal.Created), at: f.Deal.Created}
	case closed:
		return c.closed(f, p)
	}
	switch {
	case f.Flags.Has(funnel.NoHistory) && f.Deal.Created.IsZero():
		return place{in: true, skip: NoCreatedAt}
	case f.Flags.Has(funnel.NoHistory):
		return place{in: p.Holds(f.Deal.Created), skip: NoHistory}
	case f.Flags.Has(funnel.UnmappedStage):
		return place{in: moved(f, p), skip: UnmappedStage}
	case c.kind == absent || !f.Deal.Variant.HasStage(c.stage):
		return place{in: moved(f, p), skip: StageNotInLocalModel}
	}
	return c.event(f, p)
}

func (c Clock) closed(f *Fact, p funnel.Span) place {
	switch {
	case f.Flags&(funnel.NoCloseDate|funnel.UnmappedStatus) != 0:
		return place{in: true}
	case !f.Status.Closed():
		return outside
	}
	return place{in: p.Holds(f.Close), at: f.Close}
}

func (c Clock) event(f *Fact, p funnel.Span) place {
	switch c.kind {
	case entered:
		if step, ok := f.Entered(c.stage); ok {
			return place{in: p.Holds(step.At), at: step.At}
		}
	case enteredExactly:
		if i := f.EnteredExactly(c.stage, 0); i >= 0 {
			return place{in: p.Holds(f.Path[i].At), at: f.Path[i].At}
		}
	case stayed:
		return c.stayed(f, p)
	case left:
		return c.left(f, p)
	}
	return outside
}

func (c Clock) stayed(f *Fact, p funnel.Span) place {
	for i := len(f.Visits) - 1; i >= 0; i-- {
		if v := &f.Visits[i]; v.Stage == c.stage && p.Holds(v.Leave) {
			return place{in: true, at: v.Leave}
		}
	}
	v, ok := f.Current()
	return place{in: ok && v.Stage == c.stage}
}

// left also takes a deal whose close was relabelled in the period, though the visit ended before it, and one that closed without ever
// having had a stage, which the KPI leaves out as no_stage (rulings Q48, Q49).
func (c Clock) left(f *Fact, p funnel.Span) place {
	drops := f.Status.Closed() && f.Status != funnel.Won && p.Holds(f.Close)
	if drops && (f.Stage == c.stage || f.Stage == funnel.NoStage) {
		return place{in: true, at: f.Close}
	}
	for i := len(f.Visits) - 1; i >= 0; i-- {
		v := &f.Visits[i]
		advanced := v.Next > v.Stage || v.Ended != funnel.UnknownStatus
		if v.Stage == c.stage && advanced && p.Holds(v.Leave) {
			return place{in: true, at: v.Leave}
		}
	}
	return outside
}

// moved tells whether the deal has any event in the period.
func moved(f *Fact, p funnel.Span) bool {
	for i := range f.Path {
		if p.Holds(f.Path[i].At) {
			return true
		}
	}
	return false
}
