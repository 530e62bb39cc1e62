package mapping

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/koine-go/koine/normalize"
)

// What is wrong with a file as a whole is an error with the line of the header.
func TestFileFaults(t *testing.T) {
	for _, test := range []struct {
		name string
		file string
		line int
		col  string
		err  error
		f    Files
	}{
		{"a missing column", "deals", 1, "Status", ErrMissing, Files{Deals: strings.NewReader(strings.Replace(dealHead, "Status;", "Zustand;", 1))}},
		{"a column twice", "deals", 1, "Status", ErrTwice, Files{Deals: strings.NewReader(strings.Replace(dealHead, "Status;", "Status;Status;", 1))}},
		{"another delimiter", "deals", 1, "", ErrDelimiter, Files{Deals: strings.NewReader(strings.ReplaceAll(dealHead, ";", ","))}},
		{"an empty file", "deals", 1, "", ErrMissing, Files{Deals: strings.NewReader("")}},
		{"no file", "deals", 0, "", ErrMissing, Files{}},
		{"a header not in the encoding", "deals", 1, "", normalize.ErrEncoding, Files{Deals: strings.NewReader("\x81" + dealHead)}},
		{"a header with an open quote", "deals", 1, "", ErrQuote, Files{Deals: strings.NewReader("\"" + dealHead)}},
		{"another delimiter in the history", "history", 1, "", ErrDelimiter, Files{Deals: strings.NewReader(dealHead), History: strings.NewReader("Vorgangs-ID\tEingetreten am\tPhase\n")}},
		{"a look-up that is not given", "look-up offices", 0, "", ErrMissing, Files{Deals: strings.NewReader(dealHead), Lookups: map[string]io.Reader{}}},
		{"a look-up without its column", "look-up offices", 1, "Region", ErrMissing, Files{Deals: strings.NewReader(dealHead), Lookups: map[string]io.Reader{"offices": strings.NewReader("Betreuer;Team\n")}}},
		{"a reader that fails", "deals", 0, "", errBroken, Files{Deals: iotest.ErrReader(errBroken)}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.f.Lookups == nil {
				test.f.Lookups = map[string]io.Reader{"offices": strings.NewReader(offices)}
			}
			_, err := german(t).Import(test.f, Options{})
			wantError(t, err, test.file, test.line, test.col, test.err)
		})
	}
}

var errBroken = errors.New("broken")

// The message about a wrong delimiter says which would be right.
func TestDelimiterText(t *testing.T) {
	_, err := german(t).Import(Files{Deals: strings.NewReader(strings.ReplaceAll(dealHead, ";", ",")), Lookups: map[string]io.Reader{"offices": strings.NewReader(offices)}}, Options{})
	const want = `mapping: deals:1: ";" is not the delimiter of this file: it gives 1 column, another one gives 9 (",")`
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

// What is said of a file that is not what the profile declares can be read on one line, whatever the file holds.
func TestFileFaultTexts(t *testing.T) {
	office := func(file string) error {
		f := Files{Deals: strings.NewReader(dealHead), Lookups: map[string]io.Reader{"offices": strings.NewReader(file)}}
		_, err := german(t).Import(f, Options{})
		return err
	}
	wide := compile(t, strings.Replace(least, "[deals.fields]", "[deals]\nencoding = \"utf-16le\"\n[deals.fields]", 1))
	_, encoded := wide.Import(Files{Deals: strings.NewReader("id,stage,created,amount\r\n")}, Options{})
	for _, test := range []struct {
		name string
		err  error
		want string
	}{
		{"tabs", office("Betreuer\tRegion\tLeitung\n"), `mapping: look-up offices:1: ";" is not the delimiter of this file: it gives 1 column, another one gives 3 ("\t")`},
		{"lines that end with CR", office("Betreuer;Region\rMeier;Nord\rSchulz;West\r"), "mapping: look-up offices:1: missing: the ends of lines, LF or CRLF; a CR alone ends none"},
		{"names that hold control characters", office("Betreuer;\"Re\ngion\";\x07;c;d;e\n"), `mapping: look-up offices:1: Region: missing: no such column ("Re\ngion", "e", "\a", and 3 more)`},
		{"UTF-8 that is declared UTF-16LE", encoded, `mapping: deals:1: the header cannot be read: "\n" is not text in UTF-16LE: bad encoding at byte 24`},
		{"an open quote in the header", office("\"Betreuer;Region\n"), "mapping: look-up offices:1: the header cannot be read: not a complete quoted cell: the quote is not closed"},
	} {
		if test.err == nil || test.err.Error() != test.want {
			t.Errorf("%s: got\n%v\nwant\n%s", test.name, test.err, test.want)
		}
	}
}

// A look-up that the profile does not ask for is not passed over: its name may be misspelt.
func TestUnknownLookups(t *testing.T) {
	f := files("", "")
	f.Lookups["ofices"], f.Lookups["products"] = strings.NewReader(""), nil // the latter is a table of the profile
	_, err := german(t).Import(f, Options{})
	wantError(t, err, "testdata/de.toml", 0, "lookups", ErrUnknownLookup)
	const want = `mapping: testdata/de.toml: lookups: "ofices" is not a look-up that the profile reads from a file ("offices")
mapping: testdata/de.toml: lookups: "products" is not a look-up that the profile reads from a file ("offices")`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}
