package script

import "strings"

// block is lines without an empty one between them: a table of facts, or a case with its numbers.
type block struct {
	reason bool // a comment stands right above the head
	head   line
	body   []line
}

type line struct {
	number int
	text   string
}

// blocks splits a script. Comments are cut off, whole lines and ends of lines alike; a block of comments alone is prose and no block.
func blocks(text string) []block {
	var all []block
	var b block
	end := func() {
		if b.head.number > 0 {
			all = append(all, b)
		}
		b = block{}
	}
	for i, raw := range strings.Split(text, "\n") {
		l := line{i + 1, uncommented(raw)}
		switch {
		case strings.TrimSpace(raw) == "":
			end()
		case l.text != "" && b.head.number == 0:
			b.head = l
		case l.text != "":
			b.body = append(b.body, l)
		case b.head.number == 0:
			b.reason = b.reason || strings.Trim(raw, "# \t\r") != ""
		}
	}
	end()
	return all
}

// uncommented cuts a comment, which begins with a # at the start of a line or after a blank.
func uncommented(s string) string {
	for i := range s {
		if s[i] == '#' && (i == 0 || s[i-1] == ' ' || s[i-1] == '\t') {
			s = s[:i]
			break
		}
	}
	return strings.TrimSpace(s)
}
