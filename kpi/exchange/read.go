package exchange

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/koine-go/koine/funnel"
)

// Records is what an input holds, in an order that does not depend on that of its lines. It is data, safe for concurrent use while nobody changes it.
// The zero value is an empty input; a nil *Records may only be written, and holds nothing.
type Records struct {
	Deals      []*funnel.Deal // by id, with their events in order of time
	Offers     []funnel.Offer
	Activities []funnel.Activity
	Forecasts  []funnel.Forecast
	Quotas     []funnel.Quota
	Credits    []funnel.Credit
	Costs      []funnel.Cost
	Rates      []funnel.Rate
	Benchmarks []funnel.Benchmark

	Lines     int      // lines that are not blank: those kept, collapsed and refused
	Collapsed int      // lines that repeat a record in the same words (ruling Q18a)
	Faults    []*Error // one for every line refused, in the order of the lines
}

// Kept returns the number of lines that became part of the records.
func (r *Records) Kept() int { return r.Lines - r.Collapsed - len(r.Faults) }

// Read reads canonical records as JSON lines (exchange.md §1). A line that is not valid is refused with its reason in Faults, and everything
// else is read; unknown fields are ignored. The keys of stages are those of m, for instance funnel.V1(). A line longer than limit
// bytes is refused; a limit of 0 is MaxLine. Memory and time are in proportion to the input. The error is that of the input, if it fails, with
// the number of the line, or ErrModel if m is nil.
func Read(in io.Reader, m *funnel.Model, limit int) (*Records, error) {
	if m == nil {
		return nil, ErrModel
	}
	r := newReader(m)
	if err := r.all(in, limit); err != nil {
		return nil, err
	}
	return r.settle(), nil
}

// reader gathers records until all are there and can refer to each other.
type reader struct {
	model     *funnel.Model
	ratesOnly bool
	scanner   *scanner
	ids       texts // of deals, which events repeat
	lines     int
	collapsed int
	faults    []*Error

	deals       collection[funnel.Deal]
	events      collection[funnel.Event]
	fieldEvents collection[funnel.FieldEvent]
	offers      collection[funnel.Offer]
	activities  collection[funnel.Activity]
	forecasts   collection[funnel.Forecast]
	quotas      collection[funnel.Quota]
	credits     collection[funnel.Credit]
	costs       collection[funnel.Cost]
	rates       collection[funnel.Rate]
	benchmarks  collection[funnel.Benchmark]
}

func newReader(m *funnel.Model) *reader {
	return &reader{model: m, scanner: newScanner(), ids: texts{}, rates: collection[funnel.Rate]{one: oneRate}}
}

func (r *reader) all(in io.Reader, limit int) error {
	l := newLines(in, limit)
	o := &object{}
	for {
		long, ok, err := l.next()
		switch {
		case err != nil:
			return fmt.Errorf("exchange: line %d: %w", l.number, err)
		case !ok:
			return nil
		}
		r.lines++
		if long {
			r.faults = append(r.faults, &Error{l.number, "json", fmt.Sprintf("more than %d bytes", l.limit), ErrLong})
			continue
		}
		r.scanner.scan(l.line, l.number, "", o)
		r.record(o)
	}
}

// record reads one line by its kind.
func (r *reader) record(o *object) {
	if len(o.faults) == 0 {
		o.require("record")
	}
	kind := o.text("record")
	switch {
	case len(o.faults) > 0:
		r.faults = append(r.faults, o.first())
	case kind == "fx_rate":
		r.rate(o)
	case r.ratesOnly:
		r.unknown(o, kind)
	case kind == "deal":
		r.deal(o)
	case kind == "stage_event":
		r.stageEvent(o)
	case kind == "field_event":
		r.fieldEvent(o)
	case kind == "offer":
		r.offer(o)
	case kind == "activity":
		r.activity(o)
	case kind == "forecast":
		r.forecast(o)
	case kind == "quota":
		r.quota(o)
	case kind == "credit":
		r.credit(o)
	case kind == "cost":
		r.cost(o)
	case kind == "benchmark":
		r.benchmark(o)
	default:
		r.unknown(o, kind)
	}
}

func (r *reader) unknown(o *object, kind string) {
	o.fault("record", ErrRecord, quoted([]byte(kind)))
	r.faults = append(r.faults, o.first())
}

// accept keeps a record that was read without a fault, and refuses any other.
func accept[T any](r *reader, c *collection[T], o *object, id identity, v T) {
	if e := o.first(); e != nil {
		r.faults = append(r.faults, e)
		return
	}
	c.add(id, o.line, v)
}

// settle resolves duplicates and references once everything is read.
func (r *reader) settle() *Records {
	r.duplicates()
	r.overlaps()
	r.references()
	slices.SortFunc(r.faults, func(a, b *Error) int { return cmp.Compare(a.Line, b.Line) })
	return &Records{
		Deals:      r.joined(),
		Offers:     ordered(r.offers.records, compareOffers),
		Activities: ordered(r.activities.records, compareActivities),
		Forecasts:  ordered(r.forecasts.records, compareForecasts),
		Quotas:     ordered(r.quotas.records, compareQuotas),
		Credits:    ordered(r.credits.records, compareCredits),
		Costs:      ordered(r.costs.records, compareCosts),
		Rates:      ordered(r.rates.records, compareRates),
		Benchmarks: ordered(r.benchmarks.records, compareBenchmarks),
		Lines:      r.lines,
		Collapsed:  r.collapsed,
		Faults:     r.faults,
	}
}

func (r *reader) duplicates() {
	settleInto(r, &r.deals, "id")
	settleInto(r, &r.events, "id")
	settleInto(r, &r.fieldEvents, "id")
	settleInto(r, &r.offers, "id")
	settleInto(r, &r.activities, "id")
	settleInto(r, &r.forecasts, "id")
	settleInto(r, &r.quotas, "id")
	settleInto(r, &r.costs, "id")
	settleInto(r, &r.rates, "rate")
}

func settleInto[T any](r *reader, c *collection[T], field string) {
	collapsed, faults := c.settle(field)
	r.collapsed += collapsed
	r.faults = append(r.faults, faults...)
}

// texts keeps one copy of every text that many records repeat.
type texts map[string]string

func (t texts) of(b []byte) string {
	if s, ok := t[string(b)]; ok {
		return s
	}
	s := string(b)
	t[s] = s
	return s
}
