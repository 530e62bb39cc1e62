package exchange_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
	"github.com/koine-go/koine/kpi/exchange"
)

// asking returns a query that is right but for what the changes make of it; a nil takes a field away.
func asking(t testing.TB, changes map[string]any) []byte {
	t.Helper()
	q := map[string]any{"kpis": []string{"won_count"}, "period": []string{"2026-01-01", "2026-04-01"}, "as_of": "2026-04-01T00:00:00Z",
		"zone": "UTC", "currency": "EUR"}
	for field, v := range changes {
		q[field] = v
		if v == nil {
			delete(q, field)
		}
	}
	b, err := json.Marshal(q)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestParseQuery(t *testing.T) {
	q, err := exchange.ParseQuery(asking(t, map[string]any{"group_by": []string{"region", "team"}, "fx": "plan", "fiscal_start_month": 4,
		"params": map[string]any{"won_count": map[string]any{"min_n": 3}, "lost_count": nil}}))
	if err != nil {
		t.Fatal(err)
	}
	if q.Period != funnel.MustPeriod("2026-01-01..2026-04-01") || q.FX != kpi.PlanRates || q.FiscalStart != time.April ||
		!q.AsOf.Equal(time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)) || !slices.Equal(q.GroupBy, []string{"region", "team"}) ||
		string(q.Params["won_count"]) != `{"min_n":3}` || q.Params["lost_count"] != nil {
		t.Errorf("%+v", q)
	}
	q, err = exchange.ParseQuery(asking(t, nil))
	if err != nil || q.FX != kpi.SpotRates || q.FiscalStart != time.January || q.GroupBy != nil {
		t.Errorf("defaults: %+v %v", q, err)
	}
}

func TestBadQuery(t *testing.T) {
	for _, c := range []struct {
		field string
		value any
		at    string
		err   error
	}{
		{"kpis", nil, "kpis", exchange.ErrMissing},
		{"kpis", "won_count", "kpis", exchange.ErrType},
		{"kpis", []string{"won_count", "won_count"}, "kpis", exchange.ErrTwice},
		{"period", nil, "period", exchange.ErrMissing},
		{"period", []string{"2026-01-01", "2026-01-01"}, "period", exchange.ErrPeriod},
		{"period", []string{"2026-02-01", "2026-01-01"}, "period", exchange.ErrPeriod},
		{"period", "2026-01-01..2026-04-01", "period", exchange.ErrType},
		{"as_of", "2026-04-01", "as_of", exchange.ErrType},
		{"as_of", nil, "as_of", exchange.ErrMissing},
		{"zone", nil, "zone", exchange.ErrMissing},
		{"currency", "euro", "currency", exchange.ErrType},
		{"fiscal_start_month", 13, "fiscal_start_month", exchange.ErrType},
		{"fiscal_start_month", "4", "fiscal_start_month", exchange.ErrType},
		{"fx", "avg", "fx", exchange.ErrType},
		{"group_by", []string{"region", "region"}, "group_by", exchange.ErrTwice},
		{"group", []string{"region"}, "group", exchange.ErrField},
		{"params", []string{}, "json", exchange.ErrJSON},
		{"params", map[string]any{"won": map[string]any{}}, "params.won", exchange.ErrKPI},
		{"params", map[string]any{"won_count": 3}, "params.won_count", exchange.ErrType},
	} {
		_, err := exchange.ParseQuery(asking(t, map[string]any{c.field: c.value}))
		var e *exchange.Error
		if !errors.As(err, &e) || !strings.HasSuffix(e.Field, c.at) || !errors.Is(e, c.err) || e.Line != 0 {
			t.Errorf("%s %v: %v, want %v at %s", c.field, c.value, err, c.err, c.at)
		}
	}
	if _, err := exchange.ParseQuery([]byte(`{"kpis":3,"zone":4,"x":5}`)); len(strings.Split(err.Error(), "\n")) != 4 {
		t.Errorf("not every fault is told:\n%v", err)
	}
	if _, err := exchange.ParseQuery([]byte(`{"kpis":[],"kpis":[]}`)); !errors.Is(err, exchange.ErrTwice) {
		t.Error(err)
	}
}

