package kpi

import (
	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/internal/exact"
)

// Amount is an exact number of the reporting currency. The zero value is 0.
type Amount = exact.Amount

// Sum is an exact total of amounts. The zero value is 0.
type Sum = exact.Sum

// DecimalAmount returns coef × 10^exp, for metrics of a caller's own that multiply or compare amounts.
func DecimalAmount(coef int64, exp int) Amount { return exact.Decimal(coef, exp) }

// Fact is what a fold sees of one deal: its snapshot, and what the report has derived from it under its view. Deal is nil in a fold,
// because the reader may have reused it by then; whatever a fold needs is here.
type Fact struct {
	funnel.Snapshot
	ID          string
	EndCustomer string          // the key that is the same in every entity; empty if nobody knows it
	Variant     *funnel.Variant // what its source can express
	Value       Amount          // in the view's currency by R-FX: closed at the close, open at the view's instant; 0 if unpriced
	ValueNow    Amount          // the same at the rate of the view's instant, whatever the status (ruling Q35); 0 if unpriced
	LastDay     funnel.Date     // the last day before the view's instant
	Held        int             // group of the deal as it stands at the view's instant

	missing Needs    // conditions the deal fails
	said    Statuses // what its source can say
	derived Needs    // NoRate, noRateNow: the rate of Value, of ValueNow was derived from others (ruling Q31a)
}

// Row is one deal in the group that a metric counts it in. Folds get rows by the hundred. A fold never gets the zero value.
type Row struct {
	*Fact
	Group int
}

// Has tells whether the deal carries all these flags.
func (f *Fact) Has(g funnel.Flags) bool { return f.Flags.Has(g) }

// derive fills what the view makes of the snapshot.
func (f *Fact) derive(p *pricing) {
	d := f.Deal
	f.ID, f.EndCustomer, f.Variant = d.ID, d.EndCustomer, d.Variant
	m := Needs(0)
	if f.Has(funnel.UnmappedStatus) {
		m |= KnownStatus
	}
	if f.Has(funnel.NoCloseDate) {
		m |= WithClose
	}
	if d.Created.IsZero() {
		m |= WithCreated
	}
	if f.Has(funnel.NoHistory) {
		m |= WithHistory
	}
	if f.Has(funnel.UnmappedStage) {
		m |= MappedStage
	}
	if f.Stage == funnel.NoStage {
		m |= WithStage
	}
	if f.ExpectedClose.IsZero() {
		m |= Expected
	}
	f.missing = m | p.price(f)
}
