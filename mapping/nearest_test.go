package mapping

import (
	"strings"
	"testing"
)

func TestEdits(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "abc", 3}, {"amount", "amount", 0}, {"amuont", "amount", 2}, {"stauts", "stage", 3}, {"Größe", "Grösse", 2}, {"kitten", "sitting", 3},
	} {
		if got, back := edits(start(test.a), start(test.b)), edits(start(test.b), start(test.a)); got != test.want || back != test.want {
			t.Errorf("%q and %q: got %d and %d, want %d", test.a, test.b, got, back, test.want)
		}
	}
}

// Of the forty keys that could be meant, the text has the one that was.
func TestNearestCandidates(t *testing.T) {
	_, err := compileText(strings.Replace(least, "amount =", "amuont =", 1))
	const want = `mapping: a.toml:10: deals.fields: "amuont" is not a key here ("amount", `
	if err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("got  %v\nwant %s...", err, want)
	}
	e := &Error{File: "deals", Line: 1, Column: "Stauts", Candidates: []string{"a", "b", "c", "d", "Status"}, Err: ErrMissing}
	if got := e.Error(); got != `mapping: deals:1: Stauts: missing ("Status", "a", "b", and 2 more)` || e.Candidates[0] != "a" {
		t.Errorf("got %s", got)
	}
}
