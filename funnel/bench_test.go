package funnel_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
)

// BenchmarkAsOf is the cost of one snapshot, over deals of many dates so that the processor cannot learn one by heart.
func BenchmarkAsOf(b *testing.B) {
	for _, zone := range []string{"UTC", "Europe/Berlin"} {
		c := calendarOf(b, zone)
		for _, events := range []int{0, 4, 5} {
			b.Run(fmt.Sprintf("%s/events=%d", zone, events), func(b *testing.B) {
				benchAsOf(b, c, steadyDeals(events, 0))
			})
		}
		b.Run(zone+"/ties", func(b *testing.B) {
			deals := steadyDeals(4, 0)
			for i := range deals {
				deals[i].Events[2].At = deals[i].Events[1].At
			}
			benchAsOf(b, c, deals)
		})
		b.Run(zone+"/fields", func(b *testing.B) { benchAsOf(b, c, steadyDeals(4, 3)) })
	}
}

func benchAsOf(b *testing.B, c *funnel.Calendar, deals []funnel.Deal) {
	at := funnel.At(time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC))
	var s funnel.Snapshot
	i := 0
	for b.Loop() {
		deals[i%512].AsOf(at, c, &s)
		i++
	}
}

// steadyDeals returns 512 won deals of the last years, with up to five events and with field events.
func steadyDeals(events, fields int) []funnel.Deal {
	path := []funnel.Event{
		{ID: "1", Status: funnel.Open, Stage: funnel.Prospect},
		{ID: "2", Status: funnel.Open, Stage: funnel.Qualified},
		{ID: "3", Status: funnel.Open, Stage: funnel.Offered},
		{ID: "4", Status: funnel.Open, Stage: funnel.Negotiation},
		{ID: "5", Status: funnel.Won},
	}
	path[max(events, 1)-1].Status = funnel.Won
	deals := make([]funnel.Deal, 512)
	for i := range deals {
		created := time.Date(2022, 1, 1+(i*37)%1400, i%24, 0, 0, 0, time.UTC)
		d := &deals[i]
		d.ID, d.Status, d.Stage = fmt.Sprint(i), funnel.Won, funnel.Offered
		d.Created, d.Closed = funnel.At(created), funnel.At(created.AddDate(0, 0, 40))
		d.Amount = funnel.MustMoney("1000 EUR")
		for k := range events {
			e := path[k]
			e.At = funnel.At(created.AddDate(0, 0, 8*k))
			d.Events = append(d.Events, e)
		}
		for k := range fields {
			d.FieldEvents = append(d.FieldEvents, funnel.FieldEvent{ID: fmt.Sprint(k), Field: funnel.AmountField,
				At: funnel.At(created.AddDate(0, 0, 5*k)), New: funnel.Setting{Amount: funnel.MustMoney("900 EUR")}})
		}
	}
	return deals
}
