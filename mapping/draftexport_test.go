package mapping

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"
)

// export is a description of an export: its columns, how their cells come about, and what it all means. A line is a column, its field, and a
// generator; - is no field, and a bar separates what are several right answers.
type export struct {
	delimiter string
	encoding  string
	columns   []generator
	truth     truth
}

type generator struct{ name, kind, rule string }

func readExport(t *testing.T, text string) (x export) {
	t.Helper()
	x = export{delimiter: ",", truth: truth{map[string][]string{}, map[string][]string{}}}
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		switch head, rest, _ := strings.Cut(line, " "); {
		case head == "#":
		case head == "delimiter":
			x.delimiter = rest
		case head == "encoding":
			x.encoding = rest
		case head == "value":
			axis, rest, _ := strings.Cut(rest, " ")
			value, means, _ := strings.Cut(rest, " = ")
			x.truth.values[axis+" "+value] = strings.Split(means, "/")
		default:
			parts := strings.SplitN(line, " | ", 3)
			if len(parts) != 3 {
				t.Fatalf("not a column: %q", line)
			}
			kind, rule, _ := strings.Cut(parts[2], " ")
			x.columns = append(x.columns, generator{parts[0], kind, rule})
			x.truth.columns["deals "+parts[0]] = strings.Split(parts[1], "/")
		}
	}
	return x
}

// csv writes rows of it: a third of the deals each is open, won and lost.
func (x export) csv(t *testing.T, rows int) []byte {
	t.Helper()
	var b bytes.Buffer
	write := func(i int, cell string, last bool) {
		if strings.ContainsAny(cell, x.delimiter+"\"") && i >= 0 {
			cell = `"` + strings.Trim(cell, `"`) + `"`
		}
		b.WriteString(cell)
		if last {
			b.WriteByte('\n')
		} else {
			b.WriteString(x.delimiter)
		}
	}
	for j, c := range x.columns {
		write(-1, c.name, j == len(x.columns)-1)
	}
	for i := range rows {
		for j, c := range x.columns {
			write(i, c.cell(t, i, j), j == len(x.columns)-1)
		}
	}
	if x.encoding == "windows-1251" {
		old, err := charmap.Windows1251.NewEncoder().Bytes(bytes.ReplaceAll(b.Bytes(), []byte("\u202f"), []byte("\u00a0")))
		if err != nil {
			t.Fatal(err)
		}
		return old
	}
	return b.Bytes()
}

var ends = [...]string{"open", "won", "lost"}

func (g generator) cell(t *testing.T, row, column int) string {
	t.Helper()
	roll := (row*7919 + column*104729 + row*row*31) % 997
	end := ends[row%len(ends)]
	switch g.kind {
	case "seq":
		return fmt.Sprintf(g.rule, row+1)
	case "const":
		return g.rule
	case "blank":
		return ""
	case "pick":
		all := strings.Split(g.rule, ", ")
		return all[roll%len(all)]
	case "by":
		for part := range strings.SplitSeq(g.rule, "; ") {
			if is, values, _ := strings.Cut(part, "="); is == end && values != "" {
				all := splitList(values)
				return all[roll%len(all)]
			}
		}
		return ""
	case "pct":
		return strings.Replace(g.rule, "{}", strconv.Itoa(roll%10*10), 1)
	case "date":
		what, layout, _ := strings.Cut(g.rule, " ")
		created := time.Date(2025, 1, 6, 8, 5, 9, 0, time.UTC).Add(time.Duration(row) * 53 * time.Hour)
		after := map[string]int{"created": 0, "expected": 45, "close": 40, "modified": 60}[what]
		if what == "close" && end == "open" {
			return ""
		}
		return created.AddDate(0, 0, after+roll%9*min(after, 1)).Format(layout)
	case "num":
		style, pattern, _ := strings.Cut(g.rule, " ")
		return strings.Replace(pattern, "{}", amountIn(style, 1000*(roll%977)+roll%100*7+350, roll%4*25), 1)
	}
	t.Fatalf("no generator %q", g.kind)
	return ""
}

// splitList splits at commas outside quotes.
func splitList(s string) []string {
	var all []string
	for part := range strings.SplitSeq(s, ", ") {
		all = append(all, strings.Trim(part, `"`))
	}
	return all
}

func amountIn(style string, whole, cents int) string {
	if style == "int" {
		return strconv.Itoa(whole)
	}
	separators := map[string][2]string{"de": {".", ","}, "en": {",", "."}, "fr": {"\u202f", ","}, "plain": {"", "."}}[style]
	digits := strconv.Itoa(whole)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + separators[0] + digits[i:]
	}
	return digits + separators[1] + fmt.Sprintf("%02d", cents)
}
