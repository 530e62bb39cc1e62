package mapping

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/koine-go/koine/funnel"
)

// sheets are the files of the further records, each without a fault.
var sheets = map[place]string{
	inOffers: "Angebot;Vorgang;Nummer;Version;Stand;Versandt;Entschieden;Gültig bis;Währung;Rabattgrund;Pos.;Produkt;Menge;Listenpreis;Preis;Kosten\n" +
		"A1;D1;2026/7;2;Angenommen;05.03.2026 10:00;07.03.2026 12:30;31.03.2026;EUR;Menge;1;Pumpen;2;1.000,00 €;900,50;612\n" +
		"A1;D1;2026/7;2;Angenommen;05.03.2026 10:00;07.03.2026 12:30;31.03.2026;EUR;Menge;2;Wartung;;;120;\n" +
		"A2;D2;;1;Entwurf;;;;;;;;;;;\n",
	inActivities: "Nr;Vorgang;Angebot;Kunde;Wann;Art;Richtung;Automatisch;Geplant;Erledigt\n" +
		"1;D1;A1;K9;05.03.2026 11:00;Anruf;aus;nein;;ja\n2;D1;;;06.03.2026 11:00;Besuch;;;06.03.2026 09:00;nein\n",
	inChanges: "Nr;Vorgang;Wann;Feld;Alt;Neu;Folge\n" +
		"1;D1;05.03.2026 11:00;Wert;1.000 €;1.234,50 €;1\n2;D1;05.03.2026 12:00;Termin;;31.03.2026;2\n3;D1;05.03.2026 13:00;Chance;10 %;25 %;\n" +
		"4;D1;05.03.2026 14:00;Betreuer;Meier;Schulz;\n5;D1;05.03.2026 15:00;Prognose;pipeline;commit;\n",
	inForecasts:  "Region;Zeitraum;Summe;Abgegeben;Von;Vorgänge\nNord;April 2026;12.500,00 €;01.04.2026 08:00;Meier;D1,D2\n",
	inQuotas:     "Für;Von;Bis;Ziel\nrep:Meier;01.04.2026;30.06.2026;100.000,00 €\nall;01.04.2026;30.06.2026;900.000,00 €\n",
	inCredits:    "Vorgang;Wer;Anteil\nD1;Meier;62,5 %\nD1;Schulz;37,5 %\n",
	inCosts:      "Nr;Monat;Region;Art;Betrag\nK1;März 2026;Nord;Messe;4.800,00 €\n",
	inBenchmarks: "Segment;Stufe;Tage;Anzahl;Ab\nIndustrie;3;41,5;120;01.01.2026\n;;60;900;01.01.2026\n",
	inRates:      "Von;Kurs;Art;Tag;Ab;Vor\nUSD;0,9215;spot;05.03.2026;;\nSEK;0,088;plan;;01.04.2026;01.04.2027\n",
}

