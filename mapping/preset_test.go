package mapping

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
)

// The systems of the specification, each with its default pipeline.
func TestPresetNames(t *testing.T) {
	const want = "businesscentral dynamics erpnext frappe hubspot merge odoo pipedrive salesforce suitecrm twenty zoho"
	if got := strings.Join(Presets(), " "); got != want {
		t.Errorf("got %s", got)
	}
}

// Each preset is a whole profile: it reads and compiles alone, for a neutral locale and zone, and leaves open what only a region knows.
func TestPresetsAlone(t *testing.T) {
	for _, name := range Presets() {
		p, err := Preset(name, time.LoadLocation)
		if err != nil {
			t.Error(err)
			continue
		}
		if _, err := Compile(p, funnel.V1()); err != nil {
			t.Error(err)
		}
		if p.SourceScheme != name || p.Locale.String() != "en-US" || p.Zone != time.UTC || !p.Currency.IsZero() || p.SellingEntity != "" || p.Region != "" {
			t.Errorf("%s is not neutral: %+v", name, p)
		}
		if p.CreatedMeans == "" || len(p.Statuses) == 0 || len(p.Caveats) == 0 {
			t.Errorf("%s does not say what limits comparison", name)
		}
		for _, r := range p.Rules {
			if r.Confidence == Lossy && r.Note == "" {
				t.Errorf("%s:%d: the rule does not say what is lost", p.File, r.Line)
			}
		}
	}
}

func TestUnknownPreset(t *testing.T) {
	_, err := Preset("hubspt", time.LoadLocation)
	var e *Error
	if !errors.Is(err, ErrValue) || !errors.As(err, &e) || !slices.Equal(e.Candidates, Presets()) || e.Value != "hubspt" {
		t.Errorf("got %v", err)
	}
	for _, name := range []string{"", "../doc", "salesforce.toml", strings.Repeat("x", 1<<20)} {
		if _, err := Preset(name, time.LoadLocation); !errors.Is(err, ErrValue) || len(err.Error()) > 1000 {
			t.Errorf("%.20q: got %.80v", name, err)
		}
	}
}

// A preset reads rows of its system's own shape. What they come to stands beside them in want.txt: each deal with its stage, status and cause, a
// local value in quotes where none is mapped; its way; then what is not mapped, what was found, and the account of the rows.
func TestPresetsOnRows(t *testing.T) {
	for _, name := range Presets() {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join("testdata", "presets", name)
			p, err := Preset(name, time.LoadLocation)
			if err != nil {
				t.Fatal(err)
			}
			p.Currency, _ = funnel.ParseCurrency("EUR")
			got, m := account(t, p, dir)
			text, err := os.ReadFile(filepath.Join(dir, "want.txt"))
			if err != nil {
				t.Fatal(err)
			}
			if want := withoutComments(string(text)); !slices.Equal(got, want) {
				t.Errorf("%s", difference(got, want))
			}
			addsUp(t, m)
			everyRuleUsed(t, m)
		})
	}
}

// A region that says nothing but who it is reads what its preset reads.
func TestRegionsOverPresets(t *testing.T) {
	for _, name := range Presets() {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join("testdata", "presets", name)
			own := "name = \"A\"\nversion = \"1\"\nsource_scheme = \"a\"\nlocale = \"en-US\"\nzone = \"UTC\"\ncurrency = \"EUR\"\npreset = \"" + name + "\"\n"
			p, err := ReadProfile("a.toml", strings.NewReader(own), time.LoadLocation)
			if err != nil {
				t.Fatal(err)
			}
			got, _ := account(t, p, dir)
			text, err := os.ReadFile(filepath.Join(dir, "want.txt"))
			if err != nil {
				t.Fatal(err)
			}
			if want := withoutComments(string(text)); !slices.Equal(got, want) {
				t.Errorf("%s", difference(got, want))
			}
		})
	}
}

// Develop in Dynamics is the solution, and marks qualified on the way, by whichever of its names it is read.
func TestDevelopEntersQualified(t *testing.T) {
	p, err := Preset("dynamics", time.LoadLocation)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Compile(p, funnel.V1())
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []Names{{ID: "650e06b4-789b-46c1-822b-0da76bedb1ed"}, {Code: "1"}, {Label: "2-Develop"}} {
		if o := s.Map(Local{Stage: n}, funnel.Moment{}); o.Stage != funnel.Solution || !slices.Equal(o.Enters, []funnel.Stage{funnel.Qualified}) {
			t.Errorf("%v: got %+v", n, o)
		}
	}
}

// account imports the files in dir and says what they came to.
func account(t testing.TB, p *Profile, dir string) (lines []string, m *Import) {
	t.Helper()
	s, err := Compile(p, funnel.V1())
	if err != nil {
		t.Fatal(err)
	}
	var findings []string
	m, err = s.Import(fixture(t, p, dir), Options{Finding: func(f Finding) { findings = append(findings, "found "+f.String()) }})
	if err != nil {
		t.Fatal(err)
	}
	for d, err := range m.Deals() {
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, dealLine(d))
	}
	lines = append(lines, unmappedLines(m)...)
	lines = append(lines, findings...)
	c := m.Counts()
	rows := fmt.Sprintf("rows %d deals, %d refused; %d events, %d refused, %d skipped", c.Deals, c.DealsRefused, c.Events, c.HistoryRefused, c.Skipped)
	return append(lines, rows), m
}

