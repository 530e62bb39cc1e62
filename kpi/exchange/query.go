package exchange

import (
	"errors"
	"slices"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

// Query asks for KPIs under one view (exchange.md §2). ParseQuery makes it; its methods only read it, so it is safe for concurrent use. The zero value asks
// nothing, and has no view.
type Query struct {
	KPIs        []string // ids, each once
	Period      funnel.Period
	AsOf        time.Time // exclusive
	Zone        string    // IANA name
	FiscalStart time.Month
	Currency    funnel.Currency
	FX          kpi.Policy
	GroupBy     []string          // names of dimensions
	Params      map[string][]byte // by id, the JSON object that Metric takes
}

// ParseQuery reads one JSON object. kpis, period, as_of, zone and currency are required; the fiscal year starts in January, rates are spot and
// nothing is grouped where the query does not say otherwise. Any other field is an ErrField; all faults are reported, joined. Whether
// the KPIs, their parameters and the zone exist is for Metrics and View to say.
func ParseQuery(text []byte) (*Query, error) {
	s, o := newScanner(), &object{}
	s.scan(text, 0, "", o)
	if len(o.faults) > 0 {
		return nil, o.joined()
	}
	o.require("kpis", "period", "as_of", "zone", "currency")
	q := &Query{
		KPIs:        o.texts("kpis"),
		Period:      o.period("period"),
		Zone:        o.text("zone"),
		FiscalStart: time.January,
		Currency:    o.currency("currency"),
		GroupBy:     o.texts("group_by"),
		Params:      o.objects("params"),
	}
	q.AsOf, _ = o.instant("as_of").Time()
	if m, ok := o.whole("fiscal_start_month", 1, 12); ok {
		q.FiscalStart = time.Month(m)
	}
	if o.oneOf("fx", "spot", "plan").String() == "plan" {
		q.FX = kpi.PlanRates
	}
	o.unread(ErrField)
	twice(o, "kpis", q.KPIs)
	twice(o, "group_by", q.GroupBy)
	if len(o.faults) > 0 {
		return nil, o.joined()
	}
	return q, nil
}

// twice notes the names of a list that stand in it more than once.
func twice(o *object, field string, names []string) {
	seen := map[string]bool{}
	for _, n := range names {
		if seen[n] {
			o.fault(field, ErrTwice, quoted([]byte(n)))
		}
		seen[n] = true
	}
}

// objects reads an object of objects: the parameters by KPI.
func (o *object) objects(name string) map[string][]byte {
	v := o.find(name)
	if v == nil {
		return nil
	}
	in := &object{}
	o.scanner.scan(v, 0, name+".", in)
	table := map[string][]byte{}
	for _, m := range in.members {
		id := string(m.name)
		switch {
		case !known(id):
			in.fault(id, ErrKPI, "")
		case string(m.value) == "null":
		case m.value[0] != '{':
			in.wrong(id, m.value, "an object of parameters")
		default:
			table[id] = slices.Clone(m.value)
		}
	}
	o.faults = append(o.faults, in.faults...)
	return table
}

// Metrics returns the KPIs asked for, in the order of the query, and the errors of Metric, joined. If all that is wrong with some is that they
// are not built (ErrNotBuilt), the others are returned beside the error; otherwise none.
func (q *Query) Metrics() ([]kpi.Measure, error) {
	s := newScanner()
	measures, whole := []kpi.Measure{}, true
	var faults []error
	for _, id := range q.KPIs {
		m, err := metric(id, q.Params[id], s)
		if err != nil {
			faults = append(faults, err)
			whole = whole && errors.Is(err, ErrNotBuilt)
			continue
		}
		measures = append(measures, m)
	}
	if !whole {
		measures = nil
	}
	return measures, errors.Join(faults...)
}

// View returns the view of the query with these rates, which may be nil. zone finds a time zone by its name, as time.LoadLocation does; a zone it
// does not find, and the names of the machine's own, are an ErrZone.
func (q *Query) View(zone func(string) (*time.Location, error), rates *funnel.Rates) (kpi.View, error) {
	if q.Zone == "" || q.Zone == "Local" {
		return kpi.View{}, &Error{Field: "zone", Reason: quoted([]byte(q.Zone)), Err: ErrZone}
	}
	location, err := zone(q.Zone)
	if err != nil {
		return kpi.View{}, &Error{Field: "zone", Reason: err.Error(), Err: ErrZone}
	}
	c, err := funnel.NewCalendar(location, q.FiscalStart, time.Monday)
	if err != nil {
		return kpi.View{}, &Error{Field: "zone", Reason: err.Error(), Err: ErrZone}
	}
	return kpi.View{Period: q.Period, AsOf: q.AsOf, Calendar: c, Currency: q.Currency, Rates: rates, Policy: q.FX}, nil
}

// Dimensions returns what the query groups by; a name that is none is an ErrDimension.
func (q *Query) Dimensions() ([]kpi.Dimension, error) {
	var list []kpi.Dimension
	var faults []error
	for _, name := range q.GroupBy {
		d, ok := dimension(name)
		if !ok {
			faults = append(faults, &Error{Field: "group_by", Reason: quoted([]byte(name)), Err: ErrDimension})
		}
		list = append(list, d)
	}
	return list, errors.Join(faults...)
}

// dimensions is what a query can group by.
func dimensions() []kpi.Dimension {
	return []kpi.Dimension{kpi.Region(), kpi.Entity(), kpi.Owner(), kpi.Team(), kpi.Segment(), kpi.Product(), kpi.Source(), kpi.SizeBand(),
		kpi.Complexity()}
}

func dimension(name string) (kpi.Dimension, bool) {
	all := dimensions()
	i := slices.IndexFunc(all, func(d kpi.Dimension) bool { return d.Name == name })
	if i < 0 {
		return kpi.Dimension{}, false
	}
	return all[i], true
}
