// Package salesterms is what the columns and the values of sales exports are called in the languages of the world: the one place where a word such
// as "Angebot" or "失注" is said to mean something. The terms stand in text files, one for each language:
//
//	source own                                            # where the terms below come from: "own", or the system whose default they are
//	column owner_id = Betreuer | Verkäufer | Besitzer?    # kind, meaning, and the terms, a bar between them
//	status any      = Abgeschlossen??
//
// A term is plain, or weak (?): it means this, but other things too, so that the contents must bear it out. An open one (??) is known to
// mislead, and nothing but a person may decide it.
package salesterms

import (
	"embed"
	"fmt"
	"path"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Kind is what a term names. The zero value is a column.
type Kind uint8

// The kinds. Segment and CustomerKind only help to recognise a column by its contents.
const (
	Column Kind = iota
	Stage
	Status
	Cause
	Category
	Segment
	CustomerKind
)

var kinds = map[string]Kind{"column": Column, "stage": Stage, "status": Status, "cause": Cause, "category": Category, "segment": Segment, "customer_kind": CustomerKind}

// Doubt says how far a term can be trusted. The zero value is plain.
type Doubt uint8

// The degrees, the best first.
const (
	Plain Doubt = iota
	Weak
	Open
)

// Term is a word or words for one thing in one language. The zero value is none.
type Term struct {
	Kind     Kind
	Means    string // the key of a field, a stage, a status, a cause or a category; any, where only the kind is known
	Language string // its tag
	Source   string // own, or the system whose default it is
	Text     string
	Doubt    Doubt
}

//go:embed terms/*.txt
var files embed.FS

// lexicon has the terms by their folded text: as written, and without the accents of Latin and Greek letters, which exports often lose. Vietnamese
// words are not found without: there the accents tell words apart.
type lexicon struct {
	exact, bare map[string][]Term
	languages   []string
}

var loaded = sync.OnceValue(load)

// Find returns the terms that are written like the text, case, punctuation and compatibility forms apart, in order of the languages; if there is
// none, those that are like it without accents. The result must not be changed.
func Find(text string) []Term {
	l, folded := loaded(), Fold(text)
	if found := l.exact[folded]; len(found) > 0 {
		return found
	}
	return l.bare[bare(folded)]
}

// Languages returns the tags of the languages there are terms of, in order.
func Languages() []string { return append([]string(nil), loaded().languages...) }

// load reads the files, which are part of the program: a fault in them is a panic that the package's own test meets.
func load() *lexicon {
	l := &lexicon{exact: map[string][]Term{}, bare: map[string][]Term{}}
	entries, err := files.ReadDir("terms")
	if err != nil {
		panic(err)
	}
	for _, e := range entries {
		text, err := files.ReadFile(path.Join("terms", e.Name()))
		if err != nil {
			panic(err)
		}
		language := strings.TrimSuffix(e.Name(), ".txt")
		l.languages = append(l.languages, language)
		terms, err := parse(language, string(text))
		if err != nil {
			panic(err)
		}
		for _, t := range terms {
			l.add(t)
		}
	}
	return l
}

func (l *lexicon) add(t Term) {
	key := Fold(t.Text)
	l.exact[key] = append(l.exact[key], t)
	if t.Language != "vi" {
		l.bare[bare(key)] = append(l.bare[bare(key)], t)
	}
}

// parse reads one file.
func parse(language, text string) (terms []Term, err error) {
	source := ""
	for i, line := range strings.Split(text, "\n") {
		switch head, rest, _ := strings.Cut(line, " "); {
		case line == "" || head == "#":
		case head == "source":
			source = rest
		default:
			more, err := parseLine(line)
			if err != nil || source == "" {
				return nil, fmt.Errorf("salesterms: %s.txt:%d: not terms of a source: %q", language, i+1, line)
			}
			for _, t := range more {
				t.Language, t.Source = language, source
				terms = append(terms, t)
			}
		}
	}
	return terms, nil
}

func parseLine(line string) (terms []Term, err error) {
	head, rest, ok := strings.Cut(line, " = ")
	kind, means, both := strings.Cut(head, " ")
	k, known := kinds[kind]
	if !ok || !both || !known {
		return nil, fmt.Errorf("no kind, meaning and terms")
	}
	for text := range strings.SplitSeq(rest, " | ") {
		plain := strings.TrimRight(text, "?")
		t := Term{Kind: k, Means: means, Text: plain, Doubt: Doubt(len(text) - len(plain))}
		if t.Doubt > Open || Fold(plain) == "" {
			return nil, fmt.Errorf("not a term: %q", text)
		}
		terms = append(terms, t)
	}
	return terms, nil
}

// Fold returns the text in the form in which terms are compared: compatibility forms resolved, lower case, words apart where a capital begins one
// (CloseDate), and everything that is neither letter, mark nor digit as one space.
func Fold(text string) string {
	var b strings.Builder
	space, lower := false, false
	for _, r := range norm.NFKC.String(text) {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) {
			space, lower = true, false
			continue
		}
		if (space || lower && unicode.IsUpper(r)) && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space, lower = false, unicode.IsLower(r)
		b.WriteRune(unicode.ToLower(r))
	}
	return norm.NFC.String(b.String())
}

// bare drops the accents of Latin and Greek letters, the dot that Turkish tells i from ı by, and the form of σ that ends a word, which capitals lack.
func bare(folded string) string {
	var b strings.Builder
	strip := false
	for _, r := range norm.NFD.String(folded) {
		if unicode.Is(unicode.Mn, r) && strip {
			continue
		}
		strip = unicode.In(r, unicode.Latin, unicode.Greek)
		switch r {
		case 'ı':
			r = 'i'
		case 'ς':
			r = 'σ'
		}
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String())
}
