package kpi

// Merge adds what o has counted. Both must ask the same question: view, dimensions, and metrics in the same order, else it is an ErrMerge
// and r is unchanged. The deals of the two must be different ones: reports of shards are united, not overlapping ones. o is unchanged but
// for counting its pending deals.
func (r *Report) Merge(o *Report) error {
	if err := r.sameQuestion(o); err != nil {
		return err
	}
	o.flush()
	r.flush()
	renumbered := r.grouping.absorb(o.grouping)
	r.grow()
	for group, to := range renumbered {
		r.held[to] = r.held[to] || o.held[group]
	}
	for i, c := range r.columns {
		c.merge(o.columns[i], renumbered)
	}
	for i := range r.pools {
		r.pools[i].left.merge(&o.pools[i].left, renumbered)
	}
	if r.traces != nil && o.traces != nil {
		r.traces.merge(o.traces, renumbered)
	}
	r.census.add(o.census)
	r.profiles.merge(&o.profiles)
	return nil
}

func (r *Report) sameQuestion(o *Report) error {
	if r == o {
		return &Error{Subject: "report", Reason: "it is the report itself", Err: ErrMerge}
	}
	if err := differ(r.question(), o.question()); err != nil {
		return err
	}
	for i, c := range r.columns {
		if !c.alike(o.columns[i]) {
			return &Error{Subject: r.metrics[i].id, Reason: "another kind of result", Err: ErrMerge}
		}
	}
	if (r.traces == nil) != (o.traces == nil) {
		return &Error{Subject: "report", Reason: "only one of the two keeps its deals", Err: ErrMerge}
	}
	return nil
}
