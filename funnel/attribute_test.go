package funnel_test

import (
	"slices"
	"testing"

	"github.com/koine-go/koine/funnel"
)

func amounts(t testing.TB, at, from, to string) funnel.FieldEvent {
	set := func(s string) (v funnel.Setting) {
		if s != "" {
			v.Amount = funnel.MustMoney(s + " EUR")
		}
		return v
	}
	return funnel.FieldEvent{Field: funnel.AmountField, At: moment(t, at), Old: set(from), New: set(to)}
}

func TestAmountAsOf(t *testing.T) {
	changed := []funnel.FieldEvent{amounts(t, "01-10", "1", "2"), amounts(t, "01-20", "2", "3")}
	day := []funnel.FieldEvent{amounts(t, "on:01-10", "1", "2")}
	for _, c := range []struct {
		why    string
		events []funnel.FieldEvent
		at     string
		want   string
	}{
		{"no event: the record", nil, "01-05", "9 EUR"},
		{"Q18: before the first event its old value", changed, "01-05", "1 EUR"},
		{"Q18: exclusive at T", changed, "01-10", "1 EUR"},
		{"Q18: the last before T", changed, "01-15", "2 EUR"},
		{"Q18: the record is ignored once an event exists", changed, "02-01", "3 EUR"},
		{"Q06: a day has happened once it has begun", day, "01-10T00:00", "2 EUR"},
		{"and not before", day, "01-09T22:59", "1 EUR"},
		{"emptied is no amount, not the record's", []funnel.FieldEvent{amounts(t, "01-10", "1", "")}, "02-01", ""},
		{"an event without a moment says nothing", []funnel.FieldEvent{amounts(t, "never", "1", "2")}, "02-01", "9 EUR"},
	} {
		d := funnel.Deal{Amount: funnel.MustMoney("9 EUR"), FieldEvents: c.events}
		var s funnel.Snapshot
		d.AsOf(moment(t, c.at), calendarOf(t, "Europe/Berlin"), &s)
		if s.Amount.String() != c.want {
			t.Errorf("%s: as of %s %q, want %q", c.why, c.at, s.Amount, c.want)
		}
	}
}

// Q18a: of one moment the last by sequence, recording time, id and JSON stands, in whatever order the events come.
func TestFieldEventTies(t *testing.T) {
	tie := func(seq int, recorded, id, value string) funnel.FieldEvent {
		e := amounts(t, "01-10", "1", value)
		e.ID, e.RecordedAt = id, moment(t, recorded)
		if seq > 0 {
			e.Seq = funnel.Seq(seq)
		}
		return e
	}
	for _, c := range []struct {
		why    string
		events []funnel.FieldEvent // the last one wins
	}{
		{"sequence", []funnel.FieldEvent{tie(1, "01-12", "b", "4"), tie(2, "01-11", "a", "3")}},
		{"none before any", []funnel.FieldEvent{tie(0, "01-12", "b", "4"), tie(1, "01-11", "a", "3")}},
		{"recording time", []funnel.FieldEvent{tie(1, "01-11", "b", "4"), tie(1, "01-12", "a", "3")}},
		{"none before any", []funnel.FieldEvent{tie(1, "", "b", "4"), tie(1, "01-12", "a", "3")}},
		{"id", []funnel.FieldEvent{tie(1, "01-11", "a", "4"), tie(1, "01-11", "b", "3")}},
		{"JSON", []funnel.FieldEvent{tie(1, "01-11", "a", "3"), tie(1, "01-11", "a", "4")}},
	} {
		want := c.events[1].New.Amount
		for range 2 {
			d := funnel.Deal{FieldEvents: c.events}
			var s funnel.Snapshot
			d.AsOf(moment(t, "02-01"), funnel.UTC(), &s)
			if !s.Amount.Equal(want) {
				t.Errorf("%s: %v, want %v", c.why, s.Amount, want)
			}
			slices.Reverse(c.events)
		}
	}
}

