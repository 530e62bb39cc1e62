package kpi_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

// A generated deal is a pure function of its number and a seed: gopter shrinks a world by leaving deals out, and the seeds it prints are the world.

// dealSeeds generates worlds of up to a hundred deals.
func dealSeeds() gopter.Gen { return gen.SliceOf(gen.UInt64().WithShrinker(gopter.NoShrinker)) }

func deals(seeds []uint64) []*funnel.Deal {
	list := make([]*funnel.Deal, len(seeds))
	for i, seed := range seeds {
		list[i] = newDeal(i, seed)
	}
	return list
}

// steadyDeals returns n deals that are always the same.
func steadyDeals(n int) []*funnel.Deal {
	list := make([]*funnel.Deal, n)
	for i := range list {
		list[i] = newDeal(i, uint64(i)*0x9e3779b97f4a7c15)
	}
	return list
}

type dice struct{ *rand.Rand }

func newDice(seed uint64) dice { return dice{rand.New(rand.NewPCG(seed, 7))} }

// oneIn is true once in n throws.
func (r dice) oneIn(n int) bool { return r.IntN(n) == 0 }

func pick[T any](r dice, from ...T) T { return from[r.IntN(len(from))] }

func newDeal(number int, seed uint64) *funnel.Deal {
	r := newDice(seed)
	d := &funnel.Deal{ID: fmt.Sprintf("D%04d", number), Amount: r.amount(), ExpectedClose: r.expected(), Probability: r.probability(),
		Region: r.region(), Owner: r.label("ann", "bo", ""), Segment: r.label("large", "small", ""), ProductGroup: r.label("pumps", "valves", ""),
		SellingEntity: r.label("DE01", "US01"), Team: r.label("north", ""), Source: r.label("fair", "web"), SizeBand: r.label("S", "M", ""),
		Complexity: int8(r.IntN(6)), Variant: pick(r, nil, nil, nil, nil, nil, withoutOffer, withoutQualified, withoutLost, withoutUndecided, withoutEnds),
		Deleted: r.oneIn(40), Test: r.oneIn(40)}
	if r.oneIn(40) {
		d.MergedInto = "D9999"
	}
	start := r.instant()
	d.Created = r.creation(start)
	if r.oneIn(6) {
		r.byRecord(d, start)
	} else {
		r.byEvents(d, start)
	}
	r.fields(d, start)
	r.mapped(d)
	return d
}

// mapped says by which version of a profile each part was read. Some versions are as rare as an event of a deal that nobody knew of yet.
func (r dice) mapped(d *funnel.Deal) {
	d.Profile = r.label("", "de@3", "de@4")
	for i := range d.Events {
		d.Events[i].Profile = r.label("", "de@1", "de@2", "de@3", fmt.Sprint("us@", r.IntN(500)))
	}
}

var (
	withoutOffer     = funnel.NewVariant([]funnel.Stage{funnel.Prospect, funnel.Qualified, funnel.Negotiation}, nil)
	withoutQualified = funnel.NewVariant([]funnel.Stage{funnel.Prospect, funnel.Contact, funnel.Offered}, nil)
	// A CRM whose lost deals are deleted or left open, one that knows won and lost alone, and one that says closed without saying how.
	withoutLost      = funnel.NewVariant(nil, []funnel.Status{funnel.Open, funnel.Won})
	withoutUndecided = funnel.NewVariant(nil, []funnel.Status{funnel.Open, funnel.Won, funnel.Lost})
	withoutEnds      = funnel.NewVariant(nil, []funnel.Status{funnel.Open, funnel.OnHold})
)

// byRecord closes or leaves open a deal without any history.
func (r dice) byRecord(d *funnel.Deal, start time.Time) {
	d.Status, d.Stage = pick(r, everyStatus...), pick(r, everyStage...)
	d.Cause = pick(r, funnel.NoCause, funnel.Pricing)
	if d.Status.Closed() && !r.oneIn(4) {
		d.Closed = r.moment(start.Add(r.span()))
	}
}

func (r dice) byEvents(d *funnel.Deal, start time.Time) {
	at := start
	sequenced := r.IntN(3)
	for i := range 1 + r.IntN(7) {
		e := funnel.Event{ID: fmt.Sprintf("%s.%d", d.ID, i), DealID: d.ID, At: r.moment(at), Status: funnel.Open}
		if sequenced == 0 || sequenced == 1 && r.oneIn(2) {
			e.Seq = funnel.Seq(i)
		}
		r.become(&e)
		d.Events = append(d.Events, e)
		at = at.Add(r.span())
		d.Status, d.Stage = e.Status, e.Stage
	}
	d.Cause = pick(r, funnel.NoCause, funnel.NoCause, funnel.Budget)
	if r.oneIn(60) {
		d.Status = funnel.Void // with no event to say so: void at every instant
	}
	if r.oneIn(4) {
		r.Shuffle(len(d.Events), func(i, j int) { d.Events[i], d.Events[j] = d.Events[j], d.Events[i] })
	}
}