func TestView(t *testing.T) {
	for zone, want := range map[string]error{"Europe/Berlin": nil, "Mars/Olympus": exchange.ErrZone, "Local": exchange.ErrZone} {
		q, err := exchange.ParseQuery(asking(t, map[string]any{"zone": zone}))
		if err != nil {
			t.Fatal(err)
		}
		v, err := q.View(time.LoadLocation, nil)
		if !errors.Is(err, want) || want == nil && v.Calendar.Zone() != zone {
			t.Errorf("%s: %v", zone, err)
		}
	}
	q, err := exchange.ParseQuery(asking(t, map[string]any{"group_by": []string{"country", "region"}}))
	if err != nil {
		t.Fatal(err)
	}
	if by, err := q.Dimensions(); !errors.Is(err, exchange.ErrDimension) || !strings.Contains(err.Error(), "country") {
		t.Error(by, err)
	}
}

// TestParameters asks for KPIs with parameters, right and wrong.
func TestParameters(t *testing.T) {
	for _, c := range []struct {
		id, params string
		err        error
	}{
		{"won_count", "", nil},
		{"won_count", `{}`, nil},
		{"won_count", `{"min_n":10}`, nil},
		{"won_count", `{"min_n":-1}`, exchange.ErrType},
		{"won_count", `{"min_n":"10"}`, exchange.ErrType},
		{"won_count", `{"minimum":10}`, exchange.ErrParameter},
		{"won_count", `[]`, exchange.ErrJSON},
		{"won_count", `{"min_n":1,"min_n":1}`, exchange.ErrTwice},
		{"won_counts", "", exchange.ErrKPI},
		{"signal_test", "", exchange.ErrNotBuilt},
		{"stage_conversion", `{"from":"contact","to":"commitment","mode":"strict","den":"resolved","local_stages":["contact","commitment"]}`, nil},
		{"stage_conversion", `{"from":"won"}`, exchange.ErrType},
		{"stage_conversion", `{"from":""}`, exchange.ErrType},
		{"stage_conversion", `{"from":30}`, exchange.ErrType},
		{"stage_conversion", `{"mode":"loose"}`, exchange.ErrType},
		{"stage_conversion", `{"local_stages":["qualified","x"]}`, exchange.ErrType},
		{"stage_conversion", `{"local_stages":"qualified"}`, exchange.ErrType},
		{"stage_conversion", `{"stage":"offer"}`, exchange.ErrParameter},
		{"win_rate_cohort", `{"cohort":"qualified","maturity":"0.5"}`, nil},
		{"win_rate_cohort", `{"cohort":"closed"}`, exchange.ErrType},
		{"win_rate_cohort", `{"maturity":0.5}`, exchange.ErrType},
		{"weighted_pipeline_value", `{"source":"stage","stage_probability":{"offer":"0.5"}}`, nil},
		{"weighted_pipeline_value", `{"stage_probability":{"offers":"0.5"}}`, exchange.ErrType},
		{"weighted_pipeline_value", `{"stage_probability":{"offer":0.5}}`, exchange.ErrType},
		{"weighted_pipeline_value", `{"stage_probability":["0.5"]}`, exchange.ErrJSON},
		{"stalled_rate", `{"limits":{"offer":14}}`, nil},
		{"stalled_rate", `{"limits":{"offer":"14"}}`, exchange.ErrType},
		{"cycle_time_won", `{"start":"offer","exclude_on_hold":true}`, nil},
		{"cycle_time_won", `{"exclude_on_hold":"yes"}`, exchange.ErrType},
		{"loss_cause_share", `{"cause":"customer_internal"}`, nil},
		{"loss_cause_share", `{"cause":"budget"}`, nil},
		{"loss_cause_share", `{"cause":"money"}`, exchange.ErrType},
		{"time_in_stage", `{"stage":"offer","variant":"visit"}`, nil},
		{"open_age", `{"start":"qualified"}`, nil},
	} {
		var params []byte
		if c.params != "" {
			params = []byte(c.params)
		}
		m, err := exchange.Metric(c.id, params)
		if !errors.Is(err, c.err) || (m == nil) != (c.err != nil) {
			t.Errorf("%s %s: %v, want %v", c.id, c.params, err, c.err)
		}
	}
}

