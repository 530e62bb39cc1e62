package script

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

// view is what a script says of kpi.View.
type view struct {
	period   funnel.Period
	asOf     funnel.Moment
	zone     *time.Location
	currency funnel.Currency
	policy   string
	by       []kpi.Dimension // only in a case
}

// with returns the view changed by clauses such as "zone Europe/Berlin".
func (v view) with(clauses []string, zone func(string) (*time.Location, error)) (view, error) {
	for _, c := range clauses {
		word, rest, _ := strings.Cut(strings.TrimSpace(c), " ")
		var err error
		switch word {
		case "period":
			v.period, err = funnel.ParsePeriod(rest)
		case "as":
			v.asOf, err = readMoment(strings.TrimPrefix(rest, "of "), "")
		case "zone":
			if v.zone, err = zone(rest); rest == "" || rest == "Local" {
				err = fmt.Errorf("zone %q: want a name such as Europe/Berlin", rest)
			}
		case "currency":
			v.currency, err = funnel.ParseCurrency(rest)
		case "rates":
			if v.policy = rest; rest != kpi.SpotRates.String() && rest != kpi.PlanRates.String() {
				err = fmt.Errorf("rates %q: want spot or plan", rest)
			}
		case "by":
			v.by, err = readDimensions(rest)
		default:
			err = fmt.Errorf("%q begins no clause: want period, as of, zone, currency, rates or by", word)
		}
		if err != nil {
			return v, err
		}
	}
	return v, v.check()
}

func (v view) check() error {
	if v.period.Days() <= 0 || v.asOf.IsZero() || v.zone == nil || v.currency.IsZero() || v.policy == "" {
		return fmt.Errorf("a view states period, as of, zone, currency and rates")
	}
	return nil
}

func readDimensions(text string) (by []kpi.Dimension, err error) {
	all := kpi.By(kpi.Region(), kpi.Owner(), kpi.Segment(), kpi.Entity(), kpi.Product(), kpi.Team(), kpi.Source(), kpi.SizeBand(),
		kpi.Complexity(), kpi.Month(), kpi.MonthCreated())
	for _, name := range strings.Split(text, " and ") {
		i := slices.IndexFunc(all, func(d kpi.Dimension) bool { return d.Name == name })
		if i < 0 {
			return nil, fmt.Errorf("by %q: nothing to group by", name)
		}
		by = append(by, all[i])
	}
	return by, nil
}

// question is a case: a KPI with its parameters under a view.
type question struct {
	view
	metric kpi.Measure
}

// readQuestion reads "hit_rate_narrow min_n=3, by region, as of 2026-05-01".
func (s *script) readQuestion(head string) (q question, err error) {
	clauses := strings.Split(head, ", ")
	words := strings.Fields(clauses[0])
	if len(words) == 0 {
		return q, fmt.Errorf("no kpi named")
	}
	parameters, err := readParameters(words[1:])
	if err != nil {
		return q, err
	}
	if q.metric, err = s.runner.Metric(words[0], parameters); err != nil {
		return q, err
	}
	q.view, err = s.view.with(clauses[1:], s.runner.Zone)
	return q, err
}

// readParameters makes a JSON object of name=value words.
func readParameters(words []string) ([]byte, error) {
	object := map[string]any{}
	for _, w := range words {
		name, value, ok := strings.Cut(w, "=")
		if _, twice := object[name]; !ok || twice {
			return nil, fmt.Errorf("%q is no parameter, or one given twice: want name=value", w)
		}
		object[name] = readParameter(value)
	}
	return json.Marshal(object)
}

// readParameter reads a table such as offer:30,qualified:90, a list such as [open,won], or one value: a whole number, true or false, or any other text as it
// is.
func readParameter(text string) any {
	if list, ok := strings.CutPrefix(text, "["); ok && strings.HasSuffix(list, "]") {
		return strings.Split(strings.TrimSuffix(list, "]"), ",")
	}
	if !strings.Contains(text, ":") {
		return readScalar(text)
	}
	table := map[string]any{}
	for _, item := range strings.Split(text, ",") {
		key, value, _ := strings.Cut(item, ":")
		table[key] = readScalar(value)
	}
	return table
}

func readScalar(text string) any {
	if n, err := strconv.Atoi(text); err == nil {
		return n
	}
	switch text {
	case "true":
		return true
	case "false":
		return false
	}
	return text
}

// answer is one row of a result.
type answer struct {
	key      string
	value    kpi.Value
	profiles []string // of the total alone: they are the report's
}

// answer computes a case: the rows that the KPI shows, then the total.
func (s *script) answer(q question) ([]answer, error) {
	v, err := q.kpiView(s.world.rates)
	if err != nil {
		return nil, err
	}
	r, err := kpi.NewReport(v, q.by, q.metric)
	if err != nil {
		return nil, err
	}
	r.KeepDeals()
	for _, e := range s.world.deals {
		r.Add(&e.Deal)
	}
	var rows []answer
	for g := range r.Rows() {
		if len(q.by) > 0 && r.Shown(0, g.Key) {
			rows = append(rows, answer{key: keyText(g.Key), value: g.Values[0]})
		}
	}
	return append(rows, answer{totalKey, r.Total().Values[0], r.Profiles()}), nil
}

func (v view) kpiView(rates []funnel.Rate) (k kpi.View, err error) {
	k = kpi.View{Period: v.period, Currency: v.currency}
	if k.Calendar, err = funnel.NewCalendar(v.zone, time.January, time.Monday); err != nil {
		return k, err
	}
	if k.Rates, err = funnel.NewRates(rates); err != nil {
		return k, err
	}
	if v.policy == kpi.PlanRates.String() {
		k.Policy = kpi.PlanRates
	}
	t := v.asOf
	if d, ok := t.Date(); ok {
		t = k.Calendar.Start(d)
	}
	k.AsOf, _ = t.Time()
	return k, nil
}

const totalKey = "total"

func keyText(k kpi.Key) string {
	names := make([]string, len(k))
	for i, p := range k {
		if names[i] = p.Name; !p.Known {
			names[i] = "-"
		}
	}
	return strings.Join(names, " ")
}
