package territory

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// Every fault with its line, and what it is.
func TestFaults(t *testing.T) {
	for _, c := range []struct {
		name, text string
		line       int
		err        error
	}{
		{"no TOML", head + "[[territories]\n", 4, ErrSyntax},
		{"a key twice", head + "name = 'U'\n", 4, ErrSyntax},
		{"an unknown key", head + "colour = 1\n[[territories]]\nkey = 'a'\n[[territories.claims]]\nrest = true\n", 4, ErrUnknownKey},
		{"an unknown key of a claim", head + "[[territories]]\nkey = 'a'\n[[territories.claims]]\nrest = true\ncountry = 'DE'\n", 8, ErrUnknownKey},
		{"no name", "version = '1'\nzone = 'UTC'\n[[territories]]\nkey = 'a'\n[[territories.claims]]\nrest = true\n", 1, ErrMissing},
		{"no territories", head, 1, ErrMissing},
		{"an empty list of them", head + "territories = []\n", 4, ErrMissing},
		{"one table of them", head + "[territories]\nkey = 'a'\n", 4, ErrType},
		{"no such zone", "name = 'T'\nversion = '1'\nzone = 'Mars'\n[[territories]]\nkey = 'a'\n[[territories.claims]]\nrest = true\n", 3, ErrValue},
		{"the machine's zone", "name = 'T'\nversion = '1'\nzone = 'Local'\n[[territories]]\nkey = 'a'\n[[territories.claims]]\nrest = true\n", 3, ErrValue},
		{"no claims", head + "[[territories]]\nkey = 'a'\n", 4, ErrMissing},
		{"no key", head + "[[territories]]\n[[territories.claims]]\nrest = true\n", 4, ErrMissing},
		{"a blank key", head + "[[territories]]\nkey = ''\n[[territories.claims]]\nrest = true\n", 5, ErrValue},
		{"a key of two territories", head + claimOf("a", "rest = true") + claimOf("a", "rest = true"), 8, ErrTwice},
		{"a claim to nothing", head + claimOf("a", ""), 6, ErrMissing},
		{"the rest and a list", head + claimOf("a", "rest = true\ncountries = ['DE']"), 6, ErrValue},
		{"an empty list", head + claimOf("a", "countries = []"), 7, ErrMissing},
		{"a blank value", head + claimOf("a", "segments = [\n'p',\n'']"), 9, ErrValue},
		{"a list of numbers", head + claimOf("a", "segments = [\n'p',\n1]"), 9, ErrType},
		{"no country", head + claimOf("a", "countries = ['XX']"), 6, ErrValue},
		{"a country of three letters", head + claimOf("a", "countries = ['DEU']"), 6, ErrValue},
		{"a country in small letters", head + claimOf("a", "countries = ['de']"), 6, ErrValue},
		{"a code that is not the standard's", head + claimOf("a", "countries = ['UK']"), 6, ErrValue},
		{"codes of no country", head + claimOf("a", "postal = ['8']"), 6, ErrMissing},
		{"a range of codes", head + claimOf("a", "countries = ['DE']\npostal = ['10-19']"), 6, ErrValue},
		{"a prefix that is none", head + claimOf("a", "countries = ['DE']\npostal = ['8*']"), 6, ErrValue},
		{"a prefix of spaces", head + claimOf("a", "countries = ['DE']\npostal = [' ']"), 6, ErrValue},
		{"no time", head + claimOf("a", "rest = true\nfrom = 2026-01-01\nto = 2026-01-01"), 6, ErrValue},
		{"an instant", head + claimOf("a", "rest = true\nfrom = 2026-01-01T00:00:00Z"), 8, ErrType},
		{"no shape", head + "[[universe]]\ncountries = ['DE']\npostal = ['12345']\n" + claimOf("a", "rest = true"), 4, ErrValue},
		{"a shape without a country", head + "[[universe]]\npostal = ['99999']\n" + claimOf("a", "rest = true"), 4, ErrMissing},
	} {
		err := compileAny(c.text)
		var e *Error
		if !errors.As(err, &e) || !errors.Is(e, c.err) || e.Line != c.line || !strings.HasPrefix(e.Error(), fmt.Sprintf("territory: t.toml:%d: ", c.line)) {
			t.Errorf("%s: got %v, want %v at line %d", c.name, err, c.err, c.line)
		}
	}
}

func claimOf(key, lists string) string {
	return "[[territories]]\nkey = '" + key + "'\n[[territories.claims]]\n" + lists + "\n"
}

func compileAny(text string) error {
	d, err := Read("t.toml", strings.NewReader(text), time.LoadLocation)
	if err != nil {
		return err
	}
	_, err = Compile(d)
	return err
}

