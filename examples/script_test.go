// Package examples_test runs the KPI specification.
package examples_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/internal/script"
	"github.com/koine-go/koine/kpi/exchange"
)

// TestScripts runs every script beside it: the definition that sales can read is the one the code is held to.
func TestScripts(t *testing.T) {
	for name, text := range scripts(t) {
		for _, fault := range run(name, text) {
			t.Error(fault)
		}
	}
}

// TestReadme runs the case that README.md explains.
func TestReadme(t *testing.T) {
	b, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(b), "## Reading a case\n")
	text, _, _ = strings.Cut(text, "\nThe comment says why.")
	const view = "view period 2026-01-01..2026-04-01, as of 2026-04-01, zone Europe/Berlin, currency EUR, rates spot\n"
	for _, fault := range run("README.md", view+strings.ReplaceAll(text, "\n    ", "\n")) {
		t.Error(fault)
	}
}

// TestEveryKPI demands a script of its own of every KPI there is, and a case in the golden fixture.
func TestEveryKPI(t *testing.T) {
	files := scripts(t)
	for _, id := range exchange.IDs() {
		asks := regexp.MustCompile(`(?m)^kpi ` + id + `\b`)
		for _, name := range []string{id + ".txt", "golden.txt"} {
			if !asks.MatchString(files[name]) {
				t.Errorf("%s does not ask %s", name, id)
			}
		}
	}
	shared := []string{"golden.txt", "local_variants.txt", "profiles.txt"}
	for name := range files {
		if id := strings.TrimSuffix(name, ".txt"); !slices.Contains(exchange.IDs(), id) && !slices.Contains(shared, name) {
			t.Errorf("%s: neither a KPI nor %v", name, shared)
		}
	}
}

// TestNothingPassesUnstated takes a row or a "left out" away from every case, then the next one: the case must fail each time. Otherwise a script
// could be right by saying nothing.
func TestNothingPassesUnstated(t *testing.T) {
	for name, text := range scripts(t) {
		lines := strings.Split(text, "\n")
		cases := casesOf(lines)
		for k, taken := 0, 1; taken > 0; k++ {
			less := slices.Clone(lines)
			taken = 0
			for _, c := range cases {
				if k < len(c.stated) {
					less[c.stated[k]] = "#"
					taken++
				}
			}
			faults := run(name, strings.Join(less, "\n"))
			for _, c := range cases {
				if k < len(c.stated) && !faultIn(faults, c.first, c.last) {
					t.Errorf("%s:%d: passes without %q", name, c.stated[k]+1, lines[c.stated[k]])
				}
			}
		}
	}
}

// TestEveryNumberMatters changes one digit of every row and every "left out", then the next one: each changed line must be reported.
func TestEveryNumberMatters(t *testing.T) {
	for name, text := range scripts(t) {
		lines := strings.Split(text, "\n")
		var stated []int
		for _, c := range casesOf(lines) {
			stated = append(stated, c.stated...)
		}
		for k, changed := 0, 1; changed > 0; k++ {
			other := slices.Clone(lines)
			changed = 0
			for _, i := range stated {
				if other[i] = otherDigit(lines[i], k); other[i] != lines[i] {
					changed++
				}
			}
			faults := run(name, strings.Join(other, "\n"))
			for _, i := range stated {
				if other[i] != lines[i] && !faultIn(faults, i+1, i+1) {
					t.Errorf("%s:%d: nothing wrong with %q", name, i+1, other[i])
				}
			}
		}
	}
}

// otherDigit changes the digit at position k of a line, counting digits alone.
func otherDigit(line string, k int) string {
	b := []byte(line)
	for i, c := range b {
		switch {
		case c < '0' || c > '9':
		case k > 0:
			k--
		case c == '9': // not 0, which "left out" cannot say
			b[i] = '8'
			return string(b)
		default:
			b[i]++
			return string(b)
		}
	}
	return line
}

func faultIn(faults []*script.Error, from, to int) bool {
	return slices.ContainsFunc(faults, func(e *script.Error) bool { return from <= e.Line && e.Line <= to })
}

// section is one case of a script: the numbers of its first and last line, and the positions of the lines that it must not leave out.
type section struct {
	first, last int
	stated      []int
}

func casesOf(lines []string) (cases []section) {
	inCase := false
	for i, l := range lines {
		switch {
		case strings.HasPrefix(l, "kpi "):
			inCase = true
			cases = append(cases, section{first: i + 1})
		case strings.TrimSpace(l) == "":
			inCase = false
		}
		if !inCase {
			continue
		}
		c := &cases[len(cases)-1]
		c.last = i + 1
		if i+1 > c.first && !strings.HasPrefix(strings.TrimSpace(l), "deals:") {
			c.stated = append(c.stated, i)
		}
	}
	return cases
}

func run(name, text string) []*script.Error {
	return script.Runner{Metric: exchange.Metric, Zone: time.LoadLocation}.Run(name, text)
}

func scripts(t *testing.T) map[string]string {
	t.Helper()
	names, err := filepath.Glob("*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	texts := map[string]string{}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = string(b)
	}
	return texts
}
