package mapping

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
)

// again is a text that repeats: n bytes of it.
type again struct {
	text string
	at   int
}

func (r *again) Read(p []byte) (n int, err error) {
	for n < len(p) {
		more := copy(p[n:], r.text[r.at:])
		n, r.at = n+more, (r.at+more)%len(r.text)
	}
	return n, nil
}

func repeated(text string, n int64) io.Reader {
	return io.LimitReader(&again{text: strings.Repeat(text, 1+32<<10/len(text))}, n)
}

// cheap checks that f allocates no more than limit bytes in all, however much it reads.
func cheap(t *testing.T, limit uint64, f func()) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > limit {
		t.Errorf("%d bytes were allocated", n)
	}
}

const csvHead = "id,stage,created,amount\n"

// A row or a record of any size costs its limit and no other row.
func TestHugeRows(t *testing.T) {
	rows := func(head string, parts ...io.Reader) io.Reader {
		return io.MultiReader(append([]io.Reader{strings.NewReader(head)}, parts...)...)
	}
	text := strings.NewReader
	plain, lines := compile(t, least), apiSet(t, "", "")
	for _, test := range []struct {
		name string
		set  *Set
		in   io.Reader
		ids  string
	}{
		{"20 million commas", plain, rows(csvHead, text("1"), repeated(",", 20_000_000), text("\n2,,,\n")), "2"},
		{"100 MB in quotes", plain, rows(csvHead, text("1,\""), repeated("x", 100_000_000), text("\",,\n2,,,\n")), "2"},
		{"a quote that is not closed", plain, rows(csvHead, text("1,\"x,,\n2,,,\n")), "2"},
		{"quotes without end", plain, rows(csvHead, text("1,"), repeated(`"`, 5_000_001), text("\n2,,,\n")), "2"},
		{"10 million digits without quotes", plain, rows(csvHead, text("1,,,"), repeated("9", 10_000_000), text("\n2,,,\n")), "1,2"},
		{"a string of 20 MB", lines, rows(`{"id":"`, repeated("x", 20_000_000), text("\"}\n{\"id\":2}\n")), "2"},
		{"a number of 10 million digits", lines, rows(`{"id":1,"properties":{"amount":`, repeated("9", 10_000_000), text("}}\n{\"id\":2}\n")), "2"},
		{"a number of 1001 digits", lines, rows(`{"id":1,"properties":{"amount":`, repeated("9", 1001), text("}}\n{\"id\":2}\n")), "1,2"},
		{"brackets in brackets", lines, rows(`{"id":1,"x":`, repeated("[", 20_000_000), text("\n{\"id\":2}\n")), "2"},
		{"brackets in brackets within the limit of a row", lines, rows(`{"id":1,"x":`, repeated("[", 500_000), repeated("]", 500_000), text("}\n{\"id\":2}\n")), "2"},
		{"objects in objects", lines, rows(``, repeated(`{"a":`, 5_000_000), text("\n{\"id\":2}\n")), "2"},
		{"a list of millions", lines, rows(`{"id":1,"rivals":[0`, repeated(",0", 20_000_000), text("]}\n{\"id\":2}\n")), "2"},
		{"members without end", lines, rows(``, members(10_000), text("\n{\"id\":2}\n")), "2"},
		{"one member many times", lines, rows(`{"id":1`, repeated(`,"x":1`, 600_000), text("}\n{\"id\":2}\n")), "2"},
		{"a string of 20 MB in an array", lines, rows(`[{"id":"`, repeated("x", 20_000_000), text("\"},\n{\"id\":2}\n]")), "2"},
		{"brackets in brackets in an array", lines, rows(`[{"id":1,"x":`, repeated("[", 5_000_000), repeated("]", 5_000_000), text("},{\"id\":2}]")), "2"},
		{"a list of millions in an array", lines, rows(`[{"id":1,"x":[0`, repeated(",0", 5_000_000), text("]},{\"id\":2}]")), "2"},
	} {
		t.Run(test.name, func(t *testing.T) {
			cheap(t, 12<<20, func() {
				r := read(test.set, Files{Deals: test.in}, Options{Sorted: true})
				told := 0
				for _, f := range r.findings {
					if !errors.Is(f.Reason, ErrUnseen) && f.Line == lineOfFirst(test.set) {
						told++
					}
				}
				if r.err != nil || strings.Join(r.ids(), ",") != test.ids || told != 1 {
					t.Errorf("got %v, %q, %d findings about the row: %.3q", r.err, r.ids(), told, r.findings)
				}
			})
		})
	}
}