// TestMetricsOfQuery goes on without what is not built, and not at all with what is wrong.
func TestMetricsOfQuery(t *testing.T) {
	for _, c := range []struct {
		kpis   []string
		params any
		n      int
		err    error
	}{
		{[]string{"won_count", "lost_count"}, nil, 2, nil},
		{[]string{"won_count", "signal_test", "lost_count"}, nil, 2, exchange.ErrNotBuilt},
		{[]string{"won_count", "signal_test", "nonsense"}, nil, -1, exchange.ErrKPI},
		{[]string{"won_count"}, map[string]any{"won_count": map[string]any{"x": 1}}, -1, exchange.ErrParameter},
	} {
		q, err := exchange.ParseQuery(asking(t, map[string]any{"kpis": c.kpis, "params": c.params}))
		if err != nil {
			t.Fatal(err)
		}
		m, err := q.Metrics()
		if !errors.Is(err, c.err) || (m == nil) != (c.n < 0) || m != nil && len(m) != c.n {
			t.Errorf("%v: %d measures, %v", c.kpis, len(m), err)
		}
	}
}

// TestIDs tries every id: each is built, once, and has the name it is asked by.
func TestIDs(t *testing.T) {
	for _, id := range exchange.IDs() {
		m, err := exchange.Metric(id, nil)
		if err != nil {
			t.Fatal(err)
		}
		r, err := kpi.NewReport(kpi.View{Period: funnel.MustPeriod("2026-01-01..2026-04-01"), AsOf: time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC),
			Calendar: funnel.UTC(), Currency: funnel.MustCurrency("EUR")}, nil, m)
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Total().Values[0].ID; got != id {
			t.Errorf("asked for %s, got %s", id, got)
		}
	}
	if ids := exchange.IDs(); len(slices.Compact(slices.Sorted(slices.Values(ids)))) != len(ids) {
		t.Error("an id stands twice")
	}
}

// values answers a query about the fixture and returns the rows.
func values(t *testing.T, changes map[string]any) map[string]map[string]any {
	t.Helper()
	return rows(t, answer(t, file(t, "testdata/golden/records.jsonl"), asking(t, changes)))
}

func TestMinimum(t *testing.T) {
	for least, want := range map[int]string{5: "ok", 6: "insufficient_n"} {
		row := values(t, map[string]any{"kpis": []string{"hit_rate_narrow"}, "zone": "Europe/Berlin",
			"params": map[string]any{"hit_rate_narrow": map[string]any{"min_n": least}}})["hit_rate_narrow {}"]
		if row["status"] != want || row["value"] != "0.600000000000" {
			t.Errorf("min_n %d: %v", least, row)
		}
	}
}

// TestLocalStages leaves every deal with an event in the period out where the stage of the clock is not in the local model (rulings Q07, Q47a), those of
// the cohort where the stage to reach is not, and none where both are.
func TestLocalStages(t *testing.T) {
	for _, c := range []struct {
		kpi, stages, status, num string
		left                     any
	}{
		{"stage_conversion", "qualified offer", "ok", "8", nil},
		{"stage_conversion", "qualified negotiation", "stage_not_in_local_model", "0", 9.0},
		{"stage_conversion", "offer", "stage_not_in_local_model", "0", 10.0},
		{"stage_drop_off", "offer", "ok", "2", nil},
		{"stage_drop_off", "qualified", "stage_not_in_local_model", "0", 10.0},
	} {
		row := values(t, map[string]any{"kpis": []string{c.kpi}, "as_of": "2026-03-31T22:00:00Z", "zone": "Europe/Berlin",
			"params": map[string]any{c.kpi: map[string]any{"local_stages": strings.Fields(c.stages)}}})[c.kpi+" {}"]
		left := row["excluded"].(map[string]any)["stage_not_in_local_model"]
		if row["status"] != c.status || row["num"] != c.num || left != c.left || (row["value"] == nil) != (c.status != "ok") {
			t.Errorf("%s with %s: %v", c.kpi, c.stages, row)
		}
	}
}

