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
	inline, byFile := l.Table != nil, l.Key != "" || l.Value != ""
	switch {
	case n.child("table") != nil && !inline:
	case inline && byFile:
		d.fault(Error{Line: n.line, Column: path, Reason: "a table or the columns of a file, not both", Err: ErrTwice})
	case !inline && (l.Key == "" || l.Value == ""):
		d.fault(Error{Line: n.line, Column: path, Reason: "a table, or key and value", Err: ErrMissing})
	}
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
