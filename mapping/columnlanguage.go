package mapping

import (
	"slices"
	"strings"

	"github.com/koine-go/koine/internal/document"
	"github.com/koine-go/koine/normalize"
)

var orderKeys = []string{"", "dmy", "mdy", "ymd"}

// All of the hundred years that begin with a pivot are years that package normalize reads.
const (
	firstPivot = 1800
	lastPivot  = 2100
)

// tableOf returns the entry of one of the files.
func (d *decoder) tableOf(file place, t *Table) entry {
	path := file.String()
	return d.object(path, func() entries { return d.tableKeys(path, file, t) }, func(n *document.Node) { d.tableWhole(n, path, file, t) })
}

// tableWhole finds the faults that no single key of a table has.
func (d *decoder) tableWhole(n *document.Node, path string, file place, t *Table) {
	t.Line = n.Line
	fields := n.Child("fields")
	if fields != nil && file == inHistory && d.preset != nil && n.Child("columns") == nil && len(t.Columns) > 0 {
		if _, own := t.column(DealID); own {
			t.Stages = nil // a file of its own instead of the preset's columns
		}
	}
	for _, fault := range t.amiss() {
		fault.Column = join(path, fault.Column)
		d.fault(fault)
	}
	switch {
	case d.preset != nil: // what is lacking may come from it
	case fields == nil && len(t.Stages) == 0:
		d.fault(Error{Line: n.Line, Column: join(path, "fields"), Err: ErrMissing})
	case fields != nil:
		for _, what := range t.lacks(file) {
			d.fault(Error{Line: fields.Line, Column: join(path, "fields"), Reason: what, Err: ErrMissing})
		}
	}
}

// columns returns the entry of a file's fields.
func (d *decoder) columns(path string, file place, t *Table) entry {
	keys := func() entries {
		known := entries{}
		for _, key := range fieldKeys(file) {
			f, _ := fieldIn(key, file)
			known[key] = d.column(join(path, key), f, func(c Column) { t.Columns = append(t.Columns, c) })
		}
		return known
	}
	return d.object(path, keys, func(n *document.Node) { d.columnsWhole(path, t) })
}

// columnsWhole finds the faults that no single column has.
func (d *decoder) columnsWhole(path string, t *Table) {
	for _, pair := range twins {
		a, isA := t.column(pair[0])
		b, isB := t.column(pair[1])
		if isA && isB {
			d.fault(Error{Line: max(a.Line, b.Line), Other: min(a.Line, b.Line), Column: path,
				Reason: pair[0].String() + " or " + pair[1].String() + ", not both", Err: ErrTwice})
		}
	}
}

// column returns the entry of one field.
func (d *decoder) column(path string, f Field, to func(Column)) entry {
	var c Column
	e := d.object(path, func() entries { return d.columnKeys(path, &c) }, func(n *document.Node) { d.columnWhole(n, path, c) })
	return entry{
		read: func(n *document.Node) {
			c = Column{Field: f, Format: fields[f].formats[0], Line: n.Line}
			e.read(n)
			to(c)
		},
		shape: func() *shape { return columnShape(f, e.shape()) },
	}
}

// columnKeys are those of any column; misplaced knows which of them a field has no use for.
func (d *decoder) columnKeys(path string, c *Column) entries {
	formats := fields[c.Field].formats
	keys := make([]string, len(formats))
	for i, format := range formats {
		keys[i] = format.String()
	}
	return entries{
		"column":    d.text(path+".column", &c.Name).says("the name of the column in the header"),
		"value":     d.text(path+".value", &c.Value).says("a constant instead of a column"),
		"format":    d.key(path+".format", keys, func(i int) { c.Format = formats[i] }).says("how the cells are written"),
		"order":     d.key(path+".order", orderKeys, func(i int) { c.Order = normalize.Order(i) }).says("of numeric dates that the locale leaves open"),
		"pivot":     d.integer(path+".pivot", firstPivot, lastPivot, "the first of a hundred years,", func(y int) { c.Pivot = y }).says("the first of the hundred years in which two-digit years lie"),
		"excel":     d.excel(path+".excel", &c.Excel).says("numbers are days of a spreadsheet in this date system"),
		"epoch":     d.key(path+".epoch", epochKeys, func(i int) { c.Epoch = Epoch(i) }).says("numbers are seconds or milliseconds since 1970 in UTC"),
		"zone":      d.zone(path+".zone", &c.Zone).says("of local times; default the profile's"),
		"scale":     d.integer(path+".scale", 1, maxScale, "a number of digits", func(n int) { c.Scale = n }).says("digits behind the point that the number is written without: 2 where it counts cents"),
		"lookup":    d.text(path+".lookup", &c.Lookup).says("the look-up that turns the cell into the value"),
		"none":      d.nones(path+".none", &c.None).says("cells that stand for none"),
		"separator": d.text(path+".separator", &c.Separator).says("between the entries of a list"),
		"yes":       d.texts(path+".yes", &c.Yes).says("words that mean yes"),
		"no":        d.texts(path+".no", &c.No).says("words that mean no"),
		"optional":  d.bool(path+".optional", &c.Optional).says("the file may lack the column"),
		"assumed":   d.bool(path+".assumed", &c.Assumed).says("not recorded in the source but supposed of it"),
	}
}