// wantRecords is what they hold, in the form of package exchange.
var wantRecords = map[place]string{
	inOffers: `[{"id":"A1","source_scheme":"de-crm","deal_id":"D1","number":"2026/7","version":2,"valid_until":"2026-03-31","status":"accepted","currency":"EUR","discount_reason":"Menge","sent_at":"2026-03-05T09:00:00Z","decided_at":"2026-03-07T11:30:00Z","lines":[{"product_group":"Pumpen","qty":"2","list_price":"1000.00","net_price":"900.50","cost":"612"},{"product_group":"Wartung","net_price":"120"}]},` +
		`{"id":"A2","source_scheme":"de-crm","deal_id":"D2","version":1,"status":"draft","currency":"EUR","lines":[]}]`,
	inActivities: `[{"id":"1","source_scheme":"de-crm","deal_id":"D1","offer_id":"A1","account_id":"K9","type":"call","direction":"out","outcome":"two_way","at":"2026-03-05T10:00:00Z"},` +
		`{"id":"2","source_scheme":"de-crm","deal_id":"D1","type":"visit","outcome":"two_way","at":"2026-03-06T10:00:00Z","planned_for":"2026-03-06T08:00:00Z","done":false}]`,
	inForecasts:  `[{"source_scheme":"de-crm","scope":"region:Nord","period":["2026-04-01","2026-05-01"],"category":"commit","amount":{"amount":"12500.00","currency":"EUR"},"submitter":"Meier","deal_ids":["D1","D2"],"submitted_at":"2026-04-01T06:00:00Z"}]`,
	inQuotas:     `[{"source_scheme":"de-crm","scope":"rep:Meier","period":["2026-04-01","2026-07-01"],"amount":{"amount":"100000.00","currency":"EUR"},"kind":"bookings"},{"source_scheme":"de-crm","scope":"all","period":["2026-04-01","2026-07-01"],"amount":{"amount":"900000.00","currency":"EUR"},"kind":"bookings"}]`,
	inCredits:    `[{"deal_id":"D1","rep_id":"Meier","share":"0.625"},{"deal_id":"D1","rep_id":"Schulz","share":"0.375"}]`,
	inCosts:      `[{"id":"K1","source_scheme":"de-crm","period":["2026-03-01","2026-04-01"],"region":"Nord","category":"marketing","amount":{"amount":"4800.00","currency":"EUR"}}]`,
	inBenchmarks: `[{"segment":"Industrie","complexity":3,"n":120,"valid_from":"2026-01-01","expected_days":"41.5","version":2026},{"n":900,"valid_from":"2026-01-01","expected_days":"60","version":2026}]`,
	inRates:      `["1 USD = 0.9215 EUR (spot 2026-03-05)","1 SEK = 0.088 EUR (plan 2026-04-01..2027-04-01)"]`,
}

// withFile returns files of which one is this text; the deals are D1 and D2.
func withFile(file place, text string) Files {
	f := Files{Deals: strings.NewReader("Vorgang;Angelegt;Wert\nD1;05.03.2026;5 €\nD2;05.03.2026;\n")}
	*map[place]*io.Reader{inOffers: &f.Offers, inActivities: &f.Activities, inChanges: &f.Changes, inForecasts: &f.Forecasts, inQuotas: &f.Quotas,
		inCredits: &f.Credits, inCosts: &f.Costs, inBenchmarks: &f.Benchmarks, inRates: &f.Rates}[file] = strings.NewReader(text)
	return f
}

// recorded is what reading a file of records gives.
type recorded struct {
	json     string
	findings []Finding
	counts   RecordCounts
	err      error
}

func readRecords(s *Set, file place, f Files, o Options) (r recorded) {
	o.Finding = func(f Finding) { r.findings = append(r.findings, f) }
	m, err := s.Import(f, o)
	if err != nil {
		r.err = err
		return r
	}
	r.json, r.err = inJSON(m, file)
	if r.err == nil {
		r.counts = m.Records()[0]
	}
	return r
}

func inJSON(m *Import, file place) (string, error) {
	switch file {
	case inOffers:
		return collected(m.Offers())
	case inActivities:
		return collected(m.Activities())
	case inForecasts:
		return collected(m.Forecasts())
	case inQuotas:
		return collected(m.Quotas())
	case inCredits:
		return collected(m.Credits())
	case inCosts:
		return collected(m.Costs())
	case inBenchmarks:
		return collected(m.Benchmarks())
	case inRates:
		return collected(rateTexts(m.Rates()))
	}
	for d, err := range m.Deals() {
		if err != nil || d.ID == "D1" {
			text, _ := json.Marshal(d.FieldEvents)
			return string(text), err
		}
	}
	return "", nil
}

func rateTexts(rates iter.Seq2[funnel.Rate, error]) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for r, err := range rates {
			if !yield(r.String(), err) {
				return
			}
		}
	}
}

func collected[T any](all iter.Seq2[T, error]) (string, error) {
	var list []T
	for one, err := range all {
		if err != nil {
			return "", err
		}
		list = append(list, one)
	}
	text, err := json.Marshal(list)
	return string(text), err
}

