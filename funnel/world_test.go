package funnel_test

import (
	"fmt"
	"time"

	"github.com/koine-go/koine/funnel"
)

// world makes small deals from bytes, for laws and for fuzzing: few days around a change of clocks, few hours, so that events
// tie, mix days with instants, fall on midnight and on T.
type world struct{ bytes []byte }

func (w *world) next(n int) int {
	if len(w.bytes) == 0 {
		return 0
	}
	b := int(w.bytes[0])
	w.bytes = w.bytes[1:]
	return b % n
}

// places are zones with the day before an odd one: clocks forward and back, at midnight too, and a day that never was.
var places = []struct{ zone, day string }{
	{"UTC", "2026-01-01"}, {"Europe/Berlin", "2026-03-28"}, {"Europe/Berlin", "2026-10-24"}, {"America/Sao_Paulo", "2018-11-03"},
	{"America/Sao_Paulo", "2018-02-16"}, {"Pacific/Apia", "2011-12-29"}, {"Africa/Cairo", "2026-04-23"}, {"Asia/Kolkata", "2026-01-01"},
}

// scene is a deal and an instant to look at it.
type scene struct {
	deal funnel.Deal
	now  time.Time
	zone *time.Location
}

func sceneOf(bytes []byte) scene {
	w := &world{bytes}
	place := places[w.next(len(places))]
	zone, err := time.LoadLocation(place.zone)
	if err != nil {
		panic(err)
	}
	first := funnel.MustDate(place.day)
	sc := scene{zone: zone, now: w.instant(first)}
	d := &sc.deal
	d.Status, d.Stage, d.Cause = funnel.Status(w.next(9)), w.stage(), funnel.Cause(w.next(11))
	d.Created, d.Closed = w.moment(first), w.moment(first)
	d.Deleted, d.Test = w.next(16) == 1, w.next(16) == 1
	d.Amount, d.Owner = funnel.MustMoney("9 EUR"), funnel.LabelOf("record")
	for i := 0; len(w.bytes) > 0 && i < 12; i++ {
		if w.next(4) > 0 {
			d.Events = append(d.Events, w.event(first, i))
		} else {
			d.FieldEvents = append(d.FieldEvents, w.fieldEvent(first, i))
		}
	}
	return sc
}

func (w *world) event(first funnel.Date, i int) funnel.Event {
	e := funnel.Event{ID: fmt.Sprintf("%02d", (i*7)%13), At: w.moment(first), Status: funnel.Status(w.next(9)), Stage: w.stage(), Seq: w.seq()}
	if w.next(4) == 1 {
		e.LocalStage = funnel.LabelOf("X")
	}
	if w.next(3) == 1 {
		e.Cause = funnel.Cause(w.next(11))
	}
	return e
}

func (w *world) fieldEvent(first funnel.Date, i int) funnel.FieldEvent {
	f := [...]funnel.Field{funnel.AmountField, funnel.OwnerField}[w.next(2)]
	value := func(n int) funnel.Setting {
		return funnel.Setting{Amount: funnel.MustMoney(fmt.Sprint(n, " EUR")), Label: funnel.LabelOf(fmt.Sprint(n))}
	}
	return funnel.FieldEvent{ID: fmt.Sprintf("%02d", (i*7)%13), Field: f, At: w.moment(first), Seq: w.seq(), Old: value(2 * i), New: value(2*i + 1)}
}

func (w *world) stage() funnel.Stage { return funnel.Stage(w.next(8) * 10) }

func (w *world) seq() funnel.Sequence {
	if n := w.next(5); n > 0 {
		return funnel.Seq(n)
	}
	return funnel.Sequence{}
}

func (w *world) moment(first funnel.Date) funnel.Moment {
	switch w.next(4) {
	case 0:
		return funnel.On(first.AddDays(w.next(4)))
	case 1:
		if w.next(8) == 1 {
			return funnel.Moment{}
		}
	}
	return funnel.At(w.instant(first))
}

func (w *world) instant(first funnel.Date) time.Time {
	y, m, d := first.YMD()
	hours := [...]int{0, 2, 3, 10, 11, 22, 23}
	return time.Date(y, m, d+w.next(5), hours[w.next(len(hours))], 0, 0, 0, time.UTC)
}
