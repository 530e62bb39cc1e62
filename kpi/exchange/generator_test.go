package exchange_test

import (
	"fmt"
	"math/rand"
	"strings"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi/exchange"
	"github.com/shopspring/decimal"
)

// maker makes records at random, in the order in which Read returns them, every member present or absent.
type maker struct{ *rand.Rand }

func (m maker) records() *exchange.Records {
	r := &exchange.Records{}
	for i := range 1 + m.Intn(4) {
		r.Deals = append(r.Deals, m.deal(fmt.Sprintf("D%d", i)))
		r.Offers = append(r.Offers, m.offer(fmt.Sprintf("O%d", i), r.Deals[i].ID))
		r.Activities = append(r.Activities, funnel.Activity{ID: fmt.Sprintf("A%d", i), SourceScheme: m.label(), DealID: r.Deals[i].ID, OfferID: r.Offers[i].ID,
			AccountID: m.text(), At: m.instant(i), Type: m.label(), Direction: funnel.LabelOf(m.one("", "in", "out", "internal")), Automated: m.maybe(),
			Outcome: m.label(), PlannedFor: m.moments(false), Pending: m.maybe()})
		r.Forecasts = append(r.Forecasts, funnel.Forecast{ID: m.text(), SourceScheme: m.scheme(i), Scope: fmt.Sprintf("rep:%d", i), Period: m.period(i),
			Category: funnel.Category(1 + m.Intn(6)), Amount: m.money(true), SubmittedAt: m.instant(i), Seq: m.sequence(), Submitter: m.text(), DealIDs: m.texts()})
		r.Quotas = append(r.Quotas, funnel.Quota{ID: m.text(), SourceScheme: m.scheme(i), Scope: fmt.Sprintf("team:%d", i), Period: m.period(i), Amount: m.money(true),
			Kind: funnel.LabelOf(m.one("bookings", "margin", "units")), CreditRule: m.text()})
		r.Credits = append(r.Credits, funnel.Credit{DealID: r.Deals[i].ID, RepID: fmt.Sprint("r", i), Share: funnel.NewShare(m.Int63n(2000)-500, -3)})
		r.Costs = append(r.Costs, funnel.Cost{ID: fmt.Sprint("C", i), SourceScheme: m.label(), Period: m.period(i), Region: m.label(),
			Category: funnel.LabelOf(m.one("travel", "tools & co")), Amount: m.money(true), ProductGroup: m.label()})
		r.Benchmarks = append(r.Benchmarks, funnel.Benchmark{Segment: funnel.LabelOf(fmt.Sprint("s", i)), SizeBand: m.label(), Complexity: int8(m.Intn(6)),
			ExpectedDays: *m.decimal(true), N: m.Intn(9), Version: m.one("", "1", "v2", "01", "9007199254740993"), ValidFrom: m.date(true)})
	}
	r.Rates = m.rates()
	return r
}

func (m maker) deal(id string) *funnel.Deal {
	d := &funnel.Deal{ID: id, SourceScheme: m.label(), Region: m.label(), SellingEntity: m.label(), Owner: m.label(), Team: m.label(), Segment: m.label(),
		ProductGroup: m.label(), Source: m.label(), SizeBand: m.label(), Complexity: int8(m.Intn(6)), Created: m.moments(true), Closed: m.moments(true),
		Amount: m.money(false), ExpectedClose: m.date(false), OnHoldUntil: m.date(false), Probability: m.share(), Category: funnel.Category(m.Intn(7)),
		Stage: funnel.Stage(10 * m.Intn(8)), Status: funnel.Status(m.Intn(9)), Cause: funnel.Cause(m.Intn(11)), Causes: m.causes(), MergedInto: m.text(),
		Deleted: m.maybe(), Test: m.maybe(), AccountID: m.text(), EndCustomer: m.text(), CustomerConfidence: m.share(), CustomerKind: m.label(),
		AmountBasis: m.label(), PricingModel: m.label(), TermMonths: m.Intn(3), Competitors: m.texts(), Winner: m.text(), LocalStage: m.label(),
		LocalStatus: m.label(), LocalReason: m.label(), Profile: m.label(),
		ExternalRefs: m.texts()}
	for i := range 1 + m.Intn(4) {
		d.Events = append(d.Events, funnel.Event{ID: fmt.Sprint(id, "-", i), DealID: id, At: m.instant(i), Seq: m.sequence(), RecordedAt: m.moments(true),
			LocalStage: m.label(), LocalStatus: m.label(), LocalReason: m.label(), Stage: funnel.Stage(10 * m.Intn(8)), Status: funnel.Status(m.Intn(9)),
			Cause: funnel.Cause(m.Intn(11)), Kind: funnel.EventKind(m.Intn(4)), Actor: m.label(), Profile: m.label()})
		field := funnel.Field(1 + m.Intn(7))
		d.FieldEvents = append(d.FieldEvents, funnel.FieldEvent{ID: m.one("", fmt.Sprint(id, "f", i)), DealID: id, Field: field, At: m.instant(i),
			Seq: m.sequence(), RecordedAt: m.moments(true), Old: m.setting(field), New: m.setting(field)})
	}
	if m.maybe() {
		d.Events[0].At = funnel.On(funnel.MustDate("2026-01-01"))
		d.FieldEvents[0].At = d.Events[0].At
	}
	return d
}

