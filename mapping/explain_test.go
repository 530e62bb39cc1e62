package mapping

import (
	"strings"
	"testing"

	"github.com/koine-go/koine/funnel"
)

// An explanation says what was wanted and what was there, everything that stood in the way of a rule, and what may have been meant.
func TestExplainTexts(t *testing.T) {
	s := compile(t, crm+`[[rules]]
when = { status_code = ["H", "P"], stage_label = ["Fit", "Sure"] }
set = { status = "on_hold" }
to = 2026-06-01
`)
	for _, test := range []struct {
		local Local
		at    funnel.Moment
		want  string
	}{
		{Local{Stage: Names{Label: "Qoute"}, Status: Names{Code: "X"}}, funnel.Moment{}, `stage_label = "Qoute", status_code = "X" by A@1
  stage is not mapped
  status is not mapped
  no rule names stage_label "Qoute"
  no rule names status_code "X"
`},
		{Local{Stage: Names{Label: "Silense"}, Reason: Names{Label: "Silense"}}, funnel.Moment{}, `stage_label = "Silense", reason_label = "Silense" by A@1
  stage is not mapped
  reason is not mapped
  no rule names stage_label "Silense"
  no rule names reason_label "Silense"; did you mean "Silence"?
`},
		{Local{Status: Names{Label: "L"}}, funnel.Moment{}, `status_label = "L" by A@1
  status is not mapped
  no rule names status_label "L", but one names it as status_code
`},
		{Local{Stage: Names{Label: "Fit"}, Status: Names{Code: "O"}}, on("2026-07-01"), `stage_label = "Fit", status_code = "O" on 2026-07-01 by A@1
  a.toml:26: stage qualified (assumed)
  a.toml:38: status open (exact)
  not a.toml:52: status_code is "O", not "H" or "P"; in force only to 2026-06-01
  not a.toml:22: in force only to 2026-01-01
`},
		{Local{Stage: Names{Label: "Dead"}, Status: Names{Code: "L"}}, on("2026-02-01"), `stage_label = "Dead", status_code = "L" on 2026-02-01 by A@1
  a.toml:41: status lost (exact)
  not a.toml:31: status_code is "L", not blank
  not a.toml:44: reason_label is blank, not "Silence"
`},
		{Local{Stage: Names{Label: "Sure"}, Status: Names{Code: "P"}}, funnel.Moment{}, `stage_label = "Sure", status_code = "P" by A@1
  a.toml:35: category commit (exact)
  status is not mapped
  not a.toml:52: in force only to 2026-06-01, and the record has no time, so that the latest rules are asked
`},
	} {
		if got := s.Explain(test.local, test.at).String(); got != test.want {
			t.Errorf("got\n%s\nwant\n%s", got, test.want)
		}
	}
}

// Of many wanted values those are named that resemble what was there.
func TestExplainNearest(t *testing.T) {
	s := compile(t, crm+`[[rules]]
when = { stage_label = ["Ask", "Bid", "Call", "Demo 1", "Demo 2"], status_code = ["H"] }
set = { status = "on_hold" }
`)
	got := s.Explain(Local{Stage: Names{Label: "Demo 3"}, Status: Names{Code: "H"}}, funnel.Moment{}).String()
	if !strings.Contains(got, `stage_label is "Demo 3", not "Demo 1" or "Demo 2" or "`) || !strings.Contains(got, `and 2 more`) || !strings.Contains(got, `did you mean "Demo 1"?`) {
		t.Errorf("got %s", got)
	}
}
