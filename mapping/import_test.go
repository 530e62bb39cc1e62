package mapping

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/koine-go/koine/funnel"
)

const (
	dealHead    = "Vorgangs-ID;Angelegt am;Abgeschlossen am;Auftragswert;Betreuer;Produkt;Phase;Status;Verlustgrund\n"
	historyHead = "Vorgangs-ID;Eingetreten am;Phase\n"
	offices     = "Betreuer;Region\nMeier;Nord\nSchulz;S\xfcd\n"
)

func german(t testing.TB) *Set {
	t.Helper()
	s, err := Compile(readFile(t, "testdata/de.toml"), funnel.V1())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// result is what an import of text gives.
type result struct {
	deals    []*funnel.Deal
	findings []Finding
	counts   Counts
	err      error
	coverage Coverage
	fields   []FieldCount
}

func (r result) ids() (ids []string) {
	for _, d := range r.deals {
		ids = append(ids, d.ID)
	}
	return ids
}

func read(s *Set, f Files, o Options) (r result) {
	o.Keep = true
	o.Finding = func(f Finding) { r.findings = append(r.findings, f) }
	m, err := s.Import(f, o)
	if err != nil {
		r.err = err
		return r
	}
	for d, err := range m.Deals() {
		if err != nil {
			r.err = err
			break
		}
		r.deals = append(r.deals, d)
	}
	r.counts, r.coverage, r.fields = m.Counts(), m.Coverage(), m.Fields()
	return r
}

func files(deals, history string) Files {
	f := Files{Deals: strings.NewReader(dealHead + deals), Lookups: map[string]io.Reader{"offices": strings.NewReader(offices)}}
	if history != "" {
		f.History = strings.NewReader(historyHead + history)
	}
	return f
}

func TestImport(t *testing.T) {
	r := read(german(t), files(
		"D1;05.03.2026 14:30;;1.234,50 \x80;Meier;Pumpen;Angebot;O;\n"+
			"D2;05.03.2026 14:30;06.03.2026 09:00;5;Schulz;Wartung;Verloren;V;Keine R\xfcckmeldung\n",
		"D2;06.03.2026 09:00;Verloren\nD1;05.03.2026 14:30;Lead\nD2;05.03.2026 14:30;Lead\nD1;06.03.2026 10:00;Angebot\n"), Options{})
	if r.err != nil || len(r.findings) != 0 || len(r.deals) != 2 {
		t.Fatalf("got %v, %v, %d deals", r.err, r.findings, len(r.deals))
	}
	d := r.deals[0]
	got := strings.TrimSpace(fmt.Sprintln(d.ID, d.Created, d.Amount, d.Owner, d.Region, d.SellingEntity, d.ProductGroup, d.Segment, d.Stage, d.Status, d.LocalStage, d.LocalStatus))
	want := "D1 2026-03-05T13:30:00Z 1234.50 EUR Meier Nord DE pumps Industrie offer open Angebot O"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if len(d.Events) != 2 || d.Events[0].Stage != funnel.Prospect || d.Events[1].Stage != funnel.Offered || d.Events[1].Profile.String() != "DE@2026.1" || d.Profile.String() != "DE@2026.1" || d.Events[1].DealID != "D1" {
		t.Errorf("events %+v", d.Events)
	}
	if d := r.deals[1]; d.Status != funnel.NoResponse || d.Region.String() != "Süd" || d.Events[1].Status != funnel.Lost {
		t.Errorf("got %+v", d)
	}
	if d.Variant.HasStage(funnel.Solution) || d.Variant.HasStatus(funnel.Disqualified) || !d.Variant.HasStage(funnel.Offered) {
		t.Error("the variant is not that of the profile")
	}
	if want := (Counts{DealRows: 2, Deals: 2, HistoryRows: 4, Events: 4}); r.counts != want {
		t.Errorf("got %+v", r.counts)
	}
}

// Files that end the import do so with the line, after the deals before it.
func TestImportErrors(t *testing.T) {
	for _, test := range []struct {
		name           string
		deals, history string
		o              Options
		file           string
		line           int
		err            error
	}{
		{"deals out of order", "D2;;;;;;;O;\nD1;;;;;;;O;\n", "", Options{Sorted: true}, "deals", 3, ErrNotSorted},
		{"history out of order", "D1;;;;;;;O;\nD2;;;;;;;O;\n", "D2;05.03.2026 10:00;Lead\nD1;05.03.2026 10:00;Lead\n", Options{Sorted: true}, "history", 3, ErrNotSorted},
		{"more deals than may be held", strings.Repeat("D1;;;;;;;O;\n", 3) + "D2;;;;;;;O;\n", "", Options{MaxBytes: 400}, "deals", 0, ErrTooLarge},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := files(test.deals, test.history)
			if test.o.MaxBytes > 0 {
				f.Deals = iotest.DataErrReader(f.Deals) // cannot seek, so it would have to be held
				f.Deals = io.MultiReader(f.Deals, strings.NewReader(strings.Repeat(" ", 400)))
			}
			r := read(german(t), f, test.o)
			wantErrorKind(t, r.err, test.file, test.line, test.err)
		})
	}
}

