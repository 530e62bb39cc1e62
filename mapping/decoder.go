package mapping

import (
	"maps"
	"slices"
	"strconv"
	"time"

	"golang.org/x/text/language"

	"github.com/koine-go/koine/funnel"
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
	read  func(*node)
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
func (d *decoder) object(path string, fill func() entries, whole func(*node), required ...string) entry {
	read := func(n *node) {
		if !d.is(n, path, tableKind) {
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
func (d *decoder) table(n *node, path string, known entries, required []string) {
	for _, key := range n.keys {
		v := n.child(key)
		if e, ok := known[key]; ok {
			e.read(v)
			continue
		}
		d.fault(Error{Line: v.line, Column: path, Value: key, Candidates: slices.Sorted(maps.Keys(known)), Err: ErrUnknownKey})
	}
	for _, key := range required {
		if n.child(key) == nil {
			d.fault(Error{Line: n.line, Column: join(path, key), Err: ErrMissing})
		}
	}
}

// list returns the entry of an array, of which each item is read by an entry of its own.
func (d *decoder) list(path string, item func() entry) entry {
	read := func(n *node) {
		if !d.is(n, path, arrayKind) {
			return
		}
		for _, i := range n.items {
			item().read(i)
		}
	}
	return entry{read: read, shape: func() *shape { return listShape(item().shape(), 0) }}
}

// named returns the entry of a table whose keys are names that the profile's author gives.
func (d *decoder) named(path string, value func(name string) entry) entry {
	read := func(n *node) {
		if !d.is(n, path, tableKind) {
			return
		}
		for _, name := range n.keys {
			value(name).read(n.child(name))
		}
	}
	return entry{read: read, shape: func() *shape { return namedShape(value("").shape()) }}
}

// later returns an entry of the same shape that reads nothing: its value is read once others are.
func later(e entry) entry {
	e.read = func(*node) {}
	return e
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

func (d *decoder) is(n *node, path string, want kind) bool {
	if n.kind == want {
		return true
	}
	d.fault(Error{Line: n.line, Column: path, Reason: "want " + want.String() + ", not " + n.kind.String(), Err: ErrType})
	return false
}

func (d *decoder) wrong(n *node, path, reason string, candidates ...string) {
	d.fault(Error{Line: n.line, Column: path, Value: n.text, Reason: reason, Candidates: candidates, Err: ErrValue})
}

// text returns the entry of a text that is not blank.
func (d *decoder) text(path string, to *string) entry {
	return entry{shape: textShape, read: func(n *node) {
		if !d.is(n, path, textKind) {
			return
		}
		if *to = n.text; n.text == "" {
			d.wrong(n, path, "blank")
		}
	}}
}

// texts returns the entry of a list of texts that is not empty.
func (d *decoder) texts(path string, to *[]string) entry {
	return entry{shape: textsShape, read: func(n *node) {
		if !d.is(n, path, arrayKind) {
			return
		}
		if len(n.items) == 0 {
			d.wrong(n, path, "an empty list")
		}
		for _, item := range n.items {
			if d.is(item, path, textKind) {
				*to = append(*to, item.text)
			}
		}
	}}
}

// key returns the entry of one of these keys; to receives its index.
func (d *decoder) key(path string, keys []string, to func(int)) entry {
	return entry{shape: func() *shape { return enumShape(keys) }, read: func(n *node) {
		if !d.is(n, path, textKind) {
			return
		}
		if i := slices.Index(keys, n.text); i >= 0 && n.text != "" {
			to(i)
			return
		}
		d.wrong(n, path, "", slices.DeleteFunc(slices.Clone(keys), func(k string) bool { return k == "" })...)
	}}
}

func (d *decoder) bool(path string, to *bool) entry {
	return entry{shape: boolShape, read: func(n *node) {
		if d.is(n, path, boolKind) {
			*to = n.text == "true"
		}
	}}
}

// integer returns the entry of a whole number from least to most; what says which one is wanted.
func (d *decoder) integer(path string, least, most int, what string, to func(int)) entry {
	return entry{shape: func() *shape { return integerShape(least, most) }, read: func(n *node) {
		if !d.is(n, path, integerKind) {
			return
		}
		v, err := strconv.Atoi(n.text)
		if err != nil || v < least || v > most {
			d.wrong(n, path, "want "+what+" from "+strconv.Itoa(least)+" to "+strconv.Itoa(most))
			return
		}
		to(v)
	}}
}

// excel returns the entry of a date system of Excel, by its year.
func (d *decoder) excel(path string, to *normalize.DateSystem) entry {
	return entry{shape: excelShape, read: func(n *node) {
		if !d.is(n, path, integerKind) {
			return
		}
		for _, system := range [...]normalize.DateSystem{normalize.Excel1900, normalize.Excel1904} {
			if n.text == system.String() {
				*to = system
				return
			}
		}
		d.wrong(n, path, "want 1900 or 1904")
	}}
}

func (d *decoder) date(path string, to *funnel.Date) entry {
	return entry{shape: dateShape, read: func(n *node) {
		if !d.is(n, path, dateKind) {
			return
		}
		day, err := funnel.ParseDate(n.text)
		if err != nil {
			d.wrong(n, path, err.Error())
		}
		*to = day
	}}
}

func (d *decoder) dates(path string, to *[]funnel.Date) entry {
	return entry{shape: func() *shape { return listShape(dateShape(), 0) }, read: func(n *node) {
		if !d.is(n, path, arrayKind) {
			return
		}
		for _, item := range n.items {
			var day funnel.Date
			if d.date(path, &day).read(item); !day.IsZero() {
				*to = append(*to, day)
			}
		}
	}}
}

func (d *decoder) locale(path string, to *language.Tag) entry {
	return entry{shape: textShape, read: func(n *node) {
		if !d.is(n, path, textKind) {
			return
		}
		tag, err := language.Parse(n.text)
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
	return entry{shape: textShape, read: func(n *node) {
		if !d.is(n, path, textKind) {
			return
		}
		if zone := d.zoneNamed(n.text); zone != nil {
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
func regionOf(root *node) normalize.Region {
	n := root.child("locale")
	if n == nil {
		return normalize.Region{}
	}
	tag, _ := language.Parse(n.text)
	return normalize.RegionOf(tag)
}

func (d *decoder) currency(path string, to *funnel.Currency) entry {
	return entry{shape: func() *shape { return patternShape("^[A-Z]{3}$") }, read: func(n *node) {
		if !d.is(n, path, textKind) {
			return
		}
		c, err := funnel.ParseCurrency(n.text)
		if err != nil {
			d.wrong(n, path, "want three capital letters")
		}
		*to = c
	}}
}

func (d *decoder) encoding(path string, to *normalize.Encoding) entry {
	return entry{shape: textShape, read: func(n *node) {
		if !d.is(n, path, textKind) {
			return
		}
		enc, err := normalize.EncodingByName(n.text)
		if err != nil {
			d.wrong(n, path, "want the name of an encoding such as windows-1252")
		}
		*to = enc
	}}
}

func (d *decoder) delimiter(path string, to *byte) entry {
	return entry{shape: func() *shape { return patternShape(`^[^\"0-9A-Za-z\r\n]$`) }, read: func(n *node) {
		if !d.is(n, path, textKind) {
			return
		}
		if !isDelimiter(n.text) {
			d.wrong(n, path, "want one ASCII character other than a quote, a letter, a digit or a line end")
			return
		}
		*to = n.text[0]
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
