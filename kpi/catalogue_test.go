package kpi_test

import (
	"iter"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

// law is one metric as every law sees it: the function that returns it, the metric, and the slow formula beside it.
type law struct {
	function string
	id       string
	clock    string
	unit     kpi.Unit
	money    bool // amounts play a part
	measure  kpi.Measure
	of       func(kpi.View, iter.Seq[*funnel.Deal]) (kpi.Value, error)
	formula  slow
}

func holds[T kpi.Partial[T]](function string, m kpi.Metric[T], formula slow) law {
	money := m.Population.Needs&(kpi.Priced|kpi.PricedNow) != 0
	return law{function, m.ID, m.Population.Clock.String(), m.Unit, money, m, m.Of, formula}
}

// catalogue is every metric of the package, with each of its parameters used. TestCatalogueIsComplete finds the one that is missing.
var catalogue = []law{
	holds("DealsCreatedCount", kpi.DealsCreatedCount(), created(one)),
	holds("PipelineEnteredCount", kpi.PipelineEnteredCount(funnel.Qualified), entered(funnel.Qualified, false, one)),
	holds("PipelineEnteredValue", kpi.PipelineEnteredValue(funnel.Qualified), entered(funnel.Qualified, false, sumNow)),
	holds("OpenPipelineCount", kpi.OpenPipelineCount(), standingAs(open, openCount)),
	holds("OpenPipelineValue", kpi.OpenPipelineValue(), standingAs(open, sum)),
	holds("WeightedPipelineValue", kpi.WeightedPipelineValue(nil), standingAs(open, weighted(dealChance))),
	holds("WeightedPipelineValue", kpi.WeightedPipelineValue(chances), standingAs(open, staged(weighted(stageChance)))),
	holds("WonCount", kpi.WonCount(), closedAs(won, words{all: won}, one)),
	holds("WonValue", kpi.WonValue(), closedAs(won, words{all: won}, sum)),
	holds("WonValueGross", kpi.WonValueGross(), closedAs(won, words{all: won}, positive(alone))),
	holds("LostCount", kpi.LostCount(), closedAs(lost, words{all: lost}, one)),
	holds("LostValue", kpi.LostValue(), closedAs(lost, words{all: lost}, sum)),
	holds("UndecidedCount", kpi.UndecidedCount(), closedAs(undecided, words{any: undecided}, one)),
	holds("UndecidedValue", kpi.UndecidedValue(), closedAs(undecided, words{any: undecided}, sum)),
	holds("AvgWonDealSize", kpi.AvgWonDealSize(), closedAs(won, words{all: won}, positive(averaged))),
	holds("MedianWonDealSize", kpi.MedianWonDealSize(), closedAs(won, words{all: won}, positive(alone))),
	holds("HitRateNarrow", kpi.HitRateNarrow(), closedAs(decided, words{all: decided}, wonOf)),
	holds("HitRateBroad", kpi.HitRateBroad(), closedAs(broad, words{decided, undecided}, wonOf)),
	holds("HitRatePursued", kpi.HitRatePursued(), closedAs(closed, words{all: decided}, wonOf)),
	holds("HitRateValue", kpi.HitRateValue(), closedAs(decided, words{all: decided}, weigh(wonOf))),
	holds("WinRateCohort", kpi.WinRateCohort(kpi.Cohort{}, mature), cohortOf(created)),
	holds("WinRateCohort", kpi.WinRateCohort(kpi.Cohort{Stage: funnel.Qualified}, mature), cohortOf(enteredBy(funnel.Qualified))),
	holds("StageConversion", kpi.StageConversion(funnel.Qualified, funnel.Offered, kpi.Passed, kpi.All),
		conversion(funnel.Qualified, funnel.Offered, false, false)),
	holds("StageConversion", kpi.StageConversion(funnel.Qualified, funnel.Offered, kpi.Passed, kpi.Resolved),
		conversion(funnel.Qualified, funnel.Offered, false, true)),
	holds("StageConversion", kpi.StageConversion(funnel.Qualified, funnel.Offered, kpi.Strict, kpi.All),
		conversion(funnel.Qualified, funnel.Offered, true, false)),
	holds("StageConversion", kpi.StageConversion(funnel.Prospect, funnel.Qualified, kpi.Strict, kpi.Resolved),
		conversion(funnel.Prospect, funnel.Qualified, true, true)),
	holds("StageDropOff", kpi.StageDropOff(funnel.Offered), dropOff(funnel.Offered)),
	holds("LossCauseShare", kpi.LossCauseShare(kpi.CauseOrGroup{Cause: funnel.Competitive}), closedAs(lost, words{all: lost}, lossCause(isCompetitive))),
	holds("LossCauseShare", kpi.LossCauseShare(kpi.CauseOrGroup{Group: funnel.CustomerInternal}), closedAs(lost, words{all: lost}, lossCause(isCustomerInternal))),
	holds("LossCauseShareValue", kpi.LossCauseShareValue(kpi.CauseOrGroup{Cause: funnel.Competitive}),
		closedAs(lost, words{all: lost}, weigh(lossCause(isCompetitive)))),
	holds("ReopenRate", kpi.ReopenRate(), turned(words{any: closed}, isClosed, isOpen)),
	holds("WinReversalRate", kpi.WinReversalRate(), turned(words{all: won}, isWon, isNotWon)),
	holds("CycleTimeWon", kpi.CycleTimeWon(funnel.Qualified, kpi.CountHold), closedAs(won, words{all: won}, cycle(funnel.Qualified, false))),
	holds("CycleTimeWon", kpi.CycleTimeWon(funnel.Offered, kpi.ExcludeHold), closedAs(won, words{all: append(won, funnel.OnHold)}, cycle(funnel.Offered, true))),
	holds("CycleTimeLost", kpi.CycleTimeLost(funnel.Qualified, kpi.ExcludeHold),
		closedAs(lost, words{all: append(lost, funnel.OnHold)}, cycle(funnel.Qualified, true))),
	holds("LeadTimeWon", kpi.LeadTimeWon(kpi.CountHold), closedAs(won, words{all: won}, lead(false))),
	holds("LeadTimeWon", kpi.LeadTimeWon(kpi.ExcludeHold), closedAs(won, words{all: append(won, funnel.OnHold)}, lead(true))),
	holds("TimeInStage", kpi.TimeInStage(funnel.Offered, kpi.PerDeal), stay(funnel.Offered, false)),
	holds("TimeInStage", kpi.TimeInStage(funnel.Qualified, kpi.PerVisit), stay(funnel.Qualified, true)),
	holds("OpenAge", kpi.OpenAge(kpi.Cohort{}), standingAs(open, age)),
	holds("OpenAge", kpi.OpenAge(kpi.Cohort{Stage: funnel.Qualified}), standingAs(open, ageFrom(funnel.Qualified))),
	holds("StalledRate", kpi.StalledRate(nil), standingAs(active, stalled(nil, false))),
	holds("StalledRate", kpi.StalledRate(someLimits), standingAs(active, stalled(someLimits, false))),
	holds("StalledRateValue", kpi.StalledRateValue(someLimits), standingAs(active, stalled(someLimits, true))),
	holds("PastDueCloseRate", kpi.PastDueCloseRate(), standingAs(open, pastDue)),
	holds("NoAmountRate", kpi.NoAmountRate(), standingAs(open, noAmount)),
	holds("UnmappedRate", kpi.UnmappedRate(), unmappedEvents),
}

var (
	mature     = funnel.NewShare(8, -1)
	someLimits = kpi.Limits{funnel.Qualified: 10, funnel.Offered: 20, funnel.Negotiation: 5}
)

func measures() []kpi.Measure {
	list := make([]kpi.Measure, len(catalogue))
	for i, l := range catalogue {
		list[i] = l.measure
	}
	return list
}
