package main

import (
	_ "embed"
	"fmt"
	"strings"
)

// ledger is the account of everything put into the exports on purpose.
type ledger struct{ entries []entry }

type entry struct {
	path    string
	what    string
	reading string // what a careful reader makes of it
	ids     []string
}

func (l *ledger) note(path, what, reading string, ids ...string) {
	l.entries = append(l.entries, entry{path, what, reading, ids})
}

//go:embed readme.md
var prose string

// readme is the prose with the ledger as a table behind it.
func (l *ledger) readme() []byte {
	var b strings.Builder
	b.WriteString(prose)
	b.WriteString("\n| file | what | how it is to be read | how many | which |\n|--|--|--|--:|--|\n")
	for _, e := range l.entries {
		fmt.Fprintf(&b, "| %s | %s | %s | %d | %s |\n", e.path, e.what, e.reading, len(e.ids), strings.Join(e.ids, ", "))
	}
	return []byte(b.String())
}
