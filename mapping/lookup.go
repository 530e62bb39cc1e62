package mapping

import (
	"bytes"
	"io"

	"golang.org/x/text/unicode/norm"
)

// lookup is a Lookup with its pairs at hand.
type lookup struct {
	name   string
	values map[string]string
	twice  map[string]int // keys that the file gives two values, with the line of the second
}

// find returns the value of key; a key that is not there is ErrNotFound, one with two values ErrDiffers.
func (l *lookup) find(key string) (string, error) {
	v, ok := l.values[key]
	switch _, twice := l.twice[key]; {
	case twice:
		return "", because(ErrDiffers, "look-up "+l.name)
	case !ok:
		return "", because(ErrNotFound, l.name)
	}
	return v, nil
}

// lookups makes the look-ups of the profile ready and reads those that are files.
func (m *Import) lookups(files map[string]io.Reader) (map[string]*lookup, []*Error) {
	ready := map[string]*lookup{}
	var faults []*Error
	for i := range m.set.profile.Lookups {
		source := &m.set.profile.Lookups[i]
		l := &lookup{name: source.Name, values: source.Table}
		if source.Table == nil {
			if err := m.readLookup(l, source, files[source.Name]); err != nil {
				faults = append(faults, err...)
			}
		}
		ready[l.name] = l
	}
	return ready, faults
}

func (m *Import) readLookup(l *lookup, source *Lookup, r io.Reader) []*Error {
	file := "look-up " + l.name
	if r == nil {
		return []*Error{{File: file, Reason: "its file is not given", Err: ErrMissing}}
	}
	s, err := openSheet(file, r, source.Encoding, source.Delimiter, m.options.Limits)
	if err != nil {
		return []*Error{asError(file, err)}
	}
	at, faults := s.bind([]string{source.Key, source.Value})
	if len(faults) > 0 {
		return faults
	}
	l.values, l.twice = map[string]string{}, map[string]int{}
	lines := map[string]int{}
	for held := int64(0); s.next(); {
		if s.row.fault != nil {
			m.report(s.refusal())
			continue
		}
		key, value := clean(s.row.cell(at[0])), clean(s.row.cell(at[1]))
		before, known := l.values[key]
		switch {
		case key == "" || value == "" || known && before == value:
		case known:
			l.twice[key] = s.row.line
			m.report(Finding{File: file, Line: s.row.line, Other: lines[key], Column: source.Key, Value: cut(key), Reason: ErrDiffers})
		default:
			l.values[key], lines[key] = value, s.row.line
			if held += int64(len(key) + len(value) + lookupBytes); held > m.options.MaxBytes {
				return []*Error{{File: file, Line: s.row.line, Reason: m.memoryLimit(), Err: ErrTooLarge}}
			}
		}
	}
	if s.err != nil {
		return []*Error{{File: file, Err: s.err}}
	}
	return nil
}

// lookupBytes is what an entry costs beside its texts.
const lookupBytes = 128

// clean returns the text of a cell without space around it, in NFC.
func clean(cell []byte) string { return norm.NFC.String(string(bytes.TrimSpace(cell))) }

// asError returns err as an *Error about file.
func asError(file string, err error) *Error {
	if e, ok := err.(*Error); ok {
		return e
	}
	return &Error{File: file, Err: err}
}
