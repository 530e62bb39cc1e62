package mapping

import (
	"bytes"

	"github.com/koine-go/koine/funnel"
)

// word is what a cell of a column of few values means: found once, then looked up by its bytes.
type word struct {
	text     string
	label    funnel.Label
	currency funnel.Currency
	category funnel.Category
	kind     funnel.EventKind
	yes      bool
	times    timeline // where it changes with the day
	repair   error    // what is amiss with the text; the cell has its value all the same
	err      error
}

// note returns what is to be said of the cell.
func (w *word) note() error {
	if w.err != nil {
		return w.err
	}
	return w.repair
}

// What is remembered of a column: when it is too much the memory begins anew, so that a column of many or long values costs no more.
const (
	maxWords     = 1 << 15
	maxWordBytes = 1 << 20
)

// word returns the meaning of a cell, which has no space around it. It is valid until the next call.
func (c *cellReader) word(cell []byte) *word {
	if n, ok := c.words.find(cell); ok {
		return &c.words.values[n]
	}
	if c.wordBytes += len(cell); c.wordBytes > maxWordBytes || len(c.words.keys) == maxWords {
		c.words, c.wordBytes = newDictionary[word](), len(cell)
	}
	n := c.words.add(cell, c.newWord(cell))
	return &c.words.values[n]
}

func (c *cellReader) newWord(cell []byte) word {
	w := word{text: clean(cell)}
	_, isLocal := c.column.Field.local()
	switch {
	case c.lookup != nil:
		key := w.text
		w.times = c.lookup.times[c.lookup.key(key)]
		if w.text, w.repair, w.err = c.lookup.find(key, c.asked); w.err != nil {
			return w
		}
	case isLocal: // a rule names it as it is written
		w.repair = hidden(cell)
	case c.format == Text:
		w.repair = odd(cell)
	}
	switch f := c.column.Field; {
	case fields[f].label != nil:
		w.label = funnel.LabelOf(w.text)
	case f == CurrencyCode:
		w.currency, w.err = funnel.ParseCurrency(w.text)
	case f == ForecastCategory:
		w.category, w.err = funnel.ParseCategory(w.text)
	case f == EventKind:
		w.kind, w.err = funnel.ParseEventKind(w.text)
	case c.format == Bool:
		w.yes, w.err = c.yesNo(cell)
	}
	return w
}

// yesNo reads one of the words that the profile names, or what JSON has for them; without any, true, yes and 1 or false, no and 0, whatever their case.
func (c *cellReader) yesNo(cell []byte) (bool, error) {
	if c.kind == literalCell && !isNumber(cell) {
		return string(cell) == "true", nil
	}
	yes, no := c.column.Yes, c.column.No
	if len(yes) == 0 && len(no) == 0 {
		yes, no = []string{"true", "yes", "1"}, []string{"false", "no", "0"}
	}
	for _, w := range yes {
		if bytes.EqualFold(cell, []byte(w)) {
			return true, nil
		}
	}
	for _, w := range no {
		if bytes.EqualFold(cell, []byte(w)) {
			return false, nil
		}
	}
	return false, because(ErrValue, "neither yes nor no")
}
