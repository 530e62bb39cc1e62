package mapping

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
	}, func(n *node) { d.lookupWhole(n, path, &l) })
	return entry{shape: e.shape, read: func(n *node) {
		l.Line = n.line
		e.read(n)
		p.Lookups = append(p.Lookups, l)
	}}
}

// lookupWhole finds the faults that no single key of a look-up has.
func (d *decoder) lookupWhole(n *node, path string, l *Lookup) {
	inFile, byFile := l.inFile(), l.Key != "" || l.Value != "" || l.From != "" || l.To != ""
	switch {
	case inFile && (n.child("table") != nil || n.child("rows") != nil && n.child("rows").kind != arrayKind):
	case !inFile && byFile:
		d.fault(Error{Line: n.line, Column: path, Reason: "a table, or rows, or the columns of a file, not both", Err: ErrTwice})
	case inFile && (l.Key == "" || l.Value == ""):
		d.fault(Error{Line: n.line, Column: path, Reason: "a table, or rows, or key and value", Err: ErrMissing})
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
		return entry{shape: e.shape, read: func(n *node) {
			r.Line = n.line
			e.read(n)
			r.Key = clean([]byte(r.Key))
			*to = append(*to, r)
		}}
	})
}

// pairs returns the entry of a table of texts by texts.
func (d *decoder) pairs(path string, to *map[string]string) entry {
	shape := func() *shape { return namedShape(textShape()) }
	return entry{shape: shape, read: func(n *node) {
		if !d.is(n, path, tableKind) {
			return
		}
		pairs := map[string]string{}
		for _, key := range n.keys {
			var value string
			d.text(join(path, key), &value).read(n.child(key))
			text := clean([]byte(key))
			if _, twice := pairs[text]; twice {
				d.fault(Error{Line: n.child(key).line, Column: path, Value: text, Err: ErrTwice})
			}
			pairs[text] = value
		}
		*to = pairs
	}}
}

func (d *decoder) spellings(path string, to *[]Spelling) entry {
	var pairs map[string]string
	e := d.pairs(path, &pairs)
	return entry{shape: e.shape, read: func(n *node) {
		e.read(n)
		for _, key := range n.keys {
			text := clean([]byte(key))
			*to = append(*to, Spelling{Text: text, Key: clean([]byte(pairs[text])), Line: n.child(key).line})
		}
	}}
}
