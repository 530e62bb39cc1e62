package kpi

// PastDueCloseRate is the share of the open deals whose expected close has passed.
//
//	open deals with an expected close before the view's day / open deals with an expected close
//
// Population: open and on_hold deals with an expected close.
// Clock: the view's instant.
// Unit: a share of deal count, from 0 to 1. Amounts play no part.
// Unknown when: no open deal has an expected close.
// Left out: unmapped_status, no_expected_close.
// Source: KPI catalogue G2, rulings Q06, Q69.
func PastDueCloseRate() Metric[Ratio] {
	return Metric[Ratio]{ID: "past_due_close_rate", Version: "1.0.0", Unit: UnitRatio,
		Population: Population{Clock: Standing(), Statuses: OpenDeals, Needs: KnownStatus | Expected},
		Fold: func(parts []Ratio, rows []Row, _ *Out) {
			for _, d := range rows {
				parts[d.Group].Add(d.ExpectedClose.Before(d.Snapshot.Today))
			}
		}}
}
