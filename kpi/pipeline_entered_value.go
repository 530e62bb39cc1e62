package kpi

import "github.com/koine-go/koine/funnel"

// PipelineEnteredValue is the value of the deals that entered the pipeline.
//
//	sum of the amounts, as known at the view's instant, of deals whose first event at the rank of entry or above is in the period
//
// Population: all deals with a history and a price; a win without such an event does not enter.
// Clock: the first entry.
// Unit: the view's currency at the rate of the view's instant, net of negative amounts, which extra.negative_amount counts.
// Unknown when: never; without deals it is 0.
// Left out: no_created_at, no_history, unmapped_stage, stage_not_in_local_model, no_amount, no_rate.
// Source: KPI catalogue A3, rulings Q07, Q27, Q35, Q39.
func PipelineEnteredValue(entry funnel.Stage) Metric[Total] {
	return Metric[Total]{ID: "pipeline_entered_value", Version: "1.0.0", Unit: UnitCurrency,
		Parameters: []Parameter{{"entry", entry.String()}},
		Population: Population{Clock: Entered(entry), Needs: PricedNow},
		Fold: func(parts []Total, rows []Row, _ *Out) {
			for _, d := range rows {
				parts[d.Group].Add(d.ValueNow)
			}
		}}
}
