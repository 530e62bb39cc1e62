package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// row is a text with the value that it has.
type row struct {
	kind                          *kind
	style, locale, text, expected string
	want                          string // expected in the form of its kind; nothing if the text must be refused
}

// mustRefuse is the expected value of a text that has none.
const mustRefuse = "ERROR"

// parseRow checks a line; what is wrong with it is an error, for a row with a fault of its own must not be taken for one of normalize.
func parseRow(line []byte) (*row, error) {
	if !utf8.Valid(line) {
		return nil, errors.New("not UTF-8")
	}
	var in struct{ Kind, Style, Locale, Currency, Text, Expected *string }
	if err := json.Unmarshal(line, &in); err != nil {
		return nil, notRow(err)
	}
	for _, field := range []struct {
		name  string
		value *string
	}{{"kind", in.Kind}, {"style", in.Style}, {"locale", in.Locale}, {"text", in.Text}, {"expected", in.Expected}} {
		if field.value == nil {
			return nil, fmt.Errorf("no %s", field.name)
		}
	}
	i := slices.IndexFunc(kinds[:], func(k kind) bool { return k.name == *in.Kind })
	if i < 0 {
		return nil, fmt.Errorf("unknown kind %q", cut(*in.Kind))
	}
	r := &row{kind: &kinds[i], style: *in.Style, locale: *in.Locale, text: *in.Text, expected: *in.Expected}
	if r.expected == mustRefuse {
		return r, nil
	}
	if r.kind.marked {
		if in.Currency == nil {
			return nil, errors.New("no currency")
		}
		r.expected += " " + *in.Currency
	}
	var ok bool
	if r.want, ok = r.kind.form(r.expected); !ok {
		return nil, fmt.Errorf("expected value %q is not a %s", cut(r.expected), r.kind.name)
	}
	return r, nil
}

// part is what the row belongs to in a division of its kind.
func (r *row) part(by, file string) string {
	switch by {
	case "style":
		return r.style
	case "locale":
		return r.locale
	case "file":
		return file
	}
	return ""
}

// notRow says in words of JSON what encoding/json says in types of Go.
func notRow(err error) error {
	var e *json.UnmarshalTypeError
	switch {
	case !errors.As(err, &e):
		return fmt.Errorf("not a row: %w", err)
	case e.Field == "":
		return fmt.Errorf("not a row: %s instead of an object", e.Value)
	}
	return fmt.Errorf("%s is a %s instead of a string", strings.ToLower(e.Field), e.Value)
}
