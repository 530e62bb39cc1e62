package kpi

import "github.com/koine-go/koine/funnel"

// LossCauseShare is the share of lost deals whose primary cause is of a kind.
//
//	lost deals with the cause / lost deals
//
// Population: deals lost in the period, those without a cause as unknown.
// Clock: the effective close.
// Unit: a share of deal count, from 0 to 1. Amounts play no part. extra.causes and extra.groups hold the count of every cause and review group.
// Unknown when: no deal was lost in the period.
// Left out: unmapped_status, no_close_date, both whatever the period; insufficient_source (a source without lost).
// Source: KPI catalogue B14, rulings Q49, Q50.
func LossCauseShare(of CauseOrGroup) Metric[CauseShare] {
	return Metric[CauseShare]{ID: "loss_cause_share", Version: "1.0.0", Unit: UnitRatio,
		Parameters: []Parameter{{"cause", of.String()}},
		Population: Population{Clock: Closed(), Statuses: LostDeals, Vocabulary: Vocabulary{All: LostDeals}},
		Fold: func(parts []CauseShare, rows []Row, _ *Out) {
			for _, d := range rows {
				parts[d.Group].Add(d.Cause, of.has(d.Cause))
			}
		}}
}

// CauseOrGroup names a cause or, where Cause is NoCause, a review group. The zero value names neither, and no lost deal has it.
type CauseOrGroup struct {
	Cause funnel.Cause
	Group funnel.Group
}

// String returns the key of the cause or the group.
func (c CauseOrGroup) String() string {
	if c.Cause != funnel.NoCause {
		return c.Cause.String()
	}
	return c.Group.String()
}

func (c CauseOrGroup) has(cause funnel.Cause) bool {
	if c.Cause != funnel.NoCause {
		return cause == c.Cause
	}
	return cause.Group() == c.Group
}

// CauseShare is the lost deals by cause, and how many have the one asked for. The zero value holds no deal.
type CauseShare struct {
	Ratio
	Causes [funnel.CauseCount]int64
}

// Add counts one deal.
func (c *CauseShare) Add(cause funnel.Cause, in bool) {
	c.Ratio.Add(in)
	c.Causes[cause]++
}

// Plus adds.
func (c CauseShare) Plus(o CauseShare) CauseShare {
	c.Ratio = c.Ratio.Plus(o.Ratio)
	for i, n := range o.Causes {
		c.Causes[i] += n
	}
	return c
}

// AppendBinary appends the binary form.
func (c CauseShare) AppendBinary(b []byte) []byte {
	return appendCounts(c.Ratio.AppendBinary(b), c.Causes[:]...)
}

// DecodeBinary reads it back.
func (CauseShare) DecodeBinary(b []byte) (c CauseShare, rest []byte, err error) {
	c.Ratio, rest, err = Ratio{}.DecodeBinary(b)
	all := int64(0)
	for i := 0; i < len(c.Causes) && err == nil; i++ {
		rest, err = decodeCounts(rest, &c.Causes[i])
		all += c.Causes[i]
	}
	if err == nil && all != c.Whole {
		err = ErrForm
	}
	return c, rest, err
}

// Read sets the share by its parts, and as extra all causes and review groups.
func (c CauseShare) Read(v *Value) {
	c.Ratio.Read(v)
	var causes []Entry
	var groups [funnel.GroupCount]int64
	for i, n := range c.Causes {
		if cause := funnel.Cause(i); n > 0 {
			causes = append(causes, Entry{cause.String(), n})
			groups[cause.Group()] += n
		}
	}
	v.table("causes", causes)
	v.table("groups", groupEntries(groups))
}
