package exchange_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi/exchange"
)

func read(t testing.TB, lines ...string) *exchange.Records {
	t.Helper()
	r, err := exchange.Read(strings.NewReader(strings.Join(lines, "\n")), funnel.V1(), 0)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const (
	aDeal  = `{"record":"deal","id":"D1"}`
	anOffr = `{"record":"offer","id":"O1","deal_id":"D1","version":1,"status":"draft","lines":[]}`
)

// TestRefused gives one bad line after two good ones; it alone must be refused, with the field that is wrong.
func TestRefused(t *testing.T) {
	for _, c := range []struct {
		line, field string
		err         error
	}{
		{`hello`, "json", exchange.ErrJSON},
		{`{"record":"deal"`, "json", exchange.ErrJSON},
		{`{"record":"deal","id":"D2"}{}`, "json", exchange.ErrJSON},
		{`[]`, "json", exchange.ErrJSON},
		{`null`, "json", exchange.ErrJSON},
		{"\xEF\xBB\xBF{}", "json", exchange.ErrJSON},
		{"{\"record\":\"deal\",\"id\":\"\xff\"}", "json", exchange.ErrText},
		{`{"record":"deal","id":"\ud800"}`, "json", exchange.ErrJSON},
		{`{"record":"deal","id":"D2","id":"D3"}`, "id", exchange.ErrTwice},
		{`{"record":"deal","id":"D2","\u0069d":"D3"}`, "id", exchange.ErrTwice},
		{`{"record":"deal","id":"D2","amount":{"amount":"1","amount":"2","currency":"EUR"}}`, "amount.amount", exchange.ErrTwice},
		{`{"record":"deal","id":"D2","unknown":{"a":1,"a":1}}`, "unknown.a", exchange.ErrTwice},

		{`{}`, "record", exchange.ErrMissing},
		{`{"record":7}`, "record", exchange.ErrType},
		{`{"record":"lead","id":"L1"}`, "record", exchange.ErrRecord},
		{`{"record":"Deal","id":"D2"}`, "record", exchange.ErrRecord},
		{`{"record":"deal"}`, "id", exchange.ErrMissing},
		{`{"record":"deal","id":""}`, "id", exchange.ErrMissing},
		{`{"record":"deal","id":null}`, "id", exchange.ErrMissing},
		{`{"record":"deal","id":5}`, "id", exchange.ErrType},

		{`{"record":"deal","id":"D2","amount":{"amount":12.5,"currency":"EUR"}}`, "amount.amount", exchange.ErrType},
		{`{"record":"deal","id":"D2","amount":"12.5 EUR"}`, "amount", exchange.ErrType},
		{`{"record":"deal","id":"D2","amount":{"amount":"12,5","currency":"EUR"}}`, "amount.amount", exchange.ErrType},
		{`{"record":"deal","id":"D2","amount":{"amount":"1e3","currency":"EUR"}}`, "amount.amount", exchange.ErrType},
		{`{"record":"deal","id":"D2","amount":{"amount":"+1","currency":"EUR"}}`, "amount.amount", exchange.ErrType},
		{`{"record":"deal","id":"D2","amount":{"amount":"","currency":"EUR"}}`, "amount.amount", exchange.ErrMissing},
		{`{"record":"deal","id":"D2","amount":{"amount":"1"}}`, "amount.currency", exchange.ErrMissing},
		{`{"record":"deal","id":"D2","amount":{"amount":"1","currency":"eur"}}`, "amount.currency", exchange.ErrType},
		{`{"record":"deal","id":"D2","probability":0.5}`, "probability", exchange.ErrType},
		{`{"record":"deal","id":"D2","complexity":"3"}`, "complexity", exchange.ErrType},
		{`{"record":"deal","id":"D2","complexity":3.0}`, "complexity", exchange.ErrType},
		{`{"record":"deal","id":"D2","complexity":1000}`, "complexity", exchange.ErrType},
		{`{"record":"deal","id":"D2","deleted":"true"}`, "deleted", exchange.ErrType},
		{`{"record":"deal","id":"D2","competitor_ids":"acme"}`, "competitor_ids", exchange.ErrType},
		{`{"record":"deal","id":"D2","competitor_ids":[1]}`, "competitor_ids", exchange.ErrType},
		{`{"record":"deal","id":"D2","decision_status":"Won"}`, "decision_status", exchange.ErrType},
		{`{"record":"deal","id":"D2","decision_status":""}`, "decision_status", exchange.ErrType},
		{`{"record":"deal","id":"D2","loss_cause":"price"}`, "loss_cause", exchange.ErrType},
		{`{"record":"deal","id":"D2","loss_causes":["pricing","price"]}`, "loss_causes", exchange.ErrType},
		{`{"record":"deal","id":"D2","forecast_category":"sure"}`, "forecast_category", exchange.ErrType},
		{`{"record":"deal","id":"D2","expected_close_date":"2026-02-30"}`, "expected_close_date", exchange.ErrType},
		{`{"record":"deal","id":"D2","expected_close_date":"2026-02-03T00:00:00Z"}`, "expected_close_date", exchange.ErrType},
		{`{"record":"deal","id":"D2","created_at":"2026-01-05"}`, "created_at", exchange.ErrType},
		{`{"record":"deal","id":"D2","created_at":"2026-01-05T09:00:00Z","created_on":"2026-01-05"}`, "created_on", exchange.ErrType},

		{`{"record":"stage_event","id":"E1","deal_id":"D1","decision_status":"open"}`, "at", exchange.ErrMissing},
		{`{"record":"stage_event","deal_id":"D1","at":"2026-01-05T09:00:00Z"}`, "id", exchange.ErrMissing},
		{`{"record":"stage_event","id":"E1","at":"2026-01-05T09:00:00Z"}`, "deal_id", exchange.ErrMissing},
		{`{"record":"stage_event","id":"E1","deal_id":"D9","at":"2026-01-05T09:00:00Z"}`, "deal_id", exchange.ErrReference},
		{`{"record":"stage_event","id":"E1","deal_id":"D1","at":"2026-01-05T09:00:00Z","on":"2026-01-05"}`, "on", exchange.ErrType},
		{`{"record":"stage_event","id":"E1","deal_id":"D1","on":"2026-01-05","stage":"won"}`, "stage", exchange.ErrType},
		{`{"record":"stage_event","id":"E1","deal_id":"D1","on":"2026-01-05","seq":1.5}`, "seq", exchange.ErrType},
		{`{"record":"stage_event","id":"E1","deal_id":"D1","on":"2026-01-05","seq":9007199254740993}`, "seq", exchange.ErrType},
		{`{"record":"field_event","deal_id":"D1","field":"team","at":"2026-01-05T09:00:00Z"}`, "field", exchange.ErrType},
		{`{"record":"field_event","deal_id":"D1","field":"amount","at":"2026-01-05T09:00:00Z","new":"5"}`, "new", exchange.ErrType},
		{`{"record":"field_event","deal_id":"D1","field":"probability","at":"2026-01-05T09:00:00Z","old":1}`, "old", exchange.ErrType},

		{`{"record":"field_event","deal_id":"D1","field":"expected_close_date","at":"2026-01-05T09:00:00Z","new":"soon"}`, "new", exchange.ErrType},
		{`{"record":"field_event","deal_id":"D1","field":"forecast_category","at":"2026-01-05T09:00:00Z","new":"sure"}`, "new", exchange.ErrType},
		{`{"record":"field_event","deal_id":"D1","field":"region","at":"2026-01-05T09:00:00Z","new":5}`, "new", exchange.ErrType},

		{`{"record":"offer","id":"O2","deal_id":"D1","version":1,"status":"sent","lines":[]}`, "sent_at", exchange.ErrMissing},
		{`{"record":"offer","id":"O2","deal_id":"D1","status":"draft","lines":[]}`, "version", exchange.ErrMissing},
		{`{"record":"offer","id":"O2","deal_id":"D1","version":1,"status":"draft"}`, "lines", exchange.ErrMissing},
		{`{"record":"offer","id":"O2","deal_id":"D1","version":1,"status":"draft","lines":["x"]}`, "lines", exchange.ErrType},
		{`{"record":"offer","id":"O2","deal_id":"D1","version":1,"status":"draft","lines":[{"qty":2}]}`, "lines.qty", exchange.ErrType},
		{`{"record":"offer","id":"O2","deal_id":"D1","version":1,"status":"draft","lines":[{"net_price":"1."}]}`, "lines.net_price", exchange.ErrType},
		{`{"record":"offer","id":"O2","deal_id":"D7","version":1,"status":"draft","lines":[]}`, "deal_id", exchange.ErrReference},
		{`{"record":"activity","id":"A1","at":"2026-01-05T09:00:00Z","direction":"sideways"}`, "direction", exchange.ErrType},
		{`{"record":"activity","id":"A1","at":"2026-01-05T09:00:00Z","offer_id":"O9"}`, "offer_id", exchange.ErrReference},
		{`{"record":"activity","id":"A1"}`, "at", exchange.ErrMissing},
		{`{"record":"forecast","scope":"EMEA","period":["2026-01-01","2026-04-01"],"category":"commit","amount":{"amount":"1","currency":"EUR"},` +
			`"submitted_at":"2026-01-05T09:00:00Z"}`, "scope", exchange.ErrType},
		{`{"record":"quota","scope":"all","period":["2026-01-01","2026-01-01"],"amount":{"amount":"1","currency":"EUR"},"kind":"units"}`,
			"period", exchange.ErrPeriod},
		{`{"record":"quota","scope":"all","period":["2026-01-01"],"amount":{"amount":"1","currency":"EUR"},"kind":"units"}`,
			"period", exchange.ErrType},
		{`{"record":"quota","scope":"all","period":["2026-01-01","2026-13-01"],"amount":{"amount":"1","currency":"EUR"},"kind":"units"}`,
			"period", exchange.ErrType},
		{`{"record":"quota","scope":"all","period":["2026-01-01","2026-02-01"],"amount":{"amount":"1","currency":"EUR"},"kind":"deals"}`,
			"kind", exchange.ErrType},
		{`{"record":"credit","deal_id":"D1","rep_id":"r1","share":0.5}`, "share", exchange.ErrType},
		{`{"record":"cost","id":"C1","period":["2026-01-01","2026-02-01"],"category":"travel"}`, "amount", exchange.ErrMissing},
		{`{"record":"cost","id":"C1","period":["2026-02-01","2026-01-01"],"category":"travel","amount":{"amount":"9","currency":"EUR"}}`, "period", exchange.ErrPeriod},
		{`{"record":"benchmark","expected_days":"30","n":"5","valid_from":"2026-01-01"}`, "n", exchange.ErrType},
		{`{"record":"fx_rate","from":"USD","to":"EUR","kind":"spot","rate":"0.9"}`, "date", exchange.ErrMissing},
		{`{"record":"fx_rate","from":"USD","to":"EUR","kind":"plan","rate":"0.9","date":"2026-01-01"}`, "period", exchange.ErrMissing},
		{`{"record":"fx_rate","from":"USD","to":"EUR","kind":"spot","rate":"0","date":"2026-01-01"}`, "rate", exchange.ErrType},
		{`{"record":"fx_rate","from":"EUR","to":"EUR","kind":"spot","rate":"1","date":"2026-01-01"}`, "to", exchange.ErrType},
	} {
		r := read(t, aDeal, anOffr, c.line)
		if len(r.Faults) != 1 || r.Kept() != 2 || len(r.Deals) != 1 || len(r.Offers) != 1 {
			t.Errorf("%s: %d kept, faults %v", c.line, r.Kept(), r.Faults)
			continue
		}
		if f := r.Faults[0]; f.Line != 3 || f.Field != c.field || !errors.Is(f, c.err) {
			t.Errorf("%s: %v, want field %s, %v", c.line, f, c.field, c.err)
		}
	}
}

func TestInstants(t *testing.T) {
	for _, c := range []struct{ text, want string }{ // want "" is a refusal
		{"2026-01-05T09:00:00Z", "2026-01-05T09:00:00Z"},
		{"2026-01-05T09:00:00+05:30", "2026-01-05T03:30:00Z"},
		{"2026-01-05T00:30:00-00:45", "2026-01-05T01:15:00Z"},
		{"2026-01-05T09:00:00.1Z", "2026-01-05T09:00:00.1Z"},
		{"2026-01-05T09:00:00.123456Z", "2026-01-05T09:00:00.123456Z"},
		{"2026-01-05T09:00:00.1234567Z", ""},
		{"2026-01-05T09:00:00.Z", ""},
		{"2026-01-05T09:00:00,5Z", ""},
		{"2026-01-05T09:00:00", ""},
		{"2026-01-05T09:00Z", ""},
		{"2026-01-05 09:00:00Z", ""},
		{"2026-01-05t09:00:00z", ""},
		{"2026-01-05T0x:00:00Z", ""},
		{"2026-01-05T24:00:00Z", ""},
		{"2026-01-05T09:60:00Z", ""},
		{"2026-01-05T09:00:60Z", ""},
		{"2026-02-29T09:00:00Z", ""},
		{"2026-01-05T09:00:00+0530", ""},
		{"2026-01-05T09:00:00+24:00", ""},
		{"0001-01-01T00:00:00+01:00", ""}, // before the first day there is
		{"2026-01-05T09:00:00Z ", ""},
	} {
		r := read(t, `{"record":"deal","id":"D1","created_at":"`+c.text+`"}`)
		if c.want == "" {
			if len(r.Faults) != 1 || r.Faults[0].Field != "created_at" || !errors.Is(r.Faults[0], exchange.ErrType) {
				t.Errorf("%s: accepted, %v", c.text, r.Faults)
			}
			continue
		}
		if len(r.Deals) != 1 || r.Deals[0].Created.String() != c.want {
			t.Errorf("%s: %v, want %s", c.text, r.Faults, c.want)
		}
	}
}

// TestDuplicates follows ruling Q18a: the same words collapse, other words are all refused, whatever comes first.
func TestDuplicates(t *testing.T) {
	a, sameAsA, b := `{"record":"deal","id":"D1","region":"DE"}`, `{"region":"DE","note":1,"id":"D1","record":"deal"}`,
		`{"record":"deal","id":"D1","region":"FR"}`
	event := `{"record":"stage_event","id":"E1","deal_id":"D1","on":"2026-01-05"}`
	rate, other := `{"record":"fx_rate","from":"USD","to":"EUR","kind":"spot","date":"2026-01-01","rate":"0.90"}`,
		`{"record":"fx_rate","from":"USD","to":"EUR","kind":"spot","date":"2026-01-01","rate":"0.91"}`
	cost := `{"record":"cost","id":"C1","period":["2026-01-01","2026-04-01"],"category":"travel","amount":{"amount":"9","currency":"EUR"}}`
	plan := func(from, to string) string {
		return `{"record":"fx_rate","from":"USD","to":"EUR","kind":"plan","rate":"0.90","period":["` + from + `","` + to + `"]}`
	}
	for name, c := range map[string]struct {
		lines           []string
		kept, collapsed int
		refused         []int
	}{
		"same words":               {[]string{a, sameAsA, a}, 1, 2, nil},
		"other words":              {[]string{a, b}, 0, 0, []int{1, 2}},
		"other words after same":   {[]string{a, a, b}, 0, 0, []int{1, 2, 3}},
		"a refused deal's events":  {[]string{event, a, b}, 0, 0, []int{1, 2, 3}},
		"one id, two records":      {[]string{a, `{"record":"stage_event","id":"D1","deal_id":"D1","on":"2026-01-05"}`}, 2, 0, nil},
		"one id, two schemes":      {[]string{a, `{"record":"deal","id":"D1","source_scheme":"x"}`}, 2, 0, nil},
		"an event of either":       {[]string{a, `{"record":"deal","id":"D1","source_scheme":"x"}`, event}, 2, 0, []int{3}},
		"rates, a zero more":       {[]string{rate, strings.Replace(rate, "0.90", "0.9", 1)}, 1, 1, nil},
		"rates of two sources":     {[]string{strings.Replace(rate, "{", `{"source":"ecb",`, 1), rate}, 1, 1, nil},
		"costs given again":        {[]string{cost, cost}, 1, 1, nil},
		"costs that differ":        {[]string{cost, strings.Replace(cost, "travel", "tools", 1)}, 0, 0, []int{1, 2}},
		"rates that differ":        {[]string{rate, other}, 0, 0, []int{1, 2}},
		"plan rates that overlap":  {[]string{plan("2026-01-01", "2027-01-01"), plan("2026-06-01", "2026-07-01"), plan("2026-12-01", "2027-02-01")}, 0, 0, []int{1, 2, 3}},
		"plan rates that follow":   {[]string{plan("2026-01-01", "2027-01-01"), plan("2027-01-01", "2028-01-01")}, 2, 0, nil},
		"credits have no identity": {[]string{a, `{"record":"credit","deal_id":"D1","rep_id":"r","share":"0.5"}`, `{"record":"credit","deal_id":"D1","rep_id":"r","share":"0.5"}`}, 3, 0, nil},
	} {
		r := read(t, c.lines...)
		if r.Kept() != c.kept || r.Collapsed != c.collapsed || len(r.Faults) != len(c.refused) {
			t.Errorf("%s: %d kept, %d collapsed, faults %v", name, r.Kept(), r.Collapsed, r.Faults)
			continue
		}
		for i, line := range c.refused {
			if r.Faults[i].Line != line {
				t.Errorf("%s: faults %v", name, r.Faults)
			}
		}
	}
	for _, f := range read(t, a, b).Faults {
		if other := map[int]string{1: "line 2", 2: "line 1"}[f.Line]; !errors.Is(f, exchange.ErrDuplicate) || !strings.Contains(f.Error(), other) {
			t.Errorf("%v does not name %s", f, other)
		}
	}
}

// TestFields reads one of each record with everything that it can hold.
func TestFields(t *testing.T) {
	r := read(t,
		`{"record":"deal","id":"D1","region":"DE","complexity":3,"created_on":"2026-01-05","amount":{"amount":"-12.50","currency":"EUR"},`+
			`"probability":"1.2","decision_status":"lost","loss_cause":"pricing","closed_on":"2026-02-01","competitor_ids":["acme","bolt"],`+
			`"deleted":true,"later":{"nested":[1,2]}}`,
		`{"record":"stage_event","id":"E2","deal_id":"D1","on":"2026-01-07","seq":0,"stage":"offer","decision_status":"open"}`,
		`{"record":"stage_event","id":"E1","deal_id":"D1","at":"2026-01-06T23:00:00+01:00","local_stage_code":"X","stage":null}`,
		`{"record":"stage_event","id":"E0","deal_id":"D1","on":"2026-01-06","stage":"contact","decision_status":"open"}`,
		`{"record":"field_event","deal_id":"D1","field":"amount","at":"2026-01-06T09:00:00Z","old":null,"new":{"amount":"5","currency":"EUR"}}`,
		`{"record":"field_event","deal_id":"D1","field":"owner","at":"2026-01-06T08:00:00Z","old":"a","new":"b"}`,
		`{"record":"offer","id":"O1","deal_id":"D1","number":"Q","version":2,"sent_at":"2026-01-08T09:00:00Z","valid_until":"2026-02-08",`+
			`"status":"sent","currency":"EUR","lines":[{"product_group":"pumps","qty":null,"list_price":"2.50","net_price":"-0.5"}]}`,
		`{"record":"activity","id":"A1","deal_id":"D1","offer_id":"O1","at":"2026-01-09T09:00:00Z","type":"call","direction":"out","done":false}`,
		`{"record":"forecast","scope":"region:DE","period":["2026-01-01","2026-04-01"],"category":"best_case",`+
			`"amount":{"amount":"7","currency":"EUR"},"submitted_at":"2026-01-09T09:00:00Z"}`,
		`{"record":"quota","scope":"all","period":["2026-01-01","2026-04-01"],"amount":{"amount":"7","currency":"EUR"},"kind":"bookings"}`,
		`{"record":"credit","deal_id":"D1","rep_id":"r1","share":"0.50"}`,
		`{"record":"fx_rate","from":"USD","to":"EUR","kind":"avg","period":["2026-01-01","2026-02-01"],"rate":"0.9","source":"ecb","derived":true}`,
		`{"record":"cost","id":"C1","period":["2026-01-01","2026-04-01"],"region":"DE","category":"travel","amount":{"amount":"9","currency":"EUR"},"product_group":"pumps"}`,
		`{"record":"benchmark","segment":"mid","complexity":null,"expected_days":"74.7","n":9,"version":1,"valid_from":"2025-01-01"}`,
	)
	if len(r.Faults) > 0 || r.Kept() != 14 {
		t.Fatal(r.Kept(), r.Faults)
	}
	d := r.Deals[0]
	for what, ok := range map[string]bool{
		"region":       d.Region == funnel.LabelOf("DE"),
		"complexity":   d.Complexity == 3,
		"created":      d.Created == funnel.On(funnel.MustDate("2026-01-05")),
		"closed":       d.Closed == funnel.On(funnel.MustDate("2026-02-01")),
		"amount":       d.Amount.Equal(funnel.MustMoney("-12.5 EUR")),
		"probability":  d.Probability.Known() && !d.Probability.Valid(), // no_probability, not a refused line (ruling Q40)
		"status":       d.Status == funnel.Lost && d.Cause == funnel.Pricing,
		"competitors":  len(d.Competitors) == 2,
		"deleted":      d.Deleted && !d.Test,
		"event order":  d.Events[0].ID == "E0" && d.Events[1].ID == "E1" && d.Events[2].ID == "E2",
		"event at":     d.Events[1].At.String() == "2026-01-06T22:00:00Z",
		"event status": d.Events[1].Status == funnel.UnknownStatus && d.Events[1].Stage == funnel.NoStage && d.Events[1].LocalStage == funnel.LabelOf("X"),
		"event seq":    d.Events[2].Seq == funnel.Seq(0) && d.Events[1].Seq == funnel.Sequence{},
		"owner event":  d.FieldEvents[0].Field == funnel.OwnerField && d.FieldEvents[0].New.Label == funnel.LabelOf("b"),
		"amount event": !d.FieldEvents[1].Old.Amount.Known() && d.FieldEvents[1].New.Amount.Equal(funnel.MustMoney("5 EUR")),
		"offer line":   r.Offers[0].Lines[0].Quantity == nil && r.Offers[0].Lines[0].NetPrice.String() == "-0.5",
		"activity":     r.Activities[0].Pending && !r.Activities[0].Automated,
		"forecast":     r.Forecasts[0].Category == funnel.BestCase,
		"quota":        r.Quotas[0].Kind == funnel.LabelOf("bookings"),
		"credit":       r.Credits[0].Share == funnel.NewShare(5, -1),
		"rate source":  r.Rates[0].Source == "ecb" && r.Rates[0].Derived,
		"cost":         r.Costs[0].Category == funnel.LabelOf("travel") && r.Costs[0].Amount.Equal(funnel.MustMoney("9 EUR")) && r.Costs[0].ProductGroup == funnel.LabelOf("pumps"),
		"rate":         r.Rates[0].Kind == funnel.Average && r.Rates[0].Period == funnel.MustPeriod("2026-01-01..2026-02-01"),
		"benchmark":    r.Benchmarks[0].Complexity == 0 && r.Benchmarks[0].Version == "1" && r.Benchmarks[0].ExpectedDays.String() == "74.7",
	} {
		if !ok {
			t.Errorf("%s is not what the line says: %+v", what, d)
		}
	}
}

func TestLines(t *testing.T) {
	long := `{"record":"deal","id":"D2","region":"` + strings.Repeat("x", 200_000) + `"}`
	for name, c := range map[string]struct {
		text               string
		limit, kept, lines int
	}{
		"nothing":            {"", 0, 0, 0},
		"blank lines":        {"\n \r\n" + aDeal + "\r\n\n", 0, 1, 1},
		"no newline at end":  {aDeal + "\n" + aDeal, 0, 1, 2},
		"exactly the limit":  {aDeal + "\n", len(aDeal), 1, 1},
		"one over the limit": {aDeal + "\n" + aDeal + " \n", len(aDeal), 1, 2},
		"long in the middle": {long + "\n" + aDeal + "\n", 1000, 1, 2},
		"long at the end":    {aDeal + "\n" + long, 1000, 1, 2},
		"long but allowed":   {long + "\n" + aDeal, 0, 2, 2},
	} {
		r, err := exchange.Read(strings.NewReader(c.text), funnel.V1(), c.limit)
		if err != nil || r.Kept() != c.kept || r.Lines != c.lines {
			t.Errorf("%s: %v, %d of %d kept, faults %v", name, err, r.Kept(), r.Lines, r.Faults)
		}
		for _, f := range r.Faults {
			if !errors.Is(f, exchange.ErrLong) {
				t.Errorf("%s: %v", name, f)
			}
		}
	}
}

// TestInputFails tells a broken input from a bad line.
func TestInputFails(t *testing.T) {
	broken := io.MultiReader(strings.NewReader(aDeal+"\n{\"rec"), iotest.ErrReader(io.ErrClosedPipe))
	if r, err := exchange.Read(broken, funnel.V1(), 0); r != nil || !errors.Is(err, io.ErrClosedPipe) || !strings.Contains(err.Error(), "line 2") {
		t.Error(r, err)
	}
	if r, err := exchange.Read(strings.NewReader(aDeal), nil, 0); r != nil || !errors.Is(err, exchange.ErrModel) {
		t.Error(r, err)
	}
}

func TestReadRates(t *testing.T) {
	rate := `{"record":"fx_rate","from":"USD","to":"EUR","kind":"spot","date":"2026-01-01","rate":"0.90"}`
	rates, faults, err := exchange.ReadRates(strings.NewReader(aDeal+"\n"+rate), 0)
	if err != nil || len(rates) != 1 || len(faults) != 1 || !errors.Is(faults[0], exchange.ErrRecord) || faults[0].Line != 1 {
		t.Error(rates, faults, err)
	}
}

func TestErrorText(t *testing.T) {
	r := read(t, `{"record":"deal","id":"D2","probability":0.5}`)
	const want = `line 1: probability: wrong type: want a decimal in a text such as "1234.50", got "0.5"`
	if got := r.Faults[0].Error(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	// A field's name comes from the line; it must not be able to begin a line of its own in a log.
	r = read(t, `{"record":"deal","id":"D2","x\nline 9: y":1,"x\nline 9: y":2}`)
	if got := r.Faults[0].Error(); strings.Contains(got, "\n") || !strings.Contains(got, `"x\nline 9: y"`) {
		t.Errorf("got %s", got)
	}
}

// TestRateSource: of two sources that say the same, the one kept does not depend on the order of the lines; a rate that was quoted stands before one
// that was derived.
func TestRateSource(t *testing.T) {
	rate := func(more string) string {
		return `{"record":"fx_rate","from":"USD","to":"EUR","kind":"spot","date":"2026-01-01","rate":"0.90"` + more + `}`
	}
	a, b, derived := rate(`,"source":"ecb"`), rate(`,"source":"fed"`), rate(`,"source":"aaa","derived":true`)
	for _, lines := range [][]string{{a, b, derived}, {derived, b, a}, {b, a, derived}, {b, derived, a}} {
		if r := read(t, lines...); len(r.Rates) != 1 || r.Rates[0].Source != "ecb" || r.Rates[0].Derived {
			t.Errorf("%v: %+v", lines, r.Rates)
		}
	}
}

// TestOwnStages reads a stage that V1 does not have, by its key in the model or by its rank, and refuses a rank that the model does not have.
func TestOwnStages(t *testing.T) {
	m := funnel.MustModel(funnel.Definition{Version: "own", Effective: funnel.MustDate("2026-01-01"), Stages: []funnel.StageDefinition{
		{Key: "qualified", Rank: funnel.Qualified, Goal: "g", Entry: "e", Exit: "x"}, {Key: "demo", Rank: 35, Goal: "g", Entry: "e", Exit: "x"}}})
	for stage, want := range map[string]funnel.Stage{"demo": 35, "rank35": 35, "qualified": funnel.Qualified, "rank30": funnel.Qualified, "rank40": 0, "contact": 0, "": 0} {
		r, err := exchange.Read(strings.NewReader(`{"record":"deal","id":"D1","stage":"`+stage+`"}`), m, 0)
		if err != nil {
			t.Fatal(err)
		}
		if refused := len(r.Faults) == 1; refused != (want == 0) || !refused && r.Deals[0].Stage != want {
			t.Errorf("%q: %v, %v", stage, r.Deals, r.Faults)
		}
	}
}
