package kpi

import "github.com/koine-go/koine/funnel"

// PipelineEnteredCount is the number of deals that entered the pipeline: the comparable measure of new business across regions that create records at
// different moments.
//
//	number of deals whose first event at the rank of entry or above is in the period
//
// Population: all deals with a history; a win without such an event does not enter.
// Clock: the first entry.
// Unit: deals. Amounts play no part.
// Unknown when: never; without deals it is 0.
// Left out: no_created_at, no_history, unmapped_stage, stage_not_in_local_model.
// Source: KPI catalogue A3, rulings Q07, Q27, Q39.
func PipelineEnteredCount(entry funnel.Stage) Metric[Count] {
	return Metric[Count]{ID: "pipeline_entered_count", Version: "1.0.0", Unit: UnitDeals,
		Parameters: []Parameter{{"entry", entry.String()}},
		Population: Population{Clock: Entered(entry)},
		Fold:       countRows}
}
