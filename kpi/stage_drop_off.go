package kpi

import "github.com/koine-go/koine/funnel"

// StageDropOff is the share of the deals leaving a stage that ended there without an order.
//
//	deals closed from the stage and not won / deals that left it for a higher rank or a terminal status
//
// Population: deals that left the stage in the period, each once; going back to a lower stage alone is not leaving.
// Clock: the exit.
// Unit: a share of deal count, from 0 to 1. extra.causes splits the part by review group of the primary cause; the splits add up to it.
// Unknown when: no deal left the stage in the period.
// Left out: no_created_at, no_history, unmapped_stage, insufficient_source (a source without won or lost), stage_not_in_local_model, no_stage (closed
// without ever having had one).
// Source: KPI catalogue B9, rulings Q27, Q48, Q49.
func StageDropOff(stage funnel.Stage) Metric[DropOff] {
	return Metric[DropOff]{ID: "stage_drop_off", Version: "1.0.0", Unit: UnitRatio,
		Parameters: []Parameter{{"stage", stage.String()}},
		Population: Population{Clock: Left(stage), Vocabulary: Vocabulary{All: DecidedDeals}},
		Fold: func(parts []DropOff, rows []Row, out *Out) {
			for _, d := range rows {
				dropped := d.Status.Closed() && d.Status != funnel.Won && out.Span.Holds(d.Close)
				switch {
				case dropped && d.Stage == funnel.NoStage:
					out.Leave(d, NoStage)
				case dropped && d.Stage == stage:
					parts[d.Group].Drop(d.Cause.Group())
				default:
					parts[d.Group].Left++
				}
			}
		}}
}

// DropOff is the deals that left a stage, and those of them that ended there by the review group of their cause. The zero value holds no deal.
type DropOff struct {
	Left    int64
	Dropped [funnel.GroupCount]int64
}

// Drop counts a deal that left by ending.
func (d *DropOff) Drop(g funnel.Group) {
	d.Left++
	d.Dropped[g]++
}

// Plus adds.
func (d DropOff) Plus(o DropOff) DropOff {
	d.Left += o.Left
	for g, n := range o.Dropped {
		d.Dropped[g] += n
	}
	return d
}

// AppendBinary appends the binary form.
func (d DropOff) AppendBinary(b []byte) []byte {
	return appendCounts(appendCounts(b, d.Left), d.Dropped[:]...)
}

// DecodeBinary reads it back.
func (DropOff) DecodeBinary(b []byte) (d DropOff, rest []byte, err error) {
	rest, err = decodeCounts(b, &d.Left)
	for g := 0; g < len(d.Dropped) && err == nil; g++ {
		rest, err = decodeCounts(rest, &d.Dropped[g])
	}
	if err == nil && d.dropped() > d.Left {
		err = ErrForm
	}
	return d, rest, err
}

func (d DropOff) dropped() (n int64) {
	for _, c := range d.Dropped {
		n += c
	}
	return n
}

// Read sets the rate by its parts, and as extra the causes.
func (d DropOff) Read(v *Value) {
	v.Num, v.Den, v.N = whole(d.dropped()), whole(d.Left), d.Left
	v.table("causes", groupEntries(d.Dropped))
}

// Trace tells where a single deal is.
func (d DropOff) Trace() (part, all bool) { return d.dropped() > 0, d.Left > 0 }

// groupEntries lists the groups that occur, in the order of the model.
func groupEntries(counts [funnel.GroupCount]int64) []Entry {
	var list []Entry
	for g, n := range counts {
		if n > 0 {
			list = append(list, Entry{funnel.Group(g).String(), n})
		}
	}
	return list
}
