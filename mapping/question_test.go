package mapping

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func isError(err, what error) bool {
	var at *Error
	return errors.Is(err, what) && errors.As(err, &at)
}

// A question is refused on its own line, with what it asks and what the answer may be; so is each fault of the question itself.
func TestQuestions(t *testing.T) {
	const profile = `name = "x"
version = "1"
source_scheme = "x"
locale = "de-DE"
zone = "Europe/Berlin"
[deals.fields]
id = { column = "Nr" }
[[questions]]
about = 'status "V"'
ask = "What does it mean?"
candidates = ["won", "lost"]
[[questions]]
about = "the zone"
why = "?"
`
	_, err := ReadProfile("x.toml", strings.NewReader(profile), time.LoadLocation)
	want := []string{
		`mapping: x.toml:8: questions: "status \"V\"" is a question that is still open: What does it mean? ("lost", "won")`,
		`mapping: x.toml:12: questions: "the zone" is a question that is still open`,
		`mapping: x.toml:12: questions.ask: missing`,
		`mapping: x.toml:14: questions: "why" is not a key here`,
	}
	for _, w := range want {
		if err == nil || !strings.Contains(err.Error(), w) {
			t.Errorf("no %q in\n%v", w, err)
		}
	}
	if !isError(err, ErrOpenQuestion) {
		t.Errorf("%v", err)
	}
}
