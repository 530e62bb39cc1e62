package mapping

import (
	"io"
	"slices"
	"time"

	"golang.org/x/text/language"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/internal/document"
	"github.com/koine-go/koine/normalize"
)

// Profile is all that is local about one source: where its fields stand, how they are written, and what its codes mean. It is data;
// Compile checks it against a model and makes it ready, and then nobody may change it; many may read it. The zero value and nil lack all that is
// required.
type Profile struct {
	File          string // as given to ReadProfile, for messages
	Preset        string // that stands beneath it; empty for none
	Name          string
	Version       string
	From, To      funnel.Date // the days it is in force, in its zone, To exclusive; a day that is not given does not limit
	SourceScheme  string      // namespace of the ids
	SellingEntity string      // of every deal, unless a column says it
	Region        string      // of every deal, unless a column says it
	Locale        language.Tag
	Zone          *time.Location  // of local times and of the rules' days
	Currency      funnel.Currency // of amounts that name none; none makes such an amount a Finding
	NeutralGroups bool            // spaces and apostrophes separate groups of digits whatever the locale
	FiscalStart   time.Month
	Caveats       []string      // what else a reader must know before he compares this source with others
	CreatedMeans  string        // what the source's creation date really is, in its own words
	Sentinels     []funnel.Date // days that stand for none
	Stages        []string      // keys of the stages the source has; empty for all
	Statuses      []string      // keys of the statuses the source can say; empty for all
	SubStages     []SubStage    // finer stages of the source's own
	Deals         Table
	History       Table // without columns if the source keeps none, as are those that follow
	Offers        Table
	Activities    Table
	Changes       Table // of a deal's attributes
	Forecasts     Table
	Quotas        Table
	Credits       Table
	Costs         Table
	Benchmarks    Table
	Rates         Table
	Lookups       []Lookup
	Rules         []Rule
	Zones         func(name string) (*time.Location, error) // finds the zones that cells name; nil, and such a cell is a Finding
}

// Table describes one file of rows. The zero value is no file.
type Table struct {
	Syntax    Syntax
	Each      []string // of JSON: the steps to the records, each a path to a list; none for a record in each line, or in each element of one list
	Encoding  normalize.Encoding
	Delimiter byte // of CSV
	Sorted    bool // rows come in the order of the deal ids, compared as bytes
	Columns   []Column
	Stages    []string // of a history that stands in the deals: names of columns, each with the times of one value, such as date_entered_{stage_id}
	Line      int      // in the profile
}

// Column says where a field comes from: a column of the file or a constant, and how it is written. The zero value feeds no field.
type Column struct {
	Field     Field
	Name      string // in the header; empty for a constant
	Value     string // the constant
	Format    Format
	Order     normalize.Order      // of numeric dates; none for the locale's
	Pivot     int                  // two-digit years are of the hundred years that begin with it; 0 for none, and such a date is ambiguous
	Excel     normalize.DateSystem // numbers are days of it; none, and a number is no day
	Epoch     Epoch                // numbers are times since 1970; none, and a number is no time
	Zone      *time.Location       // of local times, nil for the profile's; of days by Epoch, nil for UTC
	Scale     int                  // of a number, the digits behind the point that it is written without: 2 where it counts cents
	Lookup    string               // the look-up that turns the cell into the value; empty for none
	None      []string             // cells that stand for no value; each as it is once space around it is gone
	Separator string               // between the entries of a list
	Yes, No   []string             // the words of a bool
	Optional  bool                 // the file may lack the column; Import.Fields then says that it is absent
	Assumed   bool                 // not recorded in the source but assumed of it
	Line      int                  // in the profile
}

// SubStage is a stage of the source's own that counts as one of the model wherever stages are counted; an explanation and the coverage show it. The zero
// value is none.
type SubStage struct {
	Key    string // as rules set it; no key of the model
	Parent string // key of the stage it counts as, which the source must have
	Goal   string // what it is to achieve
	Entry  string // what shows that a deal has entered; may be empty
	Exit   string // what shows that it may leave; may be empty
	File   string // that it stands in; empty for one made in a program
	Line   int    // in the file
}

