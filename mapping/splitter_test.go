package mapping

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

// rows splits a whole text and writes each row as "line: cell|cell" or "line: fault".
func rows(s *splitter) (all []string) {
	for s.next() {
		all = append(all, rowText(s))
	}
	if s.err != nil {
		all = append(all, s.err.Error())
	}
	return all
}

func rowText(s *splitter) string {
	if s.row.fault != nil {
		return fmt.Sprintf("%d: %v", s.row.line, s.row.fault)
	}
	var cells []string
	for i := range s.row.cells {
		cells = append(cells, string(s.row.cell(i)))
	}
	return fmt.Sprintf("%d: %q", s.row.line, cells)
}

// slowRows is the splitter's grammar in the plainest form there is: the whole text in memory, byte by byte, without limits.
func slowRows(text string, delimiter byte) (all []string) {
	for line := 1; text != ""; {
		cells, rest, opened, ok := slowRow(text, delimiter)
		if !ok { // go on at the line after the one with the opening quote
			line += strings.Count(text[:opened], "\n")
			all = append(all, fmt.Sprintf("%d: %v", line, ErrQuote))
			_, rest, _ = strings.Cut(text[opened:], "\n")
			text = rest
			line++
			continue
		}
		read := text[:len(text)-len(rest)]
		if read != "\n" && read != "\r\n" && read != "\r" {
			all = append(all, fmt.Sprintf("%d: %q", line, cells))
		}
		line += strings.Count(read, "\n")
		text = rest
	}
	return all
}

func slowRow(text string, delimiter byte) (cells []string, rest string, opened int, ok bool) {
	for i := 0; ; {
		var cell strings.Builder
		quoted := i < len(text) && text[i] == '"'
		if quoted {
			opened = i
			for i++; ; i++ {
				if i >= len(text) {
					return nil, "", opened, false
				}
				if text[i] != '"' {
					cell.WriteByte(text[i])
				} else if strings.HasPrefix(text[i:], `""`) {
					cell.WriteByte('"')
					i++
				} else {
					break
				}
			}
			i++
			end := i == len(text) || text[i] == delimiter || text[i] == '\n' || text[i:] == "\r" || strings.HasPrefix(text[i:], "\r\n")
			if !end {
				return nil, "", opened, false
			}
			if strings.HasPrefix(text[i:], "\r") && text[i] != delimiter {
				i++
			}
		} else {
			for ; i < len(text) && text[i] != delimiter && text[i] != '\n'; i++ {
				cell.WriteByte(text[i])
			}
		}
		s := cell.String()
		if i >= len(text) || text[i] == '\n' {
			if !quoted {
				s = strings.TrimSuffix(s, "\r")
			}
			return append(cells, s), text[min(i+1, len(text)):], 0, true
		}
		cells = append(cells, s)
		i++
	}
}