// TestLocalStagesWithoutDeals says that the model lacks the stage even where no deal could tell (ruling Q20: it comes before a denominator of zero).
func TestLocalStagesWithoutDeals(t *testing.T) {
	row := values(t, map[string]any{"kpis": []string{"stage_conversion"}, "period": []string{"2025-01-01", "2025-02-01"},
		"params": map[string]any{"stage_conversion": map[string]any{"local_stages": []string{"qualified"}}}})["stage_conversion {}"]
	if row["status"] != "stage_not_in_local_model" || row["value"] != nil {
		t.Error(row)
	}
}

// TestGroupValues writes a missing value as null and complexity as a number.
func TestGroupValues(t *testing.T) {
	records := strings.Join([]string{`{"record":"deal","id":"D1","decision_status":"won","closed_on":"2026-01-05","complexity":3,"team":"a\"b"}`,
		`{"record":"deal","id":"D2","decision_status":"won","closed_on":"2026-01-05"}`}, "\n")
	got := rows(t, answer(t, []byte(records), asking(t, map[string]any{"group_by": []string{"complexity", "team"}})))
	want := []string{`won_count {"complexity":3,"team":"a\"b"}`, `won_count {"complexity":null,"team":null}`, `won_count {}`}
	if keys := slices.Sorted(maps.Keys(got)); !slices.Equal(keys, want) {
		t.Errorf("rows are %q", keys)
	}
}

// TestGroupsShown prints a group only for the KPI whose own clock puts a deal there, if no deal is in it now (ruling Q25).
func TestGroupsShown(t *testing.T) {
	records := strings.Join([]string{`{"record":"deal","id":"D1","region":"DE"}`,
		`{"record":"stage_event","id":"E1","deal_id":"D1","at":"2026-01-05T09:00:00Z","decision_status":"won"}`,
		`{"record":"field_event","deal_id":"D1","field":"region","at":"2026-02-05T09:00:00Z","old":"FR","new":"DE"}`}, "\n")
	got := rows(t, answer(t, []byte(records), asking(t, map[string]any{"kpis": []string{"open_pipeline_count", "won_count"}, "group_by": []string{"region"}})))
	want := []string{`open_pipeline_count {"region":"DE"}`, `open_pipeline_count {}`, `won_count {"region":"DE"}`, `won_count {"region":"FR"}`, `won_count {}`}
	if keys := slices.Sorted(maps.Keys(got)); !slices.Equal(keys, want) {
		t.Errorf("rows are %q", keys)
	}
}

// TestDeals writes the deals behind a number if the report keeps them.
func TestDeals(t *testing.T) {
	r := kept(t, "testdata/golden/records.jsonl")
	var out bytes.Buffer
	if err := exchange.Write(&out, r); err != nil {
		t.Fatal(err)
	}
	const want = `"deals":{"part":["D1"],"whole":["D1","D2","D7"],"excluded":{"no_rate":["D4"],"negative_amount":["D11"]}}}`
	if !strings.Contains(out.String(), want) {
		t.Errorf("got %s, want %s", out.String(), want)
	}
}

func kept(t *testing.T, path string) *kpi.Report {
	t.Helper()
	records, err := exchange.Read(bytes.NewReader(file(t, path)), funnel.V1(), 0)
	if err != nil {
		t.Fatal(err)
	}
	rates, err := funnel.NewRates(records.Rates)
	if err != nil {
		t.Fatal(err)
	}
	r, err := kpi.NewReport(kpi.View{Period: funnel.MustPeriod("2026-01-01..2026-04-01"), AsOf: time.Date(2026, 3, 31, 22, 0, 0, 0, time.UTC),
		Calendar: funnel.UTC(), Currency: funnel.MustCurrency("EUR"), Rates: rates}, nil, kpi.HitRateValue())
	if err != nil {
		t.Fatal(err)
	}
	r.KeepDeals()
	for _, d := range records.Deals {
		r.Add(d)
	}
	return r
}

