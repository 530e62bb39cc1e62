package funnel_test

import (
	"encoding"
	"errors"
	"testing"

	"github.com/koine-go/koine/funnel"
)

type text interface {
	encoding.TextMarshaler
	encoding.TextUnmarshaler
}

// roundTrip reads s into v and writes it again.
func roundTrip(t testing.TB, s string, v text) {
	t.Helper()
	if err := v.UnmarshalText([]byte(s)); err != nil {
		t.Errorf("%q: %v", s, err)
	}
	if b, err := v.MarshalText(); err != nil || string(b) != s {
		t.Errorf("%q comes back as %q, %v", s, b, err)
	}
}

// The keys are the exchange format: they are written out here once more, so that none changes by accident.
func TestKeys(t *testing.T) {
	for _, c := range []struct {
		v    func() text
		keys []string
	}{
		{func() text { return new(funnel.Stage) }, []string{"", "prospect", "contact", "qualified", "solution", "offer", "negotiation", "commitment", "rank45", "rank255"}},
		{func() text { return new(funnel.Status) }, []string{"", "open", "on_hold", "won", "lost", "no_decision", "no_response", "disqualified", "void"}},
		{func() text { return new(funnel.Cause) }, []string{"", "competitive", "pricing", "capability", "timing", "budget", "no_need", "relationship",
			"own_process", "terms_compliance", "unknown"}},
		{func() text { return new(funnel.Category) }, []string{"", "omitted", "pipeline", "best_case", "most_likely", "commit", "closed"}},
		{func() text { return new(funnel.Field) }, []string{"", "amount", "expected_close_date", "forecast_category", "probability", "owner", "region", "segment"}},
		{func() text { return new(funnel.EventKind) }, []string{"", "change", "import", "correction"}},
		{func() text { return new(funnel.RateKind) }, []string{"", "spot", "avg", "plan"}},
		{func() text { return new(funnel.OfferStatus) }, []string{"", "draft", "sent", "accepted", "rejected", "expired", "withdrawn", "superseded"}},
		{func() text { return new(funnel.Label) }, []string{"", "DE", "größe"}},
		{func() text { return new(funnel.Date) }, []string{"", "2026-01-05"}},
		{func() text { return new(funnel.Share) }, []string{"", "0", "0.5", "1", "1.5", "-0.1", "0.000000000000000001"}},
		{func() text { return new(funnel.Period) }, []string{"", "2026-01-01..2026-04-01"}},
	} {
		for _, key := range c.keys {
			roundTrip(t, key, c.v())
		}
	}
	for _, v := range []text{new(funnel.Stage), new(funnel.Status), new(funnel.Cause), new(funnel.Category), new(funnel.Field), new(funnel.EventKind),
		new(funnel.RateKind), new(funnel.OfferStatus)} {
		for _, key := range []string{"Won", "won ", "none", "rank0", "rank045", "rank256", "rank", "rank+5"} {
			var fault *funnel.Error
			if err := v.UnmarshalText([]byte(key)); !errors.Is(err, funnel.ErrKey) || !errors.As(err, &fault) || fault.Input != key {
				t.Errorf("%q reads as a %T: %v", key, v, err)
			}
		}
	}
	if g, err := funnel.ParseGroup("own_side"); err != nil || g != funnel.OwnSide || g.String() != "own_side" {
		t.Errorf("own_side is %v, %v", g, err)
	}
	if _, err := funnel.ParseGroup("none"); !errors.Is(err, funnel.ErrKey) {
		t.Errorf("none is a group: %v", err)
	}
	if s := funnel.Status(99).String(); s != "invalid" {
		t.Errorf("a status that is none reads %q", s)
	}
}

// The class algebra of spec/funnel.md §3.
func TestStatusClass(t *testing.T) {
	for _, c := range []struct {
		status       funnel.Status
		class        string
		open, closed bool
	}{
		{funnel.UnknownStatus, "", false, false}, {funnel.Open, "open", true, false}, {funnel.OnHold, "open", true, false},
		{funnel.Won, "decided", false, true}, {funnel.Lost, "decided", false, true}, {funnel.NoDecision, "undecided", false, true},
		{funnel.NoResponse, "undecided", false, true}, {funnel.Disqualified, "not_pursued", false, true}, {funnel.Void, "void", false, false},
		{99, "", false, false},
	} {
		if s := c.status; s.Class().String() != c.class || s.IsOpen() != c.open || s.Closed() != c.closed {
			t.Errorf("%v is %v, open %v, closed %v", s, s.Class(), s.IsOpen(), s.Closed())
		}
	}
}

