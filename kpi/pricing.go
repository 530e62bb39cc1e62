package kpi

import (
	"slices"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/internal/exact"
)

// pricing converts amounts into the currency of a view. A deal whose rate is missing is counted and not priced.
type pricing struct {
	rates    *funnel.Rates
	currency funnel.Currency
	kind     funnel.RateKind
	today    funnel.Date // last day whose rate is known at the view's instant; under a plan, the first day of the period
	planned  bool
	quotes   []*quote // of the currencies seen, which are few
	last     *quote   // what was looked up last, since neighbours share a currency
}

// quote is the rates of one currency into that of the view, and the one of today. That of the view's own currency is 1.
type quote struct {
	currency funnel.Currency
	own      bool
	series   funnel.Series
	today    funnel.Rate
	known    bool // there is a rate of today
}

func newPricing(v View, now funnel.Moment) pricing {
	p := pricing{rates: v.Rates, currency: v.Currency, kind: funnel.Spot, last: &quote{}}
	p.today = v.Calendar.LastDayBefore(now)
	if v.Policy == PlanRates {
		p.kind, p.today, p.planned = funnel.Plan, v.Period.From, true
	}
	return p
}

// price sets Value and ValueNow and returns what is missing for them.
func (p *pricing) price(f *Fact) (missing Needs) {
	f.Value, f.ValueNow, f.derived = Amount{}, Amount{}, 0
	if !f.Amount.Known() {
		return 1 << NoAmount
	}
	if f.Amount.Sign() < 0 {
		missing |= NotNegative
	}
	q := p.quote(f.Amount.Currency())
	if q.known {
		f.ValueNow = q.convert(f.Amount, q.today)
		f.derived = derived(q.today, noRateNow)
	} else {
		missing |= 1 << noRateNow
	}
	known := q.known
	if q.own || p.planned || f.CloseDay.IsZero() {
		f.Value = f.ValueNow
		f.derived |= derived(q.today, NoRate)
	} else if r, ok := q.series.On(f.CloseDay); ok {
		f.Value, known = q.convert(f.Amount, r), true
		f.derived |= derived(r, NoRate)
	} else {
		known = false
	}
	if !known {
		missing |= 1 << NoRate
	}
	return missing
}

// derived is the bit of a reason where the rate is a derived one.
func derived(r funnel.Rate, reason Skip) Needs {
	if r.Derived {
		return 1 << reason
	}
	return 0
}

func (p *pricing) quote(c funnel.Currency) *quote {
	if c == p.last.currency {
		return p.last
	}
	i := slices.IndexFunc(p.quotes, func(q *quote) bool { return q.currency == c })
	if i < 0 {
		i = len(p.quotes)
		p.quotes = append(p.quotes, p.newQuote(c))
	}
	p.last = p.quotes[i]
	return p.last
}

func (p *pricing) newQuote(c funnel.Currency) *quote {
	q := &quote{currency: c, own: c == p.currency, known: true}
	if !q.own {
		q.series = p.rates.Series(c, p.currency, p.kind)
		q.today, q.known = q.series.On(p.today)
	}
	return q
}

func (q *quote) convert(m funnel.Money, r funnel.Rate) Amount {
	rate, rexp := int64(1), 0
	if !q.own {
		rate, rexp = r.Coefficient()
	}
	if coef, exp, ok := m.Coefficient(); ok {
		return exact.Product(coef, exp, rate, rexp)
	}
	coef, exp := m.Big()
	return exact.Wide(coef, exp).Times(rate, rexp)
}
