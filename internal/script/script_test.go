package script_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/internal/script"
	"github.com/koine-go/koine/kpi/exchange"
)

const world = `view period 2026-01-01..2026-04-01, as of 2026-04-01, zone Europe/Berlin, currency EUR, rates spot

rates
1 USD = 0.90 EUR from 2025-12-31

deals
id region amount
1  DE     10.50 EUR
2  DE     20 USD
3  FR     -

events
1: qualified 2026-01-05, won 2026-02-01
2: qualified 2026-01-05, lost (pricing) 2026-02-01
3: qualified 2026-01-05, won 2026-02-01

`

func run(text string) []*script.Error {
	return script.Runner{Metric: exchange.Metric, Zone: time.LoadLocation}.Run("s.txt", text)
}

// TestRight: every way to state a number that is right passes.
func TestRight(t *testing.T) {
	for _, body := range []string{
		"# why\nkpi hit_rate_narrow\ntotal 66.67% (2/3)",
		"# why\nkpi hit_rate_narrow\ntotal 2/3",
		"# why\nkpi hit_rate_narrow\ntotal   67%   (2/3)   # rounded half-even\n deals: whole 3 2 1; part 1 3",
		"# why\nkpi hit_rate_narrow, by region\nFR 100% (1/1)\ntotal 66.7% (2/3)\nDE 50% (1/2)",
		"# why\nkpi won_value\ntotal 10.50 EUR (1 deal), negative_amount 0\nleft out: 1 no_amount\ndeals: counted 1; no_amount 3",
		"# why\nkpi won_value\ntotal 10.5 EUR (1 deal)\nleft out: 1 no_amount",
		"# why\nkpi hit_rate_value\ntotal 36.84% (10.5/28.5, 2 deals)\nleft out: 1 no_amount",
		"# why\nkpi cycle_time_won, by region and segment\nDE - 27 days (27/1), median 27, histogram 27:1\nFR - 27/1 days\ntotal 27.0 days (54/2)",
		"# why\nkpi won_count, period 2025-01-01..2026-01-01\ntotal 0 deals",
		"# why\nkpi hit_rate_narrow min_n=9, zone UTC\ntotal 66.67% (2/3), insufficient_n",
		"# why\nkpi stalled_rate limits=offer:30, as of 2026-01-20\ntotal unknown (0/0)\nleft out: 3 no_limit",
	} {
		for _, fault := range run(world + body) {
			t.Errorf("%q: %v", body, fault)
		}
	}
}

