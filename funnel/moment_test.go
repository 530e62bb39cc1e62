package funnel_test

import (
	"errors"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
)

func TestMomentText(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"2026-03-31", "2026-03-31"},
		{"2026-03-31T22:30:00Z", "2026-03-31T22:30:00Z"},
		{"2026-04-01T00:30:00+02:00", "2026-03-31T22:30:00Z"},
		{"2026-04-01T00:30:00.123456Z", "2026-04-01T00:30:00.123456Z"},
		{"2026-04-01T00:30:00.1234569Z", "2026-04-01T00:30:00.123456Z"}, // cut, not rounded
		{"1969-12-31T23:59:59.9999999Z", "1969-12-31T23:59:59.999999Z"}, // before 1970 too
		{"0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"},
		{"9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z"},
		{"1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"},
	} {
		var m, again funnel.Moment
		if err := m.UnmarshalText([]byte(c.text)); err != nil || m.String() != c.want {
			t.Errorf("%q reads as %v, %v", c.text, m, err)
		}
		b, _ := m.MarshalText()
		if err := again.UnmarshalText(b); err != nil || again != m {
			t.Errorf("%q comes back as %v, %v", b, again, err)
		}
	}
	for _, s := range []string{"2026-02-30", "2026-03-31 22:30", "2026-03-31T22:30:00", "2026-03-31T25:00:00Z", "0001-01-01T00:00:00+01:00",
		"9999-12-31T23:00:00-02:00", "yesterday", "1774995000"} {
		m := funnel.On(funnel.MustDate("2026-01-01"))
		was := m
		if err := m.UnmarshalText([]byte(s)); !errors.Is(err, funnel.ErrMoment) || m != was {
			t.Errorf("%q reads as %v, %v", s, m, err)
		}
	}
}

func TestMomentKinds(t *testing.T) {
	day := funnel.On(funnel.MustDate("0001-01-01"))
	instant := funnel.At(time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC))
	none := funnel.Moment{}
	if day.IsZero() || !day.IsDate() || instant.IsZero() || instant.IsDate() || !none.IsZero() || none.IsDate() {
		t.Error("the first day, the first instant and no moment are not three things")
	}
	if _, ok := day.Time(); ok {
		t.Error("a day is an instant")
	}
	if _, ok := none.Time(); ok {
		t.Error("no moment is an instant")
	}
	if _, ok := instant.Date(); ok {
		t.Error("an instant is a day")
	}
	if funnel.On(funnel.Date{}) != none {
		t.Error("no date is a moment")
	}
}

func TestInstantsOutsideTheCalendar(t *testing.T) {
	for _, at := range []time.Time{
		time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(0, 12, 31, 23, 59, 59, 0, time.UTC),
		time.Date(1, 1, 1, 0, 30, 0, 0, time.FixedZone("", 3600)), // 0000-12-31T23:30Z
		time.Unix(1<<60, 0), time.Unix(-1<<60, 0),
	} {
		if m := funnel.At(at); !m.IsZero() {
			t.Errorf("%v is %v", at, m)
		}
	}
	// The other way round: year 0 by its own zone, year 1 in UTC.
	if m := funnel.At(time.Date(0, 12, 31, 23, 30, 0, 0, time.FixedZone("", -3600))); m.String() != "0001-01-01T00:30:00Z" {
		t.Errorf("got %v", m)
	}
}
