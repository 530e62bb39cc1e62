package kpi

// column is the state of one metric over all groups of a report.
type column interface {
	check() error
	fresh() column
	grow(groups int)
	fold(rows []Row, out *Out)
	alike(o column) bool
	merge(o column, renumbered []int)
	touched(group int) bool
	read(group int) Value
	readAll() Value
	trace(row Row, out *Out) (part, whole bool, reason string)
	appendGroup(b []byte, group int) []byte
	decodeGroup(b []byte, group int) ([]byte, error)
}

func (m Metric[T]) column() column { return &parts[T]{metric: m} }

// parts is the column of a Metric[T].
type parts[T Partial[T]] struct {
	metric Metric[T]
	states []T
	left   skips
	single []T // scratch for tracing one deal
}

func (p *parts[T]) check() error { return p.metric.check() }

func (p *parts[T]) fresh() column { return p.metric.column() }

func (p *parts[T]) grow(groups int) {
	p.states = grown(p.states, groups)
	p.left.grow(groups)
}

func (p *parts[T]) fold(rows []Row, out *Out) {
	out.skips = &p.left
	p.metric.Fold(p.states, rows, out)
}

// alike tells whether o can be merged: metrics of one identity may still have different kinds of result.
func (p *parts[T]) alike(o column) bool {
	_, ok := o.(*parts[T])
	return ok
}

func (p *parts[T]) merge(o column, renumbered []int) {
	q := o.(*parts[T])
	for group, to := range renumbered {
		if group < len(q.states) {
			p.states[to] = p.states[to].Plus(q.states[group])
		}
	}
	p.left.merge(&q.left, renumbered)
}

func (p *parts[T]) touched(group int) bool {
	if p.left.any(group) {
		return true
	}
	var zero T
	return string(p.states[group].AppendBinary(nil)) != string(zero.AppendBinary(nil))
}

func (p *parts[T]) read(group int) Value {
	v := p.value(p.states[group])
	for r := Counted + 1; r < skipCount; r++ {
		v.leave(p.nameOf(r), p.left.of(group, r))
	}
	return v
}

func (p *parts[T]) readAll() Value {
	var sum T
	for _, s := range p.states {
		sum = sum.Plus(s)
	}
	v := p.value(sum)
	for r := Counted + 1; r < skipCount; r++ {
		for group := range p.states {
			v.leave(p.nameOf(r), p.left.of(group, r))
		}
	}
	return v
}

func (p *parts[T]) value(state T) Value {
	v := Value{ID: p.metric.ID, Version: p.metric.Version, Unit: p.metric.Unit, Parameters: p.metric.Parameters}
	state.Read(&v)
	if p.metric.Finish != nil {
		p.metric.Finish(&v)
	}
	return v
}

func (p *parts[T]) nameOf(r Skip) string {
	if i := int(r) - int(OwnSkip); i >= 0 && i < len(p.metric.OwnSkips) {
		return p.metric.OwnSkips[i]
	}
	return r.String()
}

// trace folds one deal into an empty state and looks where it went.
func (p *parts[T]) trace(row Row, out *Out) (part, whole bool, reason string) {
	var zero T
	p.single = append(p.single[:0], zero)
	f := *row.Fact
	f.Held = 0
	left := skips{groups: 1}
	p.metric.Fold(p.single, []Row{{Fact: &f}}, &Out{Span: out.Span, skips: &left})
	part, whole = p.single[0].Trace()
	if p.metric.Finish != nil { // which may have chosen another denominator
		whole = whole && p.value(p.single[0]).N > 0
	}
	if len(left.order) > 0 {
		reason = p.nameOf(left.order[0])
	}
	return part, whole, reason
}

func (p *parts[T]) appendGroup(b []byte, group int) []byte {
	return p.left.appendBinary(p.states[group].AppendBinary(b), group)
}

func (p *parts[T]) decodeGroup(b []byte, group int) ([]byte, error) {
	var zero T
	state, rest, err := zero.DecodeBinary(b)
	if err != nil {
		return nil, err
	}
	p.states[group] = p.states[group].Plus(state)
	return p.left.decodeBinary(rest, group)
}
