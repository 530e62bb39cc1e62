package normalize

import (
	"slices"
	"strings"
)

// Bool is a yes or no read from text. The zero value is no.
type Bool struct {
	Value   bool
	Repairs Repairs
}

// Bool reads a whole text as yes or no: true, false, 1, 0, or a word or letter for them in the locale's language. English
// words are read in most languages of business too, but not where they could mean the opposite: "no" is a yes in spoken
// Polish, and "y" begins the Turkish yok. Anything else, no text among it, is ErrSyntax, and the hint lists what the
// locale has: a cross is a no on some forms and a yes on others. It is safe for concurrent use.
func (l *Locale) Bool(b []byte) (Bool, error) {
	t := l.truths()
	s, f := t.find(b)
	if f != nil {
		if f.err == ErrSyntax && t.listed != "" {
			f.hint = "this locale has " + t.listed
		}
		return Bool{}, l.refuse(b, "yes or no", f)
	}
	return Bool{s.value == yes, s.repairs}, nil
}

// The values of the spellings of truths, and of customary ones.
const (
	yes     = "true"
	no      = "false"
	neither = "neither" // what CLDR has and is wrong, or could be taken for the opposite
)

// truths are the spellings of yes and no in a locale.
type truths struct {
	*spellings
	listed string // for hints
}

// truths are those of the locale, none for the zero Locale.
func (l *Locale) truths() *truths {
	return l.answers.get(func() *truths {
		if l.tag == "" {
			return &truths{spellings: newSpellings(0)}
		}
		return newTruths(l.row, &l.naming)
	})
}

func newTruths(row localeRow, n *naming) *truths {
	t := &truths{spellings: newSpellings(32)}
	forms := map[string][]string{}
	truthCustoms.each("truth", row, func(value, list string) { forms[value] = append(forms[value], split(list)...) })
	words := n.words()
	forms[yes] = append(forms[yes], withoutInitial(split(words["yes"]), 'n')...)
	forms[no] = append(forms[no], withoutInitial(split(words["no"]), 'y')...)
	var listed []string
	for _, value := range [...]string{yes, no} {
		for _, text := range forms[value] {
			if !slices.Contains(forms[neither], text) && t.add(spelling{text: text, value: value}) {
				listed = append(listed, text)
			}
		}
	}
	t.listed = strings.Join(listed, ", ")
	return t
}

// withoutInitial drops the forms that are nothing but the initial of the English word for the opposite, as the Swahili N for
// ndiyo, yes, is: whoever filled in the column may have meant either.
func withoutInitial(forms []string, opposite rune) []string {
	return slices.DeleteFunc(forms, func(text string) bool { return initialOf(text) == opposite })
}

// initialOf is the letter y or n that a text is, or that the Greek letter on its key is; 0 for any other text.
func initialOf(text string) rune {
	switch string(bared(nil, fold(nil, []byte(text), true))) {
	case "y", "υ":
		return 'y'
	case "n", "ν":
		return 'n'
	}
	return 0
}
