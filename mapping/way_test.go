package mapping

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/koine-go/koine/normalize"
)

// What a way shows is what the import did, whatever the dirt and however the files are read: the deal, its events, each row of it once.
func TestWayLaw(t *testing.T) {
	s := german(t)
	properties := gopter.NewProperties(parameters())
	properties.Property("the way of a deal = the deal", prop.ForAll(func(seed uint64) string {
		d := dirt(seed)
		slices.SortStableFunc(d.deals, byID)
		slices.SortStableFunc(d.history, byID)
		for _, o := range []Options{{}, {Sorted: true}} {
			r := read(s, d.files(), o)
			deals, events := 0, 0
			for i := range 8 {
				id := fmt.Sprint("D", i+1)
				way, err := s.Way(id, d.files(), o)
				if errors.Is(err, ErrUnknownDeal) {
					continue
				} else if err != nil {
					return err.Error()
				}
				if text := wayFault(way, r); text != "" {
					return fmt.Sprintf("sorted %v, %s: %s\n%v", o.Sorted, id, text, way)
				}
				deals += kept(way.Deals)
				events += kept(way.History)
			}
			if deals != r.counts.Deals || events != r.counts.Events {
				return fmt.Sprintf("%d deals and %d events have a way, of %+v", deals, events, r.counts)
			}
		}
		return ""
	}, gen.UInt64()))
	properties.TestingRun(t)
}

func kept(steps []Step) (n int) {
	for _, s := range steps {
		if s.Kept {
			n++
		}
	}
	return n
}

// wayFault says what of the way is not as in the result of the import.
func wayFault(w *Way, r result) string {
	i := slices.Index(r.ids(), w.ID)
	if (i >= 0) != (w.Deal != nil) || i >= 0 && kept(w.Deals) != 1 {
		return "the deal is not that of the import"
	}
	if i >= 0 {
		if a, b := eventTexts(w.Events()), eventTexts(r.deals[i].Events); !slices.Equal(a, b) || w.Deal.ID != w.ID {
			return fmt.Sprintf("events %v, not %v", a, b)
		}
	}
	for _, s := range slices.Concat(w.Deals, w.History) {
		refused := slices.ContainsFunc(s.Findings, func(f Finding) bool { return !f.Kept })
		same := func(f Finding) bool { return f.File == s.File && f.Line == s.Line }
		if s.Kept == refused || s.Kept && s.Explanation == nil || len(s.Cells) == 0 {
			return fmt.Sprintf("%s:%d is not accounted for", s.File, s.Line)
		}
		if all := slices.DeleteFunc(slices.Clone(r.findings), func(f Finding) bool { return !same(f) }); len(all) != len(s.Findings) {
			return fmt.Sprintf("%d findings, not %d", len(s.Findings), len(all))
		}
		if n := len(s.Events); n > 0 && (s.Events[n-1].Stage != s.Explanation.Outcome.Stage || s.Events[n-1].Status != s.Explanation.Outcome.Status) {
			return "the explanation is not that of the event"
		}
	}
	return ""
}

