package mapping

import (
	"strings"

	"github.com/koine-go/koine/funnel"
)

// String returns the way as a text for the person whose deal it is: each row with its cells, what they were read as, what was amiss, which rules decided and
// what came of it.
func (w *Way) String() string {
	if w == nil {
		return ""
	}
	var b strings.Builder
	b.WriteString("deal " + named(w.ID) + " of " + named(w.Source) + "\n")
	for _, steps := range [...][]Step{w.Deals, w.History} {
		for i := range steps {
			b.WriteString("\n")
			steps[i].write(&b)
		}
	}
	return b.String()
}

func (s *Step) write(b *strings.Builder) {
	b.WriteString(position(s.File, s.Line))
	switch {
	case s.Skipped:
		b.WriteString(", skipped: a later stage has the same instant")
	case !s.Kept:
		b.WriteString(", refused")
	}
	b.WriteString("\n")
	t := grid{right: []bool{false, false, false}}
	for _, c := range s.Cells {
		t.add("  "+c.Field.String(), c.source(), c.fate())
	}
	t.write(b)
	for _, f := range s.Findings {
		b.WriteString("  " + f.String() + "\n")
	}
	if s.Explanation != nil && s.Kept {
		b.WriteString("  means " + orNothing(s.Explanation.Outcome) + "\n")
		for line := range strings.Lines(s.Explanation.reasons()) {
			b.WriteString("  " + line)
		}
	}
	for _, e := range s.Events {
		b.WriteString("  event " + e.At.String() + ": " + eventText(&e) + "\n")
	}
}

// source is where the field comes from and what stands there.
func (c *Cell) source() string {
	if c.Column == "" {
		return "constant " + orBlank(c.Text)
	}
	return named(c.Column) + " " + orBlank(c.Text)
}

// fate is what became of the cell, nothing where it was read as it stands.
func (c *Cell) fate() string {
	var parts []string
	if c.Value != "" && c.Value != c.Text {
		parts = append(parts, "→ "+named(c.Value))
	}
	if c.Liberties != 0 {
		parts = append(parts, "("+c.Liberties.String()+")")
	}
	if c.Amiss != nil {
		parts = append(parts, "!")
	}
	return strings.Join(parts, " ")
}

func eventText(e *funnel.Event) string {
	text := orNothing(Outcome{Stage: e.Stage, Status: e.Status, Cause: e.Cause})
	if e.Kind != 0 {
		text += ", a " + e.Kind.String()
	}
	return text
}

func orNothing(o Outcome) string {
	if text := o.String(); text != noMeaning {
		return text
	}
	return "nothing that is known"
}