// Each overlap with both lines, the account and the day.
func TestOverlaps(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"countries = ['DE']", "segments = ['p']", `"a" at line 6 and "b" here both claim country DE, segment p`},
		{"countries = ['DE', 'AT']", "countries = ['DE', 'CH']", `"a" at line 6 and "b" here both claim country DE`},
		{"countries = ['DE']\npostal = ['8']", "countries = ['DE']\nsegments = ['p']", `"a" at line 6 and "b" here both claim country DE, postal code 8, segment p`},
		{"countries = ['DE']\npostal = ['8', '91']", "countries = ['DE']\npostal = ['91', '75']", `"a" at line 6 and "b" here both claim country DE, postal code 91`},
		{"accounts = ['7', '8']", "accounts = ['8', '9']", `"a" at line 6 and "b" here both claim account 8`},
		{"rest = true", "rest = true", `"a" at line 6 and "b" here both claim an account of which nothing is known`},
		{"rest = true\nto = 2026-01-01", "rest = true\nto = 2026-03-01\nfrom = 2025-03-01", `"a" at line 6 and "b" here both claim an account of which nothing is known on 2025-03-01`},
		{"rest = true\nto = 2026-01-01", "segments = ['p']", ""},
		{"rest = true\nto = 2026-01-01", "rest = true\nfrom = 2026-01-01", ""},
		{"rest = true", "rest = true\nfrom = 2026-01-01", ""},
		{"countries = ['DE']\npostal = ['8']", "countries = ['DE']\npostal = ['80']\nsegments = ['p']", ""},
		{"countries = ['DE']\npostal = ['80']", "countries = ['DE']\npostal = ['8']\nsegments = ['p']", ""},
		{"countries = ['DE']\nsegments = ['p']", "accounts = ['1']", ""},
		{"countries = ['DE']", "countries = ['DE', 'AT']\nsegments = ['p']", ""},
	} {
		text := head + claimOf("a", c.a) + claimOf("b", c.b)
		err := compileAny(text)
		var e *Error
		switch {
		case c.want == "" && err == nil:
		case c.want == "" || !errors.As(err, &e) || !errors.Is(e, ErrOverlap) || e.Other != 6 || e.Line <= 6 || e.Witness == nil || e.Reason != c.want:
			t.Errorf("%q and %q: got %v, want %q", c.a, c.b, err, c.want)
		}
	}
}

// Each gap with the line of its market, an account and a day.
func TestGaps(t *testing.T) {
	tail := "; what the market does not limit may be anything, even unknown"
	for _, c := range []struct{ universe, claim, want string }{
		{"countries = ['AT', 'DE']", "countries = ['DE']", "country AT" + tail},
		{"countries = ['DE']", "countries = ['DE']\nsegments = ['p']", "country DE" + tail},
		{"countries = ['DE']\nsegments = ['i', 'p']", "countries = ['DE']\nsegments = ['p']", "country DE, segment i" + tail},
		{"countries = ['DE']\nsegments = ['p']", "countries = ['DE']\nsegments = ['p']", ""},
		{"countries = ['DE']\nregions = ['r', 's']", "countries = ['DE']\nregions = ['s', 'r', 't']", ""},
		{"countries = ['DE']\npostal = ['99999']", "countries = ['DE']\npostal = ['0', '1', '2', '3', '4', '5', '6', '7', '9']", "country DE, postal code 80000" + tail},
		{"countries = ['DE']\npostal = ['99999']", "countries = ['DE']\npostal = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']", ""},
		{"countries = ['DE']", "countries = ['DE']\npostal = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']", "country DE" + tail},
		{"countries = ['DE']", "countries = ['DE']\nfrom = 2026-01-01", "country DE on 2025-12-31" + tail},
		{"countries = ['DE']\nfrom = 2026-01-01", "countries = ['DE']\nfrom = 2026-01-01", ""},
		{"countries = ['DE']\nfrom = 2026-01-01", "countries = ['DE']\nfrom = 2026-01-01\nto = 2027-01-01", "country DE on 2027-01-01" + tail},
		{"countries = ['DE']", "accounts = ['1']", "country DE" + tail},
		{"", "rest = true", ""},
		{"", "countries = ['DE']", "an account of which nothing is known" + tail},
		{"countries = ['DE']\nregions = ['r']\nsegments = ['p']\npostal = ['9']", "countries = ['AT']", "country DE, region r, postal code 0, segment p"},
	} {
		err := compileAny(head + "[[universe]]\n" + c.universe + "\n" + claimOf("a", c.claim))
		var e *Error
		switch {
		case c.want == "" && err == nil:
		case c.want == "" || !errors.As(err, &e) || !errors.Is(e, ErrGap) || e.Line != 4 || e.Witness == nil || e.Reason != "no claim holds for "+c.want:
			t.Errorf("%q and %q: got %v, want %q", c.universe, c.claim, err, c.want)
		}
		if err := compileAny(head + "open = true\n[[universe]]\n" + c.universe + "\n" + claimOf("a", c.claim)); err != nil {
			t.Errorf("%q and %q, open: got %v", c.universe, c.claim, err)
		}
	}
}

// Every fault of a text is reported, in the order of the lines.
func TestAllFaultsAreReported(t *testing.T) {
	err := compileAny(head + "colour = 1\n[[territories]]\nkey = 1\n[[territories.claims]]\nfrom = 'x'\n")
	var lines []int
	for _, one := range err.(interface{ Unwrap() []error }).Unwrap() {
		var e *Error
		errors.As(one, &e)
		lines = append(lines, e.Line)
	}
	if fmt.Sprint(lines) != "[4 6 8]" {
		t.Errorf("got %v in lines %v", err, lines)
	}
}

// What a program can hand in beyond what Read yields.
func TestDefinitionsOfPrograms(t *testing.T) {
	for _, d := range []*Definition{nil, {}, {Name: "T", Version: "1", Zone: time.UTC}, {Name: "T", Version: "1", Zone: time.UTC, Territories: []Territory{{}}}} {
		if s, err := Compile(d); s != nil || !errors.Is(err, ErrMissing) {
			t.Errorf("%+v: got %v", d, err)
		}
	}
	if d := (*Definition)(nil); d.String() != "" {
		t.Error("no definition has a name")
	}
	_, err := Compile(&Definition{Name: "T", Version: "1", Zone: time.UTC, Territories: []Territory{
		{Key: "a", Claims: []Claim{{Segments: []string{"p"}}}}, {Key: "b", Claims: []Claim{{Segments: []string{"p"}}}}}})
	if !errors.Is(err, ErrOverlap) || strings.Contains(err.Error(), "line 0") {
		t.Errorf("got %v", err)
	}
}
