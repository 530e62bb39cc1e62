package mapping

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/koine-go/koine/normalize"
)

// Every kind of dirt in a row has a Finding with its reason and position, and the other rows are read.
func TestFindings(t *testing.T) {
	long := strings.Repeat("9", 10_000_000)
	for _, test := range []struct {
		name, deals, history string
		want                 Finding // without Value
		ids                  string
	}{
		{"wrong encoding", "D1;;;;Mei\x81er;;;O;\n", "", Finding{File: "deals", Line: 3, Column: "Betreuer", Reason: normalize.ErrEncoding}, "D0"},
		{"a NUL byte", "D1;;;;Mei\x00er;;;O;\n", "", Finding{File: "deals", Line: 3, Column: "Betreuer", Reason: ErrNUL}, "D0"},
		{"a quote never closed", "D1;;;;\"Meier;;;O;\n", "", Finding{File: "deals", Line: 3, Reason: ErrQuote}, "D0"},
		{"too many cells", "D1;;;;;;;O;;\n", "", Finding{File: "deals", Line: 3, Reason: ErrCells}, "D0"},
		{"too few cells", "D1;;;;;;;O\n", "", Finding{File: "deals", Line: 3, Reason: ErrCells}, "D0"},
		{"the header again", dealHead, "", Finding{File: "deals", Line: 3, Reason: ErrHeader}, "D0"},
		{"a number of ten million digits", "D1;;;" + long + ";;;;O;\n", "", Finding{File: "deals", Line: 3, Column: "Auftragswert", Reason: ErrTooLarge, Kept: true}, "D0 D1"},
		{"an id of ten million digits", long + ";;;;;;;O;\n", "", Finding{File: "deals", Line: 3, Column: "Vorgangs-ID", Reason: ErrTooLarge}, "D0"},
		{"an id of two thousand digits", long[:2000] + ";;;;;;;O;\n", "", Finding{File: "deals", Line: 3, Column: "Vorgangs-ID", Reason: ErrTooLarge}, "D0"},
		{"a number of ten million digits in quotes", "D1;;;\"" + long + "\";;;;O;\n", "", Finding{File: "deals", Line: 3, Reason: ErrQuote}, "D0"},
		{"a text of a million bytes in cells that are none too long", "D1;" + strings.Repeat(long[:200_000]+";", 6) + "\n", "", Finding{File: "deals", Line: 3, Reason: ErrTooLarge}, "D0"},
		{"an event with a time of ten million digits", "", "D0;" + long + ";Lead\n", Finding{File: "history", Line: 2, Column: "Eingetreten am", Reason: ErrTooLarge}, "D0"},
		{"an event with a stage of ten million digits", "", "D0;05.03.2026 10:00;" + long + "\n", Finding{File: "history", Line: 2, Column: "Phase", Reason: ErrTooLarge}, "D0"},
		{"a number of a thousand digits", "D1;;;" + long[:1000] + ";;;;O;\n", "", Finding{File: "deals", Line: 3, Column: "Auftragswert", Reason: normalize.ErrRange, Kept: true}, "D0 D1"},
		{"30 February", "D1;30.02.2026 10:00;;;;;;O;\n", "", Finding{File: "deals", Line: 3, Column: "Angelegt am", Reason: normalize.ErrCalendar, Kept: true}, "D0 D1"},
		{"a date that two orders can read", "D1;03/04/2026 10:00;;;;;;O;\n", "", Finding{File: "deals", Line: 3, Column: "Angelegt am", Reason: normalize.ErrAmbiguous, Kept: true}, "D0 D1"},
		{"an amount with two marks", "D1;;;$ 5 \x80;;;;O;\n", "", Finding{File: "deals", Line: 3, Column: "Auftragswert", Reason: normalize.ErrConflict, Kept: true}, "D0 D1"},
		{"an instant in a gap", "D1;29.03.2026 02:30;;;;;;O;\n", "", Finding{File: "deals", Line: 3, Column: "Angelegt am", Reason: normalize.ErrGap, Kept: true}, "D0 D1"},
		{"an instant that came twice", "D1;25.10.2026 02:30;;;;;;O;\n", "", Finding{File: "deals", Line: 3, Column: "Angelegt am", Reason: normalize.ErrOverlap, Kept: true}, "D0 D1"},
		{"a sentinel that was moved to a year the locale reads", "D1;01.01.2150 00:00;;;;;;O;\n", "", Finding{File: "deals", Line: 3, Column: "Angelegt am", Reason: ErrSentinel, Kept: true}, "D0 D1"},
		{"a sentinel", "D1;31.12.9999 00:00;;;;;;O;\n", "", Finding{File: "deals", Line: 3, Column: "Angelegt am", Reason: ErrSentinel, Kept: true}, "D0 D1"},
		{"a value that is not in a look-up", "D1;;;;Huber;;;O;\n", "", Finding{File: "deals", Line: 3, Column: "Betreuer", Reason: ErrNotFound, Kept: true}, "D0 D1"},
		{"no id", ";;;;;;;O;\n", "", Finding{File: "deals", Line: 3, Column: "Vorgangs-ID", Reason: ErrMissing}, "D0"},
		{"a row twice", "D1;;;;;;;O;\nD1;;;;;;;O;\n", "", Finding{File: "deals", Line: 4, Other: 3, Column: "Vorgangs-ID", Reason: ErrDuplicate}, "D0 D1"},
		{"a row twice, with quotes that need not be", "D1;;;;;;;O;\n\"D1\";;;;;;;O;\n", "", Finding{File: "deals", Line: 4, Other: 3, Column: "Vorgangs-ID", Reason: ErrDuplicate}, "D0 D1"},
		{"an id on rows that differ: the first", "D1;;;;;;;O;\nD1;;;;;;;G;\n", "", Finding{File: "deals", Line: 3, Other: 4, Column: "Vorgangs-ID", Reason: ErrDiffers}, "D0"},
		{"an id on rows that differ: the second", "D1;;;;;;;O;\nD1;;;;;;;G;\n", "", Finding{File: "deals", Line: 4, Other: 3, Column: "Vorgangs-ID", Reason: ErrDiffers}, "D0"},
		{"an event of an unknown deal", "", "D9;05.03.2026 10:00;Lead\n", Finding{File: "history", Line: 2, Column: "Vorgangs-ID", Reason: ErrUnknownDeal}, "D0"},
		{"an event of a refused deal", "D1;;;;;;;O;\nD1;;;;;;;G;\n", "D1;05.03.2026 10:00;Lead\n", Finding{File: "history", Line: 2, Column: "Vorgangs-ID", Reason: ErrUnknownDeal}, "D0"},
		{"an event without a time", "", "D0;;Lead\n", Finding{File: "history", Line: 2, Column: "Eingetreten am", Reason: ErrMissing}, "D0"},
		{"an event with a time that is none", "", "D0;05.03.2026 24:30;Lead\n", Finding{File: "history", Line: 2, Column: "Eingetreten am", Reason: normalize.ErrRange}, "D0"},
		{"an event that says nothing", "", "D0;05.03.2026 10:00;\n", Finding{File: "history", Line: 2, Reason: ErrMissing}, "D0"},
		{"an event twice", "", "D0;05.03.2026 10:00;Lead\nD0;05.03.2026 10:00;Lead\n", Finding{File: "history", Line: 3, Other: 2, Column: "Vorgangs-ID", Reason: ErrDuplicate}, "D0"},
		{"a bad byte in the history", "", "D0;05.03.2026 10:00;\x81\n", Finding{File: "history", Line: 2, Column: "Phase", Reason: normalize.ErrEncoding}, "D0"},
	} {
		for _, sorted := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s sorted %v", test.name, sorted), func(t *testing.T) {
				r := read(german(t), files("D0;;;;;;;O;\n"+test.deals, test.history), Options{Sorted: sorted})
				if r.err != nil {
					t.Fatal(r.err)
				}
				if !slices.ContainsFunc(r.findings, func(f Finding) bool { return sameFinding(f, test.want) }) {
					t.Errorf("got %v\nwant %+v", r.findings, test.want)
				}
				if got := strings.Join(r.ids(), " "); got != test.ids {
					t.Errorf("got deals %s, want %s", got, test.ids)
				}
				wantLaw(t, r)
			})
		}
	}
}

func sameFinding(got, want Finding) bool {
	ok := errors.Is(got.Reason, want.Reason)
	got.Reason, got.Value, want.Reason = nil, "", nil
	return ok && got == want
}

// wantLaw checks that every row became a deal, an event, or a refused row with a Finding.
func wantLaw(t *testing.T, r result) {
	t.Helper()
	c := r.counts
	if c.DealRows != c.Deals+c.DealsRefused || c.HistoryRows != c.Events+c.HistoryRefused || c.Deals != len(r.deals) {
		t.Errorf("rows do not add up: %+v, %d deals", c, len(r.deals))
	}
	refused := map[string]bool{}
	for _, f := range r.findings {
		if !f.Kept {
			refused[fmt.Sprint(f.File, f.Line)] = true
		}
	}
	if len(refused) < c.Refused() {
		t.Errorf("%d rows refused, %d of them explained: %v", c.Refused(), len(refused), r.findings)
	}
}
