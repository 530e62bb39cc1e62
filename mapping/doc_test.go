package mapping

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
)

// documented returns the TOML in each section of the package comment.
func documented(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	sections, section := map[string]string{}, ""
	for line := range strings.Lines(string(text)) {
		if heading, ok := strings.CutPrefix(line, "// # "); ok {
			section = strings.TrimSpace(heading)
		}
		if code, ok := strings.CutPrefix(line, "//\t"); ok {
			sections[section] += code
		}
	}
	return sections
}

// The profile in the package comment is one.
func TestDocumentedProfile(t *testing.T) {
	p, err := ReadProfile("doc.go", strings.NewReader(documented(t)["The profile"]), time.LoadLocation)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Compile(p, funnel.V1()); err != nil {
		t.Fatal(err)
	}
	if len(p.Rules) != 6 || len(p.Deals.Columns) != 16 {
		t.Errorf("%d rules and %d fields: the test does not see the whole profile", len(p.Rules), len(p.Deals.Columns))
	}
}

// What the other sections show are parts of one.
func TestDocumentedParts(t *testing.T) {
	parts := documented(t)
	for section, before := range map[string]string{
		"Sources in JSON":      "",
		"A history in columns": "[deals.fields]\nid = { column = \"id\" }\n",
	} {
		head, _, _ := strings.Cut(least, "[deals.fields]")
		s := compile(t, head+before+parts[section])
		if s.Profile().History.isNone() {
			t.Errorf("%s: the test does not see the whole part", section)
		}
	}
}
