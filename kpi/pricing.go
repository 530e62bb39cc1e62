package kpi

import (
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
	series   map[funnel.Currency]funnel.Series
	last     funnel.Currency // what series was looked up last, since neighbours share a currency
	current  funnel.Series
}

func newPricing(v View, now funnel.Moment) pricing {
	p := pricing{rates: v.Rates, currency: v.Currency, kind: funnel.Spot, series: map[funnel.Currency]funnel.Series{}}
	p.today = v.Calendar.LastDayBefore(now)
	if v.Policy == PlanRates {
		p.kind, p.today, p.planned = funnel.Plan, v.Period.From, true
	}
	return p
}

// price sets Value and ValueNow and returns what is missing for them.
func (p *pricing) price(f *Fact) (missing Needs) {
	f.Value, f.ValueNow = Amount{}, Amount{}
	if !f.Amount.Known() {
		return 1 << NoAmount
	}
	if f.Amount.Sign() < 0 {
		missing |= NotNegative
	}
	now, ok := p.convert(f.Amount, p.today)
	if !ok {
		missing |= 1 << noRateNow
	}
	then := now
	if !p.planned && !f.CloseDay.IsZero() && f.Amount.Currency() != p.currency {
		then, ok = p.convert(f.Amount, f.CloseDay)
	}
	if !ok {
		missing |= 1 << NoRate
	}
	f.Value, f.ValueNow = then, now
	return missing
}

func (p *pricing) convert(m funnel.Money, on funnel.Date) (Amount, bool) {
	rate, rexp := int64(1), 0
	if c := m.Currency(); c != p.currency {
		r, ok := p.find(c).On(on)
		if !ok {
			return Amount{}, false
		}
		rate, rexp = r.Coefficient()
	}
	if coef, exp, ok := m.Coefficient(); ok {
		return exact.Product(coef, exp, rate, rexp), true
	}
	coef, exp := m.Big()
	return exact.Wide(coef, exp).Times(rate, rexp), true
}

func (p *pricing) find(c funnel.Currency) funnel.Series {
	if c == p.last {
		return p.current
	}
	s, ok := p.series[c]
	if !ok {
		s = p.rates.Series(c, p.currency, p.kind)
		p.series[c] = s
	}
	p.last, p.current = c, s
	return s
}
