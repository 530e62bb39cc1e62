package exchange

import (
	"errors"
	"slices"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

const (
	qualified = funnel.Qualified
	offer     = funnel.Offered
)

// parameters is the object that sets what a KPI's definition leaves open.
type parameters struct {
	object
	minN int
}

func (o *object) joined() error {
	var all []error
	for _, e := range o.faults {
		all = append(all, e)
	}
	return errors.Join(all...)
}

func (p *parameters) readMinimum() { p.minN = p.count("min_n") }

const wantStage = "the key of a stage"

func parseStage(key string) (funnel.Stage, error) {
	s, err := funnel.ParseStage(key)
	if err == nil && s == funnel.NoStage {
		err = funnel.ErrKey
	}
	return s, err
}

func (p *parameters) stage(name string, absent funnel.Stage) funnel.Stage {
	if s := enum(&p.object, name, wantStage, parseStage); s != funnel.NoStage {
		return s
	}
	return absent
}

// choice tells which of two words a parameter is; the first is the default.
func (p *parameters) choice(name, first, second string) (isSecond bool) {
	return p.oneOf(name, first, second).String() == second
}

func (p *parameters) mode() kpi.Mode {
	if p.choice("mode", "passed", "strict") {
		return kpi.Strict
	}
	return kpi.Passed
}

func (p *parameters) over() kpi.Over {
	if p.choice("den", "all", "resolved") {
		return kpi.Resolved
	}
	return kpi.All
}

func (p *parameters) per() kpi.Per {
	if p.choice("variant", "deal", "visit") {
		return kpi.PerVisit
	}
	return kpi.PerDeal
}

func (p *parameters) hold() kpi.Hold { return kpi.Hold(p.flag("exclude_on_hold", false)) }

// cohort reads "created" or a stage.
func (p *parameters) cohort(name string) kpi.Cohort {
	return enum(&p.object, name, "created or the key of a stage", func(key string) (kpi.Cohort, error) {
		if key == "created" {
			return kpi.Cohort{}, nil
		}
		s, err := parseStage(key)
		return kpi.Cohort{Stage: s}, err
	})
}

func (p *parameters) maturity() funnel.Share {
	if s := p.share("maturity"); s.Known() {
		return s
	}
	return funnel.NewShare(8, -1)
}

func (p *parameters) causeOrGroup() kpi.CauseOrGroup {
	of := enum(&p.object, "cause", "a loss cause or a review group", func(key string) (kpi.CauseOrGroup, error) {
		if c, err := funnel.ParseCause(key); err == nil {
			return kpi.CauseOrGroup{Cause: c}, nil
		}
		g, err := funnel.ParseGroup(key)
		return kpi.CauseOrGroup{Group: g}, err
	})
	if of == (kpi.CauseOrGroup{}) {
		of.Cause = funnel.Competitive
	}
	return of
}

// probabilities reads the table by stage, nil where the deal's own probability is asked for.
func (p *parameters) probabilities() kpi.Probabilities {
	table := kpi.Probabilities{}
	p.byStage("stage_probability", func(in *object, key string, s funnel.Stage) { table[s] = in.share(key) })
	if p.choice("source", "deal", "stage") {
		return table
	}
	return nil
}

// limits reads the days allowed by stage, nil where no table is given.
func (p *parameters) limits() kpi.Limits {
	var table kpi.Limits
	p.byStage("limits", func(in *object, key string, s funnel.Stage) {
		if table == nil {
			table = kpi.Limits{}
		}
		table[s] = in.count(key)
	})
	return table
}

// byStage reads an object whose keys are stages.
func (p *parameters) byStage(name string, each func(in *object, key string, s funnel.Stage)) {
	v := p.find(name)
	if v == nil {
		return
	}
	in := &object{}
	p.scanner.scan(v, 0, p.path+name+".", in)
	for _, m := range slices.Clone(in.members) {
		key := string(m.name)
		if s, err := parseStage(key); err != nil {
			in.wrong(key, m.name, wantStage)
		} else {
			each(in, key, s)
		}
	}
	p.faults = append(p.faults, in.faults...)
}
