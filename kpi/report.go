package kpi

import (
	"iter"
	"slices"

	"github.com/koine-go/koine/funnel"
)

// Report computes any number of metrics in one pass over deals, by group. Every deal is looked at once: one snapshot, one look-up of its
// group, one evaluation of each distinct population. It is for one goroutine; workers have one each and merge. The zero value is not valid.
type Report struct {
	view     View
	now      funnel.Moment
	span     funnel.Span
	lastDay  funnel.Date
	pricing  pricing
	speech   speech
	grouping *grouping
	held     []bool // groups that a base deal is in at the view's instant
	metrics  []identity
	columns  []column
	clocks   []Clock
	pools    []pool
	batch    []Fact
	places   [][]seat // by clock: the deals of the batch that it places in the period
	rows     []Row    // scratch of flush
	out      Out      // lent to the folds
	size     int      // deals in the batch
	partial  bool     // the source of one of them does not say every status
	census   Census
	profiles profiles
	traces   *traces
	asked    string // question, once it was needed
}

// pool is one distinct population and the columns of the metrics that share it.
type pool struct {
	population Population
	clock      int
	columns    []int
	left       skips
}

// seat is a deal of the batch in the group that a clock gives it.
type seat struct {
	fact  int32
	group int32
	skip  Skip
}

// batchSize is how many deals are collected before the folds run, so that one call serves many and a metric's state stays in cache.
const batchSize = 256

// NewReport returns an empty report of these metrics under a view, grouped by the dimensions of by; no dimension gives the total alone. A
// view without calendar, period, as-of instant or currency is an ErrView, a metric without id, version or fold or given twice an ErrMetric.
func NewReport(v View, by []Dimension, metrics ...Measure) (*Report, error) {
	if err := v.check(); err != nil {
		return nil, err
	}
	g, err := newGrouping(by)
	if err != nil {
		return nil, err
	}
	now := funnel.At(v.AsOf)
	r := &Report{view: v, now: now, span: v.Calendar.Span(v.Period), lastDay: v.Calendar.LastDayBefore(now),
		pricing: newPricing(v, now), grouping: g, batch: make([]Fact, batchSize)}
	r.out.Span = r.span
	for _, m := range metrics {
		if err := r.addMetric(m); err != nil {
			return nil, err
		}
	}
	if len(by) == 0 {
		r.held = []bool{true}
		r.grow()
	}
	return r, nil
}

// By lists dimensions, for a call of NewReport that reads as a sentence.
func By(dimensions ...Dimension) []Dimension { return dimensions }

func (r *Report) addMetric(m Measure) error {
	c, id := m.column(), m.identity()
	if err := c.check(); err != nil {
		return err
	}
	if slices.Contains(r.metrics, id) {
		return &Error{Subject: id.id, Reason: "given twice", Err: ErrMetric}
	}
	r.metrics = append(r.metrics, id)
	r.columns = append(r.columns, c)
	i := slices.IndexFunc(r.pools, func(p pool) bool { return p.population == id.population })
	if i < 0 {
		i = len(r.pools)
		r.pools = append(r.pools, pool{population: id.population, clock: r.addClock(id.population.Clock)})
	}
	r.pools[i].columns = append(r.pools[i].columns, len(r.columns)-1)
	return nil
}

func (r *Report) addClock(c Clock) int {
	i := slices.Index(r.clocks, c)
	if i < 0 {
		i = len(r.clocks)
		r.clocks = append(r.clocks, c)
		r.places = append(r.places, make([]seat, 0, batchSize))
	}
	return i
}

// Add counts d. The report keeps no reference to it, except its ID.
func (r *Report) Add(d *funnel.Deal) {
	f := &r.batch[r.size]
	d.AsOf(r.now, r.view.Calendar, &f.Snapshot)
	r.census.count(f)
	if !f.Has(funnel.Base) {
		return
	}
	r.profiles.take(f, r.now, r.view.Calendar)
	f.LastDay, f.said = r.lastDay, r.speech.of(d.Variant)
	r.partial = r.partial || f.said != everything
	f.derive(&r.pricing)
	r.seat(f)
	f.Deal = nil
	r.size++
	if r.size == len(r.batch) {
		r.flush()
	}
}

// seat asks every clock for the deal's place. Dimensions are resolved here and not in the folds, since the reader may reuse the deal.
func (r *Report) seat(f *Fact) {
	f.Held = r.grouping.find(f, r.view.Calendar)
	r.hold(f.Held)
	steady := len(f.Deal.FieldEvents) == 0
	for i, c := range r.clocks {
		p := c.place(f, r.span)
		if !p.in {
			continue
		}
		group := f.Held
		if !p.at.IsZero() && p.skip == Counted {
			group = r.grouping.findAt(f, p.at, r.view.Calendar, steady)
		}
		r.places[i] = append(r.places[i], seat{int32(r.size), int32(group), p.skip})
	}
}

// hold marks a group as one that is printed even where a metric has nothing in it (ruling Q25). A moving dimension has no such groups.
func (r *Report) hold(group int) {
	if group >= len(r.held) {
		r.held = grown(r.held, r.grouping.size())
	}
	r.held[group] = !r.grouping.moves
}

// flush runs the folds over the batch.
func (r *Report) flush() {
	if r.size == 0 {
		return
	}
	r.grow()
	for i := range r.pools {
		r.flushPool(&r.pools[i])
		r.countSilent(&r.pools[i])
	}
	for i := range r.places {
		r.places[i] = r.places[i][:0]
	}
	r.size, r.partial = 0, false
}

func (r *Report) grow() {
	n := r.grouping.size()
	r.held = grown(r.held, n)
	for _, c := range r.columns {
		c.grow(n)
	}
	for i := range r.pools {
		r.pools[i].left.grow(n)
	}
}