// become says what an event is: mostly a step of the way, in either direction, sometimes an end, seldom something nobody understands.
func (r dice) become(e *funnel.Event) {
	switch n := r.IntN(30); {
	case n < 15:
		e.Stage = pick(r, everyStage[1:]...)
	case n < 17:
		e.Status, e.Stage = funnel.OnHold, pick(r, funnel.NoStage, funnel.Offered)
	case n == 17: // the stage goes on
	case n == 18:
		e.LocalStage = funnel.LabelOf("somewhere")
	case n == 19:
		e.Status, e.LocalStatus = funnel.UnknownStatus, funnel.LabelOf("somehow")
	case n < 24:
		e.Status = funnel.Won
	default:
		e.Status = pick(r, funnel.Lost, funnel.Lost, funnel.NoDecision, funnel.NoResponse, funnel.Disqualified, funnel.Void)
		e.Cause = pick(r, funnel.NoCause, funnel.Competitive, funnel.Pricing, funnel.Timing, funnel.OwnProcess)
		e.Stage = pick(r, funnel.NoStage, funnel.Commitment) // a terminal event's stage says nothing
	}
}

var (
	everyStatus = []funnel.Status{funnel.UnknownStatus, funnel.Open, funnel.OnHold, funnel.Won, funnel.Lost, funnel.NoDecision,
		funnel.NoResponse, funnel.Disqualified, funnel.Void}
	everyStage = []funnel.Stage{funnel.NoStage, funnel.Prospect, funnel.Contact, funnel.Qualified, 35, funnel.Solution, funnel.Offered,
		funnel.Negotiation, funnel.Commitment}
)

func (r dice) fields(d *funnel.Deal, start time.Time) {
	if !r.oneIn(3) {
		return
	}
	for range 1 + r.IntN(4) {
		e := funnel.FieldEvent{DealID: d.ID, At: r.moment(start.Add(r.span()))}
		switch e.Field = pick(r, funnel.RegionField, funnel.OwnerField, funnel.AmountField, funnel.ExpectedCloseField); e.Field {
		case funnel.AmountField:
			e.Old.Amount, e.New.Amount = r.amount(), r.amount()
		case funnel.ExpectedCloseField:
			e.Old.Date, e.New.Date = r.expected(), r.expected()
		default:
			e.Old.Label, e.New.Label = r.region(), r.region()
		}
		if len(d.Events) > 0 && r.oneIn(3) {
			e.At = pick(r, d.Events...).At // at the same moment as an event, so that it counts there
		}
		d.FieldEvents = append(d.FieldEvents, e)
	}
}

// edges are instants at which days, periods, summer time and the views' instants begin, and the ones just before them.
var edges = []time.Time{instant("2025-12-31T23:00:00Z"), instant("2026-01-01T00:00:00Z"), instant("2026-01-01T05:00:00Z"),
	instant("2026-02-20T12:00:00Z"), instant("2026-03-08T07:00:00Z"), instant("2026-03-28T22:00:00Z"), instant("2026-03-29T01:00:00Z"),
	instant("2026-03-31T22:00:00Z"), instant("2026-03-31T22:30:00Z")}

func instant(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		panic(err)
	}
	return t
}

func (r dice) instant() time.Time {
	if r.oneIn(5) {
		return pick(r, edges...).Add(pick(r, 0, -time.Microsecond))
	}
	return instant("2025-11-01T00:00:00Z").Add(time.Duration(r.IntN(150*24*60)) * time.Minute)
}

func (r dice) span() time.Duration {
	return pick(r, 0, 0, time.Minute, 7*time.Hour, 24*time.Hour, time.Duration(r.IntN(60*24))*time.Hour)
}

// moment is t, or only its day.
func (r dice) moment(t time.Time) funnel.Moment {
	if r.oneIn(8) {
		return funnel.On(dayOf(t))
	}
	return funnel.At(t)
}

func dayOf(t time.Time) funnel.Date {
	y, m, d := t.UTC().Date()
	day, err := funnel.NewDate(y, m, d)
	if err != nil {
		panic(err)
	}
	return day
}

// creation is the first event's moment as a rule; it may be missing, earlier, or later than everything else.
func (r dice) creation(start time.Time) funnel.Moment {
	switch r.IntN(12) {
	case 0:
		return funnel.Moment{}
	case 1:
		return r.moment(start.Add(-r.span()))
	case 2:
		return r.moment(start.Add(r.span()))
	}
	return r.moment(start)
}

