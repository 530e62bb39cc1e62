// First is the first KPI of the README.
package main

import (
	"fmt"
	"log"
	"slices"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

func main() {
	deals := []*funnel.Deal{
		{ID: "D1", Status: funnel.Won, Closed: funnel.On(funnel.MustDate("2026-01-31"))},
		{ID: "D2", Status: funnel.Lost, Closed: funnel.On(funnel.MustDate("2026-02-01"))},
		{ID: "D3", Status: funnel.Lost}, // nobody knows when
	}
	q1 := kpi.View{Period: funnel.MustPeriod("2026-01-01..2026-04-01"), AsOf: time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC),
		Calendar: funnel.UTC(), Currency: funnel.MustCurrency("EUR")}
	v, err := kpi.HitRateNarrow().Of(q1, slices.Values(deals))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(v)
}
