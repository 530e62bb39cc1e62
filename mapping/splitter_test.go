package mapping

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
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
		cell := string(s.row.cell(i))
		if s.row.cells[i].long {
			cell = "too long"
		}
		cells = append(cells, cell)
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
		{"cell", long + ",b\nc,d\n", Limits{CellBytes: 20}, `1: ["too long" "b"]; 2: ["c" "d"]`},
		{"cell in quotes", "a,\"" + long + "\"\nc,d\n", Limits{CellBytes: 20}, `1: ["a" "too long"]; 2: ["c" "d"]`},
		{"cell longer than a row", "a," + strings.Repeat(long, 9) + ",b\r\nc,d\n", Limits{CellBytes: 8, RowBytes: 20}, `1: ["a" "too long" "b"]; 2: ["c" "d"]`},
		{"after a cell in quotes", "\"a,\"," + strings.Repeat(long, 9) + ",b\nc,d\n", Limits{CellBytes: 8, RowBytes: 20}, `1: ["a," "too long" "b"]; 2: ["c" "d"]`},
		{"two of them", long + "," + long + "\nc,d\n", Limits{CellBytes: 8, RowBytes: 24}, `1: ["too long" "too long"]; 2: ["c" "d"]`},
		{"at the end of the file", "a," + long, Limits{CellBytes: 8, RowBytes: 20}, `1: ["a" "too long"]`},
		{"row", "a," + long + "\nc,d\n", Limits{RowBytes: 20}, `1: over the limit; 2: ["c" "d"]`},
		{"limits beyond any", "a,b\n", Limits{math.MaxInt64, math.MaxInt, math.MaxInt, math.MaxInt, math.MaxInt}, `1: ["a" "b"]`},
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

// A cell of twenty million digits costs a scan and the memory of its limit, also where the row before it leaves room for little more.
func TestSplitDigits(t *testing.T) {
	full := "\"" + strings.Repeat("x", 1<<20-256<<10-8) + "\","
	for _, before := range []string{"", "a,", full} {
		text := io.MultiReader(strings.NewReader(before), bytes.NewReader(bytes.Repeat([]byte{'9'}, 20_000_000)), strings.NewReader(",b\nc,d\n"))
		s := newSplitter(text, ',', Limits{})
		if !s.next() || s.row.fault != nil || !s.row.long || string(s.row.cell(len(s.row.cells)-1)) != "b" {
			t.Fatalf("after %d bytes: %v %s", len(before), s.row.fault, s.row.reason)
		}
		if !s.next() || s.row.line != 2 || s.row.at != int64(len(before))+20_000_003 || string(s.row.bytes) != "c,d" {
			t.Errorf("after %d bytes: the next row is %q at line %d, byte %d", len(before), s.row.bytes, s.row.line, s.row.at)
		}
		if len(s.buf) > 4<<20 {
			t.Errorf("after %d bytes: %d bytes are held", len(before), len(s.buf))
		}
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

// wantWithin checks that rows without quotes that are kept under a limit of their cells are those of the text, the long cells apart.
func wantWithin(t *testing.T, text string, got []string, cellBytes int) {
	t.Helper()
	n := 0
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSuffix(line, "\r")
		if line == "" {
			continue
		}
		cells := strings.Split(line, ",")
		for i, cell := range cells {
			if len(cell) > cellBytes {
				cells[i] = "too long"
			}
		}
		want, fault := fmt.Sprintf("%d: %q", i+1, cells), fmt.Sprintf("%d: %v", i+1, ErrTooLarge)
		if n >= len(got) || got[n] != want && got[n] != fault {
			t.Fatalf("%q: got %q, want %s", text, got, want)
		}
		n++
	}
}

func FuzzSplit(f *testing.F) {
	for _, seed := range []string{"a,b\nc,d\n", "\"a\"\"b\",\"c\nd\"\r\n", "a,\"b\nc,\"d\"\n", "\"\"\"x\n\"\"\"x\n", "000,000\r0000", "\r\r\n,\"\r", "\"a\"\r"} {
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
		limits := Limits{RowBytes: 9, CellBytes: 3, Columns: 3}
		a, b := newSplitter(strings.NewReader(text), ',', limits), newSplitter(strings.NewReader(text), ',', limits)
		b.block = 1
		bounded := rows(a)
		if y := rows(b); !slices.Equal(bounded, y) {
			t.Fatalf("%q with limits: %q in one piece, %q in many", text, bounded, y)
		}
		if !strings.Contains(text, `"`) {
			wantWithin(t, text, bounded, limits.CellBytes)
		}
	})
}