// Lookup turns one value into another: by a table and rows in the profile, or by a second CSV given to Import under its name. The zero value has no
// name, so that no column can use it.
type Lookup struct {
	Name       string
	Table      map[string]string // pairs that always hold
	Rows       []LookupRow       // pairs that hold for a time; with neither a table nor rows it is a file
	Key, Value string            // column names of the file
	From, To   string            // columns of the days on which a row of the file begins and ends to hold; empty for none
	Spellings  []Spelling
	Encoding   normalize.Encoding
	Delimiter  byte
	Line       int // in the profile
}

// inFile tells whether its pairs stand in a file.
func (l *Lookup) inFile() bool { return l.Table == nil && len(l.Rows) == 0 }

// dated tells whether some of its pairs may hold for a time only.
func (l *Lookup) dated() bool { return len(l.Rows) > 0 || l.From != "" || l.To != "" }

// LookupRow is one pair of a look-up that holds from the day From up to but not on the day To, in the profile's zone; a day that is not given does not
// limit. Two of one key that differ must not hold on one day. The zero value has no key.
type LookupRow struct {
	Key, Value string
	From, To   funnel.Date
	Line       int // in the profile
}

// Spelling is a known misspelling of a key: cells that say Text mean Key, each with a Finding. Text must not be a key of the look-up, Key must be one.
// The zero value is none.
type Spelling struct {
	Text string
	Key  string
	Line int // in the profile
}

// Assumed lists the fields that the profile's author assumes rather than finds recorded, in the order of the profile.
func (p *Profile) Assumed() []Field {
	var assumed []Field
	for _, t := range p.tables() {
		for _, c := range t.Columns {
			if c.Assumed {
				assumed = append(assumed, c.Field)
			}
		}
	}
	return assumed
}

// String returns the name and the version, such as DE@2026.1.
func (p *Profile) String() string { return p.Name + "@" + p.Version }

// ReadProfile reads a profile from TOML; the package comment has the language. file names it in messages. Every fault is reported, each an *Error
// with the line it stands on; a text that is not TOML has one. Stages, statuses and causes are looked at by Compile, which knows the model. zone finds
// a time zone by its name, as time.LoadLocation does; a zone that it does not find is a fault, and "Local" always is.
func ReadProfile(file string, r io.Reader, zone func(name string) (*time.Location, error)) (*Profile, error) {
	root, fault := document.Read(r)
	if fault != nil {
		return nil, &Error{File: file, Line: fault.Line, Reason: fault.Reason, Err: fault.Err}
	}
	d := &decoder{file: file, location: zone}
	d.region = regionOf(root)
	d.readPreset(root)
	p := d.blank()
	d.profile(p).read(root)
	if err := d.err(); err != nil {
		return nil, err
	}
	return p, nil
}

// isNone tells a table that describes no file.
func (t *Table) isNone() bool { return len(t.Columns) == 0 && len(t.Stages) == 0 }

// lacks names the fields without which the file cannot be read.
func (t *Table) lacks(file place) (what []string) {
	if len(t.Stages) > 0 {
		return nil
	}
	for _, either := range required(file) {
		if !slices.ContainsFunc(either, func(f Field) bool { _, ok := t.column(f); return ok }) {
			what = append(what, either.String())
		}
	}
	codes := func(c Column) bool { slot, ok := c.Field.local(); return ok && Axis(slot/int(kindCount)) != Reason }
	if file == inHistory && !slices.ContainsFunc(t.Columns, codes) {
		what = append(what, "a stage or a status")
	}
	return what
}

// column returns the column of t that feeds f.
func (t *Table) column(f Field) (*Column, bool) {
	for i := range t.Columns {
		if t.Columns[i].Field == f {
			return &t.Columns[i], true
		}
	}
	return nil, false
}
