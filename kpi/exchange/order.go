package exchange

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"github.com/koine-go/koine/funnel"
)

// ordered sorts records, and those that compare as equal by their JSON, so that the order of lines shows nowhere. It is an order to keep records in;
// what happened first is for funnel.Deal.AsOf to say.
func ordered[T any](records []T, compare func(a, b T) int) []T {
	slices.SortStableFunc(records, func(a, b T) int {
		if n := compare(a, b); n != 0 {
			return n
		}
		return bytes.Compare(form(a), form(b))
	})
	return records
}

// form returns the JSON of a record, nothing for one that has none.
func form(record any) []byte {
	b, err := json.Marshal(record)
	if err != nil {
		return nil
	}
	return b
}

func compareDeals(a, b *funnel.Deal) int {
	return cmp.Or(strings.Compare(a.ID, b.ID), a.SourceScheme.Compare(b.SourceScheme))
}

func compareEvents(a, b funnel.Event) int {
	return cmp.Or(strings.Compare(a.DealID, b.DealID), compareMoments(a.At, b.At), strings.Compare(a.ID, b.ID))
}

func compareFieldEvents(a, b funnel.FieldEvent) int {
	return cmp.Or(strings.Compare(a.DealID, b.DealID), compareMoments(a.At, b.At), cmp.Compare(a.Field, b.Field), strings.Compare(a.ID, b.ID))
}

func compareOffers(a, b funnel.Offer) int {
	return cmp.Or(strings.Compare(a.ID, b.ID), a.SourceScheme.Compare(b.SourceScheme))
}

func compareActivities(a, b funnel.Activity) int {
	return cmp.Or(strings.Compare(a.ID, b.ID), a.SourceScheme.Compare(b.SourceScheme))
}

func compareForecasts(a, b funnel.Forecast) int {
	return cmp.Or(strings.Compare(a.Scope, b.Scope), comparePeriods(a.Period, b.Period), cmp.Compare(a.Category, b.Category),
		compareMoments(a.SubmittedAt, b.SubmittedAt), strings.Compare(a.ID, b.ID))
}

func compareQuotas(a, b funnel.Quota) int {
	return cmp.Or(strings.Compare(a.Scope, b.Scope), comparePeriods(a.Period, b.Period), a.Kind.Compare(b.Kind), strings.Compare(a.ID, b.ID))
}

func compareCredits(a, b funnel.Credit) int {
	return cmp.Or(strings.Compare(a.DealID, b.DealID), strings.Compare(a.RepID, b.RepID))
}

func compareCosts(a, b funnel.Cost) int {
	return cmp.Or(comparePeriods(a.Period, b.Period), a.Region.Compare(b.Region), a.Category.Compare(b.Category), strings.Compare(a.ID, b.ID))
}

func compareRates(a, b funnel.Rate) int {
	return cmp.Or(
		strings.Compare(a.From.String(), b.From.String()), strings.Compare(a.To.String(), b.To.String()), cmp.Compare(a.Kind, b.Kind),
		a.Date.Compare(b.Date), comparePeriods(a.Period, b.Period),
	)
}

func compareBenchmarks(a, b funnel.Benchmark) int {
	return cmp.Or(a.Segment.Compare(b.Segment), a.SizeBand.Compare(b.SizeBand), cmp.Compare(a.Complexity, b.Complexity),
		a.ValidFrom.Compare(b.ValidFrom))
}

func comparePeriods(a, b funnel.Period) int {
	return cmp.Or(a.From.Compare(b.From), a.To.Compare(b.To))
}

// compareMoments is an order to keep events in, not the order of R-TIE, which needs a calendar.
func compareMoments(a, b funnel.Moment) int {
	x, xOn := a.Time()
	y, yOn := b.Time()
	if xOn != yOn {
		return cmp.Compare(a.String(), b.String())
	}
	if xOn {
		return x.Compare(y)
	}
	d, _ := a.Date()
	e, _ := b.Date()
	return d.Compare(e)
}
