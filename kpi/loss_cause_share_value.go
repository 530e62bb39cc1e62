package kpi

import "github.com/koine-go/koine/funnel"

// LossCauseShareValue is the share of lost money whose primary cause is of a kind.
//
//	sum of the amounts of lost deals with the cause / sum of the amounts of lost deals
//
// Population: deals lost in the period that have a price of zero or above, those without a cause as unknown.
// Clock: the effective close.
// Unit: a share of money, from 0 to 1, at the rate of the day of each close. extra.causes and extra.groups hold the number of deals of every cause and group.
// Unknown when: no such deal was lost in the period, or their amounts are all zero.
// Left out: unmapped_status, no_close_date, both whatever the period; no_amount, no_rate, negative_amount.
// Source: KPI catalogue B14, rulings Q36, Q49, Q50.
func LossCauseShareValue(of CauseOrGroup) Metric[CauseValue] {
	return Metric[CauseValue]{ID: "loss_cause_share_value", Version: "1.0.0", Unit: Share,
		Parameters: []Parameter{{"cause", of.String()}},
		Population: Population{Clock: Closed(), Statuses: LostDeals, Needs: Priced | NotNegative},
		Fold: func(parts []CauseValue, rows []Row, _ *Out) {
			for _, d := range rows {
				parts[d.Group].Add(d.Value, d.Cause, of.has(d.Cause))
			}
		}}
}

// CauseValue is the money of lost deals, that of the cause asked for, and the number of deals by cause.
type CauseValue struct {
	Value  ValueRatio
	Causes CauseShare
}

// Add counts one deal.
func (c *CauseValue) Add(a Amount, cause funnel.Cause, in bool) {
	c.Value.Add(a, in)
	c.Causes.Add(cause, in)
}

// Plus adds.
func (c CauseValue) Plus(o CauseValue) CauseValue {
	return CauseValue{c.Value.Plus(o.Value), c.Causes.Plus(o.Causes)}
}

// AppendBinary appends the binary form.
func (c CauseValue) AppendBinary(b []byte) []byte {
	return c.Causes.AppendBinary(c.Value.AppendBinary(b))
}

// DecodeBinary reads it back.
func (CauseValue) DecodeBinary(b []byte) (c CauseValue, rest []byte, err error) {
	if c.Value, rest, err = (ValueRatio{}).DecodeBinary(b); err != nil {
		return CauseValue{}, nil, err
	}
	c.Causes, rest, err = CauseShare{}.DecodeBinary(rest)
	return c, rest, err
}

// Read sets the share by its parts, and as extra all causes and review groups.
func (c CauseValue) Read(v *Value) {
	c.Value.Read(v)
	c.Causes.tables(v)
}

// Trace tells where a single deal is.
func (c CauseValue) Trace() (part, all bool) { return c.Value.Trace() }