func TestSplit(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"plain", "a,b\nc,d\n", `1: ["a" "b"]; 2: ["c" "d"]`},
		{"no line end at the end", "a,b", `1: ["a" "b"]`},
		{"CRLF", "a,b\r\nc,d\r\n", `1: ["a" "b"]; 2: ["c" "d"]`},
		{"empty cells", ",\n", `1: ["" ""]`},
		{"empty lines are no rows, but count", "a\n\n\r\nb\n", `1: ["a"]; 4: ["b"]`},
		{"an empty cell in quotes is a row", "\"\"\n", `1: [""]`},
		{"delimiter in quotes", "\"a,b\",c\n", `1: ["a,b" "c"]`},
		{"doubled quotes", "\"a\"\"b\",\"\"\"\"\n", `1: ["a\"b" "\""]`},
		{"newline in quotes", "\"a\nb\",c\nd,e\n", `1: ["a\nb" "c"]; 3: ["d" "e"]`},
		{"a quote inside a cell is a quote", "5\" pipe,b\n", `1: ["5\" pipe" "b"]`},
		{"an unclosed quote costs its row", "a,\"b\nc,d\ne,f\n", `1: not a complete quoted cell; 2: ["c" "d"]; 3: ["e" "f"]`},
		{"found by the next quote", "a,\"b\nc,\"d\"\ne,f\n", `1: not a complete quoted cell; 2: ["c" "d"]; 3: ["e" "f"]`},
		{"the line is that of the quote", "\"a\nb\",\"c\nd\n", `2: not a complete quoted cell; 3: ["d"]`},
		{"text after a quote", "\"a\"b,c\nd,e\n", `1: not a complete quoted cell; 2: ["d" "e"]`},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := strings.Join(rows(newSplitter(strings.NewReader(test.text), ',', Limits{})), "; ")
			if got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestSplitLimits(t *testing.T) {
	long := strings.Repeat("x", 30)
	for _, test := range []struct {
		name, text string
		limits     Limits
		want       string
	}{
		{"cell", long + ",b\nc,d\n", Limits{CellBytes: 20}, `1: over the limit; 2: ["c" "d"]`},
		{"row", "a," + long + "\nc,d\n", Limits{RowBytes: 20}, `1: over the limit; 2: ["c" "d"]`},
		{"columns", "a,b,c\nd,e\n", Limits{Columns: 2}, `1: over the limit; 2: ["d" "e"]`},
		{"a quote that is not closed within a row's limit", "\"a\n" + strings.Repeat("b\n", 20) + "c\",d\n", Limits{RowBytes: 8},
			"1: not a complete quoted cell; 2: [\"b\"]"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := strings.Join(rows(newSplitter(strings.NewReader(test.text), ',', test.limits)), "; ")
			if !strings.HasPrefix(got, test.want) {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// Twenty million commas cost a scan, not a slice of twenty million cells.
func TestSplitCommas(t *testing.T) {
	text := io.MultiReader(bytes.NewReader(bytes.Repeat([]byte{','}, 20_000_000)), strings.NewReader("\na,b\n"))
	s := newSplitter(text, ',', Limits{})
	if got, want := strings.Join(rows(s), "; "), `1: over the limit; 2: ["a" "b"]`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if len(s.buf) > 4<<20 || cap(s.row.cells) > 8192 {
		t.Errorf("kept %d bytes and %d cells", len(s.buf), cap(s.row.cells))
	}
}

func TestSplitReadError(t *testing.T) {
	broken := errors.New("broken")
	s := newSplitter(io.MultiReader(strings.NewReader("a,b\nc"), iotest.ErrReader(broken)), ',', Limits{})
	for s.next() {
	}
	if !errors.Is(s.err, broken) {
		t.Errorf("got %v", s.err)
	}
}

func FuzzSplit(f *testing.F) {
	for _, seed := range []string{"a,b\nc,d\n", "\"a\"\"b\",\"c\nd\"\r\n", "a,\"b\nc,\"d\"\n", "\"\"\"x\n\"\"\"x\n", "\r\r\n,\"\r", "\"a\"\r"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		want := slowRows(text, ',')
		whole := newSplitter(strings.NewReader(text), ',', Limits{RowBytes: 1 << 30, CellBytes: 1 << 30, Columns: 1 << 30})
		pieces := newSplitter(iotest.OneByteReader(strings.NewReader(text)), ',', whole.limits)
		pieces.block = 1
		if got := rows(whole); !slices.Equal(got, want) {
			t.Fatalf("%q: got %q, want %q", text, got, want)
		}
		if got := rows(pieces); !slices.Equal(got, want) {
			t.Fatalf("%q in pieces: got %q, want %q", text, got, want)
		}
		limits := Limits{RowBytes: 7, CellBytes: 3, Columns: 2}
		a, b := newSplitter(strings.NewReader(text), ',', limits), newSplitter(strings.NewReader(text), ',', limits)
		b.block = 1
		if x, y := rows(a), rows(b); !slices.Equal(x, y) {
			t.Fatalf("%q with limits: %q in one piece, %q in many", text, x, y)
		}
	})
}
