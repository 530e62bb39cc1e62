package territory

import (
	"errors"
	"io"
	"sort"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// maxText bounds a definition's text: every postal code of the United States needs less.
const maxText = 4 << 20

// node is one value of a TOML document with the line it stands on, so that every fault can be reported where it is.
type node struct {
	line  int
	kind  kind
	text  string // of a scalar
	items []*node
	keys  []string // of a table, in the order of the text
	value map[string]*node
}

type kind uint8

const (
	tableKind kind = iota + 1
	listKind
	textKind
	boolKind
	dateKind
	otherKind
)

var kindNames = [...]string{"", "a table", "a list", "a text", "true or false", "a date", "another kind of value"}

// String says what it is in words, such as "a table".
func (k kind) String() string { return kindNames[k] }

// readDocument reads TOML. A text that is not TOML has one fault, where the parser gave up.
func readDocument(file string, r io.Reader) (*node, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxText+1))
	if err != nil {
		return nil, &Error{File: file, Err: err}
	}
	if len(text) > maxText {
		return nil, &Error{File: file, Reason: "a definition has at most 4 MiB", Err: ErrTooLarge}
	}
	var whole map[string]any
	if err := toml.Unmarshal(text, &whole); err != nil { // it finds what expressions alone do not show, such as a key given twice
		return nil, syntaxError(file, err)
	}
	p := &parser{}
	for i, c := range text {
		if c == '\n' {
			p.newlines = append(p.newlines, i)
		}
	}
	p.Reset(text)
	root := p.document()
	if err := p.Error(); err != nil {
		return nil, syntaxError(file, err)
	}
	return root, nil
}

func syntaxError(file string, err error) error {
	fault := &Error{File: file, Reason: err.Error(), Err: ErrSyntax}
	var decode *toml.DecodeError
	if errors.As(err, &decode) {
		fault.Line, _ = decode.Position()
	}
	return fault
}

// parser turns go-toml's expressions into nodes.
type parser struct {
	unstable.Parser
	newlines []int // offsets
}

func (p *parser) document() *node {
	root := &node{line: 1, kind: tableKind}
	current := root
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.Table, unstable.ArrayTable:
			current = p.header(root, e)
		case unstable.KeyValue:
			p.keyValue(current, e)
		}
	}
	return root
}

// header finds or makes the table that a [header] or [[header]] names.
func (p *parser) header(at *node, e *unstable.Node) *node {
	for it := e.Key(); it.Next(); {
		key, line := p.key(it.Node())
		next := at.value[key]
		repeats := it.IsLast() && e.Kind == unstable.ArrayTable
		switch {
		case next == nil && repeats:
			next = at.put(key, &node{line: line, kind: listKind})
		case next == nil:
			next = at.put(key, &node{line: line, kind: tableKind})
		}
		if repeats {
			next.items = append(next.items, &node{line: line, kind: tableKind})
		}
		if at = next; at.kind == listKind && len(at.items) > 0 {
			at = at.items[len(at.items)-1]
		}
	}
	return at
}

// keyValue puts a value under its key, which may be dotted.
func (p *parser) keyValue(at *node, e *unstable.Node) {
	for it := e.Key(); it.Next(); {
		key, line := p.key(it.Node())
		if it.IsLast() {
			at.put(key, p.node(e.Value(), line))
			return
		}
		next := at.value[key]
		if next == nil {
			next = at.put(key, &node{line: line, kind: tableKind})
		}
		at = next
	}
}

func (p *parser) node(v *unstable.Node, line int) *node {
	if v.Raw.Length > 0 {
		line = p.lineAt(v)
	}
	n := &node{line: line, kind: otherKind, text: string(v.Data)}
	switch v.Kind {
	case unstable.String:
		n.kind = textKind
	case unstable.Bool:
		n.kind = boolKind
	case unstable.LocalDate:
		n.kind = dateKind
	case unstable.Array:
		n.kind = listKind
		for it := v.Children(); it.Next(); {
			n.items = append(n.items, p.node(it.Node(), line))
		}
	case unstable.InlineTable:
		n.kind = tableKind
		for it := v.Children(); it.Next(); {
			p.keyValue(n, it.Node())
		}
	}
	return n
}

func (p *parser) key(n *unstable.Node) (key string, line int) { return string(n.Data), p.lineAt(n) }

func (p *parser) lineAt(n *unstable.Node) int {
	return sort.SearchInts(p.newlines, int(n.Raw.Offset)) + 1
}

func (n *node) put(key string, v *node) *node {
	if n.value == nil {
		n.value = map[string]*node{}
	}
	if n.value[key] == nil {
		n.keys = append(n.keys, key)
	}
	n.value[key] = v
	return v
}
