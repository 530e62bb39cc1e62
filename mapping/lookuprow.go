package mapping

import (
	"strconv"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// rowFaults returns what is wrong with the rows of a look-up in the profile.
func (l *Lookup) rowFaults(profile string) (faults []*Error) {
	path := "lookups." + l.Name + ".rows"
	fault := func(line, other int, value, reason string, err error) {
		faults = append(faults, &Error{File: profile, Line: line, Other: other, Column: path, Value: value, Reason: reason, Err: err})
	}
	for _, r := range l.Rows {
		switch {
		case r.Key == "" || r.Value == "":
			fault(r.Line, 0, "", "key and value", ErrMissing)
		case daysOf(r.From, r.To).isEmpty():
			fault(r.Line, 0, r.To.String(), "to is not after from", ErrValue)
		}
	}
	l.timelines(func(key string, row, other pair) {
		where := "line " + strconv.Itoa(other.line)
		if other.line == 0 {
			where = "the table"
		}
		fault(row.line, other.line, key, "it means "+strconv.Quote(row.value)+" here and "+strconv.Quote(other.value)+" in "+where+", both "+row.within(other.days).String(), ErrDiffers)
	})
	return faults
}

// timelines returns those of the keys that have rows; a pair of the table is one that holds always.
func (l *Lookup) timelines(differ func(key string, row, other pair)) map[string]timeline {
	rows := map[string][]pair{}
	var keys []string
	for _, r := range l.Rows {
		days := daysOf(r.From, r.To)
		if r.Key == "" || r.Value == "" || days.isEmpty() {
			continue
		}
		if _, ok := rows[r.Key]; !ok {
			keys = append(keys, r.Key)
			if always, ok := l.Table[r.Key]; ok {
				rows[r.Key] = []pair{{days: daysOf(funnel.Date{}, funnel.Date{}), value: always}}
			}
		}
		rows[r.Key] = append(rows[r.Key], pair{days: days, value: r.Value, line: r.Line})
	}
	all := map[string]timeline{}
	for _, key := range keys {
		all[key] = newTimeline(rows[key], func(row, other pair) { differ(key, row, other) })
	}
	return all
}

// lookupFile reads the rows of a look-up in a file.
type lookupFile struct {
	*sheet
	source    *Lookup
	at        [4]int // key, value, from, to; -1 for a column that is not named
	locale    *normalize.Locale
	sentinels []funnel.Date
}

// openLookup binds the columns.
func (m *Import) openLookup(s *sheet, source *Lookup) (*lookupFile, []*Error) {
	f := &lookupFile{sheet: s, source: source, at: [4]int{-1, -1, -1, -1}, locale: m.set.locales[dates{}], sentinels: m.set.profile.Sentinels}
	var names []string
	var places []int
	for i, name := range [...]string{source.Key, source.Value, source.From, source.To} {
		if name != "" {
			names, places = append(names, name), append(places, i)
		}
	}
	found, faults := s.bind(names)
	if len(faults) > 0 {
		return nil, faults
	}
	for i, n := range found {
		f.at[places[i]] = n
	}
	return f, nil
}

// pair reads the current row; ok is false for one without a key or a value. A day that cannot be read makes it a Finding.
func (f *lookupFile) pair() (key string, p pair, finding *Finding) {
	key, p.value, p.line = clean(f.row.cell(f.at[0])), clean(f.row.cell(f.at[1])), f.row.line
	from, err := f.day(f.at[2])
	if err != nil {
		return "", p, f.spoilt(f.source.From, f.at[2], err)
	}
	to, err := f.day(f.at[3])
	if err != nil {
		return "", p, f.spoilt(f.source.To, f.at[3], err)
	}
	if p.days = daysOf(from, to); p.isEmpty() {
		return "", p, f.spoilt(f.source.To, f.at[3], because(ErrValue, "not after from"))
	}
	return key, p, nil
}

func (f *lookupFile) spoilt(column string, at int, err error) *Finding {
	return &Finding{File: f.file, Line: f.row.line, Column: column, Value: quoted(f.row.cell(at)), Reason: err}
}

// day reads a day; a blank cell, and a day that stands for none, is none.
func (f *lookupFile) day(at int) (day funnel.Date, err error) {
	if at < 0 {
		return day, nil
	}
	cell := trim(f.row.cell(at))
	if len(cell) == 0 {
		return day, nil
	}
	c := cellReader{column: &Column{}, format: Day, locale: f.locale, sentinels: f.sentinels}
	if day, err = c.day(cell); err == ErrSentinel {
		return funnel.Date{}, nil
	}
	return day, inWords(err)
}
