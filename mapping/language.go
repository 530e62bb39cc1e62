package mapping

import (
	"slices"
	"time"

	"github.com/koine-go/koine/normalize"
)

var orderKeys = []string{"", "dmy", "mdy", "ymd"}

// All of the hundred years that begin with a pivot are years that package normalize reads.
const (
	firstPivot = 1800
	lastPivot  = 2100
)

// profile reads the whole document.
func (d *decoder) profile(root *node) *Profile {
	utf8, _ := normalize.EncodingByName("utf-8")
	plain := Table{Encoding: utf8, Delimiter: ','}
	p := &Profile{File: d.file, FiscalStart: time.January, Deals: plain, Zones: d.location}
	d.region = regionOf(root)
	d.table(root, "", readers{
		"name":           d.text("name", &p.Name),
		"version":        d.text("version", &p.Version),
		"source_scheme":  d.text("source_scheme", &p.SourceScheme),
		"selling_entity": d.text("selling_entity", &p.SellingEntity),
		"region":         d.text("region", &p.Region),
		"locale":         d.locale("locale", &p.Locale),
		"zone":           d.zone("zone", &p.Zone),
		"currency":       d.currency("currency", &p.Currency),
		"neutral_groups": d.bool("neutral_groups", &p.NeutralGroups),
		"fiscal_start":   d.integer("fiscal_start", 1, 12, "a month", func(m int) { p.FiscalStart = time.Month(m) }),
		"created_means":  d.text("created_means", &p.CreatedMeans),
		"caveats":        d.texts("caveats", &p.Caveats),
		"sentinels":      d.dates("sentinels", &p.Sentinels),
		"variant":        func(n *node) { d.variant(n, p) },
		"deals":          func(n *node) { d.csvFile(n, "deals", inDeals, &p.Deals) },
		"history":        func(*node) {}, // both read below: their defaults are those of the deals, wherever these stand
		"lookups":        func(*node) {},
		"rules":          func(n *node) { p.Rules = d.rules(n) },
	}, "name", "version", "source_scheme", "locale", "zone", "deals")
	if n := root.child("history"); n != nil {
		p.History = Table{Encoding: p.Deals.Encoding, Delimiter: p.Deals.Delimiter}
		d.csvFile(n, "history", inHistory, &p.History)
	}
	if n := root.child("lookups"); n != nil {
		d.lookups(n, p)
	}
	d.whole(root, p)
	return p
}

func (d *decoder) variant(n *node, p *Profile) {
	d.table(n, "variant", readers{
		"stages":   d.texts("variant.stages", &p.Stages),
		"statuses": d.texts("variant.statuses", &p.Statuses),
	})
}

// csvFile reads the description of one of the two files.
func (d *decoder) csvFile(n *node, path string, file place, t *Table) {
	t.Line = n.line
	d.table(n, path, readers{
		"encoding":  d.encoding(path+".encoding", &t.Encoding),
		"delimiter": d.delimiter(path+".delimiter", &t.Delimiter),
		"sorted":    d.bool(path+".sorted", &t.Sorted),
		"fields":    func(n *node) { d.columns(n, path+".fields", file, t) },
	}, "fields")
}

func (d *decoder) columns(n *node, path string, file place, t *Table) {
	if !d.is(n, path, tableKind) {
		return
	}
	for _, key := range n.keys {
		v := n.child(key)
		f, ok := fieldIn(key, file)
		if !ok {
			d.fault(Error{Line: v.line, Column: path, Value: key, Candidates: fieldKeys(file), Err: ErrUnknownKey})
			continue
		}
		t.Columns = append(t.Columns, d.column(v, join(path, key), f))
	}
	for _, pair := range [...][2]Field{{CreatedAt, CreatedOn}, {ClosedAt, ClosedOn}, {At, On}} {
		a, isA := t.column(pair[0])
		b, isB := t.column(pair[1])
		if isA && isB {
			d.fault(Error{Line: max(a.Line, b.Line), Other: min(a.Line, b.Line), Column: path,
				Reason: pair[0].String() + " or " + pair[1].String() + ", not both", Err: ErrTwice})
		}
	}
	for _, what := range t.lacks(file) {
		d.fault(Error{Line: n.line, Column: path, Reason: what, Err: ErrMissing})
	}
}

