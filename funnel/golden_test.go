package funnel_test

import (
	"testing"

	"github.com/koine-go/koine/funnel"
)

// The golden fixture (catalogue §2) at the end of the first quarter in Berlin: its times in a stage, closes and causes, deal by deal.
func TestGoldenFixture(t *testing.T) {
	for _, c := range []struct {
		deal, events, record string
		want                 string
	}{
		{"D1", "prospect 01-05, qualified 01-10, offer 01-20, → won 02-19", "won",
			"won offer closed 02-19; prospect 5 qualified 10 offer 30"},
		{"D2", "prospect 01-08, qualified 01-15, offer 02-01, → lost(competitive) 03-01", "lost",
			"lost offer closed 03-01 (competitive); prospect 7 qualified 17 offer 28"},
		{"D3", "prospect 01-12, qualified 01-20, offer 02-10, → no_response 03-20", "no_response",
			"no_response offer closed 03-20 (unknown); prospect 8 qualified 21 offer 38"},
		{"D4", "prospect 02-01, qualified 02-05, → won 03-10", "won",
			"won qualified closed 03-10; prospect 4 qualified 33"},
		{"D5", "prospect 02-03, qualified 02-10, offer 02-20, → won 03-31T22:30", "won", // 1 April 00:30 in Berlin
			"open offer; prospect 7 qualified 10 offer"},
		{"D6", "prospect 02-10, qualified 02-12, offer 03-01, qualified 03-10, offer 03-15", "open",
			"open offer; prospect 2 qualified 17 offer 9 qualified 5 offer; back 1"},
		{"D7", "prospect 01-02, qualified 01-06, offer 01-15, → won 01-30, negotiation 02-15, → lost(pricing) 03-15", "lost",
			"lost negotiation closed 03-15 (pricing); prospect 4 qualified 9 offer 15 negotiation 28; reopened 1"},
		{"D8", "prospect 03-05, → disqualified 03-06", "disqualified",
			"disqualified prospect closed 03-06 (unknown); prospect 1"},
		{"D9", "prospect 03-01, qualified 03-03", "open",
			"open qualified; prospect 2 qualified"},
		{"D10", "", "void", "void; outside; no history"},
		{"D11", "prospect 03-05T10:00#1, qualified 03-05T10:00#2, → won 03-05T10:00#3", "won",
			"won qualified closed 03-05; prospect 0 qualified 0"},
	} {
		d := &funnel.Deal{ID: c.deal, Events: history(t, c.events), Created: moment(t, "01-04")}
		var err error
		d.Status, err = funnel.ParseStatus(c.record)
		must(t, err)
		if len(d.Events) > 0 {
			d.Created = d.Events[0].At
		}
		if got := showAt(t, d, "03-31T22:00"); got != c.want {
			t.Errorf("%s\n got  %s\n want %s", c.deal, got, c.want)
		}
	}
}
