package exchange_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi/exchange"
)

// TestLocalStatusesAsVariant: what a query says of the statuses that its sources know counts as what an importer says of each deal, for every KPI that reads
// some; the others do not take the parameter.
func TestLocalStatusesAsVariant(t *testing.T) {
	records := file(t, "testdata/golden/records.jsonl")
	unanswered := 0
	for _, words := range []string{"open", "open won", "open lost no_decision", "open won lost", "open on_hold won lost", "open won lost no_response disqualified void"} {
		keys, err := json.Marshal(strings.Fields(words))
		if err != nil {
			t.Fatal(err)
		}
		parameter := json.RawMessage(`{"local_statuses":` + string(keys) + "}")
		params := map[string]any{}
		for _, id := range exchange.IDs() {
			if _, err := exchange.Metric(id, parameter); err == nil {
				params[id] = parameter
			} else if !errors.Is(err, exchange.ErrParameter) {
				t.Errorf("%s: %v", id, err)
			}
		}
		query := map[string]any{"kpis": exchange.IDs(), "zone": "Europe/Berlin", "group_by": []string{"region"}}
		variant := rows(t, answerOf(t, records, asking(t, query), funnel.NewVariant(nil, statuses(t, words))))
		query["params"] = params
		local := rows(t, answer(t, records, asking(t, query)))
		if len(params) != 23 || len(local) != len(variant) {
			t.Fatalf("%d KPIs take the parameter, %d rows and %d", len(params), len(local), len(variant))
		}
		for key, row := range local {
			delete(row, "parameters")
			delete(variant[key], "parameters")
			if !reflect.DeepEqual(row, variant[key]) {
				t.Errorf("%s, %s: the query gives\n%v, the variant\n%v", key, words, row, variant[key])
			}
			if row["status"] == "insufficient_source" {
				unanswered++
			}
		}
	}
	if unanswered == 0 {
		t.Error("no value lacks anything, so the comparison says nothing")
	}
}

func statuses(t *testing.T, words string) (list []funnel.Status) {
	t.Helper()
	for _, key := range strings.Fields(words) {
		s, err := funnel.ParseStatus(key)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, s)
	}
	return list
}

func TestLocalStatuses(t *testing.T) {
	ask := func(id, local, period string) map[string]any {
		changes := map[string]any{"kpis": []string{id}, "zone": "Europe/Berlin", "params": map[string]any{id: json.RawMessage(local)}}
		if period != "" {
			changes["period"] = strings.Split(period, "..")
		}
		return values(t, changes)[id+" {}"]
	}
	for _, c := range []struct{ kpi, local, period, status, num, left, parameters string }{
		{"hit_rate_narrow", `{"local_statuses":["open","won"]}`, "", "insufficient_source", "0", "map[insufficient_source:7]", "map[local_statuses:open won]"},
		{"hit_rate_narrow", `{"local_statuses":["won","lost","open","won"]}`, "", "ok", "3", "map[]", "map[local_statuses:open won lost]"},
		{"hit_rate_narrow", `{"local_statuses":null}`, "", "ok", "3", "map[]", "map[]"},
		{"hit_rate_narrow", `{"local_statuses":[]}`, "", "insufficient_source", "0", "map[insufficient_source:7]", "map[local_statuses:]"},
		{"lost_count", `{"local_statuses":["open"]}`, "2020-01-01..2021-01-01", "insufficient_source", "0", "map[]", "map[local_statuses:open]"},
		{"stage_conversion", `{"local_statuses":["open"],"local_stages":["offer"]}`, "", "insufficient_source", "0", "map[insufficient_source:10]",
			"map[den:all from:qualified local_stages:offer local_statuses:open mode:passed to:offer]"},
	} {
		row := ask(c.kpi, c.local, c.period)
		got := fmt.Sprintln(row["status"], row["num"], row["excluded"], row["parameters"])
		if want := fmt.Sprintln(c.status, c.num, c.left, c.parameters); got != want || (row["value"] == nil) != (c.status != "ok") {
			t.Errorf("%s %s:\ngot  %s\nwant %s", c.kpi, c.local, got, want)
		}
	}
	for local, want := range map[string]error{`{"local_statuses":["open","x"]}`: exchange.ErrType, `{"local_statuses":[""]}`: exchange.ErrType,
		`{"local_statuses":"open"}`: exchange.ErrType} {
		if _, err := exchange.Metric("won_count", []byte(local)); !errors.Is(err, want) {
			t.Errorf("%s: %v", local, err)
		}
	}
}

// TestProfiles: the versions of the mappings stand in the row of all deals, once and in order, and in no other; without any the field is not there.
func TestProfiles(t *testing.T) {
	query := asking(t, map[string]any{"kpis": []string{"won_count", "lost_count"}, "group_by": []string{"region"}})
	record := func(of string) string {
		return `{"record":"deal","id":"` + of + `","region":"DE","mapping_version":"` + of + `","decision_status":"open"}
{"record":"stage_event","id":"` + of + `","deal_id":"` + of + `","on":"2026-01-05","decision_status":"won","mapping_version":"a \"@\"1"}` + "\n"
	}
	for key, row := range rows(t, answer(t, []byte(record("b")+record("c")), query)) {
		want := any([]any{`a "@"1`, "b", "c"})
		if !strings.HasSuffix(key, " {}") {
			want = nil
		}
		if got := row["profiles"]; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %v, want %v", key, got, want)
		}
	}
	if out := answer(t, file(t, "testdata/golden/records.jsonl"), query); bytes.Contains(out, []byte("profiles")) {
		t.Errorf("there is none: %s", out)
	}
}