// expected is often the very day of a view's instant, or one beside it.
func (r dice) expected() funnel.Date {
	switch r.IntN(4) {
	case 0:
		return funnel.Date{}
	case 1:
		return funnel.MustDate(pick(r, "2026-02-20", "2026-04-01", "2026-03-31", "2026-06-01")).AddDays(r.IntN(3) - 1)
	}
	return dayOf(r.instant().AddDate(0, 1, 0))
}

func (r dice) amount() funnel.Money {
	text := pick(r, "", "0.00 EUR", "100000.00 EUR", "1250.5 EUR", "80000 USD", "0.000000000001 USD", "-5000 EUR", "-0.3 USD", "3000000 JPY",
		"999999999999999999 EUR", "1234567890123456789012345678.987654321 USD", "777 GBP", "19.99 CHF")
	if text == "" {
		return funnel.Money{}
	}
	return funnel.MustMoney(text)
}

func (r dice) probability() funnel.Share {
	return pick(r, funnel.Share{}, funnel.NewShare(0, 0), funnel.NewShare(1, 0), funnel.NewShare(35, -2), funnel.NewShare(11, -1), funnel.NewShare(-1, -1),
		funnel.NewShare(123456789012345678, -18))
}

func (r dice) label(names ...string) funnel.Label { return funnel.LabelOf(pick(r, names...)) }

func (r dice) region() funnel.Label { return r.label("DE", "US", "JP", "") }

// everyView are questions about the first quarter from which days, periods and knowledge fall differently: another zone with its summer time (in Beirut
// midnight of 29 March does not exist, and the period ends there), another instant, another policy.
var everyView = func(rates *funnel.Rates) []kpi.View {
	return []kpi.View{
		{Period: funnel.MustPeriod("2026-01-01..2026-04-01"), AsOf: instant("2026-03-31T22:00:00Z"), Calendar: calendar("Europe/Berlin"),
			Currency: funnel.MustCurrency("EUR"), Rates: rates},
		{Period: funnel.MustPeriod("2026-01-01..2026-04-01"), AsOf: instant("2026-02-20T12:00:00Z"), Calendar: calendar("Europe/Berlin"),
			Currency: funnel.MustCurrency("EUR"), Rates: rates},
		{Period: funnel.MustPeriod("2025-12-15..2026-03-29"), AsOf: instant("2026-06-01T00:00:00Z"), Calendar: calendar("Asia/Beirut"),
			Currency: funnel.MustCurrency("EUR"), Rates: rates, Policy: kpi.PlanRates},
		{Period: funnel.MustPeriod("2026-01-01..2026-03-08"), AsOf: instant("2026-03-31T22:00:00Z"), Calendar: calendar("America/New_York"),
			Currency: funnel.MustCurrency("USD"), Rates: rates},
	}
}(rateTable(allRates...))

// viewIndex generates a position in everyView.
func viewIndex() gopter.Gen { return gen.IntRange(0, len(everyView)-1) }

var allRates = []funnel.Rate{funnel.MustRate("USD EUR 0.90 2025-01-01"), funnel.MustRate("USD EUR 0.95 2026-02-15"),
	funnel.MustRate("USD EUR 0.97 2026-03-31"), funnel.MustRate("USD EUR 0.88 2025-12-01..2027-01-01"), funnel.MustRate("GBP EUR 1.15 2026-02-01"),
	funnel.MustRate("CHF EUR 1.070123456789 2025-12-31"), funnel.MustRate("CHF EUR 1.05 2025-01-01..2026-01-01"),
	funnel.MustRate("EUR USD 1.111111111111 2025-06-30")}

func rateTable(list ...funnel.Rate) *funnel.Rates {
	t, err := funnel.NewRates(list)
	if err != nil {
		panic(err)
	}
	return t
}

func calendar(zone string) *funnel.Calendar {
	l, err := time.LoadLocation(zone)
	if err != nil {
		panic(err)
	}
	c, err := funnel.NewCalendar(l, time.January, time.Monday)
	if err != nil {
		panic(err)
	}
	return c
}

// shuffled returns the deals in another order, each with its events and field events in another order.
func shuffled(list []*funnel.Deal, seed uint64) []*funnel.Deal {
	r := newDice(seed)
	out := make([]*funnel.Deal, len(list))
	for i, at := range r.Perm(len(list)) {
		d := *list[at]
		d.Events, d.FieldEvents = slices.Clone(d.Events), slices.Clone(d.FieldEvents)
		r.Shuffle(len(d.Events), func(i, j int) { d.Events[i], d.Events[j] = d.Events[j], d.Events[i] })
		r.Shuffle(len(d.FieldEvents), func(i, j int) { d.FieldEvents[i], d.FieldEvents[j] = d.FieldEvents[j], d.FieldEvents[i] })
		out[i] = &d
	}
	return out
}
