package normalize

import (
	"bytes"
	"errors"
)

// shapes are the shapes of the present cell to the locales as given; with an order declared a locale has the same.
type shapes struct {
	list  []shape
	taken []bool
}

// take makes the shapes of a cell. A text whose reading is a matter of more than its shape has none: a serial number, or
// what may be an offset or a zone.
func (s *shapes) take(kind Kind, candidates []candidate, b []byte) {
	for i := range s.list {
		s.list[i] = shape{}
		l := candidates[i].Locale
		valued := l.options.excel != 0 || kind == KindInstant && zoned(b)
		s.taken[i] = !valued && s.list[i].take(b, l.dating().days.vocabulary)
	}
}

// zoned tells whether something that may be a zone stands in a text: letters, or a sign behind a time.
func zoned(b []byte) bool {
	for _, c := range b {
		if c|0x20 >= 'a' && c|0x20 <= 'z' {
			return true
		}
	}
	_, behind, _ := bytes.Cut(b, []byte{':'})
	return bytes.ContainsAny(behind, "+-")
}

// of is the shape of the cell to a candidate, nil for none.
func (s *shapes) of(c *candidate) *shape {
	if len(s.list) == 0 || !s.taken[c.plain] {
		return nil
	}
	return &s.list[c.plain]
}

// foreign are the shapes in which a candidate finds no date at all. To find none takes a reader through every form of the
// locale, and a column may be all of it.
type foreign map[string]struct{}

// maxForeign bounds the memory of one candidate. Shapes that come later are looked at each time.
const maxForeign = 64

func (f foreign) has(s *shape) bool {
	_, ok := f[string(s.key[:s.size])]
	return ok
}

// learn keeps the shape of a text that was refused for its form and not for its values.
func (f foreign) learn(s *shape, err error) {
	var e *Error
	if len(f) < maxForeign && errors.As(err, &e) && e.Err == ErrSyntax {
		f[string(s.key[:s.size])] = struct{}{}
	}
}
