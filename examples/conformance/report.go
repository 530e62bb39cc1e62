package main

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/koine-go/koine/normalize"
)

// printer remembers the first error of writing, so that printing need not ask after every line.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) printf(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

// json prints the figures for a program.
func (p *printer) json(s *score) {
	for _, t := range s.sorted() {
		p.printf("{\"kind\":%q,\"n\":%d,\"right\":%d,\"ambiguous\":%d,\"refused\":%d,\"wrong\":%d}\n",
			t.name(), t.n(), t.count[right], t.count[ambiguous], t.count[refused], t.count[wrong])
	}
}

// table prints the figures for a person: words to the left, numbers to the right, each outcome with its share.
func (p *printer) table(s *score, by string) {
	head := []string{"kind", by, "n"}
	for o := range outcomes {
		head = append(head, o.String())
	}
	cells := [][]string{head}
	for _, t := range s.sorted() {
		line := []string{t.name(), word(t.part), grouped(t.n())}
		for _, count := range t.count {
			line = append(line, fmt.Sprintf("%s  %7s", grouped(count), share(count, t.n())))
		}
		cells = append(cells, line)
	}
	if len(cells) == 1 {
		return
	}
	widths := make([]int, len(head))
	for _, line := range cells {
		for i, cell := range line {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for _, line := range cells {
		p.line(line, widths, by != divisions[0])
	}
}

func (p *printer) line(cells []string, widths []int, divided bool) {
	var b strings.Builder
	fmt.Fprintf(&b, "%-*s", widths[0], cells[0])
	if divided {
		fmt.Fprintf(&b, "  %-*s", widths[1], cells[1])
	}
	for i, cell := range cells[2:] {
		fmt.Fprintf(&b, "  %*s", widths[i+2], cell)
	}
	p.printf("%s\n", strings.TrimRight(b.String(), " "))
}

// share is k of n in percent. All is 100 % and none 0 %, and nothing else is rounded to either.
func share(k, n int) string {
	switch k {
	case n:
		return "100 %"
	case 0:
		return "0 %"
	}
	hundredths := min(max((int64(k)*20000+int64(n))/(2*int64(n)), 1), 9999)
	return fmt.Sprintf("%d.%02d %%", hundredths/100, hundredths%100)
}

// grouped writes a count with commas between thousands.
func grouped(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// misses shows the first rows of each miss, the worst first.
func (p *printer) misses(s *score) {
	for _, t := range s.sorted() {
		for o := wrong; o > right; o-- {
			if rows := t.misses[o]; len(rows) > 0 {
				p.printf("\n%s: %s, the first %d of %s\n", strings.TrimSpace(t.name()+" "+word(t.part)), o, len(rows), grouped(t.count[o]))
				p.rows(rows)
			}
		}
	}
}

func (p *printer) rows(rows []miss) {
	locale, style := 0, 0
	for _, m := range rows {
		locale, style = max(locale, utf8.RuneCountInString(word(m.locale))), max(style, utf8.RuneCountInString(word(m.style)))
	}
	for _, m := range rows {
		p.printf("  %-*s  %-*s  %s: want %s, %s\n", locale, word(m.locale), style, word(m.style), quoted(m.text), cut(m.expected), m.said())
	}
}

// said is what normalize made of the text.
func (m miss) said() string {
	var e *normalize.Error
	switch {
	case errors.As(m.err, &e): // without what the line says already
		return strings.TrimPrefix(e.Error(), fmt.Sprintf("normalize: %q is not %s in %s: ", e.Input, e.Kind, e.Locale))
	case m.err != nil:
		return m.err.Error()
	case m.got.assumed:
		return "assumed " + cut(m.got.value)
	}
	return "read " + cut(m.got.value)
}

// maxShown is how many bytes of a text are shown.
const maxShown = 80

// cut shortens a text of a corpus for the eye.
func cut(text string) string {
	if len(text) <= maxShown {
		return text
	}
	n := maxShown
	for !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n] + "…"
}

// quoted shows a text with its invisible characters as escapes.
func quoted(text string) string { return strconv.Quote(cut(text)) }

// word shows a name from a corpus, quoted only where it would not print as it is.
func word(text string) string {
	if strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return quoted(text)
	}
	return cut(text)
}
