package mapping

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"maps"
	"strconv"

	"github.com/koine-go/koine/funnel"
)

// Files are the readers of one source. Deals that can seek are read twice where they are not sorted; others are held in memory meanwhile.
// The zero value is no files. Each reader is read by one Import alone.
type Files struct {
	Deals   io.Reader
	History io.Reader            // nil for none: the deals then have no events, but for those in columns of their own
	Lookups map[string]io.Reader // by the name of a look-up without a table in the profile

	Changes    io.Reader // of the deals' attributes; held until their deals come by, and given to them as FieldEvents
	Offers     io.Reader // these and the following: nil for none; each has a method of Import that yields what it holds
	Activities io.Reader
	Forecasts  io.Reader
	Quotas     io.Reader
	Credits    io.Reader
	Costs      io.Reader
	Benchmarks io.Reader
	Rates      io.Reader
}

// further returns the readers of the files beside deals and history that are given.
func (f *Files) further() map[place]io.Reader {
	all := map[place]io.Reader{inChanges: f.Changes, inOffers: f.Offers, inActivities: f.Activities, inForecasts: f.Forecasts, inQuotas: f.Quotas,
		inCredits: f.Credits, inCosts: f.Costs, inBenchmarks: f.Benchmarks, inRates: f.Rates}
	maps.DeleteFunc(all, func(_ place, r io.Reader) bool { return r == nil })
	return all
}

// Options say how to import. The zero value is ready to use, and one value may serve many imports at once if its Finding may.
type Options struct {
	Exported funnel.Moment // when the deals file was written, for rules with an end; none for the latest rules
	Sorted   bool          // both files are in the order of the deal ids, whatever the profile says
	Keep     bool          // each deal is a new one; otherwise it is valid only until the next
	MaxBytes int64         // bound of what is held where the files are not sorted, and of each look-up; default 2 GiB
	Values   int           // bound of the distinct local codes of a column, and of the actors of events; default 16384
	Limits   Limits        // of each file and its rows
	Finding  func(Finding) // called for each; may be nil
}

// Counts is what became of the rows; the zero value is of no rows. Once all deals were taken, DealRows = Deals + DealsRefused and HistoryRows = Events + HistoryRefused +
// Skipped. A history in columns of the deals has a row for each cell with a time.
type Counts struct {
	DealRows       int
	Deals          int
	DealsRefused   int
	HistoryRows    int
	Events         int // those of rows; Entered are more
	HistoryRefused int
	Skipped        int // stages that a deal jumped, where its row has the times of all
	Entered        int // events added because a rule enters further stages
	FieldEvents    int // changes of an owner, a region or a segment added because a look-up changes in the life of a deal
	Findings       int
}

// Rows returns the number of rows of both files, headers and empty lines not counted.
func (c Counts) Rows() int { return c.DealRows + c.HistoryRows }

// Refused returns the number of rows that became neither a deal nor an event.
func (c Counts) Refused() int { return c.DealsRefused + c.HistoryRefused }

// Import is the reading of one source, once. It is for one goroutine. The zero value reads nothing and ends with ErrMissing; get one from Set.Import.
type Import struct {
	set          *Set
	options      Options
	version      int   // of the profile, in force when the files were written
	day          int32 // when the files were written
	counts       Counts
	files        Files
	rewind       func() (io.Reader, error)
	spooled      int64 // bytes of deals held because their reader cannot seek
	ready        map[string]*lookup
	rowsOfDeals  *dealRows
	rowsOfEvents eventFile
	records      map[place]*recordRows
	stages       *stageTimes // where the history stands in the deals
	slab         slab
	events       []funnel.Event
	traced       bool     // lines are wanted
	lines        []uint32 // of the rows that events came from
	trace        *trace   // nil unless one deal is followed
	yielded      rowPlace // of the deal yielded last
	sorted       bool
	begun        bool
}

// eventFile is the history, if there is one.
type eventFile struct {
	*eventRows
	hasID bool
}

// Import opens the files: it reads the look-ups and the headers. A column that is missing or there twice, a delimiter that is not the file's, bytes
// that are not of the encoding in a header, a look-up that is not given or not asked for are errors, each an *Error, all of them joined.
// What a file of JSON lacks is known only when it is read: a path that no record has is a Finding then.
func (s *Set) Import(f Files, o Options) (*Import, error) {
	if s.isNone() {
		return nil, &Error{File: "profile", Err: ErrMissing}
	}
	if o.MaxBytes <= 0 {
		o.MaxBytes = 2 << 30
	}
	if o.Values <= 0 {
		o.Values = 1 << 14
	}
	m := &Import{set: s, options: o, files: f}
	m.version, m.day = s.versionAt(o.Exported), s.dayOf(o.Exported)
	m.sorted = o.Sorted || s.profile.Deals.Sorted && (f.History == nil || s.profile.History.Sorted)
	further := f.further()
	if f.Deals == nil && (f.History != nil || f.Changes != nil || len(further) == 0) {
		return nil, &Error{File: "deals", Err: ErrMissing}
	}
	if fault := s.profile.History.unwanted(f.History); fault != nil {
		fault.File = s.profile.File
		return nil, fault
	}
	var faults []*Error
	m.ready, faults = m.lookups(f.Lookups)
	if f.Deals != nil {
		faults = append(faults, m.openDeals()...)
	}
	faults = append(faults, m.openRecords(further)...)
	if err := m.openHistory(); err != nil {
		faults = append(faults, err...)
	}
	if len(faults) > 0 {
		return nil, joined(faults)
	}
	return m, nil
}

