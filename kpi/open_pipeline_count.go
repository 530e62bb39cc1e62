package kpi

import "github.com/koine-go/koine/funnel"

// OpenPipelineCount is the number of deals being worked or paused.
//
//	number of deals open or on hold at the view's instant
//
// Population: open and on_hold deals.
// Clock: the view's instant.
// Unit: deals. Amounts play no part. It adds over regions, not over dates.
// Unknown when: never; without deals it is 0.
// Left out: unmapped_status.
// Source: KPI catalogue A4.
func OpenPipelineCount() Metric[OpenCount] {
	return Metric[OpenCount]{ID: "open_pipeline_count", Version: "1.0.0", Unit: UnitDeals,
		Population: Population{Clock: Standing(), Statuses: OpenDeals, Needs: KnownStatus},
		Fold: func(parts []OpenCount, rows []Row, _ *Out) {
			for _, d := range rows {
				parts[d.Group].Add(d.Status == funnel.OnHold)
			}
		}}
}

// OpenCount is a number of open deals, split into those being worked and those paused. The zero value counts none.
type OpenCount struct{ Open, OnHold int64 }

// Add counts one deal.
func (c *OpenCount) Add(onHold bool) {
	if onHold {
		c.OnHold++
	} else {
		c.Open++
	}
}

// Plus adds.
func (c OpenCount) Plus(o OpenCount) OpenCount {
	return OpenCount{c.Open + o.Open, c.OnHold + o.OnHold}
}

// AppendBinary appends the binary form.
func (c OpenCount) AppendBinary(b []byte) []byte { return appendCounts(b, c.Open, c.OnHold) }

// DecodeBinary reads it back.
func (OpenCount) DecodeBinary(b []byte) (c OpenCount, rest []byte, err error) {
	rest, err = decodeCounts(b, &c.Open, &c.OnHold)
	return c, rest, err
}

// Read sets the number of both, and as extra each.
func (c OpenCount) Read(v *Value) {
	v.Num, v.N = whole(c.Open+c.OnHold), c.Open+c.OnHold
	v.count("on_hold", c.OnHold)
	v.count("open", c.Open)
}

// Trace has every deal in the whole and in the part.
func (c OpenCount) Trace() (part, all bool) { return c.Open+c.OnHold > 0, c.Open+c.OnHold > 0 }