func (m maker) offer(id, deal string) funnel.Offer {
	o := funnel.Offer{ID: id, SourceScheme: m.label(), DealID: deal, Number: m.text(), Version: m.Intn(3), SentAt: m.instant(1), ValidUntil: m.date(false),
		Status: funnel.OfferStatus(1 + m.Intn(7)), DecidedAt: m.moments(false), Currency: m.currency(), DiscountReason: m.text()}
	for range m.Intn(3) {
		o.Lines = append(o.Lines, funnel.OfferLine{ProductGroup: m.label(), Quantity: m.decimal(false), ListPrice: m.decimal(false),
			NetPrice: m.decimal(false), Cost: m.decimal(false)})
	}
	return o
}

func (m maker) rates() []funnel.Rate {
	var rates []funnel.Rate
	for i := range 1 + m.Intn(6) {
		r := funnel.Rate{From: funnel.MustCurrency("USD"), To: funnel.MustCurrency("EUR"), Source: m.text(), Derived: m.maybe()}
		if i < 3 {
			r.Kind, r.Date = funnel.Spot, funnel.MustDate("2026-01-01").AddDays(i)
		} else {
			r.Kind, r.Period = funnel.Plan, m.period(i)
		}
		r, err := r.Factor(fmt.Sprintf("0.%d", 1+m.Intn(1000)))
		if err != nil {
			panic(err)
		}
		rates = append(rates, r)
	}
	return rates
}

func (m maker) setting(f funnel.Field) (s funnel.Setting) {
	switch f {
	case funnel.AmountField:
		s.Amount = m.money(false)
	case funnel.ExpectedCloseField:
		s.Date = m.date(false)
	case funnel.CategoryField:
		s.Category = funnel.Category(m.Intn(7))
	case funnel.ProbabilityField:
		s.Share = m.share()
	default:
		s.Label = m.label()
	}
	return s
}

func (m maker) maybe() bool { return m.Intn(2) == 0 }

func (m maker) one(of ...string) string { return of[m.Intn(len(of))] }

func (m maker) text() string {
	return m.one("", "", "a", "R&D <1>", "\"q\"\\", "line\nline", "\x00\x7f", "Zürich 東京 \U0001F600", "\u2028", "null", " ")
}

func (m maker) label() funnel.Label { return funnel.LabelOf(m.text()) }

// scheme differs from record to record, so that ids that happen to be the same are none.
func (m maker) scheme(i int) funnel.Label { return funnel.LabelOf(fmt.Sprint("s", i)) }

func (m maker) texts() []string {
	var list []string
	for range m.Intn(3) {
		list = append(list, m.text())
	}
	return list
}

func (m maker) causes() []funnel.Cause {
	var list []funnel.Cause
	for range m.Intn(3) {
		list = append(list, funnel.Cause(1+m.Intn(10)))
	}
	return list
}

func (m maker) sequence() funnel.Sequence {
	if m.maybe() {
		return funnel.Sequence{}
	}
	return funnel.Seq(m.Intn(5) - 2)
}

func (m maker) date(given bool) funnel.Date {
	if !given && m.maybe() {
		return funnel.Date{}
	}
	return funnel.DateOfNumber(1 + m.Int31n(3652059))
}

// instant is in the year 2026, later for a greater i, to the microsecond or not.
func (m maker) instant(i int) funnel.Moment {
	us := m.Int63n(int64(24*time.Hour/time.Microsecond)) * int64(m.Intn(2))
	return funnel.At(time.Date(2026, 1, 2+i, 0, 0, 0, 0, time.UTC).Add(time.Duration(us) * time.Microsecond))
}

func (m maker) moments(days bool) funnel.Moment {
	switch {
	case m.maybe():
		return funnel.Moment{}
	case days && m.maybe():
		return funnel.On(m.date(true))
	}
	return m.instant(m.Intn(400))
}

func (m maker) period(i int) funnel.Period {
	from := funnel.MustDate("2026-01-01").AddDays(30 * i)
	return funnel.Period{From: from, To: from.AddDays(1 + m.Intn(30))}
}

func (m maker) currency() funnel.Currency {
	if m.maybe() {
		return funnel.Currency{}
	}
	return funnel.MustCurrency(m.one("EUR", "JPY"))
}

// number is a plain decimal of up to so many digits before the dot.
func (m maker) number(digits int) string {
	s := m.one("", "-") + strings.TrimLeft(fmt.Sprintf("%0*d", digits, m.Int63()), "0")
	if f := m.Intn(5); f > 0 {
		s += fmt.Sprintf(".%0*d", f, m.Intn(10))
	}
	return s
}

func (m maker) money(given bool) funnel.Money {
	if !given && m.maybe() {
		return funnel.Money{}
	}
	return funnel.MustMoney(m.one("0", "-0.10", "1500.00", "123456789012345678901234567890.12", m.number(8)) + " EUR")
}

func (m maker) share() funnel.Share {
	if m.maybe() {
		return funnel.Share{}
	}
	return funnel.NewShare(m.Int63n(1200)-100, -3)
}

func (m maker) decimal(given bool) *decimal.Decimal {
	if !given && m.maybe() {
		return nil
	}
	d, err := funnel.ParseDecimal(m.one("0", "1.0", "0.000000000001", m.number(8)))
	if err != nil {
		panic(err)
	}
	return &d
}