func wantErrorKind(t *testing.T, err error, file string, line int, kind error) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) || !errors.Is(err, kind) || e.File != file || e.Line != line {
		t.Errorf("got %v, want %s:%d: %v", err, file, line, kind)
	}
}

// A history that is more than may be held is an error that names the limit.
func TestHistoryTooLarge(t *testing.T) {
	history := strings.Repeat("D1;05.03.2026 10:00;Lead\n", 300)
	r := read(german(t), files("D1;;;;;;;O;\n", history), Options{MaxBytes: 4096})
	wantErrorKind(t, r.err, "history", 169, ErrTooLarge)
	if r.err == nil || !strings.Contains(r.err.Error(), "4096") {
		t.Errorf("%v does not name the limit", r.err)
	}
}

func TestImportOnce(t *testing.T) {
	m, err := german(t).Import(files("D1;;;;;;;O;\n", ""), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for range m.Deals() {
		break // a caller may stop
	}
	for _, err := range m.Deals() {
		wantErrorKind(t, err, "deals", 0, ErrSpent)
	}
}

// A reader that cannot seek gives the same.
func TestImportSpooled(t *testing.T) {
	const deals, history = "D2;;;;;;;O;\nD1;;;;;;;O;\n", "D1;05.03.2026 10:00;Lead\n"
	f := files(deals, history)
	f.Deals = iotest.HalfReader(f.Deals)
	a, b := read(german(t), f, Options{}), read(german(t), files(deals, history), Options{})
	if a.err != nil || !slices.Equal(a.ids(), b.ids()) || a.counts != b.counts {
		t.Errorf("got %v %v, want %v", a.err, a.ids(), b.ids())
	}
}

// Texts that look like formulas are texts; quotes, delimiters and line ends inside quotes belong to the cell.
func TestTextStaysText(t *testing.T) {
	s := mustCompile(t, "")
	p := *s.Profile()
	p.Deals.Columns = append(slices.Clone(p.Deals.Columns), Column{Field: AccountID, Name: "account", Format: Text})
	s, err := Compile(&p, funnel.V1())
	if err != nil {
		t.Fatal(err)
	}
	const text = "id,stage,created,amount,account\n" +
		"1,,,,=cmd|' /C calc'!A0\n2,,,,\"Acme, \"\"Big\"\" Co\nSecond floor\"\n3,,,,+49 30 1\n"
	r := read(s, Files{Deals: strings.NewReader(text)}, Options{})
	want := []string{"=cmd|' /C calc'!A0", "Acme, \"Big\" Co\nSecond floor", "+49 30 1"}
	for i, d := range r.deals {
		if d.AccountID != want[i] {
			t.Errorf("got %q, want %q", d.AccountID, want[i])
		}
	}
	if len(r.deals) != 3 || len(r.findings) != 1 || !errors.Is(r.findings[0].Reason, ErrFormula) || r.findings[0].Fate() != Noted {
		t.Errorf("got %d deals, %v", len(r.deals), r.findings)
	}
}

// Unmapped values keep their local text: a stage no stage, a status none known (rulings Q08, Q11).
func TestUnmapped(t *testing.T) {
	r := read(german(t), files("D1;;;;;;Probe;X;\n", "D1;05.03.2026 10:00;Probe\n"), Options{})
	d := r.deals[0]
	if d.Stage != funnel.NoStage || d.Status != funnel.UnknownStatus || d.LocalStage.String() != "Probe" || d.LocalStatus.String() != "X" {
		t.Errorf("got %+v", d)
	}
	e := d.Events[0]
	if e.Stage != funnel.NoStage || e.Status != funnel.UnknownStatus || e.LocalStage.String() != "Probe" {
		t.Errorf("got %+v", e)
	}
	if v := r.coverage.Values[0]; v.Text != "Probe" || v.Unmapped != 2 || v.Deals != 1 || v.Events != 1 {
		t.Errorf("coverage begins with %+v", v)
	}
}

const entering = `[history.fields]
deal_id = { column = "id" }
on = { column = "day" }
stage_label = { column = "stage" }
id = { column = "event" }
seq = { column = "seq" }
[[rules]]
when = { stage_label = ["Develop"] }
set = { stage = "solution", enters = ["qualified"] }
[[rules]]
when = { stage_label = ["Pause"] }
set = { status = "on_hold" }
[[rules]]
when = { stage_label = ["Propose"] }
set = { stage = "offer" }
`

// A rule that enters further stages adds events; one that sets only a status of the open class leaves the stage as it is.
func TestEnters(t *testing.T) {
	s := mustCompile(t, entering)
	deals := "id,stage,created,amount\nA,Propose,,\n"
	history := "id,day,stage,event,seq\nA,01.02.2026,Develop,e1,1\nA,02.02.2026,Develop,e2,2\nA,03.02.2026,Pause,e3,3\nA,04.02.2026,Propose,e4,4\n"
	r := read(s, Files{Deals: strings.NewReader(deals), History: strings.NewReader(history)}, Options{})
	var got []string
	for _, e := range r.deals[0].Events {
		got = append(got, e.ID+" "+e.Stage.String()+" "+e.Status.String()+" "+e.LocalStage.String()+" "+e.LocalStatus.String())
	}
	want := []string{"+qualified:e1 qualified open Develop ", "e1 solution open Develop ", "e2 solution open Develop ", "e3  on_hold  Pause", "e4 offer open Propose "}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if r.counts.Events != 4 || r.counts.Entered != 1 {
		t.Errorf("got %+v", r.counts)
	}
}

// Events with one id: identical ones collapse, others are all refused with both lines (ruling Q18a).
func TestEventIDs(t *testing.T) {
	s := mustCompile(t, entering)
	history := "id,day,stage,event,seq\nA,01.02.2026,Develop,e1,1\nA,02.02.2026,Propose,e1,2\nA,03.02.2026,Propose,e2,\nA,03.02.2026,Propose,e2,\n"
	r := read(s, Files{Deals: strings.NewReader("id,stage,created,amount\nA,,,\n"), History: strings.NewReader(history)}, Options{})
	if len(r.deals[0].Events) != 1 || r.counts.HistoryRefused != 3 {
		t.Fatalf("got %+v, %+v", r.deals[0].Events, r.counts)
	}
	for _, want := range []Finding{
		{File: "history", Line: 2, Other: 3, Column: "id", Reason: ErrDiffers},
		{File: "history", Line: 3, Other: 2, Column: "id", Reason: ErrDiffers},
		{File: "history", Line: 5, Other: 4, Column: "id", Reason: ErrDuplicate},
	} {
		if !slices.ContainsFunc(r.findings, func(f Finding) bool { return sameFinding(f, want) }) {
			t.Errorf("no %+v in %v", want, r.findings)
		}
	}
}

// A deal's own codes are mapped by the rules in force when the file was written, an event's by those of its time.
func TestValidity(t *testing.T) {
	s := mustCompile(t, `[history.fields]
deal_id = { column = "id" }
on = { column = "day" }
stage_label = { column = "stage" }
[[rules]]
when = { stage_label = ["3"] }
set = { stage = "offer" }
to = 2026-01-01
[[rules]]
when = { stage_label = ["3"] }
set = { stage = "solution" }
from = 2026-01-01
`)
	f := func() Files {
		return Files{Deals: strings.NewReader("id,stage,created,amount\nA,3,,\n"), History: strings.NewReader("id,day,stage\nA,31.12.2025,3\nA,01.01.2026,3\n")}
	}
	r := read(s, f(), Options{})
	if d := r.deals[0]; d.Stage != funnel.Solution || d.Events[0].Stage != funnel.Offered || d.Events[1].Stage != funnel.Solution {
		t.Errorf("got %v, %v", d.Stage, d.Events)
	}
	r = read(s, f(), Options{Exported: on("2025-12-31")})
	if d := r.deals[0]; d.Stage != funnel.Offered {
		t.Errorf("got %v", d.Stage)
	}
}

// A look-up whose file gives one key two values gives neither.
func TestLookupTwice(t *testing.T) {
	f := files("D1;;;;Meier;;;O;\nD2;;;;Schulz;;;O;\n", "")
	f.Lookups = map[string]io.Reader{"offices": strings.NewReader(offices + "Meier;West\nMeier;Nord\n")}
	r := read(german(t), f, Options{})
	if !r.deals[0].Region.IsZero() || r.deals[1].Region.String() != "Süd" {
		t.Errorf("got %v and %v", r.deals[0].Region, r.deals[1].Region)
	}
	if got := r.findings[0]; got.Line != 4 || got.Other != 2 || !errors.Is(got.Reason, ErrDiffers) {
		t.Errorf("got %v", r.findings)
	}
}

// Twenty million commas, a field without end, more distinct codes than the limit: each costs no more than its limit.
func TestImportLimits(t *testing.T) {
	var many strings.Builder
	for i := range 50 {
		fmt.Fprintf(&many, "D%d;;;;;;Phase %d;O;\n", i, i)
	}
	r := read(german(t), files(many.String(), ""), Options{Values: 10})
	if r.err != nil || len(r.deals) != 50 || len(r.findings) != 40 || !errors.Is(r.findings[0].Reason, ErrTooLarge) {
		t.Errorf("got %v, %d deals, %d findings", r.err, len(r.deals), len(r.findings))
	}
	r = read(german(t), files("D1;;;;"+strings.Repeat("x", 300<<10)+";;;O;\nD2;;;;;;;O;\n", ""), Options{})
	if len(r.deals) != 2 || !r.deals[0].Owner.IsZero() || !r.deals[0].Region.IsZero() || len(r.findings) != 2 {
		t.Fatalf("got %v, %v", r.ids(), r.findings)
	}
	for _, f := range r.findings {
		if want := "over the limit: more than 262144 bytes in a cell (CellBytes)"; f.Reason.Error() != want || f.Column != "Betreuer" || f.Line != 2 || !f.Kept {
			t.Errorf("got  %v\nwant %s", f, want)
		}
	}
}

// A source without a history says so of every deal, and a deal without events in one that has a history says it too: what its stage was before is not known.
func TestNoHistory(t *testing.T) {
	at := on("2026-06-01")
	for name, f := range map[string]Files{
		"no file":   files("D1;05.03.2026 14:30;;;;;Angebot;O;\n", ""),
		"no events": files("D1;05.03.2026 14:30;;;;;Angebot;O;\n", "D2;05.03.2026 14:30;Lead\n"),
	} {
		set := german(t)
		r := read(set, f, Options{})
		var s funnel.Snapshot
		r.deals[0].AsOf(at, set.calendar, &s)
		if !s.Flags.Has(funnel.NoHistory) || s.Stage != funnel.Offered {
			t.Errorf("%s: %v, %v", name, s.Flags, s.Stage)
		}
	}
}
