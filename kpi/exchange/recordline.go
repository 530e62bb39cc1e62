package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"

	"github.com/koine-go/koine/funnel"
)

// WriteRecords writes records as JSON lines (exchange.md §1): deals, stage events, field events, offers, activities, forecasts, quotas, credits, costs,
// exchange rates and benchmarks, each kind in the order in which Read returns it. Read gives back the same records, so that equal records
// have equal bytes in whatever order they are held. An event is written as one of the deal that holds it, in that deal's source scheme; variants of
// deals are not written. What Read would refuse, such as a record without its id, is written as it is; what has no form at all, such as an offer sent on
// a day without a time, is an ErrType with the line where it would stand and the record's kind. Any other error is that of w.
func WriteRecords(w io.Writer, r *Records) error {
	if r == nil {
		return nil
	}
	o := newRecordLines(w)
	deals := slices.DeleteFunc(slices.Clone(r.Deals), func(d *funnel.Deal) bool { return d == nil })
	deals = ordered(deals, compareDeals)
	for _, d := range deals {
		o.line("deal", funnel.Label{}, d)
	}
	for _, d := range deals {
		o.events(d)
	}
	for _, d := range deals {
		o.fieldEvents(d)
	}
	writeAll(o, "offer", r.Offers, compareOffers)
	writeAll(o, "activity", r.Activities, compareActivities)
	writeAll(o, "forecast", r.Forecasts, compareForecasts)
	writeAll(o, "quota", r.Quotas, compareQuotas)
	writeAll(o, "credit", r.Credits, compareCredits)
	writeAll(o, "cost", r.Costs, compareCosts)
	writeAll(o, "fx_rate", r.Rates, compareRates)
	writeAll(o, "benchmark", r.Benchmarks, compareBenchmarks)
	return o.err
}

// recordLines writes records until it fails.
type recordLines struct {
	w       io.Writer
	number  int
	text    bytes.Buffer // the JSON of one record
	encoder *json.Encoder
	buffer  []byte
	err     error
}

func newRecordLines(w io.Writer) *recordLines {
	o := &recordLines{w: w}
	o.encoder = json.NewEncoder(&o.text)
	o.encoder.SetEscapeHTML(false)
	return o
}

func writeAll[T any](o *recordLines, kind string, records []T, compare func(a, b T) int) {
	for _, v := range ordered(slices.Clone(records), compare) {
		o.line(kind, funnel.Label{}, v)
	}
}

func (o *recordLines) events(d *funnel.Deal) {
	events := slices.Clone(d.Events)
	for i := range events {
		events[i].DealID = d.ID
	}
	for _, e := range ordered(events, compareEvents) {
		o.line("stage_event", d.SourceScheme, e)
	}
}

func (o *recordLines) fieldEvents(d *funnel.Deal) {
	events := slices.Clone(d.FieldEvents)
	for i := range events {
		events[i].DealID = d.ID
	}
	for _, e := range ordered(events, compareFieldEvents) {
		o.line("field_event", d.SourceScheme, e)
	}
}

// line writes one record with its kind, and the scheme of its deal where the record does not hold one itself.
func (o *recordLines) line(kind string, scheme funnel.Label, record any) {
	if o.err != nil {
		return
	}
	o.number++
	o.text.Reset()
	if err := o.encoder.Encode(record); err != nil {
		o.err = &Error{Line: o.number, Field: kind, Reason: reason(err), Err: ErrType}
		return
	}
	o.buffer = appendText(append(o.buffer[:0], `{"record":`...), kind)
	if !scheme.IsZero() {
		o.buffer = appendText(append(o.buffer, `,"source_scheme":`...), scheme.String())
	}
	o.buffer = append(append(o.buffer, ','), o.text.Bytes()[1:]...) // the object without its brace; Encode has ended the line
	_, o.err = o.w.Write(o.buffer)
}

// reason is what package funnel says of a value, without what encoding/json says around it.
func reason(err error) string {
	if e := (*funnel.Error)(nil); errors.As(err, &e) {
		return e.Error()
	}
	return err.Error()
}
