package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The rows of the tests: what each becomes is in its name.
const (
	rowRight     = `{"kind":"number","style":"standard","locale":"de-DE","region":"DE","currency":null,"text":"1.234,50","expected":"1234.5"}`
	rowWrong     = `{"kind":"number","style":"odd","locale":"en-US","region":"US","currency":null,"text":"1,234","expected":"1.234"}`
	rowRefused   = `{"kind":"number","style":"odd","locale":"en-US","region":"US","currency":null,"text":"1,23","expected":"1.23"}`
	rowAmbiguous = `{"kind":"currency","style":"narrow","locale":"sv-SE","region":"SE","currency":"NOK","text":"5,00 kr","expected":"5.00"}`
	rowOther     = `{"kind":"currency","style":"narrow","locale":"sv-SE","region":"SE","currency":"EUR","text":"5,00 kr","expected":"5.00"}`
	rowCode      = `{"kind":"currency","style":"code","locale":"sv-SE","region":"SE","currency":"NOK","text":"5,00 SEK","expected":"5.00"}`
	rowTwoDigits = `{"kind":"date","style":"short","locale":"en-US","region":"US","currency":null,"text":"3/5/24","expected":"2024-03-05"}`
	rowReject    = `{"kind":"number","style":"junk","locale":"en-US","region":"US","currency":null,"text":"1,2,3","expected":"ERROR"}`
	rowRejectNot = `{"kind":"number","style":"junk","locale":"en-US","region":"US","currency":null,"text":"1,234","expected":"ERROR"}`
	rowRejectTwo = `{"kind":"date","style":"twin","locale":"en-US","region":"US","currency":null,"text":"3/5/24","expected":"ERROR"}`
)

// corpus writes a file of rows and returns its name.
func corpus(t *testing.T, rows ...string) string {
	t.Helper()
	return write(t, "corpus.jsonl", []byte(strings.Join(rows, "\n")+"\n"))
}

