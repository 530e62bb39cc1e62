package mapping

import (
	"maps"
	"slices"
	"strconv"
	"time"

	"golang.org/x/text/language"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/internal/document"
	"github.com/koine-go/koine/normalize"
)

// decoder reads a document into a profile and gathers every fault on the way.
type decoder struct {
	file     string
	location func(name string) (*time.Location, error)
	region   normalize.Region // of the profile's locale
	preset   *Profile         // beneath the profile; nil for none
	faults   []*Error
}

// err returns the faults in the order of their lines.
func (d *decoder) err() error { return joined(d.faults) }

func (d *decoder) fault(e Error) {
	e.File = d.file
	d.faults = append(d.faults, &e)
}

// entry is the value of a key: how it is read, and the shape that an editor may know of it. The language of profiles is made of entries, so that what is
// read and what the schema says cannot differ.
type entry struct {
	read  func(*document.Node)
	shape func() *shape
	about string
}

// says gives the entry its line in the schema.
func (e entry) says(about string) entry {
	e.about = about
	return e
}

// shaped gives the entry a narrower shape than its kind of value has.
func (e entry) shaped(shape func() *shape) entry {
	e.shape = shape
	return e
}

// entries are the keys of a table.
type entries map[string]entry

// object returns the entry of a table. fill makes the keys ready for one table, each time anew; those required that are not there are faults; whole,
// which may be nil, looks at what no single key shows.
func (d *decoder) object(path string, fill func() entries, whole func(*document.Node), required ...string) entry {
	read := func(n *document.Node) {
		if !d.is(n, path, document.Table) {
			return
		}
		d.table(n, path, fill(), required)
		if whole != nil {
			whole(n)
		}
	}
	return entry{read: read, shape: func() *shape { return objectShape(fill(), required) }}
}

// table reads the keys of n in the order in which they stand.
func (d *decoder) table(n *document.Node, path string, known entries, required []string) {
	for _, key := range n.Keys {
		v := n.Child(key)
		if e, ok := known[key]; ok {
			e.read(v)
			continue
		}
		d.fault(Error{Line: v.Line, Column: path, Value: key, Candidates: slices.Sorted(maps.Keys(known)), Err: ErrUnknownKey})
	}
	for _, key := range required {
		if n.Child(key) == nil {
			d.fault(Error{Line: n.Line, Column: join(path, key), Err: ErrMissing})
		}
	}
}

// list returns the entry of an array, of which each item is read by an entry of its own.
func (d *decoder) list(path string, item func() entry) entry {
	read := func(n *document.Node) {
		if !d.is(n, path, document.List) {
			return
		}
		for _, i := range n.Items {
			item().read(i)
		}
	}
	return entry{read: read, shape: func() *shape { return listShape(item().shape(), 0) }}
}

// named returns the entry of a table whose keys are names that the profile's author gives.
func (d *decoder) named(path string, value func(name string) entry) entry {
	read := func(n *document.Node) {
		if !d.is(n, path, document.Table) {
			return
		}
		for _, name := range n.Keys {
			value(name).read(n.Child(name))
		}
	}
	return entry{read: read, shape: func() *shape { return namedShape(value("").shape()) }}
}

