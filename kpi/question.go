package kpi

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"strconv"
	"strings"
	"time"

	"github.com/koine-go/koine/funnel"
)

// question is everything that two reports must share so that their numbers may be added, as text: the parts of the view, the dimensions, then a
// metric each, a line each. What must not be added when shards meet, such as rates, is in it by hash.
func (r *Report) question() string {
	if r.asked == "" {
		lines := r.view.lines()
		by := "by"
		for _, d := range r.grouping.dimensions {
			by += " " + strconv.Quote(d.Name)
		}
		lines = append(lines, by)
		for _, m := range r.metrics {
			lines = append(lines, m.text())
		}
		r.asked = strings.Join(lines, "\n")
	}
	return r.asked
}

// differ names the first line in which a question is not the one wanted.
func differ(want, got string) error {
	if want == got {
		return nil
	}
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return &Error{Subject: b[i], Reason: "want " + a[i], Err: ErrMerge}
		}
	}
	return &Error{Subject: "report", Reason: strconv.Itoa(len(b)-len(a)) + " metrics more than this one", Err: ErrMerge}
}

func (v View) lines() []string {
	c := v.Calendar
	return []string{"period " + v.Period.String(), "as of " + v.AsOf.UTC().Format(time.RFC3339Nano), "in " + c.Zone(),
		"fiscal year from " + c.FiscalStart().String(), "currency " + v.Currency.String(), "rates " + v.Policy.String() + " " + hashRates(v.Rates)}
}

func (m identity) text() string {
	p := m.population
	return m.id + "@" + m.version + " " + m.unit.String() + " min " + strconv.Itoa(m.minN) + " " + m.parameters + " clock " +
		strconv.Itoa(int(p.Clock.kind)) + "/" + strconv.Itoa(int(p.Clock.stage)) + " statuses " + strconv.Itoa(int(p.Statuses)) +
		" needs " + strconv.FormatUint(uint64(p.Needs), 16) + p.Vocabulary.text() + " own " + m.ownSkips
}

// hashRates is the first 16 bytes of the SHA-256 of all rates, in hexadecimal; "none" without rates.
func hashRates(t *funnel.Rates) string {
	if t == nil {
		return "none"
	}
	h := sha256.New()
	var b []byte
	for _, r := range t.All() {
		coef, exp := r.Coefficient()
		b = append(b[:0], r.From.String()+r.To.String()...)
		for _, n := range [...]int64{int64(r.Kind), int64(r.Date.Number()), int64(r.Period.From.Number()), int64(r.Period.To.Number()), coef, int64(exp)} {
			b = binary.BigEndian.AppendUint64(b, uint64(n))
		}
		h.Write(b)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// empty returns a report for the same question that has counted nothing.
func (r *Report) empty() *Report {
	o := &Report{view: r.view, out: Out{Span: r.span}, now: r.now, span: r.span, lastDay: r.lastDay, pricing: newPricing(r.view, r.now), clocks: r.clocks,
		metrics: r.metrics, batch: make([]Fact, 0), places: make([][]seat, len(r.places)), asked: r.asked}
	o.grouping, _ = newGrouping(r.grouping.dimensions) // it was accepted once
	for _, c := range r.columns {
		o.columns = append(o.columns, c.fresh())
	}
	for _, p := range r.pools {
		o.pools = append(o.pools, pool{population: p.population, clock: p.clock, columns: p.columns})
	}
	if r.traces != nil {
		o.KeepDeals()
	}
	o.grow()
	return o
}
