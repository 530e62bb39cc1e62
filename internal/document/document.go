// Package document reads TOML into values that know their lines, so that every fault of a text can be reported where it is. What a text may hold
// is bounded: memory stays in proportion to it.
package document

import (
	"bytes"
	"errors"
	"io"
	"sort"
	"strconv"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// What can be wrong with a text as a whole.
var (
	ErrSyntax   = errors.New("not TOML")
	ErrTooLarge = errors.New("over the limit")
)

// Fault says on which line a text cannot be read, and why. Line is 0 where the text as a whole is meant. Err is a sentinel of this package or the
// error of the reader. The zero value is no fault.
type Fault struct {
	Line   int
	Reason string
	Err    error
}

// Node is one value with the line it stands on. It is not to be changed once it is read; the zero value is none.
type Node struct {
	Line  int
	Kind  Kind
	Text  string   // of a scalar, as written; of a string, its content
	Items []*Node  // of a list
	Keys  []string // of a table, in the order of the text
	value map[string]*Node
}

// Child returns the value of a key, nil if there is none.
func (n *Node) Child(key string) *Node { return n.value[key] }

// Kind says what a value is. The zero value is nothing.
type Kind uint8

// The kinds of value.
const (
	Table Kind = iota + 1
	List
	Text
	Integer
	Bool
	Date
	Other
)

var kindNames = [...]string{"", "a table", "a list", "a text", "an integer", "true or false", "a date", "another kind of value"}

// String says what it is in words, such as "a table".
func (k Kind) String() string { return kindNames[k] }

// Read reads TOML. A text that is not TOML has one fault, where the parser gave up.
func Read(r io.Reader) (*Node, *Fault) {
	text, err := io.ReadAll(io.LimitReader(r, maxText+1))
	if err != nil {
		return nil, &Fault{Err: err}
	}
	if len(text) > maxText {
		return nil, &Fault{Reason: "a text has at most 4 MiB", Err: ErrTooLarge}
	}
	if fault := measure(text); fault != nil {
		return nil, fault
	}
	var whole map[string]any
	if err := toml.Unmarshal(text, &whole); err != nil { // it finds what expressions alone do not show, such as a key given twice
		return nil, syntaxFault(err)
	}
	return parse(text)
}

// Bounds of a text: ten thousand rules need less, and memory would be a hundred times that of the text where each byte is a value or a part of a key.
const (
	maxText   = 4 << 20
	maxNodes  = 1 << 18
	maxDotted = 16
	maxLine   = 256 << 10
)

// measure returns the fault of a text that has more in it than anybody writes. What is not TOML is left to others.
func measure(text []byte) *Fault {
	line := 1
	for each := range bytes.Lines(text) {
		if len(each) > maxLine {
			return &Fault{Line: line, Reason: "a line has at most 256 KiB", Err: ErrTooLarge}
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
			return &Fault{Line: bytes.Count(text[:at], []byte{'\n'}) + 1, Err: ErrTooLarge,
				Reason: "a text has at most " + strconv.Itoa(maxNodes) + " keys and values, a key at most " + strconv.Itoa(maxDotted) + " parts"}
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

func syntaxFault(err error) *Fault {
	fault := &Fault{Reason: err.Error(), Err: ErrSyntax}
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

func parse(text []byte) (*Node, *Fault) {
	p := &parser{}
	for i, c := range text {
		if c == '\n' {
			p.newlines = append(p.newlines, i)
		}
	}
	p.Reset(text)
	root := &Node{Line: 1, Kind: Table}
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
		return nil, syntaxFault(err)
	}
	return root, nil
}

func (p *parser) lineAt(offset int) int { return sort.SearchInts(p.newlines, offset) + 1 }

// table finds or makes the table that a [header] or [[header]] names.
func (p *parser) table(root *Node, e *unstable.Node) *Node {
	at := root
	for it := e.Key(); it.Next(); {
		key, line := string(it.Node().Data), p.lineAt(int(it.Node().Raw.Offset))
		next := at.Child(key)
		switch {
		case it.IsLast() && e.Kind == unstable.ArrayTable:
			if next == nil {
				next = at.put(key, &Node{Line: line, Kind: List})
			}
			next.Items = append(next.Items, &Node{Line: line, Kind: Table})
		case next == nil:
			next = at.put(key, &Node{Line: line, Kind: Table})
		}
		at = next
		if at.Kind == List && len(at.Items) > 0 {
			at = at.Items[len(at.Items)-1]
		}
	}
	return at
}

// keyValue puts a value under its key, which may be dotted.
func (p *parser) keyValue(at *Node, e *unstable.Node) {
	for it := e.Key(); it.Next(); {
		key, line := string(it.Node().Data), p.lineAt(int(it.Node().Raw.Offset))
		if it.IsLast() {
			at.put(key, p.node(e.Value(), line))
			return
		}
		next := at.Child(key)
		if next == nil {
			next = at.put(key, &Node{Line: line, Kind: Table})
		}
		at = next
	}
}

func (p *parser) node(v *unstable.Node, line int) *Node {
	if v.Raw.Length > 0 {
		line = p.lineAt(int(v.Raw.Offset))
	}
	n := &Node{Line: line, Kind: Other, Text: string(v.Data)}
	switch v.Kind {
	case unstable.String:
		n.Kind = Text
	case unstable.Integer:
		n.Kind = Integer
	case unstable.Bool:
		n.Kind = Bool
	case unstable.LocalDate:
		n.Kind = Date
	case unstable.Array:
		n.Kind = List
		for it := v.Children(); it.Next(); {
			n.Items = append(n.Items, p.node(it.Node(), line))
		}
	case unstable.InlineTable:
		n.Kind = Table
		for it := v.Children(); it.Next(); {
			p.keyValue(n, it.Node())
		}
	}
	return n
}

func (n *Node) put(key string, v *Node) *Node {
	if n.value == nil {
		n.value = map[string]*Node{}
	}
	if n.value[key] == nil {
		n.Keys = append(n.Keys, key)
	}
	n.value[key] = v
	return v
}