func (d *decoder) column(n *node, path string, f Field) Column {
	c := Column{Field: f, Line: n.line}
	formats := fields[f].formats
	keys := make([]string, len(formats))
	for i, format := range formats {
		keys[i] = format.String()
	}
	c.Format = formats[0]
	d.table(n, path, readers{
		"column":    d.text(path+".column", &c.Name),
		"value":     d.text(path+".value", &c.Value),
		"format":    d.key(path+".format", keys, func(i int) { c.Format = formats[i] }),
		"order":     d.key(path+".order", orderKeys, func(i int) { c.Order = normalize.Order(i) }),
		"pivot":     d.integer(path+".pivot", firstPivot, lastPivot, "the first of a hundred years,", func(y int) { c.Pivot = y }),
		"excel":     d.excel(path+".excel", &c.Excel),
		"zone":      d.zone(path+".zone", &c.Zone),
		"lookup":    d.text(path+".lookup", &c.Lookup),
		"none":      func(n *node) { c.None = d.nones(n, path+".none") },
		"separator": d.text(path+".separator", &c.Separator),
		"yes":       d.texts(path+".yes", &c.Yes),
		"no":        d.texts(path+".no", &c.No),
		"assumed":   d.bool(path+".assumed", &c.Assumed),
	})
	if n.kind == tableKind {
		d.columnWhole(n, path, c)
	}
	return c
}

// columnWhole finds the faults that no single key of a column has.
func (d *decoder) columnWhole(n *node, path string, c Column) {
	misplaced := func(key string, fits bool) {
		if v := n.child(key); v != nil && !fits {
			d.fault(Error{Line: v.line, Column: path, Value: key, Reason: "only for " + map[string]string{"order": "days and instants",
				"pivot": "days and instants", "excel": "days and instants", "zone": "instants", "separator": "lists", "yes": "bools", "no": "bools", "lookup": "texts that are not ids",
				"none": "columns"}[key], Err: ErrUnknownKey})
		}
	}
	misplaced("order", c.Format == Day || c.Format == Instant)
	misplaced("pivot", c.Format == Day || c.Format == Instant)
	misplaced("excel", c.Format == Day || c.Format == Instant)
	misplaced("zone", c.Format == Instant)
	misplaced("separator", c.Format == List)
	misplaced("yes", c.Format == Bool)
	misplaced("no", c.Format == Bool)
	misplaced("lookup", c.Format == Text && c.Field != ID && c.Field != DealID)
	misplaced("none", n.child("column") != nil)
	column, value := n.child("column"), n.child("value")
	switch {
	case column == nil && value == nil:
		d.fault(Error{Line: n.line, Column: path, Reason: "column or value", Err: ErrMissing})
	case column != nil && value != nil:
		d.fault(Error{Line: value.line, Other: column.line, Column: path, Reason: "column or value, not both", Err: ErrTwice})
	case c.Format == List && c.Separator == "":
		d.fault(Error{Line: n.line, Column: path + ".separator", Err: ErrMissing})
	}
}

// nones reads the cells that stand for none. A blank one does so anyway.
func (d *decoder) nones(n *node, path string) []string {
	var texts []string
	d.texts(path, &texts)(n)
	for i, text := range texts {
		if texts[i] = clean([]byte(text)); texts[i] == "" {
			d.wrong(n, path, "a blank cell stands for none without being named")
		}
	}
	return texts
}

