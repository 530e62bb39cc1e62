package main

import (
	"flag"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
	"github.com/koine-go/koine/kpi/exchange"
)

// settings is what the flags ask for.
type settings struct {
	sources []*source
	view    kpi.View
	by      []kpi.Dimension
	metrics []kpi.Measure
	json    bool
}

// parse reads the flags. Those that name files belong to the -profile before them.
func parse(args []string, stderr io.Writer) (*settings, error) {
	s := &settings{}
	flags := flag.NewFlagSet("worldwide", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Func("profile", "`FILE` that says how to read the source named by the flags after it (repeatable)", func(file string) error {
		s.sources = append(s.sources, &source{profile: file})
		return nil
	})
	last := func(set func(*source, string) error) func(string) error {
		return func(value string) error {
			if len(s.sources) == 0 {
				return fmt.Errorf("give -profile first")
			}
			return set(s.sources[len(s.sources)-1], value)
		}
	}
	flags.Func("deals", "`FILE` of the source's deals", last(func(o *source, file string) error { return once(&o.deals, file) }))
	flags.Func("history", "`FILE` of the source's stage history", last(func(o *source, file string) error { return once(&o.history, file) }))
	flags.Func("lookup", "`NAME=FILE` of a look-up that the profile names (repeatable)", last((*source).lookup))
	period := flags.String("period", "2026-01-01..2026-04-01", "reporting period, FROM..TO without TO")
	asOf := flags.String("as-of", "", "`DATE`: what happened on this day or later is not known (default: the end of the period)")
	zone := flags.String("zone", "Europe/Berlin", "zone of the reporting calendar")
	currency := flags.String("currency", "EUR", "reporting currency")
	rates := flags.String("rates", "", "`FILE` of exchange rates: fx_rate JSON lines, or the wide daily CSV of the ECB")
	by := flags.String("by", "region", "dimensions to group by, comma separated")
	ids := flags.String("kpis", "", "ids of the KPIs, comma separated (default: all)")
	flags.BoolVar(&s.json, "json", false, "print values as JSON lines")
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	if flags.NArg() > 0 {
		return nil, fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	own := len(s.sources) == 0
	if own {
		s.sources = ownSources()
	}
	for _, o := range s.sources {
		if o.deals == "" {
			return nil, fmt.Errorf("%s: -deals is missing", o.profile)
		}
	}
	var err error
	if s.view, err = view(*period, *asOf, *zone, *currency); err != nil {
		return nil, err
	}
	if s.view.Rates, err = s.ratesOf(*rates, own, stderr); err != nil {
		return nil, err
	}
	if s.by, err = dimensions(*by); err != nil {
		return nil, err
	}
	s.metrics, err = metrics(*ids)
	return s, err
}

func once(file *string, value string) error {
	if *file != "" {
		return fmt.Errorf("given twice for one profile")
	}
	*file = value
	return nil
}

func view(period, asOf, zone, currency string) (v kpi.View, err error) {
	if v.Period, err = funnel.ParsePeriod(period); err != nil {
		return v, err
	}
	if v.Currency, err = funnel.ParseCurrency(currency); err != nil {
		return v, err
	}
	location, err := time.LoadLocation(zone)
	if err != nil {
		return v, err
	}
	if location == time.Local {
		return v, fmt.Errorf("-zone Local would depend on the machine; name the zone")
	}
	if v.Calendar, err = funnel.NewCalendar(location, time.January, time.Monday); err != nil {
		return v, err
	}
	day := v.Period.To
	if asOf != "" {
		if day, err = funnel.ParseDate(asOf); err != nil {
			return v, err
		}
	}
	v.AsOf, _ = v.Calendar.Start(day).Time()
	return v, nil
}

func dimensions(names string) ([]kpi.Dimension, error) {
	known := []kpi.Dimension{kpi.Region(), kpi.Entity(), kpi.Product(), kpi.Owner(), kpi.Team(), kpi.Segment(), kpi.Source(),
		kpi.SizeBand(), kpi.Complexity(), kpi.Month(), kpi.FiscalQuarter(), kpi.MonthCreated()}
	var list []kpi.Dimension
	for _, name := range split(names) {
		found := false
		for _, d := range known {
			if d.Name == name {
				list, found = append(list, d), true
			}
		}
		if !found {
			return nil, fmt.Errorf("-by: no dimension %q; there are %s", name, namesOf(known))
		}
	}
	return list, nil
}

func namesOf(list []kpi.Dimension) string {
	names := make([]string, len(list))
	for i, d := range list {
		names[i] = d.Name
	}
	return strings.Join(names, ", ")
}

func metrics(ids string) ([]kpi.Measure, error) {
	list := split(ids)
	if len(list) == 0 {
		list = exchange.IDs()
	}
	var metrics []kpi.Measure
	for _, id := range list {
		m, err := exchange.Metric(id, nil)
		if err != nil {
			return nil, fmt.Errorf("-kpis: %w", err)
		}
		metrics = append(metrics, m)
	}
	return metrics, nil
}

func split(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
}
