package kpi

import (
	"maps"
	"slices"
	"strconv"

	"github.com/koine-go/koine/funnel"
)

// StalledRate is the share of the deals being worked that have stood in their stage for too long.
//
//	deals whose visit to their stage is older than the limit / deals being worked
//
// Population: open deals with a history and a stage; on_hold deals are not in it.
// Clock: the view's instant.
// Unit: a share of deal count, from 0 to 1. Amounts play no part. Age is in civil days, days on hold inside the visit included.
// Unknown when: no such deal is open.
// Left out: unmapped_status, no_history, unmapped_stage, no_stage, no_limit (the table has no entry for the stage).
// Source: KPI catalogue G1, ruling Q68.
func StalledRate(limits Limits) Metric[Ratio] {
	return Metric[Ratio]{ID: "stalled_rate", Version: "1.0.0", Unit: UnitRatio,
		Parameters: limits.parameters(),
		Population: Population{Clock: Standing(), Statuses: ActiveDeals, Needs: KnownStatus | Staged | WithStage},
		Fold: func(parts []Ratio, rows []Row, out *Out) {
			for _, d := range rows {
				if stalled, ok := limits.exceeded(d); ok {
					parts[d.Group].Add(stalled)
				} else {
					out.Leave(d, NoLimit)
				}
			}
		}}
}

// Limits is how many days a deal may stand in each stage. A nil table allows 30 days everywhere; in another table a stage without an entry has no limit,
// and its deals are left out.
type Limits map[funnel.Stage]int

const defaultLimit = 30

func (l Limits) exceeded(d Row) (stalled, ok bool) {
	limit, ok := l[d.Stage]
	if l == nil {
		limit, ok = defaultLimit, true
	}
	v, _ := d.Current() // an open deal with a stage has one
	return d.Snapshot.Today.Sub(v.In) > limit, ok
}

func (l Limits) parameters() []Parameter {
	if l == nil {
		return []Parameter{{"limits", strconv.Itoa(defaultLimit)}}
	}
	var list []Parameter
	for _, s := range slices.Sorted(maps.Keys(l)) {
		list = append(list, Parameter{s.String(), strconv.Itoa(l[s])})
	}
	return list
}
