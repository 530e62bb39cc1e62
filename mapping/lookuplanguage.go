package mapping

import "github.com/koine-go/koine/internal/document"

// lookups returns the entry of all look-ups, which take the encoding and the delimiter of the deals.
func (d *decoder) lookups(p *Profile) entry {
	return d.named("lookups", func(name string) entry { return d.lookup(name, p) })
}

func (d *decoder) lookup(name string, p *Profile) entry {
	path := join("lookups", name)
	l := Lookup{Name: name, Encoding: p.Deals.Encoding, Delimiter: p.Deals.Delimiter}
	e := d.object(path, func() entries {
		return entries{
			"table":     d.pairs(path+".table", &l.Table).says("the pairs themselves"),
			"rows":      d.lookupRows(path+".rows", &l.Rows).says("pairs that hold for a time"),
			"from":      d.text(path+".from", &l.From).says("the column of the first day on which a row of the file holds; a blank does not limit"),
			"to":        d.text(path+".to", &l.To).says("the column of the first day on which it no longer does; a blank does not limit"),
			"spellings": d.spellings(path+".spellings", &l.Spellings).says("known misspellings of a key"),
			"key":       d.text(path+".key", &l.Key).says("the column of the keys, where the look-up is a file of its own"),
			"value":     d.text(path+".value", &l.Value).says("the column of the values"),
			"encoding":  d.encoding(path+".encoding", &l.Encoding).says("default that of the deals"),
			"delimiter": d.delimiter(path+".delimiter", &l.Delimiter).says("default that of the deals"),
		}
	}, func(n *document.Node) { d.lookupWhole(n, path, &l) })
	return entry{shape: e.shape, read: func(n *document.Node) {
		l.Line = n.Line
		e.read(n)
		p.Lookups = append(p.Lookups, l)
	}}
}

// lookupWhole finds the faults that no single key of a look-up has.
func (d *decoder) lookupWhole(n *document.Node, path string, l *Lookup) {
	inFile, byFile := l.inFile(), l.Key != "" || l.Value != "" || l.From != "" || l.To != ""
	switch {
	case inFile && (n.Child("table") != nil || n.Child("rows") != nil && n.Child("rows").Kind != document.List):
	case !inFile && byFile:
		d.fault(Error{Line: n.Line, Column: path, Reason: "a table, or rows, or the columns of a file, not both", Err: ErrTwice})
	case inFile && (l.Key == "" || l.Value == ""):
		d.fault(Error{Line: n.Line, Column: path, Reason: "a table, or rows, or key and value", Err: ErrMissing})
	}
}

func (d *decoder) lookupRows(path string, to *[]LookupRow) entry {
	return d.list(path, func() entry {
		var r LookupRow
		e := d.object(path, func() entries {
			return entries{
				"key":   d.text(path+".key", &r.Key).says("the cell"),
				"value": d.text(path+".value", &r.Value).says("what it means"),
				"from":  d.date(path+".from", &r.From).says("the first day on which it does"),
				"to":    d.date(path+".to", &r.To).says("the first day on which it no longer does"),
			}
		}, nil, "key", "value")
		return entry{shape: e.shape, read: func(n *document.Node) {
			r.Line = n.Line
			e.read(n)
			r.Key = clean([]byte(r.Key))
			*to = append(*to, r)
		}}
	})
}

// pairs returns the entry of a table of texts by texts.
func (d *decoder) pairs(path string, to *map[string]string) entry {
	shape := func() *shape { return namedShape(textShape()) }
	return entry{shape: shape, read: func(n *document.Node) {
		if !d.is(n, path, document.Table) {
			return
		}
		pairs := map[string]string{}
		for _, key := range n.Keys {
			var value string
			d.text(join(path, key), &value).read(n.Child(key))
			text := clean([]byte(key))
			if _, twice := pairs[text]; twice {
				d.fault(Error{Line: n.Child(key).Line, Column: path, Value: text, Err: ErrTwice})
			}
			pairs[text] = value
		}
		*to = pairs
	}}
}

func (d *decoder) spellings(path string, to *[]Spelling) entry {
	var pairs map[string]string
	e := d.pairs(path, &pairs)
	return entry{shape: e.shape, read: func(n *document.Node) {
		e.read(n)
		for _, key := range n.Keys {
			text := clean([]byte(key))
			*to = append(*to, Spelling{Text: text, Key: clean([]byte(pairs[text])), Line: n.Child(key).Line})
		}
	}}
}