// Every attribute with a history takes it from its own field and no other.
func TestEveryField(t *testing.T) {
	value := func(n int64) funnel.Setting {
		return funnel.Setting{Amount: funnel.MustMoney("1 EUR"), Date: funnel.MustDate("2026-05-05").AddDays(int(n)),
			Category: funnel.Category(n), Share: funnel.NewShare(n, -1), Label: funnel.LabelOf(string(rune('a' + n)))}
	}
	for f := funnel.AmountField; f <= funnel.SegmentField; f++ {
		d := funnel.Deal{FieldEvents: []funnel.FieldEvent{{Field: f, At: moment(t, "01-10"), Old: value(1), New: value(2)}}}
		var s funnel.Snapshot
		d.AsOf(moment(t, "02-01"), funnel.UTC(), &s)
		v := value(2)
		got := []bool{s.Amount.Equal(v.Amount), s.ExpectedClose == v.Date, s.Category == v.Category, s.Probability == v.Share,
			s.Owner == v.Label, s.Region == v.Label, s.Segment == v.Label}
		for i, set := range got {
			if set != (i == int(f-funnel.AmountField)) {
				t.Errorf("%v sets attribute %d: %v", f, i, set)
			}
		}
	}
}

// Ties of every field are settled by its own JSON.
func TestFieldJSON(t *testing.T) {
	settings := []funnel.Setting{{}, {Amount: funnel.MustMoney("1 EUR")}, {Date: funnel.MustDate("2026-05-05")}, {Category: funnel.Commit},
		{Share: funnel.NewShare(5, -1)}, {Label: funnel.LabelOf("a")}}
	for f := funnel.AmountField; f <= funnel.SegmentField; f++ {
		for _, v := range settings[1:] {
			var results []funnel.Snapshot
			for _, pair := range [][2]funnel.Setting{{{}, v}, {v, {}}} {
				d := funnel.Deal{}
				for _, w := range pair {
					d.FieldEvents = append(d.FieldEvents, funnel.FieldEvent{Field: f, At: moment(t, "01-10"), New: w})
				}
				var s funnel.Snapshot
				d.AsOf(moment(t, "02-01"), funnel.UTC(), &s)
				results = append(results, s)
			}
			if a, b := &results[0], &results[1]; !a.Amount.Equal(b.Amount) || a.ExpectedClose != b.ExpectedClose || a.Category != b.Category ||
				a.Probability != b.Probability || a.Owner != b.Owner || a.Region != b.Region || a.Segment != b.Segment {
				t.Errorf("%v: the order of the events decides between none and %+v", f, v)
			}
		}
	}
}

func TestLabelAt(t *testing.T) {
	moved := func(at, from, to string) funnel.FieldEvent {
		return funnel.FieldEvent{Field: funnel.OwnerField, At: moment(t, at), Old: funnel.Setting{Label: funnel.LabelOf(from)},
			New: funnel.Setting{Label: funnel.LabelOf(to)}}
	}
	d := funnel.Deal{Owner: funnel.LabelOf("record"), Region: funnel.LabelOf("DE"), Segment: funnel.LabelOf("S"),
		FieldEvents: []funnel.FieldEvent{moved("01-10", "ann", "bob"), moved("on:01-20", "bob", "cem")}}
	var s funnel.Snapshot
	d.AsOf(moment(t, "03-01"), calendarOf(t, "Europe/Berlin"), &s)
	for _, c := range []struct {
		why   string
		field funnel.Field
		at    string
		want  string
	}{
		{"before the first event its old value", funnel.OwnerField, "01-05", "ann"},
		{"Q18: inclusive at the event's instant", funnel.OwnerField, "01-10", "bob"},
		{"a day at the event includes all of it", funnel.OwnerField, "on:01-10", "bob"},
		{"the day before does not", funnel.OwnerField, "on:01-09", "ann"},
		{"a field event of a day counts for the whole day", funnel.OwnerField, "01-19T23:00", "cem"},
		{"in the calendar's zone", funnel.OwnerField, "01-19T22:59", "bob"},
		{"a field without events is the record's", funnel.RegionField, "01-05", "DE"},
		{"so is the segment", funnel.SegmentField, "01-05", "S"},
		{"what is no label has none", funnel.AmountField, "01-05", ""},
	} {
		if got := s.LabelAt(c.field, moment(t, c.at)).String(); got != c.want {
			t.Errorf("%s: %v at %s is %q, want %q", c.why, c.field, c.at, got, c.want)
		}
	}
	d.FieldEvents = nil
	d.AsOf(moment(t, "03-01"), funnel.UTC(), &s)
	if got := s.LabelAt(funnel.OwnerField, moment(t, "01-05")); got != d.Owner {
		t.Errorf("owner without events is %v", got)
	}
}
