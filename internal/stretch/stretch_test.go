package stretch

import (
	"testing"
	"time"
	_ "time/tzdata"
)

// TestBetween asks package time for the offset at many instants: the stretches must cover them without gaps and say the same. Berlin and Auckland
// reach beyond the tables of package time, where its bounds cannot be trusted; Apia skipped a day.
func TestBetween(t *testing.T) {
	for _, name := range []string{"UTC", "Europe/Berlin", "Pacific/Auckland", "Pacific/Apia", "America/St_Johns", "Africa/Cairo", "Asia/Kolkata"} {
		location, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		from := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
		to := time.Date(2110, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
		at := from
		list := Between(location, from, to)
		for i, s := range list {
			if s.From != at || s.To <= s.From {
				t.Fatalf("%s: stretch %d is %+v and begins at %d", name, i, s, at)
			}
			if i > 0 && list[i-1].Offset == s.Offset {
				t.Fatalf("%s: stretches %d and %d are one", name, i-1, i)
			}
			for _, instant := range []int64{s.From, s.From + 1, (s.From + min(s.To, to)) / 2, min(s.To, to) - 1} {
				if _, offset := time.Unix(instant, 0).In(location).Zone(); int64(offset) != s.Offset {
					t.Fatalf("%s: %d east at %d, want %d", name, s.Offset, instant, offset)
				}
			}
			at = s.To
		}
		if at < to {
			t.Errorf("%s: ends at %d", name, at)
		}
	}
}

// TestLeapYearEnd goes over the day on which package time gives an end before the instant asked for.
func TestLeapYearEnd(t *testing.T) {
	location, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2040, 12, 31, 12, 0, 0, 0, time.UTC).Unix()
	if s := At(location, at); s.From != at || s.To <= at || s.Offset != 3600 {
		t.Errorf("got %+v", s)
	}
}
