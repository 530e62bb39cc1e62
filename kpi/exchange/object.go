package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// object is one JSON object taken apart into its members, which lie in the text it was read from. Reading a field of another type than
// asked notes a fault and returns nothing.
type object struct {
	scanner *scanner
	line    int    // 0 in a query
	path    string // what stands before the name of a field in a message
	members []member
	last    int // where the field found last is: writers keep one order, so the next one is near
	faults  []*Error
}

type member struct {
	name, value []byte
	used        bool
}

// scanner takes objects apart. jsontext refuses duplicate keys at every depth.
type scanner struct {
	decoder *jsontext.Decoder
	in      bytes.Reader
	labels  labels
	inner   object // memory for the object inside a record
}

func newScanner() *scanner {
	s := &scanner{labels: labels{}}
	s.decoder = jsontext.NewDecoder(&s.in)
	return s
}

// scan fills o with the members of text, which o refers to from then on.
func (s *scanner) scan(text []byte, line int, path string, o *object) {
	*o = object{scanner: s, line: line, path: path, members: o.members[:0], last: -1}
	if !utf8.Valid(text) {
		o.fault("json", ErrText, fmt.Sprintf("at byte %d", invalidAt(text)))
		return
	}
	s.in.Reset(text)
	s.decoder.Reset(&s.in)
	if s.decoder.PeekKind() != '{' {
		o.fault("json", ErrJSON, "")
		return
	}
	if err := s.members(text, o); err != nil {
		o.broken(err)
	}
}

func (s *scanner) members(text []byte, o *object) error {
	if _, err := s.decoder.ReadToken(); err != nil {
		return err
	}
	for s.decoder.PeekKind() != '}' {
		name, err := s.value(text)
		if err != nil {
			return err
		}
		value, err := s.value(text)
		if err != nil {
			return err
		}
		o.members = append(o.members, member{name: unquoted(name), value: value})
	}
	if _, err := s.decoder.ReadToken(); err != nil {
		return err
	}
	if rest := bytes.TrimSpace(text[s.decoder.InputOffset():]); len(rest) > 0 {
		return errors.New("something follows the object")
	}
	return nil
}

// value reads one value as it lies in text: what the decoder returns lasts only until it reads on.
func (s *scanner) value(text []byte) ([]byte, error) {
	v, err := s.decoder.ReadValue()
	end := int(s.decoder.InputOffset())
	if err != nil {
		return nil, err
	}
	return text[end-len(v) : end], nil
}

// elements returns the values of an array.
func (s *scanner) elements(text []byte) ([][]byte, error) {
	s.in.Reset(text)
	s.decoder.Reset(&s.in)
	if _, err := s.decoder.ReadToken(); err != nil {
		return nil, err
	}
	var list [][]byte
	for s.decoder.PeekKind() != ']' {
		v, err := s.value(text)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	return list, nil
}

// broken notes why the text is not one JSON object.
func (o *object) broken(err error) {
	var e *jsontext.SyntacticError
	switch {
	case !errors.As(err, &e):
		o.fault("json", ErrJSON, err.Error())
	case errors.Is(err, jsontext.ErrDuplicateName):
		o.fault(strings.Join(slices.Collect(e.JSONPointer.Tokens()), "."), ErrTwice, fmt.Sprintf("at byte %d", e.ByteOffset))
	default:
		o.fault("json", ErrJSON, fmt.Sprintf("at byte %d", e.ByteOffset))
	}
}

func (o *object) fault(field string, what error, reason string) {
	o.faults = append(o.faults, &Error{o.line, o.path + field, reason, what})
}

// first returns the first fault, nil if there is none.
func (o *object) first() *Error {
	if len(o.faults) == 0 {
		return nil
	}
	return o.faults[0]
}

// find returns the value of a field; nil if it is absent or null, which is the same.
func (o *object) find(name string) []byte {
	for range o.members {
		if o.last++; o.last >= len(o.members) {
			o.last = 0
		}
		if m := &o.members[o.last]; string(m.name) == name {
			m.used = true
			if string(m.value) == "null" {
				return nil
			}
			return m.value
		}
	}
	return nil
}

// require notes the first of these fields that is missing; an empty text is missing too.
func (o *object) require(names ...string) {
	for _, name := range names {
		if v := o.find(name); v == nil || string(v) == `""` {
			o.fault(name, ErrMissing, "")
			return
		}
	}
}

// unread notes every field that nothing asked for.
func (o *object) unread(what error) {
	for i := range o.members {
		if m := &o.members[i]; !m.used {
			o.fault(string(m.name), what, "")
		}
	}
}

// unquoted returns the text of a JSON string.
func unquoted(v []byte) []byte {
	if bytes.IndexByte(v, '\\') < 0 {
		return v[1 : len(v)-1]
	}
	text, _ := jsontext.AppendUnquote(nil, v) // the decoder has accepted it
	return text
}

func invalidAt(text []byte) int {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(text)
}
