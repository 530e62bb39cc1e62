package normalize

import (
	"strconv"
	"strings"

	"github.com/koine-go/koine/internal/lexicon"
)

// Names makes the names of more locales known: those of months and weekdays, of currencies and countries. The table that
// there is is allnames.Table, which returns this option.
func Names(t *lexicon.Table) Option { return func(p *options) { p.lexicon = t } }

// naming is where the names of a locale come from: the packs of its ancestors, nearest first.
type naming struct {
	tags []string
	more lexicon.Table // what the caller has
}

func newNaming(row localeRow, o options) naming {
	var n naming
	if o.lexicon != nil {
		n.more = *o.lexicon
	}
	for ok := true; ok; row, ok = row.above() {
		n.tags = append(n.tags, row.tag)
	}
	return n
}

// each yields the names of each key in the packs, those of the nearest ancestor that has its own; what the first pack has on a
// locale holds.
func (n *naming) each(tags []string, packs [2]*lexicon.Pack, yield func(key, names string)) {
	seen := map[string]bool{}
	for _, tag := range tags {
		text, keys := "", ""
		for _, p := range packs {
			if found, ok := p.Text(tag); ok {
				text, keys = found, p.Keys
				break
			}
		}
		for line := range strings.SplitSeq(text, "\n") {
			var key string
			key, keys, _ = strings.Cut(keys, " ")
			if line == lexicon.Same || seen[key] || text == "" {
				continue
			}
			seen[key] = true
			if line != "" {
				yield(key, line)
			}
		}
	}
}

func (n *naming) currencies(yield func(code, names string)) {
	n.each(n.tags, [2]*lexicon.Pack{n.more.Currencies, &currenciesPack}, yield)
}

// regions has the names that are spelt as in English, too.
func (n *naming) regions(yield func(code, names string)) {
	n.each(append(n.tags[:len(n.tags):len(n.tags)], "en"), [2]*lexicon.Pack{n.more.Regions, &regionsPack}, yield)
}

// words are names by their key.
type words map[string]string

func (n *naming) words() words {
	w := words{}
	n.each(n.tags, [2]*lexicon.Pack{n.more.Words, &wordsPack}, func(key, names string) { w[key] = names })
	return w
}

// list joins the names of the keys from name1 to nameN, a line for each.
func (w words) list(name string, n int) string {
	lines := make([]string, n)
	for i := range lines {
		lines[i] = w[name+strconv.Itoa(i+1)]
	}
	return strings.Join(lines, "\n")
}
