package kpi

import "github.com/koine-go/koine/funnel"

// OpenAge is how old the open deals are.
//
//	civil days from the start to the view's instant; mean, and in extra median, p80 and histogram
//
// Population: open and on_hold deals; by stage, with a history.
// Clock: the view's instant.
// Unit: civil days in the reporting zone, from the creation or from the first event at the rank of the stage or above.
// Unknown when: no such deal is open.
// Left out: unmapped_status, no_created_at, by stage no_history, unmapped_stage, stage_not_in_local_model and no_start_event; negative_duration.
// Source: KPI catalogue C5, R-DAYS, R-PCTL, rulings Q06, Q63.
func OpenAge(from Cohort) Metric[Days] {
	m := Metric[Days]{ID: "open_age", Version: "1.0.0", Unit: UnitDays,
		Parameters: []Parameter{{"start", from.String()}},
		Population: Population{Clock: Standing(), Statuses: OpenDeals, Needs: KnownStatus | WithCreated},
		Fold: func(parts []Days, rows []Row, out *Out) {
			for _, d := range rows {
				countDays(&parts[d.Group], d, out, d.Snapshot.Today.Sub(d.CreatedDay))
			}
		}}
	if from.Stage != funnel.NoStage {
		m.Population.Needs = KnownStatus | Staged
		m.Fold = ageSince(from.Stage)
	}
	return m
}

func ageSince(start funnel.Stage) func([]Days, []Row, *Out) {
	return func(parts []Days, rows []Row, out *Out) {
		for _, d := range rows {
			step, ok := d.Entered(start)
			switch {
			case !d.Variant.HasStage(start):
				out.Leave(d, StageNotInLocalModel)
			case !ok:
				out.Leave(d, NoStartEvent)
			default:
				countDays(&parts[d.Group], d, out, d.Snapshot.Today.Sub(step.Day))
			}
		}
	}
}
