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
	twice     map[string]int      // keys that the file gives two values, with the line of the second
	times     map[string]timeline // keys that mean something for a time; the others stand in values
	spellings map[string]string
}

// find returns the value of a cell on a day: ErrNotFound if it is not there, ErrDiffers if the file gives two. For a misspelling that the profile knows
// it is that of the right spelling, and repair says so.
func (l *lookup) find(cell string, day int32) (value string, repair, err error) {
	key := l.key(cell)
	if key != cell {
		repair = because(ErrSpelling, strconv.Quote(key))
	}
	if t, ok := l.times[key]; ok {
		value, err = t.find(day, l.name)
		return value, repair, err
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

// key returns the right spelling.
func (l *lookup) key(cell string) string {
	if right, ok := l.spellings[cell]; ok {
		return right
	}
	return cell
}

func (l *lookup) has(key string) bool {
	_, always := l.values[key]
	_, dated := l.times[key]
	return always || dated
}

// spellingFaults returns what is wrong with the spellings beside these keys.
func (l *Lookup) spellingFaults(profile string, has func(key string) bool) (faults []*Error) {
	fault := func(s Spelling, value, reason string, err error) {
		faults = append(faults, &Error{File: profile, Line: s.Line, Column: "lookups." + l.Name + ".spellings", Value: value, Reason: reason, Err: err})
	}
	for _, s := range l.Spellings {
		if !has(s.Key) {
			fault(s, s.Key, "", ErrNotFound)
		}
		if has(s.Text) {
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
		if !source.inFile() {
			l.times = source.timelines(func(string, pair, pair) {}) // none differ: the profile was compiled
		} else {
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
		if l.inFile() {
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
	f, faults := m.openLookup(s, source)
	if len(faults) > 0 {
		return faults
	}
	l.values, l.twice, l.times = map[string]string{}, map[string]int{}, map[string]timeline{}
	read := m.always
	if source.dated() {
		read = m.dated
	}
	if fault := read(l, f); fault != nil {
		return []*Error{fault}
	}
	if s.err != nil {
		return []*Error{{File: file, Err: s.err}}
	}
	return source.spellingFaults(m.set.profile.File, l.has)
}

// always reads pairs that hold on every day.
func (m *Import) always(l *lookup, f *lookupFile) *Error {
	lines := map[string]int{}
	for held := int64(0); m.nextPair(f); {
		key, p, _ := f.pair()
		before, known := l.values[key]
		switch {
		case key == "" || p.value == "" || known && before == p.value:
		case known:
			l.twice[key] = p.line
			m.report(Finding{File: f.file, Line: p.line, Other: lines[key], Column: f.source.Key, Value: cut(key), Reason: ErrDiffers})
		default:
			l.values[key], lines[key] = p.value, p.line
			if held += int64(len(key) + len(p.value) + lookupBytes); held > m.options.MaxBytes {
				return &Error{File: f.file, Line: p.line, Reason: m.memoryLimit(), Err: ErrTooLarge}
			}
		}
	}
	return nil
}

// dated reads pairs that hold for a time, and then finds what each key means when.
func (m *Import) dated(l *lookup, f *lookupFile) *Error {
	rows := map[string][]pair{}
	for held := int64(0); m.nextPair(f); {
		key, p, finding := f.pair()
		if finding != nil {
			m.report(*finding)
		}
		if key == "" || p.value == "" {
			continue
		}
		rows[key] = append(rows[key], p)
		if held += int64(len(key) + len(p.value) + 2*lookupBytes); held > m.options.MaxBytes {
			return &Error{File: f.file, Line: p.line, Reason: m.memoryLimit(), Err: ErrTooLarge}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(rows)) {
		l.times[key] = newTimeline(rows[key], func(row, other pair) {
			m.report(Finding{File: f.file, Line: row.line, Other: other.line, Column: f.source.Key, Value: cut(key), Reason: because(ErrDiffers, row.within(other.days).String()), Kept: true})
		})
	}
	return nil
}

// nextPair goes to the next row that can be read.
func (m *Import) nextPair(f *lookupFile) bool {
	for f.nextWhole() {
		if f.row.fault == nil {
			return true
		}
		m.report(f.refusal())
	}
	return false
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
