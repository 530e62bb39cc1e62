package exchange

import (
	"slices"

	"github.com/koine-go/koine/kpi"
)

// definition ties a KPI's id to its function and the parameters that the function takes.
type definition struct {
	id    string
	build func(*parameters) kpi.Measure
}

// built is the KPIs there are, in the order of the catalogue (exchange.md §2).
var built = [...]definition{
	{"deals_created_count", plain(kpi.DealsCreatedCount)},
	{"pipeline_entered_count", func(p *parameters) kpi.Measure {
		return measure(p, kpi.PipelineEnteredCount(p.stage("entry", qualified)))
	}},
	{"pipeline_entered_value", func(p *parameters) kpi.Measure {
		return measure(p, kpi.PipelineEnteredValue(p.stage("entry", qualified)))
	}},
	{"open_pipeline_count", plain(kpi.OpenPipelineCount)},
	{"open_pipeline_value", plain(kpi.OpenPipelineValue)},
	{"weighted_pipeline_value", func(p *parameters) kpi.Measure { return measure(p, kpi.WeightedPipelineValue(p.probabilities())) }},
	{"won_count", plain(kpi.WonCount)},
	{"won_value", plain(kpi.WonValue)},
	{"won_value_gross", plain(kpi.WonValueGross)},
	{"lost_count", plain(kpi.LostCount)},
	{"lost_value", plain(kpi.LostValue)},
	{"undecided_count", plain(kpi.UndecidedCount)},
	{"undecided_value", plain(kpi.UndecidedValue)},
	{"avg_won_deal_size", plain(kpi.AvgWonDealSize)},
	{"median_won_deal_size", plain(kpi.MedianWonDealSize)},
	{"hit_rate_narrow", plain(kpi.HitRateNarrow)},
	{"hit_rate_broad", plain(kpi.HitRateBroad)},
	{"hit_rate_pursued", plain(kpi.HitRatePursued)},
	{"hit_rate_value", plain(kpi.HitRateValue)},
	{"win_rate_cohort", func(p *parameters) kpi.Measure {
		return measure(p, kpi.WinRateCohort(p.cohort("cohort"), p.maturity()))
	}},
	{"stage_conversion", func(p *parameters) kpi.Measure {
		from, to := p.stage("from", qualified), p.stage("to", offer)
		return local(p, kpi.StageConversion(from, to, p.mode(), p.over()), from, to)
	}},
	{"stage_drop_off", func(p *parameters) kpi.Measure {
		stage := p.stage("stage", offer)
		return local(p, kpi.StageDropOff(stage), stage)
	}},
	{"loss_cause_share", func(p *parameters) kpi.Measure { return measure(p, kpi.LossCauseShare(p.causeOrGroup())) }},
	{"loss_cause_share_value", func(p *parameters) kpi.Measure { return measure(p, kpi.LossCauseShareValue(p.causeOrGroup())) }},
	{"reopen_rate", plain(kpi.ReopenRate)},
	{"win_reversal_rate", plain(kpi.WinReversalRate)},
	{"cycle_time_won", func(p *parameters) kpi.Measure {
		return measure(p, kpi.CycleTimeWon(p.stage("start", qualified), p.hold()))
	}},
	{"cycle_time_lost", func(p *parameters) kpi.Measure {
		return measure(p, kpi.CycleTimeLost(p.stage("start", qualified), p.hold()))
	}},
	{"lead_time_won", func(p *parameters) kpi.Measure { return measure(p, kpi.LeadTimeWon(p.hold())) }},
	{"time_in_stage", func(p *parameters) kpi.Measure { return measure(p, kpi.TimeInStage(p.stage("stage", offer), p.per())) }},
	{"open_age", func(p *parameters) kpi.Measure { return measure(p, kpi.OpenAge(p.cohort("start"))) }},
	{"stalled_rate", func(p *parameters) kpi.Measure { return measure(p, kpi.StalledRate(p.limits())) }},
	{"stalled_rate_value", func(p *parameters) kpi.Measure { return measure(p, kpi.StalledRateValue(p.limits())) }},
	{"past_due_close_rate", plain(kpi.PastDueCloseRate)},
	{"no_amount_rate", plain(kpi.NoAmountRate)},
	{"unmapped_rate", plain(kpi.UnmappedRate)},
}

// planned is the ids of the catalogue whose KPIs are not built.
var planned = [...]string{"pipeline_concentration", "stage_to_win", "no_decision_rate", "no_response_rate", "offer_hit_rate",
	"offer_hit_rate_value", "competitive_win_rate", "cycle_time_undecided", "first_offer_time", "decision_latency",
	"cycle_benchmark_index", "pipeline_velocity", "pipeline_bridge", "forecast_error", "forecast_accuracy_actual_base",
	"forecast_accuracy_forecast_base", "forecast_attainment", "forecast_wmape", "forecast_bias", "slippage_rate", "slippage_rate_value",
	"pipeline_coverage", "pipeline_coverage_gross", "regression_rate", "skip_rate", "rework", "followup_compliance",
	"no_response_protocol_rate", "discount_rate", "discount_gap", "quota_attainment", "attainment_participation", "collision_rate",
	"double_counted_pipeline", "mix_adjusted_rate", "rate_mix_bridge", "signal_test"}

// IDs returns the ids of the KPIs that Metric knows, in the order of the catalogue.
func IDs() []string {
	ids := make([]string, len(built))
	for i, d := range built {
		ids[i] = d.id
	}
	return ids
}

// Metric returns the KPI with this id and these parameters (exchange.md §2): a JSON object such as {"from":"qualified"}, nil for the
// defaults. Stages are named by the keys of funnel.ParseStage. Beyond that page, local_statuses lists all that the sources can say, such as
// ["open","won"], for every KPI whose population has a vocabulary. An id that the catalogue does not have is an ErrKPI, one that is not built
// an ErrNotBuilt, a parameter that the KPI does not have an ErrParameter, one of another type an ErrType; all faults are reported, joined.
func Metric(id string, params []byte) (kpi.Measure, error) {
	return metric(id, params, newScanner())
}

func metric(id string, params []byte, s *scanner) (kpi.Measure, error) {
	i := slices.IndexFunc(built[:], func(d definition) bool { return d.id == id })
	if i < 0 {
		what := ErrKPI
		if known(id) {
			what = ErrNotBuilt
		}
		return nil, &Error{Field: "kpis", Reason: quoted([]byte(id)), Err: what}
	}
	p := &parameters{}
	if params == nil {
		params = []byte("{}")
	}
	s.scan(params, 0, "params."+id+".", &p.object)
	if len(p.faults) > 0 {
		return nil, p.joined()
	}
	p.readMinimum()
	m := built[i].build(p)
	p.unread(ErrParameter)
	if len(p.faults) > 0 {
		return nil, p.joined()
	}
	return m, nil
}

// known tells whether the catalogue has the id.
func known(id string) bool {
	return slices.Contains(planned[:], id) || slices.ContainsFunc(built[:], func(d definition) bool { return d.id == id })
}

// plain is for a KPI without parameters of its own.
func plain[T kpi.Partial[T]](of func() kpi.Metric[T]) func(*parameters) kpi.Measure {
	return func(p *parameters) kpi.Measure { return measure(p, of()) }
}

// measure adds what every KPI takes, and local_statuses to one that needs its source to say some.
func measure[T kpi.Partial[T]](p *parameters, m kpi.Metric[T]) kpi.Measure {
	m.MinN = p.minN
	if m.Population.Vocabulary == (kpi.Vocabulary{}) {
		return m
	}
	return spoken(p, m)
}
