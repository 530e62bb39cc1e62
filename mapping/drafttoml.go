package mapping

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
)

// draftWriter writes a profile with its reasons.
type draftWriter struct {
	strings.Builder
	d *Drafted
}

const draftHead = `# A draft, from a sample of %s%s. It is not a profile yet: %s.
#
# What stands here as plain text is what the sample proves; behind each line stands how. What it does not prove is a question: a block that
# begins with [[questions]]. To answer one, take the marks #? off the lines at it, put the answer in the place of each "?", and delete the block. If
# the answer is that nothing shall be read, delete the block alone. As long as a question is left, the profile is refused with its line.

`

// WriteTOML writes the profile: what is sure is active, with its evidence in a comment, and all else a question, without an answer to which
// ReadProfile refuses the profile.
func (d *Drafted) WriteTOML(w io.Writer) error {
	b := &draftWriter{d: d}
	b.head()
	b.table("deals")
	history := ""
	if d.events > 0 {
		b.table("history")
		history = " and " + counted(d.events, "event")
	}
	b.categories()
	for _, axis := range axisKeys {
		b.rules(axis)
	}
	b.waiting()
	left := counted(strings.Count(b.String(), "\n[[questions]]\n"), "question") + " to answer"
	_, err := io.WriteString(w, fmt.Sprintf(draftHead, counted(d.deals, "deal"), history, left)+b.String())
	return err
}

// of returns the proposals of a kind for a file.
func (b *draftWriter) of(file string, what ...string) (some []Proposal) {
	for _, p := range b.d.Proposals {
		if p.File == file && slices.Contains(what, p.What) {
			some = append(some, p)
		}
	}
	return some
}

var headAsks = map[string]string{"name": "What shall the source be called? Its ids are of this name.", "locale": "In which country's way are numbers and dates written?",
	"zone": "In which time zone did the clocks of the source stand?", "currency": "In which currency are amounts that name none?",
	"encoding": "In which encoding is the file written?", "delimiter": "At which character do the cells end?"}

// head writes what stands above all tables; a question's block would begin one, so that the blocks come behind.
func (b *draftWriter) head() {
	b.line(`version = "draft"`, "choose one: every event will keep name@version")
	var open []Proposal
	for _, p := range b.of("", "name", "locale", "zone", "currency") {
		keys := []string{p.What}
		if p.What == "name" {
			keys = []string{"name", "source_scheme"}
		}
		for _, key := range keys {
			if p.Sure {
				b.line(key+" = "+tomlText(p.Proposed), p.why())
			} else {
				fmt.Fprintf(b, "#? %s = \"?\"\n", key)
			}
		}
		if !p.Sure {
			open = append(open, p)
		}
	}
	for _, p := range open {
		b.question(p.What+", above", headAsks[p.What], p)
	}
}

// table writes how a file is read, then its fields.
func (b *draftWriter) table(file string) {
	fmt.Fprintf(b, "\n[%s]\n", file)
	var open []Proposal
	for _, p := range b.of(file, "encoding", "delimiter") {
		switch {
		case p.Sure:
			b.line(p.What+" = "+tomlText(p.Proposed), p.why())
		default:
			fmt.Fprintf(b, "#? %s = \"?\"\n", p.What)
			open = append(open, p)
		}
	}
	for _, p := range open {
		b.question(file+": "+p.What+", above", headAsks[p.What], p)
	}
	fmt.Fprintf(b, "\n[%s.fields]\n", file)
	open = nil
	for _, p := range b.of(file, "column") {
		switch {
		case p.Sure:
			b.line(p.Proposed+" = "+b.column(p), p.why())
		case len(p.Candidates) > 0:
			open = append(open, p)
		default:
			fmt.Fprintf(b, "# not read: %s: %s\n", comment(p.Column), comment(p.why()))
		}
	}
	for _, p := range open {
		b.question(fmt.Sprintf("%s: column %q", file, cut(p.Column)), "Which field is it, if any?", p)
		fmt.Fprintf(b, "#? [%s.fields.%s]\n", file, `"?"`)
		for _, key := range b.settings(p) {
			fmt.Fprintf(b, "#? %s\n", key)
		}
	}
	b.lacking(file)
	for _, p := range b.of(file, "order") {
		if !p.Sure {
			b.question(fmt.Sprintf("%s: dates of column %q", file, cut(p.Column)), "In which order do day, month and year stand? Add the order to the column.", p)
		}
	}
}