// unwanted returns the fault of a history file that the profile has no use for.
func (t *Table) unwanted(history io.Reader) *Error {
	switch {
	case history == nil:
	case len(t.Stages) > 0:
		return &Error{Line: t.Line, Column: "history.columns", Reason: "a history file, and columns of the deals", Err: ErrTwice}
	case t.isNone():
		return &Error{Column: "history", Reason: "a history file is given", Err: ErrMissing}
	}
	return nil
}

// openDeals opens the deals file, once more each time it is called.
func (m *Import) openDeals() []*Error {
	r := m.files.Deals
	if !m.sorted {
		var err error
		if r, err = m.again(); err != nil {
			return []*Error{asError("deals", err)}
		}
	}
	s, err := openSheet("deals", r, &m.set.profile.Deals, m.options.Limits)
	if err != nil {
		return []*Error{asError("deals", err)}
	}
	rows, faults := m.newDealRows(s, m.set.newStates(m.options.Values))
	m.rowsOfDeals = rows
	if history := &m.set.profile.History; len(history.Stages) > 0 && len(faults) == 0 {
		faults = s.bindStages(history)
		m.stages = m.newStageTimes(rows)
		m.rowsOfEvents = eventFile{eventRows: m.stages.eventRows}
	}
	return faults
}

// again returns the deals from their beginning.
func (m *Import) again() (io.Reader, error) {
	if m.rewind != nil {
		return m.rewind()
	}
	if s, ok := m.files.Deals.(io.Seeker); ok {
		if start, err := s.Seek(0, io.SeekCurrent); err == nil {
			m.rewind = func() (io.Reader, error) {
				_, err := s.Seek(start, io.SeekStart)
				return m.files.Deals, err
			}
			return m.files.Deals, nil
		}
	}
	text, err := io.ReadAll(io.LimitReader(m.files.Deals, m.options.MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if int64(len(text)) > m.options.MaxBytes {
		return nil, &Error{File: "deals", Reason: "it can neither seek nor be held: " + m.memoryLimit(), Err: ErrTooLarge}
	}
	m.spooled = int64(len(text))
	m.rewind = func() (io.Reader, error) { return bytes.NewReader(text), nil }
	return m.rewind()
}

func (m *Import) memoryLimit() string {
	return "at most " + strconv.FormatInt(m.options.MaxBytes, 10) + " bytes are held"
}

func (m *Import) openHistory() []*Error {
	if m.files.History == nil {
		return nil
	}
	t := &m.set.profile.History
	s, err := openSheet("history", m.files.History, t, m.options.Limits)
	if err != nil {
		return []*Error{asError("history", err)}
	}
	rows, faults := m.newEventRows(s, m.set.newStates(m.options.Values))
	_, hasID := t.column(ID)
	m.rowsOfEvents = eventFile{rows, hasID}
	return faults
}

// openRecords opens the further files.
func (m *Import) openRecords(readers map[place]io.Reader) (faults []*Error) {
	m.records = map[place]*recordRows{}
	for file, t := range m.set.profile.tables() {
		r := readers[file]
		switch {
		case r == nil:
			continue
		case len(t.Columns) == 0:
			faults = append(faults, &Error{File: m.set.profile.File, Column: file.String(), Reason: "a file of them is given", Err: ErrMissing})
			continue
		}
		s, err := openSheet(file.String(), r, t, m.options.Limits)
		if err != nil {
			faults = append(faults, asError(file.String(), err))
			continue
		}
		rows, wrong := m.newRecordRows(file, s, t)
		m.records[file], faults = rows, append(faults, wrong...)
	}
	return faults
}

// Deals yields each deal with its events. A row that cannot be read is a Finding, not an error: an error, always an *Error, is the end. Unless
// Options.Keep is set, the deal and its slices are valid until the next one is asked for; its strings may always be kept.
func (m *Import) Deals() iter.Seq2[*funnel.Deal, error] {
	return func(yield func(*funnel.Deal, error) bool) {
		read := m.join
		if m.sorted {
			read = m.merge
		}
		switch {
		case m.set == nil || m.rowsOfDeals == nil:
			read = func(func(*funnel.Deal) bool) error { return &Error{File: "deals", Err: ErrMissing} }
		case m.begun:
			read = func(func(*funnel.Deal) bool) error { return &Error{File: "deals", Err: ErrSpent} }
		}
		m.begun = true
		changes, err := m.gatherChanges()
		if err == nil {
			err = read(func(d *funnel.Deal) bool {
				m.counts.FieldEvents -= changes.give(d)
				return yield(d, nil)
			})
		}
		if err == nil {
			m.refuseStrays(changes)
		}
		if err != nil && err != errStopped {
			yield(nil, err)
		}
	}
}

// errStopped says that the caller wants no more deals.
var errStopped = errors.New("stopped")

// Counts returns what became of the rows so far.
func (m *Import) Counts() Counts { return m.counts }

// Set returns the rules that the import maps by.
func (m *Import) Set() *Set { return m.set }

func (m *Import) report(f Finding) {
	m.counts.Findings++
	if m.trace != nil {
		m.trace.found(f)
	}
	if m.options.Finding != nil {
		m.options.Finding(f)
	}
}

// refuseDeal refuses the current row of the deals file.
func (m *Import) refuseDeal(f Finding) {
	m.counts.DealRows++
	m.counts.DealsRefused++
	m.report(f)
}

// refuseRow refuses the current row of the history file.
func (m *Import) refuseRow(f Finding) {
	m.counts.HistoryRows++
	m.counts.HistoryRefused++
	m.report(f)
}

// identityFinding returns the Finding of a row without a usable id.
func identityFinding(s *sheet, c *cellReader, err error) Finding {
	if s.row.fault != nil {
		return s.refusal()
	}
	return Finding{File: s.file, Line: s.row.line, Column: c.column.Name, Value: quoted(c.raw(&s.row)), Reason: err}
}
