package funnel_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/shopspring/decimal"
)

func instantOf(t testing.TB, s string) funnel.Moment {
	t.Helper()
	m, err := funnel.ParseInstant(s)
	must(t, err)
	return m
}

func decimalOf(t testing.TB, s string) *decimal.Decimal {
	t.Helper()
	d, err := funnel.ParseDecimal(s)
	must(t, err)
	return &d
}

// TestRecordForms holds the form of every record to the letter, and reads it back.
func TestRecordForms(t *testing.T) {
	day, at := funnel.On(funnel.MustDate("2026-01-05")), instantOf(t, "2026-01-05T10:00:00.5+01:00")
	period, eur := funnel.MustPeriod("2026-01-01..2026-04-01"), funnel.MustMoney("7.50 EUR")
	avg, err := funnel.Rate{From: funnel.MustCurrency("USD"), To: funnel.MustCurrency("EUR"), Kind: funnel.Average, Period: period,
		Source: "ecb", Derived: true}.Factor("0.90")
	must(t, err)
	for _, c := range []struct {
		record any
		want   string
	}{
		{funnel.Deal{ID: "D1"}, `{"id":"D1","decision_status":null}`},
		{funnel.Deal{ID: "D1", Region: funnel.LabelOf("R&D <1>"), Created: day, Closed: at, Amount: eur, Status: funnel.Lost, Cause: funnel.Pricing,
			Causes: []funnel.Cause{funnel.Pricing, funnel.NoNeed}, Probability: funnel.NewShare(50, -2), Category: funnel.BestCase, Complexity: 3,
			ExpectedClose: funnel.MustDate("2026-03-01"), Competitors: []string{"acme"}, Deleted: true, LocalStage: funnel.LabelOf("x")},
			`{"id":"D1","region":"R\u0026D \u003c1\u003e","complexity":3,"amount":{"amount":"7.50","currency":"EUR"},"expected_close_date":"2026-03-01",` +
				`"probability":"0.5","forecast_category":"best_case","decision_status":"lost","loss_cause":"pricing","loss_causes":["pricing","no_need"],` +
				`"deleted":true,"competitor_ids":["acme"],"local_stage_code":"x","created_on":"2026-01-05","closed_at":"2026-01-05T09:00:00.5Z"}`},
		{funnel.Deal{ID: "D1", Stage: 35, Created: at, Closed: day, Status: funnel.NoDecision},
			`{"id":"D1","stage":"rank35","decision_status":"no_decision","created_at":"2026-01-05T09:00:00.5Z","closed_on":"2026-01-05"}`},
		{funnel.Event{ID: "E1", DealID: "D1", At: at, LocalStage: funnel.LabelOf("X")},
			`{"id":"E1","deal_id":"D1","decision_status":null,"local_stage_code":"X","at":"2026-01-05T09:00:00.5Z"}`},
		{funnel.Event{ID: "E1", DealID: "D1", At: day, Seq: funnel.Seq(0), Stage: funnel.Offered, Status: funnel.Open, Kind: funnel.Imported, RecordedAt: day},
			`{"id":"E1","deal_id":"D1","stage":"offer","decision_status":"open","kind":"import","seq":0,"on":"2026-01-05","recorded_on":"2026-01-05"}`},
		{funnel.FieldEvent{DealID: "D1", Field: funnel.AmountField, At: at, New: funnel.Setting{Amount: eur}},
			`{"deal_id":"D1","field":"amount","at":"2026-01-05T09:00:00.5Z","old":null,"new":{"amount":"7.50","currency":"EUR"}}`},
		{funnel.FieldEvent{DealID: "D1", Field: funnel.ExpectedCloseField, At: at, Old: funnel.Setting{Date: funnel.MustDate("2026-01-31")}},
			`{"deal_id":"D1","field":"expected_close_date","at":"2026-01-05T09:00:00.5Z","old":"2026-01-31","new":null}`},
		{funnel.FieldEvent{DealID: "D1", Field: funnel.CategoryField, At: day, New: funnel.Setting{Category: funnel.Commit}},
			`{"deal_id":"D1","field":"forecast_category","on":"2026-01-05","old":null,"new":"commit"}`},
		{funnel.FieldEvent{DealID: "D1", Field: funnel.ProbabilityField, At: at, Old: funnel.Setting{Share: funnel.NewShare(0, 0)}},
			`{"deal_id":"D1","field":"probability","at":"2026-01-05T09:00:00.5Z","old":"0","new":null}`},
		{funnel.FieldEvent{ID: "F1", DealID: "D1", Field: funnel.OwnerField, At: at, RecordedAt: at, New: funnel.Setting{Label: funnel.LabelOf("a\"b\a")}},
			`{"id":"F1","deal_id":"D1","field":"owner","at":"2026-01-05T09:00:00.5Z","recorded_at":"2026-01-05T09:00:00.5Z","old":null,"new":"a\"b\u0007"}`},
		{funnel.Offer{ID: "O1", DealID: "D1", Status: funnel.Draft}, `{"id":"O1","deal_id":"D1","version":0,"status":"draft","lines":[]}`},
		{funnel.Offer{ID: "O1", DealID: "D1", Version: 2, SentAt: at, DecidedAt: at, ValidUntil: funnel.MustDate("2026-02-01"), Status: funnel.Accepted,
			Currency: funnel.MustCurrency("EUR"), Lines: []funnel.OfferLine{{}, {Quantity: decimalOf(t, "3"), ListPrice: decimalOf(t, "2.50"), NetPrice: decimalOf(t, "-0.1")}}},
			`{"id":"O1","deal_id":"D1","version":2,"valid_until":"2026-02-01","status":"accepted","currency":"EUR","sent_at":"2026-01-05T09:00:00.5Z",` +
				`"decided_at":"2026-01-05T09:00:00.5Z","lines":[{},{"qty":"3","list_price":"2.50","net_price":"-0.1"}]}`},
		{funnel.Activity{ID: "A1", At: at, Direction: funnel.LabelOf("out")}, `{"id":"A1","direction":"out","at":"2026-01-05T09:00:00.5Z"}`},
		{funnel.Activity{ID: "A1", At: at, PlannedFor: at, Pending: true, Automated: true},
			`{"id":"A1","automated":true,"at":"2026-01-05T09:00:00.5Z","planned_for":"2026-01-05T09:00:00.5Z","done":false}`},
		{funnel.Forecast{Scope: "all", Period: period, Category: funnel.Commit, Amount: eur, SubmittedAt: at, DealIDs: []string{"D1"}},
			`{"scope":"all","period":["2026-01-01","2026-04-01"],"category":"commit","amount":{"amount":"7.50","currency":"EUR"},"deal_ids":["D1"],` +
				`"submitted_at":"2026-01-05T09:00:00.5Z"}`},
		{funnel.Quota{Scope: "rep:r1", Period: period, Amount: eur, Kind: funnel.LabelOf("bookings")},
			`{"scope":"rep:r1","period":["2026-01-01","2026-04-01"],"amount":{"amount":"7.50","currency":"EUR"},"kind":"bookings"}`},
		{funnel.Credit{DealID: "D1", RepID: "r1", Share: funnel.NewShare(5, -1)}, `{"deal_id":"D1","rep_id":"r1","share":"0.5"}`},
		{funnel.Cost{ID: "C1", Period: period, Region: funnel.LabelOf("DE"), Category: funnel.LabelOf("travel"), Amount: eur},
			`{"id":"C1","period":["2026-01-01","2026-04-01"],"region":"DE","category":"travel","amount":{"amount":"7.50","currency":"EUR"}}`},
		{funnel.MustRate("USD EUR 0.90 2025-12-31"), `{"from":"USD","to":"EUR","kind":"spot","rate":"0.9","date":"2025-12-31"}`},
		{avg, `{"from":"USD","to":"EUR","kind":"avg","rate":"0.9","period":["2026-01-01","2026-04-01"],"source":"ecb","derived":true}`},
		{funnel.Benchmark{Complexity: 3, ExpectedDays: *decimalOf(t, "74.70"), N: 9, Version: "1", ValidFrom: funnel.MustDate("2025-01-01")},
			`{"complexity":3,"n":9,"valid_from":"2025-01-01","expected_days":"74.70","version":1}`},
		{funnel.Benchmark{ExpectedDays: *decimalOf(t, "0"), Version: "01", ValidFrom: funnel.MustDate("2025-01-01")}, `{"n":0,"valid_from":"2025-01-01","expected_days":"0","version":"01"}`},
	} {
		b, err := json.Marshal(c.record)
		if err != nil || string(b) != c.want {
			t.Errorf("got %s, %v\nwant %s", b, err, c.want)
			continue
		}
		again := reflect.New(reflect.TypeOf(c.record))
		if err := json.Unmarshal(b, again.Interface()); err != nil {
			t.Errorf("%s: %v", b, err)
			continue
		}
		if second, err := json.Marshal(again.Interface()); err != nil || string(second) != c.want {
			t.Errorf("%s comes back as %s, %v", b, second, err)
		}
		if !reflect.DeepEqual(again.Elem().Interface(), c.record) {
			t.Errorf("%s comes back as %+v", b, again.Elem().Interface())
		}
	}
}

