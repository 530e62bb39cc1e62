package funnel_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/koine-go/koine/funnel"
)

// A deal that was won after clocks at headquarters said April, as Berlin and Greenwich see it at the end of the first quarter.
func ExampleDeal_AsOf() {
	at := func(month time.Month, day, hour, minute int) funnel.Moment {
		return funnel.At(time.Date(2026, month, day, hour, minute, 0, 0, time.UTC))
	}
	deal := funnel.Deal{
		ID: "D5", Status: funnel.Won, Created: at(2, 3, 9, 0), Amount: funnel.MustMoney("20000 EUR"),
		Events: []funnel.Event{
			{ID: "1", At: at(2, 3, 9, 0), Status: funnel.Open, Stage: funnel.Prospect},
			{ID: "2", At: at(2, 10, 9, 0), Status: funnel.Open, Stage: funnel.Qualified},
			{ID: "3", At: at(2, 20, 9, 0), Status: funnel.Open, Stage: funnel.Offered},
			{ID: "4", At: at(3, 31, 22, 30), Status: funnel.Won},
		},
	}
	location, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		fmt.Println(err)
		return
	}
	berlin, err := funnel.NewCalendar(location, time.January, time.Monday)
	if err != nil {
		fmt.Println(err)
		return
	}
	var s funnel.Snapshot
	for _, c := range []*funnel.Calendar{berlin, funnel.UTC()} {
		endOfQuarter := c.Start(funnel.MustDate("2026-04-01"))
		deal.AsOf(endOfQuarter, c, &s)
		fmt.Printf("%s: %v in %v, closed %q\n", c.Zone(), s.Status, s.Stage, s.CloseDay)
	}
	for _, v := range s.Visits {
		fmt.Printf("%v for %d days\n", v.Stage, v.Days())
	}
	// Output:
	// Europe/Berlin: open in offer, closed ""
	// UTC: won in offer, closed "2026-03-31"
	// prospect for 7 days
	// qualified for 10 days
	// offer for 39 days
}

func ExampleMoney() {
	a := funnel.MustMoney("1.5 EUR")
	fmt.Println(a, a.Equal(funnel.MustMoney("1.50 EUR")), a.Equal(funnel.MustMoney("1.5 USD")))

	none := funnel.Money{}
	fmt.Println(none.Known(), funnel.MustMoney("0 EUR").Known())

	_, err := funnel.ParseMoney("1,500.00", funnel.MustCurrency("EUR"))
	fmt.Println(err)
	fmt.Println(errors.Is(err, funnel.ErrMoney))
	// Output:
	// 1.5 EUR true false
	// false true
	// funnel: "1,500.00" is not an exact amount: want digits with at most one dot
	// true
}

// A feed quotes one direction; the table for a report in dollars derives the others once.
func ExampleRates() {
	rates, err := funnel.NewRates([]funnel.Rate{
		funnel.MustRate("EUR USD 1.25 2026-01-05"),
		funnel.MustRate("EUR JPY 180 2026-01-05"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	jpy, usd := funnel.MustCurrency("JPY"), funnel.MustCurrency("USD")
	day := funnel.MustDate("2026-01-07")
	_, ok := rates.Series(jpy, usd, funnel.Spot).On(day)
	fmt.Println(ok)

	rates, err = rates.Into(usd)
	if err != nil {
		fmt.Println(err)
		return
	}
	r, ok := rates.Series(jpy, usd, funnel.Spot).On(day)
	fmt.Println(r, r.Derived, ok)
	// Output:
	// false
	// 1 JPY = 0.006944444444 USD (spot 2026-01-05) true true
}

func ExampleCalendar() {
	location, err := time.LoadLocation("America/Sao_Paulo")
	if err != nil {
		fmt.Println(err)
		return
	}
	carnival := funnel.MustDate("2018-02-13")
	c, err := funnel.NewCalendar(location, time.April, time.Monday, carnival)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Quarter(carnival), c.FiscalYear(carnival), c.Works(carnival))
	// Clocks went from midnight to one: the day begins at one.
	fmt.Println(c.Start(funnel.MustDate("2018-11-04")))
	// Output:
	// 2018-01-01..2018-04-01 2017-04-01..2018-04-01 false
	// 2018-11-04T03:00:00Z
}

func ExampleModel() {
	m := funnel.V1()
	offer, ok := m.Stage("offer")
	fmt.Println(offer, ok)
	for _, d := range m.Stages() {
		if d.Rank == offer {
			fmt.Println("enter when:", d.Entry)
		}
	}

	// A region without a solution stage that shows customers round its plant.
	_, err := funnel.NewModel(funnel.Definition{
		Version: "plant-1", Effective: funnel.MustDate("2026-01-01"),
		Stages: []funnel.StageDefinition{
			{Key: "qualified", Rank: funnel.Qualified, Goal: "decide to invest effort", Entry: "need confirmed", Exit: "visit agreed"},
			{Key: "plant_visit", Rank: 35, Goal: "show what we can do", Entry: "buyer is on site"},
			{Key: "angebot", Rank: funnel.Offered, Goal: "get a decision", Entry: "offer sent", Exit: "buyer reacts"},
		},
	})
	fmt.Println(err)
	// Output:
	// offer true
	// enter when: offer sent: number, version, price, validity
	// funnel: "plant_visit" is not a valid model: stage 2: needs a goal, an entry and an exit criterion
	// funnel: "angebot" is not a valid model: stage 3: rank 50 is offer in every model
}
