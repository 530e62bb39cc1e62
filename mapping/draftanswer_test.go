package mapping

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
)

// answers are a person's: by what a question is about, what stands in the places of each "?"; nothing is read where there is none.
type answers func(about string, lines []string) []string

// answered does to a draft what its head tells a person to do.
func answered(text string, a answers) string {
	var out []string
	var head []string // marked lines whose question comes behind them
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		switch {
		case strings.HasPrefix(lines[i], "#? "):
			head = append(head, lines[i][3:])
		case lines[i] == "[[questions]]":
			about := ""
			for i++; i < len(lines) && strings.Contains(lines[i], " = "); i++ {
				if key, value, _ := strings.Cut(lines[i], " = "); strings.TrimSpace(key) == "about" {
					about = value
				}
			}
			var marked []string
			for ; i < len(lines) && strings.HasPrefix(lines[i], "#? "); i++ {
				marked = append(marked, lines[i][3:])
			}
			i--
			if !strings.HasSuffix(about, `, above"`) {
				out = append(out, a(strings.Trim(about, `"`), marked)...)
			}
		default:
			if len(head) > 0 {
				out = append(out, a("", head)...)
				head = nil
			}
			out = append(out, lines[i])
		}
	}
	return strings.Join(out, "\n")
}

var quotedValue = regexp.MustCompile(`^(stage|status|reason) (.*) in \d+ rows?$`)

// byTruth answers as the finished profile has it.
func byTruth(p *Profile) answers {
	w := truthOf(p)
	head := map[string]string{"name": p.Name, "source_scheme": p.SourceScheme, "locale": p.Locale.String(), "zone": p.Zone.String(),
		"currency": p.Currency.String(), "encoding": strings.ToLower(p.Deals.Encoding.String())}
	return func(about string, lines []string) (out []string) {
		if about == "" {
			for _, l := range lines {
				key, _, _ := strings.Cut(l, " = ")
				out = append(out, strings.Replace(l, `"?"`, tomlText(head[key]), 1))
			}
			return out
		}
		about = strings.NewReplacer(`\"`, `"`).Replace(about)
		if file, column, ok := strings.Cut(about, ": column "); ok {
			fields := w.columns[file+" "+strings.Trim(column, `"`)]
			if len(fields) == 0 {
				return nil
			}
			for _, l := range lines {
				out = append(out, strings.Replace(l, `"?"`, fields[0], 1))
			}
			return out
		}
		m := quotedValue.FindStringSubmatch(about)
		if m == nil {
			return nil
		}
		var is []string
		if is = w.values[m[1]+" "+strings.Trim(m[2], `"`)]; len(is) == 0 {
			return nil
		}
		sets, key, _ := strings.Cut(is[0], " ")
		for _, l := range lines {
			if strings.HasPrefix(l, "set") {
				l = fmt.Sprintf("set = { %s = %q }", sets, key)
			}
			if strings.Contains(l, `["?"]`) { // the status beside which a reason that says how it ended stands
				l = strings.Replace(l, `"?"`, lostCode(p), 1)
			}
			out = append(out, l)
		}
		return out
	}
}

// lostCode is the first value that means lost in a finished profile.
func lostCode(p *Profile) string {
	for _, r := range p.Rules {
		if r.Set.Status == "lost" && len(r.When) == 1 {
			return fmt.Sprintf("%q", r.When[0].Values[0])
		}
	}
	return `"?"`
}

// A draft is refused while a question is left, each with its line. Once all are answered as the finished profile has it, it compiles, and reads as
// many rows, and as many stages and statuses, as that one.
func TestAnsweredDraft(t *testing.T) {
	for _, name := range []string{"DE", "IN", "CN", "US", "SE"} {
		dir := worldwide + name + "/"
		truly := readProfile(t, dir+"profile.toml")
		sample := readSample(t, dir+"deals.csv", dir+"history.csv")
		d, err := Draft(sample, DraftOptions{})
		if err != nil {
			t.Fatal(err)
		}
		var text bytes.Buffer
		if err := d.WriteTOML(&text); err != nil {
			t.Fatal(err)
		}
		_, err = ReadProfile("draft.toml", bytes.NewReader(text.Bytes()), time.LoadLocation)
		if !errors.Is(err, ErrOpenQuestion) {
			t.Fatalf("%s: %v", name, err)
		}
		open := strings.Count(text.String(), "\n[[questions]]\n")
		if n := strings.Count(err.Error(), ErrOpenQuestion.Error()); n != open || open == 0 {
			t.Errorf("%s: %d questions, %d faults:\n%v", name, open, n, err)
		}
		final := answered(text.String(), byTruth(truly))
		p, err := ReadProfile("draft.toml", strings.NewReader(final), time.LoadLocation)
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, final)
		}
		set, err := Compile(p, funnel.V1())
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, final)
		}
		var owners map[string]io.Reader
		if name == "US" {
			text, err := os.ReadFile(dir + "owners.csv")
			if err != nil {
				t.Fatal(err)
			}
			owners = map[string]io.Reader{"owners": bytes.NewReader(text)}
		}
		finished, err := Compile(truly, funnel.V1())
		if err != nil {
			t.Fatal(err)
		}
		got, want := reads(t, set, sample, nil), reads(t, finished, sample, owners)
		if got.rows < want.rows || got.staged < want.staged || got.known < want.known || got.caused < want.caused {
			t.Errorf("%s: the draft reads %+v, the finished profile %+v", name, got, want)
		}
	}
}

// seenBy is what an import makes of a sample.
type seenBy struct{ rows, staged, known, caused int }

func reads(t *testing.T, s *Set, sample Sample, lookups map[string]io.Reader) (r seenBy) {
	t.Helper()
	i, err := s.Import(Files{Deals: bytes.NewReader(sample.Deals), History: bytes.NewReader(sample.History), Lookups: lookups}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for deal, err := range i.Deals() {
		if err != nil {
			t.Fatal(err)
		}
		if r.rows++; deal.Status != 0 {
			r.known++
		}
		for _, e := range deal.Events {
			if e.Stage != 0 {
				r.staged++
			}
			if e.Cause != 0 {
				r.caused++
			}
		}
	}
	return r
}