func (d *decoder) lookups(n *node, p *Profile) {
	if !d.is(n, "lookups", tableKind) {
		return
	}
	for _, name := range n.keys {
		v, path := n.child(name), join("lookups", name)
		l := Lookup{Name: name, Encoding: p.Deals.Encoding, Delimiter: p.Deals.Delimiter, Line: v.line}
		d.table(v, path, readers{
			"table":     func(n *node) { l.Table = d.pairs(n, path+".table") },
			"spellings": func(n *node) { l.Spellings = d.spellings(n, path+".spellings") },
			"key":       d.text(path+".key", &l.Key),
			"value":     d.text(path+".value", &l.Value),
			"encoding":  d.encoding(path+".encoding", &l.Encoding),
			"delimiter": d.delimiter(path+".delimiter", &l.Delimiter),
		})
		inline, byFile := l.Table != nil, l.Key != "" || l.Value != ""
		switch {
		case v.kind != tableKind || v.child("table") != nil && !inline:
		case inline && byFile:
			d.fault(Error{Line: v.line, Column: path, Reason: "a table or the columns of a file, not both", Err: ErrTwice})
		case !inline && (l.Key == "" || l.Value == ""):
			d.fault(Error{Line: v.line, Column: path, Reason: "a table, or key and value", Err: ErrMissing})
		}
		p.Lookups = append(p.Lookups, l)
	}
}

func (d *decoder) pairs(n *node, path string) map[string]string {
	if !d.is(n, path, tableKind) {
		return nil
	}
	pairs := map[string]string{}
	for _, key := range n.keys {
		var value string
		d.text(join(path, key), &value)(n.child(key))
		text := clean([]byte(key))
		if _, twice := pairs[text]; twice {
			d.fault(Error{Line: n.child(key).line, Column: path, Value: text, Err: ErrTwice})
		}
		pairs[text] = value
	}
	return pairs
}

func (d *decoder) spellings(n *node, path string) []Spelling {
	pairs := d.pairs(n, path)
	var all []Spelling
	for _, key := range n.keys {
		text := clean([]byte(key))
		all = append(all, Spelling{Text: text, Key: clean([]byte(pairs[text])), Line: n.child(key).line})
	}
	return all
}

func (d *decoder) rules(n *node) []Rule {
	if !d.is(n, "rules", arrayKind) {
		return nil
	}
	var rules []Rule
	for _, item := range n.items {
		r := Rule{Line: item.line}
		d.table(item, "rules", readers{
			"when":       func(n *node) { r.When = d.conditions(n) },
			"set":        func(n *node) { d.assignment(n, &r.Set) },
			"from":       d.date("rules.from", &r.From),
			"to":         d.date("rules.to", &r.To),
			"confidence": d.key("rules.confidence", confidenceKeys, func(i int) { r.Confidence = Confidence(i) }),
			"note":       d.text("rules.note", &r.Note),
		}, "when", "set")
		rules = append(rules, r)
	}
	return rules
}

func (d *decoder) conditions(n *node) []Cond {
	var conds []Cond
	read := readers{}
	for slot := range slots {
		path := "rules.when." + slotKey(slot)
		read[slotKey(slot)] = func(n *node) {
			c := Cond{Axis: Axis(slot / int(kindCount)), By: Kind(slot % int(kindCount))}
			d.texts(path, &c.Values)(n)
			conds = append(conds, c)
		}
	}
	d.table(n, "rules.when", read)
	return conds
}

func (d *decoder) assignment(n *node, a *Assignment) {
	d.table(n, "rules.set", readers{
		"stage":    d.text("rules.set.stage", &a.Stage),
		"enters":   d.texts("rules.set.enters", &a.Enters),
		"status":   d.text("rules.set.status", &a.Status),
		"cause":    d.text("rules.set.cause", &a.Cause),
		"category": d.text("rules.set.category", &a.Category),
	})
}

// whole finds the faults that no single part of a profile has.
func (d *decoder) whole(root *node, p *Profile) {
	for _, f := range [...]Field{Region, SellingEntity} {
		top := root.child(f.String())
		if c, ok := p.Deals.column(f); ok && top != nil {
			d.fault(Error{Line: c.Line, Other: top.line, Column: f.String(), Reason: "for the whole profile or by column, not both", Err: ErrTwice})
		}
	}
	for _, t := range [...]*Table{&p.Deals, &p.History} {
		for _, c := range t.Columns {
			named := func(l Lookup) bool { return l.Name == c.Lookup }
			if c.Lookup != "" && !slices.ContainsFunc(p.Lookups, named) {
				d.fault(Error{Line: c.Line, Column: c.Field.String() + ".lookup", Value: c.Lookup, Reason: "no such look-up in the profile", Err: ErrMissing})
			}
		}
	}
}
