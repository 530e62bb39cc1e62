package mapping

import (
	"bytes"
	"io"
	"maps"
	"slices"
	"strconv"

	"golang.org/x/text/unicode/norm"
)

// lookup is a Lookup with its pairs at hand.
type lookup struct {
	name      string
	values    map[string]string
	twice     map[string]int // keys that the file gives two values, with the line of the second
	spellings map[string]string
}

// find returns the value of a cell: ErrNotFound if it is not there, ErrDiffers if the file gives two. For a misspelling that the profile knows it is
// that of the right spelling, and repair says so.
func (l *lookup) find(cell string) (value string, repair, err error) {
	key := cell
	if right, ok := l.spellings[cell]; ok {
		key, repair = right, because(ErrSpelling, strconv.Quote(right))
	}
	value, ok := l.values[key]
	switch _, twice := l.twice[key]; {
	case twice:
		return "", nil, because(ErrDiffers, "look-up "+l.name)
	case !ok:
		return "", nil, because(ErrNotFound, l.name)
	}
	return value, repair, nil
}

// spellingFaults returns what is wrong with the spellings beside these keys.
func (l *Lookup) spellingFaults(profile string, keys map[string]string) (faults []*Error) {
	fault := func(s Spelling, value, reason string, err error) {
		faults = append(faults, &Error{File: profile, Line: s.Line, Column: "lookups." + l.Name + ".spellings", Value: value, Reason: reason, Err: err})
	}
	for _, s := range l.Spellings {
		if _, ok := keys[s.Key]; !ok {
			fault(s, s.Key, "", ErrNotFound)
		}
		if _, ok := keys[s.Text]; ok {
			fault(s, s.Text, "it is a key of the look-up itself", ErrTwice)
		}
	}
	return faults
}

// lookups makes the look-ups of the profile ready and reads those that are files.
func (m *Import) lookups(files map[string]io.Reader) (map[string]*lookup, []*Error) {
	ready := map[string]*lookup{}
	faults := m.unknownLookups(files)
	for i := range m.set.profile.Lookups {
		source := &m.set.profile.Lookups[i]
		l := &lookup{name: source.Name, values: source.Table, spellings: map[string]string{}}
		for _, s := range source.Spellings {
			l.spellings[s.Text] = s.Key
		}
		if source.Table == nil {
			if err := m.readLookup(l, source, files[source.Name]); err != nil {
				faults = append(faults, err...)
			}
		}
		ready[l.name] = l
	}
	return ready, faults
}

// unknownLookups returns a fault for each file under a name that the profile does not have, or has for a table of its own.
func (m *Import) unknownLookups(files map[string]io.Reader) (faults []*Error) {
	var known []string
	for _, l := range m.set.profile.Lookups {
		if l.Table == nil {
			known = append(known, l.Name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if !slices.Contains(known, name) {
			faults = append(faults, &Error{File: m.set.profile.File, Column: "lookups", Value: name, Candidates: known, Err: ErrUnknownLookup})
		}
	}
	return faults
}

func (m *Import) readLookup(l *lookup, source *Lookup, r io.Reader) []*Error {
	file := "look-up " + l.name
	if r == nil {
		return []*Error{{File: file, Reason: "its file is not given", Err: ErrMissing}}
	}
	s, err := openSheet(file, r, &Table{Encoding: source.Encoding, Delimiter: source.Delimiter}, m.options.Limits)
	if err != nil {
		return []*Error{asError(file, err)}
	}
	at, faults := s.bind([]string{source.Key, source.Value})
	if len(faults) > 0 {
		return faults
	}
	l.values, l.twice = map[string]string{}, map[string]int{}
	lines := map[string]int{}
	for held := int64(0); s.nextWhole(); {
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
	return source.spellingFaults(m.set.profile.File, l.values)
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
