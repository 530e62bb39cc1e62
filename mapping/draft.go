package mapping

import (
	"golang.org/x/text/language"

	"github.com/koine-go/koine/internal/salesterms"
)

// Sample is the beginning of a source's export, or all of it: bytes of the files as they are, header first. History is empty where there is none.
type Sample struct {
	Deals   []byte
	History []byte
}

// DraftOptions say how much of a sample is looked at, and what is known besides it: no export says what it shall be called or in which zone its
// clocks stood. The zero value knows nothing.
type DraftOptions struct {
	Name   string       // of the source, and of the namespace of its ids; empty makes it a question
	Locale language.Tag // und makes it one unless the sample shows it
	Zone   string       // as a profile has it; empty makes it one
	Rows   int          // of each file; 0 for 5,000
	Bytes  int          // of each file; 0 for 4 MiB
}

// Drafted is what a sample shows of its source. It is not changed once made, so that many may read it. The zero value proposes nothing.
type Drafted struct {
	Proposals []Proposal // in the order of the profile
	lost      []lostHolder
	status    Field // that holds the status; none where the stage does
	deals     int   // rows
	events    int
}

// Proposal is one thing that a profile would say, and why. A sure one has two proofs that do not rest on each other, mostly what a thing is called and
// what stands in it, or one that cannot be mistaken. The zero value proposes nothing.
type Proposal struct {
	What       string   `json:"what"`                 // name, locale, zone, currency, encoding, delimiter, column, order, value
	File       string   `json:"file,omitempty"`       // deals or history
	Column     string   `json:"column,omitempty"`     // as in the header
	Axis       string   `json:"axis,omitempty"`       // of a value: stage, status, reason, forecast_category
	Value      string   `json:"value,omitempty"`      // as in the cells
	Rows       int      `json:"rows,omitempty"`       // that have it
	Sets       string   `json:"sets,omitempty"`       // of a value: stage, status, cause, category
	Proposed   string   `json:"proposed"`             // the key or the setting; empty for none
	Sure       bool     `json:"sure"`                 // nothing that is not sure is active in the profile
	Evidence   []string `json:"evidence"`             // in words
	Candidates []string `json:"candidates,omitempty"` // what else it may be, or what it may be at all
	field      Field
	by         Kind
	column     *draftColumn
}

const (
	draftRows  = 5000
	draftBytes = 4 << 20
	enoughRows = 8 // fewer prove nothing about a column
)

// draft is the work on one sample.
type draft struct {
	o         DraftOptions
	deals     *draftSheet
	history   *draftSheet // nil for none
	languages []string    // of which the sample has words, the foremost first
	main      []string    // the foremost; several if they cannot be told apart
	locales   []draftLocale
	found     map[string][]salesterms.Term // what was looked up
	out       Drafted
}

// longestTerm is more than any word of the lexicon has.
const longestTerm = 128

// Draft looks at the beginning of an export and proposes a profile for it. Only what the sample proves is proposed as sure; the rest are questions. A
// file without a header, or in which no delimiter makes columns, is an *Error.
func Draft(sample Sample, o DraftOptions) (*Drafted, error) {
	if o.Rows <= 0 {
		o.Rows = draftRows
	}
	if o.Bytes <= 0 {
		o.Bytes = draftBytes
	}
	d := &draft{o: o, found: map[string][]salesterms.Term{}}
	var err error
	if d.deals, err = readDraft(inDeals, sample.Deals, o); err != nil {
		return nil, err
	}
	if len(sample.History) > 0 {
		if d.history, err = readDraft(inHistory, sample.History, o); err != nil {
			return nil, err
		}
	}
	d.listen()
	d.measure()
	d.findLocale()
	d.findRoles(d.deals)
	if d.history != nil {
		d.findRoles(d.history)
	}
	for a := Stage; a < axisCount; a++ {
		d.unify(a)
	}
	for _, s := range d.sheets() {
		d.proposeOrders(s)
	}
	d.propose()
	return &d.out, nil
}

// propose writes down what was found, in the order of the profile.
func (d *draft) propose() {
	d.out.deals = d.deals.rows
	if d.history != nil {
		d.out.events = d.history.rows
	}
	d.proposeHead()
	for _, s := range d.sheets() {
		d.add(s.encodingFound, s.delimiterFound)
		for _, c := range s.columns {
			d.add(c.found)
			if c.order != nil {
				d.add(*c.order)
			}
		}
	}
	d.proposeValues()
}

func (d *draft) add(p ...Proposal) { d.out.Proposals = append(d.out.Proposals, p...) }

func (d *draft) sheets() []*draftSheet {
	if d.history == nil {
		return []*draftSheet{d.deals}
	}
	return []*draftSheet{d.deals, d.history}
}

// heard returns the terms of these kinds that are written like the text, in the languages of the sample and in English.
func (d *draft) heard(text string, of ...salesterms.Kind) []salesterms.Term {
	found, ok := d.found[text]
	if !ok && len(text) <= longestTerm {
		found = salesterms.Find(text)
		d.found[text] = found
	}
	var heard []salesterms.Term
	for _, t := range found {
		for _, k := range of {
			if t.Kind == k && d.speaks(t.Language) {
				heard = append(heard, t)
			}
		}
	}
	return heard
}

func (d *draft) speaks(language string) bool {
	if language == "en" {
		return true
	}
	for _, l := range d.languages {
		if l == language {
			return true
		}
	}
	return false
}