// needs are the fields without which a file cannot be read, and the question where no column seems to be it.
var needs = map[string][]struct {
	fields []Field
	ask    string
}{
	"deals":   {{[]Field{ID}, "Which column has an id for each deal?"}},
	"history": {{[]Field{DealID}, "Which column has the id of the deal?"}, {[]Field{At, On}, "Which column says when it happened?"}},
}

// lacking asks for what a file must have and nothing was proposed for.
func (b *draftWriter) lacking(file string) {
	for _, need := range needs[file] {
		columns := b.of(file, "column")
		if slices.ContainsFunc(columns, func(p Proposal) bool { return slices.Contains(need.fields, p.field) }) {
			continue
		}
		p := Proposal{Evidence: []string{"the file cannot be read without it"}}
		for _, c := range columns {
			if !c.Sure && (need.fields[0] != ID || c.column.unique() && c.column.isName()) {
				p.Candidates = append(p.Candidates, c.Column)
			}
		}
		key := need.fields[0].String()
		b.question(file+": "+key, need.ask, p)
		fmt.Fprintf(b, "#? [%s.fields.%s]\n#? column = \"?\"\n", file, key)
	}
}

// column writes where a field comes from.
func (b *draftWriter) column(p Proposal) string {
	return "{ " + strings.Join(b.settings(p), ", ") + " }"
}

// settings are the keys of a column, each with its value.
func (b *draftWriter) settings(p Proposal) []string {
	c := p.column
	keys := []string{"column = " + tomlText(p.Column)}
	if o := c.order; o != nil && o.Sure {
		keys = append(keys, "order = "+tomlText(o.Proposed))
	}
	switch {
	case p.field == Amount && c.marked() == 0:
		keys = append(keys, `format = "number"`)
	case p.field == Probability && c.shares == 0:
		keys = append(keys, `format = "number"`)
	case p.field == ForecastCategory:
		keys = append(keys, `lookup = "categories"`)
	case p.field == Test || p.field == Deleted:
		keys = append(keys, c.yesNo()...)
	}
	return keys
}

// yesNo writes the words for yes and no that were seen.
func (c *draftColumn) yesNo() (keys []string) {
	var words [2][]string
	for _, v := range c.values {
		yes, _ := yesNo(v.text)
		if at := 1; yes {
			words[0] = append(words[0], v.text)
		} else {
			words[at] = append(words[at], v.text)
		}
	}
	for i, key := range [...]string{"yes", "no"} {
		if len(words[i]) > 0 {
			keys = append(keys, key+" = "+tomlTexts(words[i]))
		}
	}
	return keys
}

// categories writes the look-up of forecast categories.
func (b *draftWriter) categories() {
	var sure []Proposal
	for _, p := range b.of("deals", "value") {
		if p.Axis == "forecast_category" && p.Sure {
			sure = append(sure, p)
		}
	}
	if len(sure) == 0 {
		return
	}
	b.WriteString("\n[lookups.categories.table]\n")
	for _, p := range sure {
		b.line(tomlText(p.Value)+" = "+tomlText(p.Proposed), p.why())
	}
}

// question writes a block that keeps the profile from being read.
func (b *draftWriter) question(about, ask string, p Proposal) {
	fmt.Fprintf(b, "\n# %s\n[[questions]]\nabout      = %s\nask        = %s\n", comment(p.why()), tomlText(about), tomlText(ask))
	if len(p.Candidates) > 0 {
		fmt.Fprintf(b, "candidates = %s\n", tomlTexts(p.Candidates))
	}
}

func (b *draftWriter) line(text, why string) {
	fmt.Fprintf(b, "%s # %s\n", text, comment(why))
}

func (p *Proposal) why() string { return strings.Join(p.Evidence, "; ") }

// comment makes a text fit for a comment, which ends with its line.
func comment(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s)
}

// tomlText writes a text as TOML has it.
func tomlText(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case unicode.IsControl(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func tomlTexts(all []string) string {
	texts := make([]string, len(all))
	for i, s := range all {
		texts[i] = tomlText(s)
	}
	return "[" + strings.Join(texts, ", ") + "]"
}