func write(t *testing.T, name string, content []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// said is what a run prints, with the folder of the files taken out, and its exit status.
type said struct {
	out, faults string
	status      int
}

func runOn(args ...string) said {
	var out, faults bytes.Buffer
	status := run(args, &out, &faults)
	short := strings.NewReplacer(filepath.Dir(args[len(args)-1])+string(filepath.Separator), "")
	return said{short.Replace(out.String()), short.Replace(faults.String()), status}
}

func (s said) check(t *testing.T, want said) {
	t.Helper()
	if s.out != want.out {
		t.Errorf("printed\n%s\nwant\n%s", s.out, want.out)
	}
	if s.faults != want.faults {
		t.Errorf("reported\n%s\nwant\n%s", s.faults, want.faults)
	}
	if s.status != want.status {
		t.Errorf("exit status %d, want %d", s.status, want.status)
	}
}

// TestOutcomes puts single rows through the program: one line of JSON tells all about each.
func TestOutcomes(t *testing.T) {
	for _, c := range []struct {
		row, out string
		status   int
	}{
		{rowRight, `{"kind":"number","n":1,"right":1,"ambiguous":0,"refused":0,"wrong":0}`, clean},
		{rowWrong, `{"kind":"number","n":1,"right":0,"ambiguous":0,"refused":0,"wrong":1}`, wrongRead},
		{rowRefused, `{"kind":"number","n":1,"right":0,"ambiguous":0,"refused":1,"wrong":0}`, clean},
		{rowAmbiguous, `{"kind":"currency","n":1,"right":0,"ambiguous":1,"refused":0,"wrong":0}`, clean},
		{rowOther, `{"kind":"currency","n":1,"right":0,"ambiguous":0,"refused":1,"wrong":0}`, clean}, // ambiguous, without the expected value
		{rowCode, `{"kind":"currency","n":1,"right":0,"ambiguous":0,"refused":0,"wrong":1}`, wrongRead},
		{rowTwoDigits, `{"kind":"date","n":1,"right":0,"ambiguous":1,"refused":0,"wrong":0}`, clean},
		{rowReject, `{"kind":"reject.number","n":1,"right":1,"ambiguous":0,"refused":0,"wrong":0}`, clean},
		{rowRejectNot, `{"kind":"reject.number","n":1,"right":0,"ambiguous":0,"refused":0,"wrong":1}`, wrongRead},
		{rowRejectTwo, `{"kind":"reject.date","n":1,"right":1,"ambiguous":0,"refused":0,"wrong":0}`, clean}, // any refusal will do
	} {
		runOn("-json", corpus(t, c.row)).check(t, said{c.out + "\n", "", c.status})
	}
}

// TestTable freezes the page for people: order of kinds whatever the order of rows, columns, the misses with the worst first.
func TestTable(t *testing.T) {
	rows := []string{rowReject, rowTwoDigits, rowAmbiguous, rowWrong, rowRefused, rowRight}
	const table = `kind           n       right   ambiguous     refused  silently wrong
number         3  1  33.33 %  0      0 %  1  33.33 %      1  33.33 %
currency       1  0      0 %  1    100 %  0      0 %      0      0 %
date           1  0      0 %  1    100 %  0      0 %      0      0 %
reject.number  1  1    100 %  0      0 %  0      0 %      0      0 %
`
	runOn(corpus(t, rows...)).check(t, said{table, "", wrongRead})
	got := runOn("-v", corpus(t, rows...))
	got.out = regexp.MustCompile(`at byte .*`).ReplaceAllString(got.out, "at byte ...") // the rest is for normalize to word
	got.check(t, said{table + `
number: silently wrong, the first 1 of 1
  en-US  odd  "1,234": want 1.234, read 1234

number: refused, the first 1 of 1
  en-US  odd  "1,23": want 1.23, not in the locale's grammar at byte ...

currency: ambiguous, the first 1 of 1
  sv-SE  narrow  "5,00 kr": want 5.00 NOK, more than one reading at byte ...

date: ambiguous, the first 1 of 1
  en-US  short  "3/5/24": want 2024-03-05, more than one reading at byte ...
`, "", wrongRead})
}

// TestFirstRows keeps what -v shows small, however much is wrong.
func TestFirstRows(t *testing.T) {
	rows := make([]string, 1200)
	for i := range rows {
		rows[i] = rowRefused
	}
	got := runOn("-v", corpus(t, rows...))
	if !strings.Contains(got.out, "\nnumber: refused, the first 10 of 1,200\n") || strings.Count(got.out, "\n") != 2+2+shown {
		t.Errorf("printed\n%s", got.out)
	}
}

func TestDivisions(t *testing.T) {
	t.Chdir(t.TempDir()) // so that names are short
	for name, rows := range map[string][]string{"first": {rowRight, rowRefused, rowReject}, "second": {rowRight}} {
		if err := os.WriteFile(name, []byte(strings.Join(rows, "\n")), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for by, want := range map[string]string{
		"style": `kind           style     n       right   ambiguous     refused  silently wrong
number         standard  2  2    100 %  0      0 %  0      0 %      0      0 %
number         odd       1  0      0 %  0      0 %  1    100 %      0      0 %
reject.number  junk      1  1    100 %  0      0 %  0      0 %      0      0 %
`,
		"locale": `kind           locale  n       right   ambiguous     refused  silently wrong
number         de-DE   2  2    100 %  0      0 %  0      0 %      0      0 %
number         en-US   1  0      0 %  0      0 %  1    100 %      0      0 %
reject.number  en-US   1  1    100 %  0      0 %  0      0 %      0      0 %
`,
		"file": `kind           file    n       right   ambiguous     refused  silently wrong
number         first   2  1  50.00 %  0      0 %  1  50.00 %      0      0 %
number         second  1  1    100 %  0      0 %  0      0 %      0      0 %
reject.number  first   1  1    100 %  0      0 %  0      0 %      0      0 %
`,
	} {
		runOn("-by", by, "first", "second").check(t, said{want, "", clean})
	}
}

// TestCore: the names of Icelandic months are in allnames, the order of its days is not.
func TestCore(t *testing.T) {
	const short = `{"kind":"date","style":"short","locale":"is-IS","text":"5.3.2024","expected":"2024-03-05"}`
	file := corpus(t, short, strings.Replace(short, "5.3.", "5. mars ", 1))
	runOn("-json", file).check(t, said{`{"kind":"date","n":2,"right":2,"ambiguous":0,"refused":0,"wrong":0}` + "\n", "", clean})
	runOn("-json", "-core", file).check(t, said{`{"kind":"date","n":2,"right":1,"ambiguous":0,"refused":1,"wrong":0}` + "\n", "", clean})
}

// TestBadRows: each is reported where it stands, none is scored, and the row after it is.
func TestBadRows(t *testing.T) {
	const scored = `{"kind":"number","n":1,"right":1,"ambiguous":0,"refused":0,"wrong":0}` + "\n"
	for _, c := range []struct{ row, fault string }{
		{`{"kind":"number"`, "not a row: unexpected end of JSON input"},
		{rowRight + rowRight, "not a row: invalid character '{' after top-level value"},
		{`[]`, "not a row: array instead of an object"},
		{`{"kind":5}`, "kind is a number instead of a string"},
		{`null`, "no kind"},
		{"{\"kind\":\"\xff\"}", "not UTF-8"},
		{strings.Replace(rowRight, `"number"`, `"roman"`, 1), `unknown kind "roman"`},
		{strings.Replace(rowRight, `"kind"`, `"k"`, 1), "no kind"},
		{strings.Replace(rowRight, `"style"`, `"s"`, 1), "no style"},
		{strings.Replace(rowRight, `"locale"`, `"l"`, 1), "no locale"},
		{strings.Replace(rowRight, `"text"`, `"t"`, 1), "no text"},
		{strings.Replace(rowRight, `"1234.5"`, `null`, 1), "no expected"},
		{strings.Replace(rowAmbiguous, `"NOK"`, `null`, 1), "no currency"},
		{strings.Replace(rowAmbiguous, `"NOK"`, `"nok"`, 1), `expected value "5.00 nok" is not a currency`},
		{strings.Replace(rowRight, `"1234.5"`, `"1e3"`, 1), `expected value "1e3" is not a number`},
		{strings.Replace(rowTwoDigits, `2024-03-05`, `2024-02-30`, 1), `expected value "2024-02-30" is not a date`},
		{strings.Replace(rowRight, `de-DE`, `tlh`, 1), `normalize: "tlh" is not a locale: no such locale at byte 0`},
		{strings.Replace(rowRight, `de-DE`, `d`, 1), `locale "d": language: tag is not well-formed`},
		{strings.Repeat(" ", 3*maxLine) + rowRight, "a line of more than 65536 bytes"},
	} {
		fault := "corpus.jsonl:2: " + c.fault + "\nconformance: not scored for the faults above: 1\n"
		runOn("-json", corpus(t, "", c.row, " ", rowRight)).check(t, said{scored, fault, badRequest})
	}
}

// TestWrongOutranksBad: of the two failures, the wrong value is the one to be told.
func TestWrongOutranksBad(t *testing.T) {
	if got := runOn(corpus(t, "{", rowWrong)); got.status != wrongRead || got.faults == "" {
		t.Errorf("%+v", got)
	}
}

// TestManyBadRows: a file that is all wrong is not told line by line, but counted.
func TestManyBadRows(t *testing.T) {
	got := runOn(corpus(t, strings.Repeat("{\n", 25)))
	want := "corpus.jsonl: 5 more rows that cannot be scored\nconformance: not scored for the faults above: 25\n"
	if lines := strings.SplitAfter(got.faults, "\n"); got.status != badRequest || len(lines) != maxReported+3 || strings.Join(lines[maxReported:], "") != want {
		t.Errorf("%d\n%s", got.status, got.faults)
	}
}

func TestUsage(t *testing.T) {
	file := corpus(t, rowRight)
	for _, args := range [][]string{{}, {"-h"}, {"-x", file}, {"-by", "colour", file}, {"-json", "-v", file}, {"-json", "-by", "style", file}} {
		var out, faults bytes.Buffer
		if status := run(args, &out, &faults); status != badRequest || out.Len() > 0 || faults.Len() == 0 {
			t.Errorf("%q: exit status %d\n%s%s", args, status, &out, &faults)
		}
	}
}

// TestFiles: whatever one file is, the others are scored.
func TestFiles(t *testing.T) {
	const two = `{"kind":"number","n":2,"right":2,"ambiguous":0,"refused":0,"wrong":0}` + "\n"
	packed := zipped(t, rowRight+"\n"+rowRight)
	good := write(t, "x", packed) // gzip by content, whatever the name
	runOn("-json", good).check(t, said{two, "", clean})

	for name, c := range map[string]struct {
		content []byte
		out     string
	}{
		"empty":     {nil, two},
		"blank":     {[]byte("\n \n"), two},
		"no gzip":   {[]byte("\x1f\x8b no"), two},
		"truncated": {packed[:len(packed)-9], strings.ReplaceAll(two, "2", "3")}, // the lines before the break stand
	} {
		got := runOn("-json", good, write(t, "bad", c.content))
		if got.status != badRequest || got.out != c.out || !strings.HasPrefix(got.faults, "bad: ") || strings.Count(got.faults, "\n") != 2 {
			t.Errorf("%s: %+v", name, got)
		}
	}
	for _, name := range []string{"absent", "."} {
		got := runOn("-json", good, filepath.Join(t.TempDir(), name))
		if got.status != badRequest || got.out != two || strings.Count(got.faults, "\n") != 2 {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func zipped(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestHostileWords: a corpus cannot send control characters to a terminal, nor a page of text.
func TestHostileWords(t *testing.T) {
	row := strings.NewReplacer("odd", `\u001b[2J`, "1,23", strings.Repeat("9", 999)+`,\u202e`).Replace(rowRefused)
	got := runOn("-v", "-by", "style", corpus(t, row))
	if strings.ContainsAny(got.out, "\x1b\u202e") || len(got.out) > 900 {
		t.Errorf("printed %d bytes\n%s", len(got.out), got.out)
	}
}
