package mapping

import (
	"bytes"
	"errors"
	"io"
	"sort"
	"strconv"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// maxProfile bounds a profile's text: ten thousand rules need less.
const maxProfile = 4 << 20

// node is one value of a TOML document with the line it stands on, so that every fault can be reported where it is.
type node struct {
	line  int
	kind  kind
	text  string // of a scalar, as written; of a string, its content
	items []*node
	keys  []string
	value map[string]*node
}

type kind uint8

const (
	tableKind kind = iota + 1
	arrayKind
	textKind
	integerKind
	boolKind
	dateKind
	otherKind
)

var kindNames = [...]string{"", "a table", "a list", "a text", "an integer", "true or false", "a date", "another kind of value"}

// String says what it is in words, such as "a table".
func (k kind) String() string { return kindNames[k] }

// readDocument reads TOML. A text that is not TOML has one fault, where the parser gave up.
func readDocument(file string, r io.Reader) (*node, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxProfile+1))
	if err != nil {
		return nil, &Error{File: file, Err: err}
	}
	if len(text) > maxProfile {
		return nil, &Error{File: file, Reason: "a profile has at most 4 MiB", Err: ErrTooLarge}
	}
	if fault := measure(text); fault != nil {
		fault.File = file
		return nil, fault
	}
	var whole map[string]any
	if err := toml.Unmarshal(text, &whole); err != nil {
		return nil, syntaxError(file, err)
	}
	return parseDocument(file, text)
}

// Bounds of what a profile's text may hold: memory is a hundred times that of the text where each byte is a value or a part of a key.
const (
	maxNodes  = 1 << 18
	maxDotted = 16
	maxLine   = 256 << 10
)

// measure returns the fault of a text that has more in it than a profile needs. What is not TOML is left to others.
func measure(text []byte) *Error {
	line := 1
	for each := range bytes.Lines(text) {
		if len(each) > maxLine {
			return &Error{Line: line, Reason: "a line of a profile has at most 256 KiB", Err: ErrTooLarge}
		}
		line++
	}
	var p unstable.Parser
	p.Reset(text)
	for nodes := 0; p.NextExpression(); {
		e := p.Expression()
		parts, at := 0, 0
		if e.Kind == unstable.Comment {
			continue
		}
		for it := e.Key(); it.Next(); parts++ {
			at = int(it.Node().Raw.Offset)
		}
		if e.Kind == unstable.KeyValue {
			nodes += weight(e.Value())
		}
		if nodes += parts; nodes > maxNodes || parts > maxDotted {
			return &Error{Line: bytes.Count(text[:at], []byte{'\n'}) + 1, Err: ErrTooLarge,
				Reason: "a profile has at most " + strconv.Itoa(maxNodes) + " keys and values, a key at most " + strconv.Itoa(maxDotted) + " parts"}
		}
	}
	return nil
}

// weight counts a value and what is in it; a key of many parts in an inline table weighs as many.
func weight(v *unstable.Node) int {
	n := 1
	for it := v.Children(); it.Next(); {
		n += weight(it.Node())
	}
	return n
}

func syntaxError(file string, err error) error {
	fault := &Error{File: file, Reason: err.Error(), Err: ErrSyntax}
	var decode *toml.DecodeError
	if errors.As(err, &decode) {
		fault.Line, _ = decode.Position()
	}
	return fault
}

// parser turns go-toml's expressions into nodes. The text is known to be TOML without repeated keys.
type parser struct {
	unstable.Parser
	newlines []int // offsets
}

func parseDocument(file string, text []byte) (*node, error) {
	p := &parser{}
	for i, c := range text {
		if c == '\n' {
			p.newlines = append(p.newlines, i)
		}
	}
	p.Reset(text)
	root := &node{line: 1, kind: tableKind}
	current := root
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.Table, unstable.ArrayTable:
			current = p.table(root, e)
		case unstable.KeyValue:
			p.keyValue(current, e)
		}
	}
	if err := p.Error(); err != nil {
		return nil, syntaxError(file, err)
	}
	return root, nil
}

func (p *parser) lineAt(offset int) int { return sort.SearchInts(p.newlines, offset) + 1 }

// table finds or makes the table that a [header] or [[header]] names.
func (p *parser) table(root *node, e *unstable.Node) *node {
	at := root
	for it := e.Key(); it.Next(); {
		key, line := string(it.Node().Data), p.lineAt(int(it.Node().Raw.Offset))
		next := at.child(key)
		switch {
		case it.IsLast() && e.Kind == unstable.ArrayTable:
			if next == nil {
				next = at.put(key, &node{line: line, kind: arrayKind})
			}
			next.items = append(next.items, &node{line: line, kind: tableKind})
		case next == nil:
			next = at.put(key, &node{line: line, kind: tableKind})
		}
		at = next
		if at.kind == arrayKind && len(at.items) > 0 {
			at = at.items[len(at.items)-1]
		}
	}
	return at
}

// keyValue puts a value under its key, which may be dotted.
func (p *parser) keyValue(at *node, e *unstable.Node) {
	for it := e.Key(); it.Next(); {
		key, line := string(it.Node().Data), p.lineAt(int(it.Node().Raw.Offset))
		if it.IsLast() {
			at.put(key, p.node(e.Value(), line))
			return
		}
		next := at.child(key)
		if next == nil {
			next = at.put(key, &node{line: line, kind: tableKind})
		}
		at = next
	}
}

func (p *parser) node(v *unstable.Node, line int) *node {
	if v.Raw.Length > 0 {
		line = p.lineAt(int(v.Raw.Offset))
	}
	n := &node{line: line, kind: otherKind, text: string(v.Data)}
	switch v.Kind {
	case unstable.String:
		n.kind = textKind
	case unstable.Integer:
		n.kind = integerKind
	case unstable.Bool:
		n.kind = boolKind
	case unstable.LocalDate:
		n.kind = dateKind
	case unstable.Array:
		n.kind = arrayKind
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

func (n *node) child(key string) *node { return n.value[key] }

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