func TestCauseGroup(t *testing.T) {
	want := []string{"", "competitive", "pricing", "capability", "customer_internal", "customer_internal", "customer_internal", "own_side", "own_side",
		"own_side", "unknown"}
	if len(want) != funnel.CauseCount || int(funnel.UnknownGroup)+1 != funnel.GroupCount {
		t.Fatalf("%d causes, %d groups", funnel.CauseCount, funnel.GroupCount)
	}
	for i, group := range want {
		if c := funnel.Cause(i); c.Group().String() != group {
			t.Errorf("%v is of group %v, want %s", c, c.Group(), group)
		}
	}
}

func TestLabel(t *testing.T) {
	a, b, none := funnel.LabelOf("a"), funnel.LabelOf("b"), funnel.Label{}
	if a != funnel.LabelOf("a") || a == b || funnel.LabelOf("") != none || !none.IsZero() || a.IsZero() {
		t.Error("labels do not compare as their texts")
	}
	if a.Compare(b) != -1 || b.Compare(a) != 1 || a.Compare(a) != 0 || none.Compare(a) != -1 {
		t.Error("labels do not order as their texts, none first")
	}
}

func TestShare(t *testing.T) {
	for _, c := range []struct {
		text  string
		valid bool
		want  string
	}{{"0", true, "0"}, {"1", true, "1"}, {"0.50", true, "0.5"}, {"1.00", true, "1"}, {"1.01", false, "1.01"}, {"-0.01", false, "-0.01"}, {"50", false, "50"}} {
		s, err := funnel.ParseShare(c.text)
		if err != nil || !s.Known() || s.Valid() != c.valid || s.String() != c.want || s.Decimal().String() != c.want {
			t.Errorf("%q reads as %v, valid %v, %v", c.text, s, s.Valid(), err)
		}
	}
	for _, s := range []string{"", "50%", ".5", "1e-1", "0.0000000000000000001", "99999999999999999999", "1/2"} {
		if got, err := funnel.ParseShare(s); !errors.Is(err, funnel.ErrShare) || got.Known() {
			t.Errorf("%q reads as %v, %v", s, got, err)
		}
	}
	if a, b := funnel.NewShare(5, -1), funnel.NewShare(50, -2); a != b {
		t.Error("0.5 and 0.50 are two shares")
	}
	if coef, exp := funnel.NewShare(50, -2).Coefficient(); coef != 5 || exp != -1 {
		t.Errorf("0.50 is %d × 10^%d", coef, exp)
	}
	if none := (funnel.Share{}); none.Known() || none.Valid() || funnel.NewShare(1, 1).Known() || funnel.NewShare(1, -19).Known() {
		t.Error("no share is one")
	}
}

func TestVariant(t *testing.T) {
	var all *funnel.Variant
	some := funnel.NewVariant([]funnel.Stage{funnel.Qualified, 200}, []funnel.Status{funnel.Open, funnel.Won})
	empty := funnel.NewVariant(nil, nil)
	for _, c := range []struct {
		v                    *funnel.Variant
		offer, rank200, lost bool
	}{{all, true, true, true}, {empty, true, true, true}, {some, false, true, false}} {
		if c.v.HasStage(funnel.Offered) != c.offer || c.v.HasStage(200) != c.rank200 || c.v.HasStatus(funnel.Lost) != c.lost ||
			!c.v.HasStage(funnel.Qualified) || !c.v.HasStatus(funnel.Won) {
			t.Errorf("%+v does not hold", c)
		}
	}
	if funnel.NewVariant(nil, []funnel.Status{200}).HasStatus(200) {
		t.Error("a status that is none is known")
	}
}

func TestErrorText(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{&funnel.Error{Input: "x", Err: funnel.ErrDate}, `funnel: "x" is not a day of the calendar`},
		{&funnel.Error{Input: "x", Reason: "no", Err: funnel.ErrKey}, `funnel: "x" is not a known key: no`},
	} {
		if c.err.Error() != c.want {
			t.Errorf("%s\nwant %s", c.err, c.want)
		}
	}
	long := &funnel.Error{Input: string(make([]byte, 1<<20)), Err: funnel.ErrDate}
	if n := len(long.Error()); n > 400 {
		t.Errorf("an input of a megabyte makes a message of %d bytes", n)
	}
}
