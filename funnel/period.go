package funnel

import (
	"encoding/json"
	"strings"
)

// Period is a range of civil days, From inclusive, To exclusive. Its instants are found in a Calendar. The zero value is no period.
type Period struct{ From, To Date }

// ParsePeriod reads the form 2026-01-01..2026-04-01; anything else, or a period without a day, is an ErrPeriod.
func ParsePeriod(s string) (Period, error) {
	from, to, ok := strings.Cut(s, "..")
	if ok {
		p := Period{}
		var err1, err2 error
		p.From, err1 = ParseDate(from)
		p.To, err2 = ParseDate(to)
		if err1 == nil && err2 == nil && p.Days() > 0 {
			return p, nil
		}
	}
	return Period{}, &Error{Input: s, Reason: "want FROM..TO with TO after FROM", Err: ErrPeriod}
}

// MustPeriod is ParsePeriod for tests and examples; it panics where ParsePeriod fails.
func MustPeriod(s string) Period {
	p, err := ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

// Days returns the number of days, 0 or less for a period that holds none.
func (p Period) Days() int { return p.To.Sub(p.From) }

// Contains tells whether the day d lies in p; no date never does.
func (p Period) Contains(d Date) bool {
	return !d.IsZero() && p.From.number <= d.number && d.number < p.To.number
}

// String returns the form 2026-01-01..2026-04-01, the empty string for no period.
func (p Period) String() string {
	if p == (Period{}) {
		return ""
	}
	return p.From.String() + ".." + p.To.String()
}

// MarshalText writes what String returns.
func (p Period) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (p *Period) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*p = Period{}
		return nil
	}
	*p, err = ParsePeriod(string(b))
	return err
}

// MarshalJSON writes ["2026-01-01","2026-04-01"], null for no period.
func (p Period) MarshalJSON() ([]byte, error) {
	if p == (Period{}) {
		return []byte("null"), nil
	}
	return json.Marshal([2]Date{p.From, p.To})
}

// UnmarshalJSON reads what MarshalJSON writes; anything else, or a period without a day, is an ErrPeriod.
func (p *Period) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*p = Period{}
		return nil
	}
	var days []Date
	if err := json.Unmarshal(b, &days); err != nil || len(days) != 2 || days[0].IsZero() || days[1].Sub(days[0]) <= 0 {
		return &Error{Input: string(b), Reason: "want [FROM, TO] with TO after FROM", Err: ErrPeriod}
	}
	*p = Period{days[0], days[1]}
	return nil
}
