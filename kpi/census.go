package kpi

import "github.com/koine-go/koine/funnel"

// Census counts the deals that a report was given: statistics of the data set, which are in no KPI (rulings Q01, Q13). The zero value counts none.
type Census struct {
	Deals          int64
	Outside        int64 // outside R-BASE: void, deleted, test, merged, or not existing at the view's instant; they are in no KPI's n and among no reason
	NoHistory      int64 // of the others: without any event
	NoCreatedAt    int64 // without a creation date
	UnmappedStage  int64 // with an event whose stage no rule knows
	UnmappedStatus int64 // without events, and with a status that no rule knows
	AmbiguousOrder int64 // with events of one moment that only the rule for ties puts in order (R-TIE)
}

func (c *Census) count(f *Fact) {
	c.Deals++
	if !f.Has(funnel.Base) {
		c.Outside++
		return
	}
	if f.Has(funnel.NoHistory) {
		c.NoHistory++
	}
	if f.Has(funnel.UnmappedStage) {
		c.UnmappedStage++
	}
	if f.Has(funnel.UnmappedStatus) {
		c.UnmappedStatus++
	}
	if f.Has(funnel.AmbiguousOrder) {
		c.AmbiguousOrder++
	}
	if f.CreatedDay.IsZero() {
		c.NoCreatedAt++
	}
}

func (c *Census) all() [7]*int64 {
	return [...]*int64{&c.Deals, &c.Outside, &c.NoHistory, &c.NoCreatedAt, &c.UnmappedStage, &c.UnmappedStatus, &c.AmbiguousOrder}
}

func (c *Census) add(o Census) {
	for i, n := range o.all() {
		*c.all()[i] += *n
	}
}

func (c Census) appendBinary(b []byte) []byte {
	for _, n := range c.all() {
		b = appendCounts(b, *n)
	}
	return b
}

func (c *Census) decodeBinary(b []byte) (rest []byte, err error) {
	for _, n := range c.all() {
		if b, err = decodeCounts(b, n); err != nil {
			return nil, err
		}
	}
	return b, nil
}
