package kpi_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

// customersWon counts the distinct customers of won deals, as a caller would define it.
func customersWon() kpi.Metric[kpi.Keys] {
	return kpi.Metric[kpi.Keys]{ID: "customers_won", Version: "1.0.0", Unit: kpi.UnitKeys, OwnSkips: []string{"no_end_customer"},
		Population: kpi.Population{Clock: kpi.Closed(), Statuses: kpi.WonDeals},
		Fold: func(parts []kpi.Keys, rows []kpi.Row, out *kpi.Out) {
			for _, d := range rows {
				if !parts[d.Group].Add(d.EndCustomer) {
					out.Leave(d, kpi.OwnSkip)
				}
			}
		}}
}

func customerDeal(id, region, customer string) *funnel.Deal {
	return &funnel.Deal{ID: id, Region: funnel.LabelOf(region), EndCustomer: customer, Status: funnel.Won, Closed: funnel.On(funnel.MustDate("2026-02-01"))}
}

// A customer of two regions is one customer: the regions do not add up, whichever way the parts are merged.
func TestKeys(t *testing.T) {
	deals := []*funnel.Deal{customerDeal("1", "DE", "ACME"), customerDeal("2", "DE", "ACME"), customerDeal("3", "US", "ACME"), customerDeal("4", "US", "B"),
		customerDeal("5", "US", "")}
	want := []string{"DE: 1 key", "US: 2 keys, 1 left out: 1 no_end_customer"}
	r := report(quarter(), kpi.By(kpi.Region()), deals, customersWon())
	if got := rowsOf(r); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	a, b := report(quarter(), kpi.By(kpi.Region()), deals[:2], customersWon()), report(quarter(), kpi.By(kpi.Region()), deals[2:], customersWon())
	if err := a.MergeBinary(must(b.MarshalBinary())); err != nil {
		t.Fatal(err)
	}
	if got := rowsOf(a); !slices.Equal(got, want) {
		t.Errorf("merged %q", got)
	}
	if got := a.Total().Values[0].String(); got != "2 keys, 1 left out: 1 no_end_customer" {
		t.Errorf("in total %s", got)
	}
}

// The form of a set is its keys in order, once each.
func TestKeysForm(t *testing.T) {
	var k kpi.Keys
	k.Add("b")
	k.Add("a")
	form := k.AppendBinary(nil)
	back, rest, err := kpi.Keys{}.DecodeBinary(append(form, 7))
	if err != nil || !slices.Equal(back.All(), []string{"a", "b"}) || len(rest) != 1 {
		t.Errorf("got %v, %v, %v", back.All(), rest, err)
	}
	for _, bad := range []string{"\x02\x01b\x01a", "\x02\x01a\x01a", "\x01\x00", "\x02\x01a", "\x09", ""} {
		if _, _, err := (kpi.Keys{}).DecodeBinary([]byte(bad)); !errors.Is(err, kpi.ErrForm) {
			t.Errorf("%q reads, %v", bad, err)
		}
	}
}
