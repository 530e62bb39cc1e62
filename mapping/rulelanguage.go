package mapping

import (
	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/internal/document"
)

// rules returns the entry of all rules.
func (d *decoder) rules(to *[]Rule) entry {
	return d.list("rules", func() entry { return d.rule(func(r Rule) { *to = append(*to, r) }) })
}

func (d *decoder) rule(to func(Rule)) entry {
	var r Rule
	e := d.object("rules", func() entries {
		return entries{
			"when":       d.conditions(&r.When).says("the conditions, all of which must hold"),
			"set":        d.assignment(&r.Set).says("what a record then means"),
			"from":       d.date("rules.from", &r.From).says("the first day on which it is in force"),
			"to":         d.date("rules.to", &r.To).says("the first day on which it no longer is"),
			"confidence": d.key("rules.confidence", confidenceKeys, func(i int) { r.Confidence = Confidence(i) }).says("how well this renders the local value; default exact"),
			"note":       d.text("rules.note", &r.Note).says("why"),
		}
	}, nil, "when", "set")
	return entry{shape: e.shape, read: func(n *document.Node) {
		r.File, r.Line = d.file, n.Line
		e.read(n)
		to(r)
	}}
}

func (d *decoder) conditions(to *[]Cond) entry {
	return d.object("rules.when", func() entries {
		known := entries{}
		for slot := range slots {
			var values []string
			texts := d.texts("rules.when."+slotKey(slot), &values)
			known[slotKey(slot)] = entry{shape: texts.shape, about: "one of these; a blank text stands for a blank", read: func(n *document.Node) {
				texts.read(n)
				*to = append(*to, Cond{Axis: Axis(slot / int(kindCount)), By: Kind(slot % int(kindCount)), Values: values})
			}}
		}
		return known
	}, nil)
}

func (d *decoder) assignment(a *Assignment) entry {
	return d.object("rules.set", func() entries {
		return entries{
			"stage":    d.text("rules.set.stage", &a.Stage).shaped(stageShape).says("where in the funnel"),
			"enters":   d.texts("rules.set.enters", &a.Enters).shaped(stagesShape).says("stages entered at the same moment, before it"),
			"status":   d.text("rules.set.status", &a.Status).shaped(statusShape).says("the outcome"),
			"cause":    d.text("rules.set.cause", &a.Cause).shaped(causeShape).says("why it was lost"),
			"category": d.text("rules.set.category", &a.Category).shaped(categoryShape).says("the forecast category"),
		}
	}, nil)
}

func statusShape() *shape { return enumShape(keysOf(funnel.Open, funnel.Void)) }

func causeShape() *shape { return enumShape(keysOf(funnel.Competitive, funnel.UnknownCause)) }

func categoryShape() *shape { return enumShape(keysOf(funnel.Omitted, funnel.ClosedCategory)) }

func stagesShape() *shape { return listShape(stageShape(), 1) }

// stageShape is the key of a stage. Those of the first model are offered; which there are is for the model and the profile to say.
func stageShape() *shape {
	var keys []string
	for _, s := range funnel.V1().Stages() {
		keys = append(keys, s.Key)
	}
	return suggestShape(keys)
}
