package mapping

import "strings"

// Syntax is how a file is written. The zero value is CSV.
type Syntax uint8

// The syntaxes.
const (
	CSV  Syntax = iota
	JSON        // JSON lines, or one document
)

var syntaxKeys = []string{"csv", "json"}

// String returns the key.
func (s Syntax) String() string { return keyAt(syntaxKeys, int(s)) }

// jsonPath is where a value stands in a record of JSON.
type jsonPath struct {
	up    int      // how many records around the row's own
	names []string // of the members on the way
}

// parsePath reads names joined by dots. A name in quotes may hold dots, and two quotes in it are one; each ^. before them goes to the record around. The
// reason says what is wrong, if something is.
func parsePath(s string) (p jsonPath, reason string) {
	for strings.HasPrefix(s, "^.") {
		s = s[len("^."):]
		p.up++
	}
	for {
		name, rest, reason := pathName(s)
		if reason != "" {
			return p, reason
		}
		p.names = append(p.names, name)
		if rest == "" {
			return p, ""
		}
		s = rest[len("."):]
	}
}

// parseStep reads a path that leads from a record to a list in it.
func parseStep(s string) (names []string, reason string) {
	p, reason := parsePath(s)
	if reason == "" && p.up > 0 {
		reason = "a step leads inwards"
	}
	return p.names, reason
}

// pathName cuts the first name from a path; rest begins with a dot, or is empty.
func pathName(s string) (name, rest, reason string) {
	if !strings.HasPrefix(s, `"`) {
		end := strings.IndexByte(s, '.')
		if end < 0 {
			end = len(s)
		}
		if name, rest = s[:end], s[end:]; name == "" {
			return "", "", "a name is blank"
		}
		return name, rest, ""
	}
	for s = s[1:]; ; {
		end := strings.IndexByte(s, '"')
		if end < 0 {
			return "", "", "a quote is not closed"
		}
		name, rest = name+s[:end], s[end+1:]
		if !strings.HasPrefix(rest, `"`) {
			break
		}
		name, s = name+`"`, rest[1:]
	}
	if rest != "" && !strings.HasPrefix(rest, ".") {
		return "", "", "no dot after the closing quote"
	}
	return name, rest, ""
}

// branch is a member that some path leads to or through.
type branch struct {
	members map[string]*branch
	cell    int  // its number in the row, -1 for none
	list    bool // the records of the next step are its elements
	seen    bool // in some record
	stages  []stageName
}

func newBranch() *branch { return &branch{cell: -1} }

// at returns the branch that the names lead to.
func (b *branch) at(names []string) *branch {
	for _, name := range names {
		next := b.members[name]
		if next == nil {
			if b.members == nil {
				b.members = map[string]*branch{}
			}
			next = newBranch()
			b.members[name] = next
		}
		b = next
	}
	return b
}
