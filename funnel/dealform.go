package funnel

import (
	"cmp"
	"encoding/json"
)

type dealFields Deal

type dealForm struct {
	dealFields
	CreatedAt instant `json:"created_at,omitzero"`
	CreatedOn Date    `json:"created_on,omitzero"`
	ClosedAt  instant `json:"closed_at,omitzero"`
	ClosedOn  Date    `json:"closed_on,omitzero"`
}

// MarshalJSON writes the deal as exchange.md §1 has it. Its events are records of their own, and the variant of its source is a matter of the
// question (local_stages, local_statuses), not of the deal: neither is written.
func (d Deal) MarshalJSON() ([]byte, error) {
	f := dealForm{dealFields: dealFields(d)}
	f.CreatedAt, f.CreatedOn = apart(d.Created)
	f.ClosedAt, f.ClosedOn = apart(d.Closed)
	return writeForm(f)
}

// UnmarshalJSON sets the whole deal to what MarshalJSON writes. Like those of the other records it does not ask for required members, and takes
// stages by the keys of ParseStage; package exchange reads what foreign programs write.
func (d *Deal) UnmarshalJSON(b []byte) error {
	var f dealForm
	if err := readForm(b, &f); err != nil {
		return err
	}
	var err1, err2 error
	f.Created, err1 = together(f.CreatedAt, f.CreatedOn)
	f.Closed, err2 = together(f.ClosedAt, f.ClosedOn)
	*d = Deal(f.dealFields)
	return cmp.Or(err1, err2)
}

// occurrence is the moments that every kind of event has.
type occurrence struct {
	At         instant `json:"at,omitzero"`
	On         Date    `json:"on,omitzero"`
	RecordedAt instant `json:"recorded_at,omitzero"`
	RecordedOn Date    `json:"recorded_on,omitzero"`
}

func newOccurrence(at, recorded Moment) (o occurrence) {
	o.At, o.On = apart(at)
	o.RecordedAt, o.RecordedOn = apart(recorded)
	return o
}

func (o occurrence) moments() (at, recorded Moment, err error) {
	at, err1 := together(o.At, o.On)
	recorded, err2 := together(o.RecordedAt, o.RecordedOn)
	return at, recorded, cmp.Or(err1, err2)
}

type eventFields Event

type eventForm struct {
	eventFields
	occurrence
}

// MarshalJSON writes the event as exchange.md §1 has a stage_event.
func (e Event) MarshalJSON() ([]byte, error) {
	return writeForm(eventForm{eventFields(e), newOccurrence(e.At, e.RecordedAt)})
}

// UnmarshalJSON sets the event to what MarshalJSON writes.
func (e *Event) UnmarshalJSON(b []byte) (err error) {
	var f eventForm
	if err := readForm(b, &f); err != nil {
		return err
	}
	*e = Event(f.eventFields)
	e.At, e.RecordedAt, err = f.moments()
	return err
}

type fieldEventFields FieldEvent

type fieldEventForm struct {
	fieldEventFields
	occurrence
	Old json.RawMessage `json:"old"`
	New json.RawMessage `json:"new"`
}

// MarshalJSON writes the event as exchange.md §1 has a field_event: old and new are the bare value of the attribute, null where it was empty.
func (e FieldEvent) MarshalJSON() ([]byte, error) {
	return writeForm(fieldEventForm{fieldEventFields(e), newOccurrence(e.At, e.RecordedAt), e.Old.json(e.Field), e.New.json(e.Field)})
}

// UnmarshalJSON sets the event to what MarshalJSON writes.
func (e *FieldEvent) UnmarshalJSON(b []byte) (err error) {
	var f fieldEventForm
	if err := readForm(b, &f); err != nil {
		return err
	}
	*e = FieldEvent(f.fieldEventFields)
	err1, err2 := e.Old.read(e.Field, f.Old), e.New.read(e.Field, f.New)
	e.At, e.RecordedAt, err = f.moments()
	return cmp.Or(err1, err2, err)
}

// json returns the value as the attribute has it.
func (v Setting) json(f Field) []byte {
	form := any(v.Label)
	switch f {
	case AmountField:
		form = v.Amount
	case ExpectedCloseField:
		form = v.Date
	case CategoryField:
		form = v.Category
	case ProbabilityField:
		form = v.Share
	}
	b, _ := writeForm(form) // none of these can fail
	if string(b) == `""` {
		return []byte("null")
	}
	return b
}

// read sets the part that the attribute has.
func (v *Setting) read(f Field, b []byte) error {
	if b == nil {
		return nil
	}
	switch f {
	case AmountField:
		return readForm(b, &v.Amount)
	case ExpectedCloseField:
		return readForm(b, &v.Date)
	case CategoryField:
		return readForm(b, &v.Category)
	case ProbabilityField:
		return readForm(b, &v.Share)
	}
	return readForm(b, &v.Label)
}
