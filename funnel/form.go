package funnel

import (
	"bytes"
	"encoding/json"
	"errors"
)

// Records are JSON objects with the members that exchange.md §1 names, the member "record" left to the lines that carry them. Tags say most of it. What
// they cannot say a form does: it embeds the fields of a record and puts beside them what has another shape in JSON.

// writeForm returns the JSON of a form. It leaves <, > and & as they are: the texts are not for a web page.
func writeForm(form any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(form); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// readForm reads JSON into a form. What is wrong is an *Error, of the value if that is what is wrong, else an ErrRecord.
func readForm(b []byte, form any) error {
	err := json.Unmarshal(b, form)
	if e := (*Error)(nil); err == nil || errors.As(err, &e) {
		return err
	}
	return &Error{Input: string(b), Reason: err.Error(), Err: ErrRecord}
}

// instant is a moment in a member where only an instant may stand.
type instant struct{ Moment }

// MarshalText writes the instant and refuses a day.
func (m instant) MarshalText() ([]byte, error) {
	if m.IsDate() {
		return nil, &Error{Input: m.String(), Reason: "want an instant, this is a day", Err: ErrMoment}
	}
	return m.Moment.MarshalText()
}

// UnmarshalText reads what MarshalText writes, with any offset.
func (m *instant) UnmarshalText(b []byte) (err error) {
	m.Moment, err = ParseInstant(string(b))
	return err
}

// apart returns the two members that a moment can be, of which at least one is empty: an instant such as created_at, a day such as created_on
// (rulings Q05a, Q06a).
func apart(m Moment) (at instant, on Date) {
	if d, ok := m.Date(); ok {
		return instant{}, d
	}
	return instant{m}, Date{}
}

// together is the opposite of apart; both members at once contradict each other.
func together(at instant, on Date) (Moment, error) {
	switch {
	case on.IsZero():
		return at.Moment, nil
	case at.IsZero():
		return On(on), nil
	}
	return Moment{}, &Error{Input: at.String() + " " + on.String(), Reason: "given as an instant and as a day", Err: ErrMoment}
}