func recordSet(t testing.TB) *Set {
	t.Helper()
	s, err := Compile(readFile(t, "testdata/records.toml"), funnel.V1())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestRecords(t *testing.T) {
	s := recordSet(t)
	for _, file := range slices.Sorted(maps.Keys(wantRecords)) {
		r := readRecords(s, file, withFile(file, sheets[file]), Options{})
		if r.err != nil || len(r.findings) > 0 || r.json != wantRecords[file] {
			t.Errorf("%v: %v, %v\n got  %s\n want %s", file, r.err, r.findings, r.json, wantRecords[file])
		}
	}
}

// Changes go to their deals, whichever way the deals are read, and add up; those of other deals are refused at the end.
func TestChanges(t *testing.T) {
	s := recordSet(t)
	stray := sheets[inChanges] + "6;D9;05.03.2026 15:00;Prognose;;commit;\n"
	for _, sorted := range []bool{false, true} {
		var findings []Finding
		m, err := s.Import(withFile(inChanges, stray), Options{Sorted: sorted, Finding: func(f Finding) { findings = append(findings, f) }})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for d, err := range m.Deals() {
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range d.FieldEvents {
				got = append(got, fmt.Sprint(d.ID, " ", e.At, " ", e.Field, " ", e.Old.Amount, e.Old.Date, e.Old.Share, e.Old.Label, e.Old.Category, ">",
					e.New.Amount, e.New.Date, e.New.Share, e.New.Label, e.New.Category))
			}
		}
		want := []string{
			"D1 2026-03-05T10:00:00Z amount 1000 EUR >1234.50 EUR", "D1 2026-03-05T11:00:00Z expected_close_date > 2026-03-31",
			"D1 2026-03-05T12:00:00Z probability 0.1 > 0.25", "D1 2026-03-05T13:00:00Z owner Meier > Schulz", "D1 2026-03-05T14:00:00Z forecast_category pipeline> commit",
		}
		for i := range got {
			got[i] = strings.Join(strings.Fields(got[i]), " ")
		}
		if !slices.Equal(got, want) {
			t.Errorf("got %q", got)
		}
		if c := m.Records()[0]; c != (RecordCounts{"changes", 6, 5, 1, 5}) {
			t.Errorf("counts %+v", c)
		}
		if len(findings) != 1 || !errors.Is(findings[0].Reason, ErrUnknownDeal) || findings[0].Line != 7 {
			t.Errorf("findings %v", findings)
		}
	}
}

// Each fault of a row: what it is, on which line, and whether the row counts without the cell.
func TestRecordFaults(t *testing.T) {
	s := recordSet(t)
	for _, c := range []struct {
		file       place
		line       int // of the sheet that is spoilt, from 1; its last one is repeated as it is spoilt if 0
		from, to   string
		want       error
		column     string
		kept, rows int
	}{
		{inOffers, 2, "A1;D1", ";D1", ErrMissing, "Angebot", 2, 3},
		{inOffers, 2, "Angenommen", "Gewonnen", ErrNotFound, "Stand", 2, 3},
		{inOffers, 4, "Entwurf", "Versandt", ErrMissing, "", 2, 3},
		{inOffers, 2, ";2;1.000,00 €", ";zwei;1.000,00 €", nil, "Menge", 3, 3},
		{inOffers, 2, "1.000,00 €", "1.000,00 $", nil, "Listenpreis", 3, 3},
		{inOffers, 3, "2026/7;2", "2026/7;3", ErrDiffers, "", 1, 3},
		{inActivities, 2, "05.03.2026 11:00", "30.02.2026 11:00", nil, "Wann", 1, 2},
		{inActivities, 2, "Anruf", "Brief", ErrNotFound, "Art", 2, 2},
		{inActivities, 3, "2;D1", "1;D1", ErrDiffers, "", 0, 2},
		{inForecasts, 2, "April 2026", "irgendwann", nil, "Zeitraum", 0, 1},
		{inForecasts, 2, "Nord", "", ErrMissing, "Region", 0, 1},
		{inQuotas, 2, "rep:Meier", "Meier", ErrValue, "Für", 1, 2},
		{inQuotas, 2, "30.06.2026", "30.06.2025", ErrValue, "", 1, 2},
		{inQuotas, 2, "100.000,00 €", "viel", nil, "Ziel", 1, 2},
		{inCredits, 2, "62,5 %", "120 %", ErrValue, "Anteil", 1, 2},
		{inCosts, 2, "Messe", "Feier", ErrNotFound, "Art", 0, 1},
		{inBenchmarks, 2, "41,5", "-", nil, "Tage", 1, 2},
		{inBenchmarks, 2, ";3;", ";9;", ErrValue, "Stufe", 2, 2},
		{inRates, 2, "05.03.2026", "", ErrMissing, "", 1, 2},
		{inRates, 2, "0,9215", "0", ErrValue, "Kurs", 1, 2},
		{inRates, 2, "spot", "daily", ErrValue, "Art", 1, 2},
	} {
		lines := strings.SplitAfter(sheets[c.file], "\n")
		spoilt := strings.Replace(lines[c.line-1], c.from, c.to, 1)
		if spoilt == lines[c.line-1] {
			t.Fatalf("%v:%d does not have %q", c.file, c.line, c.from)
		}
		lines[c.line-1] = spoilt
		r := readRecords(s, c.file, withFile(c.file, strings.Join(lines, "")), Options{})
		if r.err != nil || len(r.findings) == 0 {
			t.Errorf("%v, %q: %v, no finding", c.file, c.to, r.err)
			continue
		}
		f := r.findings[0]
		if c.want != nil && !errors.Is(f.Reason, c.want) || f.Line != c.line && !errors.Is(f.Reason, ErrDiffers) || f.Column != c.column {
			t.Errorf("%v, %q: %v", c.file, c.to, f)
		}
		if r.counts.Kept != c.kept || r.counts.Rows != c.rows || r.counts.Refused != c.rows-c.kept {
			t.Errorf("%v, %q: %+v", c.file, c.to, r.counts)
		}
	}
}

// A row that repeats another is refused, whatever the kind.
func TestRecordRepeated(t *testing.T) {
	s := recordSet(t)
	for file, want := range wantRecords {
		lines := strings.SplitAfter(sheets[file], "\n")
		twice := sheets[file] + lines[1]
		r := readRecords(s, file, withFile(file, twice), Options{})
		if r.err != nil || len(r.findings) != 1 || !errors.Is(r.findings[0].Reason, ErrDuplicate) || r.findings[0].Other != 2 || r.json != want {
			t.Errorf("%v: %v, %v, %s", file, r.err, r.findings, r.json)
		}
	}
}

func TestRecordFiles(t *testing.T) {
	s := recordSet(t)
	f := withFile(inCredits, sheets[inCredits])
	f.Deals = nil
	m, err := s.Import(f, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if text, err := collected(m.Credits()); err != nil || text != wantRecords[inCredits] {
		t.Errorf("without deals: %s, %v", text, err)
	}
	if _, err := collected(m.Credits()); !errors.Is(err, ErrSpent) {
		t.Errorf("read twice: %v", err)
	}
	if _, err := collected(m.Costs()); !errors.Is(err, ErrMissing) {
		t.Errorf("not given: %v", err)
	}
	for _, err := range m.Deals() {
		if !errors.Is(err, ErrMissing) {
			t.Errorf("no deals: %v", err)
		}
	}
	if fields := m.Fields(); len(fields) != 3 || fields[0].File != "credits" || fields[0].Given != 2 {
		t.Errorf("fields %+v", fields)
	}
	if _, err := s.Import(withFile(inCredits, "Vorgang;Anteil\n"), Options{}); !errors.Is(err, ErrMissing) {
		t.Errorf("a column is missing: %v", err)
	}
	r := readRecords(s, inCredits, withFile(inCredits, sheets[inCredits]), Options{MaxBytes: 600})
	var e *Error
	if !errors.Is(r.err, ErrTooLarge) || !errors.As(r.err, &e) || e.Line != 3 || e.File != "credits" {
		t.Errorf("over the limit: %v", r.err)
	}
	if _, err := german(t).Import(withFile(inCredits, sheets[inCredits]), Options{}); !errors.Is(err, ErrMissing) {
		t.Errorf("a profile without them: %v", err)
	}
}
