package mapping

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
)

// The profile in the package comment is one.
func TestDocumentedProfile(t *testing.T) {
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var profile strings.Builder
	for line := range strings.Lines(string(text)) {
		if code, ok := strings.CutPrefix(line, "//\t"); ok {
			profile.WriteString(code)
		}
	}
	p, err := ReadProfile("doc.go", strings.NewReader(profile.String()), time.LoadLocation)
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
