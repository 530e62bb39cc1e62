package kpi

import "github.com/koine-go/koine/funnel"

// CycleTimeLost is how long lost deals took from their start to their end.
//
//	civil days from the first event at the rank of start or above to the effective close; mean, and in extra median, p80 and histogram
//
// Population: deals lost in the period, with a history.
// Clock: the effective close, so a deal opened again is counted with all its days when it ends.
// Unit: civil days in the reporting zone, 0 for a deal that ended on the day it started. Excluding hold, days on hold are taken off.
// Unknown when: no such deal was closed in the period.
// Left out: unmapped_status, no_close_date, both whatever the period; no_history, unmapped_stage, insufficient_source (a source
// without lost or, excluding hold, without on_hold), stage_not_in_local_model, no_start_event, negative_duration.
// Source: KPI catalogue C2, R-DAYS, R-PCTL, rulings Q19, Q56.
func CycleTimeLost(start funnel.Stage, hold Hold) Metric[Days] {
	return Metric[Days]{ID: "cycle_time_lost", Version: "1.0.0", Unit: UnitDays,
		Parameters: []Parameter{{"start", start.String()}, {"exclude_on_hold", hold.String()}},
		Population: Population{Clock: Closed(), Statuses: LostDeals, Needs: Staged, Vocabulary: Vocabulary{All: LostDeals | hold.read()}},
		Fold:       cycleDays(start, hold)}
}