// failing is a writer that takes so many bytes and no more.
type failing struct{ left int }

var errFull = errors.New("full")

func (f *failing) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestWriteFails(t *testing.T) {
	if err := exchange.Write(&failing{10}, kept(t, "testdata/golden/records.jsonl")); !errors.Is(err, errFull) {
		t.Error(err)
	}
}

// TestLocalStagesAsVariant: what a query says of the local stages counts as what an importer says of each deal (DECISIONS.md, 12). The deals added to the
// fixture are those that tell the two apart: won straight from qualified in the period, without a history, with an unmapped stage, before the period.
func TestLocalStagesAsVariant(t *testing.T) {
	records := slices.Concat(file(t, "testdata/golden/records.jsonl"), []byte(`
{"record":"deal","id":"L1","region":"FR","created_on":"2026-01-05"}
{"record":"stage_event","id":"L1-1","deal_id":"L1","on":"2026-01-06","stage":"qualified","decision_status":"open"}
{"record":"stage_event","id":"L1-2","deal_id":"L1","on":"2026-02-06","decision_status":"won"}
{"record":"deal","id":"L2","region":"FR","created_on":"2026-01-05","decision_status":"open"}
{"record":"deal","id":"L3","region":"DE","created_on":"2026-01-05"}
{"record":"stage_event","id":"L3-1","deal_id":"L3","on":"2026-01-06","local_stage_code":"X","decision_status":"open"}
{"record":"deal","id":"L4","region":"US","created_on":"2025-01-05"}
{"record":"stage_event","id":"L4-1","deal_id":"L4","on":"2025-01-06","stage":"offer","decision_status":"open"}
`))
	for _, c := range []struct{ kpi, params, stages string }{
		{"stage_drop_off", `"stage":"offer"`, "qualified negotiation"},
		{"stage_drop_off", `"stage":"offer"`, "qualified offer"},
		{"stage_drop_off", `"stage":"qualified"`, "offer"},
		{"stage_conversion", `"mode":"passed"`, "offer"},
		{"stage_conversion", `"mode":"strict"`, "offer"},
		{"stage_conversion", `"mode":"passed"`, "qualified"},
		{"stage_conversion", `"mode":"strict","den":"resolved"`, "qualified"},
		{"stage_conversion", `"mode":"passed"`, "qualified offer"},
	} {
		changes := map[string]any{"kpis": []string{c.kpi}, "zone": "Europe/Berlin", "group_by": []string{"region"}}
		var stages []funnel.Stage
		for _, key := range strings.Fields(c.stages) {
			s, err := funnel.ParseStage(key)
			if err != nil {
				t.Fatal(err)
			}
			stages = append(stages, s)
		}
		changes["params"] = map[string]any{c.kpi: json.RawMessage("{" + c.params + "}")}
		variant := rows(t, answerOf(t, records, asking(t, changes), funnel.NewVariant(stages, nil)))
		keys, err := json.Marshal(strings.Fields(c.stages))
		if err != nil {
			t.Fatal(err)
		}
		changes["params"] = map[string]any{c.kpi: json.RawMessage(`{"local_stages":` + string(keys) + "," + c.params + "}")}
		local := rows(t, answer(t, records, asking(t, changes)))
		if len(local) != 5 || len(variant) != 5 {
			t.Errorf("%s %s: %d rows and %d, want those of all, DE, FR, JP, US", c.kpi, c.params, len(local), len(variant))
		}
		for key := range local {
			delete(local[key], "parameters")
			delete(variant[key], "parameters")
			if !reflect.DeepEqual(local[key], variant[key]) {
				t.Errorf("%s %s, %s: the query gives\n%v, the variant\n%v", key, c.params, c.stages, local[key], variant[key])
			}
		}
	}
}
