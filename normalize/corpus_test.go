package normalize_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/koine-go/koine/normalize"
)

// corpusDir has texts that another implementation of CLDR wrote, and texts that must not be read.
const corpusDir = "../../shared/oracle/locale"

// sample is a row of the corpora.
type sample struct{ Kind, Style, Locale, Currency, Text, Expected string }

func readCorpus(t testing.TB, kind string) []sample {
	t.Helper()
	if _, err := os.Stat(corpusDir); err != nil {
		t.Skipf("%s is absent", corpusDir)
	}
	f, err := os.Open(filepath.Join(corpusDir, "business."+kind+".jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var samples []sample
	for s := bufio.NewScanner(z); s.Scan(); {
		var c sample
		if err := json.Unmarshal(s.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		samples = append(samples, c)
	}
	return samples
}

// locales compiles each locale once per test.
type locales map[string]*normalize.Locale

func (l locales) of(tag string) *normalize.Locale {
	if l[tag] == nil {
		l[tag] = normalize.MustFor(tag)
	}
	return l[tag]
}

// value reads a sample and writes what was read in the corpus's form.
func (c sample) value(l *normalize.Locale) (string, error) {
	switch c.Kind {
	case "number":
		n, err := l.Number([]byte(c.Text))
		return n.Decimal().String(), err
	case "percent":
		n, err := l.Percent([]byte(c.Text))
		return n.Decimal().String(), err
	case "currency":
		m, err := l.Money([]byte(c.Text))
		return m.Amount.Decimal().String() + " " + m.Amount.Currency().String(), err
	case "date":
		d, err := l.Date([]byte(c.Text))
		return d.Date.String(), err
	}
	clock, err := l.Time([]byte(c.Text))
	return clock.String(), err
}

// want is the expected value in the form that value has.
func (c sample) want() string {
	if c.Kind == "currency" {
		return decimal.RequireFromString(c.Expected).String() + " " + c.Currency
	}
	return c.Expected
}

// listed tells whether an ambiguity has the expected value among its candidates.
func (c sample) listed(err error) bool {
	var e *normalize.Error
	if !errors.Is(err, normalize.ErrAmbiguous) || !errors.As(err, &e) {
		return false
	}
	return slices.ContainsFunc(e.Candidates, func(candidate string) bool {
		if c.Kind == "currency" {
			amount, cur, _ := strings.Cut(candidate, " ")
			candidate = decimal.RequireFromString(amount).String() + " " + cur
		}
		return candidate == c.want()
	})
}

// TestCorpora holds the shares that the specification asks for: everything is read right, or said to be ambiguous with
// the right value listed where the text alone does not tell, and nothing is read wrong.
func TestCorpora(t *testing.T) {
	for _, c := range []struct {
		kind             string
		rows             int
		ambiguous, wrong int
		refused          int
	}{
		{kind: "number", rows: 5760},
		{kind: "percent", rows: 720},
		{kind: "currency", rows: 26760, ambiguous: 2876},
		{kind: "date", rows: 4680, ambiguous: 377},
		{kind: "time", rows: 2400},
		{kind: "variant", rows: 3988},
	} {
		t.Run(c.kind, func(t *testing.T) {
			known := locales{}
			samples := readCorpus(t, c.kind)
			ambiguous, wrong, refused := 0, 0, 0
			for _, s := range samples {
				got, err := s.value(known.of(s.Locale))
				switch {
				case err == nil && got != s.want():
					wrong++
					t.Errorf("%s: %s %q is read as %s, want %s", s.Locale, s.Style, s.Text, got, s.want())
				case err != nil && s.listed(err):
					ambiguous++
				case err != nil:
					refused++
				}
			}
			if len(samples) != c.rows || ambiguous > c.ambiguous || wrong != c.wrong || refused > c.refused {
				t.Errorf("%d rows, %d ambiguous, %d wrong, %d refused; want %+v", len(samples), ambiguous, wrong, refused, c)
			}
		})
	}
}

// TestCorpusOfRefusals has texts of which a lenient reader makes a wrong value.
func TestCorpusOfRefusals(t *testing.T) {
	known := locales{}
	for _, s := range readCorpus(t, "reject") {
		if got, err := s.value(known.of(s.Locale)); err == nil {
			t.Errorf("%s: %s %q is read as %s", s.Locale, s.Style, s.Text, got)
		}
	}
}
