package mapping

import "github.com/koine-go/koine/internal/document"

// question returns the entry of a question that a draft could not answer. A profile with one is not finished: each is a fault on its own line, so that
// nothing is read by a guess.
func (d *decoder) question() entry {
	var about, ask string
	var candidates []string
	keys := func() entries {
		return entries{
			"about":      d.text("questions.about", &about).says("what the question is about"),
			"ask":        d.text("questions.ask", &ask).says("the question"),
			"candidates": d.texts("questions.candidates", &candidates).says("what the answer may be"),
		}
	}
	return d.object("questions", keys, func(n *document.Node) {
		d.fault(Error{Line: n.Line, Column: "questions", Value: about, Reason: ask, Candidates: candidates, Err: ErrOpenQuestion})
	}, "about", "ask")
}