// A cell shows what stood there and what was read, and one column may feed several fields.
func TestWayCells(t *testing.T) {
	f := files("D1;05.03.2026 14:30;;1'234,50 \x80;Meier;Pumpen;Angebot;O;\nD2;05.03.2026 14:30;;5;Huber;Rohre;Angebot;O;\n", "D1;05.03.2026 14:30;Lead\n")
	way, err := german(t).Way("D1", f, Options{})
	if err != nil {
		t.Fatal(err)
	}
	cells := map[Field]Cell{}
	for _, c := range way.Deals[0].Cells {
		cells[c.Field] = c
	}
	for _, want := range []Cell{
		{Field: CreatedAt, Column: "Angelegt am", Text: "05.03.2026 14:30", Value: "2026-03-05T13:30:00Z"},
		{Field: ClosedAt, Column: "Abgeschlossen am"},
		{Field: Owner, Column: "Betreuer", Text: "Meier", Value: "Meier"},
		{Field: Region, Column: "Betreuer", Text: "Meier", Value: "Nord"},
		{Field: ProductGroup, Column: "Produkt", Text: "Pumpen", Value: "pumps"},
		{Field: StageLabel, Column: "Phase", Text: "Angebot", Value: "Angebot"},
		{Field: Segment, Text: "Industrie", Value: "Industrie"},
	} {
		if got := cells[want.Field]; got != want {
			t.Errorf("got  %+v\nwant %+v", got, want)
		}
	}
	if c := cells[Amount]; c.Text != "1'234,50 €" || c.Value != "1234.50 EUR" && c.Amiss == nil {
		t.Errorf("got %+v", c)
	}
	if c := way.History[0].Cells[1]; c.Field != At || c.Value != "2026-03-05T13:30:00Z" || c.Liberties.Has(normalize.Pivoted) {
		t.Errorf("got %+v", c)
	}
}

// Rows that repeat or contradict are in the way with their refusal, each with the line of the other, also where a rule enters further stages.
func TestWayOfRefused(t *testing.T) {
	s := mustCompile(t, entering)
	history := "id,day,stage,event,seq\nA,04.02.2026,Propose,e4,\nA,01.02.2026,Develop,e1,1\nA,02.02.2026,Propose,e2,2\nA,03.02.2026,Propose,e2,\nB,03.02.2026,Propose,e2,\n"
	way, err := s.Way("A", Files{Deals: strings.NewReader("id,stage,created,amount\nA,,,x\nA,,,x\n"), History: strings.NewReader(history)}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, step := range slices.Concat(way.Deals, way.History) {
		text := fmt.Sprint(step.File, ":", step.Line, " ", step.Kept)
		for _, e := range step.Events {
			text += " " + e.Stage.String()
		}
		for _, f := range step.Findings {
			text += fmt.Sprint(" ", f.Other, " ", f.Fate())
		}
		got = append(got, text)
	}
	want := []string{"deals:2 true 0 cell set aside", "deals:3 false 2 row refused", "history:3 true qualified solution", "history:2 true offer",
		"history:4 false 5 row refused", "history:5 false 4 row refused"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	// A deal of the history alone has a way too; one that no row names has none.
	way, err = s.Way("B", Files{Deals: strings.NewReader("id,stage,created,amount\n"), History: strings.NewReader(history)}, Options{})
	if err != nil || way.Deal != nil || len(way.History) != 1 || !errors.Is(way.History[0].Findings[0].Reason, ErrUnknownDeal) {
		t.Errorf("%v, %v", way, err)
	}
	_, err = s.Way("C", Files{Deals: strings.NewReader("id,stage,created,amount\n"), History: strings.NewReader(history)}, Options{})
	wantErrorKind(t, err, "deals", 0, ErrUnknownDeal)
	_, err = s.Way("C", Files{}, Options{})
	wantErrorKind(t, err, "deals", 0, ErrMissing)
}

// The JSON of a way has the rules by file:line, the record and the events in the exchange format.
func TestWayJSON(t *testing.T) {
	way, err := german(t).Way("D1", files("D1;05.03.2026 14:30;;x;Meier;Pumpen;Angebott;V;\n", "D1;05.03.2026 14:30;Lead\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := way.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"source": "DE@2026.1"`, `"stage_label": "Angebott"`, `"unmapped": [`, `"field": "amount"`, `"amiss": "not an amount`,
		`"deals:2: Auftragswert: \"x\" is not an amount`, `"mapping_version": "DE@2026.1"`, `"similar_to": "Angebot"`, `"rule": "testdata/de.toml:`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in\n%s", want, b.String())
		}
	}
	if empty, err := json.Marshal(&Way{}); err != nil || string(empty) != `{"source":"","id":"","deal":null,"deals":[],"history":[]}` {
		t.Errorf("%s, %v", empty, err)
	}
}
