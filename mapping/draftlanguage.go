package mapping

import (
	"slices"

	"github.com/koine-go/koine/internal/salesterms"
)

// listen finds out of which languages the sample has words: the one that explains the most of them, then whichever explains the most of the rest.
func (d *draft) listen() {
	var texts [][]string // of each word, the languages that have it
	for _, s := range d.sheets() {
		for _, c := range s.columns {
			texts = append(texts, spoken(c.name, salesterms.Column))
			if len(c.values) > fewValues {
				continue
			}
			for _, v := range c.values {
				texts = append(texts, spoken(v.text, salesterms.Stage, salesterms.Status, salesterms.Cause, salesterms.Segment))
			}
		}
	}
	for {
		best, most := explain(texts)
		if len(best) == 0 || len(d.languages) > 0 && most < 2 {
			return
		}
		if d.languages = append(d.languages, best...); d.main == nil {
			d.main = best
		}
		texts = slices.DeleteFunc(texts, func(in []string) bool {
			return slices.ContainsFunc(in, func(l string) bool { return slices.Contains(best, l) })
		})
	}
}

// spoken returns the languages that have the text as a word of these kinds.
func spoken(text string, of ...salesterms.Kind) (in []string) {
	for _, t := range salesterms.Find(text) {
		if slices.Contains(of, t.Kind) && !slices.Contains(in, t.Language) {
			in = append(in, t.Language)
		}
	}
	return in
}

// explain returns the languages that have the most of the words, and how many that is.
func explain(texts [][]string) (best []string, most int) {
	n := map[string]int{}
	for _, in := range texts {
		for _, l := range in {
			n[l]++
			most = max(most, n[l])
		}
	}
	for _, l := range salesterms.Languages() {
		if n[l] == most && most > 0 {
			best = append(best, l)
		}
	}
	return best, most
}

// meaning is what a value means by the words of the lexicon.
type meaning struct {
	sets       string // stage, status, cause, category
	means      string // empty where several contradict each other, or the kind alone is known
	doubt      salesterms.Doubt
	term       salesterms.Term
	candidates []string // what the words say, where they do not agree
}

// kindAxis names what a rule sets by a term of the kind.
var kindAxis = map[salesterms.Kind]string{salesterms.Stage: "stage", salesterms.Status: "status", salesterms.Cause: "cause", salesterms.Category: "category"}

// meaning looks the text up under the kinds, the first that has it. Languages of the sample that contradict each other leave it open.
func (d *draft) meaning(text string, of ...salesterms.Kind) (m meaning, ok bool) {
	for _, k := range of {
		terms := d.heard(text, k)
		if len(terms) == 0 {
			continue
		}
		m = meaning{sets: kindAxis[k], means: terms[0].Means, term: terms[0]}
		for _, t := range terms {
			m.doubt = max(m.doubt, t.Doubt)
			if !slices.Contains(m.candidates, t.Means) {
				m.candidates = append(m.candidates, t.Means)
			}
		}
		if len(m.candidates) > 1 || m.means == "any" {
			m.means, m.doubt = "", salesterms.Open
			m.candidates = slices.DeleteFunc(m.candidates, func(c string) bool { return c == "any" })
		}
		return m, true
	}
	return meaning{}, false
}