func lineOfFirst(s *Set) int {
	if s.Profile().Deals.Syntax == JSON {
		return 1
	}
	return 2
}

func members(n int) io.Reader {
	var b strings.Builder
	b.WriteString(`{"id":1`)
	for i := range n {
		fmt.Fprintf(&b, `,"m%d":1`, i)
	}
	return strings.NewReader(b.String() + "}")
}

// What stands beside the records of a document may be of any size: it is passed over.
func TestHugeDocument(t *testing.T) {
	cheap(t, 4<<20, func() {
		in := io.MultiReader(strings.NewReader("{\"x\":\n[0"), repeated(",[{}]", 10_000_000), strings.NewReader(`],"results":[{"id":1}],"y":"`), repeated("y", 20_000_000), strings.NewReader(`"}`))
		r := read(apiSet(t, `each = "results"`, ""), Files{Deals: in}, Options{Sorted: true})
		if r.err != nil || len(r.deals) != 1 {
			t.Errorf("got %v, %v", r.err, r.ids())
		}
	})
}

// Texts that unpack to a thousand times their size end at the limit of a file; the error names the limit and the line. Those that are cut off do not
// pass for whole ones.
func TestPackedFiles(t *testing.T) {
	bomb := packed(t, io.MultiReader(strings.NewReader(csvHead), repeated("1,,,\n", 20_000_000)))
	limits := Limits{FileBytes: 1_000_024}
	for _, sorted := range []bool{true, false} {
		m, err := compile(t, least).Import(Files{Deals: unpacked(t, bomb)}, Options{Sorted: sorted, Limits: limits, MaxBytes: 8 << 20})
		for _, last := range m.dealsOrNone() {
			err = last
		}
		if sorted {
			wantErrorKind(t, err, "deals", 200_002, ErrTooLarge)
			if err != nil && !strings.Contains(err.Error(), "more than 1000024 bytes in the file (FileBytes)") {
				t.Error(err)
			}
		} else if !errors.Is(err, ErrTooLarge) { // it cannot be read twice, so it is held, and that has a limit of its own
			t.Error(err)
		}
	}
	small := packed(t, io.MultiReader(strings.NewReader(csvHead), repeated("1,,,\n", 10_000)))
	for name, set := range map[string]*Set{"CSV": compile(t, least), "JSON": apiSet(t, "", "")} {
		r := read(set, Files{Deals: unpacked(t, small[:len(small)/2])}, Options{Sorted: true})
		if !errors.Is(r.err, io.ErrUnexpectedEOF) {
			t.Errorf("%s: a file that is cut off ends with %v", name, r.err)
		}
	}
}

