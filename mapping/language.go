package mapping

import (
	"maps"
	"slices"
	"time"

	"github.com/koine-go/koine/internal/document"
	"github.com/koine-go/koine/normalize"
)

// blank returns a profile with what holds where a document says nothing.
func (d *decoder) blank() *Profile {
	p := &Profile{File: d.file, FiscalStart: time.January, Zones: d.location}
	if d.preset != nil {
		p.Deals = d.preset.Deals.withoutColumns()
		return p
	}
	utf8, _ := normalize.EncodingByName("utf-8")
	p.Deals = Table{Encoding: utf8, Delimiter: ','}
	return p
}

// readPreset reads the preset that the document names, since all else stands over it.
func (d *decoder) readPreset(root *document.Node) {
	n := root.Child("preset")
	if n == nil || !d.is(n, "preset", document.Text) {
		return
	}
	preset, err := Preset(n.Text, d.location)
	if err != nil {
		d.wrong(n, "preset", "no such preset", Presets()...)
		return
	}
	d.preset = preset
}

// profile returns the entry of the whole document.
func (d *decoder) profile(p *Profile) entry {
	keys := func() entries {
		return entries{
			"name":           d.text("name", &p.Name).says("of the source, such as DE"),
			"preset":         later(d.text("preset", &p.Preset).shaped(func() *shape { return enumShape(Presets()) })).says("the CRM whose fields and rules stand beneath these"),
			"version":        d.text("version", &p.Version).says("of this profile; every event keeps name@version"),
			"from":           d.date("from", &p.From).says("the first day on which this version is in force; default: there is none before it"),
			"to":             d.date("to", &p.To).says("the first day on which it no longer is; default: the first of the next version"),
			"source_scheme":  d.text("source_scheme", &p.SourceScheme).says("the namespace of the ids"),
			"selling_entity": d.text("selling_entity", &p.SellingEntity).says("of every deal; or a field, but not both"),
			"region":         d.text("region", &p.Region).says("of every deal; or a field, but not both"),
			"locale":         d.locale("locale", &p.Locale).says("how numbers, dates and labels are written, such as de-DE"),
			"zone":           d.zone("zone", &p.Zone).says("of local times and of the rules' days, such as Europe/Berlin"),
			"currency":       d.currency("currency", &p.Currency).says("of amounts that name none, such as EUR"),
			"neutral_groups": d.bool("neutral_groups", &p.NeutralGroups).says("spaces and apostrophes group digits too, as in 1'234"),
			"fiscal_start":   d.integer("fiscal_start", 1, 12, "a month", func(m int) { p.FiscalStart = time.Month(m) }).says("the month in which the fiscal year starts; default 1"),
			"created_means":  d.text("created_means", &p.CreatedMeans).says("what the creation date really is"),
			"caveats":        d.texts("caveats", &p.Caveats).says("what else a reader must know before he compares"),
			"sentinels":      d.dates("sentinels", &p.Sentinels).says("days that stand for none"),
			"variant":        d.variant(p).says("what the source can express"),
			"deals":          d.tableOf(inDeals, &p.Deals).says("the file of deals"),
			"history":        later(d.tableOf(inHistory, &p.History)).says("the file of events"), // both are read behind the deals, whose defaults they take
			"offers":         later(d.tableOf(inOffers, &p.Offers)).says("the file of offers, one row for each line of an offer"),
			"activities":     later(d.tableOf(inActivities, &p.Activities)).says("the file of calls, mails, meetings, tasks"),
			"changes":        later(d.tableOf(inChanges, &p.Changes)).says("the file of changes of a deal's attributes"),
			"forecasts":      later(d.tableOf(inForecasts, &p.Forecasts)).says("the file of forecasts as they were submitted"),
			"quotas":         later(d.tableOf(inQuotas, &p.Quotas)).says("the file of quotas"),
			"credits":        later(d.tableOf(inCredits, &p.Credits)).says("the file of who gets which share of a deal"),
			"costs":          later(d.tableOf(inCosts, &p.Costs)).says("the file of what selling costs"),
			"benchmarks":     later(d.tableOf(inBenchmarks, &p.Benchmarks)).says("the file of how long deals are expected to take"),
			"rates":          later(d.tableOf(inRates, &p.Rates)).says("the file of exchange rates"),
			"lookups":        later(d.lookups(p)).says("tables that turn a cell into a value"),
			"questions":      d.list("questions", d.question).says("what a draft could not answer; the profile is refused while one is left"),
			"rules":          d.rules(&p.Rules).says("from local values to stage, status, cause and category"),
		}
	}
	e := d.object("", keys, func(root *document.Node) { d.behind(root, p) }, "name", "version", "source_scheme", "locale", "zone")
	return e.shaped(func() *shape {
		s := e.shape()
		s.AnyOf = []*shape{{Required: []string{"deals"}}, {Required: []string{"preset"}}}
		return s
	})
}

