package mapping

import (
	"iter"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/koine-go/koine/funnel"
)

// Activities yields the calls, mails, meetings and tasks around deals, once all rows are read. Errors and rows are treated as by Deals; without a
// file of them it is ErrMissing.
func (m *Import) Activities() iter.Seq2[funnel.Activity, error] {
	return records(m, inActivities, &kindOf[funnel.Activity]{set: setActivity, id: func(a *funnel.Activity) string { return a.ID },
		whole: func(_ *scratch, a *funnel.Activity) error { a.SourceScheme = m.scheme(); return nil }})
}

func setActivity(r *recordRows, _ *scratch, c *cellReader, cell []byte, a *funnel.Activity) (err error) {
	switch c.column.Field {
	case ID:
		return r.text(c, cell, &a.ID)
	case DealID:
		return r.text(c, cell, &a.DealID)
	case OfferID:
		return r.text(c, cell, &a.OfferID)
	case AccountID:
		return r.text(c, cell, &a.AccountID)
	case At:
		a.At, err = c.moment(cell)
	case PlannedFor:
		a.PlannedFor, err = c.moment(cell)
	case ActivityType:
		return r.oneOf(c, cell, &a.Type, "call", "mail", "meeting", "visit", "task")
	case Direction:
		return r.oneOf(c, cell, &a.Direction, "in", "out", "internal")
	case ActivityOutcome:
		return r.oneOf(c, cell, &a.Outcome, "two_way", "left_message", "none")
	case Automated:
		w := c.word(cell)
		a.Automated, err = w.yes, w.note()
	case Done:
		w := c.word(cell)
		a.Pending, err = w.err == nil && !w.yes, w.note()
	}
	return err
}

// Forecasts yields the forecasts as they were submitted, like Activities.
func (m *Import) Forecasts() iter.Seq2[funnel.Forecast, error] {
	return records(m, inForecasts, &kindOf[funnel.Forecast]{set: setForecast, id: func(f *funnel.Forecast) string { return f.ID },
		whole: func(s *scratch, f *funnel.Forecast) (err error) {
			f.SourceScheme = m.scheme()
			f.Period, err = s.days()
			return err
		}})
}

func setForecast(r *recordRows, s *scratch, c *cellReader, cell []byte, f *funnel.Forecast) (err error) {
	switch c.column.Field {
	case ID:
		return r.text(c, cell, &f.ID)
	case ScopeKind, Scope:
		return s.setScope(r, c, cell, &f.Scope)
	case SubmittedCategory:
		return parsed(c, cell, funnel.ParseCategory, &f.Category)
	case CurrencyCode, Amount:
		return s.setAmount(c, cell, &f.Amount)
	case SubmittedAt:
		f.SubmittedAt, err = c.moment(cell)
	case Submitter:
		return r.text(c, cell, &f.Submitter)
	case Sequence:
		f.Seq, err = c.sequence(cell)
	case DealIDs:
		f.DealIDs = c.list(cell)
	default:
		return s.setPeriod(c, cell)
	}
	return err
}

// Quotas yields what each scope is to reach, like Activities.
func (m *Import) Quotas() iter.Seq2[funnel.Quota, error] {
	return records(m, inQuotas, &kindOf[funnel.Quota]{set: setQuota, id: func(q *funnel.Quota) string { return q.ID },
		whole: func(s *scratch, q *funnel.Quota) (err error) {
			q.SourceScheme = m.scheme()
			q.Period, err = s.days()
			return err
		}})
}

func setQuota(r *recordRows, s *scratch, c *cellReader, cell []byte, q *funnel.Quota) error {
	switch c.column.Field {
	case ID:
		return r.text(c, cell, &q.ID)
	case ScopeKind, Scope:
		return s.setScope(r, c, cell, &q.Scope)
	case CurrencyCode, Amount:
		return s.setAmount(c, cell, &q.Amount)
	case QuotaKind:
		return r.oneOf(c, cell, &q.Kind, "bookings", "margin", "units")
	case CreditRule:
		return r.text(c, cell, &q.CreditRule)
	}
	return s.setPeriod(c, cell)
}

// Credits yields who gets which share of a deal, like Activities.
func (m *Import) Credits() iter.Seq2[funnel.Credit, error] {
	return records(m, inCredits, &kindOf[funnel.Credit]{set: setCredit, id: func(*funnel.Credit) string { return "" }, whole: nothing[funnel.Credit]})
}

func setCredit(r *recordRows, _ *scratch, c *cellReader, cell []byte, k *funnel.Credit) (err error) {
	switch c.column.Field {
	case DealID:
		return r.text(c, cell, &k.DealID)
	case Rep:
		return r.text(c, cell, &k.RepID)
	}
	k.Share, err = c.share(cell)
	return err
}

// Costs yields what selling cost, like Activities.
func (m *Import) Costs() iter.Seq2[funnel.Cost, error] {
	return records(m, inCosts, &kindOf[funnel.Cost]{set: setCost, id: func(k *funnel.Cost) string { return k.ID },
		whole: func(s *scratch, k *funnel.Cost) (err error) {
			k.SourceScheme = m.scheme()
			k.Period, err = s.days()
			return err
		}})
}

func setCost(r *recordRows, s *scratch, c *cellReader, cell []byte, k *funnel.Cost) error {
	switch c.column.Field {
	case ID:
		return r.text(c, cell, &k.ID)
	case Region:
		return r.label(c, cell, &k.Region)
	case CostCategory:
		return r.label(c, cell, &k.Category)
	case ProductGroup:
		return r.label(c, cell, &k.ProductGroup)
	case CurrencyCode, Amount:
		return s.setAmount(c, cell, &k.Amount)
	}
	return s.setPeriod(c, cell)
}