// flushPool selects the rows of one population and gives them to each metric that shares it.
func (r *Report) flushPool(p *pool) {
	needs := p.population.Needs | p.population.Clock.needs() | inVocabulary
	rows := r.rows[:0]
	for _, s := range r.places[p.clock] {
		f := &r.batch[s.fact]
		row := Row{f, int(s.group)}
		missing := f.missing
		if !p.population.Vocabulary.SaidBy(f.said) {
			missing |= inVocabulary
		}
		if reason := needs.first(missing, s.skip); reason != Counted {
			r.leave(p, row, reason)
		} else if p.population.Statuses.admits(f.Status) {
			rows = append(rows, row)
			if needs&f.derived != 0 {
				p.left.add(row.Group, derivedRate)
			}
		}
	}
	r.rows = rows
	for _, c := range p.columns {
		r.columns[c].fold(rows, &r.out)
		if r.traces != nil {
			r.traces.fold(c, r.columns[c], rows, &r.out)
		}
	}
}

// leave counts a deal that the population asks for and cannot use, if its status is one the population admits, is itself what is unknown, or may stand
// for one that its source does not say.
func (r *Report) leave(p *pool, row Row, reason Skip) {
	if reason != UnmappedStatus && !p.population.Statuses.admits(row.Status) && p.population.unsaid(row.said) == 0 {
		return
	}
	p.left.add(row.Group, reason)
	if r.traces != nil {
		for _, c := range p.columns {
			r.traces.leave(c, row, reason)
		}
	}
}

// Census returns what the data set holds, whatever the metrics.
func (r *Report) Census() Census { return r.census }

// Dimensions returns the names of the dimensions, in the order of a key's parts.
func (r *Report) Dimensions() []string {
	names := make([]string, len(r.grouping.dimensions))
	for i, d := range r.grouping.dimensions {
		names[i] = d.Name
	}
	return names
}

// View returns the view of the report.
func (r *Report) View() View { return r.view }

// Group is one line of a report: the values of all metrics, in the order they were given, for one combination of dimension values. The zero
// value has no metrics.
type Group struct {
	Key    Key // empty for the total
	Values []Value
}

// Total returns the values of all groups together.
func (r *Report) Total() Group {
	r.flush()
	g := Group{Values: make([]Value, len(r.columns))}
	for i, c := range r.columns {
		v := c.readAll()
		for group := range r.grouping.size() {
			r.leaveIn(&v, i, group)
		}
		g.Values[i] = r.finished(v, i)
		if r.traces != nil {
			g.Values[i].Deals = r.traces.all(i)
		}
	}
	return g
}

// Rows returns the groups in the order of their keys. A group in which a metric has no deal, and which no base deal is in at the view's instant, has that
// metric's empty value.
func (r *Report) Rows() iter.Seq[Group] {
	r.flush()
	return func(yield func(Group) bool) {
		for _, group := range r.sorted(r.shownAtAll) {
			if !yield(r.group(group)) {
				return
			}
		}
	}
}

// Shown tells whether the metric at this position has the group at all: a base deal is in it at the view's instant, or the metric's own clock put one
// into it (ruling Q25).
func (r *Report) Shown(metric int, key Key) bool {
	r.flush()
	group := r.grouping.lookup(key)
	return group >= 0 && r.shown(metric, group)
}

func (r *Report) shown(metric, group int) bool {
	return r.held[group] || r.columns[metric].touched(group) || r.poolOf(metric).left.leaves(group)
}

func (r *Report) shownAtAll(group int) bool {
	for i := range r.columns {
		if r.shown(i, group) {
			return true
		}
	}
	return r.held[group]
}

func (r *Report) poolOf(metric int) *pool {
	i := slices.IndexFunc(r.pools, func(p pool) bool { return slices.Contains(p.columns, metric) })
	return &r.pools[i]
}

// holds tells whether the group has anything that counts, shown or not.
func (r *Report) holds(group int) bool {
	return r.shownAtAll(group) || slices.ContainsFunc(r.pools, func(p pool) bool { return p.left.any(group) })
}

// sorted returns the groups that are wanted, in the order of their keys.
func (r *Report) sorted(wanted func(group int) bool) []int {
	var groups []int
	keys := make([]Key, r.grouping.size())
	for group := range keys {
		if wanted(group) {
			groups = append(groups, group)
			keys[group] = r.grouping.key(group)
		}
	}
	slices.SortFunc(groups, func(a, b int) int { return keys[a].Compare(keys[b]) })
	return groups
}

func (r *Report) group(group int) Group {
	g := Group{Key: r.grouping.key(group), Values: make([]Value, len(r.columns))}
	for i, c := range r.columns {
		v := c.read(group)
		r.leaveIn(&v, i, group)
		g.Values[i] = r.finished(v, i)
		if r.traces != nil {
			g.Values[i].Deals = r.traces.of(i, group)
		}
	}
	return g
}

// leaveIn adds what the metric's population left out of a group.
func (r *Report) leaveIn(v *Value, metric, group int) {
	left := &r.poolOf(metric).left
	for reason := Counted + 1; reason < skipCount; reason++ {
		switch n := left.of(group, reason); {
		case reason == derivedRate:
			v.Derived += n
		case reason != silent:
			v.leave(reason.String(), n)
		case n > 0 && v.N == 0:
			v.Status = InsufficientSource
		}
	}
}

func (r *Report) finished(v Value, metric int) Value {
	v.sortLeft()
	if v.Unit == UnitCurrency {
		v.Currency = r.view.Currency.String()
	}
	v.settle(r.metrics[metric].minN)
	return v
}