// TestWrong: what is wrong is said at its line, counted here from the first of the case.
func TestWrong(t *testing.T) {
	first := strings.Count(world, "\n")
	for _, c := range []struct {
		body string
		line int
		what error
		says string
	}{
		{"# why\nkpi hit_rate_narrow\ntotal 60% (2/3)", 3, script.ErrNumber, `got "total 67% (2/3)", want "total 60% (2/3)"`},
		{"# why\nkpi hit_rate_narrow\ntotal 67% (4/6)", 3, script.ErrNumber, `got "total 67% (2/3)"`},
		{"# why\nkpi hit_rate_narrow\ntotal 67%", 3, script.ErrNumber, `got "total 67% (2/3)"`},
		{"# why\nkpi hit_rate_narrow\ntotal unknown (0/0)", 3, script.ErrNumber, `want "total unknown (0/0)"`},
		{"# why\nkpi hit_rate_narrow, by region\ntotal 67% (2/3)\nDE 50% (1/2)", 2, script.ErrNumber, `got "FR 100.00% (1/1)", want nothing`},
		{"# why\nkpi hit_rate_narrow, by region\nFR 100% (1/1)\nDE 50% (1/2)", 2, script.ErrNumber, `got "total 66.67% (2/3)", want nothing`},
		{"# why\nkpi hit_rate_narrow\nDE 50% (1/2)\ntotal 67% (2/3)", 3, script.ErrGrammar, "no row"},
		{"# why\nkpi hit_rate_narrow, by region\nFR 100% (1/1)\nDE 50% (1/2)\nUS 0% (0/1)\ntotal 67% (2/3)", 5, script.ErrNumber, "got no row US"},
		{"# why\nkpi hit_rate_narrow\ntotal 67% (2/3)\ntotal 67% (2/3)", 4, script.ErrGrammar, "twice"},
		{"# why\nkpi hit_rate_narrow min_n=9\ntotal 67% (2/3)", 3, script.ErrNumber, "insufficient_n"},
		{"# why\nkpi hit_rate_narrow\ntotal 67% (2/3), immature", 3, script.ErrNumber, `got "total 67% (2/3)"`},
		{"# why\nkpi won_value\ntotal 10 EUR (1 deal)\nleft out: 1 no_amount", 3, script.ErrNumber, `got "total 10.5 EUR`},
		{"# why\nkpi won_value\ntotal 10.5 EUR (2 deals)\nleft out: 1 no_amount", 3, script.ErrNumber, "(1 deal)"},
		{"# why\nkpi won_value\ntotal 10.5 EUR (1 deal)", 3, script.ErrNumber, "got left out: 1 no_amount, want left out: none"},
		{"# why\nkpi won_value\ntotal 10.5 EUR (1 deal)\nleft out: 1 no_rate", 4, script.ErrNumber, "got left out: 1 no_amount"},
		{"# why\nkpi won_value\ntotal 10.5 EUR (1 deal)\nleft out: no_rate", 4, script.ErrGrammar, "count and a reason"},
		{"# why\nkpi won_value\ntotal 10.5 EUR (1 deal), median 3\nleft out: 1 no_amount", 3, script.ErrNumber, "no median"},
		{"# why\nkpi won_value\nleft out: 1 no_amount", 3, script.ErrGrammar, "no row above"},
		{"# why\nkpi hit_rate_narrow\ntotal 67% (2/3)\ndeals: part 1; whole 1 2 3", 4, script.ErrNumber, "got deals: part 1 3; whole 1 2 3"},
		{"# why\nkpi hit_rate_narrow\ntotal 67% (2/3)\ndeals: part", 4, script.ErrGrammar, "want part"},
		{"# why\nkpi cycle_time_won\ntotal 27 days (54/2), median 28", 3, script.ErrNumber, "median 27"},
		{"kpi hit_rate_narrow\ntotal 67% (2/3)", 1, script.ErrGrammar, "no reason"},
		{"#\nkpi hit_rate_narrow\ntotal 67% (2/3)", 2, script.ErrGrammar, "no reason"},
		{"# why\n\nkpi hit_rate_narrow\ntotal 67% (2/3)", 3, script.ErrGrammar, "no reason"},
		{"# why\nkpi hit_rate\ntotal 67% (2/3)", 2, script.ErrGrammar, "hit_rate"},
		{"# why\nkpi hit_rate_narrow stage=offer\ntotal 67% (2/3)", 2, script.ErrGrammar, "stage"},
		{"# why\nkpi hit_rate_narrow by region\ntotal 67% (2/3)", 2, script.ErrGrammar, "no parameter"},
		{"# why\nkpi hit_rate_narrow, by planet\ntotal 67% (2/3)", 2, script.ErrGrammar, "nothing to group by"},
		{"# why\nkpi hit_rate_narrow, zone Berlin\ntotal 67% (2/3)", 2, script.ErrGrammar, "Berlin"},
		{"# why\nkpi hit_rate_narrow, zone Local\ntotal 67% (2/3)", 2, script.ErrGrammar, "Local"},
		{"# why\nkpi\ntotal 67% (2/3)", 2, script.ErrGrammar, "no kpi"},
		{"# why\nquestion hit_rate_narrow", 2, script.ErrGrammar, "begins no block"},
		{"deals\nid colour\n1 red", 2, script.ErrGrammar, `unknown column "colour"`},
		{"deals\nid amount\n1 10", 3, script.ErrGrammar, "currency"},
		{"deals\nid amount\n1 ten EUR", 3, script.ErrGrammar, "ten"},
		{"deals\nid created\n1 2026-02-30", 3, script.ErrGrammar, "neither a day nor an instant"},
		{"deals\nid status\n1 win", 3, script.ErrGrammar, "win"},
		{"deals\nid status\n1 won\n1 lost", 4, script.ErrGrammar, "earlier row"},
		{"deals\nid status\n1", 3, script.ErrGrammar, "nothing for column status"},
		{"deals\nid status\n1 won 5", 3, script.ErrGrammar, "in no column"},
		{"deals\nid\n1\n\n# why\nkpi won_count\ntotal 0 deals", 6, script.ErrGrammar, "neither events nor a status"},
		{"events\n4: won 2026-01-01", 2, script.ErrGrammar, `"4"`},
		{"events\n1: winning 2026-01-01", 2, script.ErrGrammar, "neither a stage nor a status"},
		{"events\n1: won", 2, script.ErrGrammar, "no day"},
		{"events\n1: lost (rain) 2026-01-01", 2, script.ErrGrammar, "rain"},
		{"changes\n1: colour red -> blue 2026-01-01", 2, script.ErrGrammar, "colour"},
		{"changes\n1: region red blue 2026-01-01", 2, script.ErrGrammar, "->"},
		{"stages\nDE: prospect, dream", 2, script.ErrGrammar, "dream"},
		{"stages\nDE prospect", 2, script.ErrGrammar, "a colon"},
		{"statuses\nDE: open, offer", 2, script.ErrGrammar, "offer"},
		{"# why\nkpi won_count\ntotal 2 deals\nprofiles: de@1", 4, script.ErrNumber, "got profiles: none, want profiles: de@1"},
		{"# why\nkpi won_count\ntotal 2 deals\nprofiles:", 4, script.ErrGrammar, "no profile"},
		{"# why\nkpi won_count\nprofiles: de@1", 3, script.ErrGrammar, "no row above"},
		{"events\n1: on_hold 2026-01-10 profile de@1\n\n# why\nkpi won_count\ntotal 2 deals", 6, script.ErrNumber, "got profiles: de@1"},
		{"rates\nUSD EUR 0.9 2026-01-01", 2, script.ErrGrammar, "want 1 USD"},
		{"rates\n1 USD = -1 EUR from 2026-01-01", 2, script.ErrGrammar, "above zero"},
		{"view zone UTC", 1, script.ErrGrammar, "a view states"},
	} {
		faults := run(world + c.body)
		if len(faults) == 0 {
			t.Errorf("%q passes", c.body)
			continue
		}
		f := faults[0]
		if f.Line != first+c.line || !errors.Is(f, c.what) || !strings.Contains(f.Error(), c.says) {
			t.Errorf("%q: %v (line %d of the case), want line %d, %v: ... %s", c.body, f, f.Line-first, c.line, c.what, c.says)
		}
	}
}