// behind reads what takes its defaults from the deals, wherever it stands, and puts the profile over its preset.
func (d *decoder) behind(root *document.Node, p *Profile) {
	var presets map[place]*Table
	if d.preset != nil {
		presets = maps.Collect(d.preset.tables())
	}
	for file, t := range p.tables() {
		if file == inDeals {
			continue
		}
		n, beneath := root.Child(file.String()), presets[file]
		switch {
		case beneath != nil && !beneath.isNone():
			*t = beneath.withoutColumns()
		case n != nil:
			*t = Table{Syntax: p.Deals.Syntax, Encoding: p.Deals.Encoding, Delimiter: p.Deals.Delimiter}
		}
		if n != nil {
			d.tableOf(file, t).read(n)
		}
	}
	if n := root.Child("lookups"); n != nil {
		d.lookups(p).read(n)
	}
	if root.Child("deals") == nil && root.Child("preset") == nil {
		d.fault(Error{Line: root.Line, Column: "deals", Err: ErrMissing})
	}
	d.whole(root, p)
	if d.preset != nil {
		p.Preset = root.Child("preset").Text
		p.over(d.preset)
	}
}

func (d *decoder) variant(p *Profile) entry {
	return d.object("variant", func() entries {
		return entries{
			"stages":    d.texts("variant.stages", &p.Stages).shaped(stagesShape).says("the stages that the source has; absent for all"),
			"statuses":  d.texts("variant.statuses", &p.Statuses).shaped(func() *shape { return listShape(statusShape(), 1) }).says("the statuses that the source can say; absent for all"),
			"substages": d.subStages(&p.SubStages).says("finer stages of the source's own, which rules may set"),
		}
	}, nil)
}

func (d *decoder) subStages(to *[]SubStage) entry {
	const path = "variant.substages"
	return d.list(path, func() entry {
		var s SubStage
		e := d.object(path, func() entries {
			return entries{
				"key":    d.text(path+".key", &s.Key).says("as rules set it; no stage of the funnel"),
				"parent": d.text(path+".parent", &s.Parent).shaped(stageShape).says("the stage that it counts as"),
				"goal":   d.text(path+".goal", &s.Goal).says("what it is to achieve"),
				"entry":  d.text(path+".entry", &s.Entry).says("what shows that a deal has entered"),
				"exit":   d.text(path+".exit", &s.Exit).says("what shows that it may leave"),
			}
		}, nil, "key", "parent", "goal")
		return entry{shape: e.shape, read: func(n *document.Node) {
			s.File, s.Line = d.file, n.Line
			e.read(n)
			*to = append(*to, s)
		}}
	})
}

// whole finds the faults that no single part of a profile has.
func (d *decoder) whole(root *document.Node, p *Profile) {
	if n := root.Child("to"); n != nil && daysOf(p.From, p.To).isEmpty() {
		d.wrong(n, "to", "not after from")
	}
	for _, f := range [...]Field{Region, SellingEntity} {
		top := root.Child(f.String())
		if c, ok := p.Deals.column(f); ok && top != nil {
			d.fault(Error{Line: c.Line, Other: top.Line, Column: f.String(), Reason: "for the whole profile or by column, not both", Err: ErrTwice})
		}
	}
	for _, t := range p.tables() {
		for _, c := range t.Columns {
			named := func(l Lookup) bool { return l.Name == c.Lookup }
			if c.Lookup != "" && !slices.ContainsFunc(p.Lookups, named) {
				d.fault(Error{Line: c.Line, Column: c.Field.String() + ".lookup", Value: c.Lookup, Reason: "no such look-up in the profile", Err: ErrMissing})
			}
		}
	}
}
