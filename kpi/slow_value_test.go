package kpi_test

import (
	"math/big"
	"slices"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

// slowValue adds up the sightings that fit, which are those of one group or all.
func slowValue(l law, got kpi.Value, list []sighting) kpi.Value {
	v := kpi.Value{ID: got.ID, Status: got.Status, Num: new(big.Rat)}
	tags, reasons := map[string]int64{}, map[string]int64{}
	var values []*big.Rat
	if got.Den != nil {
		v.Den = new(big.Rat)
	}
	for _, s := range list {
		for t, n := range s.tags {
			tags[t] += n
		}
		switch {
		case s.reason != "":
			reasons[s.reason]++
		case !s.aside:
			v.N++
			v.Num.Add(v.Num, s.part)
			values = append(values, s.part)
			if v.Den != nil {
				v.Den.Add(v.Den, s.whole)
			}
		}
	}
	if l.function == "MedianWonDealSize" {
		v.Num = slowQuantile(values, 500)
	}
	v.Left = slowReasons(reasons)
	v.Extra = slowExtras(got.Extra, tags, values)
	return v
}

// slowReasons lists the reasons in the order of ruling Q22.
func slowReasons(counts map[string]int64) (list []kpi.SkipCount) {
	for _, reason := range []string{"unmapped_status", "no_close_date", "no_created_at", "no_history", "unmapped_stage", "insufficient_source",
		"stage_not_in_local_model", "no_stage", "no_start_event", "negative_duration", "no_amount", "no_rate", "negative_amount", "no_probability",
		"no_limit", "no_expected_close"} {
		if counts[reason] > 0 {
			list = append(list, kpi.SkipCount{Reason: reason, Count: counts[reason]})
		}
		delete(counts, reason)
	}
	for reason := range counts {
		panic("unheard of: " + reason)
	}
	return list
}

// slowExtras computes the extras that a value has: statistics of the observations, and counts of tags.
func slowExtras(got []kpi.Extra, tags map[string]int64, values []*big.Rat) (list []kpi.Extra) {
	for _, e := range got {
		x := kpi.Extra{Name: e.Name, Kind: e.Kind}
		switch {
		case e.Name == "median":
			x.Number = slowQuantile(values, 500)
		case e.Name == "p80":
			x.Number = slowQuantile(values, 800)
		case e.Name == "maturity" && len(values) > 0:
			x.Number = big.NewRat(int64(len(values))-tags["open"], int64(len(values)))
		case e.Name == "open_share" && len(values) > 0:
			x.Number = big.NewRat(tags["open"], int64(len(values)))
		case e.Name == "den_all" || e.Name == "den_resolved" || e.Kind == kpi.CountExtra:
			x.Count = tags[e.Name]
		case e.Name == "histogram":
			x.Table = slowHistogram(values)
		case e.Kind == kpi.TableExtra:
			x.Table = slowTable(e.Name, tags)
		}
		list = append(list, x)
	}
	return list
}

func slowHistogram(values []*big.Rat) []kpi.Entry {
	table := []kpi.Entry{}
	sorted := slices.SortedFunc(slices.Values(values), (*big.Rat).Cmp)
	for _, v := range sorted {
		if n := len(table); n > 0 && table[n-1].Key == v.RatString() {
			table[n-1].Count++
		} else {
			table = append(table, kpi.Entry{Key: v.RatString(), Count: 1})
		}
	}
	return table
}

// slowTable lists the tags below a name in the order of the model.
func slowTable(name string, tags map[string]int64) (table []kpi.Entry) {
	var keys []string
	for c := range funnel.CauseCount {
		keys = append(keys, funnel.Cause(c).String())
	}
	for g := range funnel.GroupCount {
		keys = append(keys, funnel.Group(g).String())
	}
	if name == "groups" || tags["causes/customer_internal"]+tags["causes/own_side"] > 0 {
		keys = keys[funnel.CauseCount:] // review groups, in their own order
	}
	for i, key := range keys {
		if n := tags[name+"/"+key]; n > 0 && slices.Index(keys, key) == i {
			table = append(table, kpi.Entry{Key: key, Count: n})
		}
	}
	return table
}

// slowQuantile is type 2 by its definition: the middle between the least value that p of all values do not exceed, and the least that
// more than p of them do not exceed.
func slowQuantile(values []*big.Rat, permille int) *big.Rat {
	if len(values) == 0 {
		return nil
	}
	var low, high *big.Rat
	sorted := slices.SortedFunc(slices.Values(values), (*big.Rat).Cmp)
	for i, x := range sorted {
		if i+1 < len(sorted) && sorted[i+1].Cmp(x) == 0 {
			continue
		}
		notAbove := i + 1
		if low == nil && notAbove*1000 >= permille*len(values) {
			low = x
		}
		if high == nil && notAbove*1000 > permille*len(values) {
			high = x
		}
	}
	if high == nil {
		high = low
	}
	return new(big.Rat).Quo(new(big.Rat).Add(low, high), big.NewRat(2, 1))
}
