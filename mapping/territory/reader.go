package territory

import (
	"io"
	"maps"
	"slices"
	"time"

	"github.com/koine-go/koine/funnel"
)

// Read reads a definition from TOML; the package comment has the language. file names it in messages. Every fault is reported, each an *Error with the
// line it stands on; a text that is not TOML has one. zone finds a time zone by its name, as time.LoadLocation does; a zone that it does not find is a
// fault, and "Local" always is.
func Read(file string, r io.Reader, zone func(name string) (*time.Location, error)) (*Definition, error) {
	root, err := readDocument(file, r)
	if err != nil {
		return nil, err
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
type readers map[string]func(*node)

func (d *decoder) definition(root *node) *Definition {
	def := &Definition{File: d.file}
	d.table(root, "", readers{
		"name":     d.text("name", &def.Name),
		"version":  d.text("version", &def.Version),
		"zone":     func(n *node) { def.Zone = d.zone(n) },
		"open":     d.flag("open", &def.Open),
		"universe": d.each("universe", func(n *node) { def.Universe = append(def.Universe, d.market(n)) }),
		"territories": d.each("territories", func(n *node) {
			def.Territories = append(def.Territories, d.territory(n))
		}),
	}, "name", "version", "zone", "territories")
	return def
}

func (d *decoder) market(n *node) Market {
	m := Market{Line: n.line}
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

func (d *decoder) territory(n *node) Territory {
	t := Territory{Line: n.line}
	d.table(n, "territories", readers{
		"key":    d.text("territories.key", &t.Key),
		"claims": d.each("territories.claims", func(n *node) { t.Claims = append(t.Claims, d.claim(n)) }),
	}, "key", "claims")
	return t
}

func (d *decoder) claim(n *node) Claim {
	c := Claim{Line: n.line}
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
func (d *decoder) table(n *node, path string, read readers, required ...string) {
	if !d.is(n, path, tableKind) {
		return
	}
	for _, key := range n.keys {
		v := n.value[key]
		if f, ok := read[key]; ok {
			f(v)
			continue
		}
		d.add(Error{Line: v.line, Key: path, Value: key, Candidates: slices.Sorted(maps.Keys(read)), Err: ErrUnknownKey})
	}
	for _, key := range required {
		if n.value[key] == nil {
			d.add(Error{Line: n.line, Key: join(path, key), Err: ErrMissing})
		}
	}
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
	d.add(Error{Line: n.line, Key: path, Reason: "want " + want.String() + ", not " + n.kind.String(), Err: ErrType})
	return false
}

// each returns the reader of a list that is not empty, whose items f reads.
func (d *decoder) each(path string, f func(*node)) func(*node) {
	return func(n *node) {
		if !d.is(n, path, listKind) {
			return
		}
		if len(n.items) == 0 {
			d.add(Error{Line: n.line, Key: path, Reason: "the list is empty", Err: ErrMissing})
		}
		for _, item := range n.items {
			f(item)
		}
	}
}

// text returns the reader of a text that is not blank.
func (d *decoder) text(path string, to *string) func(*node) {
	return func(n *node) {
		if !d.is(n, path, textKind) {
			return
		}
		if *to = n.text; n.text == "" {
			d.add(Error{Line: n.line, Key: path, Reason: "blank", Err: ErrValue})
		}
	}
}

func (d *decoder) texts(path string, to *[]string) func(*node) {
	return d.each(path, func(n *node) {
		var s string
		d.text(path, &s)(n)
		*to = append(*to, s)
	})
}

func (d *decoder) flag(path string, to *bool) func(*node) {
	return func(n *node) {
		if d.is(n, path, boolKind) {
			*to = n.text == "true"
		}
	}
}

func (d *decoder) day(path string, to *funnel.Date) func(*node) {
	return func(n *node) {
		if !d.is(n, path, dateKind) {
			return
		}
		var err error
		if *to, err = funnel.ParseDate(n.text); err != nil {
			d.add(Error{Line: n.line, Key: path, Value: n.text, Err: ErrValue})
		}
	}
}

func (d *decoder) zone(n *node) *time.Location {
	if !d.is(n, "zone", textKind) {
		return nil
	}
	if n.text != "" && n.text != "Local" && d.location != nil {
		if zone, err := d.location(n.text); err == nil {
			return zone
		}
	}
	d.add(Error{Line: n.line, Key: "zone", Value: n.text, Reason: "no such time zone", Err: ErrValue})
	return nil
}
