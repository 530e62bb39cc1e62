package main

// probabilities are a CRM's chances to win by the stage in which a deal stands, in percent: typed into its settings once, measured by nobody.
type probabilities [stages]int

// of is the probability that the CRM sets at a step: a win is certain, every other close is hopeless, a deal on hold keeps that of its stage.
func (p probabilities) of(s step) int {
	switch s.outcome {
	case open, onHold:
		return p[s.stage]
	case won:
		return 100
	}
	return 0
}

// promising tells an open deal far enough for its owner to have an opinion of it.
func promising(d *deal) bool { return d.is(open) && d.last().stage >= solution }