// TestAllMistakes: the first mistake does not hide the others, and what was misread is not computed.
func TestAllMistakes(t *testing.T) {
	faults := run(world + "# why\nkpi won_count\ntotal 3 deals\n\n# why\nkpi lost_count\ntotal 2 deals\n\ndeals\nid status\n1 win\n2 loss\n\n# why\nkpi won_count\ntotal 9 deals\n")
	var lines []int
	for _, f := range faults {
		lines = append(lines, f.Line-strings.Count(world, "\n"))
	}
	if want := []int{3, 7, 11, 12}; len(lines) != 4 || lines[0] != want[0] || lines[1] != want[1] || lines[2] != want[2] || lines[3] != want[3] {
		t.Errorf("lines %v, want %v", lines, want)
	}
}

// TestNoCase: a script that asks nothing proves nothing.
func TestNoCase(t *testing.T) {
	if faults := run(world); len(faults) != 1 || !errors.Is(faults[0], script.ErrGrammar) {
		t.Errorf("got %v, want one fault", faults)
	}
}

// FuzzRun: no text makes the runner panic, and what it finds wrong has a line of the text.
func FuzzRun(f *testing.F) {
	f.Add(world + "# why\nkpi hit_rate_narrow min_n=2, by region\nDE 50% (1/2)\nleft out: 1 no_rate\ndeals: part 1; whole 2\n")
	f.Add("stages\nDE: offer\n\nstatuses\nDE: won\n\nchanges\n1: amount 1 EUR -> - 2026-01-01\n\nevents at 09:00Z unordered\n1: on_hold ?X seq 2 2026-01-01, status ?Y 2026-01-02\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, fault := range run(text) {
			if fault.Line < 1 || fault.Line > strings.Count(text, "\n")+1 {
				t.Fatalf("line %d: %v", fault.Line, fault)
			}
		}
	})
}