// later returns an entry of the same shape that reads nothing: its value is read once others are.
func later(e entry) entry {
	e.read = func(*document.Node) {}
	return e
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

func (d *decoder) is(n *document.Node, path string, want document.Kind) bool {
	if n.Kind == want {
		return true
	}
	d.fault(Error{Line: n.Line, Column: path, Reason: "want " + want.String() + ", not " + n.Kind.String(), Err: ErrType})
	return false
}

func (d *decoder) wrong(n *document.Node, path, reason string, candidates ...string) {
	d.fault(Error{Line: n.Line, Column: path, Value: n.Text, Reason: reason, Candidates: candidates, Err: ErrValue})
}

// text returns the entry of a text that is not blank.
func (d *decoder) text(path string, to *string) entry {
	return entry{shape: textShape, read: func(n *document.Node) {
		if !d.is(n, path, document.Text) {
			return
		}
		if *to = n.Text; n.Text == "" {
			d.wrong(n, path, "blank")
		}
	}}
}

// texts returns the entry of a list of texts that is not empty.
func (d *decoder) texts(path string, to *[]string) entry {
	return entry{shape: textsShape, read: func(n *document.Node) {
		if !d.is(n, path, document.List) {
			return
		}
		if len(n.Items) == 0 {
			d.wrong(n, path, "an empty list")
		}
		for _, item := range n.Items {
			if d.is(item, path, document.Text) {
				*to = append(*to, item.Text)
			}
		}
	}}
}

// key returns the entry of one of these keys; to receives its index.
func (d *decoder) key(path string, keys []string, to func(int)) entry {
	return entry{shape: func() *shape { return enumShape(keys) }, read: func(n *document.Node) {
		if !d.is(n, path, document.Text) {
			return
		}
		if i := slices.Index(keys, n.Text); i >= 0 && n.Text != "" {
			to(i)
			return
		}
		d.wrong(n, path, "", slices.DeleteFunc(slices.Clone(keys), func(k string) bool { return k == "" })...)
	}}
}

func (d *decoder) bool(path string, to *bool) entry {
	return entry{shape: boolShape, read: func(n *document.Node) {
		if d.is(n, path, document.Bool) {
			*to = n.Text == "true"
		}
	}}
}

// integer returns the entry of a whole number from least to most; what says which one is wanted.
func (d *decoder) integer(path string, least, most int, what string, to func(int)) entry {
	return entry{shape: func() *shape { return integerShape(least, most) }, read: func(n *document.Node) {
		if !d.is(n, path, document.Integer) {
			return
		}
		v, err := strconv.Atoi(n.Text)
		if err != nil || v < least || v > most {
			d.wrong(n, path, "want "+what+" from "+strconv.Itoa(least)+" to "+strconv.Itoa(most))
			return
		}
		to(v)
	}}
}

// excel returns the entry of a date system of Excel, by its year.
func (d *decoder) excel(path string, to *normalize.DateSystem) entry {
	return entry{shape: excelShape, read: func(n *document.Node) {
		if !d.is(n, path, document.Integer) {
			return
		}
		for _, system := range [...]normalize.DateSystem{normalize.Excel1900, normalize.Excel1904} {
			if n.Text == system.String() {
				*to = system
				return
			}
		}
		d.wrong(n, path, "want 1900 or 1904")
	}}
}

func (d *decoder) date(path string, to *funnel.Date) entry {
	return entry{shape: dateShape, read: func(n *document.Node) {
		if !d.is(n, path, document.Date) {
			return
		}
		day, err := funnel.ParseDate(n.Text)
		if err != nil {
			d.wrong(n, path, err.Error())
		}
		*to = day
	}}
}

func (d *decoder) dates(path string, to *[]funnel.Date) entry {
	return entry{shape: func() *shape { return listShape(dateShape(), 0) }, read: func(n *document.Node) {
		if !d.is(n, path, document.List) {
			return
		}
		for _, item := range n.Items {
			var day funnel.Date
			if d.date(path, &day).read(item); !day.IsZero() {
				*to = append(*to, day)
			}
		}
	}}
}

func (d *decoder) locale(path string, to *language.Tag) entry {
	return entry{shape: textShape, read: func(n *document.Node) {
		if !d.is(n, path, document.Text) {
			return
		}
		tag, err := language.Parse(n.Text)
		if err == nil {
			_, err = normalize.For(tag)
		}
		if err != nil {
			d.wrong(n, path, "want a language that CLDR has, such as de-DE")
			return
		}
		*to = tag
	}}
}

func (d *decoder) zone(path string, to **time.Location) entry {
	return entry{shape: textShape, read: func(n *document.Node) {
		if !d.is(n, path, document.Text) {
			return
		}
		if zone := d.zoneNamed(n.Text); zone != nil {
			*to = zone
			return
		}
		d.wrong(n, path, "want the name of a zone such as Europe/Berlin or W. Europe Standard Time")
	}}
}

// zoneNamed finds a zone by its own name, else by the one that Windows has for it; nil if there is none.
func (d *decoder) zoneNamed(name string) *time.Location {
	if name == "" || name == "Local" || d.location == nil {
		return nil
	}
	if zone, err := d.location(name); err == nil && zone != nil {
		return zone
	}
	if iana, ok := normalize.WindowsZone(name, d.region); ok {
		if zone, err := d.location(iana); err == nil {
			return zone
		}
	}
	return nil
}

// regionOf is the region of the profile's locale, which may stand behind the zones; none if it cannot be read.
func regionOf(root *document.Node) normalize.Region {
	n := root.Child("locale")
	if n == nil {
		return normalize.Region{}
	}
	tag, _ := language.Parse(n.Text)
	return normalize.RegionOf(tag)
}

func (d *decoder) currency(path string, to *funnel.Currency) entry {
	return entry{shape: func() *shape { return patternShape("^[A-Z]{3}$") }, read: func(n *document.Node) {
		if !d.is(n, path, document.Text) {
			return
		}
		c, err := funnel.ParseCurrency(n.Text)
		if err != nil {
			d.wrong(n, path, "want three capital letters")
		}
		*to = c
	}}
}

func (d *decoder) encoding(path string, to *normalize.Encoding) entry {
	return entry{shape: textShape, read: func(n *document.Node) {
		if !d.is(n, path, document.Text) {
			return
		}
		enc, err := normalize.EncodingByName(n.Text)
		if err != nil {
			d.wrong(n, path, "want the name of an encoding such as windows-1252")
		}
		*to = enc
	}}
}

func (d *decoder) delimiter(path string, to *byte) entry {
	return entry{shape: func() *shape { return patternShape(`^[^\"0-9A-Za-z\r\n]$`) }, read: func(n *document.Node) {
		if !d.is(n, path, document.Text) {
			return
		}
		if !isDelimiter(n.Text) {
			d.wrong(n, path, "want one ASCII character other than a quote, a letter, a digit or a line end")
			return
		}
		*to = n.Text[0]
	}}
}

func isDelimiter(s string) bool {
	if len(s) != 1 || s[0] >= 0x80 {
		return false
	}
	c := s[0]
	word := c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
	return !word && c != '"' && c != '\n' && c != '\r' && c != 0
}
