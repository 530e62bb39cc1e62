package mapping

import "bytes"

// nesting is how far a scan for the end of a JSON value is: in which brackets, and whether in a string. It looks at nothing else.
type nesting struct {
	open    []byte // the brackets that are open, of the outermost ones
	depth   int    // how many are open
	quoted  bool
	escaped bool // the byte before was a backslash
	scalar  bool // in a number or a word outside all brackets
}

func (n *nesting) reset() { *n = nesting{open: n.open[:0]} }

// atEnd tells whether the value is complete if nothing follows.
func (n *nesting) atEnd() bool { return n.scalar }

// outside is what has a meaning outside strings.
var outside = [256]bool{'"': true, '{': true, '[': true, '}': true, ']': true}

// scan goes on with the next bytes. size is how many of them belong to the value; done says that it ends there. Of brackets deeper than kept it does not
// look whether they match.
func (n *nesting) scan(b []byte, kept int) (size int, done, bad bool) {
	for i := 0; i < len(b); {
		if n.quoted {
			i += n.string(b[i:])
			if !n.quoted && n.depth == 0 {
				return i, true, false
			}
			continue
		}
		c := b[i]
		if n.depth == 0 && !outside[c] {
			if n.scalar && (c == ',' || c <= ' ') {
				return i, true, false
			}
			n.scalar = true
			i++
			continue
		}
		switch {
		case !outside[c]:
		case n.scalar: // what ends a word or a number
			return i, true, c == '"' || c == '{' || c == '['
		case c == '"':
			n.quoted = true
		default:
			if closed, matches := n.bracket(c, kept); closed || !matches {
				return i + 1, closed, !matches
			}
		}
		i++
	}
	return len(b), false, false
}

// bracket opens or closes one. closed says that it was the outermost.
func (n *nesting) bracket(c byte, kept int) (closed, matches bool) {
	if c == '{' || c == '[' {
		if n.depth < kept {
			n.open = append(n.open, c+2) // the closing one
		}
		n.depth++
		return false, true
	}
	if n.depth == 0 || n.depth <= len(n.open) && n.open[n.depth-1] != c {
		return false, false
	}
	n.depth--
	n.open = n.open[:min(n.depth, len(n.open))]
	return n.depth == 0, true
}

// string returns how many bytes belong to the string that is open; quoted is false then if it is closed.
func (n *nesting) string(b []byte) (size int) {
	for size < len(b) {
		if n.escaped {
			n.escaped = false
			size++
			continue
		}
		rest := b[size:]
		end := bytes.IndexByte(rest, '"')
		if end < 0 {
			end = len(rest)
		}
		if slash := bytes.IndexByte(rest[:end], '\\'); slash >= 0 {
			n.escaped = true
			size += slash + 1
			continue
		}
		if size += end; end < len(rest) {
			n.quoted = false
			return size + 1
		}
	}
	return size
}
