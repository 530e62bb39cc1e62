package mapping

import (
	"iter"
	"slices"
	"strings"
)

var placeKeys = [...]string{"deals", "history", "offers", "activities", "changes", "forecasts", "quotas", "credits", "costs", "benchmarks", "rates"}

// String returns the key of the file in a profile, which is also its name in messages.
func (p place) String() string {
	for i, key := range placeKeys {
		if p == 1<<i {
			return key
		}
	}
	return ""
}

// tables yields the descriptions of all files that a source may have, the deals first.
func (p *Profile) tables() iter.Seq2[place, *Table] {
	all := [...]*Table{&p.Deals, &p.History, &p.Offers, &p.Activities, &p.Changes, &p.Forecasts, &p.Quotas, &p.Credits, &p.Costs, &p.Benchmarks, &p.Rates}
	return func(yield func(place, *Table) bool) {
		for i, t := range all {
			if !yield(1<<i, t) {
				return
			}
		}
	}
}

// either is a choice of fields, one of which a file must feed.
type either []Field

// String returns the keys, as in "at or on".
func (e either) String() string {
	keys := make([]string, len(e))
	for i, f := range e {
		keys[i] = f.String()
	}
	return strings.Join(keys, " or ")
}

// required returns the fields without which the rows of a file say nothing (exchange.md §1). Whether an offer needs the instant at which it was sent
// depends on its status.
func required(file place) []either {
	period := either{PeriodName, PeriodFrom}
	switch file {
	case inDeals:
		return []either{{ID}}
	case inHistory:
		return []either{{DealID}, {At, On}}
	case inOffers:
		return []either{{ID}, {DealID}, {OfferVersion}, {OfferState}}
	case inActivities:
		return []either{{ID}, {At}}
	case inChanges:
		return []either{{DealID}, {ChangedField}, {At, On}, {NewValue, OldValue}}
	case inForecasts:
		return []either{{Scope}, period, {SubmittedCategory}, {Amount}, {SubmittedAt}}
	case inQuotas:
		return []either{{Scope}, period, {Amount}, {QuotaKind}}
	case inCredits:
		return []either{{DealID}, {Rep}, {CreditShare}}
	case inCosts:
		return []either{{ID}, period, {CostCategory}, {Amount}}
	case inBenchmarks:
		return []either{{ExpectedDays}, {SampleSize}, {ValidFrom}}
	case inRates:
		return []either{{RateFrom}, {RateTo}, {RateFactor}, {RateKind}, {RateDate, PeriodName, PeriodFrom}}
	}
	return nil
}

func isRequired(file place, f Field) bool {
	return slices.ContainsFunc(required(file), func(e either) bool { return slices.Contains(e, f) })
}