// Benchmarks yields how many days deals are expected to take, like Activities.
func (m *Import) Benchmarks() iter.Seq2[funnel.Benchmark, error] {
	return records(m, inBenchmarks, &kindOf[funnel.Benchmark]{set: setBenchmark, id: func(*funnel.Benchmark) string { return "" }, whole: nothing[funnel.Benchmark]})
}

func setBenchmark(r *recordRows, _ *scratch, c *cellReader, cell []byte, b *funnel.Benchmark) (err error) {
	var n int64
	switch c.column.Field {
	case Segment:
		return r.label(c, cell, &b.Segment)
	case SizeBand:
		return r.label(c, cell, &b.SizeBand)
	case Complexity:
		n, err = c.integer(cell, 1, 5)
		b.Complexity = int8(n)
	case ExpectedDays:
		var days *decimal.Decimal
		if days, err = c.decimal(cell); err == nil {
			b.ExpectedDays = *days
		}
	case SampleSize:
		n, err = c.integer(cell, 0, 1<<31-1)
		b.N = int(n)
	case BenchmarkVersion:
		return r.text(c, cell, &b.Version)
	case ValidFrom:
		b.ValidFrom, err = c.day(cell)
	}
	return err
}

// Rates yields the exchange rates, like Activities. Whether two of them contradict each other is for funnel.NewRates to say.
func (m *Import) Rates() iter.Seq2[funnel.Rate, error] {
	return records(m, inRates, &kindOf[funnel.Rate]{set: setRate, id: func(*funnel.Rate) string { return "" },
		whole: func(s *scratch, r *funnel.Rate) (err error) {
			if r.Kind == funnel.Spot {
				if r.Date.IsZero() {
					return because(ErrMissing, "the date of a spot rate")
				}
				return nil
			}
			r.Date = funnel.Date{}
			r.Period, err = s.days()
			return err
		}})
}

func setRate(r *recordRows, s *scratch, c *cellReader, cell []byte, to *funnel.Rate) (err error) {
	switch c.column.Field {
	case RateFrom:
		return parsed(c, cell, funnel.ParseCurrency, &to.From)
	case RateTo:
		return parsed(c, cell, funnel.ParseCurrency, &to.To)
	case RateKind:
		return parsed(c, cell, funnel.ParseRateKind, &to.Kind)
	case RateDate:
		to.Date, err = c.day(cell)
		return err
	case LeadSource:
		return r.text(c, cell, &to.Source)
	case RateFactor:
		d, err := c.decimal(cell)
		if err != nil {
			return err
		}
		if *to, err = to.Factor(d.String()); err != nil {
			return because(ErrValue, "want a rate above zero of at most 18 digits")
		}
		return nil
	}
	return s.setPeriod(c, cell)
}

func nothing[T any](*scratch, *T) error { return nil }

func (m *Import) scheme() funnel.Label { return funnel.LabelOf(m.set.profile.SourceScheme) }

// scopeKinds are what forecasts and quotas are made for.
var scopeKinds = [...]string{"region", "team", "rep"}

// setScope reads a scope: all, or a kind and a key, each in a cell of its own or both in one, as in region:DE.
func (s *scratch) setScope(r *recordRows, c *cellReader, cell []byte, to *string) error {
	var text string
	if err := r.text(c, cell, &text); err != nil && text == "" {
		return err
	}
	kind, key, both := strings.Cut(text, ":")
	if c.column.Field == ScopeKind {
		kind, key, both = text, "x", true
	} else if s.scope != "" && s.scope != "all" {
		kind, key, both = s.scope, text, true
	}
	for _, k := range scopeKinds {
		if both && kind == k && key != "" {
			s.scope, *to = k, k+":"+key
			return nil
		}
	}
	if text == "all" || s.scope == "all" {
		s.scope, *to = "all", "all"
		return nil
	}
	return because(ErrValue, "want all, or region, team or rep with a key, as in region:DE")
}

// setAmount reads an amount, or the currency of the row, which comes before it.
func (s *scratch) setAmount(c *cellReader, cell []byte, to *funnel.Money) (err error) {
	if c.column.Field == CurrencyCode {
		w := c.word(cell)
		s.currency, err = w.currency, w.note()
		return err
	}
	*to, err = c.amount(cell, s.currency)
	return err
}

// setPeriod reads a part of a period.
func (s *scratch) setPeriod(c *cellReader, cell []byte) (err error) {
	switch c.column.Field {
	case PeriodName:
		s.period, err = c.period(cell)
	case PeriodFrom:
		s.from, err = c.day(cell)
	case PeriodTo:
		s.to, err = c.day(cell)
	case PeriodLast:
		s.last, err = c.day(cell)
	}
	return err
}

// days returns the row's period.
func (s *scratch) days() (funnel.Period, error) {
	to := s.to
	if to.IsZero() && !s.last.IsZero() {
		to = s.last.AddDays(1)
	}
	switch {
	case s.period.Days() > 0:
		return s.period, nil
	case s.from.IsZero() || to.IsZero():
		return funnel.Period{}, because(ErrMissing, "the period")
	case !s.from.Before(to):
		return funnel.Period{}, because(ErrValue, "the period ends before it begins")
	}
	return funnel.Period{From: s.from, To: to}, nil
}