// TestUnreadableRecords: what encoding/json offers must not be laxer with a value than the exchange format is.
func TestUnreadableRecords(t *testing.T) {
	for _, c := range []struct {
		into any
		text string
		err  error
	}{
		{new(funnel.Deal), `{"created_at":"2026-01-05T09:00:00Z","created_on":"2026-01-05"}`, funnel.ErrMoment},
		{new(funnel.Deal), `{"created_at":"2026-01-05"}`, funnel.ErrMoment},
		{new(funnel.Deal), `{"created_at":"2026-01-05T09:00:00,5Z"}`, funnel.ErrMoment},
		{new(funnel.Deal), `{"closed_on":"2026-02-30"}`, funnel.ErrDate},
		{new(funnel.Deal), `{"closed_at":"2026-01-05T09:00:00Z","closed_on":"2026-01-05"}`, funnel.ErrMoment},
		{new(funnel.Deal), `{"amount":{"amount":12.5,"currency":"EUR"}}`, funnel.ErrMoney},
		{new(funnel.Deal), `{"probability":0.5}`, funnel.ErrRecord},
		{new(funnel.Deal), `{"complexity":300}`, funnel.ErrRecord},
		{new(funnel.Deal), `{"decision_status":"Won"}`, funnel.ErrKey},
		{new(funnel.Deal), `{"stage":"prospects"}`, funnel.ErrKey},
		{new(funnel.Deal), `[]`, funnel.ErrRecord},
		{new(funnel.Event), `{"at":"2026-01-05T09:00:00Z","on":"2026-01-05"}`, funnel.ErrMoment},
		{new(funnel.Event), `{"recorded_at":"2026-01-05"}`, funnel.ErrMoment},
		{new(funnel.Event), `{"seq":1.5}`, funnel.ErrSequence},
		{new(funnel.FieldEvent), `{"field":"amount","new":"5"}`, funnel.ErrMoney},
		{new(funnel.FieldEvent), `{"field":"expected_close_date","old":"soon"}`, funnel.ErrDate},
		{new(funnel.FieldEvent), `{"new":0.5,"field":"probability"}`, funnel.ErrRecord},
		{new(funnel.FieldEvent), `{"field":"forecast_category","new":"sure"}`, funnel.ErrKey},
		{new(funnel.FieldEvent), `{"field":"region","new":{}}`, funnel.ErrRecord},
		{new(funnel.FieldEvent), `{"field":"team"}`, funnel.ErrKey},
		{new(funnel.Offer), `{"sent_at":"2026-01-05"}`, funnel.ErrMoment},
		{new(funnel.Offer), `{"lines":[{"net_price":2.5}]}`, funnel.ErrRecord},
		{new(funnel.Offer), `{"lines":[{"net_price":"1e9"}]}`, funnel.ErrDecimal},
		{new(funnel.Offer), `{"lines":[{"qty":"0.0000000000001"}]}`, funnel.ErrDecimal},
		{new(funnel.Activity), `{"at":"2026-01-05"}`, funnel.ErrMoment},
		{new(funnel.Activity), `{"done":"no"}`, funnel.ErrRecord},
		{new(funnel.Forecast), `{"submitted_at":"2026-01-05"}`, funnel.ErrMoment},
		{new(funnel.Quota), `{"period":["2026-01-01","2026-01-01"]}`, funnel.ErrPeriod},
		{new(funnel.Benchmark), `{"expected_days":74.7}`, funnel.ErrRecord},
		{new(funnel.Benchmark), `{"version":1.5}`, funnel.ErrRecord},
		{new(funnel.Rate), `{"rate":0.9}`, funnel.ErrRecord},
		{new(funnel.Rate), `{"rate":"-0.9"}`, funnel.ErrRate},
	} {
		err := json.Unmarshal([]byte(c.text), c.into)
		if e := (*funnel.Error)(nil); !errors.Is(err, c.err) || !errors.As(err, &e) {
			t.Errorf("%T %s: %v, want %v", c.into, c.text, err, c.err)
		}
	}
}

// TestUnwritableRecords: a value without a form is an error, not another value, and a huge exponent is not written out.
func TestUnwritableRecords(t *testing.T) {
	day, huge := funnel.On(funnel.MustDate("2026-01-05")), decimal.New(1, 1<<30)
	for _, c := range []struct {
		record any
		err    error
	}{
		{funnel.Offer{SentAt: day}, funnel.ErrMoment},
		{funnel.Offer{DecidedAt: day}, funnel.ErrMoment},
		{funnel.Offer{Lines: []funnel.OfferLine{{NetPrice: &huge}}}, funnel.ErrDecimal},
		{funnel.OfferLine{Quantity: decimalOf(t, "1"), Cost: new(decimal.New(1, -13))}, funnel.ErrDecimal},
		{funnel.Activity{At: day}, funnel.ErrMoment},
		{funnel.Activity{PlannedFor: day}, funnel.ErrMoment},
		{funnel.Forecast{SubmittedAt: day}, funnel.ErrMoment},
		{funnel.Benchmark{ExpectedDays: huge}, funnel.ErrDecimal},
	} {
		if b, err := json.Marshal(c.record); !errors.Is(err, c.err) {
			t.Errorf("%+v: %s, %v", c.record, b, err)
		}
	}
}