func packed(t *testing.T, r io.Reader) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.Copy(w, r); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func unpacked(t *testing.T, b []byte) io.Reader {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func (m *Import) dealsOrNone() func(func(*funnel.Deal, error) bool) {
	if m == nil {
		return func(func(*funnel.Deal, error) bool) {}
	}
	return m.Deals()
}

// A profile that is all brackets, dots or values is refused before it is built. TOML has no references, so nothing in it can stand for more than it is.
func TestProfileBombs(t *testing.T) {
	dotted := strings.Repeat("a.", 100) + "a"
	for name, text := range map[string]string{
		"brackets":        "a = " + strings.Repeat("[", 4<<20-10),
		"brackets, lines": "a = " + strings.Repeat("[\n", 2<<20-10),
		"tables":          "a = " + strings.Repeat("{a=", 1<<16),
		"a dotted key":    strings.Repeat("a.", 2<<20-10) + "a=1",
		"dotted keys":     strings.Repeat(dotted+" = 1\n", 1<<10),
		"a dotted header": "[" + dotted + "]",
		"a list":          "a = [" + strings.Repeat("1,", 2<<20-10) + "]",
		"a list of lines": "a = [" + strings.Repeat("1,\n", 1<<20) + "]",
		"headers":         strings.Repeat("[[a]]\n", 600_000),
		"too much":        strings.Repeat("#\n", 4<<20),
	} {
		cheap(t, 400<<20, func() {
			began := time.Now()
			_, err := ReadProfile("a.toml", strings.NewReader(text), nil)
			if !errors.Is(err, ErrTooLarge) && !errors.Is(err, ErrSyntax) {
				t.Errorf("%s: got %.80v", name, err)
			}
			if d := time.Since(began); d > 2*time.Second {
				t.Errorf("%s: %v", name, d)
			}
		})
	}
}

// A CSV is text: what is none is refused, and the first column has its name behind a byte order mark.
func TestHostileText(t *testing.T) {
	r := read(compile(t, least), Files{Deals: strings.NewReader("\ufeff" + csvHead + "1,,,\n2,\x00,,\n3,\xff,,\n\"4\n,,,\n5,,,\n")}, Options{})
	var got []string
	for _, f := range r.findings {
		got = append(got, f.String())
	}
	want := []string{
		"deals:3: stage: not text: it holds a NUL byte; row refused",
		`deals:4: stage: "\xff" is not text in UTF-8: bad encoding at byte 40; row refused`,
		"deals:5: not a complete quoted cell: the quote is not closed; row refused",
		"deals:6: id: missing; row refused",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") || strings.Join(r.ids(), ",") != "1,5" {
		t.Errorf("got %v\n%s", r.ids(), strings.Join(got, "\n"))
	}
}

// Characters that do not show make two of what looks like one: the cell is kept and told. NFC makes one of two spellings.
func TestHiddenCharacters(t *testing.T) {
	base := compile(t, least).Profile()
	p := *base
	p.Deals.Columns = append(p.Deals.Columns[:len(p.Deals.Columns):len(p.Deals.Columns)], Column{Field: AccountID, Name: "account"}, Column{Field: Owner, Name: "owner"})
	set, err := Compile(&p, funnel.V1())
	if err != nil {
		t.Fatal(err)
	}
	const head = "id,stage,created,amount,account,owner\n"
	for _, test := range []struct {
		cell string
		want error
	}{
		{"a\u200bb", ErrHidden}, {"a\u202eb", ErrHidden}, {"\ufeffa", ErrHidden}, {"a\u00adb", ErrHidden}, {"a\u2066b", ErrHidden}, {"a\U000e0041", ErrHidden},
		{"نمی\u200cدهد", nil}, {"क्\u200dष", nil}, {"❤\ufe0f", nil}, {"Größe", nil}, {"日本", nil},
		{"=1+1", nil}, {"=A1", ErrFormula}, {"@SUM(1)", ErrFormula}, {"+cmd|' /C'!A0", ErrFormula}, {"-x", ErrFormula}, {"＝Ａ１", ErrFormula},
		{"-", nil}, {"--", nil}, {"+49 30 1", nil}, {"-5", nil}, {"a=b", nil},
	} {
		row := fmt.Sprintf("id-%s,%s,,,%s,%s\n", test.cell, test.cell, test.cell, test.cell)
		r := read(set, Files{Deals: strings.NewReader(head + row)}, Options{})
		told := map[string]bool{}
		for _, f := range r.findings {
			told[f.Column] = true
			if !errors.Is(f.Reason, test.want) || f.Fate() != Noted {
				t.Errorf("%q: %v", test.cell, f)
			}
		}
		isHidden := test.want == ErrHidden
		if told["id"] != isHidden || told["stage"] != isHidden || told["account"] != (test.want != nil) || told["owner"] != (test.want != nil) {
			t.Errorf("%q is told of %v", test.cell, told)
		}
		if len(r.deals) != 1 || r.deals[0].AccountID != test.cell || r.deals[0].Owner.String() != test.cell {
			t.Errorf("%q is not kept", test.cell)
		}
	}
	r := read(set, Files{Deals: strings.NewReader(head + "u\u0308,,,,u\u0308,\n\u00fc,,,,u\u0308,\n")}, Options{})
	if len(r.deals) != 0 || r.counts.DealsRefused != 2 { // one id on rows that are not written alike
		t.Errorf("got %q, %v", r.ids(), r.findings)
	}
	r = read(set, Files{Deals: strings.NewReader(head + "u\u0308,,,,u\u0308,\n")}, Options{})
	if len(r.deals) != 1 || r.deals[0].ID != "\u00fc" || r.deals[0].AccountID != "\u00fc" || len(r.findings) != 0 {
		t.Errorf("got %q, %v", r.ids(), r.findings)
	}
}
