package kpi_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

// mappedDeal is a deal of one event, read by these versions.
func mappedDeal(id, record, event, day string) *funnel.Deal {
	return &funnel.Deal{ID: id, Profile: funnel.LabelOf(record), Events: []funnel.Event{{ID: id, At: funnel.On(funnel.MustDate(day)),
		Status: funnel.Open, Stage: funnel.Qualified, Profile: funnel.LabelOf(event)}}}
}

func TestProfiles(t *testing.T) {
	test := mappedDeal("4", "test@1", "test@2", "2026-01-05")
	test.Test = true
	both := mappedDeal("5", "", "de@1", "2026-01-05")
	both.Events = append(both.Events, mappedDeal("", "", "later@1", "2026-04-01").Events...)
	back := mappedDeal("6", "", "later@2", "2026-04-01")
	back.Events = append(back.Events, mappedDeal("", "", "de@0", "2025-01-05").Events...)
	for _, c := range []struct {
		name  string
		deals []*funnel.Deal
		want  []string
	}{
		{"no deal", nil, nil},
		{"read without a profile", []*funnel.Deal{mappedDeal("1", "", "", "2026-01-05")}, nil},
		{"record and event, each version once", []*funnel.Deal{mappedDeal("1", "de@2", "de@1", "2026-01-05"), mappedDeal("2", "de@2", "de@2", "2026-01-05")},
			[]string{"de@1", "de@2"}},
		{"a deal that counts nowhere made no number", []*funnel.Deal{test}, nil},
		{"a deal that did not exist yet", []*funnel.Deal{mappedDeal("3", "de@1", "de@2", "2026-04-01")}, nil},
		{"an event that was not known yet", []*funnel.Deal{both}, []string{"de@1"}},
		{"the same, the later event first", []*funnel.Deal{back}, []string{"de@0"}},
	} {
		if got := report(quarter(), nil, c.deals, kpi.WonCount()).Profiles(); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

// More versions than are remembered as recent, again and again, are each told once and in order.
func TestManyProfiles(t *testing.T) {
	var list []*funnel.Deal
	var want []string
	for i := range 600 {
		list = append(list, mappedDeal(fmt.Sprint(i), fmt.Sprintf("p@%03d", i%200), fmt.Sprintf("p@%03d", (i*7)%200), "2026-01-05"))
	}
	for i := range 200 {
		want = append(want, fmt.Sprintf("p@%03d", i))
	}
	if got := report(quarter(), nil, list, kpi.WonCount()).Profiles(); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}
