package funnel_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/koine-go/koine/funnel"
)

func TestParsePeriod(t *testing.T) {
	p, err := funnel.ParsePeriod("2026-01-01..2026-04-01")
	if err != nil || p.Days() != 90 || p.String() != "2026-01-01..2026-04-01" {
		t.Errorf("%v of %d days, %v", p, p.Days(), err)
	}
	for _, s := range []string{"", "2026-01-01", "2026-01-01..", "..2026-01-01", "2026-04-01..2026-01-01", "2026-01-01..2026-01-01", "2026-01-01...2026-04-01",
		"2026-01-01..2026-02-30"} {
		if p, err := funnel.ParsePeriod(s); !errors.Is(err, funnel.ErrPeriod) || p != (funnel.Period{}) {
			t.Errorf("%q reads as %v, %v", s, p, err)
		}
	}
}

func TestPeriodContains(t *testing.T) {
	p := funnel.MustPeriod("2026-01-01..2026-04-01")
	for day, want := range map[string]bool{"2025-12-31": false, "2026-01-01": true, "2026-03-31": true, "2026-04-01": false} {
		if p.Contains(funnel.MustDate(day)) != want {
			t.Errorf("%v contains %s: %v", p, day, !want)
		}
	}
	if p.Contains(funnel.Date{}) || (funnel.Period{}).Contains(funnel.Date{}) || (funnel.Period{To: p.To}).Contains(funnel.Date{}) {
		t.Error("no date lies in a period")
	}
}

func TestPeriodJSON(t *testing.T) {
	for _, s := range []string{`null`, `["2026-01-01","2026-04-01"]`} {
		var p funnel.Period
		must(t, json.Unmarshal([]byte(s), &p))
		if b, err := json.Marshal(p); err != nil || string(b) != s {
			t.Errorf("%s comes back as %s, %v", s, b, err)
		}
	}
	for _, s := range []string{`[]`, `["2026-01-01"]`, `["2026-01-01","2026-01-01"]`, `["","2026-01-01"]`, `["2026-01-01","2026-04-01","2026-05-01"]`,
		`"2026-01-01..2026-04-01"`, `["2026-02-30","2026-04-01"]`, `{}`} {
		var p funnel.Period
		if err := json.Unmarshal([]byte(s), &p); !errors.Is(err, funnel.ErrPeriod) || p != (funnel.Period{}) {
			t.Errorf("%s reads as %v, %v", s, p, err)
		}
	}
}

func TestSequenceJSON(t *testing.T) {
	for _, s := range []string{`null`, `0`, `-3`, `9007199254740993`, `9223372036854775807`} {
		var q funnel.Sequence
		must(t, json.Unmarshal([]byte(s), &q))
		if b, err := json.Marshal(q); err != nil || string(b) != s {
			t.Errorf("%s comes back as %s, %v", s, b, err)
		}
		if _, given := q.Value(); given != (s != "null") {
			t.Errorf("%s is given: %v", s, given)
		}
	}
	for _, s := range []string{`1.5`, `"1"`, `1e3`, `9223372036854775808`, `[]`} {
		var q funnel.Sequence
		if err := json.Unmarshal([]byte(s), &q); !errors.Is(err, funnel.ErrSequence) || q != (funnel.Sequence{}) {
			t.Errorf("%s reads as %v, %v", s, q, err)
		}
	}
}
