package exchange_test

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
	"github.com/koine-go/koine/kpi/exchange"
)

func ExampleRead() {
	in := strings.NewReader(`{"record":"deal","id":"D1","region":"DE","amount":{"amount":"1200.50","currency":"EUR"}}
{"record":"stage_event","id":"E1","deal_id":"D1","at":"2026-01-05T09:00:00Z","stage":"qualified","decision_status":"open"}
{"record":"deal","id":"D2","region":"FR","amount":{"amount":1200.5,"currency":"EUR"}}
{"record":"stage_event","id":"E2","deal_id":"D2","at":"2026-01-05T09:00:00Z","stage":"qualified","decision_status":"open"}
`)
	records, err := exchange.Read(in, funnel.V1(), exchange.MaxLine)
	if err != nil {
		panic(err)
	}
	for _, d := range records.Deals {
		fmt.Println(d.ID, d.Region, d.Amount, d.Events[0].Stage)
	}
	fmt.Println(records.Kept(), "of", records.Lines, "lines kept")
	for _, f := range records.Faults {
		fmt.Println(f)
	}
	// Output:
	// D1 DE 1200.50 EUR qualified
	// 2 of 4 lines kept
	// line 3: amount.amount: wrong type: want a decimal in a text such as "1234.50", got "1200.5"
	// line 4: deal_id: names no record: "D2"
}

func ExampleMetric() {
	m, err := exchange.Metric("stage_conversion", []byte(`{"from":"contact","to":"offer"}`))
	fmt.Println(m != nil, err)
	_, err = exchange.Metric("stage_conversion", []byte(`{"from":"contact","until":"offer"}`))
	fmt.Println(err)
	// Output:
	// true <nil>
	// query: params.stage_conversion.until: unknown parameter
}

// Example answers one query, from records to values.
func Example() {
	in := strings.NewReader(`{"record":"deal","id":"D1","region":"DE","decision_status":"won","closed_on":"2026-01-31"}
{"record":"deal","id":"D2","region":"DE","decision_status":"lost","closed_on":"2026-02-01"}
{"record":"deal","id":"D3","region":"FR","decision_status":"won"}
`)
	records, err := exchange.Read(in, funnel.V1(), exchange.MaxLine)
	if err != nil {
		panic(err)
	}
	q, err := exchange.ParseQuery([]byte(`{"kpis":["hit_rate_narrow"],"period":["2026-01-01","2026-04-01"],"as_of":"2026-04-01T00:00:00Z",
		"zone":"UTC","currency":"EUR","group_by":["region"]}`))
	if err != nil {
		panic(err)
	}
	if err := run(q, records); err != nil {
		panic(err)
	}
	// Output:
	// {"kpi":"hit_rate_narrow","group":{},"status":"ok","value":"0.500000000000","num":"1","den":"2","n":2,"excluded":{"no_close_date":1},"unit":"ratio","extra":{},"version":"1.0.0","parameters":{},"period":["2026-01-01","2026-04-01"],"as_of":"2026-04-01T00:00:00Z"}
	// {"kpi":"hit_rate_narrow","group":{"region":"DE"},"status":"ok","value":"0.500000000000","num":"1","den":"2","n":2,"excluded":{},"unit":"ratio","extra":{},"version":"1.0.0","parameters":{},"period":["2026-01-01","2026-04-01"],"as_of":"2026-04-01T00:00:00Z"}
	// {"kpi":"hit_rate_narrow","group":{"region":"FR"},"status":"undefined_zero_denominator","value":null,"num":"0","den":"0","n":0,"excluded":{"no_close_date":1},"unit":"ratio","extra":{},"version":"1.0.0","parameters":{},"period":["2026-01-01","2026-04-01"],"as_of":"2026-04-01T00:00:00Z"}
}

func run(q *exchange.Query, records *exchange.Records) error {
	metrics, err := q.Metrics()
	if err != nil {
		return err
	}
	by, err := q.Dimensions()
	if err != nil {
		return err
	}
	rates, err := funnel.NewRates(records.Rates)
	if err != nil {
		return err
	}
	view, err := q.View(time.LoadLocation, rates)
	if err != nil {
		return err
	}
	report, err := kpi.NewReport(view, by, metrics...)
	if err != nil {
		return err
	}
	for _, d := range records.Deals {
		report.Add(d)
	}
	return exchange.Write(os.Stdout, report)
}
