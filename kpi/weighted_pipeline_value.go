package kpi

import (
	"maps"
	"slices"

	"github.com/koine-go/koine/funnel"
)

// WeightedPipelineValue is the value of the open pipeline, each deal weighted by its chance. Where the chance comes from is part of the definition: the
// deal itself, or a table by stage.
//
//	sum of amount × probability of deals open or on hold at the view's instant
//
// Population: open and on_hold deals that have a price and a probability from 0 to 1; by stage, with a history.
// Clock: the view's instant.
// Unit: the view's currency at the latest rate before the view's instant, net of negative amounts, which extra.negative_amount counts.
// Unknown when: never; without deals it is 0.
// Left out: unmapped_status, by stage no_history and unmapped_stage, no_amount, no_rate, no_probability.
// Source: KPI catalogue A6, rulings Q10, Q37, Q40.
func WeightedPipelineValue(p Probabilities) Metric[Total] {
	m := Metric[Total]{ID: "weighted_pipeline_value", Version: "1.0.0", Unit: UnitCurrency,
		Parameters: p.parameters(),
		Population: Population{Clock: Standing(), Statuses: OpenDeals, Needs: KnownStatus | Priced},
		Fold: func(parts []Total, rows []Row, out *Out) {
			for _, d := range rows {
				if share := p.of(d); share.Valid() {
					parts[d.Group].add(d.Value.Times(share.Coefficient()), d.Value.Sign() < 0)
				} else {
					out.Leave(d, NoProbability)
				}
			}
		}}
	if p != nil {
		m.Population.Needs |= Staged
	}
	return m
}

// Probabilities is the chance to win by stage: a region's own calibration, never part of the model. A nil table takes the probability that each
// deal carries. A stage without an entry has none, which is not zero.
type Probabilities map[funnel.Stage]funnel.Share

func (p Probabilities) of(d Row) funnel.Share {
	if p == nil {
		return d.Probability
	}
	return p[d.Stage]
}

func (p Probabilities) parameters() []Parameter {
	if p == nil {
		return []Parameter{{"source", "deal"}}
	}
	list := []Parameter{{"source", "stage"}}
	for _, s := range slices.Sorted(maps.Keys(p)) {
		text, _ := p[s].MarshalText() // a share always has a text
		list = append(list, Parameter{s.String(), string(text)})
	}
	return list
}