// only says for which columns the keys are that not every column has.
var only = map[string]struct {
	what string
	fits func(Format, Field) bool
}{
	"order":     {"days and instants", ofTime},
	"pivot":     {"days and instants", ofTime},
	"excel":     {"days and instants", ofTime},
	"epoch":     {"days and instants", ofTime},
	"zone":      {"instants, and days by epoch", ofTime},
	"scale":     {"numbers", func(f Format, _ Field) bool { return f == Number }},
	"separator": {"lists", func(f Format, _ Field) bool { return f == List }},
	"yes":       {"bools", func(f Format, _ Field) bool { return f == Bool }},
	"no":        {"bools", func(f Format, _ Field) bool { return f == Bool }},
	"lookup":    {"texts that are not ids", func(f Format, of Field) bool { return f == Text && of != ID && of != DealID }},
}

func ofTime(f Format, _ Field) bool { return f == Day || f == Instant }

// columnShape is the shape of a field's column: without the keys that its formats have no use for, and with either a column or a constant.
func columnShape(f Field, s *shape) *shape {
	for key, o := range only {
		if !slices.ContainsFunc(fields[f].formats, func(format Format) bool { return o.fits(format, f) }) {
			delete(s.Members, key)
		}
	}
	var formats []string
	for _, format := range fields[f].formats {
		formats = append(formats, format.String())
	}
	about := s.Members["format"].Description
	s.Members["format"] = enumShape(formats)
	s.Members["format"].Description = about
	s.name = strings.Join(formats, "_or_")
	if fields[f].formats[0] == Text && s.Members["lookup"] == nil {
		s.name = "id"
	}
	if f == At || f == On {
		s.name += "_of_events" // where columns give the history it has neither
		return s
	}
	s.OneOf = []*shape{{Required: []string{"column"}}, {Required: []string{"value"}}}
	return s
}

// columnWhole finds the faults that no single key of a column has.
func (d *decoder) columnWhole(n *document.Node, path string, c Column) {
	misplaced := func(key, what string) {
		d.fault(Error{Line: n.Child(key).Line, Column: path, Value: key, Reason: "only for " + what, Err: ErrUnknownKey})
	}
	for _, key := range n.Keys {
		if o, ok := only[key]; ok && !o.fits(c.Format, c.Field) {
			misplaced(key, o.what)
		}
	}
	if zone := n.Child("zone"); zone != nil && c.Format == Day && c.Epoch == NoEpoch {
		misplaced("zone", only["zone"].what)
	}
	column, value := n.Child("column"), n.Child("value")
	for _, key := range [...]string{"none", "optional"} {
		if column == nil && n.Child(key) != nil {
			misplaced(key, "columns")
		}
	}
	if column != nil && value != nil {
		d.fault(Error{Line: value.Line, Other: column.Line, Column: path, Reason: "column or value, not both", Err: ErrTwice})
	}
}

// nones returns the entry of the cells that stand for none. A blank one does so anyway.
func (d *decoder) nones(path string, to *[]string) entry {
	e := d.texts(path, to)
	return entry{shape: e.shape, read: func(n *document.Node) {
		e.read(n)
		for i, text := range *to {
			if (*to)[i] = clean([]byte(text)); (*to)[i] == "" {
				d.wrong(n, path, "a blank cell stands for none without being named")
			}
		}
	}}
}
