package funnel_test

import (
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
)

func calendarOf(t testing.TB, zone string) *funnel.Calendar {
	t.Helper()
	l, err := time.LoadLocation(zone)
	if err != nil {
		t.Fatal(err)
	}
	c, err := funnel.NewCalendar(l, time.January, time.Monday)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
