package mapping

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/koine-go/koine/funnel"
)

// steps counts how often a deal went from one local stage straight to another. Nil where there is no history to say.
type steps map[[2]string]int

// fewSteps are too few to say anything.
const fewSteps = 3

func (d *draft) steps() steps {
	if d.history == nil {
		return nil
	}
	ids, at, stage := d.history.fed(DealID), cmp.Or(d.history.fed(At), d.history.fed(On)), (*draftColumn)(nil)
	for _, c := range d.axisColumns(Stage) {
		if c.sheet == d.history {
			stage = c
		}
	}
	if ids == nil || at == nil || stage == nil || len(stage.values) > fewValues {
		return nil
	}
	rows := make([]int, 0, len(ids.cells))
	for i := range ids.cells {
		if !at.times[i].IsZero() && stage.cells[i] != "" {
			rows = append(rows, i)
		}
	}
	slices.SortStableFunc(rows, func(a, b int) int {
		return cmp.Or(cmp.Compare(ids.cells[a], ids.cells[b]), at.times[a].Compare(at.times[b]))
	})
	n := steps{}
	for i := 1; i < len(rows); i++ {
		a, b := rows[i-1], rows[i]
		if ids.cells[a] == ids.cells[b] && stage.cells[a] != stage.cells[b] && at.times[b].Sub(at.times[a]) > time.Minute {
			n[[2]string{stage.cells[a], stage.cells[b]}]++
		}
	}
	return n
}

// fed returns the column that feeds f, as far as it is known.
func (s *draftSheet) fed(f Field) *draftColumn {
	for _, c := range s.columns {
		if c.found.field == f {
			return c
		}
	}
	return nil
}

// rank returns the place of a stage in the funnel.
func rank(key string) int {
	return slices.IndexFunc(funnel.V1().Stages(), func(s funnel.StageDefinition) bool { return s.Key == key })
}

// doubt takes back what the history contradicts: two stages that deals pass the other way round.
func (n steps) doubt(judged []Proposal) {
	against := make([]string, len(judged))
	for i, a := range judged {
		for j, b := range judged {
			if !a.Sure || !b.Sure || a.Sets != "stage" || b.Sets != "stage" || rank(a.Proposed) >= rank(b.Proposed) {
				continue
			}
			onward, back := n[[2]string{a.Value, b.Value}], n[[2]string{b.Value, a.Value}]
			if back >= fewSteps && back > onward {
				against[i] = fmt.Sprintf("deals went from %q to it %d times, and the other way %d times", cut(b.Value), back, onward)
				against[j] = fmt.Sprintf("deals went from it to %q %d times, and the other way %d times", cut(a.Value), back, onward)
			}
		}
	}
	for i, why := range against {
		if why != "" {
			judged[i].Sure, judged[i].Candidates = false, []string{judged[i].Proposed}
			judged[i].Evidence = append(judged[i].Evidence, "but "+why)
		}
	}
}

// confirm takes a word that means other things too for a stage if deals come to it from the stage before and go on to the one behind: nothing else
// lies between the two.
func (n steps) confirm(judged []Proposal) {
	var confirmed []int
	for i, p := range judged {
		if p.Sure || p.Sets != "stage" || p.Proposed == "" || len(p.Evidence) != 2 || p.Evidence[1] != "but one that means other things too" {
			continue
		}
		before, behind := n.neighbour(judged, p, -1), n.neighbour(judged, p, 1)
		if before == "" || behind == "" {
			continue
		}
		judged[i].Evidence = append(judged[i].Evidence, fmt.Sprintf("deals come to it from %q and go on to %q, between which there is no other stage", cut(before), cut(behind)))
		confirmed = append(confirmed, i)
	}
	for _, i := range confirmed {
		judged[i].Sure, judged[i].Candidates = true, nil
	}
}

// neighbour returns a sure stage one rank before or behind what p may be, if deals pass the two in that order.
func (n steps) neighbour(judged []Proposal, p Proposal, by int) string {
	for _, o := range judged {
		if !o.Sure || o.Sets != "stage" || rank(o.Proposed) != rank(p.Proposed)+by {
			continue
		}
		onward, back := n[[2]string{o.Value, p.Value}], n[[2]string{p.Value, o.Value}]
		if by > 0 {
			onward, back = back, onward
		}
		if onward >= fewSteps && back*3 <= onward {
			return o.Value
		}
	}
	return ""
}
