package exchange

import (
	"slices"
	"strings"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

// local is measure for a KPI that a region can lack the stages for (ruling Q47a): where the parameter local_stages lists stages and the clock's own or
// another that is needed is not among them, no deal counts. The deals left out are those that a variant on each deal would leave out.
func local[T kpi.Partial[T]](p *parameters, m kpi.Metric[T], clock funnel.Stage, others ...funnel.Stage) kpi.Measure {
	stages, given := p.localStages()
	if given {
		m.Parameters = append(m.Parameters, kpi.Parameter{Name: "local_stages", Value: strings.Join(keysOf(stages), " ")})
	}
	absent := func(s funnel.Stage) bool { return given && !slices.Contains(stages, s) }
	switch {
	case absent(clock):
		m.Population.Clock = m.Population.Clock.Absent()
		m = beyond(m)
	case slices.ContainsFunc(others, absent):
		m = beyond(m)
	}
	return measure(p, m)
}

// beyond is m where the model lacks a stage: every deal it would count is left out, and the value says why even if there is none (ruling Q20).
func beyond[T kpi.Partial[T]](m kpi.Metric[T]) kpi.Metric[T] {
	m.Fold = func(_ []T, rows []kpi.Row, out *kpi.Out) {
		for _, d := range rows {
			out.Leave(d, kpi.StageNotInLocalModel)
		}
	}
	return unanswered(m, kpi.NotInLocalModel)
}

func (p *parameters) localStages() (stages []funnel.Stage, given bool) {
	if p.find("local_stages") == nil {
		return nil, false
	}
	for _, key := range p.texts("local_stages") {
		s, err := parseStage(key)
		if err != nil {
			p.wrong("local_stages", []byte(key), "keys of stages")
		}
		stages = append(stages, s)
	}
	slices.Sort(stages)
	return slices.Compact(stages), true
}

func keysOf(stages []funnel.Stage) []string {
	keys := make([]string, len(stages))
	for i, s := range stages {
		keys[i] = s.String()
	}
	return keys
}

// spoken applies the parameter local_statuses: what a query says of the sources is what a variant on each deal would say. Where they lack a word that the
// KPI needs, the value says so even if there is no deal (ruling Q20).
func spoken[T kpi.Partial[T]](p *parameters, m kpi.Metric[T]) kpi.Measure {
	statuses, given := p.localStatuses()
	if !given {
		return m
	}
	var said kpi.Statuses
	keys := make([]string, len(statuses))
	for i, s := range statuses {
		said |= 1 << s
		keys[i] = s.String()
	}
	m.Parameters = append(slices.Clone(m.Parameters), kpi.Parameter{Name: "local_statuses", Value: strings.Join(keys, " ")})
	if vocabulary := m.Population.Vocabulary; !vocabulary.SaidBy(said) {
		m.Population.Vocabulary = vocabulary.Saying(said)
		m = unanswered(m, kpi.InsufficientSource)
	}
	return m
}

// unanswered is m whose values have this status, unless one that comes before it applies.
func unanswered[T kpi.Partial[T]](m kpi.Metric[T], status kpi.ValueStatus) kpi.Metric[T] {
	finish := m.Finish
	m.Finish = func(v *kpi.Value) {
		if finish != nil {
			finish(v)
		}
		if v.Status == kpi.OK || status < v.Status {
			v.Status = status
		}
	}
	return m
}

func (p *parameters) localStatuses() (statuses []funnel.Status, given bool) {
	if p.find("local_statuses") == nil {
		return nil, false
	}
	for _, key := range p.texts("local_statuses") {
		s, err := funnel.ParseStatus(key)
		if err != nil || s == funnel.UnknownStatus {
			p.wrong("local_statuses", []byte(key), "keys of statuses")
		}
		statuses = append(statuses, s)
	}
	slices.Sort(statuses)
	return slices.Compact(statuses), true
}
