package mapping

import (
	"strconv"

	"github.com/koine-go/koine/internal/document"
)

// tableKeys are those of either file.
func (d *decoder) tableKeys(path string, file place, t *Table) entries {
	keys := entries{
		"syntax":    d.key(path+".syntax", syntaxKeys, func(i int) { t.Syntax = Syntax(i) }).says("default csv; json is JSON lines or one document"),
		"each":      d.oneOrMore(path+".each", &t.Each).says("where the records of JSON stand: a path to a list, or one after another for lists in lists"),
		"encoding":  d.encoding(path+".encoding", &t.Encoding).says("default utf-8"),
		"delimiter": d.delimiter(path+".delimiter", &t.Delimiter).says("one character; default a comma"),
		"sorted":    d.bool(path+".sorted", &t.Sorted).says("in the order of the ids' bytes; then memory is constant"),
		"fields":    d.columns(path+".fields", file, t).says("where each field comes from"),
	}
	if file == inHistory {
		keys["columns"] = d.oneOrMore(path+".columns", &t.Stages).says("names of columns of the deals, each with the times of one stage, such as date_entered_{stage_id}")
	}
	return keys
}

// oneOrMore returns the entry of a text or of a list of texts, none of them blank. It takes the place of what to held.
func (d *decoder) oneOrMore(path string, to *[]string) entry {
	one := func() *shape { return &shape{OneOf: []*shape{textShape(), listShape(textShape(), 1)}} }
	return entry{shape: one, read: func(n *document.Node) {
		*to = nil
		if n.Kind == document.Text {
			var text string
			d.text(path, &text).read(n)
			*to = []string{text}
			return
		}
		d.texts(path, to).read(n)
		for _, text := range *to {
			if text == "" {
				d.wrong(n, path, "blank")
			}
		}
	}}
}

// amiss returns what no single key of a table shows to be wrong. Each fault is without the file and with the path within the table.
func (t *Table) amiss() (faults []Error) {
	fault := func(line int, key, value, reason string, err error) {
		faults = append(faults, Error{Line: max(line, t.Line), Column: key, Value: value, Reason: reason, Err: err})
	}
	if t.Syntax != JSON && len(t.Each) > 0 {
		fault(0, "each", t.Each[0], "only for JSON", ErrUnknownKey)
	}
	for _, step := range t.Each {
		if _, reason := parseStep(step); reason != "" {
			fault(0, "each", step, reason, ErrValue)
		}
	}
	for number, text := range t.Stages {
		if _, _, reason := t.stage(number, text); reason != "" {
			fault(0, "columns", text, reason, ErrValue)
		}
	}
	for i := range t.Columns {
		c := &t.Columns[i]
		key := "fields." + c.Field.String()
		switch {
		case len(t.Stages) > 0 && (c.Name != "" || c.Value != "" || c.Field != At && c.Field != On):
			fault(c.Line, key, "", "columns give the history; at or on only says how their times are written", ErrTwice)
		case len(t.Stages) == 0 && c.Name == "" && c.Value == "":
			fault(c.Line, key, "", "column or value", ErrMissing)
		case t.Syntax == JSON && c.Name != "":
			if reason := t.path(c.Name); reason != "" {
				fault(c.Line, key+".column", c.Name, reason, ErrValue)
			}
		case t.Syntax == CSV && c.Format == List && c.Separator == "":
			fault(c.Line, key+".separator", "", "", ErrMissing)
		}
	}
	return faults
}

// path says what is wrong with the path of a column.
func (t *Table) path(name string) (reason string) {
	p, reason := parsePath(name)
	if reason == "" && p.up > len(t.Each) {
		reason = "there are only " + strconv.Itoa(len(t.Each)) + " records around"
	}
	return reason
}

// stage reads one of the names of columns with times: where it stands and what it is like.
func (t *Table) stage(number int, text string) (around []string, s stageName, reason string) {
	name := headerName(text)
	if t.Syntax == JSON {
		p, reason := parsePath(text)
		if reason == "" && p.up > 0 {
			reason = "such a column stands in the record itself"
		}
		if reason != "" {
			return nil, s, reason
		}
		last := len(p.names) - 1
		around, name = p.names[:last], p.names[last]
	}
	s, reason = parseStageName(number, name)
	return around, s, reason
}
