package exchange

import "github.com/koine-go/koine/funnel"

// references refuses what belongs to a deal or an offer that is not there: nothing could count it.
func (r *reader) references() {
	deals := map[string]int{} // how many source schemes use the id
	for i := range r.deals.records {
		deals[r.deals.records[i].ID]++
	}
	belongs(r, &r.events, deals, func(e *funnel.Event) string { return e.DealID })
	belongs(r, &r.fieldEvents, deals, func(e *funnel.FieldEvent) string { return e.DealID })
	belongs(r, &r.offers, deals, func(o *funnel.Offer) string { return o.DealID })
	belongs(r, &r.credits, deals, func(c *funnel.Credit) string { return c.DealID })
	belongs(r, &r.activities, deals, func(a *funnel.Activity) string { return a.DealID })
	offers := map[string]bool{}
	for i := range r.offers.records {
		offers[r.offers.records[i].ID] = true
	}
	r.activities.keep(func(a *funnel.Activity, line int) bool {
		known := a.OfferID == "" || offers[a.OfferID]
		if !known {
			r.faults = append(r.faults, &Error{line, "offer_id", quoted([]byte(a.OfferID)), ErrReference})
		}
		return known
	})
}

// belongs refuses the records whose deal is not there, or is one of several.
func belongs[T any](r *reader, c *collection[T], deals map[string]int, dealOf func(*T) string) {
	c.keep(func(v *T, line int) bool {
		id := dealOf(v)
		if id == "" || deals[id] == 1 {
			return true
		}
		what := ErrReference
		if deals[id] > 1 {
			what = ErrAmbiguous
		}
		r.faults = append(r.faults, &Error{line, "deal_id", quoted([]byte(id)), what})
		return false
	})
}

// joined returns the deals by id, each with its events. The events of all deals stay in one place.
func (r *reader) joined() []*funnel.Deal {
	deals := make([]*funnel.Deal, len(r.deals.records))
	for i := range deals {
		deals[i] = &r.deals.records[i]
	}
	deals = ordered(deals, compareDeals)
	events, fields := ordered(r.events.records, compareEvents), ordered(r.fieldEvents.records, compareFieldEvents)
	for _, d := range deals {
		n := leading(events, func(e *funnel.Event) bool { return e.DealID == d.ID })
		d.Events, events = events[:n:n], events[n:]
		n = leading(fields, func(e *funnel.FieldEvent) bool { return e.DealID == d.ID })
		d.FieldEvents, fields = fields[:n:n], fields[n:]
	}
	return deals
}

func leading[T any](list []T, belongs func(*T) bool) int {
	n := 0
	for n < len(list) && belongs(&list[n]) {
		n++
	}
	return n
}
