package funnel

// Span is a Period with its instants in one calendar, so that membership is two comparisons. The zero value contains nothing.
type Span struct {
	Period
	from, to int64
}

// Span returns the instants of p: from the first one of its first day to the first one of the day after its last (R-PERIOD, ruling Q17).
func (c *Calendar) Span(p Period) Span {
	return Span{p, c.Start(p.From).v, c.Start(p.To).v}
}

// Holds tells whether m lies in the span: an instant by time, a day by its date. No moment never does.
func (s Span) Holds(m Moment) bool {
	if d, ok := m.Date(); ok {
		return s.Contains(d)
	}
	return !m.IsZero() && s.from <= m.v && m.v < s.to
}

// Ended tells whether m comes before the end of the span. No moment does not.
func (s Span) Ended(m Moment) bool {
	if d, ok := m.Date(); ok {
		return d.Before(s.To)
	}
	return !m.IsZero() && m.v < s.to
}
