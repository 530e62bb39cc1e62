package territory

import (
	"io"
	"maps"
	"slices"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/internal/document"
)

// Read reads a definition from TOML; the package comment has the language. file names it in messages. Every fault is reported, each an *Error with the
// line it stands on; a text that is not TOML has one. zone finds a time zone by its name, as time.LoadLocation does; a zone that it does not find is a
// fault, and "Local" always is.
func Read(file string, r io.Reader, zone func(name string) (*time.Location, error)) (*Definition, error) {
	root, fault := document.Read(r)
	if fault != nil {
		return nil, &Error{File: file, Line: fault.Line, Reason: fault.Reason, Err: fault.Err}
	}
	d := &decoder{faults: faults{file: file}, location: zone}
	definition := d.definition(root)
	if err := d.err(); err != nil {
		return nil, err
	}
	return definition, nil
}

// decoder turns a document into a definition and gathers every fault on the way.
type decoder struct {
	faults
	location func(name string) (*time.Location, error)
}

// readers says what to do with the value of each key of a table.
type readers map[string]func(*document.Node)

func (d *decoder) definition(root *document.Node) *Definition {
	def := &Definition{File: d.file}
	d.table(root, "", readers{
		"name":     d.text("name", &def.Name),
		"version":  d.text("version", &def.Version),
		"zone":     func(n *document.Node) { def.Zone = d.zone(n) },
		"open":     d.flag("open", &def.Open),
		"universe": d.each("universe", func(n *document.Node) { def.Universe = append(def.Universe, d.market(n)) }),
		"territories": d.each("territories", func(n *document.Node) {
			def.Territories = append(def.Territories, d.territory(n))
		}),
	}, "name", "version", "zone", "territories")
	return def
}

func (d *decoder) market(n *document.Node) Market {
	m := Market{Line: n.Line}
	const path = "universe"
	d.table(n, path, readers{
		"countries": d.texts(path+".countries", &m.Countries),
		"regions":   d.texts(path+".regions", &m.Regions),
		"postal":    d.texts(path+".postal", &m.Postal),
		"segments":  d.texts(path+".segments", &m.Segments),
		"from":      d.day(path+".from", &m.From),
		"to":        d.day(path+".to", &m.To),
	})
	return m
}

func (d *decoder) territory(n *document.Node) Territory {
	t := Territory{Line: n.Line}
	d.table(n, "territories", readers{
		"key":    d.text("territories.key", &t.Key),
		"claims": d.each("territories.claims", func(n *document.Node) { t.Claims = append(t.Claims, d.claim(n)) }),
	}, "key", "claims")
	return t
}

func (d *decoder) claim(n *document.Node) Claim {
	c := Claim{Line: n.Line}
	const path = "territories.claims"
	d.table(n, path, readers{
		"accounts":  d.texts(path+".accounts", &c.Accounts),
		"countries": d.texts(path+".countries", &c.Countries),
		"regions":   d.texts(path+".regions", &c.Regions),
		"postal":    d.texts(path+".postal", &c.Postal),
		"segments":  d.texts(path+".segments", &c.Segments),
		"rest":      d.flag(path+".rest", &c.Rest),
		"from":      d.day(path+".from", &c.From),
		"to":        d.day(path+".to", &c.To),
		"note":      d.text(path+".note", &c.Note),
	})
	return c
}

// table reads the keys of n. Keys that no reader knows and required ones that are not there are faults; path is the table's own key.
func (d *decoder) table(n *document.Node, path string, read readers, required ...string) {
	if !d.is(n, path, document.Table) {
		return
	}
	for _, key := range n.Keys {
		v := n.Child(key)
		if f, ok := read[key]; ok {
			f(v)
			continue
		}
		d.add(Error{Line: v.Line, Key: path, Value: key, Candidates: slices.Sorted(maps.Keys(read)), Err: ErrUnknownKey})
	}
	for _, key := range required {
		if n.Child(key) == nil {
			d.add(Error{Line: n.Line, Key: join(path, key), Err: ErrMissing})
		}
	}
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
	d.add(Error{Line: n.Line, Key: path, Reason: "want " + want.String() + ", not " + n.Kind.String(), Err: ErrType})
	return false
}

// each returns the reader of a list that is not empty, whose items f reads.
func (d *decoder) each(path string, f func(*document.Node)) func(*document.Node) {
	return func(n *document.Node) {
		if !d.is(n, path, document.List) {
			return
		}
		if len(n.Items) == 0 {
			d.add(Error{Line: n.Line, Key: path, Reason: "the list is empty", Err: ErrMissing})
		}
		for _, item := range n.Items {
			f(item)
		}
	}
}

// text returns the reader of a text that is not blank.
func (d *decoder) text(path string, to *string) func(*document.Node) {
	return func(n *document.Node) {
		if !d.is(n, path, document.Text) {
			return
		}
		if *to = n.Text; n.Text == "" {
			d.add(Error{Line: n.Line, Key: path, Reason: "blank", Err: ErrValue})
		}
	}
}

func (d *decoder) texts(path string, to *[]string) func(*document.Node) {
	return d.each(path, func(n *document.Node) {
		var s string
		d.text(path, &s)(n)
		*to = append(*to, s)
	})
}

func (d *decoder) flag(path string, to *bool) func(*document.Node) {
	return func(n *document.Node) {
		if d.is(n, path, document.Bool) {
			*to = n.Text == "true"
		}
	}
}

func (d *decoder) day(path string, to *funnel.Date) func(*document.Node) {
	return func(n *document.Node) {
		if !d.is(n, path, document.Date) {
			return
		}
		var err error
		if *to, err = funnel.ParseDate(n.Text); err != nil {
			d.add(Error{Line: n.Line, Key: path, Value: n.Text, Err: ErrValue})
		}
	}
}

func (d *decoder) zone(n *document.Node) *time.Location {
	if !d.is(n, "zone", document.Text) {
		return nil
	}
	if n.Text != "" && n.Text != "Local" && d.location != nil {
		if zone, err := d.location(n.Text); err == nil {
			return zone
		}
	}
	d.add(Error{Line: n.Line, Key: "zone", Value: n.Text, Reason: "no such time zone", Err: ErrValue})
	return nil
}