// fixture opens the files of a preset's test: deals, history if there is one, and lookup-NAME.csv for each look-up.
func fixture(t testing.TB, p *Profile, dir string) Files {
	t.Helper()
	open := func(pattern string) io.Reader {
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil || len(names) == 0 {
			return nil
		}
		f, err := os.Open(names[0])
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
		return f
	}
	f := Files{Deals: open("deals.*"), Lookups: map[string]io.Reader{}}
	if r := open("history.*"); r != nil {
		f.History = r
	}
	for _, l := range p.Lookups {
		if l.Table == nil {
			f.Lookups[l.Name] = open("lookup-" + l.Name + ".csv")
		}
	}
	return f
}

// dealLine is a deal in one line.
func dealLine(d *funnel.Deal) string {
	or := func(key, local, none string) string {
		switch {
		case key != "":
			return key
		case local != "":
			return fmt.Sprintf("%q", local)
		}
		return none
	}
	line := fmt.Sprintf("%s: %s, %s", d.ID, or(d.Stage.String(), d.LocalStage.String(), "no stage"), or(d.Status.String(), d.LocalStatus.String(), "no status"))
	if cause := or(d.Cause.String(), d.LocalReason.String(), ""); cause != "" {
		line += ", " + cause
	}
	if d.Category != funnel.NoCategory {
		line += ", " + d.Category.String()
	}
	if d.Amount.Known() {
		line += ", " + d.Amount.String()
	}
	if d.Deleted {
		line += ", deleted"
	}
	for i, e := range d.Events {
		line += fmt.Sprintf("%s %s %s", []string{";", ","}[min(i, 1)], e.At.String()[len("2026-"):len("2026-01-05T09:00")],
			or(e.Stage.String(), "", or(unlessOpen(e.Status), e.LocalStage.String(), e.Status.String())))
	}
	return line
}

// unlessOpen is the key of a status that says more than that the stage is worked in.
func unlessOpen(s funnel.Status) string {
	if s == funnel.Open {
		return ""
	}
	return s.String()
}

// unmappedLines lists the local values that no rule read, with their rows.
func unmappedLines(m *Import) (lines []string) {
	rows := map[string]int{}
	for _, s := range statesOf(m) {
		for slot := range slots {
			if text := *s.local.at(slot); text != "" && s.readings[slot/int(kindCount)].unmapped {
				rows[fmt.Sprintf("not mapped %s %q", slotKey(slot), text)] += s.seen.rows
			}
		}
	}
	for line, n := range rows {
		lines = append(lines, fmt.Sprintf("%s: %d rows", line, n))
	}
	slices.Sort(lines)
	return lines
}

// statesOf returns the combinations of local values that some row of m has.
func statesOf(m *Import) (all []*state) {
	all = m.rowsOfDeals.states.nodes
	if m.rowsOfEvents.eventRows != nil {
		all = slices.Concat(all, m.rowsOfEvents.states.nodes)
	}
	return slices.DeleteFunc(slices.Clone(all), func(s *state) bool { return s == nil || s.seen.rows == 0 })
}

// addsUp checks the account of the rows: each is kept or refused, and each that has a value of an axis counts once for it.
func addsUp(t *testing.T, m *Import) {
	t.Helper()
	c := m.Counts()
	if c.DealRows != c.Deals+c.DealsRefused || c.HistoryRows != c.Events+c.HistoryRefused+c.Skipped || c.Deals == 0 {
		t.Errorf("rows %+v", c)
	}
	for _, v := range m.Coverage().Values {
		if v.Deals+v.Events != v.Rows() {
			t.Errorf("%v: %+v", v, v)
		}
	}
}

// everyRuleUsed checks that each rule decides something for some row, and that some row has each of its values.
func everyRuleUsed(t *testing.T, m *Import) {
	t.Helper()
	used, seen := map[int]bool{}, map[[2]string]bool{}
	for _, s := range statesOf(m) {
		for _, d := range m.set.Explain(s.local, funnel.Moment{}).Deciding {
			used[d.Rule.Line] = true
		}
		for slot := range slots {
			seen[[2]string{slotKey(slot), *s.local.at(slot)}] = true
		}
	}
	for _, r := range m.set.profile.Rules {
		if !used[r.Line] {
			t.Errorf("%s:%d decides nothing", m.set.profile.File, r.Line)
		}
		for _, c := range r.When {
			for _, v := range c.Values {
				if !seen[[2]string{slotKey(slotOf(c.Axis, c.By)), v}] {
					t.Errorf("%s:%d: no row has %q", m.set.profile.File, r.Line, v)
				}
			}
		}
	}
}

// withoutComments returns the lines that are neither blank nor begin with #.
func withoutComments(text string) (lines []string) {
	for line := range strings.Lines(text) {
		if line = strings.TrimRight(line, "\n"); line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	return lines
}

// difference shows the lines of one list that the other has not.
func difference(got, want []string) string {
	var b strings.Builder
	for _, line := range got {
		if !slices.Contains(want, line) {
			b.WriteString("\n+ " + line)
		}
	}
	for _, line := range want {
		if !slices.Contains(got, line) {
			b.WriteString("\n- " + line)
		}
	}
	return b.String() + fmt.Sprintf("\n%d lines, want %d", len(got), len(want))
}
