package territory

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
)

func on(day string) funnel.Moment { return funnel.On(funnel.MustDate(day)) }

// head is what every definition needs before its territories.
const head = "name = 'T'\nversion = '1'\nzone = 'Europe/Berlin'\n"

func compileText(t testing.TB, text string) (*Set, error) {
	t.Helper()
	d, err := Read("t.toml", strings.NewReader(text), time.LoadLocation)
	if err != nil {
		t.Fatal(err)
	}
	return Compile(d)
}

func mustCompile(t testing.TB, text string) *Set {
	t.Helper()
	s, err := compileText(t, text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func documented(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var definition strings.Builder
	for line := range strings.Lines(string(text)) {
		if code, ok := strings.CutPrefix(line, "//\t"); ok {
			definition.WriteString(code)
		}
	}
	return definition.String()
}

// The definition in the package comment is one, and means what the comments in it say.
func TestDocumentedDefinition(t *testing.T) {
	s := mustCompile(t, documented(t))
	if d := s.Definition(); len(d.Territories) != 5 || len(d.Universe) != 2 || d.String() != "DACH@2026.1" {
		t.Errorf("%v with %d territories: the test does not see the whole definition", d, len(d.Territories))
	}
	for _, c := range []struct {
		account Account
		day     string
		want    string
	}{
		{Account{Country: "DE", Postal: "80331", Segment: "industry"}, "2026-03-01", "south"},
		{Account{Country: "DE", Postal: "97070", Segment: "industry"}, "2026-03-01", "north"},
		{Account{Country: "DE", Postal: "10115", Segment: "industry"}, "2026-03-01", "north"},
		{Account{Country: "DE", Postal: "80331", Segment: "public"}, "2026-03-01", "public"},
		{Account{Country: "AT", Region: "Vorarlberg"}, "2026-06-30", "south"},
		{Account{Country: "AT", Region: "Vorarlberg"}, "2026-07-01", "public"},
		{Account{Country: "AT", Region: "Vorarlberg"}, "2027-01-01", "south"},
		{Account{ID: "C-1001", Country: "DE", Segment: "public"}, "2026-03-01", "key accounts"},
		{Account{}, "2026-03-01", "house"},
	} {
		if got, ok := s.Of(c.account, on(c.day)); got != c.want || !ok {
			t.Errorf("%v on %s: %q, want %q", c.account, c.day, got, c.want)
		}
	}
}
