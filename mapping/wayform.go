package mapping

import (
	"encoding/json"
	"io"

	"github.com/koine-go/koine/funnel"
)

type wayForm struct {
	Source  string       `json:"source"`
	ID      string       `json:"id"`
	Deal    *funnel.Deal `json:"deal"`
	Deals   []Step       `json:"deals"`
	History []Step       `json:"history"`
}

// MarshalJSON writes the way as an object: source, id, deal (null if refused) and the steps under deals and history. A deal and an event have the exchange
// format.
func (w *Way) MarshalJSON() ([]byte, error) {
	return json.Marshal(wayForm{w.Source, w.ID, w.Deal, orEmpty(w.Deals), orEmpty(w.History)})
}

// WriteJSON writes the way as one indented JSON object, that of MarshalJSON. Its error is that of w, or of a deal that the exchange format cannot hold.
func (w *Way) WriteJSON(to io.Writer) error { return writeJSON(to, w) }

type stepForm struct {
	File        string         `json:"file"`
	Line        int            `json:"line"`
	Kept        bool           `json:"kept"`
	Skipped     bool           `json:"skipped,omitzero"`
	Cells       []Cell         `json:"cells"`
	Findings    []string       `json:"findings"`
	Explanation *Explanation   `json:"explanation,omitempty"`
	Events      []funnel.Event `json:"events,omitempty"`
}

// MarshalJSON writes the step with its findings as texts.
func (s Step) MarshalJSON() ([]byte, error) {
	f := stepForm{s.File, s.Line, s.Kept, s.Skipped, orEmpty(s.Cells), []string{}, s.Explanation, s.Events}
	for _, finding := range s.Findings {
		f.Findings = append(f.Findings, finding.String())
	}
	return json.Marshal(f)
}

type cellForm struct {
	Field     string `json:"field"`
	Column    string `json:"column,omitempty"`
	Text      string `json:"text"`
	Value     string `json:"value,omitempty"`
	Liberties string `json:"liberties,omitempty"`
	Amiss     string `json:"amiss,omitempty"`
}

// MarshalJSON writes the cell with its liberties and what was amiss as texts; what it has none of is left out.
func (c Cell) MarshalJSON() ([]byte, error) {
	f := cellForm{Field: c.Field.String(), Column: c.Column, Text: c.Text, Value: c.Value}
	if c.Liberties != 0 {
		f.Liberties = c.Liberties.String()
	}
	if c.Amiss != nil {
		f.Amiss = c.Amiss.Error()
	}
	return json.Marshal(f)
}

type explanationForm struct {
	Local    map[string]string `json:"local"` // by field; encoding/json sorts
	At       funnel.Moment     `json:"at,omitzero"`
	Stage    funnel.Stage      `json:"stage,omitzero"`
	Status   funnel.Status     `json:"decision_status"`
	Cause    funnel.Cause      `json:"loss_cause,omitzero"`
	Category funnel.Category   `json:"forecast_category,omitzero"`
	Unmapped []Axis            `json:"unmapped"`
	Deciding []decidingForm    `json:"deciding"`
	Near     []nearForm        `json:"near_misses"`
	Unnamed  []unnamedForm     `json:"unnamed"`
}

type decidingForm struct {
	Sets       string     `json:"sets"`
	Key        string     `json:"key"`
	Rule       string     `json:"rule"`
	Confidence Confidence `json:"confidence"`
	Note       string     `json:"note,omitempty"`
}

type nearForm struct {
	Rule string `json:"rule"`
	Why  string `json:"why"`
}

type unnamedForm struct {
	Field   string `json:"field"`
	Text    string `json:"text"`
	Near    string `json:"similar_to,omitempty"`
	NamedAs string `json:"named_as,omitempty"`
}

// MarshalJSON writes the record, what it means, and the rules by file:line.
func (e Explanation) MarshalJSON() ([]byte, error) {
	o := &e.Outcome
	f := explanationForm{
		Local: map[string]string{}, At: e.Record.At, Stage: o.Stage, Status: o.Status, Cause: o.Cause, Category: o.Category,
		Unmapped: []Axis{}, Deciding: []decidingForm{}, Near: []nearForm{}, Unnamed: []unnamedForm{},
	}
	for slot := range slots {
		if text := *e.Record.Local.at(slot); text != "" {
			f.Local[slotKey(slot)] = text
		}
	}
	for a := range axisCount {
		if o.Unmapped.Has(a) {
			f.Unmapped = append(f.Unmapped, a)
		}
	}
	for _, d := range e.Deciding {
		f.Deciding = append(f.Deciding, decidingForm{d.Sets, d.Rule.Set.part(d.Sets), d.Rule.position(), d.Rule.Confidence, d.Rule.Note})
	}
	for _, n := range e.Near {
		f.Near = append(f.Near, nearForm{n.Rule.position(), n.Why})
	}
	for _, u := range e.Unnamed {
		f.Unnamed = append(f.Unnamed, unnamedForm(u))
	}
	return json.Marshal(f)
}

// orEmpty returns a list that is written as [].
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
